"""What is known of the files that articles came from: path, size, time, hash, trouble."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index.store.database import meta, now, set_meta

_MOST_BAD_ROWS = 100_000
"""Rows of one dump that are listed because they could not be read; the others are counted."""

_NAME = (
    "substr(path, length(CAST(rtrim(CAST(path AS TEXT), "
    "replace(CAST(path AS TEXT), '/', '')) AS BLOB)) + 1)"
)


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was last seen. `size` in bytes, `mtime_ns` in nanoseconds since 1970.

    `sha256` is None and `trouble` a short clause when it could not be read. `taken` is how many
    rows of a dump are in that is not in as a whole, `understood` the names of columns that it was
    read by. `vanished` is set when it was not there any more.
    """

    path: Path
    size: int
    mtime_ns: int
    sha256: str | None
    trouble: str | None = None
    taken: int | None = None
    understood: str | None = None
    vanished: bool = False


def get(connection: sqlite3.Connection, path: Path) -> SeenFile | None:
    row = connection.execute(
        """SELECT size, mtime_ns, sha256, trouble, taken, understood, vanished IS NOT NULL
           FROM files WHERE path = ?""",
        (os.fsencode(path),),
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
        """INSERT INTO files
               (path, size, mtime_ns, sha256, trouble, seen_at, former, taken, understood)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (path) DO UPDATE SET
               settled = CASE WHEN former IS excluded.former THEN settled ELSE 0 END,
               size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256,
               trouble = excluded.trouble, seen_at = excluded.seen_at, former = excluded.former,
               taken = excluded.taken, understood = excluded.understood, vanished = NULL""",
        (
            os.fsencode(seen.path),
            seen.size,
            _within(seen.mtime_ns),
            seen.sha256,
            seen.trouble,
            now(),
            former,
            seen.taken,
            seen.understood,
        ),
    )


def forget_bad_rows(connection: sqlite3.Connection, path: Path, *, beyond: int = -1) -> None:
    """Take back what was said of the rows of a dump behind row `beyond`: it is read anew."""
    connection.execute(
        "DELETE FROM bad_rows WHERE path = ? AND item > ?", (os.fsencode(path), beyond)
    )


def put_bad_rows(
    connection: sqlite3.Connection, path: Path, rows: Iterable[tuple[int, str]]
) -> None:
    """Note rows of a dump that could not be read, up to a number of them."""
    encoded = os.fsencode(path)
    known = connection.execute("SELECT count(*) FROM bad_rows WHERE path = ?", (encoded,))
    room = max(_MOST_BAD_ROWS - int(known.fetchone()[0]), 0)
    connection.executemany(
        "INSERT OR REPLACE INTO bad_rows VALUES (?, ?, ?)",
        [(encoded, item, reason) for item, reason in islice(rows, room)],
    )


def bad_rows(
    connection: sqlite3.Connection, path: Path | None = None, *, most: int = -1
) -> list[tuple[Path, int, str]]:
    """The rows that could not be read, of one dump or of all: path, item and reason, in order.

    At most so many, all with a negative number.
    """
    wanted = None if path is None else os.fsencode(path)
    rows = connection.execute(
        """SELECT path, item, trouble FROM bad_rows WHERE ? IS NULL OR path = ?
           ORDER BY path, item LIMIT ?""",
        (wanted, wanted, most),
    )
    return [(Path(os.fsdecode(at)), item, str(trouble)) for at, item, trouble in rows]


_RULES = "understood_by"


def rules(connection: sqlite3.Connection) -> str | None:
    """By which rules all files are understood that were there; None before any were."""
    return meta(connection, _RULES)


def settle_rules(connection: sqlite3.Connection, rules: str) -> None:
    """Note that all files are understood by these rules, but for those that are not there."""
    set_meta(connection, _RULES, rules)


def has_any(connection: sqlite3.Connection) -> bool:
    """Whether any file was ever seen."""
    return connection.execute("SELECT 1 FROM files LIMIT 1").fetchone() is not None


def by_what_understood(connection: sqlite3.Connection) -> list[str | None]:
    """By what files were understood, each once; None for what cannot be told."""
    return [row[0] for row in connection.execute("SELECT DISTINCT understood FROM files")]


def understood_by(
    connection: sqlite3.Connection, by: Iterable[str | None], after: Path | None, limit: int
) -> list[Path]:
    """Files that were understood by one of these, dumps that are not in as a whole, and files that
    could not be read: the next so many behind a path, by path, that were there when last seen."""
    rows = connection.execute(
        """SELECT path FROM files
           WHERE path > ? AND vanished IS NULL
             AND (sha256 IS NULL OR taken IS NOT NULL
                  OR coalesce(understood, '') IN (SELECT value FROM json_each(?)))
           ORDER BY path LIMIT ?""",
        (os.fsencode(after or ""), json.dumps([each or "" for each in by]), limit),
    )
    return [Path(os.fsdecode(path)) for (path,) in rows]


def unchanged(known: SeenFile, size: int, mtime_ns: int) -> bool:
    """Whether a file of this size and time is taken for the one that is known."""
    return (size, _within(mtime_ns)) == (known.size, known.mtime_ns)


def _within(mtime_ns: int) -> int:
    """A time that SQLite can hold: a file may be dated after the year 2262."""
    return max(-(2**63), min(mtime_ns, 2**63 - 1))


