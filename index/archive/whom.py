"""Who is meant: actors by what a person types, and how entries of the journal name them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, get_args

from index.archive.corrections_told import a_kind
from index.article import Actor, ActorKind, DatelineError, Doubtful, NothingFound
from index.store import articles, corrected, names, shown
from index.store.corrections import key_of, named_anew
from index.store.linking import key_of as linked_by
from index.store.readings import COLLECTIVE
from index.text import fold_name, one_line

ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
_LISTED = 6  # names as written that a refusal lists


def named(connection: sqlite3.Connection, name: str, article: str | None = None) -> list[Actor]:
    """The actors, and speakers who are none, that a name means; see `Corrections.named`."""
    number = name.removeprefix("id:")
    if number != name:
        return shown.with_ids(connection, [int(number)] if _is_number(number) else ())
    whole, any_of = names.called(connection, name), names.named(connection, name)
    if article is not None:
        here = shown.ids_in(connection, article)
        whole, any_of = whole & here, any_of & here
    return shown.with_ids(connection, whole or any_of)


def as_shown(connection: sqlite3.Connection, actor: int) -> Actor:
    """An actor as it is shown now. Raises `NothingFound`."""
    found = shown.with_ids(connection, [actor])
    if not found:
        raise NothingFound(f"There is no actor {actor} in this archive.")
    return found[0]


def in_entry(
    connection: sqlite3.Connection, actor: int, everywhere: bool = False
) -> dict[str, Any]:
    """How an entry names an actor."""
    row = connection.execute(
        """SELECT p.kind, p.key, coalesce(c.name, p.name) FROM actors p
           LEFT JOIN corrected_actors c ON c.actor = ?1
           WHERE p.id = CASE WHEN c.actor IS NULL THEN ?1 ELSE c.shown END""",
        (actor,),
    ).fetchone()
    if row is None:
        raise NothingFound(f"There is no actor {actor} in this archive.")
    kind, key, name = row
    found = {"name": name, "kind": kind}
    _, key, article = corrected.key_of(kind, key)
    if key != linked_by(kind, name):
        found["key"] = key
    if article and everywhere:
        found["everywhere"] = True
    elif article:
        found |= article_in_entry(connection, article)
    return found


def article_in_entry(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """How an entry names an article."""
    known = articles.get(connection, [article]).get(article)
    if known is None:
        raise NothingFound(f"There is no article {one_line(article)} in this archive.")
    return {"article": article, "text_sha256": known.text_sha256}


def speaker(connection: sqlite3.Connection, article: str, name: str) -> tuple[dict[str, Any], bool]:
    """Who is meant by the name of a speaker in an article, and whether anybody goes by it."""
    found = named(connection, name, article)
    if len(found) != 1:
        found = shown.with_ids(connection, names.called(connection, name), 1)
    if found:
        return in_entry(connection, found[0].id or 0), True
    return {"name": name, "kind": COLLECTIVE}, False


def another(
    connection: sqlite3.Connection,
    actor: int,
    who: int | str,
    article: dict[str, str] | None,
    kind: str | None,
) -> dict[str, Any]:
    """Whom a name is that is split off an actor: by id, or by the whole name.

    A name is that of the one actor who bears it, in the article if there is one; else that of
    somebody nobody knew, of this kind. Without a kind that is a person when split off a state
    or place, which share names with people; and one of the same kind as any other actor.
    """
    one = as_shown(connection, actor)
    if isinstance(who, int):
        other = in_entry(connection, who)
        if as_shown(connection, who).id == one.id:
            raise _same(other["name"])
        if "article" in other and article is None:
            raise DatelineError(
                f"“{other['name']}” is one in each article, known by this name alone: say it of "
                "one article, or give a whole name."
            )
        return other
    bearers = [each for each in _bearers(connection, who, article) if kind in (None, each.kind)]
    if any(each.id == one.id for each in bearers):
        raise _same(who)
    if len(bearers) == 1:
        return in_entry(connection, bearers[0].id or 0)
    if bearers:
        ways = "; ".join(f"id:{each.id} ({each.kind})" for each in bearers[:_LISTED])
        raise DatelineError(f"“{who}” may be several actors: {ways}. Say which one by its id.")
    kind = kind or ("person" if one.kind in ("state", "place") else one.kind)
    single = " " not in fold_name(who).strip()
    return {"name": who, "kind": kind} | (article or {} if kind == "person" and single else {})


def _bearers(
    connection: sqlite3.Connection, name: str, article: dict[str, str] | None
) -> list[Actor]:
    """The actors of a whole name: those of the article, or else those of the archive who are not
    each in an article of their own."""
    ids = names.called(connection, name)
    here = shown.ids_in(connection, article["article"]) if article is not None else frozenset()
    found = shown.with_ids(connection, ids & here) or [
        each
        for each in shown.with_ids(connection, ids)
        if "article" not in in_entry(connection, each.id or 0)
    ]
    return [each for each in found if each.kind in ACTOR_KINDS]


def _same(name: str) -> DatelineError:
    return DatelineError(f"“{name}” is the same actor: name the other one.")


def check_kinds(connection: sqlite3.Connection, actors: Sequence[int], into: int) -> None:
    """Raise `Doubtful` when one of these actors is of another kind than the one they would be."""
    one = as_shown(connection, into)
    for other in (as_shown(connection, actor) for actor in actors):
        kinds = {one.kind, other.kind}
        if len(kinds) > 1 and kinds <= set(ACTOR_KINDS):
            told = f"“{other.name}” is {a_kind(other.kind)}, “{one.name}” {a_kind(one.kind)}"
            raise Doubtful(f"{told}: are they one?", "If so, say it with --yes.")


def check_unborne(connection: sqlite3.Connection, actor: dict[str, Any], name: str) -> None:
    """Raise `Doubtful` when an actor, as an entry names it, would be another, were it called
    so."""
    corrections = corrected.standing(connection)
    old = corrected.rows_of(connection, key_of(actor), corrections.texts)
    new = corrected.rows_of(connection, named_anew(key_of(actor), name), corrections.texts)
    others = names.all_of(connection, new) - names.all_of(connection, old)
    # The row of a name that was given once, and taken back, is nobody's.
    for other in shown.with_ids(connection, others):
        if other.count or _speaks(connection, others):
            raise Doubtful(
                f"There is already “{other.name}”, {a_kind(other.kind)}: are they one?",
                "If so, `dateline actors merge` makes them one.",
            )


def _speaks(connection: sqlite3.Connection, ids: frozenset[int]) -> bool:
    row = connection.execute(
        "SELECT 1 FROM quotes WHERE speaker_id IN (SELECT value FROM json_each(?)) LIMIT 1",
        (json.dumps(list(ids)),),
    )
    return row.fetchone() is not None


def check_written(
    connection: sqlite3.Connection, actor: int, alias: str, article: str | None
) -> None:
    """Raise `DatelineError`, with the names as written, unless the articles call an actor so."""
    wanted = fold_name(alias).strip()
    written: dict[str, int] = {}
    for ids in ("appearances", "machine_appearances"):
        rows = connection.execute(
            f"""SELECT x.mentions, t.text FROM {ids} x JOIN articles a ON a.number = x.article
                JOIN texts t ON t.sha256 = a.text_sha256
                WHERE x.actor IN (SELECT value FROM json_each(?)) AND a.superseded = 0
                AND (? IS NULL OR a.id = ?)""",  # noqa: S608
            (json.dumps(list(names.all_of(connection, [actor]))), article, article),
        )
        for mentions, text in rows:
            for start, end in json.loads(mentions):
                name = one_line(text[start:end])
                if fold_name(name).strip() == wanted:
                    return
                written[name] = written.get(name, 0) + 1
    where = "This archive never calls" if article is None else "This article never calls"
    told = f"{where} “{as_shown(connection, actor).name}” “{one_line(alias)}”"
    most = sorted(written, key=lambda name: (-written[name], name))
    ways = ", ".join(f"“{name}”" for name in most[:_LISTED])
    more = f" and {len(most) - _LISTED:,} more" if len(most) > _LISTED else ""
    raise DatelineError(f"{told}: it writes {ways}{more}." if most else f"{told}, nor anything.")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
