"""Arithmetic with stretches of a text."""

from __future__ import annotations

from collections.abc import Sequence

from index.article import Span


def without(start: int, end: int, left_out: Sequence[Span]) -> list[Span]:
    """What remains of a stretch of text when others are left out, in order."""
    stretches: list[Span] = []
    at = start
    for left, right in sorted(left_out):
        if right <= at or left >= end:
            continue
        if left > at:
            stretches.append((at, left))
        at = max(at, right)
    if at < end:
        stretches.append((at, end))
    return stretches


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the white space at its ends; an empty one at its end if it is all that."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
