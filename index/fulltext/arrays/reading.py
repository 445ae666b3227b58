"""A segment as arrays: what the evaluation and whoever shows hits work on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays.layout import Array, Sections
from index.fulltext.errors import IndexDamaged

_SIGNPOST: Final = 64
_ABOVE: Final = b"\xff"  # no byte of UTF-8: above all that goes on after a prefix


class Block(NamedTuple):
    """One term in one field of one segment.

    `docs` are rising document numbers, deleted ones among them. `weights` is how often the term
    stands in each, the lede's words counted twice. The positions in `docs[i]` are
    `positions[starts[i]:starts[i + 1]]`, rising; there are none for fields of whole values.
    """

    docs: NDArray[np.uint32]
    weights: NDArray[np.float32]
    starts: NDArray[np.uint32]
    positions: NDArray[np.uint32]


class FieldArrays:
    """One field of one segment. Arrays are read-only views of the mapped file.

    `letters` are the terms in UTF-8, one after the other; `term_starts` has `size` + 1 places
    into them. `posting_starts` has `size` + 1 places into `docs` and `weights`, which hold the
    postings of the whole field in the order of its terms; deleted documents are among them.
    `starts` has `len(docs)` + 1 places into `positions`; both are empty for a field of whole
    values. `lengths` is how many words the field has in each document of the segment, exactly;
    all are zero for a field of whole values. Every method raises `IndexDamaged` for a torn file.
    """

    def __init__(self, sections: Sections, name: str) -> None:
        self._sections: Sections | InMemory = sections
        self.name = name
        self.letters: NDArray[np.uint8] = sections.array(f"{name}/terms")
        self._letters_start = sections.start(f"{name}/terms")
        self.term_starts: NDArray[np.uint32] = sections.array(f"{name}/term_starts")
        self.size = len(self.term_starts) - 1
        self.posting_starts: NDArray[np.uint32] = sections.array(
            f"{name}/posting_starts", length=self.size + 1
        )
        self.docs: NDArray[np.uint32] = sections.array(f"{name}/docs")
        self.is_worded = f"{name}/positions" in sections
        """Whether positions are kept; not so for fields of whole values."""
        postings = len(self.docs)
        self.weights: NDArray[np.uint16]
        self.starts: NDArray[np.uint32]
        self.positions: NDArray[np.uint32]
        self.lengths: NDArray[np.uint32]
        if self.is_worded:
            self.weights = sections.array(f"{name}/weights", length=postings)
            self.starts = sections.array(f"{name}/starts", length=postings + 1)
            self.positions = sections.array(f"{name}/positions")
            self.lengths = sections.array(f"{name}/lengths", length=sections.documents)
        else:
            self.weights = np.broadcast_to(np.uint16(1), postings)
            self.starts = self.positions = np.empty(0, np.uint32)
            self.lengths = np.broadcast_to(np.uint32(0), sections.documents)
        self._check(self.term_starts, self.letters)
        self._check(self.posting_starts, self.docs)
        if self.is_worded:
            self._check(self.starts, self.positions)
        # Single places are read quicker from these than from arrays.
        self._letter_at = self.term_starts.data
        self._posting_at = self.posting_starts.data

    def find(self, term: bytes) -> int:
        """The ordinal of a term; -1 where the field does not have it."""
        at = self.first_from(term)
        return at if at < self.size and self.term(at) == term else -1

    def find_all(self, terms: Sequence[bytes]) -> list[int]:
        """The ordinals of those of the terms that the field has; quick for ids of one length."""
        if self._width is None:
            found = [self.find(term) for term in terms]
            return [ordinal for ordinal in found if ordinal >= 0]
        kind = np.dtype(("S", self._width))
        every = self.letters.view(kind)
        wanted = np.array([term for term in terms if len(term) == self._width], kind)
        at = np.searchsorted(every, wanted)
        same = every[np.minimum(at, self.size - 1)] == wanted
        ordinals: list[int] = at[same].tolist()
        return ordinals

    def first_from(self, term: bytes) -> int:
        """The ordinal of the first term that is not below this one; `size` where all are."""
        past = bisect_left(self._signposts, term) * _SIGNPOST
        first = max(0, past - _SIGNPOST)
        return bisect_left(range(self.size), term, first, min(past, self.size), key=self.term)

    def span(self, prefix: bytes) -> tuple[int, int]:
        """The ordinals, first and end, of the terms that begin so."""
        return self.first_from(prefix), self.first_from(prefix + _ABOVE)

    def term(self, ordinal: int) -> bytes:
        start, base = self._letter_at[ordinal], self._letters_start
        return self._sections.map[base + start : base + self._letter_at[ordinal + 1]]

    def terms(self, first: int, last: int) -> list[bytes]:
        """The terms with ordinals from `first` up to, without, `last`."""
        if first >= last:
            return []
        places = self.term_starts[first : last + 1].tolist()
        base, begin = self._letters_start, places[0]
        letters = self._sections.map[base + begin : base + places[-1]]
        return [letters[a - begin : b - begin] for a, b in pairwise(places)]

    def block(self, ordinal: int) -> Block:
        """The postings of a term."""
        first, last = self._posting_at[ordinal], self._posting_at[ordinal + 1]
        if not first <= last <= len(self.docs):
            raise self._sections.torn(f"{self.name}: the postings are torn")
        docs = self.docs[first:last]
        weights = self.weights[first:last].astype(np.float32)
        if not self.is_worded:
            return Block(docs, weights, np.zeros(last - first + 1, np.uint32), self.positions)
        starts = self.starts[first : last + 1]
        begin, end = int(starts[0]), int(starts[-1])
        if not begin <= end <= len(self.positions):
            raise self._sections.torn(f"{self.name}: the positions are torn")
        return Block(docs, weights, starts - np.uint32(begin), self.positions[begin:end])

    def without(self, ordinals: NDArray[np.int64], gone: NDArray[np.uint32]) -> FieldArrays:
        """A field of these terms alone, rising, without their postings in some documents, and
        without those terms that have no others."""
        lengths = np.diff(self.posting_starts)[ordinals]
        numbers = np.repeat(self.posting_starts[ordinals] - _before(lengths), lengths)
        numbers = numbers + np.arange(len(numbers))
        kept = np.ones(len(self.lengths), np.bool_)
        kept[gone] = False
        stays = kept[self.docs[numbers]]
        often = np.bincount(
            np.repeat(np.arange(len(ordinals)), lengths)[stays], minlength=len(ordinals)
        )
        terms = [self.term(ordinal) for ordinal in ordinals[often > 0].tolist()]
        numbers = numbers[stays]
        counts = self.starts[numbers + 1] - self.starts[numbers]
        places = np.repeat(self.starts[numbers] - _before(counts), counts)
        other = FieldArrays.__new__(FieldArrays)
        other._sections = InMemory(b"".join(terms))
        other._letters_start = 0
        other.name, other.size, other.is_worded = self.name, len(terms), self.is_worded
        other.letters = np.frombuffer(other._sections.map, np.uint8)
        other.term_starts = _starts(np.array([len(term) for term in terms], np.int64))
        other.posting_starts = _starts(often[often > 0])
        other.docs, other.weights = self.docs[numbers], self.weights[numbers]
        other.starts = _starts(counts)
        other.positions = self.positions[places + np.arange(len(places))]
        other.lengths = self.lengths
        other._letter_at = other.term_starts.data
        other._posting_at = other.posting_starts.data
        return other

    @cached_property
    def _width(self) -> int | None:
        """The length of every term, in bytes; None where they differ."""
        if not self.size:
            return None
        width = self._letter_at[1]
        uniform = np.arange(self.size + 1, dtype=np.int64) * width
        return width if width and np.array_equal(self.term_starts, uniform) else None

    @cached_property
    def _signposts(self) -> list[bytes]:
        """Every 64th term: among these a term is looked for at once."""
        return [self.term(ordinal) for ordinal in range(0, self.size, _SIGNPOST)]

    @cached_property
    def frequencies(self) -> NDArray[np.uint32]:
        """In how many documents each term stands, deleted ones among them."""
        return np.diff(self.posting_starts)

    @cached_property
    def total(self) -> int:
        """Words of the field in all documents, deleted ones among them."""
        return int(self.lengths.sum(dtype=np.int64))

    def _check(self, starts: Array, inside: Array) -> None:
        if not len(starts) or starts[0] != 0 or int(starts[-1]) != len(inside):
            raise self._sections.torn(f"{self.name}: its parts do not fit together")


class InMemory(NamedTuple):
    """Letters that stand in no file, where a field looks for those of its file."""

    map: bytes

    def torn(self, why: str) -> IndexDamaged:
        raise AssertionError(why)


def _before(counts: NDArray[Any]) -> NDArray[np.int64]:
    """How many there are before each, of things that are so many each."""
    before: NDArray[np.int64] = np.cumsum(counts, dtype=np.int64) - counts
    return before


def _starts(counts: NDArray[Any]) -> NDArray[np.uint32]:
    """Where each begins, of things that are so many each; one more at the end."""
    return np.concatenate(([0], np.cumsum(counts, dtype=np.int64))).astype(np.uint32)


class SegmentArrays:
    """One segment. `size` counts its documents, deleted ones among them; `live` tells which
    are not deleted and is None where none is."""

    def __init__(self, sections: Sections, deleted: Iterable[int] = ()) -> None:
        self._sections = sections
        self.size = sections.documents
        self.live: NDArray[np.bool_] | None = None
        self._fields: dict[str, FieldArrays] = {}
        gone = np.fromiter(deleted, np.int64)
        if len(gone):
            if gone.min() < 0 or gone.max() >= self.size:
                raise sections.torn("documents are deleted that it does not have")
            self.live = np.ones(self.size, np.bool_)
            self.live[gone] = False
            self.live.flags.writeable = False

    @classmethod
    def open(cls, path: Path) -> SegmentArrays:
        """Map a file; raises `IndexDamaged` where it is not whole."""
        return cls(Sections(path))

    def without(self, deleted: Iterable[int]) -> SegmentArrays:
        """The same mapped file with these documents deleted."""
        other = SegmentArrays(self._sections, deleted)
        other._fields = self._fields
        return other

    @property
    def fields(self) -> list[str]:
        """The names of its fields."""
        ending = "/terms"
        return [n.removesuffix(ending) for n in self._sections.names if n.endswith(ending)]

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
        start = "column/"
        return [n.removeprefix(start) for n in self._sections.names if n.startswith(start)]

    def field(self, name: str) -> FieldArrays | None:
        """A field; None where no document of the segment has it."""
        known = self._fields.get(name)
        if known is None and f"{name}/terms" in self._sections:
            known = self._fields[name] = FieldArrays(self._sections, name)
        return known

    def column(self, name: str) -> Array:
        """The values of a column, one a document. Raises `IndexDamaged` where there is none."""
        return self._sections.array(f"column/{name}", length=self.size)

    def landmarks(self, doc: int, field: str = "body") -> NDArray[np.uint32]:
        """Where in the canonical text of a document every 16th position stands.

        The k-th is the offset, in code points, of the word (or of the part of a compound) at
        position 16 * k. Where no word stands there, because the position lies between two
        stretches, it is the offset of the next word, which then stands at the last position of
        those that have the same landmark. There is one for each multiple of 16 up to the last
        position of the field; none for a document without the field.
        """
        starts, places = self.all_landmarks(field)
        first, last = int(starts[doc]), int(starts[doc + 1])
        if not first <= last <= len(places):
            raise self._sections.torn("its landmarks are torn")
        return places[first:last]

    def all_landmarks(self, field: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """Where each document's landmarks begin, one more at the end; and those of all."""
        if f"{field}/landmarks" not in self._sections:
            return np.zeros(self.size + 1, np.uint32), np.empty(0, np.uint32)
        starts = self._sections.array(f"{field}/landmark_starts", length=self.size + 1)
        return starts, self._sections.array(f"{field}/landmarks")


def arrays_of(leaf_reader: Any) -> SegmentArrays:
    """The arrays behind one of Whoosh's `SegmentReader`s over a segment of this codec."""
    arrays: SegmentArrays = leaf_reader.segment().arrays(leaf_reader.storage())
    return arrays
