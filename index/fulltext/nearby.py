"""Hits of what is asked for near each other: only those words of it that stand so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from index.article import Span
from index.fulltext.asked import pattern_in
from index.fulltext.nearness import Reach, near, within_one, within_words
from index.fulltext.patterns import Match, Pattern
from index.fulltext.standing import Finder
from index.query import And, DateRange, Everything, Field, Near, Node, Not, Or, Query
from index.text import paragraphs
from index.text.sentence_breaks import sentences

_Hit = tuple[Pattern, Span]


class _Standing(NamedTuple):
    """A part at one place: in positions, in code points, and the hits that it consists of."""

    words: Span
    span: Span
    hits: tuple[_Hit, ...]


def has_near(node: Node) -> bool:
    """Whether anything is asked for near each other."""
    if isinstance(node, And | Or):
        return any(map(has_near, node.parts))
    return isinstance(node, Near) or (isinstance(node, Field) and has_near(node.part))


def find_near(
    root: Node,
    fields: Collection[str],
    finder: Finder,
    text: str,
    stretches: Iterable[Span],
    typed: Query | None = None,
) -> list[list[Span]]:
    """What `Finder.find` gives, without the words that are not as near as they are asked for.

    The finder is that of what `root` asks of these fields; `typed` is as in `pattern_in`. A
    phrase in which words are patterns is one hit, of the first of them.
    """
    matches = dict(zip(finder.patterns, finder.matches(text, stretches), strict=True))
    found: dict[Pattern, set[Span]] = {pattern: set() for pattern in finder.patterns}
    for pattern, span in _Search(fields, matches, text, typed).hits(root, None):
        found[pattern].add(span)
    return [sorted(found[pattern]) for pattern in finder.patterns]


class _Search:
    def __init__(
        self,
        fields: Collection[str],
        matches: Mapping[Pattern, Sequence[Match]],
        text: str,
        typed: Query | None,
    ) -> None:
        self._fields = fields
        self._matches = matches
        self._text = text
        self._typed = typed

    def hits(self, node: Node, field: str | None) -> Iterator[_Hit]:
        """The hits of all that is asked for and not denied."""
        if isinstance(node, And | Or):
            for part in node.parts:
                yield from self.hits(part, field)
        elif isinstance(node, Field):
            yield from self.hits(node.part, node.name)
        else:
            for each in self._standing(node, field):
                yield from each.hits

    def _standing(self, node: Node, field: str | None) -> list[_Standing]:
        """Every place at which a term stands, or parts stand near each other."""
        if isinstance(node, Or):
            return [each for part in node.parts for each in self._standing(part, field)]
        if isinstance(node, Near):
            return self._near(node, [self._standing(part, field) for part in node.parts])
        asked = field is None or field in self._fields
        if not asked or isinstance(node, And | Field | Not | DateRange | Everything):
            return []
        pattern = pattern_in(node, field, self._typed)
        return [
            _Standing((at, last), (start, end), ((pattern, (start, end)),))
            for at, start, end, last in self._matches.get(pattern, ())
        ]

    def _near(self, node: Near, parts: Sequence[Sequence[_Standing]]) -> list[_Standing]:
        # Sentences and paragraphs are told apart by code points, distances by positions.
        by_words = node.distance is not None
        known: dict[Span, list[_Standing]] = defaultdict(list)
        spans: list[tuple[Node, list[Span]]] = []
        for part, standing in zip(node.parts, parts, strict=True):
            places = [
                each.words if by_words else (each.span[0], each.span[1] - 1) for each in standing
            ]
            spans.append((part, places))
            for place, each in zip(places, standing, strict=True):
                known[place].append(each)
        reach = _reach(node, self._text)
        return [
            _together([each for place in chosen for each in known[place]], whole=node.is_phrase)
            for chosen in near(spans, reach, ordered=node.ordered)
        ]


def _together(parts: Sequence[_Standing], *, whole: bool) -> _Standing:
    words = min(each.words[0] for each in parts), max(each.words[1] for each in parts)
    span = min(each.span[0] for each in parts), max(each.span[1] for each in parts)
    hits = tuple(hit for each in parts for hit in each.hits)
    return _Standing(words, span, ((hits[0][0], span),) if whole else hits)


def _reach(node: Near, text: str) -> Reach:
    if node.distance is not None:
        return within_words(node.distance)
    if node.within == "sentence":
        return within_one([start for start, _ in sentences(text, 0, len(text))])
    return within_one([start for start, _ in paragraphs(text)])
