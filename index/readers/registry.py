"""Reads one file with the reader that knows its format."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from index.readers import plain
from index.readers.dumps import SAMPLE, Kind, Row, kind_of, rows_of
from index.readers.opening import Opened, opened
from index.readers.packed import unpacked
from index.readers.raw import Names, RawArticle, Unreadable


@dataclass(frozen=True, slots=True)
class Dump:
    """A file of many articles, which `reading` gives a row at a time."""

    path: Path
    kind: Kind
    size: int
    mtime_ns: int


class Rows:
    """The rows of a dump that stands open, from its beginning: to be gone through once."""

    def __init__(self, source: Opened, rows: Iterator[Row]) -> None:
        self._source = source
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    @property
    def done(self) -> float:
        """The part of the file that was read, from 0 to 1."""
        return min(self._source.file.tell() / max(self._source.size, 1), 1.0)

    @property
    def mtime_ns(self) -> int:
        return self._source.mtime_ns

    @property
    def size(self) -> int:
        return self._source.size


def read(path: Path, *, max_bytes: int, names: Names) -> list[RawArticle] | Dump:
    """The article in a file; a dump is only told to be one. Raises `Unreadable`, nothing else.

    A packed file is read as what is in it. `names` are those that columns of dumps may have.
    """
    with opened(path) as source:
        file = unpacked(source.file)
        content = source.file if file is None else file
        head = content.read(SAMPLE)
        kind = kind_of(head, path, names)
        if kind is not None:
            return Dump(path, kind, source.size, source.mtime_ns)
        too_large = file is None and source.size > max_bytes
        data = head if too_large else head + content.read(max(max_bytes + 1 - len(head), 0))
        if too_large or len(data) > max_bytes:
            raise Unreadable(f"larger than {max_bytes // (1024 * 1024)} MB")
        if not data:
            raise Unreadable("empty")
        digest = sha256(data).hexdigest() if file is None else source.sha256()
    return [
        RawArticle(path, item, text, digest, source.size, source.mtime_ns)
        for item, text in enumerate(plain.articles(data))
    ]


@contextmanager
def reading(dump: Dump, *, max_bytes: int) -> Iterator[tuple[str, Rows]]:
    """Open a dump: the hash of its bytes, and its rows. Raises `Unreadable` at the opening."""
    with opened(dump.path) as source:
        digest = source.sha256()
        file = unpacked(source.file) or source.file
        yield digest, Rows(source, rows_of(dump.kind, file, max_bytes))
