"""Paragraphs to a text: set apart by empty lines, and each with how it is set."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.article import Mark, SetAs
from index.text import canonical

Paragraph = tuple[SetAs | None, str]
"""How a paragraph is set, None for plain copy, and its words. A line end in it is kept."""

_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" *\n[ \n]*")


def composed(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Mark, ...]]:
    """The canonical text of these paragraphs, in order, and the marks in it.

    Runs of white space become one space, so that no paragraph falls apart; empty ones are left
    out.
    """
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for what, words in paragraphs:
        part = _LINE_ENDS.sub("\n", _SPACES.sub(" ", canonical(words))).strip()
        if not part:
            continue
        start = at + 2 if parts else 0
        at = start + len(part)
        parts.append(part)
        if what is not None:
            marks.append(Mark(start, at, what))
    return "\n\n".join(parts), tuple(marks)
