"""Web pages of newspapers: the article and nothing else, and what the page says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.readers.gone_through import refusal
from tests.readers.html.pages import COPY, article_of, form_of, page, paragraphs, set_as

_LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry sails again, two years after the storm",
            "author": [{"@id": "#roe"}, {"@type": "Person", "name": "By John Doe, Senior Editor"}],
            "publisher": {"@type": "Organization", "name": "The Harbour Post"},
            "datePublished": "2024-05-16T23:30:00-04:00",
            "dateModified": "2024-05-17T08:05:00-04:00",
            "articleSection": "Islands",
        },
        {"@type": "Person", "@id": "#roe", "name": "Jane Roe"},
        {"@type": "WebSite", "name": "harbourpost.example"},
    ],
}
_HEAD = f"""
<title>Ferry sails again, two years after the storm | The Harbour Post</title>
<meta property="og:title" content="Ferry sails again, two years after the storm">
<meta property="og:site_name" content="harbourpost">
<meta name="description" content="The quay is a metre higher now.">
<link rel="canonical" href="https://harbourpost.example/islands/ferry">
<script type="application/ld+json">{json.dumps(_LINKED)}</script>
"""
_AROUND = f"""
<header><nav><ul><li><a href="/">Home</a></li>
<li><a href="/islands">Islands</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to make this site better for you and for us.</p></div>
<main><article>
<h1>Ferry sails again, two years after the storm</h1>
<p class="article__standfirst">The quay is a metre higher now.</p>
<div class="byline">By <a href="/by/roe">Jane Roe</a> and John Doe</div>
<time class="timestamp" datetime="2024-05-16T23:30:00-04:00">May 16, 2024</time>
<div class="share-bar"><a href="#">Share</a><a href="#">Tweet</a></div>
<figure><img src="quay.jpg">
<figcaption>The new quay on Thursday. Photo: Ann Poe</figcaption></figure>
<div class="article-body">
{paragraphs(*COPY[:2])}
<p><strong><a href="/storm">READ MORE: The night that the storm came</a></strong></p>
<h2>A quay for eighty years</h2>
{paragraphs(COPY[2])}
<ul><li>First boat: 6.10 a.m.</li><li>Last boat: 9.40 p.m.</li></ul>
<aside class="newsletter-signup"><h3>The Harbour Letter</h3><p>Sign up for our letter, which
brings the best of the islands to your inbox every Friday.</p></aside>
<blockquote><p>It is the quay that we should have had all along.</p></blockquote>
{paragraphs(COPY[3])}
</div>
<div class="author-bio"><p>Jane Roe writes about the islands and has done so since 1998.</p></div>
<section class="related"><h3>Related stories</h3>
<div class="card"><h4><a href="/a">Bakery opens again at the landing</a></h4>
<p>The smell of bread is back at the landing, and so are the customers.</p></div>
<div class="card"><h4><a href="/b">A winter without a boat to the town</a></h4>
<p>How the islanders came through two winters without a boat to the town.</p></div></section>
<div id="comments"><p>Great news for all of us on the island, well done everybody.</p></div>
</article></main>
<footer><p>© 2024 The Harbour Post. All rights reserved by the publisher.</p></footer>
"""


def test_a_page_is_its_article_and_nothing_else(tmp_path: Path) -> None:
    article = article_of(tmp_path, page(_HEAD, _AROUND))
    assert article.text.split("\n\n") == [
        "The quay is a metre higher now.",
        "The new quay on Thursday. Photo: Ann Poe",
        COPY[0],
        COPY[1],
        "A quay for eighty years",
        COPY[2],
        "First boat: 6.10 a.m.",
        "Last boat: 9.40 p.m.",
        "It is the quay that we should have had all along.",
        COPY[3],
    ]
    assert set_as(article, "subhead") == ["A quay for eighty years"]
    assert set_as(article, "item") == ["First boat: 6.10 a.m.", "Last boat: 9.40 p.m."]
    assert set_as(article, "caption") == ["The new quay on Thursday. Photo: Ann Poe"]
    assert set_as(article, "block quote") == ["It is the quay that we should have had all along."]


def test_what_a_page_states_is_stated(tmp_path: Path) -> None:
    article = article_of(tmp_path, page(_HEAD, _AROUND))
    assert article.given == {
        "title": ("Ferry sails again, two years after the storm",),
        "author": ("Jane Roe", "John Doe"),
        "outlet": ("The Harbour Post",),
        "date": ("2024-05-16T23:30:00-04:00",),
        "updated": ("2024-05-17T08:05:00-04:00",),
        "section": ("Islands",),
        "url": ("https://harbourpost.example/islands/ferry",),
        "language": ("en",),
    }
    assert not article.guessed
    form = form_of(article)
    assert (form.date.value, form.date.basis) == ("2024-05-16", "stated")
    assert form.published_at.value == "2024-05-16T23:30:00-04:00"
    assert form.byline.value == ("Jane Roe", "John Doe")
    assert form.updated.value == "2024-05-17"
    furniture = {article.text[piece.start : piece.end] for piece in form.furniture}
    assert "The new quay on Thursday. Photo: Ann Poe" in furniture
    assert not furniture & set(COPY)


def test_of_a_page_that_states_nothing_all_is_guessed(tmp_path: Path) -> None:
    head = "<title>Ferry sails again - The Harbour Post</title>"
    body = f'<div><p class="byline">By Jane Roe</p><p>May 16, 2024</p>{paragraphs()}</div>'
    article = article_of(tmp_path, page(head, body, html="<html>"))
    assert COPY[3] in article.text
    assert not article.given
    assert article.guessed["author"] == ("Jane Roe", "from the byline on the page")
    assert article.guessed["date"] == ("2024-05-16", "from the words of the page")
    assert article.guessed["title"][1] == "from the title of the page"
    form = form_of(article)
    assert form.date.basis in ("stated", "inferred")
    assert form.byline.value == ("Jane Roe",)


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "Article", "headline": "Ferry sails", "datePublished": "2024-05-16",} -->',
        '[{"@type": ["NewsArticle"], "name": "Ferry sails", "datePublished": "2024-05-16"}]',
        '{"@type": "WebPage", "mainEntity": {"@type": "http://schema.org/NewsArticle",'
        '"headline": "Ferry\nsails", "datePublished": "2024-05-16"}}',
        '{"@graph": [{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle",'
        '"headline": "Other", "datePublished": "2020-01-01"}]},'
        '{"@type": "NewsArticle", "headline": "Ferry sails", "datePublished": "2024-05-16"}]}',
        '{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"}</script>'
        '<script type="application/ld+json">{"broken": </script><script '
        'type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry &amp;amp; sails",'
        '"datePublished": "2024-05-16"}',
    ],
)
def test_data_is_read_however_it_is_nested_or_broken(tmp_path: Path, script: str) -> None:
    heading = "Ferry &amp; sails" if "amp" in script else "Ferry sails"
    head = f'<script type="application/ld+json">{script}</script>'
    article = article_of(tmp_path, page(head, f"<article><h1>{heading}</h1>{paragraphs()}"))
    assert article.given["date"] == ("2024-05-16",)
    assert article.given["title"] == (heading.replace("&amp;", "&"),)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("By JANE ROE and John Doe", ("JANE ROE", "John Doe")),
        ("Jane Roe | Reuters", ("Jane Roe",)),
        ("Jane Roe, Health Correspondent", ("Jane Roe",)),
        ("Associated Press", ("Associated Press",)),
        ("Jane Roe, John Doe; Ann Poe", ("Jane Roe", "John Doe", "Ann Poe")),
        ("https://harbourpost.example/by/roe", None),
        ("@janeroe", None),
        ("admin", None),
    ],
)
def test_bylines_come_down_to_names(
    tmp_path: Path, told: str, names: tuple[str, ...] | None
) -> None:
    head = f'<meta name="author" content="{told}">'
    article = article_of(tmp_path, page(head, f"<article><h1>Ferry</h1>{paragraphs()}</article>"))
    assert article.given.get("author") == names


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("<title>Before you continue</title>", "<h1>Before you continue</h1><p>We and our "
              "partners use data of your device to show you advertisements that fit.</p>"),
         "a page that asks for consent"),
        (page("<title>Just a moment...</title>", "<p>Checking your browser.</p>"),
         "a page that was refused by the site"),
        (page("<title>404: Page not found</title>", "<p>Try our search instead.</p>"),
         "a page that says that the article is not there"),
        (page("<script src='app.js'></script>", "<div id='root'></div>"),
         "a page that only its scripts fill in"),
        (page("<title>News</title>", "".join(
            f'<div class="item"><h3><a href="/{n}">The headline of story number {n}</a></h3>'
            f"<p>What story number {n} is about, in a sentence that leads one on.</p></div>"
            for n in range(12))), "a page that lists articles"),
    ],
    ids=["consent", "robots", "gone", "shell", "index"],
)  # fmt: skip
def test_a_page_that_is_no_article_is_refused(tmp_path: Path, html: str, reason: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(html)
    assert refusal(path).startswith(reason)


def test_an_article_that_only_the_data_have_is_taken_from_there(tmp_path: Path) -> None:
    data = {"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\n".join(COPY)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    article = article_of(tmp_path, page(head, '<div id="root"></div>'))
    assert article.text.split("\n\n") == list(COPY)


def test_a_page_of_which_only_the_lede_is_free_is_taken_in(tmp_path: Path) -> None:
    head = '<meta property="og:type" content="article">'
    body = f"""<article><h1>Ferry sails again</h1>{paragraphs(COPY[0])}
    <div class="paywall-promo"><p>Subscribe to read the rest of this article today.</p></div>"""
    assert article_of(tmp_path, page(head, body)).text == COPY[0]
