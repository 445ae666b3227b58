"""Who goes by which name, and where they are mentioned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from index.store.linking import APART, key_of
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
    return _holding(connection, folded)


def begun(connection: sqlite3.Connection, beginning: str) -> frozenset[int]:
    """The ids of the actors and collective speakers in one of whose names a word begins so."""
    folded = fold_name(beginning).rstrip()
    if not folded:
        return frozenset()
    return _holding(connection, folded)


def _holding(connection: sqlite3.Connection, folded: str) -> frozenset[int]:
    """The ids of all in one of whose folded names this stands."""
    rows = connection.execute(
        "SELECT DISTINCT actor FROM names WHERE instr(folded, ?) > 0", (folded,)
    )
    given = _given(connection, lambda known: folded in known)
    return all_of(connection, [*(row[0] for row in rows), *given])


def called(connection: sqlite3.Connection, name: str) -> frozenset[int]:
    """The ids of the actors and collective speakers that are shown by this whole name.

    Case, accents, dots and possessives apart. Persons that are known by a single name alone are
    one each article.
    """
    folded = fold_name(name)
    if not folded.strip():
        return frozenset()
    found: list[int] = []
    for kind in _KINDS:
        key = key_of(kind, name)
        rows = connection.execute(
            """SELECT id, name FROM actors WHERE kind = :kind AND key IN (:key, :name)
               UNION SELECT id, name FROM actors
               WHERE kind = :kind AND key > :first AND key < :behind""",
            {
                "kind": kind,
                "key": key,
                "name": folded.strip(),
                "first": f"{key}{APART}",
                "behind": f"{key} ",
            },
        )
        found.extend(actor for actor, shown in rows if fold_name(shown) == folded)
    others = connection.execute(
        """SELECT c.actor FROM json_each(?) j JOIN corrected_actors c ON c.actor = j.value
           WHERE c.shown IS NOT c.actor""",
        (json.dumps(found),),
    )
    elsewhere = {row[0] for row in others}  # shown by another's name, if at all
    given = _given(connection, lambda known: known == folded)
    return all_of(connection, [*(each for each in found if each not in elsewhere), *given])


def _given(connection: sqlite3.Connection, fits: Callable[[str], bool]) -> list[int]:
    """The actors to whom a person gave a name that fits when folded: that of the archive, which
    `names` has, may be another."""
    rows = connection.execute("SELECT actor, name FROM corrected_actors WHERE name IS NOT NULL")
    return [actor for actor, name in rows if fits(fold_name(name))]


def as_whom(connection: sqlite3.Connection) -> dict[int, int | None]:
    """By the ids of the actors that a person corrected: those they are shown as, None for none."""
    rows = connection.execute("SELECT actor, shown FROM corrected_actors")
    return dict(rows.fetchall())


def all_of(connection: sqlite3.Connection, actors: Iterable[int]) -> frozenset[int]:
    """The ids of all who are shown as one of these actors: a correction changes no id that the
    index holds. Those that are no actors are left out."""
    rows = connection.execute(
        """WITH meant AS (
               SELECT DISTINCT CASE WHEN c.actor IS NULL THEN j.value ELSE c.shown END AS id
               FROM json_each(?) j LEFT JOIN corrected_actors c ON c.actor = j.value)
           SELECT id FROM meant WHERE id IS NOT NULL
           UNION SELECT c.actor FROM meant m JOIN corrected_actors c ON c.shown = m.id""",
        (json.dumps(list(actors)),),
    )
    return frozenset(row[0] for row in rows)


def names_of(connection: sqlite3.Connection, actors: Sequence[int]) -> dict[int, str]:
    """The names by which these actors and collective speakers are shown, if they are."""
    marks = ",".join("?" * len(actors))
    rows = connection.execute(
        f"""SELECT a.id, coalesce(c.name, p.name) FROM actors a
            LEFT JOIN corrected_actors c ON c.actor = a.id
            JOIN actors p ON p.id = CASE WHEN c.actor IS NULL THEN a.id ELSE c.shown END
            WHERE a.id IN ({marks})""",  # noqa: S608
        list(actors),
    )
    return dict(rows.fetchall())


def only_in(connection: sqlite3.Connection, actors: Sequence[int]) -> dict[int, str]:
    """Of these actors those that are known by a single name, each with the id of the article in
    which it is: in another article the same name may be somebody else's."""
    rows = connection.execute(
        """SELECT a.id, substr(a.key, instr(a.key, :apart) + 1) FROM json_each(:ids) j
           JOIN actors a ON a.id = j.value
           WHERE instr(a.key, :apart) > 0
           AND NOT EXISTS (SELECT 1 FROM corrected_actors c
                           WHERE c.shown = a.id AND c.actor != a.id)""",
        {"ids": json.dumps(list(actors)), "apart": APART},
    )
    return dict(rows.fetchall())


def shown_otherwise(connection: sqlite3.Connection) -> dict[int, str | None]:
    """By the ids of actors that a person corrected: the names they are shown by, None for one
    that is no actor."""
    rows = connection.execute(
        """SELECT c.actor, coalesce(c.name, p.name) FROM corrected_actors c
           LEFT JOIN actors p ON p.id = c.shown"""
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
