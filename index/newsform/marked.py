"""What the source itself says of how paragraphs are set, laid over what their looks say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.article import Mark, Span
from index.newsform.blocks import Block
from index.newsform.judging import Judged

_SET_OFF = frozenset(("item", "block quote", "table"))


def as_marked(judged: list[Judged], marks: Sequence[Mark]) -> list[Judged]:
    """The paragraphs as their marks say: captions are captions, headlines and subheads copy."""
    if not marks:
        return judged
    told = {mark.start: mark.what for mark in marks}
    found = list(judged)
    for place, one in enumerate(judged):
        what = told.get(one.block.start)
        if what == "caption":
            found[place] = Judged(one.block, one.what or "caption", picture=one.picture)
        elif what in ("headline", "subhead"):
            found[place] = Judged(one.block)
        elif what == "byline":
            found[place] = Judged(one.block, "byline", byline=one.byline)
    return found


def marked_headline(judged: Iterable[Judged], marks: Iterable[Mark]) -> Block | None:
    """The paragraph that is marked as the headline; None without one."""
    starts = {mark.start for mark in marks if mark.what == "headline"}
    return next((one.block for one in judged if one.block.start in starts), None)


def marked_subheads(copy: Iterable[Block], marks: Iterable[Mark]) -> list[Span]:
    """The paragraphs of the copy that are marked as subheads, in order."""
    starts = {mark.start for mark in marks if mark.what == "subhead"}
    return [(block.start, block.end) for block in copy if block.start in starts]


def set_off(copy: Iterable[Block], marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Of the copy the items of lists, the block quotes and the tables, in order."""
    starts = {block.start for block in copy}
    return tuple(mark for mark in marks if mark.what in _SET_OFF and mark.start in starts)
