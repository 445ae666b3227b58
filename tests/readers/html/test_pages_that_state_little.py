"""Pages without data and without names for their parts: what is told by print and by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.html.pages import COPY, article_of, page, paragraphs, set_as

_URL = '<link rel="canonical" href="https://www.harbourpost.example/islands/ferry">'


@pytest.mark.parametrize(
    ("printed", "window", "given", "guessed"),
    [
        (
            "Ferry sails again, and the islanders cheer",
            "The ferry sails from Monday",
            "Ferry sails again, and the islanders cheer",
            None,
        ),
        (
            "At last a boat for all of us",
            "The ferry sails from Monday",
            None,
            ("At last a boat for all of us", "from the heading on the page"),
        ),
        (
            "Islands",
            "The ferry sails from Monday",
            None,
            ("The ferry sails from Monday", "from the title of the page"),
        ),
    ],
    ids=["of one story", "in other words", "a part of the site"],
)
def test_the_one_heading_is_the_headline(
    tmp_path: Path, printed: str, window: str, given: str | None, guessed: tuple[str, str] | None
) -> None:
    html = page(f"<title>{window}</title>", f"<h1>{printed}</h1>{paragraphs()}")
    article = article_of(tmp_path, html)
    assert article.given.get("title") == (given and (given,))
    assert article.guessed.get("title") == guessed


@pytest.mark.parametrize(
    ("title", "foot", "guess"),
    [
        ("Ferry - Islands - The Harbour Post", "", ("The Harbour Post", "the title of the page")),
        ("Ferry * Harbour Post * by Jane Roe", "", ("Harbour Post", "the title of the page")),
        (
            "Ferry",
            "Copyright © 1998-2024, The Harbour Post, LLC. All rights reserved.",
            ("The Harbour Post", "the copyright line on the page"),
        ),
        (
            "Ferry",
            "© 2024 Coastal Media Group",
            ("www.harbourpost.example", "the address of the page"),
        ),
    ],
    ids=["title", "title with a name", "rights", "address"],
)
def test_an_outlet_that_is_not_stated_is_guessed(
    tmp_path: Path, title: str, foot: str, guess: tuple[str, str]
) -> None:
    head = f"<title>{title}</title>{_URL}"
    article = article_of(tmp_path, page(head, f"<h1>Ferry</h1>{paragraphs()}<p>{foot}</p>"))
    assert "outlet" not in article.given
    assert article.guessed["outlet"] == (guess[0], f"from {guess[1]}")


@pytest.mark.parametrize(
    "byline",
    [
        '<div class="byline"><a>Jane Roe</a><div>Islands Editor</div><b>Follow</b>May 16</div>',
        "<p>By Jane Roe</p>",
        '<div>By <a href="/x">Jane Roe</a></div>',
        '<p><a href="/authors/jane-roe">Jane Roe</a></p>',
    ],
    ids=["beside others", "words", "link", "page of one's own"],
)
def test_a_byline_is_known_by_its_looks(tmp_path: Path, byline: str) -> None:
    html = page("", f"<h1>Ferry sails again</h1>{byline}{paragraphs()}")
    assert article_of(tmp_path, html).guessed["author"][0] == "Jane Roe"


def test_what_looks_like_a_byline_is_not_sought_in_the_copy(tmp_path: Path) -> None:
    html = page("", f"<h1>Ferry sails again</h1>{paragraphs()}<p>By Monday all will sail.</p>")
    assert "author" not in article_of(tmp_path, html).guessed


@pytest.mark.parametrize("house", ["Harbour Post", "The Harbour Post", "Harbour Post News"])
def test_the_outlet_behind_a_name_is_none_of_the_authors(tmp_path: Path, house: str) -> None:
    head = '<meta property="og:site_name" content="The Harbour Post">'
    head += f'<meta name="author" content="Jane Roe"><meta name="author" content="{house}">'
    article = article_of(tmp_path, page(head, f"<h1>Ferry sails again</h1>{paragraphs()}"))
    assert article.given["author"] == ("Jane Roe",)


def test_who_comments_did_not_write_it(tmp_path: Path) -> None:
    comment = '<ol id="comments"><li><cite class="author-name">Ann Poe</cite> Well done!</li></ol>'
    html = page("", f"<h1>Ferry sails again</h1>{paragraphs()}{comment}")
    assert "author" not in article_of(tmp_path, html).guessed


def test_only_the_first_articles_authors_are_its(tmp_path: Path) -> None:
    author = '<div><span itemprop="author">{}</span></div>'
    others = "".join(f"<li>{author.format(name)}</li>" for name in ("Ann Poe", "Ida Holm"))
    body = f"<div><h1>Ferry</h1>{author.format('Jane Roe')}</div>{paragraphs()}<ul>{others}</ul>"
    assert article_of(tmp_path, page("", body)).given["author"] == ("Jane Roe",)


@pytest.mark.parametrize(
    "said",
    [
        "<p>Sign up for The Harbour Letter, our newsletter on all that happens at sea.</p>",
        "<div><h3>Read on</h3><p>Subscribe now to read the latest news of the islands.</p><ul>"
        "<li>Puzzles of every day.</li><li>Articles by Jane Roe and others.</li></ul></div>",
        "<p>This advertisement has not loaded yet, but your article continues below.</p>",
        "<p>Story continues below advertisement</p>",
        "<p>The Post is committed to maintaining a lively but civil forum for discussion.</p>",
        "<p>If you buy something using links in our stories, we may earn a commission.</p>",
        "<p>All that matters to islanders, delivered to your inbox every Friday morning.</p>",
        "<h2>Ferry sails again Back to video</h2>",
        "<p>When you visit our website, we store cookies on your browser to learn of you.</p>",
    ],
)
def test_what_a_site_says_to_its_readers_is_not_copy(tmp_path: Path, said: str) -> None:
    copy = f"{paragraphs(*COPY[:2])}{said}{paragraphs(*COPY[2:])}"
    article = article_of(tmp_path, page("", f"<div><h1>Ferry sails again</h1>{copy}</div>"))
    assert article.text.split("\n\n") == list(COPY)


@pytest.mark.parametrize(
    "copy",
    [
        "Subscribers to the ferry’s plan will get their money back, the authority said on Friday.",
        "Islanders can sign up at the landing until Friday, when the list of places is closed.",
        "“We store cookies in a tin that the sea cannot reach,” said the woman at the bakery.",
    ],
)
def test_news_of_subscribers_is_copy(tmp_path: Path, copy: str) -> None:
    article = article_of(tmp_path, page("", f"<h1>Ferry</h1>{paragraphs(*COPY, copy)}"))
    assert article.text.split("\n\n") == [*COPY, copy]


@pytest.mark.parametrize("credit", ["(AP Photo/Ann Poe)", "(Photo by Ann Poe)", "(Getty Images)"])
def test_what_ends_with_a_photographers_name_is_a_caption(tmp_path: Path, credit: str) -> None:
    caption = f"Ida Holm stands at the landing on Thursday with bread for the first boat. {credit}"
    copy = paragraphs(*COPY[:2], caption, *COPY[2:])
    article = article_of(tmp_path, page("", f"<div><h1>Ferry sails again</h1>{copy}</div>"))
    assert set_as(article, "caption") == [caption]


def test_what_is_said_behind_a_link_to_those_who_hear_it_is_left_out(tmp_path: Path) -> None:
    link = '<a href="/plan">its plan<span>, opens new tab</span></a> on Thursday, in a hall.'
    html = page("", f"<h1>Ferry</h1>{paragraphs(*COPY)}<p>The authority showed all {link}</p>")
    assert article_of(tmp_path, html).text.endswith("showed all its plan on Thursday, in a hall.")
