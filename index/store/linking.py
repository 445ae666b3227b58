"""Linking: which actors of different articles are one actor of the archive.

Actors are one when their kinds and keys are equal (`key_of`). The key is made of the name alone,
so it does not matter in which order articles are read; one rule looks further:

* A person is linked by the full name. One middle initial counts only where another article has
  another: "Donald J. Trump" is Donald Trump, but once "John A. Doe" was read, "John B. Doe" is
  somebody else. To which of the two "John Doe" belongs is then a matter of who was read first.
* A longer form that an article itself uses for the same person as a shorter one ("Hillary Rodham
  Clinton", "Hillary Clinton") is linked by the shorter; where it stands alone it is not.
* A person known by a single name is linked within its article only.
* A body is linked by the name it is known by: "WHO", "U.S. Department of State", "Accor S.A.";
  an acronym that is not known everywhere only by the full name that its article gives with it.
* Two actors of one article are never one; within it, whoever alone is called so is meant.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable

from index.extract.words.knownbodies import body_key
from index.text import fold_name

APART = "\x1f"
"""In the key of an actor, before the id of the article that it is kept apart in."""

_INITIALS = re.compile(r"(?:[A-Z]\.?\s?)+")
_MIDDLE_INITIAL = re.compile(r"^(\S{2,}) ([A-Z])\.? (?=\S{2,})")
_ARABIC_ARTICLE = re.compile(r"(?<=\S)[ -](?:al|el)[ -](?=\S)", re.IGNORECASE)
_SAINT = re.compile(r"^(?:St|Saint)\.? (?=[A-Z])")
_LEGAL_FORM = re.compile(
    r"(?:,? (?:inc|corp|corporation|ltd|limited|llc|llp|plc|ag|sa|s\.a|nv|n\.v|gmbh|spa|co"
    r"|company)\.?)+$",
    re.IGNORECASE,
)


def key_of(kind: str, name: str) -> str:
    """By what an actor of this name is linked with others of its kind; empty for no name.

    Case, accents, dots, possessives, the Arabic article, one middle initial, the legal form of a
    company and the like are not told apart.
    """
    if kind == "person":
        name = _ARABIC_ARTICLE.sub(" ", _MIDDLE_INITIAL.sub(r"\1 ", " ".join(name.split())))
    elif kind == "organisation":
        plain = body_key(name) if name.strip() else ""
        name = _LEGAL_FORM.sub("", plain) or plain
    elif kind == "place":
        name = _SAINT.sub("St ", name)
    return fold_name(name).strip()


def actor_of(
    connection: sqlite3.Connection,
    article: str,
    name: str,
    kind: str,
    aliases: Iterable[str] = (),
    others: Collection[int] = (),
) -> int:
    """The id of an actor of an article in the archive, made if it is new.

    `others` are the ids of the actors that the article names beside it.
    """
    names = [name, *aliases]
    key = key_of(kind, _shortest(names) if kind == "person" else name)
    if kind == "person" and " " not in key:
        key = f"{key}{APART}{article}"
    own = fold_name(name).strip()
    found = _id(connection, kind, key)
    if found is not None and (found in others or _another(connection, kind, found, names)):
        found, key = _id(connection, kind, own), own
    if found is None or found in others:
        connection.execute(
            "INSERT OR IGNORE INTO actors (kind, key, name) VALUES (?, ?, ?)", (kind, key, name)
        )
        found = _id(connection, kind, key) or 0
    elif kind != "state":
        _show_best(connection, kind, found, name)
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?)",
        [(found, each) for each in set(map(fold_name, names)) if each.strip()],
    )
    return found


def _shortest(names: Iterable[str]) -> str:
    """The shortest full name that an article gives a person, of like first and last word."""
    name, *aliases = names
    words = fold_name(name).split()
    alike = [name]
    for alias in aliases:
        other = fold_name(alias).split()
        if 1 < len(other) < len(words) and (other[0], other[-1]) == (words[0], words[-1]):
            alike.append(alias)
    return min(alike, key=lambda each: (len(each.split()), len(each), each))


def _id(connection: sqlite3.Connection, kind: str, key: str) -> int | None:
    row = connection.execute(
        "SELECT id FROM actors WHERE kind = ? AND key = ?", (kind, key)
    ).fetchone()
    return None if row is None else int(row[0])


def _another(connection: sqlite3.Connection, kind: str, actor: int, names: Iterable[str]) -> bool:
    """Whether the middle initial of a name speaks against its being this actor's."""
    if kind != "person":
        return False
    own = {match[2].lower() for name in names if (match := _MIDDLE_INITIAL.match(name))}
    if not own:
        return False
    rows = connection.execute("SELECT folded FROM names WHERE actor = ?", (actor,))
    known = {
        words[1] for (folded,) in rows if len(words := folded.split()) > 2 and len(words[1]) == 1
    }
    return bool(known) and not own & known


def _show_best(connection: sqlite3.Connection, kind: str, actor: int, name: str) -> None:
    """Show an actor by the best of its names, whichever came first.

    A person by the fullest without initials, a body by the shortest.
    """
    shown: str = connection.execute("SELECT name FROM actors WHERE id = ?", (actor,)).fetchone()[0]
    if name != shown and _rank(kind, name) < _rank(kind, shown):
        connection.execute("UPDATE actors SET name = ? WHERE id = ?", (name, actor))


def _rank(kind: str, name: str) -> tuple[bool, int, str]:
    if kind == "person":
        initials = any(_INITIALS.fullmatch(word) for word in name.split()[1:])
        return initials, -len(name), name
    return False, len(name), name
