"""Opens the archive's SQLite file, keeps its schema up to date, hands out connections."""

from __future__ import annotations

import os
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.article import DatelineError, ReadOnlyArchive
from index.store.schema import MIGRATIONS

FILE_NAME = "dateline.sqlite3"


class ArchiveDamaged(DatelineError):
    """The SQLite file cannot be read as an archive of Dateline's."""


class ArchiveTooNew(DatelineError):
    """The archive was written by a newer version, whose schema this one does not know."""


class Database:
    """The one SQLite file of an archive.

    Each thread gets a connection of its own on first use; `close` closes them all. Opening an
    archive that cannot be written to is no error: it is then opened immutable and
    `read_only` is true. Raises `ArchiveDamaged` or `ArchiveTooNew`.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        self.path = folder / FILE_NAME
        if create and not self.path.exists():
            _make_private(folder)
            self.path.touch(mode=0o600)
        elif not self.path.exists():
            raise ArchiveDamaged(
                f"There is no archive in {folder}. `dateline add FOLDER` starts one."
            )
        self.read_only = not (_writable(folder) and _writable(self.path))
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self.close()
            raise ArchiveDamaged(
                f"{self.path} is not a database that can be read ({error}). "
                "Put a backup in its place, or move it away and add the articles again."
            ) from error
        except BaseException:
            self.close()
            raise

    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Rows are tuples; transactions are explicit."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
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
            raise ReadOnlyArchive("This archive is read-only: nothing can be kept in it.")
        connection = self.connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            _roll_back(connection)
            raise DatelineError(
                f"{self.path} could not be written ({error}). Nothing of what it held is lost; "
                "free some space or wait for the other program, then try again."
            ) from error
        except BaseException:
            _roll_back(connection)
            raise

    def close(self) -> None:
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()
        self._local = threading.local()

    def _connect(self) -> sqlite3.Connection:
        mode = "mode=ro&immutable=1" if self.read_only else "mode=rw"
        # as_uri() escapes `?` and `#`, which would otherwise end the path.
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=10,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if not self.read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            # A clipping must survive a power cut, not only a crash of ours.
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _prepare(self) -> None:
        connection = self.connection()
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise ArchiveTooNew(
                f"The archive in {self.path.parent} was written by a newer Dateline "
                f"(schema {version}; this one knows {len(MIGRATIONS)}). Update Dateline to open it."
            )
        if version == len(MIGRATIONS) or (self.read_only and version):
            return
        with self.transaction() as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            for number, migration in enumerate(MIGRATIONS[version:], version + 1):
                for statement in migration:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number:d}")
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


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise DatelineError(
            f"The archive folder {folder} could not be made ({error.strerror}). "
            "Name another with --archive."
        ) from error
