"""One open index, articles or quotes, as the evaluation sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, reduce
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays import FieldArrays, SegmentArrays, arrays_of
from index.fulltext.engine import IndexReader, Searcher
from index.fulltext.errors import reading
from index.fulltext.evaluation.lexicon import Chosen, Ordinals, choose, family, tails, words_of
from index.fulltext.languages import ABROAD
from index.fulltext.patterns import Slot

Numbers = NDArray[np.int64]
"""Documents, rising."""

_KEPT_SLOTS = 256


class Segment(NamedTuple):
    """The arrays of a segment; its documents are numbered from `base` in the whole index."""

    base: int
    arrays: SegmentArrays


class Held(NamedTuple):
    """The terms of one field of one segment that a slot takes."""

    base: int
    field: FieldArrays
    chosen: Chosen


class Space:
    """Documents are numbered from 0 across segments; deleted ones are found by nothing.

    Everything in it is unchanging, so threads may share it. `close` lets go of the files, but
    arrays that somebody still holds stay good.
    """

    def __init__(self, folder: Path, reader: IndexReader) -> None:
        self.folder = folder
        self.reader = reader
        self.segments: tuple[Segment, ...] = ()
        self._closed = False
        with reading(folder):
            if reader.doc_count_all():
                leaves = list(reader.leaf_readers())
                self.segments = tuple(Segment(base, arrays_of(leaf)) for leaf, base in leaves)
        self.size = sum(segment.arrays.size for segment in self.segments)
        self._held: Callable[[str, tuple[Slot, ...]], tuple[Held, ...]]
        self._held = lru_cache(maxsize=_KEPT_SLOTS)(self._choose)
        self._tails: Callable[[str, Slot], tuple[tuple[Held, Ordinals], ...]]
        self._tails = lru_cache(maxsize=_KEPT_SLOTS)(self._find_tails)
        self._shares: dict[tuple[str, float], NDArray[np.float32]] = {}
        self.whoosh = threading.RLock()
        self._lengths: dict[str, NDArray[np.uint32]] = {}
        self._columns: dict[str, NDArray[Any]] = {}

    def leaf_searchers(self) -> list[tuple[Searcher, int]]:
        """Whoosh's own searchers of the segments, with their bases; hold `whoosh` meanwhile."""
        return list(self._searcher.leaf_searchers()) if self.size else []

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self.reader)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            with reading(self.folder):
                self.reader.close()

    @cached_property
    def live(self) -> NDArray[np.bool_] | None:
        """Which documents are not deleted; None where none is."""
        if all(segment.arrays.live is None for segment in self.segments):
            return None
        live = np.ones(self.size, np.bool_)
        for base, arrays in self.segments:
            if arrays.live is not None:
                live[base : base + arrays.size] = arrays.live
        return live

    @cached_property
    def everything(self) -> Numbers:
        """All documents but deleted ones."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    def column(self, name: str) -> NDArray[Any]:
        """The values of a column by document number, deleted documents' among them."""
        known = self._columns.get(name)
        if known is None:
            parts = [arrays.column(name) for _, arrays in self.segments]
            known = parts[0] if len(parts) == 1 else np.concatenate(parts or [np.empty(0, "i4")])
            self._columns[name] = known
        return known

    @cached_property
    def by_id(self) -> Numbers:
        """All documents, deleted ones among them, in order of their ids."""
        return np.argsort(self.column("id"), kind="stable")

    @cached_property
    def _ids(self) -> NDArray[np.bytes_]:
        ids: NDArray[np.bytes_] = self.column("id")[self.by_id]
        return ids

    def numbered(self, ids: Sequence[str]) -> dict[str, int]:
        """The documents that have these ids in their column, for those that there are."""
        known = self._ids
        keys = [(key, raw) for key in ids if 0 < len(raw := key.encode()) <= known.itemsize]
        if not self.size or not keys:
            return {}
        wanted = np.array([raw for _, raw in keys], known.dtype)
        first = known.searchsorted(wanted).tolist()
        last = known.searchsorted(wanted, "right").tolist()
        found = {}
        for (key, _), low, high in zip(keys, first, last, strict=True):
            for doc in self.by_id[low:high].tolist():
                if self.live is None or self.live[doc]:
                    found[key] = doc
        return found

    def fields(self, name: str) -> list[tuple[int, FieldArrays]]:
        """A field in each segment that has it, with the segment's base."""
        found = ((base, arrays.field(name)) for base, arrays in self.segments)
        return [(base, field) for base, field in found if field is not None]

    def held(self, field: str, slots: tuple[Slot, ...]) -> tuple[Held, ...]:
        """The terms of a field that any of the slots takes, in each segment that has some.

        A segment with articles in several languages may come twice, the terms that count in some
        of its documents only by themselves.
        """
        return self._held(field, slots)

    def tails(self, field: str, slot: Slot) -> tuple[tuple[Held, Ordinals], ...]:
        """The tails of the compounds that a slot takes, in each segment that has some."""
        return self._tails(field, slot)

    def _find_tails(self, field: str, slot: Slot) -> tuple[tuple[Held, Ordinals], ...]:
        if slot.manner in ("prefix", "wildcard"):
            return ()
        found = ((held, tails(held.field, held.chosen)) for held in self.held(field, (slot,)))
        return tuple((held, ordinals) for held, ordinals in found if len(ordinals))

    def _choose(self, name: str, slots: tuple[Slot, ...]) -> tuple[Held, ...]:
        found = []
        for base, field in self.fields(name):
            chosen = reduce(Chosen.joined, (choose(field, slot) for slot in slots))
            if chosen.size:
                found.append(Held(base, field, chosen))
            more = [family(field, slot) for slot in slots]
            if any(map(len, more)):
                others = np.setdiff1d(np.concatenate(more), chosen.ordinals)
                if len(others) and (at_home := _at_home(base, field, others)).chosen.size:
                    found.append(at_home)
        return tuple(found)

    def length(self, field: str) -> int:
        """Words of a field in all documents."""
        return sum(arrays.total for _, arrays in self.fields(field))

    def lengths(self, field: str) -> NDArray[np.uint32]:
        """Words of a field in each document."""
        known = self._lengths.get(field)
        if known is None:
            known = self._lengths[field] = np.zeros(self.size, np.uint32)
            for base, arrays in self.fields(field):
                known[base : base + len(arrays.lengths)] = arrays.lengths
        return known

    def share(self, field: str, by_length: float) -> NDArray[np.float32]:
        """What a word of a field counts in each document, for the field's length there.

        1 in a field of average length, more in a shorter one (`by_length` tells how much more,
        from 0 to 1): one divided by BM25's normalisation.
        """
        known = self._shares.get((field, by_length))
        if known is None:
            average = max(1.0, self.length(field) / max(1, self.size))
            normal = (1 - by_length) + by_length / average * self.lengths(field)
            known = self._shares[field, by_length] = (1 / normal).astype(np.float32)
        return known


