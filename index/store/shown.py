"""Quotes and actors as they are shown: what the machine read, with a person's corrections.

The one place that tells of them. The tables of readings and the index keep the ids that the
machine gave; `corrected_actors` leads from each to the actor that it is shown as.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from index.article import Actor, ActorKind, Quote, QuoteKind, Span

# The name of an actor who is shown as another: the one that a person gave it, or that which the
# article gives the other, or the archive's.
_QUOTE = """
    q.start, q."end", q.kind, substr(t.text, q.start + 1, q."end" - q.start), q.verbatim,
    CASE WHEN c.actor IS NULL THEN q.speaker ELSE coalesce(c.name, x.name, p.name) END,
    q.mention, q.mention_start, q.mention_end, q.cue, q.cue_start, q.cue_end, q.confidence,
    CASE WHEN c.actor IS NULL THEN q.speaker_id ELSE c.shown END, a.id,
    (c.actor IS NOT NULL AND (c.shown IS NOT c.actor OR c.name IS NOT NULL))
    OR (o.article IS NOT NULL AND (m.article IS NULL OR m.speaker_id IS NOT q.speaker_id))
"""
_FROM = """
    quotes q JOIN articles a ON a.number = q.article JOIN texts t ON t.sha256 = a.text_sha256
    LEFT JOIN corrected_actors c ON c.actor = q.speaker_id
    LEFT JOIN actors p ON p.id = c.shown
    LEFT JOIN appearances x ON x.article = q.article AND x.actor = c.shown
    LEFT JOIN overruled o ON o.article = q.article
    LEFT JOIN machine_quotes m
        ON m.article = o.article AND m.start = q.start AND m."end" = q."end"
"""


def quotes_of(connection: sqlite3.Connection, article: str) -> tuple[Quote, ...]:
    """The quotes of one article, in order of place."""
    rows = connection.execute(
        f'SELECT {_QUOTE} FROM {_FROM} WHERE a.id = ? ORDER BY q.start, q."end"',  # noqa: S608
        (article,),
    )
    return tuple(_quote(*row) for row in rows)


def quotes_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Quote]:
    """The quotes with these ids, in the order of the ids; those that are gone are left out."""
    found = []
    for quote_id in ids:
        article, _, span = quote_id.partition(":")
        start, _, end = span.partition("-")
        if not (start.isdecimal() and end.isdecimal()):
            continue
        row = connection.execute(
            f'SELECT {_QUOTE} FROM {_FROM} WHERE a.id = ? AND q.start = ? AND q."end" = ?',  # noqa: S608
            (article, int(start), int(end)),
        ).fetchone()
        if row is not None:
            found.append(_quote(*row))
    return found


def actors_of(connection: sqlite3.Connection, article: str) -> tuple[Actor, ...]:
    """The actors of one article with their mentions in it, most often mentioned first.

    Each has the name that this article gives it: "UN" and "U.N." are one in the archive.
    """
    spoken = dict(
        connection.execute(
            """SELECT coalesce(c.shown, q.speaker_id), count(*) FROM articles a
               JOIN quotes q ON q.article = a.number
               LEFT JOIN corrected_actors c ON c.actor = q.speaker_id
               WHERE a.id = ? AND q.kind != 'act' GROUP BY 1""",
            (article,),
        ).fetchall()
    )
    rows = connection.execute(
        """SELECT p.id, p.name, p.kind, c.name, x.actor, x.name, x.aliases, x.mentions, x.count,
                  o.article IS NOT NULL AND m.mentions IS NOT x.mentions
           FROM articles a JOIN appearances x ON x.article = a.number
           LEFT JOIN corrected_actors c ON c.actor = x.actor
           JOIN actors p ON p.id = CASE WHEN c.actor IS NULL THEN x.actor ELSE c.shown END
           LEFT JOIN overruled o ON o.article = x.article
           LEFT JOIN machine_appearances m ON m.article = o.article AND m.actor = x.actor
           WHERE a.id = ? ORDER BY x.actor""",
        (article,),
    )
    together: dict[int, list[tuple[object, ...]]] = {}
    for actor, *row in rows:
        together.setdefault(actor, []).append(tuple(row))
    found = [_in_one_article(actor, rows, spoken.get(actor, 0)) for actor, rows in together.items()]
    return tuple(sorted(found, key=lambda actor: (-actor.count, actor.name)))


def _in_one_article(actor: int, rows: Sequence[tuple[object, ...]], spoken: int) -> Actor:
    """An actor from the appearances of all who are shown as it."""
    name, kind, given = rows[0][:3]
    own = next((str(row[4]) for row in rows if row[3] == actor), str(name))
    shown = own if given is None else str(given)
    mentions = {(start, end) for row in rows for start, end in json.loads(str(row[6]))}
    names: dict[str, None] = {}
    for row in rows:
        names |= dict.fromkeys([*json.loads(str(row[5])), str(row[4])])
    return Actor(
        name=shown,
        kind=_kind(kind),
        aliases=tuple(each for each in names if each != shown),
        mentions=tuple(sorted(mentions)),
        count=sum(int(str(row[7])) for row in rows),
        quotes=spoken,
        id=actor,
        corrected=given is not None or any(row[3] != actor or row[8] for row in rows),
    )


def actors(
    connection: sqlite3.Connection, articles: Iterable[str] | None = None, kind: str | None = None
) -> list[Actor]:
    """The actors of these articles (None: of the archive), most often mentioned first.

    Mentions are left out: they stand in many articles.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (id TEXT PRIMARY KEY)")
    connection.execute("DELETE FROM chosen")
    if articles is not None:
        connection.executemany(
            "INSERT OR IGNORE INTO chosen VALUES (?)", ((article,) for article in articles)
        )
    spoken = dict(
        connection.execute(
            """SELECT coalesce(c.shown, q.speaker_id), count(*)
               FROM quotes q JOIN articles a ON a.number = q.article
               LEFT JOIN corrected_actors c ON c.actor = q.speaker_id
               WHERE a.superseded = 0 AND (? OR a.id IN chosen) AND q.kind != 'act'
               AND q.speaker_id IS NOT NULL GROUP BY 1""",
            (articles is None,),
        ).fetchall()
    )
    rows = connection.execute(
        """SELECT p.id, p.name, p.kind, c.name, sum(x.count), json_group_array(json(x.aliases)),
                  max(c.actor IS NOT NULL AND (c.shown != c.actor OR c.name IS NOT NULL)),
                  json_group_array(DISTINCT CASE WHEN c.shown != c.actor THEN x.name END)
           FROM appearances x JOIN articles a ON a.number = x.article
           LEFT JOIN corrected_actors c ON c.actor = x.actor
           JOIN actors p ON p.id = CASE WHEN c.actor IS NULL THEN x.actor ELSE c.shown END
           WHERE a.superseded = 0 AND (? OR a.id IN chosen) AND (? IS NULL OR p.kind = ?)
           GROUP BY p.id ORDER BY sum(x.count) DESC, p.name""",
        (articles is None, kind, kind),
    )
    return [
        Actor(
            name=given or name,
            kind=_kind(known),
            aliases=_others(given or name, [*json.loads(aliases), json.loads(others)]),
            count=count,
            quotes=spoken.get(actor_id, 0),
            id=actor_id,
            corrected=bool(changed),
        )
        for actor_id, name, known, given, count, aliases, changed, others in rows
    ]


