"""From the bytes of a file, or a row of a dump, to an article ready to be stored.

Nothing here knows the store, so that it may be done in any process (`crew`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.fulltext import ArticleDoc, PreparedArticle, prepare
from index.newsform.reading import read_form
from index.readers import Columns, Dump, Given, Names, Row, Unreadable, read, record_of
from index.store.articles import NewArticle, form_to_json
from index.text import TEXT_RULES, one_line, sha256


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to be read, unless its bytes are still those with this hash."""

    path: Path
    known: str | None = None


@dataclass(frozen=True, slots=True)
class RowsTask:
    """Some rows of a dump, from its row `first` on, in order. `file_sha256` is the dump's hash."""

    path: Path
    file_sha256: str
    first: int
    rows: tuple[Row, ...]


Task = FileTask | RowsTask


@dataclass(frozen=True, slots=True)
class Understood:
    """An article as it is stored, and as it is indexed."""

    article: NewArticle
    prepared: PreparedArticle


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file came to. `articles` is empty where its bytes were known."""

    sha256: str
    size: int
    mtime_ns: int
    articles: tuple[Understood, ...]


@dataclass(frozen=True, slots=True)
class RowsRead:
    """What some rows came to: articles, and rows that give none, each with the reason."""

    articles: tuple[Understood, ...]
    bad: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file cannot be read."""

    reason: str


Outcome = FileRead | RowsRead | Dump | Refused


@dataclass(frozen=True, slots=True)
class Understanding:
    """The job of understanding files and rows, on these terms."""

    max_bytes: int
    names: Names

    def start(self) -> Callable[[Task], Outcome]:
        columns = Columns(self.names)

        def understand(task: Task) -> Outcome:
            if isinstance(task, RowsTask):
                return _rows(task, columns)
            return self._file(task)

        return understand

    def _file(self, task: FileTask) -> Outcome:
        try:
            found = read(task.path, max_bytes=self.max_bytes, names=self.names)
        except Unreadable as error:
            return Refused(error.reason)
        if isinstance(found, Dump):
            return found
        raw = found[0]
        name = one_line(task.path.name)
        articles = (
            ()
            if raw.file_sha256 == task.known
            else tuple(
                _article(each.text, each.file_sha256, each.item, task.path, name, {})
                for each in found
            )
        )
        return FileRead(raw.file_sha256, raw.size, raw.mtime_ns, articles)


def article_id(file_sha256: str, item: int) -> str:
    """The first 12 hex digits of SHA-256 over file hash and item number."""
    return hashlib.sha256(f"{file_sha256}:{item}".encode()).hexdigest()[:12]


def _rows(task: RowsTask, columns: Columns) -> RowsRead:
    articles: list[Understood] = []
    bad: list[tuple[int, str]] = []
    for item, row in enumerate(task.rows, task.first):
        try:
            if isinstance(row, Unreadable):
                raise row
            record = record_of(row) if isinstance(row, bytes) else row
            text, given = columns.article_of(record)
        except Unreadable as error:
            bad.append((item, error.reason))
        else:
            articles.append(_article(text, task.file_sha256, item, task.path, "", given))
    return RowsRead(tuple(articles), tuple(bad))


def _article(
    text: str, file_sha256: str, item: int, path: Path, name: str, given: Given
) -> Understood:
    form = read_form(text, file_name=name, given=given)
    article = NewArticle(
        id=article_id(file_sha256, item),
        item=item,
        file_sha256=file_sha256,
        text_sha256=sha256(text),
        text_rules=TEXT_RULES,
        text=text,
        form=form_to_json(form),
        date=form.date.value,
        words=len(text.split()),
        row_id=given["id"][0] if "id" in given else None,
    )
    return Understood(article, prepare(ArticleDoc(article.id, text, form, (os.fspath(path),))))
