"""What stands before the first words of the copy: a timestamp, a dateline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.newsform.blocks import Block, is_prose
from index.newsform.datelines import Dateline, dateline_alone, read_dateline
from index.newsform.stamps import Stamp, stamp_before

LEDES = 3
"""Paragraphs of copy among which a dateline is looked for."""


@dataclass(frozen=True, slots=True)
class Start:
    """What stands at the beginning of the lede, before its own words."""

    block: Block
    stamp: Stamp | None
    stamp_end: int  # offsets in the block's words
    dateline: Dateline | None
    dateline_start: int
    lede_start: int


def start_of(copy: Sequence[Block]) -> Start | None:
    """A timestamp and a dateline before the first words of the copy."""
    for place, block in enumerate(copy[:LEDES]):
        text = block.text
        prefix = stamp_before(text) if place == 0 else None
        stamp, stamp_end = prefix if prefix else (None, 0)
        at = stamp_end + len(text[stamp_end:]) - len(text[stamp_end:].lstrip(" \n|-–—:."))
        dateline = read_dateline(text[at:])
        if dateline is None and not stamp:
            alone = dateline_alone(text) if place == 0 else None
            if alone is None:
                continue
            return Start(block, None, 0, alone, 0, len(text))
        bare = dateline and not (dateline.agency or dateline.outlet or dateline.day)
        if bare and any(is_prose(above.text) for above in copy[:place]):
            continue
        length = dateline.length if dateline else 0
        lede = at + length
        lede += len(text[lede:]) - len(text[lede:].lstrip())
        return Start(block, stamp, stamp_end, dateline, at, lede)
    return None
