"""What is packed with gzip, bzip2 or xz, unpacked as it is read, in bounded memory."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from index.readers.chunks import CHUNK, file_of
from index.readers.decoders import Decoder, Ratio, bzip2, gzip, stream, xz

_PACKINGS: tuple[tuple[re.Pattern[bytes], Callable[[], Decoder]], ...] = (
    (re.compile(rb"\x1f\x8b"), gzip),
    # A block follows, or at once the end: three letters and a figure begin a text, too.
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), bzip2),
    (re.compile(rb"\xfd7zXZ\x00"), xz),
)
_LONGEST_MAGIC = 10


def unpacked(file: BinaryIO, head: bytes) -> io.BufferedReader | None:
    """The content of a packed file that begins with `head`; None if it is not packed.

    `file` stands at its beginning. Reading from it raises `Unreadable` for a file that is
    damaged, ends in the middle, or unpacks to far more than any text would.
    """
    make = _packing(head)
    return file_of(_unpacking(file, make)) if make else None


def is_packed(head: bytes) -> bool:
    return _packing(head) is not None


def _packing(head: bytes) -> Callable[[], Decoder] | None:
    return next((make for magic, make in _PACKINGS if magic.match(head)), None)


def _unpacking(file: BinaryIO, make: Callable[[], Decoder] | None) -> Iterator[bytes]:
    ratio = Ratio()

    def more() -> bytes:
        return file.read(CHUNK)

    left = b""
    while make is not None:
        left = yield from stream(make(), left, more, ratio)
        # More may follow: files packed apart and put together, perhaps with zeros in between.
        while not (left := left.lstrip(b"\x00")) and (read := more()):
            ratio.packed += len(read)
            left = read
        if 0 < len(left) < _LONGEST_MAGIC:
            read = more()
            ratio.packed += len(read)
            left += read
        make = _packing(left)
