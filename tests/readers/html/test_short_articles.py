"""Articles of short lines or few words, which the page says are articles, and headlines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.readers.gone_through import refusal
from tests.readers.html.pages import article_of, page, paragraphs

_LINES = (
    "Harbour Trust: net 2.04 mln vs 1.96 mln",
    "Revenue 18.5 mln vs 17.9 mln",
    "Ferry Holdings: loss 0.31 mln vs profit 0.12 mln",
    "Revenue 6.2 mln vs 7.7 mln",
)
_DATA = json.dumps({"@type": "NewsArticle", "headline": "Results of the quarter"})
_HEADLINE = "<title>Results of the quarter</title>"
_MENU = "<nav><ul>" + "<li><a href='/x'>News of another day</a></li>" * 20 + "</ul></nav>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f'<script type="application/ld+json">{_DATA}</script>', "<main>{}</main>"),
        ('<meta property="og:type" content="article">', "<main>{}</main>"),
        ("", "<main><article>{}</article></main>"),
    ],
    ids=["data", "og:type", "element"],
)
def test_short_lines_are_an_article_where_the_page_says_so(
    tmp_path: Path, head: str, body: str
) -> None:
    copy = f"<h1>Results of the quarter</h1>{paragraphs(*_LINES)}"
    article = article_of(tmp_path, page(_HEADLINE + head, _MENU + body.format(copy)))
    assert article.text.split("\n\n") == list(_LINES)


@pytest.mark.parametrize(
    "body",
    [
        f"{_MENU}<main><h1>Results of the quarter</h1>{paragraphs(*_LINES)}</main>",
        f"<article><h1>Results</h1>{paragraphs(*_LINES)}</article>"
        f"<article><h1>Boats</h1>{paragraphs('Boats: none')}</article>",
        "<article><h1>Results</h1><p>More soon</p></article>",
    ],
    ids=["not said", "several", "nothing"],
)
def test_short_lines_alone_are_none(tmp_path: Path, body: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(_HEADLINE, body))
    assert refusal(path) == "a page without an article"


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        (
            "Watch: Ferry sails again from Monday after two years without a boat",
            "Ferry sails again from Monday after two years without a boat",
        ),
        ("Islanders cheer as the first boat comes", "Islanders cheer as the first boat comes"),
    ],
    ids=["another wording", "another headline"],
)
def test_a_label_within_the_printed_headline_is_not_of_it(
    tmp_path: Path, printed: str, headline: str
) -> None:
    stated = "Ferry sails again from Monday after two years without a boat"
    data = json.dumps({"@type": "NewsArticle", "headline": stated})
    head = f"""<title>{stated} | The Harbour Post</title>
    <meta property="og:site_name" content="The Harbour Post">
    <meta property="og:title" content="{printed}">
    <script type="application/ld+json">{data}</script>"""
    article = article_of(tmp_path, page(head, f"<article><h1>{printed}</h1>{paragraphs()}"))
    assert article.given["title"] == (headline,)
