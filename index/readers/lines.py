"""Lines of a file that may have lines of any length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from index.readers.raw import Unreadable

_CHUNK = 1 << 20


def lines(file: BinaryIO, most: int) -> Iterator[bytes | Unreadable]:
    """The lines of a file with their ends; one of over `most` bytes is told of, and passed over.

    Never holds more than one line of that length.
    """
    while line := file.readline(most + 1):
        if len(line) > most and not line.endswith(b"\n"):
            while (rest := file.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
            yield too_long(most)
        else:
            yield line


def too_long(most: int) -> Unreadable:
    return Unreadable(f"longer than {most // (1024 * 1024)} MB")
