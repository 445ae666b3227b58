"""When what has come in is made searchable: soon at first, then less and less often."""

from __future__ import annotations

import time

from index.fulltext import PreparedArticle
from index.ingest.indexing import COMMIT, Indexer

_SLOWER = 1.5
"""How much longer each time: a commit costs some time whatever it holds, and merging more."""


class Searchable:
    """Lets the indexer catch up after `first` seconds, then less often, up to every `most`."""

    def __init__(self, indexer: Indexer, first: float, most: float) -> None:
        self._indexer = indexer
        self._seconds = first
        self._most = most
        self._last = time.monotonic()
        self._expected = 0

    def expect(self, prepared: PreparedArticle) -> None:
        """An article is in the store, and is to be searchable next."""
        self._indexer.expect(prepared)
        self._expected += 1

    def look_up(self, article: str) -> None:
        """An article is not as it was prepared."""
        self._indexer.look_up(article)

    def now_and_then(self) -> None:
        """Make searchable what has been committed, if it is time."""
        if self._expected >= COMMIT or time.monotonic() - self._last >= self._seconds:
            self.now()

    def now(self) -> None:
        """Make all searchable that has been committed."""
        self._indexer.catch_up()
        self._seconds = min(self._seconds * _SLOWER, self._most)
        self._last = time.monotonic()
        self._expected = 0
