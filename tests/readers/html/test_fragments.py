"""HTML that is an article's body: its paragraphs, and how they are set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form
from index.readers.composing import composed
from index.readers.html import fragment
from index.readers.raw import Unreadable
from tests.readers.gone_through import gone_through

_BODY = """
<p>The harbour   <b>re</b>opened
on Monday.</p>
<h2>Two years late</h2>
Ships waited outside.<br>Some left.<br> <br/>Others stayed.
<ul><li>Quay one<li><p>Quay two</p></ul>
<blockquote><p>&ldquo;We are open.&rdquo;</p></blockquote>
<figure><img src="quay.jpg" alt="a quay"><figcaption>The quay <i>at dawn</i></figcaption></figure>
<table><tr><th>Ship</th><th>Days</th></tr><tr><td>Aurora</td><td>12</td></tr></table>
<pre>Tide  tables
follow</pre>
<script>document.write("no copy")</script><style>p { color: red }</style>
<form><button>Subscribe</button></form><div style="display: none">Preview of a letter</div>
"""


def test_each_paragraph_is_told_with_how_it_is_set() -> None:
    assert fragment(_BODY) == [
        (None, "The harbour reopened on Monday."),
        ("subhead", "Two years late"),
        (None, "Ships waited outside.\nSome left."),
        (None, "Others stayed."),
        ("item", "Quay one"),
        ("item", "Quay two"),
        ("block quote", "“We are open.”"),
        ("caption", "The quay at dawn"),
        ("table", "Ship | Days\nAurora | 12"),
        (None, "Tide  tables\nfollow"),
    ]


def test_a_table_that_only_sets_the_page_is_copy() -> None:
    html = "<table><tr><td><p>The first paragraph.</p><p>The second.</p></td></tr></table>"
    assert fragment(html) == [(None, "The first paragraph."), (None, "The second.")]


def test_empty_lines_part_paragraphs_where_no_tag_does() -> None:
    html = "Ships <em>waited</em>.\n\n<blockquote>Open!</blockquote>\n\nOthers\nstayed."
    assert fragment(html) == [
        (None, "Ships waited."),
        ("block quote", "Open!"),
        (None, "Others stayed."),
    ]


@pytest.mark.parametrize("html", ["", "  \n", "<!-- nothing -->", "\0", "<p>&nbsp;</p>"])
def test_what_has_no_words_has_no_paragraphs(html: str) -> None:
    assert fragment(html) == []


def test_tags_nested_without_end_are_refused() -> None:
    with pytest.raises(Unreadable, match="nested too deeply"):
        fragment("<div>" * 200_000 + "News.")


def test_the_body_of_a_row_in_html_keeps_its_structure(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(json.dumps({"title": "Harbour reopens", "content": _BODY}) + "\n")
    (article,) = gone_through(path)
    assert not isinstance(article, Unreadable)
    assert article.marked
    assert article.given["title"] == ("Harbour reopens",)
    form = read_form(
        article.text, beside=Beside(article.given, marks=article.marks, marked=article.marked)
    )
    assert [article.text[start:end] for start, end in form.subheads] == ["Two years late"]
    assert [article.text[piece.start : piece.end] for piece in form.furniture] == [
        "The quay at dawn"
    ]
    assert [(mark.what, article.text[mark.start : mark.end]) for mark in form.set_off] == [
        ("item", "Quay one"),
        ("item", "Quay two"),
        ("block quote", "“We are open.”"),
        ("table", "Ship | Days\nAurora | 12"),
    ]


def test_marks_hold_for_every_line_of_a_paragraph() -> None:
    paragraphs = fragment(
        "<figure><figcaption>The quay.<br>Photo: Jane Roe</figcaption></figure>"
        "<p>The harbour reopened on Monday after two years of work on its quays.</p>"
    )
    text, marks = composed(paragraphs)
    form = read_form(text, beside=Beside(marks=marks, marked=True))
    covered = "".join(text[piece.start : piece.end] for piece in form.furniture)
    assert "The quay." in covered
    assert "Jane Roe" in covered
