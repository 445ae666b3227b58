"""Reads one file with the reader that knows its format."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from index.readers import plain
from index.readers.raw import RawArticle, Unreadable


def read(path: Path, *, max_bytes: int) -> list[RawArticle]:
    """The articles in a file. Raises `Unreadable` with the reason, and nothing else.

    Nothing but a regular file is ever opened: a pipe would hang, a device never end.
    """
    data, size, mtime_ns = _bytes(path, max_bytes)
    file_sha256 = hashlib.sha256(data).hexdigest()
    return [
        RawArticle(path, item, text, file_sha256, size, mtime_ns)
        for item, text in enumerate(plain.articles(data))
    ]


def _bytes(path: Path, max_bytes: int) -> tuple[bytes, int, int]:
    try:
        _only_a_file(path.stat().st_mode)
        # What the name stands for may change between the two: so again, on what was opened.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:  # noqa: PTH123
            known = os.fstat(handle)
            _only_a_file(known.st_mode)
            if known.st_size > max_bytes:
                raise Unreadable(f"larger than {max_bytes // (1024 * 1024)} MB")
            data = file.read(max_bytes + 1)
    except ValueError as error:
        raise Unreadable("not a name that a file can have") from error
    except OSError as error:
        raise Unreadable((error.strerror or "cannot be opened").lower()) from error
    if len(data) > max_bytes:
        raise Unreadable(f"larger than {max_bytes // (1024 * 1024)} MB")
    if not data:
        raise Unreadable("empty")
    return data, known.st_size, known.st_mtime_ns


def _only_a_file(mode: int) -> None:
    if stat.S_ISFIFO(mode):
        raise Unreadable("a pipe, not a file")
    if stat.S_ISDIR(mode):
        raise Unreadable("a folder")
    if stat.S_ISSOCK(mode):
        raise Unreadable("a socket, not a file")
    if not stat.S_ISREG(mode):
        raise Unreadable("a device, not a file")
