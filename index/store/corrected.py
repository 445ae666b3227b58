"""Brings what is shown to what a person said of it: the tables follow the journal.

`corrected_actors` leads from the ids of actors to those they are shown as, so that merging
reads nothing anew: the index and the tables of readings keep their ids. An article of which
quotes or mentions were corrected is `overruled`: its rows in `quotes` and `appearances` are
what is shown (see `index.store.overruling`), and those of the machine are kept beside them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping

from index.store import journal
from index.store.corrections import (
    EVERYWHERE,
    FACT,
    FOLDED,
    KINDS,
    STEPS,
    Corrections,
    Key,
    Stated,
    fold,
    stated,
)
from index.store.database import meta
from index.store.journal import Entry
from index.store.linking import APART
from index.text import fold_name


def standing(connection: sqlite3.Connection) -> Corrections:
    """The corrections that stand now; folded once for as long as the journal stays as it is."""
    moment = (meta(connection, "uuid"), *journal.last(connection))
    known = _folded.get(moment)
    if known is None:
        known = fold(journal.of_kinds(connection, FOLDED))
        if len(_folded) >= _MOST:
            _folded.clear()
        _folded[moment] = known
    return known


def entries(connection: sqlite3.Connection) -> list[Entry]:
    """The entries whose corrections stand, oldest first; of what is said of one fact the last."""
    facts = standing(connection).facts
    return [
        entry
        for entry in journal.standing(journal.of_kinds(connection, (*KINDS, *STEPS)))
        if entry.kind in KINDS
        and (entry.kind != FACT or _holds(facts, stated(entry.data, entry.seq)))
    ]


def _holds(facts: Mapping[str, Mapping[str, Stated]], fact: Stated) -> bool:
    there = facts.get(fact.article, {}).get(fact.name)
    return there is not None and there.seq == fact.seq


_MOST = 4
_folded: dict[tuple[object, ...], Corrections] = {}
"""By archive and moment of its journal."""


def key_of(kind: str, key: str) -> Key:
    """Whom a row of `actors` is, by its kind and key."""
    name, _, article = key.partition(APART)
    return Key(kind, name, article)


def settle_actors(
    connection: sqlite3.Connection,
    corrections: Corrections,
    names: Collection[tuple[str, str]] | None = None,
) -> None:
    """Bring `corrected_actors` to what stands; with `names` only for actors of these kinds and
    folded names."""
    wanted = _wanted(connection, corrections, names, make)
    rows = connection.execute("SELECT actor, shown, name FROM corrected_actors")
    there = {actor: (shown, name) for actor, shown, name in rows}
    if names is None:
        gone = [(actor,) for actor in there if actor not in wanted]
        connection.executemany("DELETE FROM corrected_actors WHERE actor = ?", gone)
    connection.executemany(
        "INSERT OR REPLACE INTO corrected_actors VALUES (?, ?, ?)",
        [(actor, *as_whom) for actor, as_whom in wanted.items() if there.get(actor) != as_whom],
    )


def follow(connection: sqlite3.Connection, number: int) -> None:
    """Apply what a person said before to an article that was just read, by its number."""
    corrections = standing(connection)
    concerned = corrections.concerned()
    if not concerned:
        return
    rows = connection.execute(
        """SELECT p.kind, p.key FROM actors p
           WHERE p.id IN (SELECT actor FROM appearances WHERE article = :number
                          UNION SELECT speaker_id FROM quotes WHERE article = :number)
           AND NOT EXISTS (SELECT 1 FROM corrected_actors c WHERE c.actor = p.id)""",
        {"number": number},
    )
    found = {key_of(kind, key)[:2] for kind, key in rows} & concerned
    if found:
        settle_actors(connection, corrections, found)


def is_settled(connection: sqlite3.Connection) -> bool:
    """Whether `corrected_actors` is what the journal says. Changes nothing."""

    def known(connection: sqlite3.Connection, key: Key, corrections: Corrections) -> int:
        return next(iter(rows_of(connection, key, corrections.texts)), 0)

    rows = connection.execute("SELECT actor, shown, name FROM corrected_actors")
    there = {actor: (shown, name) for actor, shown, name in rows}
    return there == _wanted(connection, standing(connection), None, known)


def _wanted(
    connection: sqlite3.Connection,
    corrections: Corrections,
    names: Collection[tuple[str, str]] | None,
    make: Callable[[sqlite3.Connection, Key, Corrections], int],
) -> dict[int, tuple[int | None, str | None]]:
    """For each actor that is corrected: as which it is shown, and the name a person gave it.

    `make` finds the row of an actor, or makes it.
    """
    wanted: dict[int, tuple[int | None, str | None]] = {}
    shown: dict[Key, int] = {}

    def asked(*keys: Key | None) -> bool:
        return names is None or any(key is not None and key[:2] in names for key in keys)

    # Those that are meant everywhere first: what was said of one in its article goes before.
    for key in sorted(corrections.same, key=lambda key: key.article != EVERYWHERE):
        root = corrections.root(key)
        if not asked(key, root):
            continue
        if root is not None and root not in shown:
            shown[root] = make(connection, root, corrections)
        as_whom = (None, None) if root is None else (shown[root], corrections.called.get(root))
        wanted.update(dict.fromkeys(rows_of(connection, key, corrections.texts), as_whom))
    for root in {*shown, *corrections.called}:
        if root not in corrections.same and (root in shown or asked(root)):
            first = shown.get(root) or make(connection, root, corrections)
            as_whom = first, corrections.called.get(root)
            rows = {first, *rows_of(connection, root, corrections.texts)}
            wanted.update(dict.fromkeys(rows, as_whom))
    return wanted


def rows_of(connection: sqlite3.Connection, key: Key, texts: Mapping[str, str]) -> list[int]:
    """The ids of the actors that are meant, lowest first. `texts` are those of `Corrections`."""
    if key.article == EVERYWHERE:
        rows = connection.execute(
            "SELECT id FROM actors WHERE kind = ? AND key > ? AND key < ? ORDER BY id",
            (key.kind, key.name + APART, key.name + chr(ord(APART) + 1)),
        )
        return [row[0] for row in rows]
    keys = [key.name]
    if key.article:
        scopes = equals(connection, key.article, texts.get(key.article))
        keys = [f"{key.name}{APART}{each}" for each in scopes]
    rows = connection.execute(
        f"""SELECT id FROM actors WHERE kind = ? AND key IN ({",".join("?" * len(keys))})
            ORDER BY id""",  # noqa: S608
        (key.kind, *keys),
    )
    return [row[0] for row in rows]


def make(connection: sqlite3.Connection, key: Key, corrections: Corrections) -> int:
    """The id of an actor that an entry names, made if no article named it yet."""
    found = rows_of(connection, key, corrections.texts)
    if found:
        return found[0]
    name = corrections.written[key]
    cursor = connection.execute(
        "INSERT INTO actors (kind, key, name) VALUES (?, ?, ?)",
        (key.kind, f"{key.name}{APART}{key.article}" if key.article else key.name, name),
    )
    actor = cursor.lastrowid or 0
    connection.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (actor, fold_name(name)))
    return actor


def equals(
    connection: sqlite3.Connection, article: str, text_sha256: str | None = None
) -> list[str]:
    """An article, those with the same text, and all versions that came after any of them."""
    rows = connection.execute(
        """WITH RECURSIVE same(id) AS (
               SELECT :article
               UNION SELECT id FROM articles WHERE text_sha256 = coalesce(
                   (SELECT text_sha256 FROM articles WHERE id = :article), :text)
               UNION SELECT a.id FROM same s JOIN articles a ON a.version_of = s.id)
           SELECT id FROM same ORDER BY id != :article""",
        {"article": article, "text": text_sha256},
    )
    return [row[0] for row in rows]
