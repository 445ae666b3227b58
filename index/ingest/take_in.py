"""Files to articles in the store. What has not changed is not touched again."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.ingest.progress import Pace, Report, Stop, Tell, never
from index.newsform.reading import read_form
from index.readers import RawArticle, Unreadable, read, walk
from index.store import articles, files
from index.store.articles import NewArticle
from index.store.database import Database
from index.store.files import SeenFile
from index.text import TEXT_RULES, one_line, sha256

_TRANSACTION = 0.08
"""Seconds of reading after which what was read is committed, so that no clipping ever waits."""


@dataclass(slots=True)
class _Batch:
    """What was read and is not committed yet, and the count of what was new."""

    seen: list[tuple[SeenFile, bool]] = field(default_factory=list)
    read: list[NewArticle] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)
    new: int = 0

    def commit(self, database: Database) -> None:
        if self.seen:
            with database.transaction() as connection:
                for seen, new in self.seen:
                    files.put(connection, seen, new=new)
                self.new += sum(articles.put(connection, article) for article in self.read)
        self.seen.clear()
        self.read.clear()
        self.began = time.monotonic()


def take_in(
    database: Database,
    paths: Sequence[Path],
    tell: Tell,
    *,
    max_bytes: int,
    stop: Stop = never,
    between: Stop = never,
) -> Report:
    """Take in files and folders. Commits as it goes; what is committed stays, whatever happens.

    `stop` is asked after every file. `between` is called after every commit, for work such as
    indexing what has come in so far. Raises `DatelineError` when the store cannot be written.
    """
    trouble: list[tuple[Path, str]] = []
    found = list(walk(paths, trouble=lambda path, reason: trouble.append((path, reason))))
    pace = Pace("taking in", len(found), tell)
    tell(pace.now())
    batch = _Batch()
    unchanged = 0
    stopped = False
    for path in found:
        if stop():
            stopped = True
            break
        try:
            unchanged += not _take_file(database, batch, path, max_bytes)
        except Unreadable as error:
            trouble.append((path, error.reason))
            batch.seen.append((_unreadable(path, error.reason), False))
        if time.monotonic() - batch.began >= _TRANSACTION:
            batch.commit(database)
            between()
        pace.step()
    batch.commit(database)
    changed = _settle_versions(database)
    between()
    tell(pace.now())
    unread = tuple((one_line(os.fsdecode(path)), reason) for path, reason in trouble)
    return Report(batch.new - changed, changed, unchanged, unread, stopped)


def _take_file(database: Database, batch: _Batch, path: Path, max_bytes: int) -> bool:
    """Read one file into the batch. False when nothing about it has changed."""
    connection = database.connection()
    known = files.get(connection, path)
    if known is not None and known.sha256 is not None and _same(known, path):
        return False
    raw = read(path, max_bytes=max_bytes)
    first = raw[0]
    seen = SeenFile(path, first.size, first.mtime_ns, first.file_sha256)
    here_before = known is not None and known.sha256 == first.file_sha256
    new = not here_before and not _is_current(connection, batch, first.file_sha256)
    batch.seen.append((seen, new))
    if new:
        batch.read.extend(map(_article, raw))
    return new


def _is_current(connection: sqlite3.Connection, batch: _Batch, file_sha256: str) -> bool:
    """Whether there are articles of a file with these bytes already, or soon."""
    return bool(files.articles_of(connection, file_sha256)) or any(
        article.file_sha256 == file_sha256 for article in batch.read
    )


def _settle_versions(database: Database) -> int:
    """Put what stands in changed files in the place of what stood there; how many articles.

    Only now, when all files have been looked at, is it known which bytes stand nowhere any
    more. It goes by what is stored, so a taking in that was cut short is made good by the next.
    """
    changed = 0
    connection = database.connection()
    for former, now in files.outdated(connection):
        older = files.articles_of(connection, former)
        if not older:
            continue
        newer = files.articles_of(connection, now)
        with database.transaction() as writing:
            for item, article in older.items():
                if item in newer:
                    articles.make_version(writing, newer[item], article)
                    changed += 1
                else:
                    articles.supersede(writing, article)
    return changed


def _same(known: SeenFile, path: Path) -> bool:
    try:
        now = path.stat()
    except OSError:
        return False
    return files.unchanged(known, now.st_size, now.st_mtime_ns)


def _unreadable(path: Path, reason: str) -> SeenFile:
    try:
        now = path.lstat()
    except OSError:
        return SeenFile(path, 0, 0, None, reason)
    return SeenFile(path, now.st_size, now.st_mtime_ns, None, reason)


def _article(raw: RawArticle) -> NewArticle:
    return NewArticle(
        id=article_id(raw.file_sha256, raw.item),
        item=raw.item,
        file_sha256=raw.file_sha256,
        text_sha256=sha256(raw.text),
        text_rules=TEXT_RULES,
        text=raw.text,
        form=read_form(raw.text, file_name=one_line(raw.path.name)),
        words=len(raw.text.split()),
    )


def article_id(file_sha256: str, item: int) -> str:
    """The first 12 hex digits of SHA-256 over file hash and item number."""
    return hashlib.sha256(f"{file_sha256}:{item}".encode()).hexdigest()[:12]
