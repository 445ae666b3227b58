"""The archive's way to the worker: files in, articles read, and how far that is."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from index.article import ArchiveBusy, ReadOnlyArchive
from index.ingest.background import Worker
from index.ingest.lock import busy
from index.ingest.progress import Progress, Report, Stop, never
from index.ingest.terms import Terms
from index.store import files, outbox, readings, removals
from index.store.database import Database
from index.text import one_line

_LOOK = 3.0
"""Seconds between looks for work that a worker should be at."""


class Ingest:
    """Takes files in: `add` here and now, `start` in a process of its own."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        terms: Terms,
        *,
        give_way: bool,
        watch: Sequence[Path] = (),
    ) -> None:
        self._database = database
        self._folder = folder
        self._terms = terms
        self._watched = bool(watch)
        self._worker = Worker(folder, terms, give_way=give_way, watch=watch)
        self._in_background = False
        self._looked = 0.0
        self._cancelled = False
        self._rules: str | None = None
        self._asking: threading.Thread | None = None

    def add(
        self,
        paths: Sequence[Path],
        progress: Callable[[Progress], None],
        *,
        read: bool = True,
        processes: int = 0,
        stop: Stop = never,
    ) -> Report:
        """Take in files and folders, make them searchable, then read them for quotes.

        Uses so many `processes`, or as many as the settings say where that is 0. Raises
        `ArchiveBusy` when another process does so, and `DatelineError`. `stop` is asked before
        every file and article; what was done by then stays.
        """
        from index.ingest.work import Manner, work

        terms = replace(self._terms, processes=processes) if processes else self._terms
        manner = Manner(patient=True, stop=stop)
        return work(self._folder, terms, paths, progress, manner, read=read)

    def watch(
        self,
        paths: Sequence[Path],
        progress: Callable[[Progress], None],
        *,
        took: Callable[[Sequence[Path], Report], None],
        say: Callable[[str], None],
        stop: Stop,
        read: bool = True,
    ) -> None:
        """Take in files and folders as `add` does, and then what arrives in them, until `stop`.

        `took` is told of each taking in: what was taken in, the paths themselves at first, and
        what came of it; `say` a sentence where what arrives is noticed late. Raises
        `DatelineError`.
        """
        from index.ingest.keeping_up import keep_up
        from index.ingest.watching import Watching
        from index.ingest.work import Manner

        manner = Manner(patient=True, again=True)
        with Watching(paths, took=took, say=say) as watching:
            keep_up(self._folder, self._terms, progress, manner, watching, stop=stop, read=read)

    def add_quietly(self, paths: Sequence[Path]) -> None:
        """Take in a few files at once, without reading them; leave it if somebody else works."""
        from index.ingest.work import Manner, work

        manner = Manner(patient=False)
        try:
            work(self._folder, self._terms, paths, lambda _: None, manner, read=False)
        except ArchiveBusy:
            return

    def has(self, paths: Iterable[Path]) -> bool:
        """Whether all these files have been taken in from where they stand."""
        connection = self._database.connection()
        return all(files.get(connection, path) is not None for path in paths)

    def start(self) -> None:
        """Start the background worker where there is something for it to do, or to watch.

        May be called often: it looks only every few seconds, and does nothing while a worker is
        at it, here or elsewhere, nor after one stopped over trouble that a person must mend.
        """
        if self._cancelled:
            self._in_background = True
            return
        moment = time.monotonic()
        if self._in_background and moment - self._looked < _LOOK:
            return
        self._in_background = True
        self._looked = moment
        if self._database.read_only or self._worker.progress.trouble:
            return
        if self._worker.running:
            if self._watched and self._worker.progress.what == "idle" and self._outstanding():
                self._worker.look()
        elif self._watched or (self._outstanding() and not busy(self._folder)):
            self._worker.start()

    def take(self, paths: Sequence[Path]) -> None:
        """Have the background worker take in files and folders soon, whatever else it is at.

        Returns at once. What came of it is seen as all that arrives is; while another process
        works on the archive it waits. Raises `ReadOnlyArchive`.
        """
        if self._database.read_only:
            raise ReadOnlyArchive(self._database.read_only_because)
        self._in_background = True
        self._worker.take(paths)
        self._worker.start(read=not self._cancelled)

    @property
    def taking(self) -> bool:
        """Whether something that was to be taken in soon is not taken in yet."""
        return self._worker.is_to_take

    @property
    def cancelled(self) -> bool:
        """Whether a person has stopped the work in the background."""
        return self._cancelled

    def cancel(self) -> None:
        """Stop the work in the background until `resume`; what was committed stays.

        Returns at once, and nothing is lost: it is gone on with where it was.
        """
        self._cancelled = True
        self._worker.close()

    def resume(self) -> None:
        """Go on with what was cancelled."""
        self._cancelled = False
        self._looked = 0.0
        self._in_background = True
        self.start()

    def mend(self) -> bool:
        """Mend an index that turned out to be damaged. Whether that is done already.

        Where a background worker is used it does it, and searching works again in a moment;
        a command waits for it. Raises `ArchiveBusy` when another process works on the archive.
        """
        if self._database.read_only:
            return False
        if self._in_background:
            self._worker.start(mend=True, read=not self._cancelled)
            return False
        from index.ingest.work import Manner, work

        manner = Manner(patient=True)
        work(self._folder, self._terms, (), lambda _: None, manner, read=False, mend=True)
        return True

    def catch_up(self) -> None:
        """Have what came in made searchable, when a taking in was cut short and nobody goes on.

        A background worker does so by itself.
        """
        if self._database.read_only or self._in_background:
            return
        # Asked with every search: usually nothing waits, and nobody's lock need be looked at.
        if not outbox.is_empty(self._database.connection()) and not busy(self._folder):
            self.add_quietly(())

    def hurry(self, article: str) -> None:
        """Have an article that a person opened read before the others."""
        self._worker.hurry(article)

    def rest(self) -> None:
        """Have the background worker rest for a moment: a person is at the keys."""
        self._worker.rest()

    def progress(self) -> Progress:
        """How far the background worker is."""
        return self._worker.progress

    def vanished(self) -> tuple[str, ...]:
        """The files that were not there any more when they were last looked for."""
        gone = files.vanished(self._database.connection())
        return tuple(one_line(os.fsdecode(path)) for path in gone)

    def waiting(self) -> int:
        """How many articles are still to be read for quotes by the present model and rules."""
        return readings.count_waiting(self._database.connection(), self._terms.read_with)

    def close(self) -> None:
        self._worker.close()

    def _outstanding(self) -> bool:
        connection = self._database.connection()
        return (
            self.taking
            or bool(self.waiting())
            or not outbox.is_empty(connection)
            or not outbox.is_whole(connection)
            or removals.is_purging(connection)
            or self._is_outdated()
        )

    def _is_outdated(self) -> bool:
        """Whether files are to be read again, as far as that is known by now: to know by what
        they would be understood all readers are loaded, for which nobody is to wait."""
        if self._asking is None:
            self._asking = threading.Thread(target=self._ask_for_rules, daemon=True)
            self._asking.start()
        connection = self._database.connection()
        return self._rules not in (None, files.rules(connection)) and files.has_any(connection)

    def _ask_for_rules(self) -> None:
        self._rules = self._terms.rules
