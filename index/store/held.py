"""Articles that do not come in, because a person removed them or an earlier version of them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.store.database import now


@dataclass(frozen=True, slots=True)
class Held:
    """Why an article is held: `article` was removed, as a version of `origin` or as itself."""

    article: str
    origin: str
    purged: bool


def any_held(connection: sqlite3.Connection) -> bool:
    """Whether a person has removed anything at all."""
    return connection.execute("SELECT 1 FROM removed LIMIT 1").fetchone() is not None


def find(connection: sqlite3.Connection, article: str, file_sha256: str, item: int) -> Held | None:
    """The removal that concerns an article which comes in; None for one that is welcome.

    That is its own, or that of the one that stood in its file before. Not so in a file of
    several articles: what is the third of them now may have been the second.
    """
    row = connection.execute(
        "SELECT article, origin, purged FROM removed WHERE article = ?", (article,)
    ).fetchone()
    if row is None and item == 0:
        row = connection.execute(
            """SELECT r.article, r.origin, r.purged FROM files f
               JOIN removed r ON r.file_sha256 = f.former AND r.item = 0
               WHERE f.sha256 = ? AND NOT EXISTS
                   (SELECT 1 FROM articles a WHERE a.file_sha256 = f.former AND a.item > 0)""",
            (file_sha256,),
        ).fetchone()
    return None if row is None else Held(row[0], row[1], bool(row[2]))


def note(
    connection: sqlite3.Connection, article: str, file_sha256: str, item: int, because: Held
) -> None:
    """Note that an article is held, as a later version of one that was removed."""
    connection.execute(
        "INSERT OR IGNORE INTO removed VALUES (?, ?, ?, ?, ?, ?, NULL)",
        (article, because.origin, file_sha256, item, now(), because.purged),
    )
