"""HTML that is an article's body and nothing else, as paragraphs with how they are set."""

from __future__ import annotations

import re

from index.readers.composing import Paragraph
from index.readers.html.pieces import pieces_of
from index.readers.html.trees import tree_of

_SAMPLE = 1 << 16
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?s:.{0,2000}?)-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\s*<(?:div|p|article|section|main|span|table|h[1-6])\b[^<>]{0,500}>", re.I)
_END_TAG = re.compile(r"</(?:div|p|article|section|main|span|table|h[1-6])>", re.IGNORECASE)
_END_TAGS = re.compile(
    r"</(?:p|div|article|section|span|h[1-6]|a|b|i|u|em|strong|blockquote|[uo]l|li|figure|t[dr])>|"
    r"<br\s*/?>",
    re.IGNORECASE,
)
_MARKUP = 3  # such tags: an article about the web may name one

_PARTED = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def is_marked_up(text: str) -> bool:
    """Whether a text that was given as an article's is HTML: its tags would be read as copy."""
    head = text[:_SAMPLE]
    return "<" in head and bool(begins_as_page(head) or len(_END_TAGS.findall(head)) >= _MARKUP)


def begins_as_page(head: str) -> bool:
    """Whether what begins so is a page, or a part of one. No text in plain words does."""
    return bool(_WEB_PAGE.match(head) or (_FRAGMENT.match(head) and _END_TAG.search(head)))


def fragment(html: str) -> list[Paragraph]:
    """The paragraphs of HTML that is an article's body, in order, with how they are set.

    `<br>` is a line end, two of them part paragraphs; a table is a paragraph of lines of cells.
    Where no tag parts paragraphs, empty lines do, as in what people type into some CMSs. What is
    hidden, scripts and forms are left out. Raises `Unreadable`.
    """
    if not _PARTED.search(html):
        html = _EMPTY_LINE.sub("\n<p>", html)
    return [(piece.set_as, piece.words) for piece in pieces_of(tree_of(html))]
