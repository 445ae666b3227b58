"""What was read in paragraphs, kept beside the archive for when they recur.

A table of hashes and packed parses, shared by all processes that read for quotes. It holds no
text, is in no backup, and can be thrown away at any time: whatever is wrong with it, it is done
without, and begun anew by the next to open it. What comes out of it is checked here against its
sum, and then by `index.extract.parsing.known` against the text that it is said to be of.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

FILE_NAME = "paragraphs.sqlite3"

_LAYOUT = 1
_MOST = 96 * 1024 * 1024
"""Bytes of the file at most: some 300,000 paragraphs. What came first goes first."""
_MOST_HELD = 32 * 1024 * 1024
"""The same where there is no file, and all of it is held in memory."""
_LOOK = 50
"""How often something is kept before the size is looked at."""
_AT_ONCE = 500
"""Keys that are asked for in one statement."""
_PATIENCE = 0.5
"""Seconds for which another process is waited for that is writing."""
_SUM = 8


class Paragraphs:
    """Keeps what was read in paragraphs: an `index.extract.parsing.known.Known`.

    In the folder of an archive; without one in memory, for as long as the process runs.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._most = _MOST if folder is not None else _MOST_HELD
        self._times = 0
        self._connection = self._opened() or self._opened()

    def recall(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """What is known of these keys; those of which nothing is known are left out."""
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                asked = f"SELECT key, packed FROM paragraphs WHERE key IN ({_marks(some)})"  # noqa: S608 - but question marks
                for key, packed in self._connection.execute(asked, some):
                    if isinstance(packed, bytes) and packed[:_SUM] == _sum(key, packed[_SUM:]):
                        found[key] = packed[_SUM:]
        except sqlite3.Error:
            self._do_without()
        return found

    def keep(self, found: Mapping[bytes, bytes]) -> None:
        """Take in what was found, unless another process is writing at the time."""
        if self._connection is None:
            return
        rows = [(key, _sum(key, packed) + packed) for key, packed in found.items()]
        try:
            with self._connection:
                self._connection.executemany(
                    "INSERT OR REPLACE INTO paragraphs (key, packed) VALUES (?, ?)", rows
                )
                self._times += 1
                if self._times % _LOOK == 0:
                    _bound(self._connection, self._most)
        except sqlite3.Error as error:
            if not _is_busy(error):
                self._do_without()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        """A connection to a sound table; None where there was none, and is none now."""
        try:
            if self._folder is None:
                connection = sqlite3.connect(":memory:")
            else:
                path = self._folder / FILE_NAME
                path.touch(mode=0o600)
                connection = sqlite3.connect(path, timeout=_PATIENCE)
        except (sqlite3.Error, OSError):
            return None
        try:
            connection.text_factory = bytes  # whatever stands there
            # Nothing is lost with it, so nothing need wait until it is on the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            layout = connection.execute("PRAGMA user_version").fetchone()[0]
            if layout not in (0, _LAYOUT):
                raise sqlite3.DatabaseError
            with connection:
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS paragraphs "
                    "(number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, packed BLOB NOT NULL)"
                )
                connection.execute(f"PRAGMA user_version = {_LAYOUT}")
        except sqlite3.Error as error:
            connection.close()
            if self._folder is not None and not _is_busy(error):
                throw_away(self._folder)
            return None
        return connection

    def _do_without(self) -> None:
        self.close()
        if self._folder is not None:
            throw_away(self._folder)


def throw_away(folder: Path) -> None:
    """Delete all that is kept beside an archive, as far as the system lets it be deleted."""
    for ending in ("-wal", "-shm", "-journal", ""):
        with contextlib.suppress(OSError):
            (folder / f"{FILE_NAME}{ending}").unlink()


def _bound(connection: sqlite3.Connection, most: int) -> None:
    """Forget the oldest quarter where all together is more than so many bytes."""
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * size > most:
        connection.execute(
            "DELETE FROM paragraphs WHERE number <= "
            "(SELECT min(number) + (max(number) - min(number)) / 4 FROM paragraphs)"
        )


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _sum(key: bytes, packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_SUM, key=key).digest()
