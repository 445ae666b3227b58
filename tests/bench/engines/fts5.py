"""SQLite FTS5, as somebody who knows it would set it up."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.engines.base import ROWS, Answer, Clock, Engine, Session, Size, bytes_below
from tests.bench.questions import NEAR, Question

_SCHEMA = """
CREATE TABLE article (number INTEGER PRIMARY KEY, title, outlet, author, date, text);
CREATE INDEX article_date ON article (date);
CREATE VIRTUAL TABLE news USING fts5 (
    title, outlet, author, text, content = 'article', content_rowid = 'number',
    tokenize = 'porter unicode61', prefix = '2 3'
);
"""
_SNIPPET = "snippet(news, 3, '[', ']', '…', 24)"
_ROWS = f"SELECT {_SNIPPET} FROM news WHERE news MATCH ? ORDER BY rank LIMIT {ROWS}"  # noqa: S608
_COUNT = "SELECT count(*) FROM news WHERE news MATCH ?"
# A join, by which what matches is found first: a list of the days' articles takes a thousand
# times as long.
_DATED = "FROM news JOIN article ON number = news.rowid WHERE news MATCH ?"
_BETWEEN = "AND +date BETWEEN ? AND ?"
_BOUND_ROWS = f"SELECT {_SNIPPET} {_DATED} {_BETWEEN} ORDER BY rank LIMIT {ROWS}"
_BOUND_COUNT = f"SELECT count(*) {_DATED} {_BETWEEN}"
_BY_DATE = f"SELECT {_SNIPPET} {_DATED} ORDER BY date DESC LIMIT {ROWS}"


class Fts5(Engine):
    """External content, so that each text is stored once; bm25; prefix indexes of 2 and 3."""

    name = "SQLite FTS5"

    def missing(self) -> str | None:
        try:
            with sqlite3.connect(":memory:") as connection:
                connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (text)")
        except sqlite3.Error:
            return "this Python's SQLite has no FTS5"
        return None

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        connection = sqlite3.connect(folder / "news.sqlite3")
        connection.executescript(_SCHEMA)
        with connection:
            for number, piece in enumerate(corpus.pieces(), 1):
                connection.execute(
                    "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)",
                    (number, piece.title, piece.outlet, piece.author, piece.date, piece.text),
                )
                connection.execute(
                    "INSERT INTO news (rowid, title, outlet, author, text) VALUES (?, ?, ?, ?, ?)",
                    (number, piece.title, piece.outlet, piece.author, piece.text),
                )
        clock.searchable()
        connection.close()

    def size(self, folder: Path) -> Size:
        connection = sqlite3.connect(folder / "news.sqlite3")
        try:
            sql = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'news_%'"
            (index,) = connection.execute(sql).fetchone()
        except sqlite3.Error:  # built without dbstat: the whole file is told for the index
            index = bytes_below(folder)
        finally:
            connection.close()
        return Size(int(index or 0), bytes_below(folder))

    def open(self, corpus: Corpus, folder: Path) -> Session:
        return _Fts5Session(sqlite3.connect(folder / "news.sqlite3"))


class _Fts5Session(Session):
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ask(self, question: Question) -> Answer | None:
        match = _match(question)
        if match is None:
            return None
        if question.kind == "exact count":
            return Answer(self._number(_COUNT, match))
        if question.kind == "field and dates":
            bounds = (match, question.since, question.until)
            return Answer(self._number(_BOUND_COUNT, *bounds), self._texts(_BOUND_ROWS, *bounds))
        if question.kind == "sorted by date":
            return Answer(self._number(_COUNT, match), self._texts(_BY_DATE, match))
        if question.kind == "facets":
            return self._facets(match)
        return Answer(self._number(_COUNT, match), self._texts(_ROWS, match))

    def typed(self, letters: str) -> Answer | None:
        words = re.findall(r"\w+", letters)
        if not words:
            return Answer(0)
        if letters.startswith('"'):
            match = f'"{" ".join(words)}"' + ("" if letters.count('"') > 1 else " *")
        else:
            match = " ".join(f'"{word}"' for word in words)
            match += " *" if letters[-1].isalnum() else ""
        return Answer(self._number(_COUNT, match), self._texts(_ROWS, match))

    def close(self) -> None:
        self._connection.close()

    def _number(self, sql: str, *values: str) -> int:
        return int(self._connection.execute(sql, values).fetchone()[0])

    def _texts(self, sql: str, *values: str) -> tuple[str, ...]:
        return tuple(row[0] for row in self._connection.execute(sql, values))

    def _facets(self, match: str) -> Answer:
        """Outlets and months of all that is found, each with its count, the most frequent."""
        found = 0
        rows: list[str] = []
        for value in ("outlet", "substr(date, 1, 7)"):
            sql = (
                f"SELECT {value}, count(*) FROM article WHERE number IN "  # noqa: S608
                "(SELECT rowid FROM news WHERE news MATCH ?) GROUP BY 1 ORDER BY 2 DESC"
            )
            groups = self._connection.execute(sql, (match,)).fetchall()
            found = sum(count for _, count in groups)
            rows += (f"{name} {count}" for name, count in groups[:12])
        return Answer(found, tuple(rows))


def _match(question: Question) -> str | None:
    """The question in FTS5's language; None for what it has no words for."""
    quoted = [f'"{word}"' for word in question.words]
    match question.kind:
        case "wildcard" | "fuzzy":
            return None
        case "phrase" | "stop-word phrase":
            return f'"{" ".join(question.words)}"'
        case "proximity":
            return f"NEAR({' '.join(quoted)}, {NEAR - 1})"
        case "prefix":
            return f"{quoted[0]} *"
        case "field and dates":
            return f'outlet : "{question.outlet}" AND {quoted[0]}'
        case _:
            return " AND ".join(quoted)
