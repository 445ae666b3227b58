"""Word documents (.docx), and the deliveries of databases that come as one."""

from __future__ import annotations

from typing import Any

from index.readers import deliveries
from index.readers.composing import composed
from index.readers.extras import needing
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.properties import guesses
from index.readers.raw import Bounds, Document, Guessed, RawArticle, Read, Unreadable

_ZIP = b"PK\x03\x04"
_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))
_FIRST = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")
_OTHERS = (b"xl/workbook", b"ppt/presentation", b"META-INF/", b"content.xml")
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TEMPLATE = "python-docx"
"""The author of the template that the library of this name makes documents of."""


def _tells(head: Head) -> bool:
    """A container whose first entry is one of an Office file's, and which has Word's folder."""
    if not head.data.startswith(_ZIP):
        return False
    length = int.from_bytes(head.data[26:28], "little")
    if not head.data[30 : 30 + length].startswith(_FIRST):
        return False
    if b"word/" in head.data:
        return True
    return head.suffix in _SUFFIXES and not any(name in head.data for name in _OTHERS)


def _articles(document: Document, bounds: Bounds) -> Read:
    with needing("a Word document", "docx"):
        from index.readers.docx.copy import paragraphs_of
        from index.readers.docx.package import Package
        from index.readers.docx.styles import styles_of
    package = Package(document.data)
    paragraphs = paragraphs_of(package.main(), styles_of(package.beside("styles.xml")))
    if (delivered := deliveries.split(paragraphs)) is not None:
        yield from delivered
        return
    text, marks = composed(paragraphs)
    if not text:
        raise Unreadable("a Word document without text")
    # Where nothing is set as a heading, headings may be told by their looks.
    marked = any(mark.what in ("headline", "subhead") for mark in marks)
    yield RawArticle(text, guessed=_guessed(package.core()), marks=marks, marked=marked)


def _guessed(core: Any | None) -> Guessed:
    if core is None:
        return {}
    told = {
        name: (core.findtext(f"{space}{name}") or "").strip()
        for space, name in ((_DC, "title"), (_DC, "creator"), (_TERMS, "created"))
    }
    if told["creator"] == _TEMPLATE:
        return {}
    return guesses(
        "the document's own", title=told["title"], author=told["creator"], day=told["created"]
    )


FORMAT = Whole("docx", 1, _tells, _articles)
