"""Lines to paragraphs: where one begins, and what a hyphen at the end of a line means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from index.article import SetAs
from index.readers.pdf.lines import Line

_SAME_SIZE = 0.08  # of a size
_RARE = 0.05
_WIDE_GAP = 1.3  # times the usual distance of lines
_INDENT = 0.7  # of a size
_MOSTLY = 0.5
_TITLE = 1.2  # times the size of the copy
_SUBHEAD = 1.07
_LONGEST_TITLE = 300
_LONGEST_SUBHEAD = 100
_MASTHEAD = 3  # words
_HALF = 0.5
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•▪■◦‣●○◆➢✓]\s*")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+\S")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_PARTED = re.compile(r"\w[-\u2010]\Z")
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*")
_GOES_ON = re.compile(r"([^\W\d_]+)")


@dataclass(slots=True)
class Paged:
    """A paragraph: how it is set, and its words on each page that it stands on."""

    what: SetAs | None
    parts: list[tuple[int, str]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "".join(words for _, words in self.parts)


def paragraphs_of(lines: Sequence[Line]) -> list[Paged]:
    """The paragraphs of a document, in order."""
    if not lines:
        return []
    layout = _Layout(lines)
    found: list[Paged] = []
    for place, line in enumerate(lines):
        if not found or layout.begins(found[-1], lines, place):
            found.append(Paged(None))
        found[-1].lines.append(line)
    known = _words_of(lines)
    for paragraph in found:
        paragraph.parts = _joined(paragraph.lines, known)
    _set(found, layout.size)
    return [paragraph for paragraph in found if paragraph.words.strip()]


class _Layout:
    """How a document is set: the size of its copy, the distance of its lines, its indents."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.words)
        self.size = max(sizes, key=lambda size: sizes[size])
        steps: dict[float, list[float]] = {}
        for before, line in pairwise(lines):
            if before.block == line.block and _alike(before, line):
                step = before.low - line.low
                if 0 < step < 3 * line.size:
                    steps.setdefault(round(line.size), []).append(step)
        self._steps = {size: _usual(found) for size, found in steps.items()}
        copy = [line for line in lines if abs(line.size - self.size) <= _SAME_SIZE * self.size]
        at_edge = sum(line.left - line.edge < _INDENT * line.size for line in copy)
        self._has_edge = at_edge > _MOSTLY * len(copy)
        indented = [line for line in copy if line.left - line.edge >= _INDENT * line.size]
        self._indents = self._has_edge and len(indented) >= max(2, 0.05 * len(copy))

    def begins(self, paragraph: Paged, lines: Sequence[Line], place: int) -> bool:
        """Does a paragraph begin with this line?"""
        line, before = lines[place], lines[place - 1]
        if not _alike(before, line) or before.bold != line.bold:
            return not (before.words and _runs_on(before, line) and _alike(before, line))
        if _BULLET.match(line.words):
            return True
        hangs = _BULLET.match(paragraph.lines[0].words) or _NUMBERED.match(paragraph.lines[0].words)
        indented = self._has_edge and line.left - line.edge >= _INDENT * line.size and not hangs
        ended = _ENDS.search(before.words) is not None
        if before.block == line.block:
            step = before.low - line.low
            usual = self._steps.get(round(line.size), 1.2 * line.size)
            if step > _WIDE_GAP * usual or step < 0:
                return True
            if hangs and _NUMBERED.match(line.words) and line.left <= paragraph.lines[0].left + 1:
                return True
            if indented and line.left - before.left >= _INDENT * line.size:
                return True
            if indented and before.left - before.edge >= _INDENT * line.size:
                return ended
            return _has_room(before, line, ended)
        # In the next column or on the next page.
        if indented:
            return True
        if _has_room(before, line, ended):
            return True
        return ended and not self._indents and not line.words[:1].islower()


def _usual(steps: Sequence[float]) -> float:
    """The usual distance of lines: within paragraphs, so the smallest that is not rare.

    Where paragraphs are of a line or two, most lines stand further apart.
    """
    counted = Counter(round(step * 2) / 2 for step in steps)
    often = max(_RARE * len(steps), min(2, max(counted.values())))
    return min(step for step, count in counted.items() if count >= often)


