"""A scrolling widget whose length changes often, without the page being laid out each time."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class Scroller(ScrollView):
    """Draws its lines itself. Its place on the page never depends on how many there are."""

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through.

        The page is laid out anew only where the scroll bar comes or goes: a layout costs more
        than all else that a keystroke sets off, and this is called for each.
        """
        size = Size(self.size.width, lines)
        always = self.styles.overflow_y == "scroll"
        if (always or lines > self.container_size.height) != self.show_vertical_scrollbar:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
