"""A choice among a few things, on one line where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """One of several options is chosen, with the arrow keys or `h l`, or by a click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right,space", "step(1)", "next", show=False),
        Binding("h,left", "step(-1)", "before", show=False),
        Binding("down,j", "app.focus_next", "down", show=False),
        Binding("up,k", "app.focus_previous", "up", show=False),
    ]

    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another option is chosen."""

        choice: Choice

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(self, options: Sequence[str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.options = tuple(options)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        used = 0
        for number, option in enumerate(self.options):
            length = Content(option).cell_length + 4
            if lines[-1] and used + length > width:
                lines.append([])
                used = 0
            lines[-1].append(number)
            used += length
        return lines

    def render(self) -> Content:
        chosen = self.get_visual_style("choice--chosen", partial=True)
        rows: list[Content] = []
        for line in self._lines(self.size.width):
            parts: list[Content] = []
            for number in line:
                on = number == self.chosen
                mark = "▸" if on else " "
                part = Content(f"{mark}{self.options[number]} ")
                parts.append(part.stylize(chosen) if on else part)
            rows.append(Content("  ").join(parts))
        return Content("\n").join(rows)

    def validate_chosen(self, chosen: int) -> int:
        return max(0, min(chosen, len(self.options) - 1))

    def watch_chosen(self, old: int, new: int) -> None:
        if old != new:
            self.post_message(self.Changed(self))

    def action_step(self, step: int) -> None:
        self.chosen = (self.chosen + step) % len(self.options)

    def on_click(self, event: events.Click) -> None:
        lines = self._lines(self.size.width)
        offset = event.get_content_offset_capture(self)
        if not 0 <= offset.y < len(lines):
            return
        at = 0
        for number in lines[offset.y]:
            at += Content(self.options[number]).cell_length + 4
            if offset.x < at:
                self.chosen = number
                return
