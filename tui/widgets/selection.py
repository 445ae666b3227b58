"""Selecting from the keyboard: a selection, and how its ends move over the units of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from index.article import Span
from tui.widgets.cells import clusters, drawn, plain

Unit = Literal["character", "word", "sentence", "paragraph", "line", "quote", "text"]
Sentences = Callable[[str, int, int], list[Span]]
"""Gives the sentences of a stretch of a text as spans."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w(?:[\w'’.-]*\w)?")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: all between `anchor` and `head`, the end that moves.

    `unit` is what was last selected by.
    """

    anchor: int
    head: int
    unit: Unit = "character"

    @property
    def span(self) -> Span:
        return (min(self.anchor, self.head), max(self.anchor, self.head))

    def swapped(self) -> Selection:
        """The same selection, moved by its other end."""
        return replace(self, anchor=self.head, head=self.anchor)

    def to(self, offset: int, unit: Unit) -> Selection:
        """The selection with its head at an offset.

        A head that would reach the anchor or pass it goes to the other side, and what lay at
        the anchor stays selected: a selection is never empty.
        """
        forward = self.head > self.anchor
        if offset != self.anchor and (offset > self.anchor) == forward:
            return Selection(self.anchor, offset, unit)
        if offset == self.anchor:
            return replace(self, unit=unit)
        return Selection(self.head, offset, unit)


class Stops:
    """Where the units of a text begin and end, block by block (a block is a paragraph)."""

    def __init__(self, text: str, blocks: Sequence[Span], sentences: Sentences) -> None:
        self._text = text
        self._blocks = blocks
        self._sentences = sentences
        self.spans = lru_cache(maxsize=32)(self._spans)

    def around(self, unit: Unit, offset: int) -> Span | None:
        """The unit that holds an offset, or else the nearest one after, or before, it."""
        best: Span | None = None
        for index in self._near(offset):
            for span in self.spans(unit, index):
                if span[0] <= offset < span[1]:
                    return span
                if best is None or best[1] <= offset:
                    best = span
            if best is not None and best[0] > offset:
                return best
        return best

    def moved(self, selection: Selection, unit: Unit, step: int) -> Selection:
        """The selection with its head one unit further on (step 1) or back (step -1).

        A head at the end of its selection goes from end to end of units, one at the beginning
        from beginning to beginning, so that whole units are selected.
        """
        start, end = selection.span
        at_end = selection.head > selection.anchor
        goal = self._next(unit, selection.head, step, 1 if at_end else 0)
        crosses = goal is not None and (goal <= start if at_end else goal >= end)
        if crosses or (goal is None and at_end != (step > 0)):
            # Nothing is left to give back: take more at the other side.
            far = self._next(unit, selection.anchor, step, 1 if step > 0 else 0)
            if far is None:
                return replace(selection, unit=unit)
            return Selection(selection.head, far, unit)
        if goal is None:
            return replace(selection, unit=unit)
        return Selection(selection.anchor, goal, unit)

    def _next(self, unit: Unit, offset: int, step: int, side: int) -> int | None:
        """The next beginning (side 0) or end (side 1) of a unit beyond an offset."""
        first = self._index(offset)
        indices = range(first, len(self._blocks)) if step > 0 else range(first, -1, -1)
        for index in indices:
            stops = [span[side] for span in self.spans(unit, index)]
            for stop in stops if step > 0 else reversed(stops):
                if (stop - offset) * step > 0:
                    return stop
        return None

    def _near(self, offset: int) -> range:
        first = self._index(offset)
        return range(first, min(first + 2, len(self._blocks)))

    def _index(self, offset: int) -> int:
        """The block that holds the offset, or the last one that begins before it."""
        low, high = 0, len(self._blocks)
        while low < high:
            middle = (low + high) // 2
            if self._blocks[middle][0] <= offset:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def _spans(self, unit: Unit, index: int) -> list[Span]:
        start, end = self._blocks[index]
        if unit == "character":
            shown = drawn(self._text[start:end])
            return [(start + part.start, start + part.end) for part in clusters(shown)]
        if unit == "word":
            view = _lettered(self._text[start:end])
            return [(start + found.start(), start + found.end()) for found in _WORD.finditer(view)]
        if unit == "sentence":
            return self._sentences(self._text, start, end) or [(start, end)]
        return [(start, end)]


def _lettered(text: str) -> str:
    """A view of the same length in which marks are letters where they stand on a letter."""
    if plain(text):
        return text
    return "".join(
        text[part.start] + "a" * (part.end - part.start - 1)
        if text[part.start].isalnum()
        else text[part.start : part.end]
        for part in clusters(drawn(text))
    )
