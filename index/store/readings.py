"""What reading an article for quotes and actors found. A reading replaces the one before.

What a person corrected is applied to each as it is stored; `index.store.shown` tells it all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from index.article import Extraction, Quote, QuoteKind
from index.store import corrected, overruling
from index.store.linking import actor_of
from index.store.outbox import tell

KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect", "act")

COLLECTIVE = "collective"
"""The kind, in the table of actors only, of a speaker who is no actor: "Syrian rebels"."""

_FROM = "quotes q JOIN articles a ON a.number = q.article JOIN texts t ON t.sha256 = a.text_sha256"


class QuoteRow(NamedTuple):
    """Where a quote stands and whose it is, without its words. The speaker is as the index holds
    it: see `index.store.names`."""

    start: int
    end: int
    kind: QuoteKind
    speaker: int | None


def put(connection: sqlite3.Connection, article: str, found: Extraction, read_with: str) -> bool:
    """Store a reading made by `read_with` (model and version of rules); tell the outbox.

    False when the article is no longer there, or not current any more.
    """
    row = connection.execute(
        "SELECT number FROM articles WHERE id = ? AND superseded = 0", (article,)
    ).fetchone()
    if row is None:
        return False
    number: int = row[0]
    connection.execute("DELETE FROM quotes WHERE article = ?", (number,))
    connection.execute("DELETE FROM appearances WHERE article = ?", (number,))
    overruling.forget(connection, number)
    ids: dict[str, int] = {}
    for actor in found.actors:
        actor_id = actor_of(
            connection, article, actor.name, actor.kind, actor.aliases, ids.values()
        )
        ids[actor.name] = actor_id
        connection.execute(
            """INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (article, actor) DO UPDATE SET count = count + excluded.count""",
            (
                number,
                actor_id,
                actor.name,
                json.dumps(actor.aliases),
                json.dumps(actor.mentions),
                actor.count,
            ),
        )
    for quote in found.quotes:
        speaker, speaker_id = quote.speaker, None
        if speaker is not None:
            speaker_id = ids.get(speaker) or actor_of(connection, article, speaker, COLLECTIVE)
            ids[speaker] = speaker_id
        connection.execute(
            "INSERT OR REPLACE INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                quote.start,
                quote.end,
                quote.kind,
                json.dumps(quote.verbatim),
                speaker,
                speaker_id,
                quote.mention,
                *(quote.mention_span or (None, None)),
                quote.cue,
                *(quote.cue_span or (None, None)),
                quote.confidence,
            ),
        )
    connection.execute(
        "UPDATE articles SET read_with = ?, read_trouble = NULL WHERE number = ?",
        (read_with, number),
    )
    corrected.follow(connection, number)
    overruling.follow(connection, number)
    tell(connection, "quotes", article)
    return True


def set_aside(connection: sqlite3.Connection, article: str, read_with: str, why: str) -> None:
    """Note why an article is not read for quotes by this model; what another read in it goes."""
    row = connection.execute(
        """SELECT 1 FROM articles a WHERE id = ? AND (
               EXISTS (SELECT 1 FROM quotes q WHERE q.article = a.number)
               OR EXISTS (SELECT 1 FROM appearances x WHERE x.article = a.number))""",
        (article,),
    ).fetchone()
    if row is not None:
        put(connection, article, Extraction(), read_with)
    put_trouble(connection, article, read_with, why)


def waiting_abroad(
    connection: sqlite3.Connection, read_with: str, language: str, limit: int
) -> list[tuple[str, str]]:
    """Articles still to be read that are in another language than this, each with its own."""
    return connection.execute(
        """SELECT id, json_extract(form, '$.facts.language[0]') AS language FROM articles
           WHERE superseded = 0 AND (read_with IS NULL OR read_with != ?)
           AND language != ? LIMIT ?""",
        (read_with, language, limit),
    ).fetchall()


def put_trouble(connection: sqlite3.Connection, article: str, read_with: str, why: str) -> None:
    """Note that an article could not be read for quotes, so that it is not tried for ever."""
    connection.execute(
        "UPDATE articles SET read_with = ?, read_trouble = ? WHERE id = ?",
        (read_with, why, article),
    )


def begin(connection: sqlite3.Connection, article: str) -> None:
    """Note that an article is being read, in case that never ends."""
    connection.execute(
        "UPDATE articles SET read_trouble = 'its reading was begun' WHERE id = ?", (article,)
    )


def waiting(connection: sqlite3.Connection, read_with: str, limit: int) -> list[str]:
    """Articles still to be read by this model and these rules.

    Never read before those read by another version, newest first within each; those that were
    begun and not finished come behind their like, or one that kills its reader would be the
    first again every time.
    """
    rows = connection.execute(
        """SELECT id FROM articles
           WHERE superseded = 0 AND (read_with IS NULL OR read_with != ?)
           ORDER BY read_with IS NOT NULL, read_trouble IS NOT NULL,
                    date IS NULL, date DESC, number LIMIT ?""",
        (read_with, limit),
    )
    return [row[0] for row in rows]


def count_waiting(connection: sqlite3.Connection, read_with: str) -> int:
    # As three ranges of the index, so that those read already are not even looked at.
    row = connection.execute(
        """SELECT
             (SELECT count(*) FROM articles WHERE superseded = 0 AND read_with IS NULL)
           + (SELECT count(*) FROM articles WHERE superseded = 0 AND read_with < :version)
           + (SELECT count(*) FROM articles WHERE superseded = 0 AND read_with > :version)""",
        {"version": read_with},
    ).fetchone()
    return int(row[0])


def is_waiting(connection: sqlite3.Connection, article: str, read_with: str) -> bool:
    row = connection.execute(
        """SELECT 1 FROM articles WHERE id = ? AND superseded = 0
           AND (read_with IS NULL OR read_with != ?)""",
        (article, read_with),
    ).fetchone()
    return row is not None


def count_orphans(connection: sqlite3.Connection) -> int:
    """How many quotes and appearances belong to an article that is not there."""
    row = connection.execute(
        """SELECT (SELECT count(*) FROM quotes WHERE article NOT IN (SELECT number FROM articles))
             + (SELECT count(*) FROM appearances
                WHERE article NOT IN (SELECT number FROM articles))"""
    ).fetchone()
    return int(row[0])


def count_beyond_their_text(connection: sqlite3.Connection) -> int:
    """How many quotes reach beyond the end of the text they were read in. Looks at every text."""
    row = connection.execute(
        f'SELECT count(*) FROM {_FROM} WHERE q."end" > length(t.text)'  # noqa: S608
    ).fetchone()
    return int(row[0])


def ids_of_quotes(connection: sqlite3.Connection) -> set[str]:
    """The ids of the quotes of all current articles."""
    rows = connection.execute(
        """SELECT a.id || ':' || q.start || '-' || q."end"
           FROM quotes q JOIN articles a ON a.number = q.article WHERE a.superseded = 0"""
    )
    return {row[0] for row in rows}


def quotes_as_read(connection: sqlite3.Connection, article: str) -> tuple[Quote, ...]:
    """The quotes of one article, in order of place, each with its speaker as the index holds it.

    `index.store.shown` has them as they are shown: an actor may be another, as a person says.
    """
    rows = connection.execute(
        """SELECT q.start, q."end", q.kind, substr(t.text, q.start + 1, q."end" - q.start),
                  q.speaker_id
           FROM quotes q JOIN articles a ON a.number = q.article
           JOIN texts t ON t.sha256 = a.text_sha256
           WHERE a.id = ? ORDER BY q.start, q."end" """,
        (article,),
    )
    return tuple(
        Quote(start, end, kind, text, speaker_id=speaker, article=article)
        for start, end, kind, text, speaker in rows
    )


def mentions_of(connection: sqlite3.Connection, article: str) -> list[tuple[int, int, int]]:
    """Every mention of an actor in one article: start, end, the actor's id."""
    rows = connection.execute(
        """SELECT x.actor, x.mentions FROM appearances x JOIN articles a ON a.number = x.article
           WHERE a.id = ?""",
        (article,),
    )
    return [(start, end, actor) for actor, mentions in rows for start, end in json.loads(mentions)]


def quote_rows(
    connection: sqlite3.Connection, articles: Sequence[str]
) -> dict[str, list[QuoteRow]]:
    """The quotes of each of these articles that has some, in order of place."""
    marks = ",".join("?" * len(articles))
    rows = connection.execute(
        f"""SELECT a.id, q.start, q."end", q.kind, q.speaker_id
            FROM articles a JOIN quotes q ON q.article = a.number
            WHERE a.id IN ({marks}) ORDER BY q.start, q."end" """,  # noqa: S608
        list(articles),
    )
    found: dict[str, list[QuoteRow]] = {}
    for article, *quote in rows:
        found.setdefault(article, []).append(QuoteRow(*quote))
    return found
