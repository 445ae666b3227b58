"""Files whose bytes come piece by piece: a part of another file, or what one unpacks to."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 17
"""Bytes of a piece."""


def file_of(chunks: Iterator[bytes]) -> io.BufferedReader:
    """These pieces as one file, which can be gone through once.

    Reading from it raises what the iterator raises.
    """
    return io.BufferedReader(_Chunks(chunks), CHUNK)


def chunks_of(file: BinaryIO, size: int | None = None) -> Iterator[bytes]:
    """The rest of a file, or so many bytes of it, in pieces: all that comes before an error too."""
    read = file.read1 if isinstance(file, io.BufferedReader) else file.read
    left = size
    while left != 0 and (found := read(CHUNK if left is None else min(left, CHUNK))):
        if left is not None:
            left -= len(found)
        yield found


class _Chunks(io.RawIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while not self._left:
            found = next(self._chunks, None)
            if found is None:
                return 0
            self._left = memoryview(found)
        size = min(len(view), len(self._left))
        view[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
