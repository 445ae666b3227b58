"""The whole way of the work, in the order in which a person gains from it.

Mend the index, take files in (searchable as they come), then read them for quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.ingest.crew import how_many
from index.ingest.indexing import Indexer
from index.ingest.lock import working
from index.ingest.progress import Progress, Report, Rest, Stop, Tell, never
from index.ingest.reading import Hurry, read_waiting
from index.ingest.searchable import Searchable
from index.ingest.take_in import take_in
from index.ingest.terms import Terms
from index.store.database import Database

_SEARCHABLE = (0.2, 4.0)
"""Seconds after which what has come in is made searchable at first, and later at the most."""
_QUOTES_SEARCHABLE = (2.0, 15.0)
"""The same for quotes."""


def nobody() -> str | None:
    """A `Hurry` for work that nobody watches."""
    return None


def work(
    folder: Path,
    terms: Terms,
    paths: Sequence[Path],
    tell: Tell,
    *,
    patient: bool,
    read: bool = True,
    mend: bool = False,
    hurry: Hurry = nobody,
    stop: Stop = never,
    rest: Rest = never,
) -> Report:
    """Do all that is to be done for the archive in `folder`, holding its lock.

    With `read` unset, articles are not read for quotes; with `mend`, every byte of the index
    is looked at, which is otherwise believed if it looks right.
    Raises `ArchiveBusy` when another process holds it, and `DatelineError` when the store
    cannot be written; what was committed before stays in either case.
    """
    terms = replace(terms, processes=how_many(terms.processes))
    with working(folder, patient=patient):
        database = Database(folder, create=True)
        try:
            with Indexer(database, folder, tell, thoroughly=mend) as indexer:
                report = take_in(
                    database,
                    paths,
                    terms,
                    tell,
                    searchable=Searchable(indexer, *_SEARCHABLE),
                    stop=stop,
                )
                if not report.stopped:
                    indexer.settle()
                if read and not report.stopped:
                    finished = read_waiting(
                        database,
                        terms,
                        tell,
                        hurry=hurry,
                        stop=stop,
                        rest=rest,
                        searchable=Searchable(indexer, *_QUOTES_SEARCHABLE),
                    )
                    report = replace(report, stopped=not finished)
                    indexer.catch_up()
                    if finished:
                        indexer.settle()
        finally:
            database.close()
        tell(Progress("idle"))
        return report
