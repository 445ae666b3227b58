"""What was searched for, and up to where the finds of each saved search have been seen."""

from __future__ import annotations

import sqlite3

from index.store.database import now

_REMEMBERED = 1000
"""Queries that are remembered; older ones are forgotten."""


def remember(connection: sqlite3.Connection, query: str) -> None:
    """Note that a query was asked; one that was asked before becomes the newest."""
    connection.execute("DELETE FROM history WHERE query = ?", (query,))
    connection.execute("INSERT INTO history (query, at) VALUES (?, ?)", (query, now()))
    connection.execute(
        """DELETE FROM history WHERE seq <=
               (SELECT seq FROM history ORDER BY seq DESC LIMIT 1 OFFSET ?)""",
        (_REMEMBERED,),
    )


def recent(connection: sqlite3.Connection, limit: int) -> list[str]:
    """The queries asked last, newest first, each once."""
    rows = connection.execute("SELECT query FROM history ORDER BY seq DESC LIMIT ?", (limit,))
    return [row[0] for row in rows]


def newest(connection: sqlite3.Connection) -> int:
    """The number of the article that came in last, 0 without any."""
    row = connection.execute("SELECT max(number) FROM articles").fetchone()
    return int(row[0] or 0)


def open_search(connection: sqlite3.Connection, name: str) -> None:
    """Note that what a saved search finds now has been seen.

    It goes by the articles' numbers, which rise as they come in: a clock may be set back.
    """
    connection.execute(
        "INSERT OR REPLACE INTO searches_opened VALUES (?, ?, ?)",
        (name, now(), newest(connection)),
    )


def opened(connection: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """By name of a saved search: when it was last opened, and the newest article then."""
    rows = connection.execute("SELECT name, at, upto FROM searches_opened")
    return {name: (at, upto) for name, at, upto in rows}


def came_in_after(connection: sqlite3.Connection, number: int) -> set[str]:
    """The ids of the current articles that came in after the one with this number."""
    rows = connection.execute(
        "SELECT id FROM articles WHERE number > ? AND superseded = 0", (number,)
    )
    return {row[0] for row in rows}
