"""A few ways to go on, one of which is chosen by its letter, or by the cursor and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from tui.widgets.cells import crop, drawn
from tui.widgets.cells import width as cells
from tui.widgets.virtual_list import VirtualList
from tui.words import one_line

_GAP = 3  # cells between what a way is called and what is said of it


class Way(NamedTuple):
    """One way: the letter that chooses it, what it is called, and a word about it."""

    letter: str
    words: str
    note: str = ""


class WayList(VirtualList):
    """Ways, each on a line. No letter is one that moves the cursor or closes the sheet."""

    def __init__(self, ways: Sequence[Way], *, id: str) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self.ways = tuple(ways)
        self._widest = max((cells(drawn(way.words)) for way in ways), default=0)

    @property
    def count(self) -> int:
        return len(self.ways)

    @property
    def row_height(self) -> int:
        return 1

    def row(self, index: int, width: int) -> list[Content]:
        letter, words, note = self.ways[index]
        name = crop(drawn(one_line(words)), max(1, width - 4), "…")
        gap = " " * (self._widest + _GAP - cells(name))
        room = width - 4 - self._widest - _GAP
        told = crop(drawn(one_line(note)), room, "…") if note and room > 0 else ""
        return [Content.assemble(" ", (letter, "bold"), "  ", name, gap, (told, "dim"))]

    def at(self, letter: str) -> int | None:
        """The line that a letter chooses, None if it chooses none."""
        letters = [way.letter for way in self.ways]
        return letters.index(letter) if letter in letters else None
