"""Facts as a person types them, and the news form with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import NOTHING, DatelineError, Fact, NewsForm
from index.newsform.corrected import MOMENTS, PEOPLE, STATED, corrected, names, typed, understood

FORM = NewsForm(
    title=Fact("Council votes", "stated"),
    date=Fact("2012-06-05", "inferred", "from the dateline"),
    published_at=Fact("2012-06-05T09:00:00+01:00", "inferred", "from the address"),
    byline=Fact(("Jane Roe",), "stated"),
    headline=(0, 13),
)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2012-06-05", "2012-06-05"),
        ("2012-6-5", "2012-06-05"),
        ("20120605", "2012-06-05"),
        (" 5 June 2012. ", "2012-06-05"),
        ("Tuesday, June 5, 2012", "2012-06-05"),
        ("5. Juni 2012", "2012-06-05"),
        ("05.06.2012", "2012-06-05"),
        ("25/06/2012", "2012-06-25"),
        ("29 feb 2012", "2012-02-29"),
        ("2012-06-05 14:05", "2012-06-05T14:05:00"),
        ("2012-06-05T14:05:09+0800", "2012-06-05T14:05:09+08:00"),
        ("5 June 2012, 9:05 +08", "2012-06-05T09:05:00+08:00"),
        ("5 June 2012 at 14:05 UTC", "2012-06-05T14:05:00+00:00"),
        ("2012-06-05T14:05:00.250Z", "2012-06-05T14:05:00+00:00"),
    ],
)
def test_a_day_is_understood_as_people_write_it(written: str, day: str) -> None:
    assert understood("date", written) == understood("updated", written) == day


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("soon", "is no day: write it as in 2012-06-05"),
        ("June 2012", "is no day"),
        ("2012", "is no day"),
        ("30 February 2012", "is no day"),
        ("2012-02-30", "is no day"),
        ("5 June 2012 and 6 June 2012", "is no day"),
        ("5 June", "lacks its year"),
        ("5/6/2012", "may be two days: write 2012-05-06 or 2012-06-05"),
        ("2012-06-05 25:00", "no such time"),
        ("2012-06-05 12:99", "no such time"),
        ("0001-01-01", "is no day"),
        ("...", "needs a letter or a figure"),
    ],
)
def test_what_is_no_day_is_told_with_what_is_wanted(written: str, complaint: str) -> None:
    with pytest.raises(DatelineError, match=complaint):
        understood("date", written)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, John Doe, and Ann Lee & Bo Ray", ("Jane Roe", "John Doe", "Ann Lee", "Bo Ray")),
        ("John Doe, Jr.", ("John Doe, Jr.",)),
        ("Ministry of Trade and Industry;", ("Ministry of Trade and Industry",)),
        ("Roe, Jane; Doe, John", ("Roe, Jane", "Doe, John")),
        ("Jane Roe, Jane Roe", ("Jane Roe",)),
    ],
)
def test_people_are_told_apart(written: str, people: tuple[str, ...]) -> None:
    assert understood("byline", written) == people
    assert understood("byline", typed("byline", people)) == people


def test_an_address_is_that_of_a_page() -> None:
    address = "https://example.com/a?b=c#d"
    assert understood("url", f" {address} ") == address
    for wrong in ("example.com", "javascript:alert(1)", "file:///etc/passwd", "http://", "ftp://a/b",
                  "https://a b/", "http://[::1", "data:text/html,hi"):  # fmt: skip
        with pytest.raises(DatelineError, match="begins with http"):
            understood("url", wrong)


def test_a_language_is_told_by_its_code() -> None:
    assert [understood("language", code) for code in ("EN", "en-GB", "ara")] == ["en", "en", "ara"]
    for wrong in ("English", "e", "en gb", "12"):
        with pytest.raises(DatelineError, match="code of two or three letters"):
            understood("language", wrong)


def test_what_was_typed_is_one_line_without_anything_that_acts_on_a_terminal() -> None:
    assert understood("title", "Talks\n\tbegin\u202e\u200b again") == "Talks begin again"
    for wrong in ("\x1b[31mred", "a\x00b", "a\ud800b"):
        with pytest.raises(DatelineError, match="cannot be shown"):
            understood("title", wrong)
    for wrong in ("", "  ", "—"):
        with pytest.raises(DatelineError, match="needs a letter"):
            understood("outlet", wrong)
    with pytest.raises(DatelineError, match="may have 200 characters; this has 201"):
        understood("outlet", "a" * 201)
    with pytest.raises(DatelineError, match="may have 50 names"):
        understood("byline", ";".join(f"Name {number}" for number in range(51)))
    with pytest.raises(DatelineError, match="needs a name"):
        names("byline", [])


def test_the_form_has_what_was_stated_and_all_else_as_it_was() -> None:
    form = corrected(FORM, {"title": "Council refuses", "agency": "Reuters", "byline": None})
    assert form == replace(
        FORM,
        title=Fact("Council refuses", "corrected"),
        agency=Fact("Reuters", "corrected"),
        byline=Fact(()),
    )
    assert corrected(FORM, {}) == FORM


def test_another_day_takes_its_hour_along() -> None:
    other = corrected(FORM, {"date": "2012-06-04"})
    assert (other.date, other.published_at) == (Fact("2012-06-04", "corrected"), NOTHING)
    same = corrected(FORM, {"date": "2012-06-05"})
    assert (same.date.basis, same.published_at) == ("corrected", FORM.published_at)
    exactly = corrected(FORM, {"date": "2012-06-04T14:05:00+08:00"})
    assert exactly.date == Fact("2012-06-04", "corrected")
    assert exactly.published_at == Fact("2012-06-04T14:05:00+08:00", "corrected")
    assert corrected(exactly, {"date": None}) == replace(FORM, date=NOTHING, published_at=NOTHING)


@given(st.sampled_from(STATED), st.text(max_size=60))
@example("date", "5 June 2012 23:59:59 -11:30")
@example("byline", "a, and b")
@example("byline", "; ,x,")
def test_whatever_is_taken_is_taken_again_as_it_is_shown(name: str, text: str) -> None:
    try:
        value = understood(name, text)
    except DatelineError as error:
        complaint = str(error)
    else:
        complaint = ""
    if complaint:
        assert complaint.endswith(".")
        assert not {"\n", "\x1b", "\u202e"} & set(complaint)
        return
    assert understood(name, typed(name, value)) == value
    form = corrected(FORM, {name: value})
    assert getattr(form, name).basis == "corrected"
    assert isinstance(value, tuple) == (name in PEOPLE)
    for fact in MOMENTS:
        assert len(getattr(form, fact).value or "0123456789") == 10
