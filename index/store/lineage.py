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
