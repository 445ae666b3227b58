"""What the terminal can show, and a last guard over everything that is drawn on it.

Canonical text holds no control characters, but file names, queries and messages of the system
are not canonical text. Every line of every widget passes this guard, so that nothing that is
shown can move the cursor, set a title or write the clipboard, whatever it came from.
"""

from __future__ import annotations

import os
import sys

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.widgets.cells import drawn
from tui.widgets.marks import glyphs

# The rules and bars that Textual and the page draw, for terminals that are not UTF-8.
_RULES = str.maketrans("─━│┃┬┴┼▁▔▌▐▊▎▸•", "--|#+++_-||||>*")


class TerminalGuard(LineFilter):
    """Replaces what a terminal would act upon, and what its encoding does not have."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._glyphs = glyphs(encoding)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(self._shown(segment.text), segment.style)
            for segment in segments
        ]

    def _shown(self, text: str) -> str:
        text = drawn(text)
        if self._glyphs.encoding is None:
            return text
        return self._glyphs.fit(text.translate(_RULES))


def terminal_encoding() -> str:
    """The encoding in which the terminal is written to; the reader draws on standard error."""
    return getattr(sys.__stderr__, "encoding", None) or "utf-8"


def terminal_is_light() -> bool:
    """Whether the terminal says that its background is light (COLORFGBG, as in "0;15")."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background.isdigit() and int(background) in (7, *range(9, 16))
