"""Datelines in their many forms, and the day of an article from whatever tells it."""

from __future__ import annotations

import pytest

from index.newsform.reading import read_form
from tests.newsform.pages import COPY, LEDE, page, read

HEADLINE = "Talks falter as government stays away"
CAPTION = "The minister arrives for talks in Geneva, {day}. REUTERS/Jane Doe"


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("BEIJING", "BEIJING"),
        ("BEIJING — ", "BEIJING"),
        ("ST PETERSBURG, Russia (Reuters) - ", "ST PETERSBURG, Russia"),
        ("WINSTON-SALEM, N.C., March 13 - ", "WINSTON-SALEM, N.C."),
        ("NEW YORK, Juen 19 - ", "NEW YORK"),
        ("LJUBLJANA, 12 April 2020 - ", "LJUBLJANA"),
        ("LONDON, 3 May (Reuters) - ", "LONDON"),
        ("SEOUL, 2020-04-12 -- ", "SEOUL"),
        ("LA CROSSE, Wis. (AP) — ", "LA CROSSE, Wis."),
        ("LONDON/NEW YORK (Reuters) - ", "LONDON/NEW YORK"),
        ("KYIV. Feb 3 (Interfax-Ukraine) – ", "KYIV"),
        ("NEW DELHI: ", "NEW DELHI"),
        ("Rome (dpa) - ", "Rome"),
        ("Washington (CNN)", "Washington"),
        ("COLORADO SPRINGS — ", "COLORADO SPRINGS"),
        ("TORONTO/ST JOHN’S, Newfoundland (Reuters) - ", "TORONTO/ST JOHN’S, Newfoundland"),
    ],
)
def test_a_dateline_gives_the_place_and_leaves_the_lede(printed: str, place: str) -> None:
    lede = printed + (" " if printed[-1].isalpha() else "") + LEDE
    text = page(HEADLINE, copy=(lede, *COPY[1:]))
    form = read_form(text)
    assert form.dateline.value is not None
    assert form.dateline.value.replace("'", "’") == place
    (piece,) = form.furniture
    assert piece.what == "dateline"
    assert text[piece.start : piece.end] == printed.strip()
    assert text[piece.end :].lstrip().startswith(LEDE)


@pytest.mark.parametrize(
    "lede",
    [
        "NATO said on Wednesday that it would not take part in the talks at all this year.",
        "THE company said on Wednesday that it would not take part in the talks this year.",
        "GOP - the party of business - said that it would not take part in the talks at all.",
        "EXCLUSIVE - The government will not take part in the talks, papers seen here show.",
        "President Obama - who was in Paris - said that he would not take part in the talks.",
        "ANALYSIS: The government will not take part in the talks, and here is the reason.",
    ],
)
def test_capitals_that_are_no_place_are_no_dateline(lede: str) -> None:
    form = read(HEADLINE, copy=(lede, *COPY))
    assert form.dateline.basis == "unknown"
    assert form.furniture == ()


@pytest.mark.parametrize(
    ("line", "date", "updated"),
    [
        ("06/05/2012 09:03 am ET Updated Aug 05, 2012", "2012-06-05", "2012-08-05"),
        ("Saturday, November 16, 2019", "2019-11-16", None),
        ("June 5, 2012", "2012-06-05", None),
        ("5 June 2012", "2012-06-05", None),
        ("Published: June 5, 2012", "2012-06-05", None),
        ("Posted on June 5th, 2012 at 3 p.m. | 3 min read", "2012-06-05", None),
        ("2012-06-05T10:00:00Z", "2012-06-05", None),
        ("05.06.2012 14:23", "2012-06-05", None),
        ("Wed 6 Jun 2012 10.00 BST", "2012-06-06", None),
        ("5 June 2012 Last updated at 10:43 GMT", "2012-06-05", None),
        ("June 15, 2014 -- Updated 2011 GMT (0411 HKT)", "2014-06-15", None),
        ("Mon 4 Jun 2012 10.00 BST Last modified on Tue 5 Jun 2012", "2012-06-04", "2012-06-05"),
        ("Reuters | Published June 7, 2012", "2012-06-07", None),
        ("By Jane Doe, June 5, 2012", "2012-06-05", None),
        ("The Observer, Sunday 22 July 2018", "2018-07-22", None),
        ("Sun 22 Jul 2018 09.00 BST", "2018-07-22", None),
        ("Warsaw, 5 May 2024", "2024-05-05", None),
        ("Publié le 3 avril 2017 à 11h20", "2017-04-03", None),
        ("Publié le 1er août 2017, mis à jour le 2 août 2017", "2017-08-01", "2017-08-02"),
        ("Veröffentlicht am 3. März 2017 um 11:20 Uhr", "2017-03-03", None),
        ("Montag, 3. Oktober 2017", "2017-10-03", None),
        ("3 de abril de 2017", "2017-04-03", None),
        ("Pubblicato il 3 aprile 2017 alle 11:20", "2017-04-03", None),
        ("Gepubliceerd op 3 maart 2017 om 11:20 uur", "2017-03-03", None),
        ("Publicado em 3 de março de 2017 às 11h20", "2017-03-03", None),
        ("Issued on: 13/06/2012 - 09:10Modified: 14/06/2012 - 09:12", "2012-06-13", "2012-06-14"),
    ],
)
def test_a_printed_day_is_stated(line: str, date: str, updated: str | None) -> None:
    form = read(HEADLINE, line)
    assert (form.date.value, form.date.basis) == (date, "stated")
    assert form.updated.value == updated


