"""Plain text: one article a file, in whatever encoding it comes, or a delivery of many."""

from __future__ import annotations

from index.readers import deliveries
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable, larger_than
from index.text import NotText, canonical, decode


def _tells(_: Head) -> bool:
    return True  # what is none has no text in any encoding, and is refused for that


def _articles(document: Document, bounds: Bounds) -> Read:
    try:
        decoded = decode(document.data)
    except NotText as error:
        raise Unreadable(str(error)) from error
    if (delivered := deliveries.split_text(decoded)) is not None:
        yield from delivered
        return
    if len(document.data) > bounds.article:
        raise Unreadable(larger_than(bounds.article))
    text = canonical(decoded)
    if not text.strip():
        raise Unreadable("empty")
    yield RawArticle(text)


FORMAT = Whole("text", 1, _tells, _articles, risky=False)
