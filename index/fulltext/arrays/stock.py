"""What Whoosh's own readers, searchers and matchers ask of a segment, answered from arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import numpy as np

from index.fulltext.arrays.layout import Array
from index.fulltext.arrays.reading import Block, FieldArrays, SegmentArrays
from index.fulltext.engine import (
    LeafMatcher,
    NullMatcher,
    ReadTooFar,
    TermInfo,
    TermNotFound,
    base,
    columns,
)

_Term = tuple[str, bytes]


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """The postings of one term, one after the other."""

    def __init__(self, term: _Term, block: Block, format_: Any, scorer: Any) -> None:
        self._term = term
        self._block = block
        self._docs: list[int] = block.docs.tolist()
        self._at = 0
        self.format = format_
        self.scorer = scorer

    def is_active(self) -> bool:
        return self._at < len(self._docs)

    def reset(self) -> None:
        self._at = 0

    def copy(self) -> ArrayMatcher:
        other = ArrayMatcher(self._term, self._block, self.format, self.scorer)
        other._at = self._at
        return other

    def replace(self, minquality: float = 0) -> Any:
        return self if self.is_active() else NullMatcher()

    def supports_block_quality(self) -> bool:
        return False

    def id(self) -> int:
        return self._docs[self._at]

    def all_ids(self) -> Iterator[int]:
        return iter(self._docs)

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip_to(self, number: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        if number > self.id():
            self._at = int(np.searchsorted(self._block.docs, number))

    def weight(self) -> float:
        return float(self._block.weights[self._at])

    def value(self) -> bytes:
        return cast(bytes, self.format.encode(self._positions()))

    def value_as(self, astype: str) -> Any:
        return self._positions() if astype == "positions" else super().value_as(astype)

    def all_items(self) -> Iterator[tuple[int, bytes]]:
        while self.is_active():
            yield self.id(), self.value()
            self.next()

    def score(self) -> float:
        return float(self.scorer.score(self)) if self.scorer else self.weight()

    def _positions(self) -> list[int]:
        first, last = self._block.starts[self._at], self._block.starts[self._at + 1]
        places: list[int] = self._block.positions[first:last].tolist()
        return places


class ArrayTerms(base.TermsReader):  # type: ignore[misc]
    """The lexicon and the postings of a segment."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays

    def __contains__(self, term: _Term) -> bool:
        field = self._arrays.field(term[0])
        return field is not None and field.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        return sorted(self._arrays.fields)

    def cursor(self, fieldname: str, fieldobj: Any) -> Any:
        field = self._arrays.field(fieldname)
        return ArrayCursor(self, field, fieldobj) if field else base.EmptyCursor()

    def terms(self) -> Iterator[_Term]:
        for name in self.indexed_field_names():
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[_Term]:
        field = self._arrays.field(fieldname)
        if field is not None:
            for ordinal in range(field.first_from(prefix), field.size):
                yield fieldname, field.term(ordinal)

    def items(self) -> Iterator[tuple[_Term, Any]]:
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[_Term, Any]]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> Any:
        field, ordinal = self._find(fieldname, text)
        return self.info(field, ordinal)

    def info(self, field: FieldArrays, ordinal: int) -> Any:
        """Whoosh's figures of a term."""
        block = field.block(ordinal)
        lengths = field.lengths[block.docs]
        return TermInfo(
            weight=float(block.weights.sum()),
            df=len(block.docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(block.weights.max()),
            minid=int(block.docs[0]),
            maxid=int(block.docs[-1]),
        )

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        field, ordinal = self._find(fieldname, text)
        return int(field.posting_starts[ordinal + 1]) - int(field.posting_starts[ordinal])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        try:
            field, ordinal = self._find(fieldname, text)
        except KeyError as error:
            raise TermNotFound(f"No term {fieldname}:{text!r}") from error
        return ArrayMatcher((fieldname, text), field.block(ordinal), format_, scorer)

    def _find(self, fieldname: str, text: bytes) -> tuple[FieldArrays, int]:
        field = self._arrays.field(fieldname)
        ordinal = -1 if field is None else field.find(text)
        if field is None or ordinal < 0:
            raise KeyError((fieldname, text))
        return field, ordinal


class ArrayCursor(base.FieldCursor):  # type: ignore[misc]
    """A place in the lexicon of a field."""

    def __init__(self, terms: ArrayTerms, field: FieldArrays, fieldobj: Any) -> None:
        self._terms = terms
        self._field = field
        self._fieldobj = fieldobj
        self._at = 0

    def is_valid(self) -> bool:
        return self._at < self._field.size

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        raw = term if isinstance(term, bytes) else self._fieldobj.to_bytes(term)
        self._at = self._field.first_from(raw)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        if not self.is_valid():
            return None
        return cast(str, self._fieldobj.from_bytes(self._field.term(self._at)))

    def term_info(self) -> Any:
        return self._terms.info(self._field, self._at) if self.is_valid() else None


class ArrayColumn(columns.ColumnReader):  # type: ignore[misc]
    """The values of a column, as Whoosh's column readers give them."""

    def __init__(self, values: Array) -> None:
        self._values = values

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, number: int) -> Any:
        return self._values[number].item()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values.tolist())

    def load(self) -> list[Any]:
        return list(self)


class ArrayDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """What a segment knows of each document: columns, lengths, deletions. Nothing is stored."""

    def __init__(self, arrays: SegmentArrays, segment: Any) -> None:
        self._arrays = arrays
        self._segment = segment

    def doc_count(self) -> int:
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        return int(self._arrays.size)

    def has_deletions(self) -> bool:
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        return bool(self._segment.is_deleted(docnum))

    def deleted_docs(self) -> Iterator[int]:
        return cast("Iterator[int]", self._segment.deleted_docs())

    def supports_columns(self) -> bool:
        return True

    def has_column(self, fieldname: str) -> bool:
        return fieldname in self._arrays.columns

    def list_columns(self) -> list[str]:
        return self._arrays.columns

    def column_reader(self, fieldname: str, column: Any) -> ArrayColumn:
        return ArrayColumn(self._arrays.column(fieldname))

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        field = self._arrays.field(fieldname)
        return default if field is None else int(field.lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        field = self._arrays.field(fieldname)
        total: int = 0 if field is None else field.total
        return total

    def min_field_length(self, fieldname: str) -> int:
        return self._extreme(fieldname, np.min)

    def max_field_length(self, fieldname: str) -> int:
        return self._extreme(fieldname, np.max)

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        return {}

    def _extreme(self, fieldname: str, of: Any) -> int:
        field = self._arrays.field(fieldname)
        if field is None or not field.lengths.any():
            return 0
        return int(of(field.lengths[field.lengths > 0]).item())
