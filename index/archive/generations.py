"""The open index: its newest generation is lent out, older ones are let go of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError
from index.store import outbox
from index.store.database import Database

if TYPE_CHECKING:
    from index.fulltext import Searcher


class IndexMending(DatelineError):
    """The full-text index is being made anew, so that only the list of articles can be had."""


@dataclass(slots=True)
class _Lent:
    """A searcher over one generation, and how many searches are using it now."""

    searcher: Searcher
    generation: int
    users: int = 0


class Generations:
    """Lends searchers over the index of one archive. Safe to use from several threads.

    A searcher keeps its files mapped, also those that a merge has deleted since: one that a
    newer has replaced is closed when the last search with it ends. `mend` is asked to make a
    damaged index anew, and tells whether that is done; `catch_up` to tell the index what it has
    not been told.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        mend: Callable[[], bool],
        catch_up: Callable[[], None],
    ) -> None:
        self._database = database
        self._folder = folder
        self._mend = mend
        self._catch_up = catch_up
        self._guard = threading.Lock()
        self._newest: _Lent | None = None

    @contextmanager
    def searcher(self) -> Iterator[Searcher]:
        """A searcher over the newest generation, for as long as the context lasts.

        A damaged index is mended, whether that shows itself in opening it or in searching.
        Raises `IndexMending` while that goes on.
        """
        from index.fulltext import IndexDamaged

        lent = self._borrow()
        try:
            yield lent.searcher
        except IndexDamaged as damage:
            self.close()
            self._mend()
            raise self._unusable() from damage
        finally:
            self._give_back(lent)

    def close(self) -> None:
        """Let go of the index files; the next search opens them anew."""
        with self._guard:
            self._retire()

    def _borrow(self) -> _Lent:
        with self._guard:
            self._catch_up()
            generation = outbox.generation(self._database.connection())
            if self._newest is None or self._newest.generation != generation:
                # What cannot be replaced is not used on either: it may be damaged itself.
                self._retire()
                self._newest = self._open_or_mend()
            self._newest.users += 1
            return self._newest

    def _give_back(self, lent: _Lent) -> None:
        with self._guard:
            lent.users -= 1
            if not lent.users and lent is not self._newest:
                lent.searcher.close()

    def _retire(self) -> None:
        retired, self._newest = self._newest, None
        if retired is not None and not retired.users:
            retired.searcher.close()

    def _open_or_mend(self) -> _Lent:
        from index.fulltext import IndexDamaged

        try:
            return self._open()
        except IndexDamaged as damage:
            if not self._mend():
                raise self._unusable() from damage
            return self._open()

    def _open(self) -> _Lent:
        from index.fulltext import Index, IndexDamaged
        from index.ingest.indexing import FOLDER, stamp_of

        connection = self._database.connection()
        if not outbox.is_whole(connection):
            # It could be opened, and would give a part for the whole.
            raise IndexDamaged("The search index is not complete.")
        # Read first: a commit in between is then looked at again by the next search.
        stamp = stamp_of(connection)
        index = Index.open(self._folder / FOLDER, stamp=stamp, read_only=True)
        searcher = index.searcher()
        # The store notes each commit before the next is begun, so more ahead is another's time.
        if index.stamp.generation > outbox.generation(connection) + 1:
            searcher.close()
            raise IndexDamaged("The search index is of a later time than the archive.")
        return _Lent(searcher, stamp.generation)

    def _unusable(self) -> DatelineError:
        if self._database.read_only:
            return DatelineError(
                "The search index of this archive cannot be used, and the archive is read-only. "
                "Reading and exporting work; searching does once it can be written to."
            )
        return IndexMending(
            "The search index is being made anew from the stored articles. "
            "Searching works again in a moment; nothing is lost."
        )
