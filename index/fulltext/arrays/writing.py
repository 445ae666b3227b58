"""Writing: a batch of documents at once becomes a segment, and segments become one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from index.fulltext.arrays.contents import read_contents, write_contents
from index.fulltext.arrays.inverting import Copy, invert
from index.fulltext.arrays.layout import SectionWriter
from index.fulltext.arrays.merging import merge
from index.fulltext.arrays.reading import SegmentArrays, arrays_of
from index.fulltext.arrays.sections import put_keys, put_words
from index.fulltext.arrays.segments import ArrayCodec, ArraySegment
from index.fulltext.arrays.vocabulary import Vocabulary
from index.fulltext.engine import FileIndex, LockError, SegmentWriter, clean_files

_NAME: Final = "MAIN"
_MOST_TEXT: Final = 8_000_000
"""Code points in a batch: a segment is written when there are more, which bounds memory."""

MergePolicy = Callable[["ArrayWriter", list[ArraySegment]], list[ArraySegment]]


class ArrayIndex(FileIndex):  # type: ignore[misc]
    """One of Whoosh's indexes, in segments of arrays; the schema comes from the program.

    Nothing in its folder is pickled.
    """

    def __init__(self, storage: Any, schema: Any) -> None:
        self.storage = storage
        self._schema = schema
        self.indexname = _NAME
        self._read_toc()

    @classmethod
    def create(cls, storage: Any, schema: Any, indexname: str = _NAME) -> ArrayIndex:
        """An empty index."""
        write_contents(storage, indexname, 0, [])
        return cls(storage, schema)

    def _read_toc(self) -> Any:
        return read_contents(self.storage, self.indexname, self._schema)

    def writer(self, vocabulary: Vocabulary | None = None, **_: Any) -> ArrayWriter:
        """A writer; it knows the words of the `vocabulary` already and adds new ones."""
        return ArrayWriter(self, Vocabulary() if vocabulary is None else vocabulary)


class ArrayWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer over batches: documents are gathered, and become a segment all at once.

    Of Whoosh's writer it keeps the lock, the deletions, the readers and the hook for merging;
    postings never exist one by one. Raises `LockError` when another writer is at work.
    """

    def __init__(self, index: ArrayIndex, vocabulary: Vocabulary) -> None:
        self.writelock = index.lock("WRITELOCK")
        if not self.writelock.acquire():
            raise LockError
        try:
            contents = index._read_toc()
        except BaseException:
            self.writelock.release()
            raise
        self.codec = ArrayCodec()
        self.storage = index.storage
        self.indexname = index.indexname
        self.generation = contents.generation + 1
        self.schema = contents.schema
        self.segments: list[ArraySegment] = contents.segments
        self.is_closed = False
        self._setup_doc_offsets()
        self._vocabulary = vocabulary
        self._fresh: list[ArraySegment] = []
        self._merging: list[SegmentArrays] = []
        self._batch = _Batch(self.schema)

    def add_document(self, **fields: Any) -> None:
        """Words as `Copy`, whole values as their field takes them, figures for columns."""
        self._check_state()
        self._check_fields(self.schema, fields)
        self._batch.add(fields)
        if self._batch.text >= _MOST_TEXT:
            self._flush()

    def add_reader(self, reader: Any) -> None:
        """Take the living documents of a segment into the one that `commit` writes last."""
        self._check_state()
        self._merging.append(arrays_of(reader))

    def commit(self, mergetype: MergePolicy | None = None, **_: Any) -> None:
        """Write all that was added, merge what `mergetype` gives to `add_reader`, and put the
        new table of contents in place. By default nothing is merged."""
        self._check_state()
        self._flush()
        segments = [*self.segments, *self._fresh]
        if mergetype is not None:
            segments = mergetype(self, segments)
        if self._merging:
            merged = self._segment(lambda path: merge(self._merging, path))
            if merged.doc_count_all():
                segments.append(merged)
        write_contents(self.storage, self.indexname, self.generation, segments)
        clean_files(self.storage, self.indexname, self.generation, segments)
        self._finish()

    def cancel(self) -> None:
        """Forget what was added and deleted; the index stays as it was."""
        self._check_state()
        for segment in self._fresh:
            self.storage.delete_file(segment.filename)
        self._finish()

    def _finish(self) -> None:
        self._merging.clear()
        self.is_closed = True
        self.writelock.release()

    def _flush(self) -> None:
        if self._batch.documents:
            batch, self._batch = self._batch, _Batch(self.schema)
            self._fresh.append(self._segment(lambda path: batch.write(path, self._vocabulary)))

    def _segment(self, write: Callable[[Path], int]) -> ArraySegment:
        segment: ArraySegment = self.codec.new_segment(self.storage, self.indexname)
        # The storage is told of the file, which is then written without it.
        self.storage.create_file(segment.filename).close()
        path = segment.path(self.storage)
        segment.set_doc_count(write(path))
        segment.size = path.stat().st_size
        return segment


class _Batch:
    """Documents on their way into one segment."""

    def __init__(self, schema: Any) -> None:
        self.documents = 0
        self.text = 0
        """Code points of all their words."""
        self._fields = dict(schema.items())
        self._copies: dict[str, tuple[list[int], list[Copy]]] = {}
        self._keys: dict[str, dict[bytes, list[int]]] = {}
        self._columns: dict[str, dict[int, Any]] = {
            name: {} for name, field in self._fields.items() if field.column_type is not None
        }

    def add(self, values: dict[str, Any]) -> None:
        number = self.documents
        for name, value in values.items():
            field = self._fields[name]
            if isinstance(value, Copy):
                numbers, copies = self._copies.setdefault(name, ([], []))
                numbers.append(number)
                copies.append(value)
                self.text += len(value.text)
            elif field.indexed:
                standing = self._keys.setdefault(name, {})
                for term, _, _, _ in field.index(value):
                    standing.setdefault(term, []).append(number)
            if name in self._columns:
                self._columns[name][number] = field.to_column_value(value)
        self.documents += 1

    def write(self, path: Path, vocabulary: Vocabulary) -> int:
        """Write the segment; how many documents it has."""
        with SectionWriter(path, self.documents) as out:
            for name, (numbers, copies) in sorted(self._copies.items()):
                inverted = invert(vocabulary, numbers, copies, self.documents)
                if inverted is not None:
                    put_words(out, name, inverted)
            for name, standing in sorted(self._keys.items()):
                put_keys(out, name, standing)
            for name, values in sorted(self._columns.items()):
                out.put(f"column/{name}", self._column(name, values))
        return self.documents

    def _column(self, name: str, values: dict[int, Any]) -> Any:
        kind = self._fields[name].column_type.kind
        if kind.char == "S" and any(len(value) > kind.itemsize for value in values.values()):
            raise ValueError(f"a value of {name} is longer than {kind.itemsize} bytes")
        column = np.zeros(self.documents, kind)
        column[list(values)] = list(values.values())
        return column
