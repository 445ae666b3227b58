"""What was read on its way into the store, and the count of it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.ingest.progress import Pace
from index.ingest.searchable import Searchable
from index.ingest.terms import Terms
from index.ingest.understanding import (
    FileRead,
    Outcome,
    Refused,
    RowsRead,
    RowsTask,
    Understood,
)
from index.readers.sidecars import Parted
from index.store import articles, files
from index.store.database import Database
from index.store.files import SeenFile

_TRANSACTION = 0.08
"""Seconds after which what was read is committed, so that no clipping ever waits."""
_ARTICLES = 250
"""Articles at which it is, too: to store them takes half as long as a clipping may wait."""


@dataclass(slots=True)
class _Batch:
    """What was read and is not committed yet.

    `anew` are files that were read before, in another way, with their hashes; `kept` the ids of
    the articles that they have now.
    """

    seen: list[tuple[SeenFile, bool]] = field(default_factory=list)
    articles: list[Understood] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    bad: list[tuple[Path, int, str]] = field(default_factory=list)
    anew: dict[Path, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    began: float = field(default_factory=time.monotonic)


class Intake:
    """Stores what was understood, in order, and counts it.

    `unread` are the files and `bad_rows` the rows that could not be read, with the reason. What
    is committed is made `searchable` now and then.
    """

    def __init__(
        self, database: Database, pace: Pace, terms: Terms, searchable: Searchable
    ) -> None:
        self.pace = pace
        self.new = 0
        self.changed = 0
        self.unchanged = 0
        self.unread: list[tuple[Path, str]] = []
        self.bad_rows: list[tuple[Path, int, str]] = []
        self._database = database
        self._terms = terms
        self._searchable = searchable
        self._batch = _Batch()
        self._dump: SeenFile | None = None
        self._dump_new = False
        self._good = 0
        self._files = 0

    def is_as_it_was(self, known: SeenFile, size: int, mtime_ns: int, sidecar: str | None) -> bool:
        """Whether a file of this size and time, with this sidecar, need not be looked at again."""
        return (
            known.sha256 is not None
            and files.unchanged(known, size, mtime_ns)
            and known.taken is None
            and self._terms.understands_so(known.understood, sidecar)
        )

    def pass_over(self, known: SeenFile) -> None:
        """A file has not changed."""
        self.unchanged += 1
        if known.vanished:
            self._note(known, new=False)
        if known.understood is not None:
            self._repeat(known.path)
        self.pace.step()

    def take_file(self, path: Path, outcome: Outcome) -> None:
        """Store what a file came to."""
        if isinstance(outcome, Refused):
            self.unread.append((path, outcome.reason))
            self._note(_refused(path, outcome.reason), new=False)
        elif isinstance(outcome, FileRead):
            self._take_read(path, outcome)
        self.pace.step()
        self._now_and_then()

    def take_sidecars(self, apart: Parted) -> None:
        """Note the sidecars that cannot be used, and forget what was said of those that can."""
        connection = self._database.connection()
        for path, reason in apart.trouble:
            self.take_file(path, Refused(reason))
        mended = [path for path in apart.used if files.get(connection, path) is not None]
        if mended:
            with self._database.transaction() as writing:
                for path in mended:
                    files.forget(writing, path)

    def _take_read(self, path: Path, outcome: FileRead) -> None:
        seen = SeenFile(
            path,
            outcome.size,
            outcome.mtime_ns,
            outcome.sha256,
            understood=outcome.understood,
        )
        known = files.get(self._database.connection(), path)
        again = known is not None and known.sha256 == outcome.sha256
        elsewhere = not again and self._is_known(outcome.sha256)
        self._note(seen, new=not (again or elsewhere))
        taken = outcome.articles is not None and not (elsewhere and not outcome.has_sidecar)
        if not taken:
            self.unchanged += 1
            self._stands_here_too(seen)
            return
        found = outcome.articles or ()
        if again and self._stand_so(outcome):
            self.unchanged += 1
        else:
            self._batch.articles.extend(found)
        self._batch.bad.extend((path, item, reason) for item, reason in outcome.bad)
        self.bad_rows += [(path, item, reason) for item, reason in outcome.bad]
        if again:
            self._batch.anew[path] = outcome.sha256
            self._batch.kept.update(each.article.id for each in found)

    def _stand_so(self, outcome: FileRead) -> bool:
        """Whether the articles of a file that was read anew are what they were."""
        connection = self._database.connection()
        found = [each.article for each in outcome.articles or ()]
        there = set(files.articles_of(connection, outcome.sha256).values())
        return there == {each.id for each in found} and articles.stand_so(connection, found)

    def begin_dump(self, seen: SeenFile) -> int | None:
        """From which row on a dump is to be taken in; None if it is in already."""
        connection = self._database.connection()
        self.commit()
        known = files.get(connection, seen.path)
        here = (
            known is not None
            and known.sha256 == seen.sha256
            and known.understood == seen.understood
        )
        if (here and known is not None and known.taken is None) or (
            not here and files.is_in(connection, seen)
        ):
            self._note(seen, new=False)
            self._stands_here_too(seen)
            self.unchanged += 1
            self._repeat(seen.path)
            self.pace.step()
            return None
        first = known.taken or 0 if here and known is not None else 0
        self._dump = replace(seen, taken=first)
        self._dump_new = not here and not files.articles_of(connection, seen.sha256 or "")
        self._good = first
        self._files = self.pace.total - 1
        self.pace.skip(first)
        with self._database.transaction() as writing:
            files.put(writing, self._dump, new=self._dump_new)
            files.forget_bad_rows(writing, seen.path, beyond=first - 1)
        return first

    def take_rows(self, task: RowsTask, outcome: RowsRead, part: float) -> None:
        """Store what the next rows of a dump came to, `part` of which has been read so far."""
        if self._dump is None:
            raise ValueError("no dump was begun")
        self._dump = replace(self._dump, taken=task.first + len(task.rows))
        self._batch.articles.extend(outcome.articles)
        self._batch.bad.extend((task.path, item, reason) for item, reason in outcome.bad)
        self._good += len(outcome.articles)
        taken = self._dump.taken or 0
        self.pace.expect(self._files + max(taken, int(taken / max(part, 0.0001))), about=part < 1)
        self.pace.step(len(task.rows))
        self._now_and_then()

    def leave_dump(self) -> None:
        """A dump is not finished: it is gone on with when it is added again."""
        self.commit()
        if self._dump is not None:
            self._repeat(self._dump.path)
        self._dump = None

    def end_dump(self) -> None:
        """A dump is in as a whole."""
        self.commit()
        dump, self._dump = self._dump, None
        if dump is None:
            return
        self.pace.expect(self._files + (dump.taken or 0), about=False)
        connection = self._database.connection()
        bad = files.bad_rows(connection, dump.path)
        if not self._good:
            why = f"nothing in it gives an article: {bad[0][2]}" if bad else "empty"
            self.unread.append((dump.path, why))
            dump = replace(dump, sha256=None, trouble=why, understood=None)
        with self._database.transaction() as writing:
            files.put(writing, replace(dump, taken=None))
            if not self._good:
                files.forget_bad_rows(writing, dump.path)
        if self._good:
            self._repeat(dump.path)

    def commit(self) -> None:
        """Commit what was read; another program may write in between."""
        batch, self._batch = self._batch, _Batch()
        if not (batch.seen or batch.articles or batch.bad or self._dump):
            return
        with self._database.transaction() as connection:
            for seen, new in batch.seen:
                files.put(connection, seen, new=new)
            if self._dump is not None:
                files.put(connection, self._dump, new=False)
            for sha256 in batch.again:
                articles.tell_of_file(connection, sha256)
            for path, sha256 in batch.anew.items():
                files.forget_bad_rows(connection, path)
                for article in files.articles_of(connection, sha256).values():
                    if article not in batch.kept:
                        articles.supersede(connection, article)
            stored = articles.put_all(connection, [each.article for each in batch.articles])
            self.new += stored.new
            self.changed += stored.changed
            for each in batch.articles:
                self._searchable.expect(each.prepared)
            for path, rows in _by_path(batch.bad):
                files.put_bad_rows(connection, path, rows)

    def _now_and_then(self) -> None:
        batch = self._batch
        if time.monotonic() - batch.began >= _TRANSACTION or len(batch.articles) >= _ARTICLES:
            self.commit()
            self._searchable.now_and_then()

    def _stands_here_too(self, seen: SeenFile) -> None:
        """Bytes that were known from elsewhere are found by the name of this file too."""
        known = files.get(self._database.connection(), seen.path)
        if seen.sha256 is None or (known is not None and known.sha256 == seen.sha256):
            return
        self._batch.again.append(seen.sha256)
        for article in files.articles_of(self._database.connection(), seen.sha256).values():
            self._searchable.look_up(article)

    def _note(self, seen: SeenFile, *, new: bool) -> None:
        self._batch.seen.append((seen, new))

    def _repeat(self, path: Path) -> None:
        """Tell of the rows of a dump that could not be read, now or before."""
        self.bad_rows += files.bad_rows(self._database.connection(), path)

    def _is_known(self, file_sha256: str) -> bool:
        """Whether there are articles of a file with these bytes already, or soon."""
        return bool(files.articles_of(self._database.connection(), file_sha256)) or any(
            each.article.file_sha256 == file_sha256 for each in self._batch.articles
        )


def _by_path(rows: Iterable[tuple[Path, int, str]]) -> Iterable[tuple[Path, list[tuple[int, str]]]]:
    found: dict[Path, list[tuple[int, str]]] = {}
    for path, item, reason in rows:
        found.setdefault(path, []).append((item, reason))
    return found.items()


def _refused(path: Path, reason: str) -> SeenFile:
    try:
        now = path.lstat()
    except (OSError, ValueError):
        return SeenFile(path, 0, 0, None, reason)
    return SeenFile(path, now.st_size, now.st_mtime_ns, None, reason)
