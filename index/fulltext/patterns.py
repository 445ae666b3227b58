"""A word, phrase or prefix as a pattern over positions, and how it is found among them.

A pattern is a small lattice. Its nodes 0 … `length` lie between the parts of what was typed,
and each edge leads from one node to a later one over a slot, which says what terms it takes:
"UN-backed truce" has the parts un, backed, truce and, over the first two, `unbacked`. A path
from the first node to the last is one way in which the words may be written. The index and a
text are searched by the same `walk`, so that a hit in a text and a hit of the index agree.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from index.article import Span
from index.fulltext.analysis import FIRST_WORD, chunks, tail_parts
from index.fulltext.stems import stem
from index.query import Prefix, Term, Word

Manner = Literal["exact", "stem", "prefix"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Which terms may stand at a place: this one, all of its stem, or all that begin with it."""

    manner: Manner
    text: str

    def accepts(self, term: str) -> bool:
        """Whether a term, not a tail, may stand here."""
        if self.manner == "exact":
            return term == self.text
        if self.manner == "prefix":
            return term.startswith(self.text) and term >= FIRST_WORD
        return term == self.text or (term >= FIRST_WORD and stem(term) == stem(self.text))

    def accepts_tail(self, term: str) -> bool:
        """Whether a term continues a compound whose joined form may stand here."""
        tail = tail_parts(term)
        return tail is not None and self.manner != "prefix" and self.accepts(tail[0])


class Edge(NamedTuple):
    start: int
    end: int
    slot: Slot


@dataclass(frozen=True, slots=True)
class Pattern:
    """`length` parts; `edges` sorted by where they start. An empty pattern finds nothing."""

    length: int
    edges: tuple[Edge, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(dict.fromkeys(edge.slot for edge in self.edges))

    @property
    def is_single(self) -> bool:
        """Whether one term alone is a match, so that positions need not be compared."""
        return all(edge.end - edge.start == self.length for edge in self.edges)


@lru_cache(maxsize=512)
def pattern_of(
    node: Term, *, stemmed: bool = True, typing: bool = False, all_prefixes: bool = False
) -> Pattern:
    """The pattern of a word, phrase or prefix.

    A `Word` is found in all forms of its stem unless `stemmed` is off; with `typing` it is also
    the beginning of a word. With `all_prefixes` each part is the beginning of a word.
    """
    edges: list[Edge] = []
    length = 0
    text = unicodedata.normalize("NFC", node.text)
    for position, _, chunk in chunks(text, [(0, len(text))]):
        for piece in chunk.pieces:
            if piece.width:
                start = position + piece.position
                edges.append(Edge(start, start + piece.width, Slot("exact", piece.term)))
        length = position + chunk.width
    manner: Manner = "stem" if isinstance(node, Word) and stemmed else "exact"
    opens = typing or isinstance(node, Prefix)
    found: list[Edge] = []
    for start, end, slot in edges:
        if all_prefixes or (opens and end == length):
            found.append(Edge(start, end, Slot("prefix", slot.text)))
        if not all_prefixes and not (isinstance(node, Prefix) and end == length):
            found.append(Edge(start, end, Slot(manner, slot.text)))
    return Pattern(length, tuple(sorted(found, key=lambda edge: edge.start)))


Places = Mapping[int, Span]
"""Position → the span of what stands there, in code points; any span where it is not needed."""


class Match(NamedTuple):
    """One match: the position at which it begins, and its span."""

    position: int
    start: int
    end: int


def walk(
    pattern: Pattern, heads: Mapping[Slot, Places], tails: Mapping[Slot, Places]
) -> list[Match]:
    """Every place at which a pattern stands, by rising position.

    `heads` tells where a slot's terms stand, `tails` where its compounds go on.
    """
    reached: list[dict[int, Match]] = [{} for _ in range(pattern.length + 1)]
    found: dict[int, Match] = {}
    for start, end, slot in pattern.edges:
        places = heads[slot]
        if start == 0:
            arrivals = [(at, Match(at, *span)) for at, span in places.items()]
        else:
            before = reached[start]
            if len(before) <= len(places):
                pairs = [(at, match, places[at]) for at, match in before.items() if at in places]
            else:
                pairs = [(at, before[at], span) for at, span in places.items() if at in before]
            arrivals = [
                (at, Match(match.position, match.start, max(match.end, span[1])))
                for at, match, span in pairs
            ]
        if end == pattern.length:
            for _, match in arrivals:
                _keep(found, match.position, match)
            continue
        following = reached[end]
        onward = tails[slot]
        for at, match in arrivals:
            at += 1
            _keep(following, at, match)
            while at in onward:
                match = match._replace(end=max(match.end, onward[at][1]))
                at += 1
                _keep(following, at, match)
    return [found[position] for position in sorted(found)]


def _keep(matches: dict[int, Match], at: int, match: Match) -> None:
    """Of two matches that come to the same place, the one that begins later is the tighter."""
    known = matches.get(at)
    if known is None or (match.position, match.end) > (known.position, known.end):
        matches[at] = match
