"""Articles and their texts: written when a file is taken in, read by everybody."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from index.article import FACTS, Article, Basis, Fact, Furniture, NewsForm
from index.store import held
from index.store.database import now

ID_LENGTH = 12
"""Characters of an article's id."""

_FORMS = 512
"""News forms that are remembered: while one types, the same articles are found again."""

# As many as SQLite takes in one statement on every build.
_BATCH = 500

_NOWHERE: tuple[tuple[str, ...], bool] = ((), False)

_COLUMNS = (
    "a.id, a.item, a.file_sha256, a.text_sha256, t.rules, a.version_of, a.form, a.words, "
    "a.read_with IS NOT NULL AND a.read_trouble IS NULL"
)


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article as it comes out of its file, ready to be stored.

    `form` is its news form as `form_to_json` gives it, `date` the ISO day of that; `row_id` is
    what a dump itself calls it.
    """

    id: str
    item: int
    file_sha256: str
    text_sha256: str
    text_rules: int
    text: str
    form: str
    date: str | None
    words: int
    row_id: str | None = None


def put_all(connection: sqlite3.Connection, batch: Sequence[NewArticle]) -> int:
    """Store articles and tell the outbox; how many of them were not there, word for word.

    Together where all are new, which is the rule, and many times quicker than one by one.
    """
    ids = [article.id for article in batch]
    marks = ",".join("?" * len(ids))
    known = connection.execute(f"SELECT 1 FROM articles WHERE id IN ({marks}) LIMIT 1", ids)  # noqa: S608
    if known.fetchone() is not None or len(set(ids)) < len(ids) or held.any_held(connection):
        return sum(put(connection, article) for article in batch)
    _insert(connection, batch)
    connection.executemany(
        "INSERT INTO outbox (what, article) VALUES ('article', ?)", [(each,) for each in ids]
    )
    return len(batch)


def put(connection: sqlite3.Connection, article: NewArticle) -> bool:
    """Store an article and tell the outbox. False when it is there already, word for word.

    False too for one that a person removed; its later versions are stored, and stay out.
    """
    known = connection.execute(
        "SELECT text_sha256, form, superseded FROM articles WHERE id = ?", (article.id,)
    ).fetchone()
    if known is not None and known == (article.text_sha256, article.form, 0):
        return False
    removal = held.find(connection, article.id, article.file_sha256, article.item)
    if removal is not None:
        if removal.article != article.id:
            held.note(connection, article.id, article.file_sha256, article.item, removal)
            if not removal.purged:
                _insert(connection, [article])
                connection.execute(
                    "UPDATE articles SET superseded = 1, version_of = ? WHERE id = ?",
                    (removal.article, article.id),
                )
        return False
    if known is not None and known[:2] != (article.text_sha256, article.form):
        _forget_reading(connection, article.id)
    _insert(connection, [article])
    tell(connection, "article", article.id)
    if known is not None:
        tell(connection, "quotes", article.id)
    return True


def _insert(connection: sqlite3.Connection, batch: Sequence[NewArticle]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO texts VALUES (?, ?, ?)",
        [(article.text_sha256, article.text_rules, article.text) for article in batch],
    )
    moment = now()
    connection.executemany(
        """INSERT INTO articles
               (id, item, file_sha256, text_sha256, date, words, form, added_at, row_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET text_sha256 = excluded.text_sha256, superseded = 0,
               date = excluded.date, words = excluded.words, form = excluded.form,
               row_id = excluded.row_id""",
        [
            (
                article.id,
                article.item,
                article.file_sha256,
                article.text_sha256,
                article.date,
                article.words,
                article.form,
                moment,
                article.row_id,
            )
            for article in batch
        ],
    )


def _forget_reading(connection: sqlite3.Connection, article: str) -> None:
    """What was read in an article is not true of its new text or form."""
    [(number,)] = connection.execute("SELECT number FROM articles WHERE id = ?", (article,))
    connection.execute("DELETE FROM quotes WHERE article = ?", (number,))
    connection.execute("DELETE FROM appearances WHERE article = ?", (number,))
    connection.execute(
        "UPDATE articles SET read_with = NULL, read_trouble = NULL WHERE number = ?", (number,)
    )


def supersede(connection: sqlite3.Connection, article: str) -> None:
    """Take an article out of search; it stays in the store for what was kept of it."""
    connection.execute("UPDATE articles SET superseded = 1 WHERE id = ?", (article,))
    tell(connection, "removed", article)


def make_version(connection: sqlite3.Connection, article: str, of: str) -> None:
    """Note that an article is the newer version of another, which is out of search then."""
    connection.execute("UPDATE articles SET version_of = ? WHERE id = ?", (of, article))
    supersede(connection, of)


def tell_of_file(connection: sqlite3.Connection, file_sha256: str) -> None:
    """Leave word that the articles of a file stand in another file too, or in it alone."""
    connection.execute(
        """INSERT INTO outbox (what, article)
           SELECT 'article', id FROM articles WHERE file_sha256 = ? AND superseded = 0""",
        (file_sha256,),
    )


def tell(connection: sqlite3.Connection, what: str, article: str) -> None:
    """Leave word for the full-text index: "article", "quotes" or "removed"."""
    connection.execute("INSERT INTO outbox (what, article) VALUES (?, ?)", (what, article))


def number_and_day(connection: sqlite3.Connection, article: str) -> tuple[int, str | None] | None:
    """The number of a current article in the store and its ISO day; None without the article."""
    row: tuple[int, str | None] | None = connection.execute(
        "SELECT number, date FROM articles WHERE id = ? AND superseded = 0", (article,)
    ).fetchone()
    return row


def get(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Article]:
    """The articles with these ids, those that exist, with the files they stand in now."""
    found: dict[str, Article] = {}
    for rows in _rows(connection, _COLUMNS, ids):
        files = _files(connection, {row[2] for row in rows})
        for row in rows:
            found[row[0]] = _article(row, files.get(row[2], _NOWHERE))
    return found


def with_texts(
    connection: sqlite3.Connection, ids: Sequence[str]
) -> dict[str, tuple[Article, str]]:
    """The articles with these ids, those that exist, each with its canonical text."""
    found: dict[str, tuple[Article, str]] = {}
    for rows in _rows(connection, f"{_COLUMNS}, t.text", ids):
        files = _files(connection, {row[2] for row in rows})
        for row in rows:
            found[row[0]] = (_article(row, files.get(row[2], _NOWHERE)), str(row[-1]))
    return found


def _rows(
    connection: sqlite3.Connection, columns: str, ids: Sequence[str]
) -> Iterator[list[tuple[Any, ...]]]:
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        marks = ",".join("?" * len(batch))
        yield connection.execute(
            f"""SELECT {columns} FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
                WHERE a.id IN ({marks})""",  # noqa: S608
            batch,
        ).fetchall()


def text_of(connection: sqlite3.Connection, article: str) -> str | None:
    """The canonical text of an article's current text, None if there is no such article."""
    row = connection.execute(
        """SELECT t.text FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
           WHERE a.id = ?""",
        (article,),
    ).fetchone()
    return None if row is None else str(row[0])


def text_with_hash(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The canonical text with this hash, whether or not an article still has it."""
    row = connection.execute("SELECT text FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else str(row[0])


def in_order(
    connection: sqlite3.Connection, *, oldest_first: bool = False, most: int = -1
) -> list[str]:
    """The ids of articles that are not superseded, newest date first, undated last.

    With `most` only the first so many.
    """
    order = "ASC" if oldest_first else "DESC"
    # In one string, since a row for each of some hundred thousand would take ten times as long.
    # SQLite keeps the order of a subquery for an aggregate that has it as its only source.
    joined, count = connection.execute(
        f"""SELECT group_concat(id, ''), count(*) FROM (
                SELECT id FROM articles WHERE superseded = 0
                ORDER BY date IS NULL, date {order}, number LIMIT ?)""",  # noqa: S608
        (most,),
    ).fetchone()
    length = len(joined or "") // max(1, count)
    return [joined[at : at + length] for at in range(0, len(joined or ""), length or 1)]


def count(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM articles WHERE superseded = 0").fetchone()
    return int(row[0])


def span_of_dates(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and the last ISO day on which an article is dated; None if none is."""
    # Asked so, both ends are read off the index of the order; min and max read all dates.
    dated = "SELECT date FROM articles WHERE superseded = 0 AND (date IS NULL) = 0 ORDER BY date"
    first, last = connection.execute(
        f"SELECT ({dated} ASC LIMIT 1), ({dated} DESC LIMIT 1)"
    ).fetchone()
    return None if first is None else (str(first), str(last))


def is_current(connection: sqlite3.Connection, article: str) -> bool:
    row = connection.execute("SELECT superseded FROM articles WHERE id = ?", (article,)).fetchone()
    return row is not None and not row[0]


def current(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """Those of these articles that are in the store and not superseded."""
    wanted = list(ids)
    found: set[str] = set()
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        rows = connection.execute(
            f"""SELECT id FROM articles
                WHERE superseded = 0 AND id IN ({",".join("?" * len(batch))})""",  # noqa: S608
            batch,
        )
        found.update(row[0] for row in rows)
    return found


def newer_version(connection: sqlite3.Connection, article: str) -> str | None:
    """The id of the newest version that came after this article; None if it is current."""
    if is_current(connection, article):
        return None
    seen = {article}
    newest: str | None = None
    at = article
    while True:
        row = connection.execute(
            "SELECT id FROM articles WHERE version_of = ? ORDER BY number DESC LIMIT 1", (at,)
        ).fetchone()
        if row is None or row[0] in seen:
            return newest
        newest = at = str(row[0])
        seen.add(at)


def older_versions(connection: sqlite3.Connection, article: str) -> list[str]:
    """The ids of the versions before this one, nearest first."""
    found: list[str] = []
    at: str | None = article
    while at is not None:
        row = connection.execute("SELECT version_of FROM articles WHERE id = ?", (at,)).fetchone()
        at = None if row is None else row[0]
        # A text put back as it was is a version of what came between, and so in a circle.
        if at is None or at == article or at in found:
            break
        found.append(at)
    return found


def beginning_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids of current articles whose id begins so, at most 10."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE superseded = 0 AND substr(id, 1, ?) = ? LIMIT 10",
        (len(beginning), beginning.lower()),
    )
    return [row[0] for row in rows]


def form_to_json(form: NewsForm) -> str:
    """A `NewsForm` as it is stored. Unknown facts are left out."""
    facts = {
        name: [fact.value, fact.basis, fact.reason]
        for name in FACTS
        if (fact := getattr(form, name)).basis != "unknown"
    }
    return json.dumps(
        {
            "facts": facts,
            "headline": form.headline,
            "furniture": [[piece.start, piece.end, piece.what] for piece in form.furniture],
            "subheads": form.subheads,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


@lru_cache(maxsize=_FORMS)
def form_from_json(stored: str) -> NewsForm:
    record = json.loads(stored)
    facts: dict[str, Fact[object]] = {}
    for name, (value, basis, reason) in record["facts"].items():
        known: Basis = basis
        facts[name] = Fact(tuple(value) if isinstance(value, list) else value, known, reason)
    headline = record["headline"]
    return NewsForm(
        headline=(headline[0], headline[1]) if headline else None,
        furniture=tuple(Furniture(*piece) for piece in record["furniture"]),
        subheads=tuple((start, end) for start, end in record["subheads"]),
        **facts,  # type: ignore[arg-type]
    )


def _files(
    connection: sqlite3.Connection, hashes: Iterable[str]
) -> dict[str, tuple[tuple[str, ...], bool]]:
    """For each hash the paths at which a file with it was last seen; whether it still is."""
    wanted = list(hashes)
    marks = ",".join("?" * len(wanted))
    rows = connection.execute(
        f"""SELECT sha256, path, vanished IS NULL FROM files WHERE sha256 IN ({marks})
            UNION SELECT former, path, 0 FROM files WHERE former IN ({marks})
                AND former NOT IN (SELECT sha256 FROM files WHERE sha256 IS NOT NULL)
            ORDER BY path""",  # noqa: S608
        [*wanted, *wanted],
    )
    files: dict[str, tuple[tuple[str, ...], bool]] = {}
    for sha256, path, stands in rows:
        paths, there = files.get(sha256, _NOWHERE)
        files[sha256] = ((*paths, os.fsdecode(path)), there or bool(stands))
    return files


def _article(row: tuple[object, ...], files: tuple[tuple[str, ...], bool]) -> Article:
    paths, there = files
    return Article(
        id=str(row[0]),
        files=paths,
        gone=not there,
        item=int(str(row[1])),
        file_sha256=str(row[2]),
        text_sha256=str(row[3]),
        text_rules=int(str(row[4])),
        version_of=None if row[5] is None else str(row[5]),
        form=form_from_json(str(row[6])),
        words=int(str(row[7])),
        extracted=bool(row[8]),
    )
