"""Plain text: one article a file, in whatever encoding it comes, or a delivery of many."""

from __future__ import annotations

from index.readers import deliveries
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable, larger_than
from index.text import NotText, canonical, decode


def _tells(_: Head) -> bool:
    return True  # what is none has no text in any encoding, and is refused for that


def _tells_delivery(head: Head) -> bool:
    return head.text is not None and deliveries.may_be_delivery(head.text)


def _articles(document: Document, bounds: Bounds) -> Read:
    if len(document.data) > bounds.article:
        raise Unreadable(larger_than(bounds.article))
    text = canonical(_decoded(document))
    if not text.strip():
        raise Unreadable("empty")
    yield RawArticle(text)


def _delivered(document: Document, bounds: Bounds) -> Read:
    found = deliveries.split_text(_decoded(document))
    yield from _articles(document, bounds) if found is None else found


def _decoded(document: Document) -> str:
    try:
        return decode(document.data)
    except NotText as error:
        raise Unreadable(str(error)) from error


DELIVERY = Whole("delivery", 1, _tells_delivery, _delivered)
FORMAT = Whole("text", 1, _tells, _articles, risky=False)
