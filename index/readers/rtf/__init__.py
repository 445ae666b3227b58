"""Rich text (.rtf, and what is called .doc and is rich text), and the deliveries that come so."""

from __future__ import annotations

from index.readers import deliveries
from index.readers.composing import Paragraph, composed
from index.readers.extras import needing
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.properties import guesses
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable

_SIGN = b"{\\rtf"


def _tells(head: Head) -> bool:
    return head.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(_SIGN)


def _articles(document: Document, bounds: Bounds) -> Read:
    with needing("rich text", "rtf"):
        from index.readers.rtf.copy import read
    rich = read(document.data)
    # Databases set a headline in bold and nothing else above an article.
    bold: list[Paragraph] = [
        ("headline" if each.bold and each.kind is None else each.kind, each.words)
        for each in rich.paragraphs
    ]
    if (delivered := deliveries.split(bold)) is not None:
        yield from delivered
        return
    text, marks = composed((each.kind, each.words) for each in rich.paragraphs)
    if not text:
        raise Unreadable("rich text without words")
    marked = any(mark.what in ("headline", "subhead") for mark in marks)
    guessed = guesses("the document's own", title=rich.title, author=rich.author, day=rich.day)
    yield RawArticle(text, guessed=guessed, marks=marks, marked=marked)


FORMAT = Whole("rtf", 1, _tells, _articles)
