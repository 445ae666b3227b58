"""The codec and its segments, as Whoosh knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from index.fulltext.arrays.reading import SegmentArrays
from index.fulltext.arrays.stock import ArrayDocuments, ArrayTerms
from index.fulltext.engine import base

EXTENSION: Final = ".arr"


class ArrayCodec(base.Codec):  # type: ignore[misc]
    """Reads segments of arrays for Whoosh. They are written whole, by `ArrayWriter`."""

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTerms:
        return ArrayTerms(segment.arrays(storage))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayDocuments:
        return ArrayDocuments(segment.arrays(storage), segment)

    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        return ArraySegment(indexname)


class ArraySegment(base.Segment):  # type: ignore[misc]
    """One segment: its file, how many documents it has, and which of them are deleted."""

    def __init__(
        self,
        indexname: str,
        *,
        segid: str | None = None,
        documents: int = 0,
        deleted: Iterable[int] = (),
        size: int = 0,
    ) -> None:
        super().__init__(indexname)
        if segid is not None:
            self.segid = segid
        self.size = size
        """Bytes of its file."""
        self._documents = documents
        self._deleted = set(deleted)
        self._opened: SegmentArrays | None = None

    @property
    def filename(self) -> str:
        name: str = self.make_filename(EXTENSION)
        return name

    def path(self, storage: Any) -> Path:
        """The file of this segment."""
        return Path(storage.folder, self.filename)

    def arrays(self, storage: Any) -> SegmentArrays:
        """Its arrays, without what is deleted by now; the file is mapped once."""
        if self._opened is None:
            self._opened = SegmentArrays.open(self.path(storage))
        if self._deleted_in(self._opened) != len(self._deleted):
            self._opened = self._opened.without(self._deleted)
        return self._opened

    @staticmethod
    def _deleted_in(arrays: SegmentArrays) -> int:
        return 0 if arrays.live is None else arrays.size - int(arrays.live.sum())

    def codec(self) -> ArrayCodec:
        return ArrayCodec()

    def should_assemble(self) -> bool:
        return False

    def set_doc_count(self, count: int) -> None:
        self._documents = count

    def doc_count_all(self) -> int:
        return self._documents

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        return iter(sorted(self._deleted))

    def is_deleted(self, number: int) -> bool:
        return number in self._deleted

    def delete_document(self, number: int, delete: bool = True) -> None:
        if not 0 <= number < self._documents:
            raise KeyError(f"the segment has no document {number}")
        (self._deleted.add if delete else self._deleted.discard)(number)
