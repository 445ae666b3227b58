"""Who acts and who speaks, across the archive or under a query."""

from __future__ import annotations

from collections.abc import Callable

from index.article import Actor
from index.store import shown
from index.store.database import Database


class People:
    """The actors of one archive."""

    def __init__(self, database: Database, found_by: Callable[[str], frozenset[str]]) -> None:
        self._database = database
        self._found_by = found_by

    def actors(self, query: str | None = None, kind: str | None = None) -> list[Actor]:
        """The actors, most often mentioned first; with a query, of the articles it finds.

        Counts are then of those articles. Raises `QueryComplaint`.
        """
        within = None if query is None else self._found_by(query)
        return shown.actors(self._database.connection(), within, kind)
