"""Articles of one file beside those of another: which is the new version of which."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from index.store import corrected, held, overruling
from index.store.articles import supersede
from index.store.outbox import tell


@dataclass(frozen=True, slots=True)
class Standing:
    """An article of a file as it is stored, with what tells it from the others.

    `form` is its news form as the machine read it, `row_id` what a dump itself calls it.
    `removed` is set when a person took it out.
    """

    id: str
    item: int
    file_sha256: str
    text_sha256: str
    form: str
    row_id: str | None
    version_of: str | None
    current: bool
    removed: bool

    def fact(self, name: str, *, stated: bool = False) -> object | None:
        """The value of a fact of its news form; None where it is unknown (or not `stated`)."""
        value, basis, _ = json.loads(self.form)["facts"].get(name, (None, None, None))
        return None if stated and basis != "stated" else value


def standing(connection: sqlite3.Connection, file_sha256: str) -> list[Standing]:
    """Every article of the file with this hash, current or not, by item."""
    rows = connection.execute(
        """SELECT a.id, a.item, a.file_sha256, a.text_sha256, coalesce(a.machine_form, a.form),
                  a.row_id, a.version_of, NOT a.superseded, r.article IS NOT NULL
           FROM articles a LEFT JOIN removed r ON r.article = a.id
           WHERE a.file_sha256 = ? ORDER BY a.item""",
        (file_sha256,),
    )
    return [Standing(*row) for row in rows]


def hold(connection: sqlite3.Connection, article: Standing, removed: str) -> None:
    """Keep an article out of search, as a later version of one that a person removed."""
    because = held.find(connection, removed, "", -1)
    if because is not None:
        held.note(connection, article.id, article.file_sha256, article.item, because)
        supersede(connection, article.id)


def carry_over(connection: sqlite3.Connection, older: str, newer: str) -> None:
    """Let what was read in an article stand for another with the same text and facts."""
    before, after, read_with, trouble = connection.execute(
        """SELECT o.number, n.number, o.read_with, o.read_trouble FROM articles o, articles n
           WHERE o.id = ? AND n.id = ?""",
        (older, newer),
    ).fetchone()
    if read_with is None:
        return
    for table in ("quotes", "appearances"):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        others = ", ".join(f'"{column}"' for column in columns if column != "article")
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (after,))  # noqa: S608
        connection.execute(
            f"INSERT INTO {table} (article, {others}) SELECT ?, {others} FROM {table} "  # noqa: S608
            "WHERE article = ?",
            (after, before),
        )
    connection.execute(
        "UPDATE articles SET read_with = ?, read_trouble = ? WHERE number = ?",
        (read_with, trouble, after),
    )
    overruling.carry_over(connection, before, after)
    corrected.follow(connection, after)
    overruling.follow(connection, after)
    tell(connection, "quotes", newer)
