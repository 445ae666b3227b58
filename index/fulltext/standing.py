"""Where patterns stand in stretches of a text: cut into the very terms that were indexed, and
searched by the very walk that searches the index, so that hits are exact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from index.article import Span
from index.fulltext.analysis import FIRST_WORD, chunks
from index.fulltext.patterns import Pattern, Slot, walk

_MOST_TERMS: Final = 50_000


class Finder:
    """Finds some patterns in texts. What a term is to them is found out once.

    Threads may share it.
    """

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        self._patterns = patterns
        self._slots = tuple(dict.fromkeys(slot for each in patterns for slot in each.slots))
        self._known: dict[str, tuple[tuple[int, bool], ...]] = {}

    @staticmethod
    @lru_cache(maxsize=64)
    def of(patterns: tuple[Pattern, ...]) -> Finder:
        """The finder of these patterns: the same are asked for with every row of a screen."""
        return Finder(patterns)

    def find(self, text: str, stretches: Iterable[Span]) -> list[list[Span]]:
        """For each pattern the spans at which it stands, in order of place.

        No match reaches from one stretch into another.
        """
        heads: list[dict[int, Span]] = [{} for _ in self._slots]
        tails: list[dict[int, Span]] = [{} for _ in self._slots]
        known = self._known
        for position, at, chunk in chunks(text, stretches):
            for offset, term, start, end, _ in chunk.pieces:
                found = known.get(term)
                if found is None:
                    found = self._judge(term)
                for number, goes_on in found:
                    place, span = position + offset, (at + start, at + end)
                    if goes_on:
                        tails[number][place] = span
                    else:
                        before = heads[number].get(place)
                        heads[number][place] = span if before is None else _wider(span, before)
        by_head = dict(zip(self._slots, heads, strict=True))
        by_tail = dict(zip(self._slots, tails, strict=True))
        return [
            [(match.start, match.end) for match in walk(pattern, by_head, by_tail)]
            for pattern in self._patterns
        ]

    def _judge(self, term: str) -> tuple[tuple[int, bool], ...]:
        """Which slots accept a term, and which of them as the tail of a compound."""
        found: list[tuple[int, bool]] = []
        for number, slot in enumerate(self._slots):
            if _may_accept(slot, term):
                if slot.accepts(term):
                    found.append((number, False))
                elif slot.accepts_tail(term):
                    found.append((number, True))
        if len(self._known) >= _MOST_TERMS:
            self._known.clear()
        judged = self._known[term] = tuple(found)
        return judged


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of place; those that overlap become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def inside(stretches: Sequence[Span], at: int) -> Span | None:
    """The stretch in which an offset lies."""
    return next((stretch for stretch in stretches if stretch[0] <= at < stretch[1]), None)


def _may_accept(slot: Slot, term: str) -> bool:
    # All that a slot accepts begins with the same letter; to ask for its stem takes longer.
    return term[:1] == slot.text[:1] or term < FIRST_WORD


def _wider(span: Span, known: Span) -> Span:
    return min(span[0], known[0]), max(span[1], known[1])
