"""PDFs with text: the copy in reading order, with the pages that it stands on.

Lines become paragraphs again. A hyphen at the end of a line goes only where that is certain: where
the PDF itself says that it is a soft one, or where the same word stands elsewhere in the document
without it and nowhere with it. Any other stays, and the halves of the word are joined by it. Heads
and feet that recur from page to page are left out, and so is what a tagged PDF calls an artifact.
"""

from __future__ import annotations

from index.readers import deliveries
from index.readers.extras import needing
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.properties import guesses
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable, larger_than

_SIGN = b"%PDF-"
_ZIP, _TAR = b"PK\x03\x04", b"ustar"
_WITHIN = 1024
"""Bytes within which a PDF has its sign: programs that send one put lines of their own before."""


def _tells(head: Head) -> bool:
    if head.data.startswith(_SIGN):
        return True
    # Of what holds other files the first one may be a PDF.
    packed = head.data.startswith(_ZIP) or head.data[257:262] == _TAR
    named = head.suffix == ".pdf" or head.text is None
    return _SIGN in head.data[:_WITHIN] and named and not packed


def _articles(document: Document, bounds: Bounds) -> Read:
    with needing("a PDF", "pdf"):
        from index.readers.pdf.opening import opened
        from index.readers.pdf.paged import paged, paged_as
        from index.readers.pdf.pages import laid_out
        from index.readers.pdf.paragraphs import paragraphs_of
    with opened(document.data) as pdf:
        lines, damaged = laid_out(pdf, bounds.document)
        labels = pdf.labels
        found = paragraphs_of(lines)
        plain = [each for one in found for each in ((one.what, one.words), (None, ""))]
        if (delivered := deliveries.split(plain)) is not None:
            for each in delivered:
                yield paged_as(each, found, labels) if isinstance(each, RawArticle) else each
        else:
            text, marks, pages = paged(found, labels)
            if len(text) > bounds.article:
                raise Unreadable(f"its text is {larger_than(bounds.article)}")
            guessed = guesses("the PDF's own", title=pdf.title, author=pdf.author, day=pdf.day)
            marked = any(mark.what in ("headline", "subhead") for mark in marks)
            yield RawArticle(text, guessed=guessed, marks=marks, marked=marked, pages=pages)
        for page in damaged:
            yield Unreadable(f"page {labels[page]}: damaged")


FORMAT = Whole("pdf", 1, _tells, _articles)
