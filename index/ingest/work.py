"""The whole way of the work, in the order in which a person gains from it.

Mend the index, take files in (searchable as they come), then read them for quotes.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.ingest.crew import how_many
from index.ingest.indexing import Indexer
from index.ingest.lock import working
from index.ingest.progress import Progress, Report, Stop, Tell, never
from index.ingest.reading import Hurry, read_waiting
from index.ingest.take_in import take_in
from index.ingest.terms import Terms
from index.store.database import Database

_SEARCHABLE = 1.0
"""Seconds after which what has come in is made searchable while more comes in."""
_QUOTES_SEARCHABLE = 5.0
"""The same for quotes: each commit to an index costs some 30 ms, whatever it holds."""


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
                    stop=stop,
                    between=_NowAndThen(indexer, _SEARCHABLE),
                )
                indexer.catch_up()
                if read and not report.stopped:
                    finished = read_waiting(
                        database,
                        terms.model,
                        tell,
                        hurry=hurry,
                        stop=stop,
                        between=_NowAndThen(indexer, _QUOTES_SEARCHABLE),
                    )
                    report = replace(report, stopped=not finished)
                    indexer.catch_up()
        finally:
            database.close()
        tell(Progress("idle"))
        return report


class _NowAndThen:
    """Lets the indexer catch up, but not more often than every so many seconds."""

    def __init__(self, indexer: Indexer, seconds: float) -> None:
        self._indexer = indexer
        self._seconds = seconds
        self._last = time.monotonic()

    def __call__(self) -> bool:
        if time.monotonic() - self._last >= self._seconds:
            self._indexer.catch_up()
            self._last = time.monotonic()
        return False
