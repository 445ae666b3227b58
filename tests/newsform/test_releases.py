"""Releases and transcripts of briefings: who issued them, when, and what they are called."""

from __future__ import annotations

import pytest

from index.newsform.layout import layout
from index.newsform.reading import read_form
from tests.newsform.pages import page, read

TURNS = (
    "MR. DOE: Good afternoon, everyone. I have no announcements, so let us go to your questions.",
    "Q: Does the President believe that the government has lost its legitimacy?",
    "MR. DOE: We have said that the government can lead this transition or get out of the way.",
)
TITLE = "Press Briefing by Press Secretary John Doe"


@pytest.mark.parametrize("title", [TITLE, TITLE.upper(), "Remarks by the President on Syria"])
@pytest.mark.parametrize("end", [("END", "1:45 P.M. EST"), ("END  1:45 P.M. EST",)])
def test_a_briefing_is_called_by_its_title_not_by_who_issued_it(
    title: str, end: tuple[str, ...]
) -> None:
    head = ("THE WHITE HOUSE", "Office of the Press Secretary", "For Immediate Release")
    text = page(*head, "May 12, 2011", title, "1:05 P.M. EDT", copy=TURNS, below=end)
    form = read_form(text)
    assert (form.title.value, form.title.basis) == (title, "stated")
    assert (form.outlet.value, form.outlet.basis) == ("The White House", "inferred")
    assert (form.date.value, form.date.basis) == ("2011-05-12", "stated")
    assert [text[p.start : p.end] for p in layout(text, form) if p.number] == list(TURNS)


def test_a_body_above_a_briefing_is_known_without_its_press_office() -> None:
    form = read("U.S. DEPARTMENT OF STATE", "May 12, 2011", TITLE, copy=TURNS)
    assert form.title.value == TITLE
    assert form.outlet.value == "U.S. Department of State"


def test_a_firms_release_has_its_headline_below_the_issuing_lines() -> None:
    headline = "Widgets to be recalled worldwide"
    form = read("Acme Widgets Inc", "FOR IMMEDIATE RELEASE", "June 5, 2012", headline)
    assert form.title.value == headline
    assert form.outlet.value == "Acme Widgets Inc"


def test_a_headline_above_for_immediate_release_stays_the_headline() -> None:
    form = read("Acme Recalls Its Widgets Worldwide", "For immediate release", "June 5, 2012")
    assert form.title.value == "Acme Recalls Its Widgets Worldwide"
    assert form.outlet.basis == "unknown"


def test_a_headline_in_capitals_issues_nothing() -> None:
    form = read("WHITE HOUSE STAYS AWAY FROM TALKS", "Statement by the envoys", "By Jane Doe")
    assert form.title.value == "WHITE HOUSE STAYS AWAY FROM TALKS"
    assert form.outlet.basis == "unknown"
