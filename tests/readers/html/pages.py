"""Pages as newspapers' content systems make them, small but whole, and what is read of them."""

from __future__ import annotations

from pathlib import Path

from index.article import NewsForm
from index.newsform.given import Beside
from index.newsform.reading import read_form
from index.readers import RawArticle
from tests.readers.gone_through import articles

COPY = (
    "HARBOUR CITY — The ferry between the two islands will sail again from Monday, the port "
    "authority said, two years after a storm took away the quay.",
    "“We have waited long enough for this morning,” said Ida Holm, who runs the bakery at the "
    "landing and lost half of her customers when the boats stopped.",
    "The authority spent 14 million on a new quay of concrete, which stands a metre higher than "
    "the old one and is meant to hold for eighty years.",
    "Tickets will cost what they did before the storm. Islanders travel free until the end of "
    "the year, a spokesman for the authority said on Thursday.",
)


def paragraphs(*copy: str) -> str:
    """The copy in paragraphs."""
    return "\n".join(f"<p>{words}</p>" for words in copy or COPY)


def page(head: str = "", body: str = "", *, html: str = '<html lang="en">') -> str:
    """A whole page."""
    return f"<!DOCTYPE html>\n{html}<head>\n{head}\n</head><body>\n{body}\n</body></html>\n"


def article_of(folder: Path, html: str | bytes, name: str = "page.html") -> RawArticle:
    """The one article of a page, read from a file as any is."""
    path = folder / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (article,) = articles(path)
    return article


def form_of(article: RawArticle) -> NewsForm:
    """What is stored of an article's form."""
    return read_form(
        article.text,
        beside=Beside(article.given, article.guessed, article.marks, article.marked, article.pages),
    )


def set_as(article: RawArticle, what: str) -> list[str]:
    """The paragraphs that are set so, in order."""
    return [article.text[mark.start : mark.end] for mark in article.marks if mark.what == what]
