"""The paragraphs of an article as they are laid out: numbered body, and all else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.article import Furniture, Mark, NewsForm, Paragraph, Span
from index.text import paragraphs, trimmed, without

_OPENING = 20_000
"""Code points in which nearly every body begins."""


def layout(text: str, form: NewsForm) -> tuple[Paragraph, ...]:
    """Every paragraph of the text, in order, and what it is; the body numbered from 1.

    Furniture that covers only part of a paragraph (a dateline before a lede, a credit after
    the last sentence) leaves the paragraph to the body. What is set off as one, as a table of
    many lines, is one paragraph.
    """
    subheads = frozenset(form.subheads)
    set_off = {mark.start: mark for mark in form.set_off}
    ends = [piece.end for piece in form.furniture]
    starts = [piece.start for piece in form.furniture]
    found: list[Paragraph] = []
    number = 0
    for start, end in _whole(paragraphs(text), form.set_off):
        what = "body"
        if form.headline is not None and start <= form.headline[0] < end:
            what = "headline"
        elif (start, end) in subheads:
            what = "subhead"
        else:
            pieces = form.furniture[bisect_right(ends, start) : bisect_left(starts, end)]
            if pieces and _covered(text, (start, end), pieces):
                what = pieces[0].what
        if what == "body":
            number += 1
            mark = set_off.get(start)
            found.append(Paragraph(start, end, what, number, mark.what if mark else ""))
        else:
            found.append(Paragraph(start, end, what))
    return tuple(found)


def _whole(found: Iterable[Span], marks: Sequence[Mark]) -> Iterator[Span]:
    """The paragraphs, those that one mark spans as one."""
    starts = [mark.start for mark in marks]
    together: Span | None = None
    for start, end in found:
        at = bisect_right(starts, start) - 1
        mark = marks[at] if at >= 0 and start < marks[at].end else None
        if together is not None and (mark is None or mark.start != together[0]):
            yield together
            together = None
        if mark is None:
            yield start, end
        else:
            together = (mark.start, max(mark.end, end))
    if together is not None:
        yield together


def _covered(text: str, span: Span, pieces: tuple[Furniture, ...]) -> bool:
    """Does furniture leave nothing of the paragraph but white space?"""
    at = span[0]
    for piece in pieces:
        if text[at : piece.start].strip():
            return False
        at = max(at, piece.end)
    return not text[at : span[1]].strip()


def lede_of(text: str, form: NewsForm) -> Span | None:
    """The first paragraph of the body, without the dateline or other furniture it begins with.

    None for a text without a body.
    """
    for paragraph in paragraphs(text):
        for stretch in without(*paragraph, form.not_body):
            if any(char.isalnum() for char in text[slice(*stretch)]):
                return trimmed(text, *stretch)
    return None


def opening_of(text: str, form: NewsForm) -> Span | None:
    """The lede for showing how the body begins; in a long text a long lede may be cut short."""
    return lede_of(text[:_OPENING], form) or lede_of(text, form)
