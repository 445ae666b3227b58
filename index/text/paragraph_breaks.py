"""Where the paragraphs of a text stand.

Blank lines part paragraphs. Whether a single line end does depends on the text: copy that was
typed or wrapped to a column breaks its lines in mid-sentence, so that most lines begin with a
small letter; a text with one line a paragraph hardly ever does. In wrapped copy a paragraph
begins at an indented line (wire copy), after a line that stops short of the column, and with
each row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.article import Span

_WRAPPED_SHARE = 0.3  # of the line ends, that stand in mid-sentence; 0.7 is usual when wrapped
_FULL_LINE = 0.75  # of the usual length of a line that was wrapped
_SAMPLE = 5000  # line ends that tell how a text was set
_NARROWEST = 30  # characters; shorter lines are a list
_LONG = 1_000_000  # code points; longer texts are not kept in mind
_INDENT = 2  # spaces; one is an accident more often than an indent

# Two gaps in a line, or one before a figure, are columns; a gap after a full stop is not.
_GAP = re.compile(r"[^\s.?!:\"] {2,}(?=\S)")
_GAP_FIGURE = re.compile(r"[^\s.?!:\"] {2,}(?=[-+$£€]?\d)")
_OPENS = "\"'“‘(["
_STOPS = (".", "?", "!", ":", '."', '?"', '!"', ".”", "?”", "!”")
# Lines that begin something of their own however full the line before them is.
_OWN_LINE = re.compile(r"By [A-Z][a-z]+ [A-Z]|[A-Z][A-Z .,'/-]{3,40}(?:\(| -{1,2} | [–—] )")
# Lines of a wire's own, above its copy and below.
_WIRE_LINE = re.compile(r"\^|(?:upi|ap) \d\d-\d\d-\d\d\b|AP-[A-Z]{2}-\d\d-\d\d-\d\d\b")


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a canonical text, in order, without the white space around them.

    They do not overlap, and every character that is not white space stands in one.
    """
    return list(_kept(text) if len(text) <= _LONG else _paragraphs(text))


def _paragraphs(text: str) -> list[Span]:
    blocks = list(_blocks(text))
    if all(len(block) == 1 for block in blocks):
        return [(block[0].start, block[0].end) for block in blocks]
    column = _column(text, blocks)
    if column is None:
        return [(line.start, line.end) for block in blocks for line in block]
    found: list[Span] = []
    for block in blocks:
        base = min(line.indent for line in block)
        for before, line in zip([None, *block], block, strict=False):
            if before is None or _begins(text, before, line, base, column):
                found.append((line.start, line.end))
            else:
                found[-1] = (found[-1][0], line.end)
    return found


# A text is asked for its paragraphs again and again while it is taken in.
_kept = lru_cache(maxsize=4)(_paragraphs)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines between blank lines; a line has no white space at its ends."""
    at = 0
    block: list[_Line] = []
    for raw in text.split("\n"):
        inner = raw.strip()
        if inner:
            indent = len(raw) - len(raw.lstrip())
            block.append(_Line(at + indent, at + indent + len(inner), indent))
        elif block:
            yield block
            block = []
        at += len(raw) + 1
    if block:
        yield block


def _column(text: str, blocks: list[list[_Line]]) -> float | None:
    """How long a full line of wrapped copy is; None where the lines were not wrapped."""
    ends = 0
    wrapped: list[int] = []
    shouted = not any(map(str.islower, text[:2000]))
    for block in blocks:
        if ends > _SAMPLE:
            break
        base = min(line.indent for line in block)
        for before, line in pairwise(block[:_SAMPLE]):
            if line.indent >= base + _INDENT:
                continue
            ends += 1
            runs_on = _small(text, line) or (shouted and not text.endswith(_STOPS, 0, before.end))
            if runs_on and not _is_row(text, line):
                wrapped.append(before.end - before.start)
    if not wrapped or len(wrapped) < _WRAPPED_SHARE * ends:
        return None
    from statistics import median  # with its fractions and decimals, for wrapped copy only

    column = median(wrapped)
    return column if column >= _NARROWEST else None


def _begins(text: str, before: _Line, line: _Line, base: int, column: float) -> bool:
    if line.indent >= base + _INDENT:
        return True
    if _WIRE_LINE.match(text, line.start):
        return True
    if _is_row(text, line) or _is_row(text, before):
        return True
    if _small(text, line):
        return False
    if before.end - before.start < _FULL_LINE * column or _OWN_LINE.match(text, line.start):
        return True
    if line.indent > base and text.endswith(_STOPS, 0, before.end):
        return True
    return _shouts(text, before) and not _shouts(text, line)


def _small(text: str, line: _Line) -> bool:
    """Does the line go on in mid-sentence?"""
    at = line.start
    while at < line.end - 1 and text[at] in _OPENS:
        at += 1
    return text[at].islower()


def _shouts(text: str, line: _Line) -> bool:
    return text[line.start : line.end].isupper()


def _is_row(text: str, line: _Line) -> bool:
    if _GAP_FIGURE.search(text, line.start, line.end):
        return True
    first = _GAP.search(text, line.start, line.end)
    return first is not None and _GAP.search(text, first.end(), line.end) is not None
