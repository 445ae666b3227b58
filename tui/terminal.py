"""What the terminal can show, and a last guard over everything that is drawn on it.

Canonical text holds no control characters, but file names, queries and messages of the system
are not canonical text. Every line of every widget passes this guard, so that nothing that is
shown can move the cursor, set a title or write the clipboard, whatever it came from. Marks and
rules are drawn as they are everywhere; a terminal that is not UTF-8 gets stand-ins here.
"""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.widgets.cells import drawn
from tui.widgets.stand_ins import stand_in


class TerminalGuard(LineFilter):
    """Replaces what a terminal would act upon, and what its encoding does not have."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        utf = encoding.lower().replace("_", "-").startswith("utf")
        self._encoding = None if utf else encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(self._shown(segment.text), segment.style)
            for segment in segments
        ]

    def _shown(self, text: str) -> str:
        text = drawn(text)
        encoding = self._encoding
        if encoding is None:
            return text
        return "".join(
            character if _has(encoding, character) else stand_in(character) for character in text
        )


def _has(encoding: str, character: str) -> bool:
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return character.isascii()
    return True


def terminal_encoding() -> str:
    """The encoding in which the terminal is written to; the reader draws on standard error."""
    return getattr(sys.__stderr__, "encoding", None) or "utf-8"


def terminal_is_light() -> bool:
    """Whether the terminal says that its background is light (COLORFGBG, as in "0;15")."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background.isdigit() and int(background) in (7, *range(9, 16))


def when_hung_up(act: Callable[[], None]) -> None:
    """Do this, in a thread of its own, once the terminal that is read from is gone."""
    poll = select.poll()
    try:
        if not sys.__stdin__ or not os.isatty(sys.__stdin__.fileno()):
            return
        poll.register(sys.__stdin__.fileno(), 0)  # nothing but that it is gone
    except (OSError, ValueError):
        return

    def wait() -> None:
        poll.poll()
        act()

    threading.Thread(target=wait, daemon=True, name="hangup").start()
