"""Spans of a text, kept so that those on one line of it are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from index.article import Span


class Spans:
    """Spans in order of place. They may overlap or nest; empty ones are left out."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted({(start, end) for start, end in spans if end > start})
        self._starts = [start for start, _ in self._spans]
        # How far any span up to this one reaches: tells how far back an overlap may begin.
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spans) and self._spans == other._spans

    __hash__ = None  # type: ignore[assignment]

    def over(self, start: int, end: int) -> list[Span]:
        """The spans that share at least one character with `start, end`, in order of place."""
        found: list[Span] = []
        at = bisect_left(self._starts, end)
        while at and self._reach[at - 1] > start:
            at -= 1
            if self._spans[at][1] > start:
                found.append(self._spans[at])
        return found[::-1]

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with `start, end`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._reach[at - 1] > start

    def at(self, offset: int) -> Span | None:
        """The innermost span that holds the character at the offset."""
        found = self.over(offset, offset + 1)
        return found[-1] if found else None

    def beginning(self, offset: int) -> Span | None:
        """The first span that begins at or after the offset."""
        at = bisect_left(self._starts, offset)
        return self._spans[at] if at < len(self._spans) else None

    def number(self, span: Span) -> int:
        """The place of one of the spans in their order, from 0."""
        return bisect_right(self._spans, span) - 1
