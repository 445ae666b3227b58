"""The paragraphs of rich text as they are put together, and the tables that some stand in."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import SetAs
from index.readers.style_names import PLAIN, Style

_LONGEST_CELL = 400
"""Characters; a table with a longer cell sets a page, and is none."""
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Set:
    """A paragraph: what it is, its words, whether all of them are bold."""

    kind: SetAs | None
    words: str
    bold: bool


class Paragraphs:
    """Takes up paragraphs, and how the one that comes next is set: `style`, its `level` in the
    outline, whether it is in a `list` or a `table`."""

    def __init__(self) -> None:
        self.found: list[Set] = []
        self._begun = self._titled = False
        self.reset()
        self._cell: list[Set] = []
        self._cells: list[list[Set]] = []
        self._rows: list[list[list[Set]]] = []

    def reset(self) -> None:
        """What holds for a paragraph holds no more."""
        self.style: Style = PLAIN
        self.level: int | None = None
        self.list = False
        self.table = False

    def end(self, words: str, *, bold: bool) -> None:
        """The end of a paragraph with these words."""
        if self.style.beside:
            return
        told = Set(self._kind(words), words, bold)
        self._begun = self._begun or bool(words)
        if self.table or self._cells:
            if words:
                self._cell.append(told)
            return
        self.end_table()
        self.found.append(told)

    def end_cell(self) -> None:
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        if self._cells:
            self._rows.append(self._cells)
        self._cells = []

    def end_table(self) -> None:
        """The rows before: a table's lines, or what a table that only sets the page has in it."""
        if self._cell:
            self.end_cell()
        self.end_row()
        rows, self._rows = self._rows, []
        lines = [[" ".join(each.words for each in cell) for cell in row] for row in rows]
        longest = max((len(words) for row in lines for words in row), default=0)
        if longest <= _LONGEST_CELL and any(len(row) > 1 for row in lines):
            text = "\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in lines)
            self.found.append(Set("table", text, False))
        else:
            self.found.extend(each for row in rows for cell in row for each in cell)

    def _kind(self, words: str) -> SetAs | None:
        kind = self.style.kind
        if kind is None and self.level is not None and self.level < _BODY_LEVEL:
            kind = "subhead"
        if kind is None and self.list:
            kind = "item"
        if words and kind in ("headline", "subhead"):
            first = self.style.title or not self._begun
            kind = "headline" if first and not self._titled else "subhead"
            self._titled = self._titled or kind == "headline"
        return kind
