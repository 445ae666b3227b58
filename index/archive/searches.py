"""Searches: those that were asked, and those that a person saved under a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.article import DatelineError, NothingFound
from index.store import history, journal
from index.store.database import Database
from index.text import one_line

_LONGEST = 60
"""Characters of a name: it must fit on a line of a list."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with its name. `new` counts the articles it finds that came in since it was opened.

    `opened_at` is UTC, ISO 8601; empty for one that was never opened. `new` is 0 while the
    query cannot be answered.
    """

    name: str
    query: str
    new: int
    opened_at: str

    def to_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "query": self.query,
            "new": self.new,
            "opened_at": self.opened_at,
        }


class Searches:
    """The searches of one archive. Saving and dropping are journal entries, with undo."""

    def __init__(self, database: Database, found_by: Callable[[str], frozenset[str]]) -> None:
        self._database = database
        self._found_by = found_by

    def remember(self, query: str) -> None:
        """Note a query that was asked; an archive that can only be read remembers none."""
        asked = one_line(query).strip()
        if asked and not self._database.read_only:
            with self._database.transaction() as connection:
                history.remember(connection, asked)

    def history(self, limit: int = 200) -> list[str]:
        """The queries that were asked, newest first, each once."""
        return history.recent(self._database.connection(), limit)

    def save(self, name: str, query: str) -> SavedSearch:
        """Save a query under a name, in place of one that has it; what it finds counts as seen.

        Raises `QueryComplaint` for a query that does not parse, `ReadOnlyArchive`, and
        `DatelineError` for a name that is none.
        """
        from datetime import date

        from index.query import parse

        called, asked = _name(name), one_line(query).strip()
        if not asked:
            raise DatelineError("There is no query to save.")
        parse(asked, today=date.today())
        with self._database.transaction() as connection:
            if journal.searches(journal.entries(connection)).get(called) != asked:
                journal.append(connection, "save", {"name": called, "query": asked})
            history.open_search(connection, called)
        return self.get(called)

    def drop(self, name: str) -> SavedSearch:
        """Drop a saved search; undo brings it back. Raises `NothingFound`."""
        dropped = self.get(name)
        with self._database.transaction() as connection:
            journal.append(connection, "unsave", {"name": dropped.name})
        return dropped

    def saved(self) -> list[SavedSearch]:
        """The saved searches by name."""
        connection = self._database.connection()
        opened = history.opened(connection)
        found = []
        for name, query in journal.searches(journal.entries(connection)).items():
            at, upto = opened.get(name, ("", 0))
            found.append(SavedSearch(name, query, self._new(query, upto), at))
        return sorted(found, key=lambda search: search.name.casefold())

    def get(self, name: str) -> SavedSearch:
        """The search saved under this name. Raises `NothingFound`."""
        called = one_line(name).strip()
        connection = self._database.connection()
        query = journal.searches(journal.entries(connection)).get(called)
        if query is None:
            raise NothingFound(
                f"No search is saved as “{called}”. `dateline searches` lists those that are."
            )
        at, upto = history.opened(connection).get(called, ("", 0))
        return SavedSearch(called, query, self._new(query, upto), at)

    def opened(self, name: str) -> None:
        """Note that what a saved search finds has been seen, where anything can be noted."""
        if not self._database.read_only:
            with self._database.transaction() as connection:
                history.open_search(connection, one_line(name).strip())

    def _new(self, query: str, upto: int) -> int:
        came_in = history.came_in_after(self._database.connection(), upto)
        if not came_in:
            return 0
        try:
            return len(came_in & self._found_by(query))
        except DatelineError:  # the index is being mended: the list is good without it
            return 0


def _name(given: str) -> str:
    name = one_line(given).strip()
    if not name or len(name) > _LONGEST:
        raise DatelineError(
            f"A saved search needs a name of at most {_LONGEST} characters: this has {len(name)}."
        )
    return name
