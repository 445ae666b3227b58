"""A line of a page, what is drawn on it, and which place in the text each of its cells shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.segment import Segment

from index.article import Span
from tui.widgets.cells import drawn, width
from tui.widgets.typeset import Styler, column_of, offset_at, segments


class Row(NamedTuple):
    """One line of a page.

    It covers `start, end` of the article's text and shows `start, stop`. A row of the page's own
    words has them in `words` and no place (`start` is -1); a blank row has neither. `number` is
    that of the paragraph, on its first row only. `page` is what the page of the source is called
    that begins here.

    `lead` stands before the text and is no part of it: the indent of a block quote, the bullet
    of a list. `gaps` are offsets in the text before which so many cells are left free, in order:
    the columns of a table.
    """

    start: int
    end: int
    stop: int
    style: str = "text"
    number: int | None = None
    words: str = ""
    lead: str = ""
    gaps: tuple[tuple[int, int], ...] = ()
    page: str = ""


BLANK = Row(-1, -1, -1)


def draw(
    text: str,
    row: Row,
    layers: Iterable[tuple[str, Span]],
    beneath: tuple[str, ...],
    style: Styler,
) -> tuple[list[Segment], int]:
    """A row of the text in styles (see `typeset.segments`); also how many cells it took."""
    parts: list[Segment] = []
    cells = width(row.lead)
    if row.lead:
        parts.append(Segment(row.lead, style(beneath)))
    over = list(layers)
    for free, (start, stop) in _stretches(row):
        found, used = segments(text, start, stop, over, beneath, style)
        parts += [Segment(" " * free, style(beneath))] * bool(free) + found
        cells += free + used
    return parts, cells


def words(text: str, row: Row) -> str:
    """What stands in a row, without its styles."""
    stretches = (" " * free + drawn(text[slice(*span)]) for free, span in _stretches(row))
    return row.lead + "".join(stretches)


def place_at(text: str, row: Row, column: int) -> int:
    """The offset of what is drawn at a column of a row, or next to it; `stop` beyond the last."""
    column -= width(row.lead)
    for free, (start, stop) in _stretches(row):
        column -= free
        offset = offset_at(text, start, stop, column)
        if offset < stop:
            return offset
        column -= width(text[start:stop])
    return row.stop


def column_at(text: str, row: Row, offset: int) -> int:
    """The column at which an offset of a row is drawn."""
    before = width(row.lead)
    for free, (start, stop) in _stretches(row):
        before += free
        if offset < stop:
            return before + column_of(text, start, max(offset, start))
        before += width(text[start:stop])
    return before


def _stretches(row: Row) -> Iterator[tuple[int, Span]]:
    """What is shown of the text between gaps, each with the cells left free before it."""
    at, free = row.start, 0
    for offset, cells in row.gaps:
        yield free, (at, offset)
        at, free = offset, cells
    yield free, (at, row.stop)