def _alike(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _runs_on(before: Line, line: Line) -> bool:
    """Does a sentence go on in the next line, set in bold or no longer?"""
    return (
        before.block == line.block
        and line.words[:1].islower()
        and not _ENDS.search(before.words)
        and before.low - line.low < 1.5 * line.size
    )


def _has_room(before: Line, line: Line, ended: bool) -> bool:
    """Would the first word of this line have had room behind the one before?"""
    if before.words.endswith(("-", "\u2010", _SOFT)):
        return False
    letters = max(len(line.words), 1)
    width = (line.right - line.left) / letters
    first = line.words.split(" ", 1)[0]
    room = before.end - before.right - (len(first) + 1) * width
    return room > (0.5 * line.size if ended else 4 * line.size)


def _words_of(lines: Sequence[Line]) -> Counter[str]:
    """How often each word stands within the lines of the document, small letters."""
    found: Counter[str] = Counter()
    for line in lines:
        words = [match[0] for match in _WORD.finditer(line.words)]
        if line.words.rstrip().endswith(("-", "\u2010", _SOFT)) and words:
            words.pop()
        found.update(word.casefold().replace("\u2010", "-") for word in words)
    return found


def _joined(lines: Sequence[Line], known: Counter[str]) -> list[tuple[int, str]]:
    """The words of a paragraph's lines by their pages, words that were parted put together."""
    parts: list[tuple[int, str]] = []
    rest = _BULLET.sub("", lines[0].words, count=1) if _BULLET.match(lines[0].words) else None
    for place, line in enumerate(lines):
        words = " ".join((rest if rest is not None and not place else line.words).split())
        after = ""
        if place + 1 < len(lines):
            words, after = _end(words, lines[place + 1].words, known)
        words = words.replace(_SOFT, "") + after
        if parts and parts[-1][0] == line.page:
            parts[-1] = (line.page, parts[-1][1] + words)
        else:
            parts.append((line.page, words))
    return parts


def _end(words: str, following: str, known: Counter[str]) -> tuple[str, str]:
    """The end of a line, and what stands between it and the next."""
    if words.endswith(_SOFT):
        return words[:-1], ""
    first, second = _HYPHENATED.search(words), _GOES_ON.match(following.lstrip())
    if first is None or second is None:
        return words, "" if _PARTED.search(words) else " "
    whole, hyphened = f"{first[1]}{second[1]}", f"{first[1]}-{second[1]}"
    certain = (
        second[1][0].islower() and known[whole.casefold()] > 0 and known[hyphened.casefold()] == 0
    )
    return (words[:-1] if certain else words), ""


def _set(paragraphs: Sequence[Paged], size: float) -> None:
    """Tell the headline, subheads and items of lists by their size, their weight, their marks."""
    first = [each for each in paragraphs if each.lines[0].page == paragraphs[0].lines[0].page]
    large = [
        each
        for each in first
        if _size(each) >= _TITLE * size and 0 < len(each.words) <= _LONGEST_TITLE
    ]
    largest = max(map(_size, large), default=0.0)
    # The largest words on the front of a paper are its own name.
    said = [
        each
        for each in large
        if len(each.words.split()) >= _MASTHEAD
        and _size(each) >= _HALF * largest
        and "@" not in each.words
    ]
    headline = max(said or large, key=_size, default=None)
    for paragraph in paragraphs:
        words = paragraph.words
        if paragraph is headline:
            paragraph.what = "headline"
        elif _BULLET.match(paragraph.lines[0].words):
            paragraph.what = "item"
        elif (
            headline is not None
            and len(words) <= _LONGEST_SUBHEAD
            and not _ENDS.search(words)
            and (
                _size(paragraph) >= _SUBHEAD * size
                or (paragraph.lines[0].bold and _size(paragraph) >= (1 - _SAME_SIZE) * size)
            )
            and any(map(str.isalpha, words))
        ):
            paragraph.what = "subhead"


def _size(paragraph: Paged) -> float:
    return median(line.size for line in paragraph.lines)
