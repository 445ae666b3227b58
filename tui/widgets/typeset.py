"""One row of a page as cells in styles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from index.article import Span
from tui.widgets.cells import clusters, drawn, plain, width

Styler = Callable[[tuple[str, ...]], Style]
"""Gives the style for component names, the lowest layer first."""


def segments(
    text: str,
    start: int,
    stop: int,
    layers: Iterable[tuple[str, Span]],
    beneath: tuple[str, ...],
    style: Styler,
) -> tuple[list[Segment], int]:
    """Draw `start, stop` of a text, styled by layers over `beneath`; also how many cells it took.

    A layer that begins or ends inside a cluster takes all of it, so that none is parted.
    """
    shown = drawn(text[start:stop])
    edges = _edges(shown)
    cuts = {0, len(shown)}
    within: list[tuple[str, int, int]] = []
    for name, (first, last) in layers:
        begin = _floor(edges, max(first - start, 0))
        end = _ceiling(edges, min(last - start, len(shown)))
        if begin < end:
            within.append((name, begin, end))
            cuts |= {begin, end}
    order = sorted(cuts)
    drawn_segments: list[Segment] = []
    for begin, end in pairwise(order):
        names = tuple(
            dict.fromkeys(name for name, first, last in within if first <= begin and end <= last)
        )
        drawn_segments.append(Segment(shown[begin:end], style(beneath + names)))
    return drawn_segments, width(shown)


def offset_at(text: str, start: int, stop: int, column: int) -> int:
    """The offset of the cluster drawn at a column of a row; `stop` beyond its last one."""
    if column < 0:
        return start
    shown = drawn(text[start:stop])
    used = 0
    for cluster in clusters(shown):
        used += cluster.width
        if used > column:
            return start + cluster.start
    return stop


def column_of(text: str, start: int, offset: int) -> int:
    """The column at which an offset of a row is drawn."""
    return width(text[start:offset])


def _edges(shown: str) -> Sequence[int] | None:
    """Where a drawn text may be parted; None where that is everywhere."""
    if plain(shown):
        return None
    return [0, *(cluster.end for cluster in clusters(shown))]


def _floor(edges: Sequence[int] | None, at: int) -> int:
    return at if edges is None else edges[max(bisect_right(edges, at) - 1, 0)]


def _ceiling(edges: Sequence[int] | None, at: int) -> int:
    if edges is None or at <= 0:
        return at
    return edges[min(bisect_right(edges, at - 1), len(edges) - 1)]
