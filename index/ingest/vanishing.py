"""Files that are not where they were: moved, or gone. What was taken from them stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from index.store import files
from index.store.database import Database
from index.store.files import SeenFile

_AT_ONCE = 200


def note_vanished(
    database: Database,
    paths: Sequence[Path],
    found: Collection[Path],
    trouble: Iterable[tuple[Path, str]],
) -> tuple[int, int]:
    """Note which of the files known below these paths were moved, and which are gone.

    `found` are the files that stand there, `trouble` the folders that could not be looked into:
    nothing is said of what is in them. Gives the counts of both.
    """
    present = set(found) - {named for path in paths if _is_gone(named := path.absolute())}
    closed = [path for path, _ in trouble]
    missing = [
        seen
        for path in paths
        for seen in _known(database, path)
        if seen.path not in present
        and not any(folder in seen.path.parents for folder in closed)
        and _is_gone(seen.path)
    ]
    missing = list({seen.path: seen for seen in missing}.values())
    moved = 0
    for start in range(0, len(missing), _AT_ONCE):
        with database.transaction() as connection:
            for seen in missing[start : start + _AT_ONCE]:
                after = files.moved_to(connection, seen) if seen.sha256 else None
                if after is not None:
                    files.move(connection, seen.path, after)
                    moved += 1
                elif seen.sha256:
                    files.vanish(connection, seen.path)
                else:
                    files.forget(connection, seen.path)
    return moved, sum(1 for seen in missing if seen.sha256) - moved


def _known(database: Database, path: Path) -> list[SeenFile]:
    connection = database.connection()
    path = path.absolute()
    itself = files.get(connection, path)
    return [
        *([itself] if itself is not None and not itself.vanished else []),
        *files.below(connection, path),
    ]


def _is_gone(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