def with_ids(connection: sqlite3.Connection, ids: Iterable[int], most: int = -1) -> list[Actor]:
    """The actors and collective speakers as which these are shown, most often mentioned first.

    Without names but the one they are shown by, and without their quotes; at most so many, all
    with a negative number.
    """
    rows = connection.execute(
        """WITH meant AS (
               SELECT DISTINCT CASE WHEN c.actor IS NULL THEN j.value ELSE c.shown END AS id
               FROM json_each(?) j LEFT JOIN corrected_actors c ON c.actor = j.value)
           SELECT p.id, coalesce(o.name, p.name), p.kind, total(x.count), o.actor IS NOT NULL
           FROM meant m JOIN actors p ON p.id = m.id
           LEFT JOIN corrected_actors o ON o.actor = p.id
           LEFT JOIN corrected_actors c ON c.shown = p.id
           LEFT JOIN appearances x ON x.actor = coalesce(c.actor, p.id)
           GROUP BY p.id ORDER BY total(x.count) DESC, p.name, p.id LIMIT ?""",
        (json.dumps(list(ids)), most),
    )
    return [
        Actor(name, _kind(kind), count=int(count), id=actor, corrected=bool(corrected))
        for actor, name, kind, count, corrected in rows
    ]


def ids_in(connection: sqlite3.Connection, article: str) -> frozenset[int]:
    """The ids, as the index holds them, of all who are mentioned or speak in an article."""
    rows = connection.execute(
        """SELECT x.actor FROM articles a JOIN appearances x ON x.article = a.number
           WHERE a.id = :article
           UNION SELECT q.speaker_id FROM articles a JOIN quotes q ON q.article = a.number
           WHERE a.id = :article AND q.speaker_id IS NOT NULL""",
        {"article": article},
    )
    return frozenset(row[0] for row in rows)


def _others(name: str, groups: Iterable[Iterable[str | None]]) -> tuple[str, ...]:
    """Names, each once, but for the one that is shown."""
    names = dict.fromkeys(each for group in groups for each in group if each is not None)
    names.pop(name, None)
    return tuple(names)


def _quote(
    start: int,
    end: int,
    kind: QuoteKind,
    text: str,
    verbatim: str,
    speaker: str | None,
    mention: str | None,
    mention_start: int | None,
    mention_end: int | None,
    cue: str | None,
    cue_start: int | None,
    cue_end: int | None,
    confidence: float,
    speaker_id: int | None,
    article: str,
    corrected: int,
) -> Quote:
    return Quote(
        start=start,
        end=end,
        kind=kind,
        text=text,
        verbatim=tuple((a, b) for a, b in json.loads(verbatim)),
        speaker=speaker,
        mention=mention,
        mention_span=_span(mention_start, mention_end),
        cue=cue,
        cue_span=_span(cue_start, cue_end),
        confidence=confidence,
        speaker_id=speaker_id,
        article=article,
        corrected=bool(corrected),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)


def _kind(kind: object) -> ActorKind:
    known: ActorKind = kind  # type: ignore[assignment]
    return known
