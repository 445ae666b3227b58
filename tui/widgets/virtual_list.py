"""A list of rows of one height, of which only those on the screen are ever made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.keys import MOVEMENT
from tui.widgets.scroller import Scroller


class VirtualList(Scroller, can_focus=True):
    """Rows drawn line by line, so that 30,000 cost what 30 do.

    A subclass says how many rows there are (`count`), how high one is (`row_height`) and what
    stands in one (`row`), and calls `renew` when any of that changes. One with lines between
    rows also says where each begins (`top_of`, `at_line`) and what stands above it (`above`).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cursor", "list--row"}
    BINDINGS: ClassVar[list[BindingType]] = [*MOVEMENT, Binding("enter", "open", "open")]

    cursor: reactive[int] = reactive(0)
    cursor_shown = True

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another row, or on another thing than before."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            return self.list

    @dataclass
    class Opened(Message):
        """A row was opened, by Enter or by a click."""

        list: VirtualList
        index: int

        @property
        def control(self) -> VirtualList:
            return self.list

    def __init__(self, *, id: str) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._strips: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(256)

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row_height(self) -> int:
        """How many lines a row takes, the space after it among them."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> list[Content]:
        """The lines of one row, each at most `width` cells."""
        raise NotImplementedError

    def top_of(self, index: int) -> int:
        """The first line of a row, or of what stands above it; also of the row behind the last."""
        return index * self.row_height

    def at_line(self, line: int) -> tuple[int, int]:
        """The row that a line belongs to, and the how manieth of its lines it is, from 0."""
        return divmod(line, self.row_height)

    def above(self, index: int, width: int) -> list[Content]:
        """The lines that stand above a row and belong to it, as a heading does."""
        return []

    def forget_drawn(self) -> None:
        """Draw rows anew when they are drawn the next time."""
        self._strips.clear()

    def renew(self) -> None:
        """Draw all again: rows came, went or changed."""
        self.forget_drawn()
        self.set_length(self.top_of(self.count))
        self.set_reactive(VirtualList.cursor, self._within(self.cursor))
        self.refresh()

    @property
    def on_screen(self) -> range:
        """The rows of which something can be seen."""
        if not self.count or not self.size.height:
            return range(0)
        top = round(self.scroll_y)
        last, _ = self.at_line(top + self.size.height - 1)
        return range(self.at_line(top)[0], min(self.count, last + 1))

    def put_cursor(self, index: int, *, visible: bool = True) -> None:
        """Put the cursor on a row without telling that it was put there."""
        self.set_reactive(VirtualList.cursor, self._within(index))
        self.show_cursor()
        if visible:
            self._show_cursor()
        self.refresh()

    def show_cursor(self, shown: bool = True) -> None:
        """Mark the row of the cursor, or none: what is looked at is not in the list."""
        if shown != self.cursor_shown:
            self.cursor_shown = shown
            self.forget_drawn()
            self.refresh()

    def _within(self, index: int) -> int:
        return max(0, min(index, self.count - 1))

    def validate_cursor(self, index: int) -> int:
        return self._within(index)

    def watch_cursor(self, old: int, new: int) -> None:
        if old != new:
            self._show_cursor()
            self.refresh()
            self.post_message(self.Highlighted(self, new))

    def _show_cursor(self) -> None:
        top = self.top_of(self.cursor)
        row = Region(0, top, self.size.width, self.top_of(self.cursor + 1) - top)
        self.scroll_to_region(row, animate=False, force=True)

    def on_resize(self) -> None:
        self.renew()
        self._show_cursor()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.forget_drawn()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        at = y + round(self.scroll_y)
        index, line = self.at_line(at)
        if not 0 <= index < self.count:
            return Strip.blank(width, self.rich_style)
        key = (index, index == self.cursor, self.has_focus)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._draw(index, width)
            self._strips.set(key, strips)
        if line < len(strips):
            return strips[line]
        return Strip.blank(width, self.rich_style)

    def _draw(self, index: int, width: int) -> list[Strip]:
        chosen = index == self.cursor and self.cursor_shown
        style = self.get_visual_style("list--cursor" if chosen else "list--row")
        above = self.get_visual_style("list--row")
        lines = [(" ", line, above) for line in self.above(index, max(1, width - 2))]
        for number, line in enumerate(self.row(index, max(1, width - 2))):
            lines.append(("▸" if chosen and number == 0 else " ", line, style))
        strips: list[Strip] = []
        for mark, line, own in lines:
            content = Content.assemble(mark, line)
            strip = Strip(content.render_segments(own), content.cell_length)
            strips.append(strip.adjust_cell_length(width, own.rich_style))
        return strips

    async def _on_click(self, event: events.Click) -> None:
        index, _ = self.at_line(event.y + round(self.scroll_y))
        if 0 <= index < self.count:
            self.cursor = index
            self.post_message(self.Opened(self, index))

    def action_down(self) -> None:
        self.cursor += 1

    def action_up(self) -> None:
        self.cursor -= 1

    def action_home(self) -> None:
        self.cursor = 0

    def action_end(self) -> None:
        self.cursor = self.count - 1

    def action_page_down(self) -> None:
        self.cursor += self._rows_a_page()

    def action_page_up(self) -> None:
        self.cursor -= self._rows_a_page()

    def action_half_down(self) -> None:
        self.cursor += max(1, self._rows_a_page() // 2)

    def action_half_up(self) -> None:
        self.cursor -= max(1, self._rows_a_page() // 2)

    def action_open(self) -> None:
        if self.count:
            self.post_message(self.Opened(self, self.cursor))

    def _rows_a_page(self) -> int:
        return max(1, self.size.height // self.row_height)
