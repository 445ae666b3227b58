"""What is known of the files that articles came from: path, size, time, hash, trouble."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from index.store.database import now


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was last seen. `size` in bytes, `mtime_ns` in nanoseconds since 1970.

    `sha256` is None and `trouble` a short clause when it could not be read.
    """

    path: Path
    size: int
    mtime_ns: int
    sha256: str | None
    trouble: str | None = None


def get(connection: sqlite3.Connection, path: Path) -> SeenFile | None:
    row = connection.execute(
        "SELECT size, mtime_ns, sha256, trouble FROM files WHERE path = ?", (os.fsencode(path),)
    ).fetchone()
    return None if row is None else SeenFile(path, *row)


def put(connection: sqlite3.Connection, seen: SeenFile, *, new: bool = False) -> None:
    """Note how a file was seen. `new` tells that no current article had its bytes before.

    Only then can what stood here before be an earlier version of it: bytes that were known
    already have been moved here.
    """
    known = connection.execute(
        "SELECT sha256, former FROM files WHERE path = ?", (os.fsencode(seen.path),)
    ).fetchone()
    before, former = known or (None, None)
    if seen.sha256 is None:
        former = before or former
    elif seen.sha256 != before:
        former = (before or former) if new else None
    connection.execute(
        """INSERT OR REPLACE INTO files (path, size, mtime_ns, sha256, trouble, seen_at, former)
           VALUES (?, ?, ?, ?, ?, ?, ?)""",
        (
            os.fsencode(seen.path),
            seen.size,
            _within(seen.mtime_ns),
            seen.sha256,
            seen.trouble,
            now(),
            former,
        ),
    )


def unchanged(known: SeenFile, size: int, mtime_ns: int) -> bool:
    """Whether a file of this size and time is taken for the one that is known."""
    return (size, _within(mtime_ns)) == (known.size, known.mtime_ns)


def _within(mtime_ns: int) -> int:
    """A time that SQLite can hold: a file may be dated after the year 2262."""
    return max(-(2**63), min(mtime_ns, 2**63 - 1))


def outdated(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Hashes of files that were changed, each with the hash of what stands there now.

    Those whose bytes still stand in a file elsewhere are left out: their articles stay.
    """
    rows = connection.execute(
        "SELECT former, sha256 FROM files WHERE former IS NOT NULL AND sha256 IS NOT NULL"
    ).fetchall()
    return [(former, now) for former, now in rows if not _stands(connection, former)]


def _stands(connection: sqlite3.Connection, sha256: str) -> bool:
    rows = connection.execute("SELECT path FROM files WHERE sha256 = ?", (sha256,))
    return any(is_there(Path(os.fsdecode(path))) for (path,) in rows)


def is_there(path: Path) -> bool:
    """Whether something stands at a path, as far as this person may know."""
    try:
        return path.exists()
    except OSError:
        return False


def articles_of(connection: sqlite3.Connection, sha256: str) -> dict[int, str]:
    """The current articles of the file with this hash: item number to id."""
    rows = connection.execute(
        "SELECT item, id FROM articles WHERE file_sha256 = ? AND superseded = 0", (sha256,)
    )
    return dict(rows.fetchall())


def paths(connection: sqlite3.Connection) -> list[Path]:
    """Every file that was ever seen, by path."""
    rows = connection.execute("SELECT path FROM files ORDER BY path")
    return [Path(os.fsdecode(path)) for (path,) in rows]


def troubled(connection: sqlite3.Connection) -> list[tuple[Path, str]]:
    """The files that could not be read, with the reason, by path."""
    rows = connection.execute(
        "SELECT path, trouble FROM files WHERE trouble IS NOT NULL ORDER BY path"
    )
    return [(Path(os.fsdecode(path)), str(trouble)) for path, trouble in rows]


def with_name(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids of current articles in a file whose name or path begins so, at most 10."""
    found: list[str] = []
    for path, sha256 in connection.execute("SELECT path, sha256 FROM files ORDER BY path"):
        decoded = os.fsdecode(path)
        if sha256 and (
            decoded.rsplit("/", 1)[-1].startswith(beginning) or decoded.startswith(beginning)
        ):
            found.extend(articles_of(connection, sha256).values())
        if len(found) >= 10:
            break
    return list(dict.fromkeys(found))
