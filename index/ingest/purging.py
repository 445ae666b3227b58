"""Purges articles: first out of the store, then every trace of their text out of the files.

SQLite and the index both leave what was deleted where it stood until they have a use for the
room. Until the file is packed and the index made anew a mark in the store says so: whoever
opens the index for writing next does it (`Indexer`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.article import DatelineError
from index.ingest.indexing import Indexer
from index.ingest.lock import working
from index.ingest.progress import Progress, Tell
from index.store import removals
from index.store.database import Database


def purge(database: Database, folder: Path, ids: Sequence[str], tell: Tell) -> list[str]:
    """Delete articles for good, with all their versions; the ids of those that were there.

    Holds the archive's lock. Raises `ArchiveBusy`, with nothing done; and `DatelineError` when
    the articles are deleted and traces of their text are not: that is gone on with later.
    """
    with working(folder, patient=True):
        # The articles first: what is deleted from the index must not come back into it.
        with database.transaction() as connection:
            purged = removals.purge(connection, ids)
        try:
            with Indexer(database, folder, tell):
                pass  # opening it does all that waits
        except DatelineError as error:
            raise DatelineError(
                "The articles are deleted, and traces of their text are still in the files of "
                f"the archive. {error} `dateline rebuild` goes on with it."
            ) from error
        tell(Progress("idle"))
        return purged
