"""The whole way of the work, in the order in which a person gains from it.

Mend the index, take files in (searchable as they come), then read them for quotes. What arrives
meanwhile is taken in between two articles that are read.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from index.ingest.crew import how_many
from index.ingest.indexing import Indexer
from index.ingest.lock import working
from index.ingest.progress import Progress, Report, Rest, Stop, Tell, never
from index.ingest.reading import Hurry, read_waiting
from index.ingest.searchable import Searchable
from index.ingest.take_in import take_in
from index.ingest.terms import Terms
from index.store import files
from index.store.database import Database

_SEARCHABLE = (0.2, 4.0)
"""Seconds after which what has come in is made searchable at first, and later at the most."""
_QUOTES_SEARCHABLE = (2.0, 15.0)
"""The same for quotes."""

_AGAIN = 100
"""Files that are read again at once, and then for quotes: few, so that these are not missed."""


def nobody() -> str | None:
    """A `Hurry` for work that nobody watches."""
    return None


class Arrivals(Protocol):
    """What comes to be taken in while the work goes on."""

    def next(self) -> Sequence[Path]:
        """What has come and is to be taken in now; nothing where nothing has."""

    def taken(self, paths: Sequence[Path], report: Report) -> None:
        """What `next` gave was taken in, or not all of it where the report says so."""

    def is_complete(self, path: Path, known: os.stat_result | None) -> bool:
        """Whether a file is to be taken in as it stands; None for one that is not there and of
        which nothing was known. One that is not is left for later."""


class _NoArrivals:
    """Nothing ever comes."""

    def next(self) -> Sequence[Path]:
        return ()

    def taken(self, paths: Sequence[Path], report: Report) -> None:
        raise ValueError("nothing was given to be taken in")

    def is_complete(self, path: Path, known: os.stat_result | None) -> bool:
        return True


_NOTHING = _NoArrivals()


@dataclass(frozen=True, slots=True)
class Manner:
    """How work is done: whom it makes way for, and what comes meanwhile.

    `patient` work asks a background worker to let go of the archive; work that `stays` is gone
    on with for as long as somebody wants it, lets go of the archive when a person's own command
    waits for it, and holds no more memory than it must in between. With `again` files that
    better readers would understand otherwise are read again when all else is done. While `rest`
    says so nothing is begun.
    """

    patient: bool
    stays: bool = False
    again: bool = False
    hurry: Hurry = nobody
    stop: Stop = never
    rest: Rest = never
    arrivals: Arrivals = _NOTHING


def work(
    folder: Path,
    terms: Terms,
    paths: Sequence[Path],
    tell: Tell,
    manner: Manner,
    *,
    read: bool = True,
    mend: bool = False,
) -> Report:
    """Do all that is to be done for the archive in `folder`, holding its lock.

    With `read` unset, articles are not read for quotes; with `mend`, every byte of the index
    is looked at, which is otherwise believed if it looks right. The report is on the `paths`.
    Raises `ArchiveBusy` when another process holds it, and `DatelineError` when the store
    cannot be written; what was committed before stays in either case.
    """
    terms = replace(terms, processes=how_many(terms.processes))
    with working(folder, patient=manner.patient, stays=manner.stays):
        database = Database(folder, create=True)
        try:
            with Indexer(database, folder, tell, thoroughly=mend) as indexer:
                session = _Session(database, indexer, terms, tell, manner)
                session.note_rules()
                report = session.take(paths)
                session.take_arrivals()
                stopped = report.stopped or manner.stop()
                if not stopped:
                    indexer.settle()
                if read and not stopped:
                    stopped = not (session.read() and session.take_again())
                report = replace(report, stopped=stopped)
        finally:
            database.close()
        tell(Progress("idle"))
        return report


@dataclass(frozen=True, slots=True)
class _Session:
    """What is done while the archive's lock is held."""

    database: Database
    indexer: Indexer
    terms: Terms
    tell: Tell
    manner: Manner

    def note_rules(self) -> None:
        """In an archive into which nothing came yet all is understood as it is now."""
        connection = self.database.connection()
        if files.rules(connection) is None and not files.has_any(connection):
            with self.database.transaction() as writing:
                files.settle_rules(writing, self.terms.rules)

    def take_again(self) -> bool:
        """Read again what would be understood otherwise now. False when that was stopped."""
        connection, rules = self.database.connection(), self.terms.rules
        if not self.manner.again or files.rules(connection) == rules:
            return True
        known = files.by_what_understood(connection)
        outdated = [each for each in known if self.terms.is_outdated(each)]
        last: Path | None = None
        while some := files.understood_by(connection, outdated, last, _AGAIN):
            last = some[-1]
            # Nothing is said of those that are not there: their drive may not be, either.
            there = [path for path in some if files.is_there(path)]
            if there and (self.take(there).stopped or not self.read()):
                return False
        with self.database.transaction() as writing:
            files.settle_rules(writing, rules)
        return True

    def take(self, paths: Sequence[Path]) -> Report:
        return take_in(
            self.database,
            paths,
            self.terms,
            self.tell,
            searchable=Searchable(self.indexer, *_SEARCHABLE),
            stop=self.manner.stop,
            rest=self.manner.rest,
            is_complete=self.manner.arrivals.is_complete,
        )

    def take_arrivals(self) -> bool:
        """Take in what has come. Whether anything had."""
        arrivals, came = self.manner.arrivals, False
        while not self.manner.stop() and (paths := arrivals.next()):
            arrivals.taken(paths, self.take(paths))
            came = True
        return came

    def read(self) -> bool:
        """Read for quotes what is to be read. False when that was stopped."""
        finished = read_waiting(
            self.database,
            self.terms,
            self.tell,
            hurry=self.manner.hurry,
            stop=self.manner.stop,
            rest=self.manner.rest,
            searchable=Searchable(self.indexer, *_QUOTES_SEARCHABLE),
            meanwhile=self.take_arrivals,
            apart=self.manner.stays,
        )
        self.indexer.catch_up()
        if finished:
            self.indexer.settle()
        return finished
