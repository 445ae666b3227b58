"""Facets: what the articles of a search have in common, to narrow it by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from tui import narrowing
from tui.latest import Latest, Stop
from tui.widgets.cells import crop, drawn, width
from tui.widgets.virtual_list import VirtualList
from tui.words import day, one_line

if TYPE_CHECKING:
    from index.archive import Facet, FacetValue

_WIDEST = 44  # cells from a name to its count, lest the eye lose the line
NOTHING = "There is nothing to narrow by: the search found no articles."


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, the blank above it, or a value."""

    text: str = ""
    value: FacetValue | None = None


class FacetList(VirtualList):
    """Groups of values under their headings; the cursor stands on values only."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "facet--heading",
        "facet--count",
        "facet--chosen",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "narrow"),
        Binding("x,backspace", "widen", "take back"),
        Binding("h,left", "group(-1)", "group before", group=Binding.Group("groups")),
        Binding("l,right", "group(1)", "next group", group=Binding.Group("groups")),
        Binding("f", "screen.close_facets", "leave the facets", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="facets")
        self._rows: list[_Row] = []
        self._firsts: list[int] = []
        self._query = ""

    def show(self, facets: Sequence[Facet], query: str) -> None:
        """Show what the articles of a query have in common; the cursor stays on its value."""
        before = self.current.clause if self.current else None
        self._query = query
        self._rows, self._firsts = [], []
        for facet in facets:
            if facet.values:
                self._rows += [_Row()] * bool(self._rows) + [_Row(facet.title.upper())]
                self._firsts.append(len(self._rows))
                self._rows += [_Row(_told(facet, value), value) for value in facet.values]
        self.renew()
        same = (
            at
            for at, row in enumerate(self._rows)
            if row.value is not None and row.value.clause == before
        )
        self.put_cursor(next(same, self._firsts[0] if self._firsts else 0))

    @property
    def current(self) -> FacetValue | None:
        """The value of the cursor."""
        return self._rows[self.cursor].value if self._rows else None

    def narrows(self, value: FacetValue) -> bool:
        """Whether the query is narrowed by this value already."""
        return narrowing.narrows(self._query, value.clause)

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def row_height(self) -> int:
        return 1

    def row(self, index: int, width: int) -> list[Content]:
        row = self._rows[index]
        if row.value is None:
            return [Content.styled(row.text, self.get_visual_style("facet--heading", partial=True))]
        return [self._value(row.text, row.value, min(width, _WIDEST))]

    def _value(self, text: str, value: FacetValue, cells: int) -> Content:
        count = f"{value.count:,}"
        on = self.narrows(value)
        room = cells - len(count) - 3
        name = crop(drawn(text), room, "…")
        chosen = self.get_visual_style("facet--chosen", partial=True) if on else ""
        return Content.assemble(
            ("✓" if on else " ", chosen),
            (name, chosen),
            " " * (room - width(name) + 2),
            (count, self.get_visual_style("facet--count", partial=True)),
        )

    def validate_cursor(self, index: int) -> int:
        """The nearest value from there on in the direction of the move, else back from there."""
        index = super().validate_cursor(index)
        step = 1 if index >= self.cursor else -1
        ahead = range(index, self.count if step > 0 else -1, step)
        back = range(index, -1 if step > 0 else self.count, -step)
        places = (at for way in (ahead, back) for at in way if self._rows[at].value is not None)
        return next(places, 0)

    def _show_cursor(self) -> None:
        """Bring the cursor into view, with the heading above it where it is the first."""
        first = self.cursor - 1 if self.cursor in self._firsts else self.cursor
        row = Region(0, first, self.size.width, self.cursor - first + 1)
        self.scroll_to_region(row, animate=False, force=True)

    def action_group(self, step: int) -> None:
        """To the first value of the next group, or of the one before."""
        here = [at for at, first in enumerate(self._firsts) if first <= self.cursor]
        if here:
            self.cursor = self._firsts[max(0, min(here[-1] + step, len(self._firsts) - 1))]

    def action_widen(self) -> None:
        self.post_message(FacetsPane.Widen())


def _told(facet: Facet, value: FacetValue) -> str:
    """A value as it is read: a month by its name."""
    return day(value.text) if facet.field == "month" else one_line(value.text)


class FacetsPane(Vertical):
    """Asks for the facets of the results that are shown, and says what to narrow them by."""

    @dataclass
    class Narrow(Message):
        """Narrow the search by this clause, or take it back if it is narrowed by it."""

        clause: str

    class Widen(Message):
        """Take the last narrowing back."""

    def __init__(
        self,
        ask: Callable[[str, Stop], Sequence[Facet]],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(id="facets-pane")
        self._title = Static("Facets", id="facets-title", classes="pane-title", markup=False)
        self._words = Static("", id="facets-words", markup=False)
        self.list = FacetList()
        self._asking: Latest[str, Sequence[Facet]] = Latest(
            self, ask, self._answered, lambda _, error: failed(error)
        )

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._words
        yield self.list

    def show(self, query: str) -> None:
        """Show what the articles of a query have in common."""
        self._asking.ask(query)

    def _answered(self, query: str, facets: Sequence[Facet]) -> None:
        self.list.show(facets, query)
        words = "" if self.list.count else NOTHING
        self._words.update(Content(words))
        self.set_class(bool(words), "-wordy")

    def on_virtual_list_opened(self, message: VirtualList.Opened) -> None:
        message.stop()
        if (value := self.list.current) is not None:
            self.post_message(self.Narrow(value.clause))
