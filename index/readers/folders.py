"""Which files there are to be read below some paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from index.readers.passed_over import (
    PAGES,
    folders_of_pages,
    is_passed_over,
    is_under_way,
    page_of,
)

_OWN = "dateline.sqlite3"
"""A folder with this file is an archive of ours: what is in it is not news."""


def walk(paths: Iterable[Path], *, trouble: Callable[[Path, str], None]) -> Iterator[Path]:
    """The files named and those below the folders named, by name, each once, as absolute paths.

    Passed over, unless they are named themselves, are hidden files and folders, what systems
    leave in folders, files that a browser or an editor is still writing, and the folders of
    pictures and scripts beside saved pages; Dateline's own archives always. Links to files are
    followed; links to folders below a named folder are not, so no loop is possible. What cannot
    be looked into is told to `trouble` with the reason.
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

    # Not os.walk: it calls itself for every folder within a folder, and folders may be deep.
    waiting = [os.fspath(path)]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            trouble(Path(folder), (error.strerror or "cannot be opened").lower())
            continue
        if any(entry.name == _OWN for entry in inside):
            continue
        shown = [entry for entry in inside if not is_passed_over(entry.name)]
        files = [each for each in shown if not (is_under_way(each.name) or _is_folder(each))]
        folders = [entry for entry in shown if entry.is_dir(follow_symlinks=False)]
        with_pages = folders_of_pages((each.name for each in folders), (f.name for f in files))
        waiting += [each.path for each in reversed(folders) if each.name not in with_pages]
        yield from (Path(entry.path) for entry in files)


def finds(path: Path, found: Path) -> bool:
    """Whether `walk` would come upon a file or folder when this path is named, if it is there."""
    if found == path:
        return True
    if path not in found.parents or is_under_way(found.name):
        return False
    folder = path
    for name in found.relative_to(path).parts:
        if is_passed_over(name) or (folder / _OWN).exists():
            return False
        if folder != path and (folder.is_symlink() or _is_of_a_page(folder)):
            return False
        folder /= name
    return True


def _is_of_a_page(folder: Path) -> bool:
    """Whether a folder has the pictures and scripts of a saved page beside it."""
    page = page_of(folder.name)
    return page is not None and any((folder.parent / f"{page}{end}").exists() for end in PAGES)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link to one, as far as one may look."""
    try:
        return entry.is_dir()
    except OSError:
        return False
