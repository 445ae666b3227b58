"""Which article is a version of which: the way back to what it was, and on to what it is."""

from __future__ import annotations

import sqlite3


def newer_version(connection: sqlite3.Connection, article: str) -> str | None:
    """The id of the newest version that came after this article; None if it is current."""
    current = connection.execute(
        "SELECT 1 FROM articles WHERE id = ? AND superseded = 0", (article,)
    ).fetchone()
    if current is not None:
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


def newer_versions(connection: sqlite3.Connection, article: str) -> list[str]:
    """The ids of all versions that came after this one; not of itself."""
    rows = connection.execute(
        """WITH RECURSIVE newer(id) AS (
               SELECT :article
               UNION SELECT a.id FROM newer n JOIN articles a ON a.version_of = n.id)
           SELECT id FROM newer WHERE id != :article ORDER BY id""",
        {"article": article},
    )
    return [row[0] for row in rows]


_MOST_BESIDE = 200


def is_shown(connection: sqlite3.Connection, article: str) -> bool:
    """Whether an article is current, or would be if a person had not removed it."""
    row = connection.execute(
        """SELECT 1 FROM articles a LEFT JOIN removed r ON r.article = a.id
           WHERE a.id = ? AND (a.superseded = 0 OR r.article IS NOT NULL)""",
        (article,),
    ).fetchone()
    return row is not None


def beside(connection: sqlite3.Connection, article: str) -> list[str]:
    """The ids of the other current articles of the same file, in order; none where there are
    very many, as in a dump, whose articles have little to do with one another."""
    rows = connection.execute(
        """SELECT b.id FROM articles a
           JOIN articles b ON b.file_sha256 = a.file_sha256 AND b.superseded = 0 AND b.id != a.id
           WHERE a.id = ? ORDER BY b.item LIMIT ?""",
        (article, _MOST_BESIDE + 1),
    ).fetchall()
    return [row[0] for row in rows] if len(rows) <= _MOST_BESIDE else []
