"""What a stretch of text looks like on a terminal, and how many cells it takes there.

Nothing that comes from an article reaches a screen but through `drawn`. Widths are those that
Textual itself reckons with (`rich.cells`), so that what is measured here is what is laid out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

_PLAIN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2015\u2018-\u2022\u2026\u20ac\n]*"
)
# Control characters, lone surrogates, and the invisible ones that reorder or hide text.
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINER = "\u200d"
_NON_JOINER = "\u200c"
# A joiner between pictures makes one picture of them; elsewhere it is only a hint for shaping,
# which terminals and Rich count differently.
_STRAY_JOINER = re.compile(
    "(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"
    "|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)


class Cluster(NamedTuple):
    """What is drawn as one: a character with its marks, a flag, a joined picture.

    `start` and `end` are offsets into the string that was measured; `width` is in cells.
    """

    start: int
    end: int
    width: int


def plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether each code point of the stretch is drawn as it is, in one cell (or is a line feed)."""
    stop = len(text) if end is None else end
    match = _PLAIN.match(text, start, stop)
    return match is not None and match.end() == stop


def drawn(text: str) -> str:
    """The text as it may be sent to a terminal, code point for code point: the length is kept.

    A line feed and a tab become a space, any other control character U+FFFD.
    """
    if plain(text):
        return text.replace("\n", " ")
    text = _HOSTILE.sub(lambda found: " " if found[0] in "\n\t" else "\ufffd", text)
    return _STRAY_JOINER.sub(_NON_JOINER, text) if _JOINER in text else text


def width(text: str) -> int:
    """The cells that a text takes once it is `drawn`."""
    return len(text) if plain(text) else cell_len(drawn(text))


def clusters(text: str) -> list[Cluster]:
    """The clusters of a `drawn` text, without gaps.

    A flag is two letters that pair up; a letter after a virama stays with it (UAX #29, GB9c),
    as far as both fit two cells.
    """
    found: list[Cluster] = []
    start, flag = 0, False
    for at, character in enumerate(text):
        if at == start:
            flag = _regional(character)
            continue
        before = text[at - 1]
        pairs = flag and at == start + 1 and _regional(character)
        if (
            get_character_cell_size(character) == 0
            or before == _JOINER
            or pairs
            or (_joins(before, character) and cell_len(text[start : at + 1]) <= 2)
        ):
            continue
        found.append(Cluster(start, at, cell_len(text[start:at])))
        start, flag = at, _regional(character)
    if text:
        found.append(Cluster(start, len(text), cell_len(text[start:])))
    return found


def crop(text: str, cells: int, more: str) -> str:
    """A `drawn` text cut to so many cells, with `more` at its end where something was cut."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(more)
    kept, used = 0, 0
    for cluster in clusters(text):
        used += cluster.width
        if used > room:
            break
        kept = cluster.end
    return text[:kept].rstrip() + more if room >= 0 else more[:cells]


def crop_left(text: str, cells: int, more: str) -> str:
    """A `drawn` text cut at its left to so many cells, with `more` where something was cut."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(more)
    kept, used = len(text), 0
    for cluster in reversed(clusters(text)):
        used += cluster.width
        if used > room:
            break
        kept = cluster.start
    return more + text[kept:].lstrip() if room >= 0 else more[:cells]


def _regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _joins(before: str, character: str) -> bool:
    return unicodedata.combining(before) == 9 and unicodedata.category(character) == "Lo"
