"""What the full-text index still has to be told, and which of its generations the store knows.

Articles and readings leave letters here in the transaction that stores them.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from index.store.database import meta, set_meta

_GENERATION = "index_generation"
_WHOLE = "index_whole"


@dataclass(frozen=True, slots=True)
class Letter:
    """`what` is "article", "quotes" or "removed"; `seq` rises and is never used again."""

    seq: int
    what: str
    article: str


def tell(connection: sqlite3.Connection, what: str, article: str) -> None:
    """Leave word for the full-text index: "article", "quotes" or "removed"."""
    connection.execute("INSERT INTO outbox (what, article) VALUES (?, ?)", (what, article))


def waiting(connection: sqlite3.Connection, limit: int) -> list[Letter]:
    """The oldest letters, in order."""
    rows = connection.execute(
        "SELECT seq, what, article FROM outbox ORDER BY seq LIMIT ?", (limit,)
    )
    return [Letter(*row) for row in rows]


def articles_waiting(connection: sqlite3.Connection) -> set[str]:
    """The ids of all articles of which the index still has to be told something."""
    return {row[0] for row in connection.execute("SELECT DISTINCT article FROM outbox")}


def is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM outbox LIMIT 1").fetchone() is None


def applied(connection: sqlite3.Connection, last: int, generation: int) -> None:
    """Letters up to `last` stand in this generation of the index now."""
    connection.execute("DELETE FROM outbox WHERE seq <= ?", (last,))
    set_meta(connection, _GENERATION, str(generation))


def generation(connection: sqlite3.Connection) -> int:
    """The generation of the index that the store last heard of; 0 before the first."""
    return int(meta(connection, _GENERATION) or 0)


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the index holds all it should but for the letters that wait."""
    return meta(connection, _WHOLE) == "1"


def set_whole(connection: sqlite3.Connection, whole: bool, generation: int) -> None:
    """Note that the index is being made anew (`whole` false), or that it is done."""
    set_meta(connection, _WHOLE, "1" if whole else "0")
    set_meta(connection, _GENERATION, str(generation))
