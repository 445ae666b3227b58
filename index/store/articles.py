"""Articles and their texts: written when a file is taken in, read by everybody."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from index.article import Article
from index.store import facts, held
from index.store.database import now
from index.store.forms import form_from_json
from index.store.outbox import tell

ID_LENGTH = 12
"""Characters of an article's id."""

# As many as SQLite takes in one statement on every build.
_BATCH = 500

_NOWHERE: tuple[tuple[str, ...], bool] = ((), False)

_COLUMNS = (
    "a.id, a.item, a.file_sha256, a.text_sha256, t.rules, a.version_of, a.form, a.words, "
    "a.read_with IS NOT NULL AND a.read_trouble IS NULL, a.part, "
    "iif(a.read_with IS NOT NULL AND a.read_with != '', a.read_trouble, NULL)"
)


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article as it comes out of its file, ready to be stored.

    `form` is its news form as `index.store.forms` writes it, `date` the ISO day of that; `row_id`
    is what a dump itself calls it, `part` the part of the file that it stands in.
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
    part: str = ""


class Stored(NamedTuple):
    """How many articles were not there, and how many were there with another text or form."""

    new: int
    changed: int


def stand_so(connection: sqlite3.Connection, batch: Iterable[NewArticle]) -> bool:
    """Whether all these articles are there as they are, to the letter."""
    return all(
        connection.execute(
            """SELECT 1 FROM articles WHERE id = ? AND text_sha256 = ? AND superseded = 0
               AND coalesce(machine_form, form) = ? AND part IS ?""",
            (each.id, each.text_sha256, each.form, each.part),
        ).fetchone()
        for each in batch
    )


def put_all(connection: sqlite3.Connection, batch: Sequence[NewArticle]) -> Stored:
    """Store articles and tell the outbox; how many of them were not there, word for word.

    Together where all are new, which is the rule, and many times quicker than one by one.
    """
    ids = [article.id for article in batch]
    marks = ",".join("?" * len(ids))
    known = connection.execute(f"SELECT 1 FROM articles WHERE id IN ({marks}) LIMIT 1", ids)  # noqa: S608
    if known.fetchone() is not None or len(set(ids)) < len(ids) or held.any_held(connection):
        there = Counter(put(connection, article) for article in batch)
        return Stored(there["new"], there["changed"])
    _insert(connection, batch)
    connection.executemany(
        "INSERT INTO outbox (what, article) VALUES ('article', ?)", [(each,) for each in ids]
    )
    for each in ids if facts.any_said(connection) else ():
        facts.follow(connection, each)
    return Stored(len(batch), 0)


def put(
    connection: sqlite3.Connection, article: NewArticle
) -> Literal["new", "changed", "as it was"]:
    """Store an article and tell the outbox, unless it is there already, word for word.

    One that a person removed is as it was; its later versions are stored, and stay out.
    """
    known = connection.execute(
        """SELECT text_sha256, coalesce(machine_form, form), superseded
           FROM articles WHERE id = ?""",
        (article.id,),
    ).fetchone()
    if known is not None and known == (article.text_sha256, article.form, 0):
        return "as it was"
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
                facts.follow(connection, article.id)
        return "as it was"
    if known is not None and known[:2] != (article.text_sha256, article.form):
        _forget_reading(connection, article)
    _insert(connection, [article])
    facts.follow(connection, article.id)
    tell(connection, "article", article.id)
    if known is not None:
        tell(connection, "quotes", article.id)
    return "new" if known is None or known[2] else "changed"


def _insert(connection: sqlite3.Connection, batch: Sequence[NewArticle]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO texts VALUES (?, ?, ?)",
        [(article.text_sha256, article.text_rules, article.text) for article in batch],
    )
    moment = now()
    connection.executemany(
        """INSERT INTO articles
               (id, item, file_sha256, text_sha256, date, words, form, added_at, row_id, part)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET text_sha256 = excluded.text_sha256, superseded = 0,
               date = excluded.date, words = excluded.words, form = excluded.form,
               machine_form = NULL, row_id = excluded.row_id, part = excluded.part""",
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
                article.part,
            )
            for article in batch
        ],
    )


def _forget_reading(connection: sqlite3.Connection, article: NewArticle) -> None:
    """What was read in an article is not true of its new text or form."""
    [(number, before)] = connection.execute(
        "SELECT number, text_sha256 FROM articles WHERE id = ?", (article.id,)
    )
    if before != article.text_sha256:
        connection.execute("INSERT OR IGNORE INTO former_texts VALUES (?, ?)", (article.id, before))
    for table in ("quotes", "appearances", "overruled"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))  # noqa: S608
    connection.execute(
        "UPDATE articles SET read_with = NULL, read_trouble = NULL WHERE number = ?", (number,)
    )


def supersede(connection: sqlite3.Connection, article: str) -> None:
    """Take an article out of search; it stays in the store for what was kept of it."""
    connection.execute("UPDATE articles SET superseded = 1 WHERE id = ?", (article,))
    tell(connection, "removed", article)


def make_version(connection: sqlite3.Connection, article: str, of: str) -> None:
    """Note that an article is the newer version of another, which is out of search then.

    What a person said of the facts of that one holds for this one too.
    """
    connection.execute("UPDATE articles SET version_of = ? WHERE id = ?", (of, article))
    supersede(connection, of)
    facts.follow(connection, article)


def tell_of_file(connection: sqlite3.Connection, file_sha256: str) -> None:
    """Leave word that the articles of a file stand in another file too, or in it alone."""
    connection.execute(
        """INSERT INTO outbox (what, article)
           SELECT 'article', id FROM articles WHERE file_sha256 = ? AND superseded = 0""",
        (file_sha256,),
    )


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


def languages(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """The language of each of these articles of which it is known."""
    found: dict[str, str] = {}
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        rows = connection.execute(
            f"""SELECT id, json_extract(form, '$.facts.language[0]') FROM articles
                WHERE id IN ({",".join("?" * len(batch))})""",  # noqa: S608
            batch,
        )
        found.update((article, language) for article, language in rows if language is not None)
    return found


def is_read_otherwise(connection: sqlite3.Connection, file_sha256: str, text_sha256: str) -> bool:
    """Whether a file has current articles, and none of them has this text."""
    row = connection.execute(
        """SELECT count(*), total(text_sha256 = :text) FROM articles
           WHERE file_sha256 = :file AND superseded = 0""",
        {"file": file_sha256, "text": text_sha256},
    ).fetchone()
    return bool(row[0]) and not row[1]


def file_says(connection: sqlite3.Connection, file_sha256: str, words: str) -> bool:
    """Whether these words stand in a current article of a file."""
    row = connection.execute(
        """SELECT 1 FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
           WHERE a.file_sha256 = ? AND a.superseded = 0 AND instr(t.text, ?) LIMIT 1""",
        (file_sha256, words),
    ).fetchone()
    return row is not None


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


def beginning_with(connection: sqlite3.Connection, beginning: str) -> list[str]:
    """The ids of current articles whose id begins so, at most 10."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE superseded = 0 AND substr(id, 1, ?) = ? LIMIT 10",
        (len(beginning), beginning.lower()),
    )
    return [row[0] for row in rows]


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
        part=str(row[9] or ""),
        unread=str(row[10] or ""),
    )