def outdated(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Hashes of files that were changed, each with the hash of what stands there now.

    Those whose bytes still stand in a file elsewhere are left out: their articles stay. So are
    dumps that are not in as a whole, and what `settle` was called for.
    """
    rows = connection.execute(
        """SELECT DISTINCT former, sha256 FROM files
           WHERE former IS NOT NULL AND settled = 0 AND sha256 IS NOT NULL AND taken IS NULL"""
    ).fetchall()
    return [(former, now) for former, now in rows if not _stands(connection, former)]


def settle(connection: sqlite3.Connection, former: str, sha256: str) -> None:
    """Note that what came of the articles of a changed file has been found out."""
    connection.execute(
        "UPDATE files SET settled = 1 WHERE former = ? AND sha256 = ?", (former, sha256)
    )


def below(connection: sqlite3.Connection, folder: Path) -> list[SeenFile]:
    """The files below a folder that were there when they were last looked for, by path."""
    first = os.fsencode(folder).rstrip(b"/") + b"/"
    rows = connection.execute(
        """SELECT path, size, mtime_ns, sha256 FROM files
           WHERE path >= ? AND path < ? AND vanished IS NULL ORDER BY path""",
        (first, first[:-1] + b"0"),  # "0" comes right after "/"
    )
    return [SeenFile(Path(os.fsdecode(path)), *known) for path, *known in rows]


def vanish(connection: sqlite3.Connection, path: Path) -> None:
    """Note that a file is not there any more; what was taken from it stays."""
    connection.execute(
        "UPDATE files SET vanished = ? WHERE path = ? AND vanished IS NULL",
        (now(), os.fsencode(path)),
    )


def forget(connection: sqlite3.Connection, path: Path) -> None:
    """Drop what is known of a file that gave no article and is not there any more."""
    connection.execute("DELETE FROM files WHERE path = ?", (os.fsencode(path),))


def is_in(connection: sqlite3.Connection, seen: SeenFile) -> bool:
    """Whether a dump with the same bytes, read by the same names, is in as a whole."""
    row = connection.execute(
        "SELECT 1 FROM files WHERE sha256 = ? AND understood IS ? AND taken IS NULL",
        (seen.sha256, seen.understood),
    ).fetchone()
    return row is not None


def moved_to(connection: sqlite3.Connection, seen: SeenFile) -> Path | None:
    """Where the bytes of a file that is not there any more stand now; None if nowhere known."""
    rows = connection.execute(
        "SELECT path FROM files WHERE sha256 = ? AND path != ? AND vanished IS NULL",
        (seen.sha256, os.fsencode(seen.path)),
    )
    return next((there for (at,) in rows if is_there(there := Path(os.fsdecode(at)))), None)


def move(connection: sqlite3.Connection, before: Path, after: Path) -> None:
    """Note that a file was moved: it is known by its new path alone."""
    old, new = os.fsencode(before), os.fsencode(after)
    connection.execute(
        """UPDATE files SET (former, settled) = (SELECT former, settled FROM files WHERE path = ?)
           WHERE path = ? AND former IS NULL""",
        (old, new),
    )
    connection.execute("DELETE FROM files WHERE path = ?", (old,))


def vanished(connection: sqlite3.Connection) -> list[Path]:
    """The files that were not there when they were last looked for, by path."""
    rows = connection.execute("SELECT path FROM files WHERE vanished IS NOT NULL ORDER BY path")
    return [Path(os.fsdecode(path)) for (path,) in rows]


def _stands(connection: sqlite3.Connection, sha256: str) -> bool:
    rows = connection.execute("SELECT path FROM files WHERE sha256 = ?", (sha256,))
    return any(is_there(Path(os.fsdecode(path))) for (path,) in rows)


def that_held(connection: sqlite3.Connection, sha256: str) -> list[Path]:
    """The files that have these bytes, or had them before their present ones, by path."""
    rows = connection.execute(
        "SELECT path FROM files WHERE sha256 = :hash OR former = :hash ORDER BY path",
        {"hash": sha256},
    )
    return [Path(os.fsdecode(path)) for (path,) in rows]


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


def troubled(connection: sqlite3.Connection, most: int = -1) -> list[tuple[Path, str]]:
    """The files that could not be read, with the reason, by path.

    At most so many, all with a negative number.
    """
    rows = connection.execute(
        "SELECT path, trouble FROM files WHERE trouble IS NOT NULL ORDER BY path LIMIT ?", (most,)
    )
    return [(Path(os.fsdecode(path)), str(trouble)) for path, trouble in rows]


def count_troubled(connection: sqlite3.Connection) -> int:
    """How many files could not be read."""
    row = connection.execute("SELECT count(*) FROM files WHERE trouble IS NOT NULL").fetchone()
    return int(row[0])


def count_bad_rows(connection: sqlite3.Connection) -> int:
    """How many rows and parts of files could not be read."""
    return int(connection.execute("SELECT count(*) FROM bad_rows").fetchone()[0])


def read_again(connection: sqlite3.Connection, paths: Iterable[Path]) -> None:
    """Note of those of these files that have bad rows that they are to be read anew.

    So are others with the same bytes, or one that is in would be taken for the other.
    """
    connection.executemany(
        """UPDATE files SET understood = NULL WHERE sha256 =
               (SELECT f.sha256 FROM bad_rows b JOIN files f ON f.path = b.path WHERE b.path = ?
                LIMIT 1)""",
        ((os.fsencode(path),) for path in paths),
    )


def with_name(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids of current articles in a file whose name or path begins so, at most 10."""
    first = os.fsencode(beginning)
    last = first + b"\xff" * 8
    rows = connection.execute(
        f"""SELECT DISTINCT a.id FROM (
                SELECT path, sha256 FROM files WHERE path >= :first AND path < :last
                UNION SELECT path, sha256 FROM files WHERE {_NAME} >= :first AND {_NAME} < :last
            ) f JOIN articles a ON a.file_sha256 = f.sha256 AND a.superseded = 0
            ORDER BY f.path, a.item LIMIT 10""",  # noqa: S608
        {"first": first, "last": last},
    )
    return [row[0] for row in rows]
