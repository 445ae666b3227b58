"""Opens the archive's SQLite file, keeps its schema up to date, hands out connections."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.article import DatelineError, ReadOnlyArchive
from index.store.connection import ArchiveDamaged, ArchiveTooNew, connect
from index.store.schema import APPLICATION, MIGRATIONS, STAND_INS

FILE_NAME = "dateline.sqlite3"


_ROOM = 256 * 1024
"""Bytes without which SQLite cannot begin to work with an archive that is written to."""

_READ_ONLY = "searching and export work, keeping passages does not."


class Database:
    """The one SQLite file of an archive.

    Each thread gets a connection of its own on first use; `close` closes them all. Opening an
    archive that cannot be written to is no error: it is then opened immutable and
    `read_only` is true, and `read_only_because` a sentence; one of an older schema is then read
    as it is. So is one on a disk without room. Raises `ArchiveDamaged` or `ArchiveTooNew`.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.path = folder / FILE_NAME
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._begin(folder, create=create)
        self.read_only = not (_writable(folder) and _writable(self.path))
        self.read_only_because = (
            f"This archive is read-only: {_READ_ONLY}" if self.read_only else ""
        )
        self._immutable = False
        self._log_ahead = True
        self._missing: tuple[tuple[str, ...], ...] = ()
        self._file = self._standing()
        try:
            self._prepare(create=create)
        except BaseException:
            self.close()
            raise

    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Rows are tuples; transactions are explicit."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self.connect()
            self._local.connection = connection
            with self._guard:
                self._all.append(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it is committed, or none.

        Raises `ReadOnlyArchive`, and `DatelineError` when the disk is full or will not take it.
        """
        if self.read_only:
            raise ReadOnlyArchive(self.read_only_because)
        if self._standing() != self._file:
            # SQLite would go on writing into a file that has no name any more.
            raise DatelineError(
                f"{self.path} was moved, replaced or removed while it was open, so nothing was "
                "written. Start Dateline again."
            )
        connection = self.connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise

    def pack(self) -> None:
        """Write the file anew without what was deleted from it, and empty the log.

        Raises `DatelineError` when there is no room for it, or when somebody goes on reading
        what stood there before.
        """
        connection = self.connection()
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise DatelineError(
                f"Another program is reading {self.path}, so that what was deleted from it is not "
                "overwritten yet."
            )

    def close(self) -> None:
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    def _begin(self, folder: Path, *, create: bool) -> None:
        """See that there is a file to open, or make an empty one. Raises `ArchiveDamaged`."""
        size = self.path.stat().st_size if self.path.exists() else 0
        if size:
            return
        if not create:
            if self.path.exists():
                raise ArchiveDamaged(
                    f"{self.path} is empty: the archive that stood there is gone. "
                    "Put a backup in its place."
                )
            raise ArchiveDamaged(
                f"There is no archive in {folder}. `dateline add FOLDER` starts one."
            )
        make_private(folder)
        if any(folder.glob("index/stamp.json")):
            raise ArchiveDamaged(
                f"There was an archive in {folder}, and its {FILE_NAME} is gone or empty. "
                "Put a backup in its place, or name another folder with --archive."
            )
        self.path.touch(mode=0o600)

    def _standing(self) -> tuple[int, int] | None:
        """Which file stands at the path now: its device and number."""
        try:
            known = self.path.stat()
        except OSError:
            return None
        return known.st_dev, known.st_ino

    def connect(self) -> sqlite3.Connection:
        """A connection of the caller's own, who closes it."""
        mode = "mode=rw"
        if self.read_only:
            # Immutable leaves out what a process has committed and not yet put into the file.
            mode = "mode=ro&immutable=1" if self._immutable else "mode=ro"
        connection = connect(self.path, mode)
        connection.execute("PRAGMA foreign_keys = ON")
        for step in self._missing:
            for statement in step:
                connection.execute(statement)
        if not self.read_only:
            self._choose_log(connection)
            # A clipping must survive a power cut, not only a crash of ours.
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _choose_log(self, connection: sqlite3.Connection) -> None:
        """Let SQLite write ahead into a log, beside which others read; or, where the file system
        does not let processes share memory, as on a network drive, roll back from a journal."""
        if self._log_ahead:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        # Alone for a moment, for without memory to share a log can only be put away alone.
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = DELETE",
            "locking_mode = NORMAL",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def _settle_for_less(self, trouble: DatelineError) -> None:
        """Find the way in which an archive can be opened whose log cannot."""
        name = getattr(trouble.__cause__, "sqlite_errorname", "") or ""
        if not name.startswith(("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_PROTO")):
            raise trouble
        self.close()
        if shutil.disk_usage(self.path.parent).free >= _ROOM:
            self._log_ahead = False
            return
        log = self.path.with_name(f"{FILE_NAME}-wal")
        if not self.path.stat().st_size or (log.exists() and log.stat().st_size):
            raise trouble  # what stands in the log would be left out
        self.read_only = self._immutable = True
        self.read_only_because = f"The disk is full, so this archive can only be read: {_READ_ONLY}"

    def _prepare(self, *, create: bool) -> None:
        if self.read_only:
            try:
                self.connection().execute("SELECT count(*) FROM sqlite_schema").fetchone()
            except DatelineError:
                # Without a -shm file that it may use, SQLite reads no WAL.
                self.close()
                self._immutable = True
        else:
            try:
                self.connection().execute("SELECT count(*) FROM sqlite_schema").fetchone()
            except ArchiveDamaged:
                raise
            except DatelineError as trouble:
                self._settle_for_less(trouble)
        connection = self.connection()
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        ours: int = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if empty and self.read_only:
            raise ArchiveDamaged(
                f"{self.path} was left in the middle of being written. Open it once where it "
                "can be written to; it mends itself then."
            )
        if not (empty and create and version == 0) and ours != APPLICATION:
            raise ArchiveDamaged(
                f"{self.path} is no archive of Dateline's. It was left as it is; name the folder "
                "of an archive with --archive."
            )
        if version > len(MIGRATIONS):
            raise ArchiveTooNew(
                f"The archive in {self.path.parent} was written by a newer Dateline "
                f"(schema {version}; this one knows {len(MIGRATIONS)}). Update Dateline to open it."
            )
        if version == len(MIGRATIONS):
            return
        if self.read_only:
            self.close()  # the connections from here on stand in for what is missing
            self._missing = STAND_INS[version:]
            return
        # SQLite would take the replacing of a table for the deleting of all that is in it.
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            self._migrate()
        finally:
            connection.execute("PRAGMA foreign_keys = ON")

    def _migrate(self) -> None:
        with self.transaction() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            for number, migration in enumerate(MIGRATIONS[version:], version + 1):
                for statement in migration:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number:d}")
            connection.execute(f"PRAGMA application_id = {APPLICATION:d}")
            connection.execute(
                "INSERT OR IGNORE INTO meta VALUES ('uuid', ?), ('created', ?)",
                (uuid.uuid4().hex, now()),
            )


def now() -> str:
    """The present moment in UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def meta(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes whenever another connection has committed something."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def make_private(folder: Path) -> None:
    """Make the folder of an archive, unless it is there. Raises `DatelineError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatelineError(
            f"The archive folder {folder} could not be made ({error.strerror}). "
            "Name another with --archive."
        ) from error
