"""Where terms stand, as sorted keys; phrases and nearness over them.

A key is `document << 32 | position`: neighbours in a document are neighbours as numbers, and
two lists of places are compared by merging them. Keys are made of those documents only that
can still be found.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays import FieldArrays
from index.fulltext.evaluation.lexicon import places
from index.fulltext.evaluation.space import Held, Numbers

Keys = NDArray[np.int64]
Mask = NDArray[np.bool_]

DOCUMENT: Final = 32
"""By how many bits a key is shifted to the right to give its document."""

POSITION: Final = (1 << DOCUMENT) - 1
LOOKED_UP: Final = 24
"""Terms that are looked up one by one in a few documents; more are gathered at once."""

NO_KEYS: Final = np.empty(0, np.int64)

_FEW: Final = 16


class Stretches(NamedTuple):
    """Stretches of positions, by rising `first` key, each once; `last` is the key they end at."""

    first: Keys
    last: Keys


def documents_of(keys: Keys) -> Numbers:
    """The documents in which sorted keys stand, each once."""
    docs = keys >> DOCUMENT
    return docs[begins(docs)]


def begins(values: NDArray[np.int64]) -> Mask:
    """Where in a sorted list values stand for the first time."""
    first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=first[1:])
    return first


def keys_of(held: Held, ordinals: NDArray[np.int64] | None, wanted: Mask, share: float = 0) -> Keys:
    """Where these terms, by default all that are held, stand in the wanted documents.

    Where more than `share` of their documents are wanted the others may be given too: that is
    quicker than to leave them out.
    """
    field = held.field
    if ordinals is None and not len(held.chosen.others):
        runs = [(held.chosen.first, held.chosen.last)]
    else:
        runs = [(n, n + 1) for n in (held.chosen.ordinals if ordinals is None else ordinals)]
    parts = [_keys(field, held.base, first, last, wanted, share or 1) for first, last in runs]
    keys = parts[0] if len(parts) == 1 else np.concatenate(parts or [NO_KEYS])
    if len(runs) == 1 and runs[0][1] - runs[0][0] == 1:
        return keys
    return unique(keys)


def keys_among(held: Held, ordinals: NDArray[np.int64] | None, docs: Numbers) -> Keys:
    """Like `keys_of`, for a few rising documents: each of a few terms is looked up in them."""
    base, field, chosen = held
    first, last = np.searchsorted(docs, (base, base + len(field.lengths)))
    if first == last:
        return NO_KEYS
    docs = docs[first:last]
    if ordinals is None and chosen.size > LOOKED_UP:
        wanted = np.zeros(base + len(field.lengths), np.bool_)
        wanted[docs] = True
        return keys_of(held, None, wanted)
    local = (docs - base).astype(field.docs.dtype)
    parts = []
    for ordinal in (chosen.ordinals if ordinals is None else ordinals).tolist():
        low, high = int(field.posting_starts[ordinal]), int(field.posting_starts[ordinal + 1])
        having = field.docs[low:high]
        at = np.searchsorted(having, local)
        there = np.flatnonzero(having.take(at, mode="clip") == local)
        if len(there):
            at = at[there] + low
            starts = field.starts[at]
            counts = field.starts[at + 1] - starts
            keys = np.repeat(docs[there] << DOCUMENT, counts)
            keys |= field.positions[places(starts, counts)]
            parts.append(keys)
    return union(parts)


def _keys(field: FieldArrays, base: int, first: int, last: int, wanted: Mask, share: float) -> Keys:
    """Where a run of terms stands, term by term."""
    low, high = int(field.posting_starts[first]), int(field.posting_starts[last])
    docs = field.docs[low:high].astype(np.int64) + base
    if not len(docs):
        return NO_KEYS
    kept = np.flatnonzero(wanted[docs])
    if len(kept) < len(docs) * share:
        starts = field.starts[low + kept]
        counts = field.starts[low + kept + 1] - starts
        keys = np.repeat(docs[kept] << DOCUMENT, counts)
        keys |= field.positions[places(starts, counts)]
        return keys
    starts = field.starts[low : high + 1]
    keys = np.repeat(docs << DOCUMENT, np.diff(starts))
    keys |= field.positions[int(starts[0]) : int(starts[-1])]
    return keys


def standing_at(held: Held, keys: Keys) -> Mask:
    """At which of these keys the first of the terms held stands.

    A binary search for all of them at once, each within the positions of its document: for few
    keys and a term that stands everywhere.
    """
    field, ordinal = held.field, int(held.chosen.ordinals[0])
    low, high = int(field.posting_starts[ordinal]), int(field.posting_starts[ordinal + 1])
    # Of one kind with what is searched, or that would be copied whole.
    docs = ((keys >> DOCUMENT) - held.base).astype(field.docs.dtype)
    at = np.minimum(np.searchsorted(field.docs[low:high], docs), high - low - 1) + low
    there: Mask = field.docs[at] == docs
    first, end = field.starts[at].astype(np.int64), field.starts[at + 1].astype(np.int64)
    last, positions = end, keys & POSITION
    while (first < last).any():
        middle = (first + last) >> 1
        open_ = first < last
        before = open_ & (field.positions[np.minimum(middle, len(field.positions) - 1)] < positions)
        first, last = np.where(before, middle + 1, first), np.where(before, last, middle)
    there &= first < end
    there &= field.positions[np.minimum(first, len(field.positions) - 1)] == positions
    return there


def unique(keys: Keys) -> Keys:
    """Sorted, each once. Meant for a few runs that are sorted already."""
    keys = np.sort(keys, kind="stable")
    return keys[begins(keys)]


def union(parts: list[Keys]) -> Keys:
    """The keys of any of these sorted lists."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NO_KEYS
    return unique(np.concatenate(parts))


def held_in(keys: Keys, others: Keys) -> NDArray[np.int64]:
    """At which places of `keys` there is a key that is in `others` too; these are sorted."""
    if not len(others):
        return np.empty(0, np.int64)
    return np.flatnonzero(others.take(np.searchsorted(others, keys), mode="clip") == keys)


def common(keys: Keys, others: Keys) -> Keys:
    """The keys that are in both sorted lists."""
    if len(keys) > len(others):
        keys, others = others, keys
    if not len(keys):
        return keys
    if len(others) > len(keys) * _FEW:
        return keys[held_in(keys, others)]
    # Sorting two sorted runs in a stable way is merging them.
    merged = np.sort(np.concatenate([keys, others]), kind="stable")
    twice: Keys = merged[:-1][merged[1:] == merged[:-1]]
    return twice


def without(keys: Keys, others: Keys) -> Keys:
    """The keys that are not in the other sorted list."""
    return np.delete(keys, held_in(keys, others))
