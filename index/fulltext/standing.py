"""Where patterns stand in stretches of a text: cut into the very terms that were indexed, and
searched by the very walk that searches the index, so that hits are exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from index.article import Span
from index.fulltext.analysis import LONGEST_TERM, TAIL, Chunk, after_gap, chunks_within
from index.fulltext.languages import chunks_abroad, forms_of
from index.fulltext.patterns import Match, Pattern, Slot, walk
from index.fulltext.spellings import american, spelled
from index.fulltext.stems import family_prefix
from index.text import fold

_MARKS: Final = " ,.;:!?\"()[]'-"
_MOST_WORDS: Final = 50_000
_PIECE: Final = 8_000
"""Code points of a text that are looked at together."""

_MOST_PARTS: Final = 4
"""Positions of a compound that one word of a query may find by its joined form."""

_LONGEST_WORD: Final = 500
"""Code points over which the border of a word is looked for."""

# A hyphen at the end of a line joins what stands before it to what begins the next.
_BROKEN: Final = re.compile(r"\S+(?:(?<=-)\n *\S+)*")
_HYPHENS: Final = frozenset("-\u2010\u2011\u2012")


class _Piece(NamedTuple):
    """A term of a word that some slot takes: its position and its span within the word."""

    slot: int
    goes_on: bool
    position: int
    start: int
    end: int


class _Words(dict[str, int]):
    """Words, as they stand between white space in folded text, to how many positions they cover.

    One that has terms for a slot is -1 - n instead, with `wanted[n]` its width and those terms.
    """

    def __init__(self, slots: Sequence[Slot], language: str) -> None:
        super().__init__()
        self._language = language
        self._slots = [
            (number, slot, _beginnings(slot, language)) for number, slot in enumerate(slots)
        ]
        self._any = (TAIL, *(each for _, _, beginnings in self._slots for each in beginnings))
        self.wanted: list[tuple[int, tuple[_Piece, ...]]] = []

    def __missing__(self, word: str) -> int:
        core = word if word.isalpha() else word.strip(_MARKS)
        if core.isascii() and core.isalpha() and not self._language:
            # Most words: letters, and marks around them that belong to no word.
            width, term = 1, core.lower()[:LONGEST_TERM]
            found = []
            if term.startswith(self._any):
                start = word.index(core)
                found = self._taken(term, 0, start, start + len(core))
        else:
            width, found = 0, []
            for at, chunk in _chunks(word, self._language):
                for offset, term, start, end, _ in chunk.pieces:
                    if term.startswith(self._any):
                        found += self._taken(term, width + offset, at + start, at + end)
                width += chunk.width
        if found:
            self.wanted.append((width, tuple(found)))
            width = -len(self.wanted)
        self[word] = width
        return width

    def _taken(self, term: str, position: int, start: int, end: int) -> list[_Piece]:
        """The term for each slot that takes it, perhaps as the tail of a compound."""
        goes_on = term.startswith(TAIL)
        if self._language:
            return [
                _Piece(number, goes_on, position, start, end)
                for number, slot, _ in self._slots
                if (slot.accepts_tail_abroad(term) if goes_on else slot.accepts_abroad(term))
            ]
        return [
            _Piece(number, goes_on, position, start, end)
            for number, slot, beginnings in self._slots
            if (
                slot.accepts_tail(term)
                if goes_on
                else term.startswith(beginnings) and slot.accepts(term)
            )
        ]


class Finder:
    """Finds some patterns in texts of one language, told and not English, or of any other (the
    empty one). What a word is to them is found out once.

    Threads may share it.
    """

    def __init__(self, patterns: Sequence[Pattern], language: str = "") -> None:
        self.patterns = tuple(patterns)
        self._language = language
        self._slots = tuple(dict.fromkeys(slot for each in patterns for slot in each.slots))
        self._words = _Words(self._slots, language)
        self._single = (
            [self._slots.index(each.edges[0].slot) for each in patterns]
            if all(each.is_single and len(each.edges) == 1 for each in patterns)
            else None
        )
        self.reach = _MOST_PARTS * max((each.length for each in patterns), default=0)
        """The most positions that a match covers."""

    def find(self, text: str, stretches: Iterable[Span]) -> list[list[Span]]:
        """For each pattern the spans at which it stands, in order of place.

        No match reaches from one stretch into another. A stretch begins and ends where words do.
        """
        return [
            [(match.start, match.end) for match in matches]
            for matches in self.matches(text, stretches)
        ]

    def matches(self, text: str, stretches: Iterable[Span]) -> list[list[Match]]:
        """What `find` gives with positions: those of the index where all of a body is given."""
        heads: list[dict[int, Span]] = [{} for _ in self._slots]
        tails: list[dict[int, Span]] = [{} for _ in self._slots]
        for position, at, pieces in self._standing(text, stretches):
            for number, goes_on, offset, start, end in pieces:
                place, span = position + offset, (at + start, at + end)
                if goes_on:
                    tails[number][place] = span
                else:
                    known = heads[number].get(place)
                    heads[number][place] = span if known is None else _wider(span, known)
        if self._single is not None:
            # One term alone is a match: nothing to walk along.
            return [
                [Match(at, *span, at) for at, span in sorted(heads[slot].items())]
                for slot in self._single
            ]
        by_head = dict(zip(self._slots, heads, strict=True))
        by_tail = dict(zip(self._slots, tails, strict=True))
        return [walk(pattern, by_head, by_tail) for pattern in self.patterns]

    def _standing(
        self, text: str, stretches: Iterable[Span]
    ) -> Iterator[tuple[int, int, tuple[_Piece, ...]]]:
        """The words that have terms for a slot: position, offset, those terms."""
        if len(self._words) > _MOST_WORDS:
            self._words = _Words(self._slots, self._language)
        words = self._words
        position = 0
        for stretch in stretches:
            for start, end in _pieces(text, *stretch):
                part = fold(text[start:end])
                if "-\n" in part:
                    raw = [(match.group(), match.start()) for match in _BROKEN.finditer(part)]
                    widths = [words[word] for word, _ in raw]
                else:
                    raw = []
                    widths = list(map(words.__getitem__, part.split()))
                behind, rest = 0, part
                for number in [number for number, width in enumerate(widths) if width < 0]:
                    position += sum(widths[behind:number])
                    width, pieces = words.wanted[-1 - widths[number]]
                    if raw:
                        at = raw[number][1]
                    else:
                        # What is left of the text from this word on tells where it begins.
                        rest = rest.split(None, number - behind + bool(behind))[-1]
                        at = len(part) - len(rest)
                    yield position, start + at, pieces
                    position += width
                    behind = number + 1
                position += sum(widths[behind:])
            position = after_gap(position)


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of place; those that overlap become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def inside(stretches: Sequence[Span], at: int) -> Span | None:
    """The stretch in which an offset lies."""
    for stretch in stretches:
        if stretch[0] <= at < stretch[1]:
            return stretch
    return None


def word_border(text: str, at: int, limit: int, step: int) -> int:
    """The nearest offset, in one direction, at which neither a word nor a compound is parted.

    The limit is one; so is any place that is too far within a word to be of use.
    """
    stop = max(limit, at - _LONGEST_WORD) if step < 0 else min(limit, at + _LONGEST_WORD)
    while at != stop and not (text[at - 1].isspace() and _parts_nothing(text, at)):
        at += step
    return at


def _parts_nothing(text: str, at: int) -> bool:
    """Whether no compound goes on over white space that ends here."""
    before = text[max(0, at - _LONGEST_WORD) : at].rstrip()
    return bool(before) and before[-1] not in _HYPHENS


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A stretch in pieces of bounded length, parted at the borders of words."""
    while end - start > _PIECE:
        middle = word_border(text, start + _PIECE, end, 1)
        yield start, middle
        start = middle
    yield start, end


@lru_cache(maxsize=20_000)
def _chunks(word: str, language: str) -> tuple[tuple[int, Chunk], ...]:
    return tuple(chunks_abroad(word, language) if language else chunks_within(word))


def _beginnings(slot: Slot, language: str) -> tuple[str, ...]:
    """What all that a slot accepts begins with: to ask for the stem of a word takes longer."""
    if slot.manner == "stem" and language:
        return (slot.text, *forms_of(slot.written, language))
    if slot.manner == "stem":
        families = map(family_prefix, (slot.text, american(slot.text)))
        return (slot.text, *families, *spelled(slot.text))
    return (slot.text,) if slot.manner in ("exact", "alone", "prefix") else ("",)


def _wider(span: Span, known: Span) -> Span:
    return min(span[0], known[0]), max(span[1], known[1])
