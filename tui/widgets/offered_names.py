"""The actors that may be meant by what is typed, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from index.article import Actor
from tui.widgets.cells import crop, drawn
from tui.widgets.cells import width as cells
from tui.widgets.virtual_list import VirtualList
from tui.words import one_line

_GAP = 3  # cells between a name and what is said of it


class Offered(NamedTuple):
    """A known actor, or what was typed as a name of its own (`actor` is None then)."""

    name: str
    note: str
    actor: Actor | None = None


class OfferedNames(VirtualList):
    """Names to choose from. The focus stays in the field above; its keys move the cursor."""

    can_focus = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._offered: tuple[Offered, ...] = ()
        self._stepped = False

    def show(self, offered: Sequence[Offered], *, unasked: bool = False) -> None:
        """Show these, the cursor on the first, or still on what it was on.

        It is on none `unasked`, before one was stepped to: nobody is chosen by not choosing.
        """
        before = self.current
        self._offered = tuple(offered)
        self.renew()
        chosen = [at for at, each in enumerate(self._offered) if before and each == before]
        self._stepped = self._stepped and bool(chosen)
        self.put_cursor(chosen[0] if self._stepped else 0)
        self.show_cursor(self._stepped or not unasked)

    def step(self, step: int) -> None:
        """To the name below or above; to the first from none."""
        self._stepped = True
        if self.cursor_shown:
            self.cursor += step
        else:
            self.show_cursor()

    @property
    def current(self) -> Offered | None:
        """What the cursor is on."""
        return self._offered[self.cursor] if self._offered and self.cursor_shown else None

    @property
    def count(self) -> int:
        return len(self._offered)

    @property
    def row_height(self) -> int:
        return 1

    def row(self, index: int, width: int) -> list[Content]:
        offered = self._offered[index]
        note = crop(drawn(one_line(offered.note)), width // 2, "…")
        name = crop(drawn(one_line(offered.name)), max(1, width - cells(note) - _GAP - 1), "…")
        gap = " " * max(_GAP, width - 1 - cells(name) - cells(note))
        return [Content.assemble(" ", name, gap, (note, "dim"))]
