"""The file of a segment: a header, sections, and a directory of them. See the package."""

from __future__ import annotations

import mmap
import os
import struct
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from index.fulltext.errors import damaged

MAGIC: Final = b"dlarrays"
VERSION: Final = 1
ALIGNMENT: Final = 64
_HEADER: Final = struct.Struct("<8sIIQIIQ")
_CHECKSUM: Final = struct.Struct("<I")
_ROW: Final = np.dtype([("name", "S48"), ("kind", "S8"), ("start", "<u8"), ("count", "<u8")])
_KINDS: Final = frozenset({"|u1", "<u2", "<u4", "<i4", "|S12"})

Array = NDArray[Any]


class Sections:
    """The sections of a mapped file. The file may be deleted while it is mapped.

    Raises `IndexDamaged` when the file is missing, or when header, directory or the bounds of
    any section are not those of a whole file. What is inside the sections is not looked at.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if size < ALIGNMENT:
                    raise self.torn("it is too short")
                self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise self.torn("it cannot be read") from error
        head = self.map[: _HEADER.size]
        (checksum,) = _CHECKSUM.unpack_from(self.map, _HEADER.size)
        magic, version, self.documents, start, rows, crc, length = _HEADER.unpack(head)
        if magic != MAGIC or checksum != zlib.crc32(head):
            raise self.torn("it has no header of ours")
        if version != VERSION or length != len(self.map):
            raise self.torn("it is of another version or length")
        end = start + rows * _ROW.itemsize
        if end > length or zlib.crc32(self.map[start:end]) != crc:
            raise self.torn("its directory is torn")
        self._rows: dict[str, tuple[np.dtype[Any], int, int]] = {}
        for name, kind, at, count in np.frombuffer(self.map[start:end], _ROW).tolist():
            if kind.decode("ascii", "replace") not in _KINDS:
                raise self.torn(f"{name!r} is of no known kind")
            dtype = np.dtype(kind.decode("ascii"))
            if at % ALIGNMENT or at + count * dtype.itemsize > length:
                raise self.torn(f"{name!r} lies outside of it")
            self._rows[name.decode("utf-8", "replace")] = dtype, at, count

    def __contains__(self, name: str) -> bool:
        return name in self._rows

    @property
    def names(self) -> list[str]:
        return list(self._rows)

    def array(self, name: str, *, length: int | None = None) -> Array:
        """A section as a read-only view; raises `IndexDamaged` unless it is there, so long."""
        if name not in self._rows:
            raise self.torn(f"{name!r} is missing")
        dtype, at, count = self._rows[name]
        if length is not None and count != length:
            raise self.torn(f"{name!r} is of the wrong length")
        if count == 0:
            return np.empty(0, dtype)
        return np.frombuffer(self.map, dtype, count, at)

    def start(self, name: str) -> int:
        """Where a section begins in the map."""
        return self._rows[name][1]

    def torn(self, why: str) -> Exception:
        """What to raise; `why` is a clause for a person."""
        return damaged(self.path.parent, f"{self.path.name}: {why}")


class SectionWriter:
    """Writes such a file from its beginning to its end, section by section.

    A context manager: leaving it without an error writes directory and header; after an error
    the file is left without them and deleted.
    """

    def __init__(self, path: Path, documents: int) -> None:
        self._path = path
        self._documents = documents
        self._rows: list[tuple[bytes, bytes, int, int]] = []
        self._areas: list[Area] = []
        self._file: BinaryIO = path.open("wb")
        self._end = ALIGNMENT

    def put(self, name: str, array: Array) -> None:
        """Write a whole section."""
        area = self.area(name, array.dtype, len(array))
        area.write(array)

    def area(self, name: str, dtype: np.dtype[Any], count: int) -> Area:
        """Room for a section of known length, to be filled piece by piece."""
        kind = dtype.newbyteorder("<")
        start = -(-self._end // ALIGNMENT) * ALIGNMENT
        self._end = start + count * kind.itemsize
        self._rows.append((name.encode(), kind.str.encode(), start, count))
        area = Area(self._file, kind, start, self._end)
        self._areas.append(area)
        return area

    def __enter__(self) -> SectionWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        whole = False
        try:
            with self._file:
                if error is None:
                    self._finish()
            whole = error is None
        finally:
            if not whole:
                self._path.unlink(missing_ok=True)

    def _finish(self) -> None:
        if not all(area.is_full for area in self._areas):
            raise ValueError("less was written into a section than it has room for")
        directory = np.array(self._rows, _ROW).tobytes()
        start = -(-self._end // ALIGNMENT) * ALIGNMENT
        self._file.seek(start)
        self._file.write(directory)
        header = _HEADER.pack(
            MAGIC,
            VERSION,
            self._documents,
            start,
            len(self._rows),
            zlib.crc32(directory),
            start + len(directory),
        )
        self._file.seek(0)
        self._file.write(header + _CHECKSUM.pack(zlib.crc32(header)))


class Area:
    """A section being filled from its beginning on."""

    def __init__(self, file: BinaryIO, kind: np.dtype[Any], start: int, end: int) -> None:
        self._file = file
        self._kind = kind
        self._at = start
        self._end = end

    @property
    def is_full(self) -> bool:
        return self._at == self._end

    def write(self, array: Array) -> None:
        data = np.ascontiguousarray(array, self._kind)
        if self._at + data.nbytes > self._end:
            raise ValueError("more was written into a section than it has room for")
        self._file.seek(self._at)
        self._file.write(data.data)
        self._at += data.nbytes
