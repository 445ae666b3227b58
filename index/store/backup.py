"""A copy of the archive's SQLite file, made while others read and write it.

The copy is one file that needs nothing beside it. It says of itself that it has no index, so
whoever opens it makes one: an index that stands where it is put is of another time.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.article import DatelineError
from index.store import outbox
from index.store.connection import ArchiveDamaged, connect
from index.store.database import Database
from index.store.schema import APPLICATION, MIGRATIONS

_PAGES = 512
"""Pages copied in one step, between two of which the copying may be stopped: 2 MB."""

Copied = Callable[[int, int], None]
"""Told after each step: the bytes copied, the bytes in all. What it raises ends the copying."""


def copy(database: Database, place: Path, copied: Copied, *, overwrite: bool = False) -> int:
    """Write a copy to `place`; its size in bytes.

    It is what was committed when the copying began; nobody who writes waits for it. It appears
    whole, verified and on the disk, or not at all, and only its owner may read it. Raises
    `DatelineError` when it cannot be written, or when something else stands there.
    """
    _refuse(place, database.path, overwrite=overwrite)
    with closing(database.connect()) as source:
        return _write(source, place, place, copied, overwrite=overwrite)


def restore(backup: Path, place: Path, copied: Copied) -> int:
    """Put a copy of a backup, or of another archive's file, where there is none; its size.

    Raises `DatelineError` where something stands already, and for what is no archive, or
    one of a newer version.
    """
    if not backup.is_file():
        raise DatelineError(f"There is no file {backup}.")
    _refuse(place, backup, overwrite=False)
    with closing(connect(backup, "mode=ro")) as source:
        _recognise(source, backup)
        return _write(source, place, backup, copied, overwrite=False)


def _write(
    source: sqlite3.Connection, place: Path, asked: Path, copied: Copied, *, overwrite: bool
) -> int:
    """Put a copy of a database in place, whole; its size. `asked` is the file to complain of."""
    with _beside(place) as fresh:
        with closing(connect(fresh, "mode=rw")) as target:
            _copy(source, target, copied)
            _settle(target, asked)
        _sync(fresh)
        size = fresh.stat().st_size
        _put_in_place(fresh, place, overwrite=overwrite)
    return size


def _recognise(connection: sqlite3.Connection, file: Path) -> None:
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    except ArchiveDamaged:
        version = application = 0
    if application != APPLICATION:
        raise DatelineError(f"{file} is no backup of Dateline's. Nothing was changed.")
    if version > len(MIGRATIONS):
        raise DatelineError(
            f"{file} was written by a newer Dateline (schema {version}; this one knows "
            f"{len(MIGRATIONS)}). Update Dateline to restore it."
        )


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, copied: Copied) -> None:
    size = int(source.execute("PRAGMA page_size").fetchone()[0])

    def progress(_: int, remaining: int, total: int) -> None:
        copied((total - remaining) * size, total * size)

    # In one read transaction the source stands still, however much is written to it: without
    # one SQLite begins again whenever somebody commits, and beside an `add` never ends. A log
    # that is written ahead lets writers go on meanwhile; a journal that is rolled back does not.
    still = source.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    if still:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    try:
        source.backup(target, pages=_PAGES, progress=progress, sleep=0 if still else 0.02)
    except sqlite3.DatabaseError as error:
        raise DatelineError(
            f"The copy could not be written ({error}). Make room, or name a file elsewhere."
        ) from error
    finally:
        if still:
            source.execute("ROLLBACK")


def _settle(copy: sqlite3.Connection, place: Path) -> None:
    """Make it one file without a log, note that it has no index, and see that it is sound."""
    mode = copy.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    copy.execute("BEGIN IMMEDIATE")
    outbox.set_whole(copy, False, outbox.generation(copy))
    copy.execute("COMMIT")
    told = [row[0] for row in copy.execute("PRAGMA integrity_check(3)")]
    if mode != "delete" or told != ["ok"]:
        raise DatelineError(
            f"The copy for {place} is not sound ({'; '.join(told)}), so it was not kept. "
            "`dateline doctor --thorough` tells what is wrong with the archive."
        )


def _refuse(place: Path, source: Path, *, overwrite: bool) -> None:
    """Raises `DatelineError` where a copy may not be put."""
    if place.is_dir():
        raise DatelineError(f"{place} is a folder. Name a file in it.")
    if not place.exists() and not place.is_symlink():
        return
    with contextlib.suppress(OSError):
        if place.samefile(source):
            raise DatelineError(f"{place} is the archive itself. Name another file.")
    if not overwrite or not place.is_file():
        raise DatelineError(
            f"{place} is there already and was left as it is. Name another file"
            + (", or say that it is to be overwritten (--overwrite)." if place.is_file() else ".")
        )


@contextmanager
def _beside(place: Path) -> Iterator[Path]:
    """An empty, private file beside the place, that is gone in the end unless it was moved."""
    fresh = place.with_name(f".dateline-{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        yield fresh
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise DatelineError(
            f"{place} could not be written: {why}. Make room, or name a file elsewhere."
        ) from error
    finally:
        for left in (fresh, Path(f"{fresh}-journal"), Path(f"{fresh}-wal"), Path(f"{fresh}-shm")):
            left.unlink(missing_ok=True)


def _put_in_place(fresh: Path, place: Path, *, overwrite: bool) -> None:
    if not overwrite and place.exists():  # made meanwhile
        raise DatelineError(f"{place} is there already and was left as it is. Name another file.")
    fresh.replace(place)
    _sync(place.parent)


def _sync(path: Path) -> None:
    """Bring a file, or a folder's entries, onto the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError:
        if not path.is_dir():  # some network file systems refuse it for folders
            raise
    finally:
        os.close(handle)
