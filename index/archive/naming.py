"""What a query names and the index does not know: actors by name, and a person's own tags."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.store import journal, lineage, names
from index.store.database import Database
from index.text import fold_name


@dataclass(frozen=True, slots=True)
class Names:
    """Resolves the names in a query in the store, so that a correction changes no index."""

    database: Database

    def actors(self, name: str) -> frozenset[int]:
        """The ids of all actors who go by this name."""
        return names.named(self.database.connection(), name)

    def called(self, name: str) -> frozenset[int]:
        """The ids of all actors who are shown by this whole name."""
        return names.called(self.database.connection(), name)

    def articles_with(self, actors: frozenset[int]) -> set[str]:
        """The ids of the articles in which one of these actors is mentioned."""
        return names.articles_with(self.database.connection(), actors)

    def tagged(self, tag: str, *, whole: bool = False) -> set[str]:
        """The ids of the articles from which something is kept with this tag.

        A tag is found by words that stand together in it, a `whole` one by all of them. What
        was kept of an earlier version counts for the newest.
        """
        connection = self.database.connection()
        asked = fold_name(tag)
        found = {
            passage.article
            for passage in journal.clippings(journal.entries(connection))
            if asked.strip() and any(_is(asked, each, whole=whole) for each in passage.tags)
        }
        return {lineage.newer_version(connection, article) or article for article in found}


@dataclass(frozen=True, slots=True)
class NamesOnce(Names):
    """Names each of which is looked up once: what holds of a page is asked of every quote in it."""

    _actors: dict[str, frozenset[int]] = field(default_factory=dict, compare=False)
    _called: dict[str, frozenset[int]] = field(default_factory=dict, compare=False)

    def actors(self, name: str) -> frozenset[int]:
        if name not in self._actors:
            self._actors[name] = Names.actors(self, name)
        return self._actors[name]

    def called(self, name: str) -> frozenset[int]:
        if name not in self._called:
            self._called[name] = Names.called(self, name)
        return self._called[name]


def _is(asked: str, tag: str, *, whole: bool) -> bool:
    return asked == fold_name(tag) if whole else asked in fold_name(tag)
