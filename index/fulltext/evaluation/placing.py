"""Where a query's words stand in the few documents of a page.

The arrays of a page are so short that plain lists are quicker than vectors.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.fulltext.evaluation.positions import (
    DOCUMENT,
    LOOKED_UP,
    NO_KEYS,
    POSITION,
    Keys,
    keys_among,
    union,
)
from index.fulltext.evaluation.space import Held, Numbers, Space
from index.fulltext.evaluation.standing import Abandoned, Stop, is_plain, walked
from index.fulltext.patterns import Pattern, Slot

Placed = tuple[list[int], list[int]]
"""The rising positions at which patterns begin, and for each which of the patterns does."""


def placed(
    space: Space, field: str, patterns: Sequence[Pattern], docs: Sequence[int], stop: Stop
) -> list[Placed]:
    """For each document where in a field the patterns begin."""
    page = sorted(docs)
    places: list[dict[int, list[int]]] = []
    for pattern in patterns:
        if stop():
            raise Abandoned("The search was abandoned.")
        if pattern.is_single and pattern.length:
            places.append(_terms(space, field, pattern.slots, page))
        elif is_plain(pattern) and not any(space.tails(field, slot) for slot in pattern.slots):
            places.append(_in_a_row(space, field, pattern, page))
        else:
            places.append(_walks(space, field, pattern, page, stop))
    return [_joined([found.get(doc, ()) for found in places]) for doc in docs]


def _joined(places: list[Sequence[int]]) -> Placed:
    having = [clause for clause, positions in enumerate(places) if positions]
    if len(having) == 1:
        positions = list(places[having[0]])
        return positions, having * len(positions)
    pairs = sorted((at, clause) for clause in having for at in places[clause])
    return [at for at, _ in pairs], [clause for _, clause in pairs]


def _terms(
    space: Space, field: str, slots: tuple[Slot, ...], page: list[int]
) -> dict[int, list[int]]:
    """Where any term of these slots stands."""
    places: dict[int, list[int]] = {}
    for held in space.held(field, slots):
        first = bisect_left(page, held.base)
        here = page[first : bisect_left(page, held.base + len(held.field.lengths), first)]
        if not here:
            continue
        found: Iterable[tuple[int, list[int]]] = _looked_up(held, here)
        if held.chosen.size > LOOKED_UP:
            found = _by_document(keys_among(held, None, np.array(here, np.int64))).items()
        for doc, positions in found:
            known = places.get(doc)
            # Two forms of a compound may stand at one position.
            places[doc] = sorted({*known, *positions}) if known else positions
    return places


def _in_a_row(space: Space, field: str, pattern: Pattern, page: list[int]) -> dict[int, list[int]]:
    """Where single words follow each other, none of them a compound."""
    places: dict[int, list[int]] | None = None
    for number, edge in enumerate(pattern.edges):
        here = _terms(space, field, (edge.slot,), page if places is None else sorted(places))
        if places is None:
            places = here
            continue
        following = {doc: set(positions) for doc, positions in here.items()}
        places = {
            doc: [at for at in positions if at + number in following[doc]]
            for doc, positions in places.items()
            if doc in following
        }
    return places or {}


def _looked_up(held: Held, docs: list[int]) -> Iterator[tuple[int, list[int]]]:
    """Document and positions, term by term."""
    base, field, chosen = held
    having, starts, positions = field.docs.data, field.starts.data, field.positions.data
    for ordinal in chosen.ordinals.tolist():
        at, last = int(field.posting_starts[ordinal]), int(field.posting_starts[ordinal + 1])
        for doc in docs:
            at = bisect_left(having, doc - base, at, last)
            if at == last:
                break
            if having[at] == doc - base:
                yield doc, positions[starts[at] : starts[at + 1]].tolist()


def _walks(
    space: Space, field: str, pattern: Pattern, page: list[int], stop: Stop
) -> dict[int, list[int]]:
    docs: Numbers = np.array(page, np.int64)

    def standing(slot: Slot) -> tuple[Keys, Keys]:
        if stop():
            raise Abandoned("The search was abandoned.")
        heads = [keys_among(held, None, docs) for held in space.held(field, (slot,))]
        tails = [keys_among(held, ends, docs) for held, ends in space.tails(field, slot)]
        return union(heads), union(tails)

    return _by_document(walked(pattern, standing).first if pattern.length else NO_KEYS)


def _by_document(keys: Keys) -> dict[int, list[int]]:
    places: dict[int, list[int]] = {}
    for doc, position in zip((keys >> DOCUMENT).tolist(), (keys & POSITION).tolist(), strict=True):
        places.setdefault(doc, []).append(position)
    return places
