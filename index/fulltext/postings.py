"""One open Whoosh index as the evaluation sees it: lexicon, postings, columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import nlargest
from pathlib import Path
from typing import Any, Final

from index.article import Span
from index.fulltext.analysis import FIRST_WORD, tails_of
from index.fulltext.arrays import SegmentArrays, arrays_of
from index.fulltext.documents import quote_key
from index.fulltext.engine import IndexReader
from index.fulltext.errors import reading
from index.fulltext.patterns import Slot
from index.fulltext.stems import family_prefix

SHORT_PREFIX: Final = 2
_SHORT_LIMIT: Final = 100
_LIMIT: Final = 5_000

_NOWHERE: Final[Span] = (0, 0)
_OCCURRENCES = dict[int, dict[int, Span]]


class Postings:
    """Documents are numbered from 0 across segments; deleted ones are nowhere to be seen.

    Every method raises `IndexDamaged` when a file turns out to be torn. Not for two threads at
    a time: Whoosh's files have one place at which they are read.
    """

    def __init__(self, folder: Path, reader: IndexReader, having: str | None = None) -> None:
        """Of the documents only those that have the field `having` count; by default all."""
        self._folder = folder
        self._having = having
        self._reader = reader
        self._closed = False
        empty = reader.doc_count_all() == 0
        self._leaves: list[tuple[Any, int]] = [] if empty else list(reader.leaf_readers())
        self._terms: dict[tuple[str, Slot], tuple[str, ...]] = {}
        self._tails: dict[tuple[str, Slot], tuple[str, ...]] = {}
        self._columns: dict[str, list[Any]] = {}
        self._everything: frozenset[int] | None = None
        self.cut: set[tuple[str, Slot]] = set()
        """The fields and prefixes of which only the most frequent words are looked at."""

    def segments(self) -> list[SegmentArrays]:
        """The arrays of each segment; documents are numbered through them all."""
        with reading(self._folder):
            return [arrays_of(leaf) for leaf, _ in self._leaves]

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            with reading(self._folder):
                self._reader.close()

    @property
    def size(self) -> int:
        """How many documents there are, without deleted ones."""
        return len(self.everything())

    def everything(self) -> frozenset[int]:
        """The numbers of all documents."""
        if self._everything is None:
            with reading(self._folder):
                self._everything = frozenset(
                    base + number for leaf, base in self._leaves for number in leaf.all_doc_ids()
                )
                if self._having is not None:
                    terms = self._expand(self._having, "")
                    having = [self.documents(self._having, term) for term in terms]
                    self._everything &= frozenset().union(*having)
        return self._everything

    def terms(self, field: str, slot: Slot) -> tuple[str, ...]:
        """The terms of the field's lexicon that a slot accepts."""
        known = self._terms.get((field, slot))
        if known is None:
            with reading(self._folder):
                known = self._terms[field, slot] = tuple(self._find_terms(field, slot))
        return known

    def tails(self, field: str, slot: Slot) -> tuple[str, ...]:
        """The tails in the field's lexicon of compounds whose joined form the slot accepts."""
        known = self._tails.get((field, slot))
        if known is None:
            found = []
            if slot.manner != "prefix":
                for term in self.terms(field, slot):
                    found += self.beginning_with(field, tails_of(term))
            known = self._tails[field, slot] = tuple(found)
        return known

    def beginning_with(self, field: str, prefix: str) -> list[str]:
        """Every term of a field that begins so, tails too, in order."""
        with reading(self._folder):
            return self._expand(field, prefix)

    def frequency(self, field: str, term: str) -> int:
        """In how many documents a term stands, deleted ones not yet forgotten."""
        with reading(self._folder):
            return int(self._reader.doc_frequency(field, term))

    def weights(self, field: str, term: str) -> dict[int, float]:
        """Document → weight, for the documents that have the term."""
        found: dict[int, float] = {}
        with reading(self._folder):
            for base, matcher in self._matchers(field, term):
                while matcher.is_active():
                    found[base + matcher.id()] = matcher.weight()
                    matcher.next()
        return found

    def documents(self, field: str, term: str) -> set[int]:
        """The documents that have the term."""
        with reading(self._folder):
            return {
                base + number
                for base, matcher in self._matchers(field, term)
                for number in matcher.all_ids()
            }

    def occurrences(self, field: str, terms: Collection[str], documents: set[int]) -> _OCCURRENCES:
        """For each of these documents that has one of the terms: the positions where."""
        found: _OCCURRENCES = {}
        with reading(self._folder):
            for term in terms:
                for base, matcher in self._matchers(field, term):
                    while matcher.is_active():
                        number = base + matcher.id()
                        if number in documents:
                            places = dict.fromkeys(matcher.value_as("positions"), _NOWHERE)
                            found.setdefault(number, {}).update(places)
                        matcher.next()
        return found

    def length(self, document: int, field: str) -> float:
        """How many words the field of a document has, roughly (Whoosh keeps one byte)."""
        with reading(self._folder):
            return float(self._reader.doc_field_length(document, field, 0) or 0)

    def average_length(self, field: str) -> float:
        """Words of the field in a document, on average; at least 1."""
        with reading(self._folder):
            total = float(self._reader.field_length(field))
            documents = int(self._reader.doc_count_all())
        return max(1.0, total / max(1, documents))

    def column(self, field: str) -> list[Any]:
        """The values of a column by document number, deleted documents' among them."""
        known = self._columns.get(field)
        if known is None:
            known = []
            with reading(self._folder):
                for leaf, _ in self._leaves:
                    known += _column(leaf, field)
            self._columns[field] = known
        return known

    def _matchers(self, field: str, term: str) -> Iterator[tuple[int, Any]]:
        for leaf, base in self._leaves:
            if (field, term) in leaf:
                yield base, leaf.postings(field, term)

    def _expand(self, field: str, prefix: str) -> list[str]:
        found = {term for leaf, _ in self._leaves for term in leaf.expand_prefix(field, prefix)}
        return [term.decode("utf-8") for term in sorted(found)]

    def _find_terms(self, field: str, slot: Slot) -> list[str]:
        if slot.manner == "exact":
            return [slot.text] if (field, slot.text) in self._reader else []
        if slot.manner == "stem":
            family = self._expand(field, family_prefix(slot.text))
            return [term for term in family if slot.accepts(term)]
        terms = [term for term in self._expand(field, slot.text) if term >= FIRST_WORD]
        limit = _SHORT_LIMIT if len(slot.text) <= SHORT_PREFIX else _LIMIT
        if len(terms) <= limit:
            return terms
        self.cut.add((field, slot))
        often = nlargest(limit, ((self._reader.doc_frequency(field, term), term) for term in terms))
        return sorted({term for _, term in often} | ({slot.text} & set(terms)))


def _column(leaf: Any, field: str) -> list[Any]:
    arrays = arrays_of(leaf)
    if field != "key":
        values: list[Any] = arrays.column(field).tolist()
        return [value.decode() if isinstance(value, bytes) else value for value in values]
    parts = (arrays.column(name).tolist() for name in ("article", "start", "end"))
    return [
        quote_key(article.decode(), start, end) for article, start, end in zip(*parts, strict=True)
    ]
