"""A connection to SQLite whose errors are sentences for a person.

SQLite finds damage, a lock or a full disk while it steps through any statement, and so does
every call on a connection or a cursor here raise `DatelineError` for them. `IntegrityError`
stays what it is: it tells of a mistake of ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from index.article import DatelineError

_PATIENCE = 3.0
"""Seconds for which a lock is waited for. Our own writers hold one for a tenth of that."""


class ArchiveDamaged(DatelineError):
    """The SQLite file cannot be read as an archive of Dateline's."""


class ArchiveTooNew(DatelineError):
    """The archive was written by a newer version, whose schema this one does not know."""


class _Cursor(sqlite3.Cursor):
    def execute(self, *arguments: Any) -> _Cursor:
        with _told(self.connection):
            super().execute(*arguments)
        return self

    def executemany(self, *arguments: Any) -> _Cursor:
        with _told(self.connection):
            super().executemany(*arguments)
        return self

    def fetchone(self) -> Any:
        with _told(self.connection):
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        with _told(self.connection):
            return super().fetchall()

    def __next__(self) -> Any:
        with _told(self.connection):
            return super().__next__()


class _Connection(sqlite3.Connection):
    path: Path

    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, *arguments: Any) -> _Cursor:
        cursor: _Cursor = self.cursor()
        return cursor.execute(*arguments)

    def executemany(self, *arguments: Any) -> _Cursor:
        cursor: _Cursor = self.cursor()
        return cursor.executemany(*arguments)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a SQLite file. `mode` is as in SQLite's URIs: "mode=ro&immutable=1".

    Transactions are explicit. The connection may be handed from thread to thread.
    """
    try:
        connection = sqlite3.connect(
            # as_uri() escapes `?` and `#`, which would otherwise end the path.
            f"{path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,
            factory=_Connection,
        )
    except sqlite3.Error as error:
        raise _sentence(path, error) from error
    connection.path = path
    return connection


@contextmanager
def _told(connection: Any) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise _sentence(connection.path, error) from error


def _sentence(path: Path, error: sqlite3.Error) -> DatelineError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatelineError(
            f"Another program holds {path} locked. Nothing is lost; try again when it is done."
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return DatelineError(
            f"{path} could not be used ({error}). Nothing of what it held is lost; "
            "make room, or see that the folder can be written to, then try again."
        )
    return ArchiveDamaged(
        f"{path} is damaged or no archive of Dateline's ({error}). Put a backup in its place, and "
        "keep the damaged file: what you kept may still be got out of it."
    )
