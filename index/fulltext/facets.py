"""How many of the articles that were found have each outlet, place, day, speaker or actor.

All values of a field are counted at once: the postings of the field are one array in the order
of its values, so how many of each value's articles were found is a difference of running sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays import FieldArrays
from index.fulltext.evaluation import Pair
from index.fulltext.schema import UNDATED

Numbers = NDArray[np.int64]
Found = NDArray[np.bool_]
"""Of every document of `articles`, segment after segment, whether it was found."""

_MONTH: Final = 100
_YEAR: Final = 10_000


class Facets:
    """Counts over one generation of the index. Raises `IndexDamaged` like all that reads it."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._actors: dict[tuple[int, str], tuple[Numbers, Numbers, Numbers]] = {}

    def values(
        self, field: Literal["published", "datelined", "language"], found: Found
    ) -> list[tuple[str, int]]:
        """Each value of a field that an article that was found has, with how many have it."""
        counted: dict[str, int] = {}
        for base, values in self._pair.articles.fields(field):
            for ordinal, count in _some(_counts(values, found[base:])):
                value = values.term(ordinal).decode("utf-8", "replace")
                counted[value] = counted.get(value, 0) + count
        return list(counted.items())

    def years(self, found: Found) -> list[tuple[int, int]]:
        """Each year of an article that was found, with how many are of it."""
        return self._dated(found, _YEAR)

    def months(self, found: Found) -> list[tuple[int, int]]:
        """Each month, as the number 201206, with how many articles that were found are of it."""
        return self._dated(found, _MONTH)

    def _tally(self, field: Literal["actors", "speakers"], found: Found) -> Numbers:
        """For each actor's id in how many of the articles that were found it stands."""
        total = np.zeros(0, np.int64)
        quotes = self._pair.quotes
        # Documents of no article are found by nothing.
        read = np.append(found, False)[self._pair.owners]
        if quotes.live is not None:
            read &= quotes.live
        for base, ids in quotes.fields(field):
            numbers, _, _ = self._ids(base, ids)
            counts = np.bincount(numbers, _counts(ids, read[base:])).astype(np.int64)
            if len(counts) < len(total):
                counts, total = total, counts
            counts[: len(total)] += total
            total = counts
        return total

    def most_frequent(
        self, field: Literal["actors", "speakers"], found: Found, most: int
    ) -> list[int]:
        """The actors that stand, or speak, in the most of the articles that were found."""
        counts = self._tally(field, found)
        some = np.flatnonzero(counts)
        if len(some) > most:
            # Ties for the last place are settled by number.
            least = np.partition(counts[some], len(some) - most)[len(some) - most]
            some = some[counts[some] >= least]
        first = some[np.argsort(-counts[some], kind="stable")][:most]
        return [int(actor) for actor in first]

    def articles_of(
        self, field: Literal["actors", "speakers"], actors: Iterable[int], found: Found
    ) -> int:
        """In how many of the articles that were found one of these actors stands, or speaks."""
        having = np.zeros(len(found) + 1, np.bool_)
        wanted = np.fromiter(actors, np.int64)
        owners, live = self._pair.owners, self._pair.quotes.live
        for base, values in self._pair.quotes.fields(field):
            if not values.size:
                continue
            _, rising, order = self._ids(base, values)
            at = np.minimum(np.searchsorted(rising, wanted), len(order) - 1)
            for ordinal in order[at[rising[at] == wanted]].tolist():
                docs = values.block(ordinal).docs.astype(np.int64) + base
                having[owners[docs if live is None else docs[live[docs]]]] = True
        return int(np.count_nonzero(having[:-1] & found))

    def _dated(self, found: Found, unit: int) -> list[tuple[int, int]]:
        chosen = self._pair.articles.column("date")[found]
        values, counts = np.unique(chosen[chosen != UNDATED] // unit, return_counts=True)
        return list(zip(values.tolist(), counts.tolist(), strict=True))

    def _ids(self, base: int, field: FieldArrays) -> tuple[Numbers, Numbers, Numbers]:
        """The terms of a field of ids as numbers, in their order and rising; and that order."""
        key = base, field.name
        if key not in self._actors:
            ids = np.array(field.terms(0, field.size), dtype="S20").astype(np.int64)
            order = np.argsort(ids)
            self._actors[key] = ids, ids[order], order
        return self._actors[key]


def _counts(field: FieldArrays, chosen: Found) -> Numbers:
    """In how many of the chosen documents each term of a field stands."""
    sums = np.concatenate(([0], np.cumsum(chosen[field.docs], dtype=np.int32)))
    starts = field.posting_starts
    counts: Numbers = sums[starts[1:]] - sums[starts[:-1]]
    return counts


def _some(counts: Numbers) -> Iterable[tuple[int, int]]:
    ordinals = np.flatnonzero(counts)
    return zip(ordinals.tolist(), counts[ordinals].tolist(), strict=True)