@pytest.mark.parametrize(
    ("line", "lede", "date", "basis"),
    [
        ("03/04/2012 9:03 am ET", LEDE, "2012-03-04", "stated"),
        ("03/04/2012 10:43 GMT", LEDE, "2012-04-03", "stated"),
        ("Sunday 04/03/2012", LEDE, "2012-03-04", "stated"),
        ("03/04/2012", "GENEVA, April 3 (AP) — " + LEDE, "2012-04-03", "stated"),
        ("03/04/2012 Updated: 13/04/2012", LEDE, "2012-04-03", "stated"),
        ("03/04/2012", LEDE, "2012-03-04", "inferred"),
    ],
)
def test_the_order_of_figures_is_settled_by_what_stands_beside_them(
    line: str, lede: str, date: str, basis: str
) -> None:
    form = read(HEADLINE, line, copy=(lede, *COPY[1:]))
    assert (form.date.value, form.date.basis) == (date, basis)
    assert bool(form.date.reason) == (basis == "inferred")


def test_a_paper_beside_the_day_is_the_outlet() -> None:
    form = read(HEADLINE, "By Jane Doe in Paris", "The Observer, Sunday 22 July 2018")
    assert (form.outlet.value, form.outlet.basis) == ("The Observer", "stated")


def test_any_place_may_stand_beside_the_day_under_a_byline() -> None:
    assert read(HEADLINE, "By Jane Doe", "Hrubieszow, 5 May 2024").date.value == "2024-05-05"
    form = read("Ceasefire Day, 5 May 2024")
    assert form.date.basis == "unknown"


def test_a_dateline_without_a_year_takes_it_from_elsewhere() -> None:
    copy = ("GENEVA, Dec. 30 (AP) — " + LEDE, *COPY[1:])
    form = read(HEADLINE, "Updated January 2, 2012", copy=copy)
    assert (form.date.value, form.date.basis) == ("2011-12-30", "inferred")
    assert "dateline" in (form.date.reason or "")
    assert read(HEADLINE, copy=copy).date.basis == "unknown"
    named = read_form(page(HEADLINE, copy=copy), file_name="2011-12-31_talks.txt")
    assert named.date.value == "2011-12-30"


def test_a_caption_tells_the_day_only_where_the_lede_agrees() -> None:
    # 6 June 2012 was a Wednesday, the day that the lede names.
    form = read(CAPTION.format(day="June 6, 2012"))
    assert (form.date.value, form.date.basis) == ("2012-06-06", "inferred")
    assert read(CAPTION.format(day="June 5, 2012")).date.value == "2012-06-06"
    assert read(CAPTION.format(day="June 1, 2012")).date.basis == "unknown"
    old = "FILE PHOTO: " + CAPTION.format(day="June 6, 2012")
    assert read(old).date.basis == "unknown"


def test_a_weekday_alone_is_no_date() -> None:
    assert "Wednesday" in LEDE
    assert read(HEADLINE, "Wednesday").date.basis == "unknown"


def test_a_file_name_may_tell_the_day() -> None:
    form = read_form(page(HEADLINE), file_name="echo_2016-09-12_talks.txt")
    assert (form.date.value, form.date.basis) == ("2016-09-12", "inferred")
    for name in ("000_32c1d0bfa89fd5c1.txt", "20169912.txt", "a20160912b.txt"):
        assert read_form(page(HEADLINE), file_name=name).date.basis == "unknown"


def test_the_day_of_an_old_letter_is_not_the_day_of_the_paper() -> None:
    form = read(copy=("Pittsburgh, Dec. 23, 1789.", *COPY))
    assert form.dateline.value == "Pittsburgh"
    assert form.date.basis == "unknown"
