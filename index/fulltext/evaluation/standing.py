"""Where words, phrases and parts near each other stand: stretches of positions in one field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index.article import DatelineError
from index.fulltext.engine import query
from index.fulltext.evaluation.positions import (
    DOCUMENT,
    NO_KEYS,
    POSITION,
    Keys,
    Mask,
    Stretches,
    begins,
    common,
    documents_of,
    held_in,
    keys_of,
    standing_at,
    union,
    unique,
    without,
)
from index.fulltext.evaluation.space import Numbers, Space
from index.fulltext.forms import Forms
from index.fulltext.nodes import Close, Lattice
from index.fulltext.patterns import Edge, Pattern, Slot

Stop = Callable[[], bool]


class Abandoned(DatelineError):
    """Nobody waits for the answer any more."""


_FEW: Final = 16
"""So many times as frequent a word is looked up at each place instead of gathered."""

_MOST: Final = 0.5
NOWHERE = Stretches(NO_KEYS, NO_KEYS)


class Standing:
    """Asks one index where things stand. `stop` is asked now and then; true means: leave off."""

    def __init__(self, space: Space, stop: Stop) -> None:
        self._space = space
        self._stop = stop

    def stretches(self, node: Any, wanted: Mask | None = None) -> Stretches:
        """Where a node stands in the wanted documents, all that are not deleted by default.

        The node is a `Forms`, `Lattice` or `Close`, or an `Or` of such. Of stretches that
        begin alike the longest is given.
        """
        candidates = self.candidates(node)
        if wanted is not None:
            candidates &= wanted
        return self._stretches(node, candidates) if candidates.any() else NOWHERE

    def counts(self, node: Any) -> tuple[Numbers, NDArray[np.int64]]:
        """The documents in which a node stands, and how often.

        Parts near each other count once for each place where the last of them is reached.
        """
        if isinstance(node, Close):
            candidates = self.candidates(node)
            keys = NO_KEYS
            if candidates.any():
                keys = self._meetings(node, candidates)
        else:
            keys = self.stretches(node).first
        docs = keys >> DOCUMENT
        places = np.flatnonzero(begins(docs))
        return docs[places], np.diff(places, append=len(docs))

    def in_order(self, field: str, words: Sequence[str], slop: int, wanted: Mask) -> Keys:
        """Where the last of some words stands, each at most `slop` after the one before it.

        The words are terms as they are, and the distance is that of Whoosh's `Phrase`.
        """
        reached = NO_KEYS
        for number, word in enumerate(words):
            keys = self._heads(field, (Slot("exact", word),), wanted)
            if number == 0 or not len(reached):
                reached = NO_KEYS if number else keys
                continue
            before = np.searchsorted(reached, keys) - 1
            reached = keys[(before >= 0) & (keys - reached[before] <= slop)]
        return reached

    def candidates(self, node: Any) -> Mask:
        """The documents that have the terms a node needs, wherever they stand."""
        if self._stop():
            raise Abandoned("The search was abandoned.")
        if isinstance(node, Forms):
            return self._having_any(node.fieldname, node.slots)
        if isinstance(node, Lattice):
            return self._having_path(node.fieldname, node.pattern)
        masks = [self.candidates(part) for part in parts_of(node)]
        gather = np.logical_or if isinstance(node, query.Or) else np.logical_and
        found: Mask = gather.reduce(masks)
        return found

    def _having_any(self, field: str, slots: tuple[Slot, ...]) -> Mask:
        having = np.zeros(self._space.size, np.bool_)
        for base, arrays, chosen in self._space.held(field, slots):
            having[base:][arrays.docs[chosen.postings(arrays)]] = True
        return having if self._space.live is None else having & self._space.live

    def _having_path(self, field: str, pattern: Pattern) -> Mask:
        nowhere = np.zeros(self._space.size, np.bool_)
        reached: list[Mask] = [nowhere] * (pattern.length + 1)
        for start, end, slot in pattern.edges:
            having = self._having_any(field, (slot,))
            reached[end] = reached[end] | (having & reached[start] if start else having)
        return reached[pattern.length].copy()

    def _stretches(self, node: Any, wanted: Mask) -> Stretches:
        if self._stop():
            raise Abandoned("The search was abandoned.")
        if isinstance(node, Forms):
            edges = tuple(Edge(0, 1, slot) for slot in node.slots)
            return self._walk(node.fieldname, Pattern(1, edges), wanted)
        if isinstance(node, Lattice):
            if is_plain(node.pattern):
                return self._plain(node.fieldname, node.pattern, wanted)
            return self._walk(node.fieldname, node.pattern, wanted)
        if isinstance(node, Close):
            return _longest(
                [
                    Stretches(chosen[0].first, np.max([each.last for each in chosen], axis=0))
                    for chosen in self._near(node, wanted)
                ]
            )
        return _longest([self.stretches(part, wanted) for part in parts_of(node)])

    def _heads(self, field: str, slots: tuple[Slot, ...], wanted: Mask, share: float = 0) -> Keys:
        held = self._space.held(field, slots)
        found = [keys_of(each, None, wanted, share) for each in held]
        if len({each.base for each in held}) < len(held):
            return union(found)
        # One segment's documents after another's: no need to sort.
        return found[0] if len(found) == 1 else np.concatenate([*found, NO_KEYS])

    def _tails(self, field: str, slot: Slot, wanted: Mask) -> Keys:
        return union([keys_of(held, ends, wanted) for held, ends in self._space.tails(field, slot)])

    def _plain(self, field: str, pattern: Pattern, wanted: Mask) -> Stretches:
        """A phrase of single words, from the rarest on; compounds within it by the lattice."""
        slots = [edge.slot for edge in pattern.edges]
        onward = [self._tails(field, slot, wanted) for slot in slots[:-1]]
        compounds = np.zeros(self._space.size, np.bool_)
        compounds[documents_of(union(onward))] = True
        often = [self._occurrences(field, slot) for slot in slots]
        order = sorted(range(len(slots)), key=often.__getitem__)
        found = self._heads(field, (slots[order[0]],), wanted, _MOST) - order[0]
        for at in order[1:]:
            if self._stop():
                raise Abandoned("The search was abandoned.")
            if often[at] > len(found) * _FEW:
                found = found[self._standing_at(field, slots[at], found + at)]
            else:
                found = common(found, self._heads(field, (slots[at],), wanted, _MOST) - at)
        found = found[wanted[found >> DOCUMENT]]
        plain = Stretches(found, found + (len(slots) - 1))
        if compounds.any():
            return _longest([plain, self._walk(field, pattern, compounds)])
        return plain

    def _standing_at(self, field: str, slot: Slot, keys: Keys) -> Mask:
        """At which of these keys the one term of a slot stands."""
        there = np.zeros(len(keys), np.bool_)
        for held in self._space.held(field, (slot,)):
            size = len(held.field.lengths)
            first, last = np.searchsorted(
                keys, [held.base << DOCUMENT, (held.base + size) << DOCUMENT]
            )
            there[first:last] = standing_at(held, keys[first:last])
        return there

    def _occurrences(self, field: str, slot: Slot) -> int:
        total = 0
        for _, arrays, chosen in self._space.held(field, (slot,)):
            for n in chosen.ordinals.tolist():
                low, high = arrays.posting_starts[n], arrays.posting_starts[n + 1]
                total += int(arrays.starts[high]) - int(arrays.starts[low])
        return total

    def _walk(self, field: str, pattern: Pattern, wanted: Mask) -> Stretches:
        def standing(slot: Slot) -> tuple[Keys, Keys]:
            if self._stop():
                raise Abandoned("The search was abandoned.")
            return self._heads(field, (slot,), wanted), self._tails(field, slot, wanted)

        return walked(pattern, standing)

    def _meetings(self, node: Close, wanted: Mask) -> Keys:
        """The last position of each place where parts stand near each other."""
        if len(node.parts) == 2 and node.parts[0] != node.parts[1]:
            left, right = (self.stretches(part, wanted) for part in node.parts)
            if (left.first == left.last).all() and (right.first == right.last).all():
                bounds = self._bounds(node, wanted)
                met = _met(left.first, right.first, bounds, node.distance, ordered=node.ordered)
                if met is not None:
                    return met
        found = [
            np.max([each.last for each in chosen], axis=0) for chosen in self._near(node, wanted)
        ]
        return unique(np.concatenate([*found, NO_KEYS]))

    def _bounds(self, node: Close, wanted: Mask) -> Keys:
        """Where sentences or paragraphs begin, if a node is about these."""
        if node.boundary is None:
            return NO_KEYS
        return self._heads(node.fieldname, (Slot("exact", node.boundary),), wanted)

    def _near(self, node: Close, wanted: Mask) -> list[list[Stretches]]:
        """For each part as the first: its stretches that have the others in reach, and those."""
        standing = [self.stretches(part, wanted) for part in node.parts]
        if not all(len(each.first) for each in standing):
            return []
        bounds = self._bounds(node, wanted)
        found = []
        for number in range(1 if node.ordered else len(node.parts)):
            first = standing[number]
            limit = _reach(first, node.distance, bounds)
            inside = first.last <= limit
            first, limit = Stretches(first.first[inside], first.last[inside]), limit[inside]
            chosen: list[Stretches] = [first]
            near = np.ones(len(limit), np.bool_)
            taken: dict[Any, int] = {}
            for other, part in enumerate(node.parts):
                if other == number:
                    continue
                if node.ordered:
                    last = other == len(node.parts) - 1
                    next_one, there = _next(standing[other], chosen[-1].last, 0, soonest=not last)
                else:
                    nth = taken.get(part, 0)
                    taken[part] = nth + 1
                    next_one, there = _next(standing[other], first.last, nth, soonest=False)
                near &= there & (next_one.first <= limit)
                chosen.append(next_one)
            kept = np.flatnonzero(near)
            found.append([Stretches(each.first[kept], each.last[kept]) for each in chosen])
        return found


def parts_of(node: Any) -> Sequence[Any]:
    """The nodes below one that is an `Or` or nearness."""
    parts: Sequence[Any] = node.parts if isinstance(node, Close) else node.subqueries
    return parts


def is_plain(pattern: Pattern) -> bool:
    """Whether a pattern is one word after the other, each in one way."""
    return len(pattern.edges) == pattern.length > 1 and all(
        (start, end, slot.manner) == (at, at + 1, "exact")
        for at, (start, end, slot) in enumerate(pattern.edges)
    )


def _met(
    left: Keys, right: Keys, bounds: Keys, distance: int | None, *, ordered: bool
) -> Keys | None:
    """Where single words stand near each other: the later of each two that have no other of
    the words, and no boundary, between them. None where a word stands at the place of the other.
    """
    # All in one order: two that are near are then neighbours.
    marked = np.sort(
        np.concatenate([bounds * 4, left * 4 + 1, right * 4 + 2, NO_KEYS]), kind="stable"
    )
    mark, keys = marked & 3, marked >> 2
    apart = np.diff(keys)
    pairs = (mark[:-1] == 1) & (mark[1:] == 2)
    if not ordered:
        pairs |= (mark[:-1] == 2) & (mark[1:] == 1)
    if (pairs & (apart == 0)).any():
        return None
    if distance is not None:
        pairs &= apart <= distance
    met: Keys = keys[1:][pairs]
    if distance is None:
        met = met[met >> DOCUMENT == keys[:-1][pairs] >> DOCUMENT]
    return met


def _reach(first: Stretches, distance: int | None, bounds: Keys) -> Keys:
    """The last key at which the others may begin."""
    if distance is not None:
        return first.last + distance
    # Beyond the last boundary a document is one sentence to its end.
    ends = first.first | POSITION
    if not len(bounds):
        return ends
    following = np.searchsorted(bounds, first.first, "right")
    beyond = following == len(bounds)
    borders = bounds.take(following, mode="clip") - 1
    return np.where(beyond, ends, np.minimum(borders, ends))


def _next(
    standing: Stretches, after: Keys, nth: int, *, soonest: bool
) -> tuple[Stretches, NDArray[np.bool_]]:
    """The stretch that begins next after each key, or the one that of all later ends soonest."""
    at = np.searchsorted(standing.first, after, "right") + nth
    there = at < len(standing.first)
    at = np.minimum(at, len(standing.first) - 1)
    if soonest:
        ends = np.minimum.accumulate(standing.last[::-1])[::-1]
        places = np.where(standing.last == ends, np.arange(len(ends)), len(ends))
        at = np.minimum.accumulate(places[::-1])[::-1][at]
    return Stretches(standing.first[at], standing.last[at]), there


def _longest(parts: list[Stretches]) -> Stretches:
    """All stretches; of those that begin alike the longest."""
    if not parts:
        return NOWHERE
    if len(parts) == 1 and begins(parts[0].first).all():
        return parts[0]
    first = np.concatenate([part.first for part in parts])
    last = np.concatenate([part.last for part in parts])
    order = np.lexsort((-last, first))
    first, last = first[order], last[order]
    kept = begins(first)
    return Stretches(first[kept], last[kept])


def _latest(parts: list[Stretches]) -> tuple[Keys, Keys]:
    """Of ways that come to the same place the one that began last, by place: begins, places."""
    if not parts:
        return NO_KEYS, NO_KEYS
    first = np.concatenate([part.first for part in parts])
    places = np.concatenate([part.last for part in parts])
    order = np.lexsort((-first, places))
    first, places = first[order], places[order]
    kept = begins(places)
    return first[kept], places[kept]


def walked(pattern: Pattern, standing: Callable[[Slot], tuple[Keys, Keys]]) -> Stretches:
    """Any pattern, node by node: at each, where one may have come to, and from where.

    `standing` tells of a slot where its terms stand, and where compounds that it takes go on.
    """
    # Reached behind a part: the next position, and where the way there began.
    reached: list[list[Stretches]] = [[] for _ in range(pattern.length + 1)]
    for start, end, slot in pattern.edges:
        heads, onward = standing(slot)
        if slot.manner == "alone":
            heads, onward = without(heads, onward - 1), NO_KEYS
        at, begin = heads, heads
        if start:
            first, here = _latest(reached[start])
            kept = held_in(here, heads)
            at, begin = here[kept], first[kept]
        while len(at):
            reached[end].append(Stretches(begin, at + 1))
            if not len(onward):
                break
            kept = held_in(at + 1, onward)
            at, begin = at[kept] + 1, begin[kept]
    first, following = _longest(reached[pattern.length])
    return Stretches(first, following - 1)
