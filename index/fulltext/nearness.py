"""The rule of nearness, in plain Python: what the vectorised evaluation must agree with.

Parts are near each other where each stands at a span of its own such that one of them, the
first, ends before all others begin, and all others begin within its reach: at most so many
positions after its end, or before the next sentence or paragraph begins. Ordered parts begin
each after the one before it has ended. Of spans that begin alike the longest counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence

from index.article import Span

Reach = Callable[[Span], int]
"""The last position at which the others may begin, for the span of the first."""


def within_words(distance: int) -> Reach:
    """Neighbours are at a distance of 1."""
    return lambda span: span[1] + distance


def within_one(begins: Sequence[int]) -> Reach:
    """Within one sentence or paragraph; `begins` are the positions at which they begin."""

    def reach(span: Span) -> int:
        following = bisect_right(begins, span[0])
        return begins[following] - 1 if following < len(begins) else 1 << 32

    return reach


def near(
    parts: Sequence[tuple[Hashable, Sequence[Span]]], reach: Reach, *, ordered: bool
) -> list[tuple[Span, ...]]:
    """For every span of a first part that has all others in reach: the spans that stand near.

    A part is its identity and its spans of positions, both ends included. Parts of one identity
    stand at different spans. The spans given are those next after the first.
    """
    spans = [_longest(spans) for _, spans in parts]
    found = []
    for number in range(1 if ordered else len(parts)):
        for first in spans[number]:
            chosen = [first]
            limit = reach(first)
            if first[1] > limit:
                continue
            taken: dict[Hashable, int] = {}
            for other, (identity, _) in enumerate(parts):
                if other == number:
                    continue
                after = chosen[-1] if ordered else first
                places = [span for span in spans[other] if span[0] > after[1]]
                if ordered:
                    last = other == len(parts) - 1
                    places.sort(key=lambda span: span[0] if last else span[1])
                    nth = 0
                else:
                    nth = taken.get(identity, 0)
                    taken[identity] = nth + 1
                if nth >= len(places) or places[nth][0] > limit:
                    break
                chosen.append(places[nth])
            else:
                found.append(tuple(chosen))
    return found


def _longest(spans: Sequence[Span]) -> list[Span]:
    longest: dict[int, int] = {}
    for start, end in spans:
        longest[start] = max(end, longest.get(start, end))
    return sorted(longest.items())
