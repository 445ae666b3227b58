"""What is packed with gzip or xz, unpacked as it is read, in bounded memory."""

from __future__ import annotations

import io
import lzma
import zlib
from typing import BinaryIO

from index.readers.raw import Unreadable

_GZIP = b"\x1f\x8b"
_XZ = b"\xfd7zXZ\x00"
_CHUNK = 1 << 17
_MEMORY = 256 << 20
"""Bytes that unpacking xz may take: its strongest setting asks for a quarter of that."""
_MOST_TIMES = 200
"""How many times its packed size a file may unpack to: text gets to ten, rarely to fifty."""
_FREE = 64 << 20
"""Bytes that any file may unpack to."""


def unpacked(file: BinaryIO, head: bytes) -> io.BufferedReader | None:
    """The content of a packed file that begins with `head`; None if it is not packed.

    `file` stands at its beginning. Reading from it raises `Unreadable` for a file that is
    damaged, ends in the middle, or unpacks to far more than any text would.
    """
    if head.startswith(_GZIP):
        return io.BufferedReader(_Unpacked(file, _Gzip), _CHUNK)
    if head.startswith(_XZ):
        return io.BufferedReader(_Unpacked(file, _Xz), _CHUNK)
    return None


class _Gzip:
    """One member of a gzip file."""

    def __init__(self) -> None:
        self._decoder = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._cut = False

    def decode(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """What it unpacks to, at most so many bytes, and what of the data it has not used."""
        found = self._decoder.decompress(data, most)
        self._cut = len(found) == most
        return found, self._decoder.unconsumed_tail or self._decoder.unused_data

    @property
    def ended(self) -> bool:
        return self._decoder.eof

    @property
    def full(self) -> bool:
        """Whether it may have more to give before it is given more data."""
        return self._cut and not self._decoder.eof


class _Xz:
    """One stream of an xz file."""

    def __init__(self) -> None:
        self._decoder = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)

    def decode(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        found = self._decoder.decompress(data, most)
        return found, self._decoder.unused_data if self._decoder.eof else b""

    @property
    def ended(self) -> bool:
        return self._decoder.eof

    @property
    def full(self) -> bool:
        return not self._decoder.eof and not self._decoder.needs_input


class _Unpacked(io.RawIOBase):
    def __init__(self, file: BinaryIO, make: type[_Gzip] | type[_Xz]) -> None:
        self._file = file
        self._make = make
        self._stream: _Gzip | _Xz = make()
        self._left = b""
        self._packed = 0
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        try:
            found = self._next(len(view))
        except (zlib.error, lzma.LZMAError) as error:
            if "emory" in str(error):
                raise Unreadable("packed so that unpacking takes too much memory") from error
            raise Unreadable("damaged: it cannot be unpacked") from error
        self._size += len(found)
        if self._size > max(_FREE, _MOST_TIMES * self._packed):
            raise Unreadable(f"packed data that unpacks to over {_MOST_TIMES} times its size")
        view[: len(found)] = found
        return len(found)

    def _next(self, most: int) -> bytes:
        while True:
            if self._stream.ended:
                # More may follow: files packed apart and put together.
                self._left = self._left.lstrip(b"\x00") or self._more().lstrip(b"\x00")
                if not self._left.startswith((_GZIP[:1], _XZ[:1])):
                    return b""
                self._stream = self._make()
            if not self._left and not self._stream.full:
                self._left = self._more()
                if not self._left:
                    raise Unreadable("damaged: it ends in the middle")
            found, self._left = self._stream.decode(self._left, most)
            if found:
                return found

    def _more(self) -> bytes:
        data = self._file.read(_CHUNK)
        self._packed += len(data)
        return data
