"""Rich text: the copy as printed, how it is set, and what the document says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form
from tests.readers.gone_through import articles, content, only, refusal
from tests.samples import rtf
from tests.samples.stories import CHESS, HARBOUR, STORIES


def test_an_article_is_its_headline_and_its_copy(tmp_path: Path) -> None:
    article = only(tmp_path / "story.doc", rtf.story())
    assert content(tmp_path / "story.doc").read_by == "rtf/1"
    assert article.text.split("\n\n") == [HARBOUR.title, HARBOUR.byline, *HARBOUR.body]
    form = read_form(article.text, beside=Beside({}, article.guessed, article.marks, True))
    assert (form.title.value, form.title.basis) == (HARBOUR.title, "stated")
    assert form.byline.value == ("Jane Roe",)
    assert (form.date.value, form.date.basis) == (HARBOUR.day, "inferred")


def test_copy_without_styles_is_read_by_its_looks(tmp_path: Path) -> None:
    article = only(tmp_path / "a.rtf", rtf.plain())
    assert (article.marks, article.marked) == ((), False)
    assert article.text.split("\n\n") == [CHESS.title, CHESS.byline, *CHESS.body]


def test_how_paragraphs_are_set_is_kept_and_what_is_not_printed_is_left_out(
    tmp_path: Path,
) -> None:
    article = only(tmp_path / "a.rtf", rtf.structured())
    assert [(mark.what, article.text[mark.start : mark.end]) for mark in article.marks] == [
        ("headline", "Harbour talks falter"),
        ("subhead", "Third time"),
        ("item", "a raise"),
        ("item", "a free Sunday"),
        ("block quote", "Nobody goes back."),
        ("table", "Year | Ships\n2012 | 388"),
        ("caption", "Dockers at the gate."),
    ]
    paragraphs = article.text.split("\n\n")
    assert paragraphs[1] == "The dockers walked out on Tuesday, off\u2011shore."
    assert paragraphs[-1] == "The end.\nOf it."
    assert article.marked


def test_each_font_has_its_own_encoding_and_binary_data_is_skipped(tmp_path: Path) -> None:
    article = only(tmp_path / "a.rtf", rtf.encodings())
    assert article.text == "Переговоры and 港の表 “Yes”—😀 café •"


@pytest.mark.parametrize(
    "delivery", [rtf.nexis_delivery, rtf.nexis_uni_delivery, rtf.factiva_delivery]
)
def test_a_delivery_is_many_articles(tmp_path: Path, delivery: object) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(delivery())  # type: ignore[operator]
    found = articles(path)
    assert [each.given["title"][0] for each in found] == [story.title for story in STORIES]
    assert [each.given["outlet"][0] for each in found] == [story.outlet for story in STORIES]
    assert [each.given["author"][0] for each in found] == [story.byline for story in STORIES]
    assert all(
        each.text.startswith("\n\n".join(story.body))
        for each, story in zip(found, STORIES, strict=True)
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{\\rtf1" + b"{" * 100_000, "nested too deeply"),
        (b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\par}", "rich text without words"),
        (b"{\\rtf1{\\pict\\bin99999999999 x}}", "rich text without words"),
        (b"{\\rtf1\\", "rich text without words"),
    ],
)
def test_hostile_and_empty_ones_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(data)
    assert refusal(path) == reason


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1\\ansi The talks faltered.",
        b"{\\rtf1\\ansi The talks faltered.\\par}}}}{{{",
        b"{\\rtf1\\ansicpg99999\\uc-5 The talks \\f99999 faltered.}",
        b"{\\rtf1 The talks faltered.{\\info{\\creatim\\yr0\\mo99\\dy0}}}",
        b"{\\rtf1 The talks{\\field{\\*\\fldinst" + b" HYPERLINK" * 3000 + b"}} faltered.}",
    ],
)
def test_what_is_a_little_damaged_is_read(tmp_path: Path, data: bytes) -> None:
    assert only(tmp_path / "a.rtf", data).text == "The talks faltered."
