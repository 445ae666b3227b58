"""Removing articles: out of search, and back; or out of the store as well, for good."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.archive.articles import Articles
from index.article import Article, NothingFound, ReadOnlyArchive
from index.store import articles, journal, removals
from index.store.database import Database
from index.store.removals import Removed
from index.text import one_line

if TYPE_CHECKING:
    from index.ingest.progress import Progress


class Removing:
    """Removes articles of one archive. What is removed does not come in again by `add`.

    Removing and restoring are journal entries, with undo. Purging cannot be undone.
    """

    def __init__(self, database: Database, folder: Path, named: Articles) -> None:
        self._database = database
        self._folder = folder
        self._named = named

    def find(self, name: str) -> list[Article]:
        """The articles so named: all of a file or of the files in a folder, or one by its id
        or the beginning of its headline. Raises as `Articles.resolve`."""
        connection = self._database.connection()
        ids = removals.current_at(connection, _path(name)) or [self._named.resolve(_words(name))]
        known = articles.get(connection, ids)
        return [known[each] for each in ids if each in known]

    def find_removed(self, name: str) -> list[str]:
        """The ids of the removed articles of a file or folder, or of the one with this id.

        Raises `NothingFound`.
        """
        connection = self._database.connection()
        found = removals.removed_at(connection, _path(name))
        if not found:
            removed = (each.article for each in removals.listed(connection))
            found = [each for each in removed if name and each.startswith(name.lower())]
        if not found:
            raise NothingFound(
                f"Nothing that was removed is named “{one_line(_words(name))}”. "
                "`dateline remove --list` tells what was removed."
            )
        return found

    def removed(self) -> list[Removed]:
        """What was removed, latest first."""
        return removals.listed(self._database.connection())

    def remove(self, ids: Sequence[str]) -> None:
        """Take articles out of search. They stay in the store, and what was kept stays."""
        self._enter("remove", ids)

    def restore(self, ids: Sequence[str]) -> None:
        """Bring removed articles back; those that were purged may be taken in again."""
        self._enter("restore", ids)

    def purge(self, ids: Sequence[str], progress: Callable[[Progress], None]) -> list[str]:
        """Delete articles for good, with all their versions; the ids of what was deleted.

        What was kept of them keeps its words and its citation. Raises `ArchiveBusy`.
        """
        from index.ingest.purging import purge

        if self._database.read_only:
            raise ReadOnlyArchive("This archive is read-only: nothing can be removed from it.")
        return purge(self._database, self._folder, ids, progress)

    def _enter(self, kind: str, ids: Sequence[str]) -> None:
        if not ids:
            return
        with self._database.transaction() as connection:
            journal.append(connection, kind, {"articles": list(dict.fromkeys(ids))})
            removals.settle(connection, journal.entries(connection))


def _path(name: str) -> Path:
    return Path(os.path.abspath(Path(name).expanduser()))  # noqa: PTH100 - links stay links


def _words(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
