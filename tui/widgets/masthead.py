"""The first line of the page: whose archive this is and how much is in it."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_HELP = "? help"


class Masthead(Widget):
    """` dateline · sample archive      4 articles · Jun 2012 · 2 kept      ? help`.

    What does not fit gives way from the right: what was kept, then the dates.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"masthead--name"}
    archive_name = reactive("")
    figures: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        width = self.size.width
        name = Content.assemble(
            (" dateline", self.get_visual_style("masthead--name", partial=True)),
            f" · {self.archive_name}" if self.archive_name else "",
        )
        figures = list(self.figures)
        room = width - name.cell_length - len(_HELP) - 6
        while figures and Content(" · ".join(figures)).cell_length > room:
            figures.pop()
        middle = Content(" · ".join(figures))
        free = max(0, width - name.cell_length - middle.cell_length - len(_HELP) - 1)
        return Content.assemble(
            name, " " * (free - free // 2), middle, " " * (free // 2), _HELP, " "
        )
