"""Quotation marks: which words stand between them.

Marks are scanned paragraph by paragraph. A quotation that its paragraph leaves open ends with
the paragraph; where the next paragraph begins with a mark it goes on there, after the trade's
custom of opening each paragraph of a long quotation and closing only the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Span
from index.extract.view import Block

_ALWAYS_OPENS = "“„‟«〝"
_ALWAYS_CLOSES = "”»〞"
_BEFORE_OPENING = " \n([{-\u2013\u2014/:;,"
_AFTER_CLOSING = " \n)]},.;:!?-\u2013\u2014/'"
_SINGLE_OPENS = re.compile(
    r"(?<![^\s(\[\u2013\u2014-])'(?!(?:em|til|tis|twas|cause|round|n|\d0s)\b)(?=[\w.$\u2026])",
    re.IGNORECASE,
)
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?;:\u2026%)])'(?![\w'])")
_AFTER_STOP = re.compile(r"[.,!?]$")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between a pair of quotation marks.

    `start, end` are the words without the marks, `outer` is the stretch with them. `block` is
    the number of the paragraph. `closed` is False where the closing mark is missing, `chained`
    True where the words go on from the open quotation of the paragraph before.
    """

    start: int
    end: int
    outer: Span
    block: int
    closed: bool = True
    chained: bool = False
    single: bool = False


def scan_marks(text: str, view: str, blocks: Sequence[Block]) -> list[Marked]:
    """The marked stretches of all paragraphs, in order of place, none inside another.

    `text` is the text as handed in (its curly marks tell opening from closing), `view` its
    reading view.
    """
    found: list[Marked] = []
    left_open = False
    for number, block in enumerate(blocks):
        pairs = _double_pairs(text, view, block)
        chained = left_open and _begins_with_mark(view, block)
        here: list[Marked] = []
        for opening, end, closed in pairs:
            words = _trim(view, opening + 1, end)
            if words is None:
                continue
            here.append(
                Marked(
                    *words,
                    outer=(opening, end + 1 if closed else end),
                    block=number,
                    closed=closed,
                    chained=chained and opening == block.start,
                )
            )
        left_open = bool(here) and not pairs[-1][2] and pairs[-1][1] == block.end
        here.extend(_single_pairs(text, view, block, number, here))
        found.extend(sorted(here, key=lambda marked: marked.start))
    return found


def _begins_with_mark(view: str, block: Block) -> bool:
    return view.startswith('"', block.start)


def _double_pairs(text: str, view: str, block: Block) -> list[tuple[int, int, bool]]:
    """The double marks of one paragraph: opening mark, end of the words, whether one closes."""
    places = [
        at
        for at in range(block.start, block.end)
        if view[at] == '"' and not _is_measure(view, at, block)
    ]
    closing_after = [0] * (len(places) + 1)
    for rank in range(len(places) - 1, -1, -1):
        closing_after[rank] = closing_after[rank + 1] + (text[places[rank]] in _ALWAYS_CLOSES)
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    depth = 0
    for rank, at in enumerate(places):
        opens = _could_open(view, at, block)
        closes = _could_close(view, at, block)
        sign = text[at]
        if opened is None:
            if opens or (sign in _ALWAYS_OPENS and not closes):
                opened, depth = at, 0
            continue
        low_pair = text[opened] in "„‟" and sign in "“”"
        if sign in _ALWAYS_OPENS and not low_pair and not (closes and not opens):
            if closing_after[rank + 1] >= depth + 2:
                depth += 1
            else:
                pairs.append((opened, at, False))  # its closing mark is missing
                opened, depth = at, 0
        elif sign not in _ALWAYS_CLOSES and opens and not closes and (len(places) - rank) % 2 == 0:
            pairs.append((opened, at, False))
            opened = at
        elif depth:
            depth -= 1
        else:
            pairs.append((opened, at, True))
            opened = None
    if opened is not None:
        pairs.append((opened, block.end, False))
    return pairs


def _is_measure(view: str, at: int, block: Block) -> bool:
    """Whether the mark means inches: 6'2\"."""
    before = view[max(block.start, at - 4) : at]
    return re.search(r"\d'\d{1,2}$", before) is not None


def _could_open(view: str, at: int, block: Block) -> bool:
    before = view[at - 1] if at > block.start else " "
    after = view[at + 1] if at + 1 < block.end else " "
    return (before in _BEFORE_OPENING or at == block.start) and not after.isspace()


def _could_close(view: str, at: int, block: Block) -> bool:
    before = view[at - 1] if at > block.start else " "
    after = view[at + 1] if at + 1 < block.end else " "
    return not before.isspace() and (after in _AFTER_CLOSING or at + 1 >= block.end)


def _trim(view: str, start: int, end: int) -> Span | None:
    while start < end and (view[start].isspace() or view[start] == '"'):
        start += 1
    while end > start and (view[end - 1].isspace() or view[end - 1] == '"'):
        end -= 1
    return (start, end) if end > start else None


def _single_pairs(
    text: str, view: str, block: Block, number: int, doubles: Sequence[Marked]
) -> list[Marked]:
    """Single marks as outer marks, where they cannot be apostrophes."""
    found: list[Marked] = []
    openings = [
        match.start()
        for match in _SINGLE_OPENS.finditer(view, block.start, block.end)
        if text[match.start()] != "’" and not _inside(match.start(), doubles)
    ]
    for rank, opening in enumerate(openings):
        if found and opening < found[-1].outer[1]:
            continue
        limit = openings[rank + 1] if rank + 1 < len(openings) else block.end
        closings = [
            match.start()
            for match in _SINGLE_CLOSES.finditer(view, opening + 2, limit)
            if text[match.start()] != "‘" and not _inside(match.start(), doubles)
        ]
        if not closings:
            continue
        after_stop = [at for at in closings if _AFTER_STOP.search(view, opening, at)]
        end = after_stop[0] if after_stop else closings[0]
        words = _trim(view, opening + 1, end)
        if words is not None and not any(opening < one.start < end for one in doubles):
            found.append(Marked(*words, outer=(opening, end + 1), block=number, single=True))
    return found


def _inside(at: int, stretches: Sequence[Marked]) -> bool:
    return any(one.outer[0] <= at < one.outer[1] for one in stretches)
