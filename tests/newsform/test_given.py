"""Facts that a dump gives beside a text: stated, and before what the text tells."""

from __future__ import annotations

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form

TEXT = (
    "UN envoys leave Damascus | The Guardian\n\nBy Jane Roe\n\nBEIJING, June 6 (Reuters) - The "
    "envoys left on Wednesday, a spokesman said.\n\n(Reporting by John Doe; Editing by Ann Poe)\n"
)


def test_what_is_given_is_stated_and_the_rest_is_read_in_the_text() -> None:
    form = read_form(
        TEXT, beside=Beside({"outlet": ("The Valley Herald",), "date": ("2012-06-05",)})
    )
    assert (form.outlet.value, form.outlet.basis) == ("The Valley Herald", "stated")
    assert (form.date.value, form.date.basis) == ("2012-06-05", "stated")
    assert (form.dateline.value, form.agency.value) == ("BEIJING", "Reuters")
    assert form.byline.value == ("Jane Roe",)
    assert form.editors.value == ("Ann Poe",)
    assert {piece.what for piece in form.furniture} == {"byline", "dateline", "sign-off"}


@pytest.mark.parametrize(
    "title", ["UN envoys leave Damascus", "UN ENVOYS LEAVE DAMASCUS", "UN  envoys leave Damascus!"]
)
def test_a_title_that_stands_at_the_head_is_the_headline(title: str) -> None:
    form = read_form(TEXT, beside=Beside({"title": (title,)}))
    assert form.title.value == title
    assert form.headline is not None
    assert TEXT[slice(*form.headline)] == "UN envoys leave Damascus"


def test_with_a_title_that_stands_elsewhere_the_first_line_is_no_headline() -> None:
    text = "More talks to come\n\nThe envoys left on Wednesday, a spokesman for them said.\n"
    assert read_form(text).headline is not None
    form = read_form(text, beside=Beside({"title": ("Envoys leave",)}))
    assert (form.title.value, form.title.basis, form.headline) == ("Envoys leave", "stated", None)


@pytest.mark.parametrize(
    ("given", "day", "basis"),
    [
        ("2012-06-05", "2012-06-05", "stated"),
        ("2012-06-05T23:30:00-04:00", "2012-06-05", "stated"),
        ("20120605", "2012-06-05", "stated"),
        ("20120605T101500Z", "2012-06-05", "stated"),
        ("Tue, 05 Jun 2012 10:15:00 GMT", "2012-06-05", "stated"),
        ("June 5, 2012", "2012-06-05", "stated"),
        ("25/06/2012", "2012-06-25", "stated"),
        ("05/06/2012", "2012-05-06", "inferred"),
        ("1338900000", "2012-06-05", "stated"),
        ("1338900000000", "2012-06-05", "stated"),
    ],
)
def test_a_day_is_read_as_databases_and_people_write_it(given: str, day: str, basis: str) -> None:
    form = read_form("News.", beside=Beside({"date": (given,), "updated": (given,)}))
    assert (form.date.value, form.date.basis) == (day, basis)
    assert form.updated == form.date


@pytest.mark.parametrize("given", ["2012-13-45", "99999999999", "soon", "2012", "0000-00-00"])
def test_what_is_no_day_leaves_the_day_to_the_text(given: str) -> None:
    form = read_form("June 6, 2012\n\nThe envoys left.\n", beside=Beside({"date": (given,)}))
    assert form.date.value == "2012-06-06"


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (("By Jane Roe and John Doe",), ("Jane Roe", "John Doe")),
        (("Jane Roe", "John Doe", "Jane Roe"), ("Jane Roe", "John Doe")),
        (("Jane Roe; John Doe, Reuters",), ("Jane Roe", "John Doe")),
        (("the editorial staff",), ("the editorial staff",)),
    ],
)
def test_authors_are_named_as_in_a_byline_or_else_as_given(
    given: tuple[str, ...], names: tuple[str, ...]
) -> None:
    form = read_form("News.", beside=Beside({"author": given}))
    assert (form.byline.value, form.byline.basis) == (names, "stated")


def test_a_language_is_a_code() -> None:
    told = {"en-GB": "en", "DE": "de", "ger": "de", "nb": "no", "zh_Hans_CN": "zh", "rm": "rm"}
    told |= {"English": "en", "Deutsch": "de", "English (United States)": "en", "français": "fr"}
    for given, code in told.items():
        assert read_form("News.", beside=Beside({"language": (given,)})).language.value == code
    nonsense = Beside({"language": ("nonsense",)})
    assert read_form("News.", beside=nonsense).language.basis == "unknown"


def test_the_place_of_a_dateline_may_be_given_beside_the_text() -> None:
    form = read_form("The envoys left.", beside=Beside({"dateline": ("PORT SALTER",)}))
    assert (form.dateline.value, form.dateline.basis) == ("PORT SALTER", "stated")
