"""A word, phrase or prefix as a pattern over positions, and how it is found among them.

A pattern is a small lattice. Its nodes 0 … `length` lie between the parts of what was typed,
and each edge leads from one node to a later one over a slot, which says what terms it takes:
"UN-backed truce" has the parts un, backed, truce and, over the first two, `unbacked`. A path
from the first node to the last is one way in which the words may be written. The index and a
text are searched by the same patterns, so that a hit in a text and a hit of the index agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from index.article import Span
from index.fulltext.analysis import FIRST_WORD, chunks, fold_letters, tail_parts
from index.fulltext.families import root
from index.fulltext.languages import is_form_of
from index.query import Fuzzy, Phrase, Prefix, Wildcard, Word, edits
from index.text import fold

Manner = Literal["exact", "alone", "stem", "prefix", "wildcard", "fuzzy"]
Worded: TypeAlias = Word | Phrase | Prefix | Wildcard | Fuzzy
"""What has a pattern: the terms of a query but nearness, which has parts."""

_MARKS: Final = re.compile(r"[^\w?*&+#]+")
_HYPHEN: Final = re.compile(r"-\s*")


@dataclass(frozen=True, slots=True)
class Slot:
    """Which terms may stand at a place.

    "exact" takes this term, "alone" this term where it is written as one word, "stem" every
    form of the word, "prefix" what begins so, "wildcard" what fits (`?` one character, `*` any
    number), "fuzzy" what is at most `edits` letters off. Forms in other languages are those of
    the word as it was `written`, and stand in articles in these languages only.
    """

    manner: Manner
    text: str
    edits: int = 0
    written: str = ""

    def accepts(self, term: str) -> bool:
        """Whether a term may stand here; helper terms but forms never do."""
        if self.manner == "stem" and term >= FIRST_WORD:
            return term == self.text or root(term) == root(self.text)
        return self.accepts_abroad(term)

    def accepts_abroad(self, term: str) -> bool:
        """The same where the family of the word's English root does not count."""
        if term < FIRST_WORD:
            return self.manner == "stem" and is_form_of(term, self.written)
        if self.manner == "prefix":
            return term.startswith(self.text)
        if self.manner == "wildcard":
            return fitting(self.text).fullmatch(term) is not None
        if self.manner == "fuzzy":
            return edits(self.text, term, most=self.edits) <= self.edits
        return term == self.text

    def accepts_tail(self, term: str) -> bool:
        """Whether a term continues a compound whose joined form may stand here.

        The joined forms of which only the beginning or a part is known stand for themselves.
        """
        if self.manner in ("prefix", "wildcard"):
            return False
        tail = tail_parts(term)
        return tail is not None and self.accepts(tail[0])

    def accepts_tail_abroad(self, term: str) -> bool:
        """The same where the family of the word's English root does not count."""
        return self.accepts_tail(term) and self.accepts_abroad((tail_parts(term) or ("",))[0])


@lru_cache(maxsize=256)
def fitting(wildcard: str) -> re.Pattern[str]:
    """The regular expression of a wildcard, for `fullmatch`; linear, however many stars."""
    first, *others = (
        "".join("." if char == "?" else re.escape(char) for char in piece)
        for piece in re.split(r"\*+", wildcard)
    )
    if not others:
        return re.compile(first, re.DOTALL)
    # Where a piece stands first is as good as anywhere further on: no need to try others.
    inner = "".join(f"(?>.*?{piece})" for piece in others[:-1])
    return re.compile(f"{first}{inner}.*{others[-1]}", re.DOTALL)


def raw(term: str) -> bytes:
    """A term as the lexicon has it. Hostile text may hold halves of surrogate pairs."""
    return term.encode("utf-8", "surrogatepass")


def spelt(letters: bytes) -> str:
    """A term of the lexicon as text."""
    return letters.decode("utf-8", "surrogatepass")


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
        return all(
            edge.end - edge.start == self.length and edge.slot.manner != "alone"
            for edge in self.edges
        )


