"""A sheet with a few ways to go on, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult

from tui.screens.sheet import Sheet
from tui.widgets.virtual_list import VirtualList
from tui.widgets.ways import Way, WayList
from tui.words import one_line

_AROUND = 6  # lines of the sheet that are none of its ways


class ChoosingScreen(Sheet[str | None]):
    """Is dismissed with the letter of the way that was chosen, or with None."""

    AUTO_FOCUS = "#ways"
    foot = "Enter or its letter chooses   Esc back"

    def __init__(self, heading: str, ways: Sequence[Way], *, at: str | None = None) -> None:
        """`at`: the letter of the way on which the cursor stands, the first if None."""
        super().__init__()
        self.heading = one_line(heading)
        self._list = WayList(ways, id="ways")
        self._at = self._list.at(at or "") or 0

    def body(self) -> ComposeResult:
        yield self._list

    def on_mount(self) -> None:
        self._list.put_cursor(self._at)

    def on_resize(self) -> None:
        self._list.styles.height = max(1, min(self._list.count, self.app.size.height - _AROUND))

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        self.dismiss(self._list.ways[self._list.cursor].letter)

    def on_key(self, event: events.Key) -> None:
        if event.character is not None and self._list.at(event.character) is not None:
            event.stop()
            self.dismiss(event.character)