def _at_home(base: int, field: FieldArrays, ordinals: Ordinals) -> Held:
    """Terms of a field in those documents only that are not told to be in another language."""
    [abroad] = field.find_all([ABROAD.encode()])
    going_on = tails(field, Chosen(0, 0, ordinals))
    pruned = field.without(np.union1d(ordinals, going_on), field.block(abroad).docs)
    return Held(base, pruned, Chosen(words_of(pruned), pruned.size, ordinals[:0]))


class Pair:
    """The two indexes of one generation, and how they belong together."""

    def __init__(self, articles: Space, quotes: Space) -> None:
        self.articles = articles
        self.quotes = quotes

    @cached_property
    def owners(self) -> Numbers:
        """For each document of `quotes` the document of its article; -1 where there is none."""
        articles = self.articles.by_id
        if self.articles.live is not None:
            articles = articles[self.articles.live[articles]]
        ids = self.articles.column("id")[articles]
        named = self.quotes.column("article")
        if not len(ids) or not len(named):
            return np.full(len(named), -1)
        # The quotes of an article stand together.
        begins = np.flatnonzero(np.concatenate([[True], named[1:] != named[:-1]]))
        at = np.searchsorted(ids, named[begins])
        owned = ids.take(at, mode="clip") == named[begins]
        owners = np.where(owned, articles.take(at, mode="clip"), -1)
        return np.repeat(owners, np.diff(begins, append=len(named)))
