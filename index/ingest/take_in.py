"""Files to articles in the store. What has not changed is not touched again."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.ingest.crew import Crew, Failed
from index.ingest.intake import Intake
from index.ingest.progress import Pace, Report, Stop, Tell, never
from index.ingest.searchable import Searchable
from index.ingest.terms import Terms
from index.ingest.told import shown
from index.ingest.understanding import (
    FileTask,
    Outcome,
    Refused,
    RowsRead,
    RowsTask,
    Task,
    Understanding,
)
from index.ingest.vanishing import note_vanished
from index.ingest.versions import settle_versions
from index.readers import Dump, Row, Unreadable, reading, walk
from index.store import files
from index.store.database import Database
from index.store.files import SeenFile

_FEW = 64
_SMALL = 1 << 20
"""Up to so many files and bytes no other process is worth starting."""

_AHEAD = 32
"""Tasks that a process has at once: some seconds of work, while this one writes the index."""

_FIRST_ROWS = 1 << 15
_ROWS = 1 << 17
"""Bytes of rows that are understood at once: at first few, so that something is there soon."""


def take_in(
    database: Database,
    paths: Sequence[Path],
    terms: Terms,
    tell: Tell,
    *,
    searchable: Searchable,
    stop: Stop = never,
) -> Report:
    """Take in files and folders. Commits as it goes; what is committed stays, whatever happens.

    `stop` is asked before every file and some rows of a dump. What has come in is made
    `searchable` now and then. Raises `DatelineError` when the store cannot be written.
    """
    trouble: list[tuple[Path, str]] = []
    found = list(walk(paths, trouble=lambda path, reason: trouble.append((path, reason))))
    pace = Pace("taking in", len(found), tell)
    intake = Intake(database, pace, terms.fingerprint, searchable)
    intake.unread.extend(trouble)
    tasks, size = _changed(database, found, intake)
    alone = len(tasks) <= _FEW and size <= _SMALL
    job = Understanding(terms.max_bytes, terms.names)
    with Crew(job, 0 if alone else terms.processes - 1, ahead=_AHEAD, helping=True) as crew:
        dumps: list[Dump] = []
        for task, outcome in crew.results(iter(tasks), ordered=True, stop=stop):
            if isinstance(outcome, Dump):
                dumps.append(outcome)
            elif isinstance(task, FileTask):
                intake.take_file(task.path, _told(outcome))
        for dump in dumps:
            if not crew.stopped:
                _take_dump(intake, crew, dump, terms, stop)
        stopped = crew.stopped
    intake.commit()
    settled = settle_versions(database)
    moved = vanished = 0
    if not stopped:
        moved, vanished = note_vanished(database, paths, found, trouble)
    searchable.now()
    intake.pace.finish()
    return Report(
        new=intake.new - settled.changed - settled.same,
        changed=settled.changed,
        unchanged=intake.unchanged,
        moved=moved,
        vanished=vanished,
        unread=tuple(shown(path, None, reason) for path, reason in intake.unread),
        bad_rows=tuple(shown(*row) for row in intake.bad_rows),
        stopped=stopped,
    )


def _changed(
    database: Database, found: Sequence[Path], intake: Intake
) -> tuple[list[FileTask], int]:
    """The files that have changed since they were last seen, and their size together."""
    connection = database.connection()
    tasks: list[FileTask] = []
    total = 0
    for path in found:
        known = files.get(connection, path)
        try:
            now = path.stat()
        except FileNotFoundError:
            if known is not None and known.sha256 is not None:
                intake.pace.step()
                continue  # it was there before: `note_vanished` tells of it
            tasks.append(FileTask(path))
            continue
        except (OSError, ValueError):
            tasks.append(FileTask(path))
            continue
        if known is not None and intake.is_as_it_was(known, now.st_size, now.st_mtime_ns):
            intake.pass_over(known)
        else:
            tasks.append(FileTask(path, known.sha256 if known else None))
            total += now.st_size
    return tasks, total


def _take_dump(
    intake: Intake, crew: Crew[Task, Outcome], dump: Dump, terms: Terms, stop: Stop
) -> None:
    """Take in the rows of a dump, from where it was left."""
    try:
        with reading(dump, max_bytes=terms.max_bytes) as (digest, rows):
            seen = SeenFile(
                dump.path, rows.size, rows.mtime_ns, digest, understood=terms.fingerprint
            )
            first = intake.begin_dump(seen)
            if first is None:
                return
            tasks = _row_tasks(dump.path, digest, iter(rows), first)
            for task, outcome in crew.results(tasks, ordered=True, stop=stop):
                if isinstance(task, RowsTask):
                    intake.take_rows(task, _rows_told(task, outcome, terms), rows.done)
            if crew.stopped:
                intake.leave_dump()
            else:
                intake.end_dump()
    except Unreadable as error:
        intake.take_file(dump.path, Refused(error.reason))


def _row_tasks(path: Path, digest: str, rows: Iterator[Row], first: int) -> Iterator[RowsTask]:
    """The rows of a dump from row `first` on, some at a time."""
    for _ in zip(range(first), rows, strict=False):
        pass
    some: list[Row] = []
    size, most = 0, _FIRST_ROWS
    for row in rows:
        some.append(row)
        size += _size(row)
        if size >= most:
            yield RowsTask(path, digest, first, tuple(some))
            first += len(some)
            some, size, most = [], 0, _ROWS
    if some:
        yield RowsTask(path, digest, first, tuple(some))


def _size(row: Row) -> int:
    if isinstance(row, bytes):
        return len(row)
    if isinstance(row, Unreadable):
        return 100
    return sum(len(value) for value in row.values() if isinstance(value, str | list))


def _told(outcome: Outcome | Failed) -> Outcome:
    if isinstance(outcome, Failed):
        logging.getLogger(__name__).error("a file could not be understood: %s", outcome.why)
        return Refused("its form could not be read")
    return outcome


def _rows_told(task: RowsTask, outcome: Outcome | Failed, terms: Terms) -> RowsRead:
    """What some rows came to; where one of them broke a rule, of each of them alone."""
    if isinstance(outcome, RowsRead):
        return outcome
    logging.getLogger(__name__).error("rows of %s could not be understood: %s", task.path, outcome)
    understand = Understanding(terms.max_bytes, terms.names).start()
    read: list[RowsRead] = []
    for item, row in enumerate(task.rows, task.first):
        try:
            told = understand(RowsTask(task.path, task.file_sha256, item, (row,)))
        except Exception:
            told = RowsRead((), ((item, "its form could not be read"),))
        if isinstance(told, RowsRead):
            read.append(told)
    return RowsRead(
        tuple(article for each in read for article in each.articles),
        tuple(row for each in read for row in each.bad),
    )
