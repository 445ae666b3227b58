"""The lock that lets one process at a time take files into an archive.

It is the operating system's own, so it goes with its process, however that ends. A process that
works in the background gives way to a command that a person waits for, and to one that watches
for what arrives; that one gives way to a command too. Who wants the archive leaves a note,
`worker.wanted`, and who gives way looks for it between two articles.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.article import ArchiveBusy, DatelineError

_LOCK = "worker.lock"
_WANTED = "worker.wanted"
_PATIENCE = 15.0
"""Seconds for which a person's own command waits until the background worker has given way."""


_BACKGROUND, _WATCH, _COMMAND = "b", "w", "p"
"""Who holds the lock, as the first letter in its file. Each gives way to those behind it."""
_GIVES_WAY_TO = {_BACKGROUND: (_WATCH, _COMMAND), _WATCH: (_COMMAND,), _COMMAND: ()}


@contextmanager
def working(folder: Path, *, patient: bool, stays: bool = False) -> Iterator[None]:
    """Hold the lock. Raises `ArchiveBusy` when another process keeps it, and `DatelineError`
    where nothing can be locked or written.

    With `patient`, ask one that gives way to do so and wait for it; a patient process that
    `stays` gives way itself.
    """
    who = _BACKGROUND if not patient else _WATCH if stays else _COMMAND
    with _told(folder):
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        with _told(folder):
            _take(handle, folder, who)
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{who} {os.getpid()}\n".encode(), 0)
            (folder / _WANTED).unlink(missing_ok=True)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def busy(folder: Path) -> bool:
    """Whether a process holds the lock at this moment."""
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True  # held, or nothing can be locked here, and so nobody can work
    else:
        return False
    finally:
        os.close(handle)


def wanted(folder: Path) -> bool:
    """Whether somebody's own command waits for this archive."""
    return (folder / _WANTED).exists()


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the file system refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        if error.errno in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS):
            why = "its file system cannot lock files, as some network drives cannot"
        raise DatelineError(
            f"Nothing can be written into the archive in {folder}: {why}. Nothing of what it held "
            "is lost. Make room, or copy it to a disk of this machine."
        ) from error


def _take(handle: int, folder: Path, who: str) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 64, 0).decode(errors="replace").split()
            # One that has not yet written who it is may be any.
            gives_way = who in _GIVES_WAY_TO.get(holder[0] if holder else _BACKGROUND, ())
            if not gives_way or time.monotonic() >= until:
                (folder / _WANTED).unlink(missing_ok=True)
                process = f" (process {holder[1]})" if len(holder) > 1 else ""
                raise ArchiveBusy(
                    f"Another Dateline{process} is taking files into the archive in {folder}. "
                    "Wait until it is done, then try again; nothing is lost."
                ) from None
            (folder / _WANTED).touch()
            time.sleep(0.05)
        else:
            return
