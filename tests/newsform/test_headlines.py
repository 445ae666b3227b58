"""Headlines are told by their shape; what is no headline is not called one."""

from __future__ import annotations

import pytest

from index.newsform.layout import layout
from index.newsform.reading import read_form
from tests.newsform.pages import COPY, LEDE, page, read

HEADLINE = "Talks falter as government stays away"


@pytest.mark.parametrize(
    "headline",
    [
        HEADLINE,
        "GOVERNMENT STAYS AWAY FROM TALKS",
        "'Far from serious': government spurns offer",
        "Government: No. We Will Not Come",
        "2 sides, no talks: what happens now",
    ],
)
def test_a_line_that_is_no_sentence_above_the_copy_is_the_headline(headline: str) -> None:
    form = read(headline, "By Jane Doe")
    assert (form.title.value, form.title.basis) == (headline, "stated")


@pytest.mark.parametrize(
    "line",
    [
        "Support The Daily Echo!",
        "June 5, 2012",
        "Updated at 3:04 p.m. ET",
        "By Jane Doe",
        "POLITICS",
        "Opinion",
        "BBC News",
        "Photo: Jane Doe/Reuters",
        "The minister arrives for the talks in Geneva, June 5, 2012. REUTERS/Jane Doe",
        "Advertisement",
        "Sign up for our daily newsletter",
        "Story highlights Government stays away from talks",
    ],
)
def test_what_else_stands_above_copy_is_no_headline(line: str) -> None:
    form = read(line)
    assert form.headline is None
    assert form.title.basis == "inferred"
    assert form.title.reason


def test_a_missing_headline_is_made_from_the_words_of_the_lede() -> None:
    form = read(copy=("GENEVA, June 5 (Reuters) - " + LEDE, *COPY[1:]))
    made = form.title.value or ""
    assert LEDE.startswith(made.removesuffix(" …"))
    assert 30 < len(made) <= 92


def test_the_headline_stands_below_section_date_and_above_byline() -> None:
    text = page("WORLD", "5 June 2012", HEADLINE, "By Jane Doe")
    form = read_form(text)
    assert form.headline is not None
    assert text[slice(*form.headline)] == HEADLINE
    assert [part.what for part in layout(text, form)][:5] == [
        "navigation",
        "timestamp",
        "headline",
        "byline",
        "body",
    ]


def test_the_sites_name_behind_a_headline_is_the_outlet_not_the_headline() -> None:
    form = read(f"{HEADLINE} | The Guardian")
    assert form.title.value == HEADLINE
    assert (form.outlet.value, form.outlet.basis) == ("The Guardian", "inferred")


def test_a_full_stop_behind_a_headline_does_not_hide_it_above_a_dateline() -> None:
    form = read("Green candidate removed from debate site by police.", "By Jane Doe")
    assert form.title.basis == "stated"
    copy = ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — " + LEDE, *COPY[1:])
    assert read("Green candidate removed from debate site.", copy=copy).title.basis == "stated"


def test_a_question_that_opens_the_copy_is_copy() -> None:
    form = read("Is anybody surprised that the talks have come to nothing again?")
    assert form.headline is None


def test_a_labelled_title_is_the_headline() -> None:
    form = read(f"Title: {HEADLINE}", "Date: 2012-06-05", "Source: The Daily Echo")
    assert form.title.value == HEADLINE
    assert form.date.value == "2012-06-05"
    assert form.headline is not None


@pytest.mark.parametrize("subhead", ["FALTERING PEACE PLAN", "No way back", "What happens next?"])
def test_a_short_line_alone_between_copy_is_a_subhead(subhead: str) -> None:
    text = page(HEADLINE, copy=(*COPY, subhead, *COPY))
    assert [text[a:b] for a, b in read_form(text).subheads] == [subhead]


@pytest.mark.parametrize(
    "line",
    [
        '"No."',
        "But why now?",
        "He shrugged.",
        "The offer in full:",
        "- peace, bread and land",
        "1987  1.25  3.40",
        "and then there were none",
    ],
)
def test_other_short_lines_are_copy(line: str) -> None:
    text = page(HEADLINE, copy=(*COPY, line, *COPY))
    form = read_form(text)
    assert form.subheads == ()
    assert line in [text[p.start : p.end] for p in layout(text, form) if p.what == "body"]


def test_labels_of_speakers_in_an_interview_are_no_subheads() -> None:
    copy = ("Jane Doe", COPY[1], "John Roe", COPY[2], "Jane Doe", COPY[1], "John Roe", COPY[2])
    assert read(HEADLINE, copy=(LEDE, *copy)).subheads == ()


def test_a_headline_that_is_printed_twice_over_the_lede_is_the_headline() -> None:
    text = (
        "Envoy Takes Swipe At Ministers Over Truce\n\nJane Roe\n\nValley Online\n\n"
        "Envoy Takes Swipe At Ministers Over Truce\n\n"
        "The envoy said on Friday that the truce had not been kept, and that he would go home.\n\n"
        "He did not say when the talks would be held again, or whether anybody would come.\n"
    )
    form = read_form(text)
    assert form.title.value == "Envoy Takes Swipe At Ministers Over Truce"
    assert form.title.basis == "stated"
