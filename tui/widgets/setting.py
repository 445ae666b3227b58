"""How the paragraphs of an article are set: lists, block quotes, tables, captions, plain copy.

Indents, bullets and the columns of tables are set, and are not in the text: the rows of a
paragraph cover it exactly, however they are set.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Paragraph, Span
from tui.widgets.cells import drawn, width
from tui.widgets.rows import Row
from tui.widgets.wrap import tabular, wrap

_BETWEEN = " | "
"""What stands between the cells of a table."""

# An item that has its own mark or number gets no other.
_OWN_MARK = re.compile(
    r"(?:[-*•·‣▪◦–—]|\d{1,3}[.)]|\(\d{1,3}\)|\(?[A-Za-z]\)|\(?[ivxlc]{1,6}[.)]) +(?=\S)"
)
_FIGURE = re.compile(r"[-+−±~≈<>($€£¥]*\d[\d.,:/ ]*\s?(?:%|[A-Za-z]{1,3}|[€£¥])?\)?\Z")
_BULLET = "· "
_CAPTION = "Caption: "
_ROOM_TO_SAY = 24  # cells
_WIDEST_INDENT = 4
_HANGING = "  "


def set_paragraph(text: str, paragraph: Paragraph, room: int) -> list[Row]:
    """The rows of a paragraph in a column of so many cells."""
    start, end = paragraph.start, paragraph.end
    if paragraph.set_as == "table":
        rows = _table(text, start, end, room)
    elif paragraph.set_as == "block quote":
        indent = " " * min(_WIDEST_INDENT, room // 10)
        rows = _hung(text, (start, end), room - len(indent), indent, indent)
    elif paragraph.set_as == "item":
        rows = _item(text, (start, end), room)
    elif paragraph.what == "caption":
        says_so = text.startswith(_CAPTION.strip(": "), start, end) or room < _ROOM_TO_SAY
        rows = _hung(text, (start, end), room, "" if says_so else _CAPTION, "", "furniture")
    else:
        rows = _plain(text, start, end, room)
    return [rows[0]._replace(number=paragraph.number), *rows[1:]] if rows else []


def close(text: str, before: Paragraph, after: Paragraph) -> bool:
    """Whether no blank row stands between two paragraphs.

    So it is between the items of a list, and behind a subhead, which is set to what it heads.
    """
    if before.what == "subhead":
        return after.what != "subhead"
    if before.set_as == after.set_as == "item":
        return True
    return _next_in_table(text, before, after)


def _next_in_table(text: str, before: Paragraph, after: Paragraph) -> bool:
    """Whether two paragraphs are rows of one table, with no blank line between them."""
    lines = text[before.start : after.end].split("\n")
    return text[before.end : after.start].count("\n") == 1 and tabular(lines)


def _plain(text: str, start: int, end: int, room: int) -> list[Row]:
    if tabular(text[start:end].split("\n")):
        # The first line of a table keeps its indentation, or its columns would not line up.
        line = text.rfind("\n", 0, start) + 1
        start = line if not text[line:start].strip() else start
    return [Row(*line) for line in wrap(text, start, end, room)]


def _item(text: str, span: Span, room: int) -> list[Row]:
    indent = " " * min(2, room // 20)
    own = _OWN_MARK.match(text, *span)
    first = indent if own else indent + _BULLET
    hanging = min(len(own[0] if own else _BULLET), room // 3)
    return _hung(text, span, room, first, indent + " " * hanging)


def _hung(
    text: str, span: Span, room: int, first: str, further: str, style: str = "text"
) -> list[Row]:
    """A paragraph whose first row has one lead, and every further row another."""
    lines = wrap(text, *span, room - len(further), first=room - len(first))
    return [
        Row(*line, style, lead=further if number else first) for number, line in enumerate(lines)
    ]


def _table(text: str, start: int, end: int, room: int) -> list[Row]:
    """A table of lines with cells in them: in columns where there is room, else as lines."""
    lines = _lines(text, start, end)
    cells = [_cells(text, *line) for line in lines]
    gaps = _columns(text, cells, room)
    rows: list[Row] = []
    for number, (first, last) in enumerate(lines):
        stop = min(last + 1, end)  # the line end belongs to the line
        if gaps is not None:
            rows.append(Row(first, stop, last, gaps=gaps[number]))
        else:
            found = _hung(text, (first, last), room, "", _HANGING) or [Row(first, last, last)]
            rows += [*found[:-1], found[-1]._replace(end=stop)]
    return rows


def _lines(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    for line in text[start:end].split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line, without what stands between them."""
    found: list[Span] = []
    for cell in text[start:end].split(_BETWEEN):
        found.append((start, start + len(cell)))
        start += len(cell) + len(_BETWEEN)
    return found


def _columns(
    text: str, table: Sequence[Sequence[Span]], room: int
) -> list[tuple[tuple[int, int], ...]] | None:
    """The gaps of each line, so that cells stand in columns; None where there is no room.

    Figures stand at the right of their column, all else at the left.
    """
    most = max(len(line) for line in table)
    if most < 2 or any(_leans(text, cell) for line in table for cell in line):
        return None
    columns = [[line[at] for line in table if at < len(line)] for at in range(most)]
    widths = [max(width(text[slice(*cell)]) for cell in column) for column in columns]
    if sum(widths) + len(_BETWEEN) * (most - 1) > room:
        return None
    figures = [
        all(_FIGURE.match(text, *cell) for cell in column[1:] if cell[0] < cell[1])
        and any(start < end for start, end in column[1:])
        for column in columns
    ]
    found: list[tuple[tuple[int, int], ...]] = []
    for line in table:
        gaps: list[tuple[int, int]] = []
        for at, (start, end) in enumerate(line):
            free = widths[at] - width(text[start:end])
            if free and (figures[at] or at < len(line) - 1):
                gaps.append((start if figures[at] else end, free))
        found.append(_together(gaps))
    return found


def _together(gaps: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Gaps at one place as one: an empty cell ends where it begins."""
    sums: dict[int, int] = {}
    for offset, cells in gaps:
        sums[offset] = sums.get(offset, 0) + cells
    return tuple(sums.items())


def _leans(text: str, cell: Span) -> bool:
    """Whether a cell begins with what is drawn over the character before it."""
    start, end = cell
    return start < end and width(drawn(text[start : start + 1])) == 0
