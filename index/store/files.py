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


def put(connection: sqlite3.Connection, seen: SeenFile) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)",
        (os.fsencode(seen.path), seen.size, seen.mtime_ns, seen.sha256, seen.trouble, now()),
    )


def articles_of(connection: sqlite3.Connection, sha256: str) -> dict[int, str]:
    """The current articles of the file with this hash: item number to id."""
    rows = connection.execute(
        "SELECT item, id FROM articles WHERE file_sha256 = ? AND superseded = 0", (sha256,)
    )
    return dict(rows.fetchall())


def elsewhere(connection: sqlite3.Connection, sha256: str, path: Path) -> bool:
    """Whether another file with the same bytes is known, so that its articles must stay."""
    row = connection.execute(
        "SELECT 1 FROM files WHERE sha256 = ? AND path != ? LIMIT 1", (sha256, os.fsencode(path))
    ).fetchone()
    return row is not None


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
