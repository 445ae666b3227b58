"""Files to articles in the store. What has not changed is not touched again."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.ingest.crew import Crew, Failed
from index.ingest.intake import Intake
from index.ingest.progress import Pace, Report, Rest, Stop, Tell, never
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
from index.ingest.vetting import vetted
from index.readers import Document, Dump, Row, Unreadable, reading, walk
from index.readers.sidecars import NO_SIDECAR, Parted, Sidecar, parted
from index.store import files
from index.store.database import Database
from index.store.files import SeenFile

IsComplete = Callable[[Path, os.stat_result | None], bool]
"""Whether a file is to be taken in as it stands; None for one that is not there and of which
nothing was known."""

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
    rest: Rest = never,
    is_complete: IsComplete = lambda *_: True,
) -> Report:
    """Take in files and folders. Commits as it goes; what is committed stays, whatever happens.

    `stop` is asked before every file and some rows of a dump; while `rest` says so no file is
    begun. Files that are not `is_complete` are passed over, as if they had not been named. What
    has come in is made `searchable` now and then. Raises `DatelineError` when the store cannot be
    written.
    """
    trouble: list[tuple[Path, str]] = []
    walked = list(walk(paths, trouble=lambda path, reason: trouble.append((path, reason))))
    parts = vetted(parted(walked, (path.absolute() for path in paths), terms.names))
    found = parts.files
    pace = Pace("taking in", len(found) + len(parts.trouble), tell)
    intake = Intake(database, pace, terms, searchable)
    intake.unread.extend(trouble)
    intake.take_sidecars(parts)
    tasks, size = _changed(database, parts, intake, terms, is_complete)
    alone = len(tasks) <= _FEW and size <= _SMALL
    job = Understanding(terms, terms.patience)
    with Crew(job, 0 if alone else terms.processes - 1, ahead=_AHEAD, helping=True) as crew:
        dumps: list[tuple[Dump, FileTask]] = []
        for task, outcome in crew.results(iter(tasks), ordered=True, stop=stop, rest=rest):
            if isinstance(outcome, Dump):
                if isinstance(task, FileTask):
                    dumps.append((outcome, task))
            elif isinstance(task, FileTask):
                intake.take_file(task.path, _told(outcome))
        for dump, task in dumps:
            if not crew.stopped:
                _take_dump(intake, crew, dump, task, terms, stop, rest)
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
        changed=intake.changed + settled.changed,
        unchanged=intake.unchanged,
        moved=moved,
        vanished=vanished,
        unread=tuple(shown(path, None, reason) for path, reason in intake.unread),
        bad_rows=tuple(shown(*row) for row in intake.bad_rows),
        stopped=stopped,
    )


def _changed(
    database: Database, parts: Parted, intake: Intake, terms: Terms, is_complete: IsComplete
) -> tuple[list[FileTask], int]:
    """The files that have changed since they were last seen, and their size together."""
    connection = database.connection()
    tasks: list[FileTask] = []
    total = 0
    for path in parts.files:
        known = files.get(connection, path)
        sidecar = parts.sidecars.get(path, NO_SIDECAR)
        task = FileTask(path, _known(known, terms, sidecar), sidecar.facts, sidecar.sha256)
        try:
            now = path.stat()
        except FileNotFoundError:
            there_before = known is not None and known.sha256 is not None
            if there_before or not is_complete(path, None):
                intake.pace.step()
                continue  # where it was there before `note_vanished` tells of it
            tasks.append(task)
            continue
        except (OSError, ValueError):
            tasks.append(task)
            continue
        if known is not None and intake.is_as_it_was(
            known, now.st_size, now.st_mtime_ns, sidecar.sha256
        ):
            intake.pass_over(known)
        elif not is_complete(path, now):
            intake.pace.step()
        else:
            tasks.append(task)
            total += now.st_size
    return tasks, total


def _known(seen: SeenFile | None, terms: Terms, sidecar: Sidecar) -> tuple[str, str] | None:
    """The hash of a file and by what it was read, where all is as it would be read now."""
    if seen is None or seen.sha256 is None or seen.understood is None:
        return None
    if not terms.understands_so(seen.understood, sidecar.sha256):
        return None
    return seen.sha256, seen.understood.partition(" ")[0]


def _take_dump(
    intake: Intake,
    crew: Crew[Task, Outcome],
    dump: Dump,
    found: FileTask,
    terms: Terms,
    stop: Stop,
    rest: Rest,
) -> None:
    """Take in the rows of a dump, from where it was left."""
    try:
        with reading(dump, terms.bounds) as (digest, rows):
            understood = terms.understood(dump.read_by, found.sidecar)
            seen = SeenFile(dump.path, rows.size, rows.mtime_ns, digest, understood=understood)
            first = intake.begin_dump(seen)
            if first is None:
                return
            tasks = _row_tasks(RowsTask(dump.path, digest, first, (), found.facts), iter(rows))
            for task, outcome in crew.results(tasks, ordered=True, stop=stop, rest=rest):
                if isinstance(task, RowsTask):
                    intake.take_rows(task, _rows_told(crew, task, outcome), rows.done)
            if crew.stopped:
                intake.leave_dump()
            else:
                intake.end_dump()
    except Unreadable as error:
        intake.take_file(dump.path, Refused(error.reason))


def _row_tasks(whole: RowsTask, rows: Iterator[Row]) -> Iterator[RowsTask]:
    """The rows of a dump from the first of the task on, some at a time."""
    first = whole.first
    for _ in zip(range(first), rows, strict=False):
        pass
    some: list[Row] = []
    size, most = 0, _FIRST_ROWS
    for row in rows:
        some.append(row)
        size += _size(row)
        if size >= most:
            yield replace(whole, first=first, rows=tuple(some))
            first += len(some)
            some, size, most = [], 0, _ROWS
    if some:
        yield replace(whole, first=first, rows=tuple(some))


def _size(row: Row) -> int:
    if isinstance(row, bytes):
        return len(row)
    if isinstance(row, Document):
        return len(row.data)
    if isinstance(row, Unreadable):
        return 100
    return sum(len(value) for value in row.values() if isinstance(value, str | list))


def _told(outcome: Outcome | Failed) -> Outcome:
    return Refused(_why(outcome)) if isinstance(outcome, Failed) else outcome


def _why(failed: Failed) -> str:
    if failed.spent is None:
        logging.getLogger(__name__).error("something could not be understood: %s", failed.why)
    return failed.spent or "its form could not be read"


def _rows_told(crew: Crew[Task, Outcome], task: RowsTask, outcome: Outcome | Failed) -> RowsRead:
    """What some rows came to; where one of them broke a rule, of each of them alone."""
    if isinstance(outcome, RowsRead):
        return outcome
    if len(task.rows) == 1 and isinstance(outcome, Failed):
        return RowsRead((), ((task.first, _why(outcome)),))
    alone = (replace(task, first=at, rows=(row,)) for at, row in enumerate(task.rows, task.first))
    told = [
        _rows_told(crew, each, result)
        for each, result in crew.results(alone, ordered=True, stop=never)
        if isinstance(each, RowsTask)
    ]
    return RowsRead(
        tuple(article for each in told for article in each.articles),
        tuple(row for each in told for row in each.bad),
    )
