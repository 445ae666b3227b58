"""A paragraph as the rules of news form see it, and the shapes they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.text import fold, paragraphs

_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_CLOSERS = "\"')]} "
_SMALL_WORDS = 4  # letters; shorter words are not capitalised in headlines either
_TITLE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: where it stands, and its words folded (same length, straight marks)."""

    start: int
    end: int
    text: str


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a canonical text as blocks, in order."""
    folded = fold(text)
    return tuple(Block(start, end, folded[start:end]) for start, end in paragraphs(text))


def mentions(text: str, telling: Sequence[str]) -> bool:
    """Does one of these words in small letters stand in the text, in any case?"""
    if not telling:
        return False
    small = text.lower()
    for word in telling:  # noqa: SIM110 - a generator takes longer than the look
        if word in small:
            return True
    return False


def ends_sentence(text: str) -> bool:
    """Does it end as a sentence of copy does, closing marks aside?"""
    return text.rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def is_title_case(text: str, share: float = _TITLE_SHARE) -> bool:
    """Are its longer words capitalised, as American headlines are? False below three such."""
    long = [word for word in words(text)[1:] if len(word) >= _SMALL_WORDS]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= share * len(long)


def is_shouted(text: str) -> bool:
    return text.isupper()


def is_prose(text: str) -> bool:
    """Is it running copy: a whole sentence or more, of some length?"""
    return len(text) >= 40 and ends_sentence(text) and not is_shouted(text)
