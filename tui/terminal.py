"""What the terminal can show, and a last guard over everything that is drawn on it.

Canonical text holds no control characters, but file names, queries and messages of the system
are not canonical text. Every line of every widget passes this guard, so that nothing that is
shown can move the cursor, set a title or write the clipboard, whatever it came from.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

_STAND_INS = str.maketrans(
    {
        **dict.fromkeys("─━–—‐‑‒", "-"),
        **dict.fromkeys("│┃▌▐█", "|"),
        **dict.fromkeys("┬┴┼├┤", "+"),
        **dict.fromkeys("▸›▶→", ">"),
        **dict.fromkeys("◂‹◀←", "<"),
        **dict.fromkeys("▾▼↓", "v"),
        **dict.fromkeys("▴▲↑", "^"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("·•", "-"),
        "…": ".",
        "✓": "*",
        "¶": "#",
    }
)


def _guarded(match: re.Match[str]) -> str:
    """A replacement of the same width in cells, so that no column shifts."""
    return "\ufffd" * cell_len(match.group())


class TerminalGuard(LineFilter):
    """Replaces what a terminal would act upon, and what its encoding does not have.

    `encoding` is the terminal's; in UTF-8 everything but control characters passes.
    """

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = None if encoding.lower().replace("-", "") == "utf8" else encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(self._shown(segment.text), segment.style)
            for segment in segments
        ]

    def _shown(self, text: str) -> str:
        text = _UNSAFE.sub(_guarded, text)
        if self._encoding is None:
            return text
        return "".join(self._stand_in(character) for character in text)

    def _stand_in(self, character: str) -> str:
        assert self._encoding is not None
        try:
            character.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            pass
        else:
            return character
        other = character.translate(_STAND_INS)
        if other == character:
            other = unicodedata.normalize("NFKD", character)[:1]
        if not other.isascii() or not other.isprintable():
            other = "?"
        return other * cell_len(character)


def terminal_encoding() -> str:
    """The encoding in which the terminal is written to; the reader draws on standard error."""
    return getattr(sys.__stderr__, "encoding", None) or "utf-8"


def terminal_is_light() -> bool:
    """Whether the terminal says that its background is light (COLORFGBG, as in "0;15")."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background.isdigit() and int(background) in (7, *range(9, 16))
