"""What each paragraph is, judged by its own words: furniture of some kind, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.newsform.blocks import Block
from index.newsform.credits import (
    SignOff,
    is_note,
    read_byline,
    read_sign_off,
    signature,
)
from index.newsform.names import Credited
from index.newsform.pictures import Picture, read_picture
from index.newsform.pitches import (
    APPEALS,
    SELLS,
    continues_appeal,
    is_navigation,
    is_pitch,
    is_update_note,
    opens_appeal,
)
from index.newsform.stamps import Stamp, read_stamp

_LONGEST_FURNITURE = 1200
_MOST_PARAGRAPHS = 20_000  # no article has more: of a heap of lines only the ends are judged
_ENDS = 2_000


@dataclass(frozen=True, slots=True)
class Judged:
    """A paragraph, the furniture it is as a whole (None: copy, or not told yet), and why."""

    block: Block
    what: str | None = None
    stamp: Stamp | None = None
    picture: Picture | None = None
    byline: Credited | None = None
    sign_off: SignOff | None = None
    signed: tuple[str, ...] = ()


def judge(blocks: tuple[Block, ...]) -> list[Judged]:
    """Judge every paragraph, then the appeals that run on over several."""
    small = "\n".join([block.text for block in blocks]).lower()
    selling = tuple([word for word in SELLS if word in small])
    appealing = any(word in small for word in APPEALS)
    if len(blocks) <= _MOST_PARAGRAPHS:
        judged = [_judge(block, selling) for block in blocks]
    else:
        inner = range(_ENDS, len(blocks) - _ENDS)
        judged = [
            Judged(block) if place in inner else _judge(block, selling)
            for place, block in enumerate(blocks)
        ]
    for first, last in _appeals(judged) if appealing else ():
        for place in range(first, last):
            judged[place] = Judged(judged[place].block, "pitch")
    return judged


def _judge(block: Block, selling: Sequence[str]) -> Judged:
    text = block.text
    if len(text) > _LONGEST_FURNITURE:
        return Judged(block, sign_off=read_sign_off(text))
    if (stamp := read_stamp(text)) is not None:
        return Judged(block, "timestamp", stamp=stamp)
    if is_update_note(text) and read_sign_off(text) is None:
        return Judged(block, "update-note")
    if (byline := read_byline(text)) is not None:
        return Judged(block, "byline", byline=byline)
    picture = read_picture(text)
    if picture is not None and not picture.start:
        return Judged(block, picture.what, picture=picture)
    if is_navigation(text):
        return Judged(block, "navigation")
    sign_off = read_sign_off(text)
    if sign_off is not None:
        return Judged(block, None if sign_off.start else "sign-off", sign_off=sign_off)
    if picture is not None:
        return Judged(block, picture=picture)
    if is_pitch(text, selling):
        return Judged(block, "pitch")
    if is_note(text):
        return Judged(block, "sign-off")
    if signed := signature(text):
        return Judged(block, "sign-off", signed=signed)
    return Judged(block)


def _appeals(judged: list[Judged]) -> list[tuple[int, int]]:
    """Runs of paragraphs in which the site asks its readers for support."""
    runs = []
    place = 0
    while place < len(judged):
        if judged[place].what is None and opens_appeal(judged[place].block.text):
            end = place + 1
            strong = end
            while end < len(judged) and (
                judged[end].what in ("pitch", "navigation")
                or continues_appeal(judged[end].block.text)
            ):
                end += 1
                if len(judged[end - 1].block.text) > 60:
                    strong = end
            # Short lines belong to the appeal where it runs to the end of the text; before
            # copy that goes on they may be subheads.
            runs.append((place, end if end == len(judged) else strong))
            place = end
        else:
            place += 1
    return runs
