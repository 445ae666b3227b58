"""What the source itself says of how paragraphs are set, laid over what their looks say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from index.article import Mark, SetAs, Span
from index.newsform.blocks import Block
from index.newsform.judging import Judged
from index.text import fold

_BIOS = 3  # paragraphs at the end that may be of the authors
_LONGEST_BIO = 700
_IS = re.compile(
    r",? (?:is (?:an?|the|on|based|currently)|(?:also )?(?:covers|writes|reports|edits|works)\b|"
    r"has (?:covered|written|reported|worked|been (?:an?|the|with|covering|writing|reporting))|"
    r"joined|can be reached|may be reached|was (?:previously|formerly)|lives in|teaches)\b"
)
_SET_OFF = frozenset(("item", "block quote", "table"))


def as_one(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The paragraphs, those that one mark spans as one: a table of many lines is a paragraph."""
    if not marks:
        return tuple(blocks)
    starts = [mark.start for mark in marks]
    found: list[Block] = []
    for block in blocks:
        at = bisect_right(starts, block.start) - 1
        before = found[-1] if found else None
        if before and at >= 0 and before.start == starts[at] and block.start < marks[at].end:
            between = fold(text[before.end : block.start])
            found[-1] = Block(before.start, block.end, before.text + between + block.text)
        else:
            found.append(block)
    return tuple(found)


def as_marked(judged: list[Judged], marks: Sequence[Mark]) -> list[Judged]:
    """The paragraphs as their marks say: captions are captions, headlines and subheads copy."""
    if not marks:
        return judged
    told = _Told(marks)
    found = list(judged)
    for place, one in enumerate(judged):
        what = told.of(one.block)
        if what == "caption":
            found[place] = Judged(one.block, one.what or "caption", picture=one.picture)
        elif what in ("headline", "subhead"):
            found[place] = Judged(one.block)
        elif what == "byline":
            found[place] = Judged(one.block, "byline", byline=one.byline)
    return found


def with_bios(judged: list[Judged], authors: Sequence[str]) -> list[Judged]:
    """The paragraphs, with those at the end that say of an author who he is as sign-offs."""
    names = tuple(fold(name).casefold() for name in authors if " " in name)
    last = [place for place, one in enumerate(judged) if one.what is None][-_BIOS:]
    found = list(judged)
    for place in last if names else ():
        block = judged[place].block
        if len(block.text) <= _LONGEST_BIO and block.text.casefold().startswith(names):
            name = next(name for name in names if block.text.casefold().startswith(name))
            if _IS.match(block.text, len(name)):
                found[place] = Judged(block, "sign-off")
    return found


def marked_headline(judged: Iterable[Judged], marks: Sequence[Mark]) -> Block | None:
    """The paragraph that is marked as the headline; None without one."""
    told = _Told(marks)
    return next((one.block for one in judged if told.of(one.block) == "headline"), None)


def marked_subheads(copy: Iterable[Block], marks: Sequence[Mark]) -> list[Span]:
    """The paragraphs of the copy that are marked as subheads, in order."""
    told = _Told(marks)
    return [(block.start, block.end) for block in copy if told.of(block) == "subhead"]


def set_off(copy: Iterable[Block], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Of the copy the items of lists, the block quotes and the tables, in order.

    One of several lines is one, though each of its lines is a paragraph to the rules of form.
    """
    told = _Told(marks)
    found = {mark.start: mark for block in copy if (mark := told.mark(block)) is not None}
    return tuple(mark for mark in found.values() if mark.what in _SET_OFF)


class _Told:
    """What marks say of the paragraphs that stand in them. Marks are in order."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]

    def mark(self, block: Block) -> Mark | None:
        place = bisect_right(self._starts, block.start) - 1
        if place < 0 or block.start >= self._marks[place].end:
            return None
        return self._marks[place]

    def of(self, block: Block) -> SetAs | None:
        mark = self.mark(block)
        return mark.what if mark else None
