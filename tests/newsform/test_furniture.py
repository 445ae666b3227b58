"""What is printed with an article and is not its body; and what is, whatever it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.newsform.layout import layout
from index.newsform.reading import read_form
from index.text import canonical
from tests.newsform.pages import COPY, furniture, page

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
HEADLINE = "Talks falter as government stays away"


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("navigation", "Advertisement"),
        ("navigation", "Story Continued Below"),
        ("navigation", "ADVERTISEMENT"),
        ("navigation", "Read more: How the talks began"),
        ("navigation", "( PHOTOS: The talks in pictures)"),
        ("navigation", "CLICK HERE TO GET THE ECHO APP"),
        ("navigation", "* * *"),
        ("pitch", "Sign up for our newsletter"),
        ("pitch", "Get the stories you care about delivered to your inbox."),
        ("pitch", "Support our journalism. Become a member today."),
        ("caption", "The minister arrives, June 6, 2012. REUTERS/Jane Doe"),
        ("caption", "The minister arrives. (AP Photo/Jane Doe)"),
        ("caption", "The minister speaks. Photograph: David Jones/PA"),
        ("caption", "Enlarge this image toggle caption Mandel Ngan/AFP/Getty Images"),
        ("credit", "Photo: Jane Doe/Getty Images"),
        ("credit", "(Jonathan Ernst/Reuters)"),
        ("timestamp", "Updated at 3:04 p.m. ET"),
        ("navigation", "This article is more than 4 months old"),
        ("update-note", "This story has been updated."),
        ("update-note", "Correction: An earlier version of this article gave a wrong figure."),
        ("sign-off", "The Associated Press contributed to this report."),
        ("sign-off", "Write to Jane Doe at jane.doe@example.com"),
    ],
)
def test_furniture_in_mid_copy_is_marked_word_for_word(what: str, line: str) -> None:
    assert furniture(page(HEADLINE, copy=(*COPY, line, *COPY))) == [(what, line)]


@pytest.mark.parametrize(
    "line",
    [
        'He asked her to sign up for the newsletter, and she said: "Never."',
        "Readers who support the paper will not be asked to pay for the talks, he said.",
        "The advertisement was withdrawn on Friday after complaints from both sides.",
        "The photo of the two ministers was taken in Geneva, the agency said on Tuesday.",
        "More from the minister was not to be had, and he left by a side door.",
        '"We need your help," the envoy told the crowd that had come to the square.',
        "Mr. Doe (D-Md.) disagreed.",
        "It was updated in 2012 and again two years later, when nobody was looking.",
        '(UPDATE: The prosecutor has withdrawn the charge. "Based on facts, I do so," he said.)',
    ],
)
def test_copy_is_not_silenced(line: str) -> None:
    assert furniture(page(HEADLINE, copy=(*COPY, line, *COPY))) == []


def test_an_appeal_runs_to_the_end_and_no_further_back() -> None:
    appeal = (
        "Since you're here, we have a small favour to ask. More people read us than ever.",
        "Your support powers our independent journalism. It only takes a minute.",
        "Remind me later.",
    )
    text = page(HEADLINE, below=appeal)
    ((what, words),) = furniture(text)
    assert what == "pitch"
    assert words.startswith("Since you're here")
    assert words.endswith("Remind me later.")


def test_an_appeal_in_mid_copy_ends_where_the_copy_goes_on() -> None:
    appeal = "We need your help to keep our journalism free. Please consider supporting us."
    text = page(HEADLINE, copy=(*COPY, appeal, "No way back", *COPY))
    form = read_form(text)
    assert [text[piece.start : piece.end] for piece in form.furniture] == [appeal]
    assert len([part for part in layout(text, form) if part.number]) == 2 * len(COPY)


def test_titles_of_other_articles_at_the_end_are_a_gallery() -> None:
    below = ("(Reporting by Jane Doe)", "Talks in pictures", "How the war began")
    assert furniture(page(HEADLINE, below=below)) == [
        ("sign-off", "(Reporting by Jane Doe)"),
        ("gallery", "Talks in pictures"),
        ("gallery", "How the war began"),
    ]


def test_every_paragraph_is_laid_out_once_and_in_order() -> None:
    text = page("WORLD", HEADLINE, "By Jane Doe", copy=(*COPY, "No way back", *COPY))
    parts = layout(text, read_form(text))
    assert [part.what for part in parts[:3]] == ["navigation", "headline", "byline"]
    assert [part.number for part in parts if part.what == "body"] == [1, 2, 3, 4, 5, 6]
    assert [part.what for part in parts].count("subhead") == 1


_LINES = (
    *("By Jane Doe", "Advertisement", "June 5, 2012", "REUTERS/Jane Doe", "Support The Echo!"),
    *("(Editing by John Roe)", "we have a small favor to ask", "Title: x", "Date: 2012-02-30"),
    *("BEIJING (Reuters) -", "PARIS", "| The Guardian", "© 2012 AP", "“", '"', "(", ")", "\n\n"),
    *("\n", " ", "He said no.", "NO WAY BACK", "03/04/2012", "— Jane Doe", "31 June 2011"),
    *("^By JANE DOE<", "^Envoys go home=", "upi 01-28-86 08:12 pes", "THE WHITE HOUSE", "END"),
    *("For Immediate Release", "Skip to content", "Sign in", "News | Sport", "Most viewed"),
    *("Sign up to Light", "Enter your email", "Par Jean Dupont", "3 avril 2017", "BC-TALKS,0812"),
)
papers = st.lists(st.sampled_from(_LINES) | st.text(max_size=20), max_size=14).map("".join)


@settings(max_examples=300)
@given(papers, st.sampled_from(["", "2012-06-05.txt", "x"]))
def test_any_text_has_a_form_whose_parts_lie_in_it_and_apart(paper: str, name: str) -> None:
    text = canonical(paper)
    form = read_form(text, file_name=name)
    covered = 0
    for piece in form.furniture:
        assert covered <= piece.start < piece.end <= len(text)
        assert not text[piece.start].isspace()
        assert not text[piece.end - 1].isspace()
        covered = piece.end
    for start, end in form.subheads:
        assert 0 <= start < end <= len(text)
        assert all(end <= piece.start or piece.end <= start for piece in form.furniture)
    if form.headline is not None:
        assert text[slice(*form.headline)].split() == (form.title.value or "").split()
        assert form.title.basis == "stated"
    for fact in (form.title, form.date, form.updated, form.outlet, form.agency, form.byline):
        assert (fact.basis == "unknown") == (not fact.value)
        assert (fact.basis == "inferred") == bool(fact.reason)
    covered = 0
    for number, part in enumerate(
        [part for part in layout(text, form) if part.what == "body"], start=1
    ):
        assert part.number == number
        assert covered <= part.start < part.end
        covered = part.end


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_reading_is_pure(seed: Path) -> None:
    text = canonical(seed.read_text("utf-8"))
    assert read_form(text) == read_form(text)


@pytest.mark.parametrize(
    "paper",
    [
        "(" * 200_000,
        '"' * 200_000,
        " \n" * 200_000,
        "BEIJING " * 30_000,
        "June 5, 2012 " * 20_000,
        "Jane Doe/AP " * 20_000,
        "By A B and " * 20_000,
        "(Reporting by A B; " * 10_000,
        "we have a small favor to ask\n\n" * 4_000,
    ],
    ids=lambda paper: paper[:12].strip() or "blank",
)
def test_a_hostile_text_is_read_to_its_end(paper: str) -> None:
    text = canonical(paper)
    assert len(layout(text, read_form(text))) == (
        0 if not text.strip() else text.count("\n\n") or 1
    )
