"""A web page: the article on it, and what it says of that article."""

from __future__ import annotations

import re

from index.readers.composing import composed
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.html.fragments import begins_as_page, paragraphs_of
from index.readers.html.trees import tree_of
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable
from index.text import NotText, decode

_TAG = re.compile(
    r"<(?:/?[a-z][a-z0-9]{0,10}\b[^<>]{0,2000}|!doctype [^<>]{0,300})>", re.IGNORECASE
)
_TAGS = 3
_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))


def _tells(head: Head) -> bool:
    text = head.text if head.text is not None else head.data.decode("latin-1").replace("\0", "")
    if "<" not in text:
        return False
    return begins_as_page(text) or (
        head.suffix in _SUFFIXES and len(_TAG.findall(text[:8192])) >= _TAGS
    )


def _articles(document: Document, bounds: Bounds) -> Read:
    try:
        html = decode(document.data)
    except NotText as error:
        raise Unreadable(str(error)) from error
    text, marks = composed(paragraphs_of(tree_of(html)))
    yield RawArticle(text, marks=marks, marked=True)


FORMAT = Whole("html", 1, _tells, _articles)
