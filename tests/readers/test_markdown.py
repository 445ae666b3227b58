"""Markdown: facts above it, its structure as marks, its markup resolved and no word changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.readers import RawArticle
from tests.readers.gone_through import only, refusal, set_as
from tests.samples import markdown


def _read(folder: Path, data: bytes | str, name: str = "story.md") -> RawArticle:
    return only(folder / name, data)


def test_front_matter_says_the_facts(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.jekyll())
    assert article.given == {
        "title": ("Harbour strike enters second week",),
        "date": ("2019-03-08T21:40:00-05:00",),
        "author": ("Maria Lindqvist", "Tom Achebe"),
        "section": ("business", "ports"),
        "outlet": ("The Harbour Gazette",),
        "url": ("https://gazette.example/2019/harbour-strike",),
        "language": ("en",),
    }
    assert "layout" not in article.text


def test_structure_is_marked_and_markup_resolved_to_its_words(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.jekyll())
    assert article.marked
    assert article.text.startswith(
        "PORT ELLEN, March 8 (HG) – Dockers rejected the latest offer on Friday, said Ruth Okafor, "
        "who leads their union.\n\n"
    )
    assert set_as(article) == [
        ("subhead", "What the dockers want"),
        ("item", "A raise of 4 percent"),
        ("item", "Two more crane drivers on night shifts"),
        ("item", "1. The first talks failed on Monday."),
        ("item", "2. The second did on Thursday."),
        ("block quote", "“We will be back at the gate on Monday,” she said. “All of us.”"),
        ("caption", "Dockers at the gate on Friday. Photo: Ana Reyes"),
        ("table", "Port | Ships waiting\nEllen | 14\nAskaig | 3"),
    ]
    assert article.text.endswith("operator NorthQuay did not answer.\nIt has until noon.")


def test_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.hugo())
    assert article.given == {
        "title": ("River falls below its lowest mark",),
        "date": ("2022-08-14T06:05:00+02:00",),
        "updated": ("2022-08-15",),
        "author": ("Jörg Brandt",),
        "section": ("climate",),
    }
    assert article.text.startswith("The gauge at Kaub"), "the headline is not said again"
    assert set_as(article) == [("subhead", "Freight")]


def test_the_heading_that_opens_it_is_the_headline(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.bare())
    assert article.given == {"title": ("Council votes to keep the library open",)}
    assert article.text.startswith("By Dana Whitfield\n\n12 May 2021\n\nThe council voted")
    assert set_as(article) == [("subhead", "Who voted against")]


def test_a_heading_below_a_kicker_is_the_headline_where_it_stands(tmp_path: Path) -> None:
    article = _read(tmp_path, "POLITICS\n\n# Talks falter\n\nThe envoys left.\n")
    assert article.given == {}
    assert set_as(article) == [("headline", "Talks falter")]
    several = _read(tmp_path, "Notes.\n\n# One\n\nFirst.\n\n# Two\n\nSecond.\n")
    assert set_as(several) == [("subhead", "One"), ("subhead", "Two")]


def test_front_matter_that_is_not_quite_yaml_still_says_its_facts(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.typed_by_hand())
    assert article.given["title"] == ("Budget talks: a deal at dawn",)
    assert article.given["date"] == ("2020-11-03",)
    assert article.text == "Ministers agreed at five in the morning, after nine hours."


def test_facts_above_a_text_tell_markdown_whatever_its_name(tmp_path: Path) -> None:
    article = _read(tmp_path, markdown.jekyll(), "story.txt")
    assert article.given["outlet"] == ("The Harbour Gazette",)


@pytest.mark.parametrize(
    "content",
    [
        "# Not a headline, a note\n\nIt was *so*.\n",
        "---\n\nHe said: it is over.\n\n---\n\nAnd left.\n",
        "* * *\n\nThe end - or - not.\n",
    ],
)
def test_plain_text_with_some_marks_in_it_stays_as_it_is(tmp_path: Path, content: str) -> None:
    assert _read(tmp_path, content, "story.txt").text == content


def test_a_year_that_opens_a_paragraph_is_not_lost_as_a_number(tmp_path: Path) -> None:
    assert _read(tmp_path, "2012. What a year it was.\n").text == "2012. What a year it was."


def test_what_markdown_does_not_know_stays(tmp_path: Path) -> None:
    text = "A note[^1] costs $5 & 3 < 4, he_said_so at a_b.\n\nx = y\\*z\n"
    assert _read(tmp_path, text).text == (
        "A note[^1] costs $5 & 3 < 4, he_said_so at a_b.\n\nx = y*z"
    )


def test_raw_html_gives_its_words_and_nothing_else(tmp_path: Path) -> None:
    article = _read(
        tmp_path,
        "One <b>two</b><script>alert(1)</script> three.\n\n<script>\nsteal()\n</script>\n\n"
        "<div><p>Four.</p><blockquote>Five.</blockquote></div>\n\nIt types <script> and stops.\n",
    )
    assert article.text == "One two three.\n\nFour.\n\nFive.\n\nIt types and stops."
    assert set_as(article) == [("block quote", "Five.")]


def test_what_has_no_article_says_so(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("---\ntitle: Talks\n---\n")
    assert refusal(path) == "no text, only a headline"
    path.write_text(" \n")
    assert refusal(path) == "empty"
    for mark in ("> ", "+ "):
        path.write_text(mark * 5_000 + "Text.")
        assert refusal(path) == "its lists and block quotes are nested too deeply"
    path.write_text("word " * 300_000)
    assert refusal(path) == "larger than 1 MB"


@pytest.mark.parametrize(
    "content",
    [
        "---\na: &a [x]\nb: [*a, *a]\ntitle: T\n---\nText.",
        "---\ntitle: " + "[" * 20_000 + "\n---\nText.",
        "+++\na = " + "[" * 5_000 + "\n+++\nText.",
        "> " * 90 + "Text.",
        "[" * 2_000 + "Text." + "](" * 2_000,
        "*" * 50_000 + "Text.",
        "![](" * 5_000 + "Text.",
        "<" * 50_000 + "Text.",
        "`" * 50_000 + "\nText.",
        "| a " * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "Text. |" * 3_000,
    ],
    ids=lambda content: content[:12],
)
def test_hostile_markdown_keeps_its_text(tmp_path: Path, content: str) -> None:
    assert "Text." in _read(tmp_path, content).text
