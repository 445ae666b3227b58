"""From the bytes of a file, or a row of a dump, to an article ready to be stored.

Nothing here knows the store, so that it may be done in any process (`crew`).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.fulltext import ArticleDoc, PreparedArticle, prepare
from index.ingest.crew import Elsewhere
from index.ingest.terms import Terms
from index.ingest.vetting import doubts_about
from index.newsform.given import Beside, laid_over
from index.newsform.reading import read_form
from index.readers import (
    Columns,
    Dump,
    Given,
    RawArticle,
    Risky,
    Row,
    Unreadable,
    articles_of,
    read,
)
from index.store.articles import NewArticle
from index.store.forms import form_to_json
from index.text import TEXT_RULES, one_line, sha256

_MEMORY = 1 << 30
"""Bytes that reading a file may take; a file that asks for more is refused."""
_WITHIN = 1 << 32
"""What the second article of one row counts from: row 7 has items 7, 7 + 2³², 7 + 2·2³² …"""


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to be read, unless its bytes and its reader are `known`: the hash, and by what.

    `facts` are what a sidecar of it says, and `sidecar` that sidecar's hash.
    """

    path: Path
    known: tuple[str, str] | None = None
    facts: Given = field(default_factory=dict)
    sidecar: str | None = None


@dataclass(frozen=True, slots=True)
class RowsTask:
    """Some rows of a dump, from its row `first` on, in order. `file_sha256` is the dump's hash,
    `facts` are what a sidecar of it says."""

    path: Path
    file_sha256: str
    first: int
    rows: tuple[Row, ...]
    facts: Given = field(default_factory=dict)


Task = FileTask | RowsTask


@dataclass(frozen=True, slots=True)
class Understood:
    """An article as it is stored, and as it is indexed."""

    article: NewArticle
    prepared: PreparedArticle


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file came to, `understood` so. `articles` is None where it is as it is known; `bad`
    are parts of it that cannot be read, each with the reason; `has_sidecar` tells that it has
    facts from one."""

    sha256: str
    size: int
    mtime_ns: int
    understood: str
    articles: tuple[Understood, ...] | None
    bad: tuple[tuple[int, str], ...] = ()
    has_sidecar: bool = False


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

    terms: Terms
    patience: float | None = None
    memory: int | None = _MEMORY

    def start(self, *, expendable: bool) -> Callable[[Task], Outcome]:
        """Where this process is not `expendable`, a risky format raises `Elsewhere`."""
        columns = Columns(self.terms.names)

        def understand(task: Task) -> Outcome:
            try:
                if isinstance(task, RowsTask):
                    return self._rows(task, columns, expendable)
                return self._file(task, expendable)
            except Risky:
                raise Elsewhere from None

        return understand

    def _file(self, task: FileTask, expendable: bool) -> Outcome:
        try:
            found = read(task.path, self.terms.bounds, risky=expendable, known=task.known)
        except Unreadable as error:
            return Refused(error.reason)
        if isinstance(found, Dump):
            return found
        understood = self.terms.understood(found.read_by, task.sidecar)
        if found.found is None:
            return FileRead(found.sha256, found.size, found.mtime_ns, understood, None)
        name = one_line(task.path.name)
        articles: list[Understood] = []
        bad: list[tuple[int, str]] = []
        for item, each in enumerate(found.found):
            if isinstance(each, Unreadable):
                bad.append((item, each.reason))
            else:
                articles.append(
                    _article(each, found.sha256, item, task.path, each.part or name, task.facts)
                )
        if not articles:
            return Refused(bad[0][1] if bad else "there is no article in it")
        return FileRead(
            found.sha256,
            found.size,
            found.mtime_ns,
            understood,
            tuple(articles),
            tuple(bad),
            has_sidecar=task.sidecar is not None,
        )

    def _rows(self, task: RowsTask, columns: Columns, expendable: bool) -> RowsRead:
        articles: list[Understood] = []
        bad: list[tuple[int, str]] = []
        for row, raw in enumerate(task.rows, task.first):
            found = articles_of(raw, columns, self.terms.bounds, risky=expendable)
            for step, each in enumerate(found):
                item = row + step * _WITHIN
                if isinstance(each, Unreadable):
                    bad.append((item, each.reason))
                else:
                    doubts = doubts_about(each.facts)
                    bad += [(item, f"{each.part}: {why}") for why in doubts.values()]
                    meant = {name: said for name, said in each.facts.items() if name not in doubts}
                    each = replace(each, facts=meant) if doubts else each
                    articles.append(
                        _article(each, task.file_sha256, item, task.path, each.part, task.facts)
                    )
        return RowsRead(tuple(articles), tuple(bad))


def article_id(file_sha256: str, item: int) -> str:
    """The first 12 hex digits of SHA-256 over file hash and item number."""
    return hashlib.sha256(f"{file_sha256}:{item}".encode()).hexdigest()[:12]


def _article(
    raw: RawArticle, file_sha256: str, item: int, path: Path, name: str, facts: Given
) -> Understood:
    beside = Beside(raw.given, raw.guessed, raw.marks, raw.marked, raw.pages)
    form = laid_over(
        read_form(raw.text, file_name=name, beside=beside), {**facts, **raw.facts}, "sidecar"
    )
    article = NewArticle(
        id=article_id(file_sha256, item),
        item=item,
        file_sha256=file_sha256,
        text_sha256=sha256(raw.text),
        text_rules=TEXT_RULES,
        text=raw.text,
        form=form_to_json(form),
        date=form.date.value,
        words=len(raw.text.split()),
        row_id=raw.given["id"][0] if "id" in raw.given else raw.part or None,
        part=raw.part,
    )
    return Understood(article, prepare(ArticleDoc(article.id, raw.text, form, (os.fspath(path),))))
