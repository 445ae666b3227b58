"""Which files there are to be read below some paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

_OWN = "dateline.sqlite3"
"""A folder with this file is an archive of ours: what is in it is not news."""


def walk(paths: Iterable[Path], *, trouble: Callable[[Path, str], None]) -> Iterator[Path]:
    """The files named and those below the folders named, by name, each once, as absolute paths.

    Hidden files and folders are passed over, unless they are named themselves, and Dateline's
    own archives always. Links to files are followed; links to folders below a named folder are
    not, so no loop is possible. What cannot be looked into is told to `trouble` with the reason.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _below(Path(os.path.abspath(path)), trouble):  # noqa: PTH100
            if found not in seen:
                seen.add(found)
                yield found


def _below(path: Path, trouble: Callable[[Path, str], None]) -> Iterator[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 - a Path raises where it may not look
        yield path
        return

    def tell(error: OSError) -> None:
        trouble(Path(error.filename), (error.strerror or "cannot be opened").lower())

    for folder, inner, names in os.walk(path, onerror=tell):
        if _OWN in names:
            inner.clear()
            continue
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(folder, name)