@lru_cache(maxsize=512)
def pattern_of(
    node: Worded, *, stemmed: bool = True, typing: bool = False, all_prefixes: bool = False
) -> Pattern:
    """The pattern of a word, phrase, prefix, wildcard or misspelt word.

    A `Word` is found in all forms of its stem unless `stemmed` is off; with `typing` it is also
    the beginning of a word. With `all_prefixes` each part is the beginning of a word.
    """
    if isinstance(node, Wildcard):
        return _wild(node.text)
    alone = (isinstance(node, Word) and node.exact) or (isinstance(node, Phrase) and node.whole)
    edges: list[Edge] = []
    length = 0
    text = unicodedata.normalize("NFC", node.text)
    manner: Manner = "stem" if isinstance(node, Word) and stemmed else "exact"
    for position, at, chunk in chunks(text, [(0, len(text))]):
        for piece in chunk.pieces:
            if piece.width == 1 or (piece.width and not alone):
                start = position + piece.position
                written = ""
                if manner == "stem":
                    written = _HYPHEN.sub("", fold(text[at + piece.start : at + piece.end]).lower())
                edges.append(
                    Edge(start, start + piece.width, Slot("exact", piece.term, 0, written))
                )
        length = position + chunk.width
    manner = "fuzzy" if isinstance(node, Fuzzy) else "alone" if alone else manner
    most = node.edits if isinstance(node, Fuzzy) else 0
    opens = typing or isinstance(node, Prefix)
    found: list[Edge] = []
    for start, end, slot in edges:
        if all_prefixes or (opens and end == length):
            found.append(Edge(start, end, Slot("prefix", slot.text)))
        if not all_prefixes and not (isinstance(node, Prefix) and end == length):
            written = slot.written if manner == "stem" else ""
            found.append(Edge(start, end, Slot(manner, slot.text, most, written)))
    return Pattern(length, tuple(sorted(found, key=lambda edge: edge.start)))


def _wild(text: str) -> Pattern:
    """A wildcard's parts are those of a compound, which may also be written as one word."""
    parts = [_MARKS.sub("", fold_letters(part)) for part in text.split("-")]
    parts = [part for part in parts if part]
    edges = [Edge(i, i + 1, _wild_slot(part)) for i, part in enumerate(parts)]
    if len(parts) > 1:
        edges.append(Edge(0, len(parts), _wild_slot("".join(parts))))
    return Pattern(len(parts), tuple(sorted(edges, key=lambda edge: edge.start)))


def _wild_slot(part: str) -> Slot:
    return Slot("wildcard" if "*" in part or "?" in part else "exact", part)


Places = Mapping[int, Span]
"""Position → the span of what stands there, in code points; any span where it is not needed."""


class Match(NamedTuple):
    """One match: the position at which it begins, its span, and the position of its last term."""

    position: int
    start: int
    end: int
    last: int


def walk(
    pattern: Pattern, heads: Mapping[Slot, Places], tails: Mapping[Slot, Places]
) -> list[Match]:
    """Every place at which a pattern stands, by rising position.

    `heads` tells where a slot's terms stand, `tails` where its compounds go on.
    """
    reached: list[dict[int, Match]] = [{} for _ in range(pattern.length + 1)]
    found: dict[int, Match] = {}
    for start, end, slot in pattern.edges:
        places, onward = heads[slot], tails[slot]
        if slot.manner == "alone":
            places = {at: span for at, span in places.items() if at + 1 not in onward}
            onward = {}
        if start == 0:
            arrivals = [(at, Match(at, *span, at)) for at, span in places.items()]
        else:
            before = reached[start]
            if len(before) <= len(places):
                pairs = [(at, match, places[at]) for at, match in before.items() if at in places]
            else:
                pairs = [(at, before[at], span) for at, span in places.items() if at in before]
            arrivals = [
                (at, Match(match.position, match.start, max(match.end, span[1]), at))
                for at, match, span in pairs
            ]
        if end == pattern.length:
            for _, match in arrivals:
                _keep(found, match.position, match)
            continue
        following = reached[end]
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
