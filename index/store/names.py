"""Who goes by which name, and where they are mentioned."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from index.store.readings import COLLECTIVE
from index.text import fold_name

_KINDS: Final = ("person", "organisation", "state", "place", COLLECTIVE)


def named(connection: sqlite3.Connection, name: str) -> frozenset[int]:
    """The ids of the actors and collective speakers that go by this name.

    A name matches when its words stand together in one of the actor's names: "Lavrov" and
    "Sergei Lavrov" both find Sergei Lavrov, "rebels" finds Syrian rebels.
    """
    folded = fold_name(name)
    if not folded.strip():
        return frozenset()
    rows = connection.execute(
        "SELECT DISTINCT actor FROM names WHERE instr(folded, ?) > 0", (folded,)
    )
    return frozenset(row[0] for row in rows)


def begun(connection: sqlite3.Connection, beginning: str) -> frozenset[int]:
    """The ids of the actors and collective speakers in one of whose names a word begins so."""
    folded = fold_name(beginning).rstrip()
    if not folded:
        return frozenset()
    rows = connection.execute(
        "SELECT DISTINCT actor FROM names WHERE instr(folded, ?) > 0", (folded,)
    )
    return frozenset(row[0] for row in rows)


def called(connection: sqlite3.Connection, name: str) -> frozenset[int]:
    """The ids of the actors and collective speakers that are shown by this whole name.

    Case, accents, dots and possessives apart. Persons that are known by a single name alone are
    one each article.
    """
    folded = fold_name(name)
    key = folded.strip()
    rows = connection.execute(
        f"""SELECT id, name FROM actors WHERE kind IN ({",".join("?" * len(_KINDS))})
            AND (key = ? OR (key > ? AND key < ?))""",  # noqa: S608
        [*_KINDS, key, f"{key}\x1f", f"{key} "],
    )
    return frozenset(actor for actor, shown in rows if key and fold_name(shown) == folded)


def names_of(connection: sqlite3.Connection, actors: Sequence[int]) -> dict[int, str]:
    """The names by which these actors and collective speakers are shown."""
    marks = ",".join("?" * len(actors))
    rows = connection.execute(
        f"SELECT id, name FROM actors WHERE id IN ({marks})",  # noqa: S608
        list(actors),
    )
    return dict(rows.fetchall())


def articles_with(connection: sqlite3.Connection, actor_ids: Iterable[int]) -> set[str]:
    """The ids of the current articles in which one of these actors is mentioned."""
    found: set[str] = set()
    for actor_id in actor_ids:
        rows = connection.execute(
            """SELECT a.id FROM appearances x JOIN articles a ON a.number = x.article
               WHERE x.actor = ? AND a.superseded = 0""",
            (actor_id,),
        )
        found.update(row[0] for row in rows)
    return found
