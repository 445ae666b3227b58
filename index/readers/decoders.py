"""What packed data unpacks to, a step at a time, in bounded memory."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Protocol

from index.readers.chunks import CHUNK
from index.readers.raw import Unreadable

MOST_TIMES = 200
"""How many times its packed size anything may unpack to: text gets to ten, rarely to fifty."""
FREE = 64 << 20
"""Bytes that anything may unpack to."""
FREE_ALTOGETHER = 4 * FREE
"""Bytes that all that lies in one file may unpack to."""
A_PART = 1 << 14
"""Bytes that a part counts for beside its own: so many parts are told of in a few bytes, too."""
CUT_SHORT = "damaged: it ends in the middle"

_MEMORY = 256 << 20
"""Bytes that unpacking xz may take: its strongest setting asks for a quarter of that."""


@dataclass(slots=True)
class Ratio:
    """How much was unpacked from how many packed bytes; an `Unreadable` where that is too much."""

    packed: int = 0
    size: int = 0
    free: int = FREE

    def count(self, size: int) -> None:
        """So many bytes more were unpacked. Raises `Unreadable`."""
        self.size += size
        if self.is_too_much():
            raise Unreadable(f"packed data that unpacks to over {MOST_TIMES} times its size")

    def is_too_much(self) -> bool:
        return self.size > max(self.free, MOST_TIMES * self.packed)


class Decoder(Protocol):
    """Unpacks one stream of packed data. `full` says that it may have more to give before it is
    given more data."""

    @property
    def ended(self) -> bool: ...
    @property
    def full(self) -> bool: ...
    def decode(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """What it unpacks to, at most so many bytes, and what of the data it has not used.

        Raises `Unreadable`.
        """


def gzip() -> Decoder:
    """For one member of a gzip file."""
    return _Zlib(16 + zlib.MAX_WBITS)


def deflate() -> Decoder:
    """For bare deflated data, as zip files have it."""
    return _Zlib(-zlib.MAX_WBITS)


def zlibbed() -> Decoder:
    """For deflated data with the head of zlib, as web servers send it."""
    return _Zlib(zlib.MAX_WBITS)


def bzip2() -> Decoder:
    """For one stream of a bzip2 file."""
    return _Stepwise(bz2.BZ2Decompressor())


def xz() -> Decoder:
    """For one stream of an xz file."""
    return _Stepwise(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY))


def lzma_alone() -> Decoder:
    """For LZMA data with the head that lzma files have."""
    return _Stepwise(lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_MEMORY))


def stream(
    decoder: Decoder, left: bytes, more: Callable[[], bytes], ratio: Ratio
) -> Generator[bytes, None, bytes]:
    """What one stream unpacks to, in pieces; what of the data comes behind it in the end.

    `left` is what was read already, `more` gives what follows, nothing at the end of the file.
    Raises `Unreadable`.
    """
    while not decoder.ended:
        if not left and not decoder.full:
            left = more()
            if not left:
                raise Unreadable(CUT_SHORT)
            ratio.packed += len(left)
        found, left = decoder.decode(left, CHUNK)
        ratio.count(len(found))
        if found:
            yield found
    return left


class _Zlib:
    def __init__(self, bits: int) -> None:
        self._decoder = zlib.decompressobj(bits)
        self._cut = False

    def decode(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        try:
            found = self._decoder.decompress(data, most)
        except zlib.error as error:
            raise _damaged(error) from error
        self._cut = len(found) == most
        return found, self._decoder.unconsumed_tail or self._decoder.unused_data

    @property
    def ended(self) -> bool:
        return self._decoder.eof

    @property
    def full(self) -> bool:
        return self._cut and not self._decoder.eof


class _Stepwise:
    """What unpacks bzip2, xz and LZMA keeps by itself what it has not used."""

    def __init__(self, decoder: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._decoder = decoder

    def decode(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        try:
            found = self._decoder.decompress(data, most)
        except (lzma.LZMAError, OSError, ValueError) as error:
            raise _damaged(error) from error
        return found, self._decoder.unused_data if self._decoder.eof else b""

    @property
    def ended(self) -> bool:
        return self._decoder.eof

    @property
    def full(self) -> bool:
        return not self._decoder.eof and not self._decoder.needs_input


def _damaged(error: Exception) -> Unreadable:
    if "emory" in str(error):
        return Unreadable("packed so that unpacking takes too much memory")
    return Unreadable("damaged: it cannot be unpacked")
