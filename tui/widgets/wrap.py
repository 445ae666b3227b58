"""Paragraphs broken into the lines of a screen, each with its place in the text.

The lines of a paragraph cover it without gap or overlap: white space at which a line breaks
belongs to the line before, though it is not drawn.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from tui.widgets.cells import Cluster, clusters, drawn, plain

# A compound may be parted after its hyphen, a sentence after a dash, an address after a slash.
_JOINT = re.compile(r"(?<=[^\W\d_]{2})[-\u2010\u2013/](?=[^\W\d_]{2})|[—](?=\w)")
_BULLET = re.compile(r"[-*•·–—] +\S")
_COLUMNS = re.compile(r"\S {3,}(?=\S)")
_GAP = re.compile(r"\S {2,}(?=\S)")
_SPACE = re.compile(r"\s*")

# What East Asian typesetting keeps from the beginning and from the end of a line.
_NOT_FIRST = frozenset(
    "、。，．・：；？！ゝゞヽヾ々ー’”）〕］｝〉》」』】〙〗ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}»%…"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖([{«$£¥")


class Line(NamedTuple):
    """One line of a paragraph: it covers `start, end` of the text and shows `start, stop`."""

    start: int
    end: int
    stop: int


def wrap(text: str, start: int, end: int, width: int, *, first: int | None = None) -> list[Line]:
    """Break `start, end` of a canonical text into lines of at most `width` cells (at least 2).

    The first line has `first` cells, where that is given. A line feed inside prose is only a
    space; in tables, lists and lines that were broken on purpose it ends the line.
    """
    width = max(width, 2)
    first = width if first is None else max(first, 2)
    lines: list[Line] = []
    at = start
    for feed in [*hard_feeds(text, start, end), end]:
        fill = _fill_plain if plain(text, at, feed) else _fill
        stop = min(feed + 1, end)
        lines.extend(fill(text, at, feed, width, width if lines else first))
        if stop > feed:
            last = lines.pop() if lines and lines[-1].end == feed > at else Line(at, at, at)
            lines.append(Line(last.start, stop, last.stop))
        at = stop
    return lines


def tabular(lines: list[str]) -> bool:
    """Whether lines stand in columns: most of them part their words by runs of spaces."""
    if len(lines) < 2:
        return False
    rows = sum(1 for line in lines if _COLUMNS.search(line) or len(_GAP.findall(line)) > 1)
    return rows > 1 and rows * 2 >= len(lines)


def hard_feeds(text: str, start: int, end: int) -> list[int]:
    """The line feeds inside a paragraph that mean something.

    Where prose was hard-wrapped, a line ends because the next word had no more room. A line
    with ample room for that word was ended on purpose: verse, an address, a list.
    """
    if text.find("\n", start, end) < 0:
        return []
    lines = text[start:end].split("\n")
    table = tabular(lines)
    full = max((len(line) for line in lines if " " in line.strip()), default=0)
    feeds: list[int] = []
    at = start
    for line, following in pairwise(lines):
        at += len(line)
        word = following.split(maxsplit=1)[0] if following.strip() else ""
        roomy = (len(line.rstrip()) + 1 + len(word)) * 4 < full * 3
        if table or roomy or not word or _BULLET.match(following.lstrip()):
            feeds.append(at)
        at += 1
    return feeds


def _fill_plain(text: str, start: int, end: int, width: int, room: int) -> list[Line]:
    """One code point, one cell: the case of nearly every line, kept quick.

    `room` is that of the first line.
    """
    lines: list[Line] = []
    at = start
    while end - at > room:
        edge = at + room
        cut = max(text.rfind(" ", at + 1, edge + 1), text.rfind("\n", at + 1, edge + 1))
        joint = 0
        for found in _JOINT.finditer(text, max(cut, at), min(edge + 2, end)):
            if found.end() <= edge:
                joint = found.end()
        if joint > max(cut, at):
            lines.append(Line(at, joint, joint))
        elif cut > at:
            lines.append(_line(text, at, _after_space(text, cut, end)))
        else:
            lines.append(Line(at, edge, edge))
        at, room = lines[-1].end, width
    if at < end:
        lines.append(_line(text, at, end))
    return lines


def _fill(text: str, start: int, end: int, width: int, room: int) -> list[Line]:
    """The general case: clusters of any width, breaks between ideographs."""
    shown = drawn(text[start:end])
    parts = clusters(shown)
    joints = {found.end() for found in _JOINT.finditer(shown)}
    lines: list[Line] = []
    first, at, used, best = 0, 0, 0, 0
    while at < len(parts):
        part = parts[at]
        space = shown[part.start : part.end].isspace()  # not with a mark on it
        if not space and at > first and used + part.width > room:
            at = best if best > first else at
            lines.append(_line(text, start + parts[first].start, start + parts[at].start))
            first, used, best, room = at, 0, at, width
            continue
        used += part.width
        at += 1
        if space or part.end in joints or (at < len(parts) and _parts(shown, part, parts[at])):
            best = at
    if first < len(parts):
        lines.append(_line(text, start + parts[first].start, end))
    return lines


def _parts(shown: str, part: Cluster, following: Cluster) -> bool:
    """Whether a line may break between two clusters with no space between them."""
    if part.width < 2 and following.width < 2:
        return False
    after = shown[following.start]
    return not (after.isspace() or after in _NOT_FIRST or shown[part.start] in _NOT_LAST)


def _line(text: str, start: int, end: int) -> Line:
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Line(start, end, stop)


def _after_space(text: str, at: int, end: int) -> int:
    found = _SPACE.match(text, at, end)
    return found.end() if found else at
