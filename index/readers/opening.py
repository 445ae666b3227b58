"""Opens one file, if it is one, and knows its bytes by their hash."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.readers.raw import Unreadable

_CHUNK = 1 << 20
_BUFFER = 1 << 17


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that stands open for reading. `size` in bytes, `mtime_ns` since 1970."""

    file: io.BufferedReader
    size: int
    mtime_ns: int

    def sha256(self) -> str:
        """The hash of all of its bytes; the file then stands at its beginning again."""
        self.file.seek(0)
        digest = hashlib.sha256()
        while chunk := self.file.read(_CHUNK):
            digest.update(chunk)
        self.file.seek(0)
        return digest.hexdigest()


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a file. Raises `Unreadable` with the reason, and nothing else, also while it is read.

    Nothing but a regular file is ever opened: a pipe would hang, a device never end.
    """
    try:
        handle = _handle(path)
        file: io.BufferedReader = io.BufferedReader(io.FileIO(handle), _BUFFER)
        with file:
            # What the name stands for may have changed since: so again, on what was opened.
            known = os.fstat(handle)
            _only_a_file(known.st_mode)
            yield Opened(file, known.st_size, known.st_mtime_ns)
    except OSError as error:
        raise Unreadable((error.strerror or "cannot be opened").lower()) from error


def _handle(path: Path) -> int:
    try:
        _only_a_file(path.stat().st_mode)
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except ValueError as error:
        raise Unreadable("not a name that a file can have") from error


def _only_a_file(mode: int) -> None:
    if stat.S_ISFIFO(mode):
        raise Unreadable("a pipe, not a file")
    if stat.S_ISDIR(mode):
        raise Unreadable("a folder")
    if stat.S_ISSOCK(mode):
        raise Unreadable("a socket, not a file")
    if not stat.S_ISREG(mode):
        raise Unreadable("a device, not a file")
