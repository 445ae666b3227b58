"""The rules of the page: single lines that part the panes, and what stands in them."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class Edge(Widget):
    """The rule at the left edge of a pane. It is heavy where the pane has the focus."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"edge--focused"}
    marked = reactive(False)
    leftmost = reactive(False)

    def render_line(self, y: int) -> Strip:
        if self.marked:
            return Strip([Segment("┃", self.get_component_rich_style("edge--focused"))], 1)
        mark = " " if self.leftmost else "│"
        return Strip([Segment(mark, self.rich_style)], 1)


class Rule(Widget):
    """A rule across the page, in which a message may stand.

    It joins the edges of the panes at the columns `joints`; a message that is too long for it
    takes more lines.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rule--message"}
    message: reactive[Content] = reactive(Content(""))
    joints: reactive[tuple[int, ...]] = reactive(())

    def __init__(self, joint: str, *, id: str) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._joint = joint

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return max(1, len(self._lines(width)))

    def watch_message(self) -> None:
        """Lay the page out anew where the message takes another number of lines, and only there."""
        if max(1, len(self._lines(self.size.width))) != self.size.height:
            self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self._lines(width)
        last = y >= len(lines) - 1
        segments: list[Segment] = []
        if y < len(lines):
            style = self.get_visual_style("rule--message")
            lead = "─ " if last and lines[y].cell_length + 2 <= width else " "
            segments = [
                Segment(lead, self.rich_style),
                *lines[y].render_segments(style),
                Segment(" ", self.rich_style),
            ]
        at = sum(segment.cell_length for segment in segments)
        fill = "─" if last else " "
        rest = "".join(
            self._joint if last and x in self.joints else fill for x in range(at, max(at, width))
        )
        return Strip([*segments, Segment(rest, self.rich_style)]).crop(0, width)

    def _lines(self, width: int) -> list[Content]:
        if not self.message.plain or width < 10:
            return []
        return self.message.wrap(width - 1)
