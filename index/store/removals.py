"""Articles that a person removed: out of search, and not taken in again.

The journal says what is removed; the table `removed` follows it (`settle`), and holds beside it
the later versions of what was removed, which stay out as well. A purged article leaves no text
behind: only its id here, and what the clippings taken from it are cited by.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from index.article import Article, Quote
from index.store import articles, facts, journal, outbox, shown
from index.store.database import meta, now, set_meta
from index.store.forms import form_from_json, form_to_json
from index.store.journal import Entry

_PURGING = "purging"
"""Set in `meta` until nothing of a purged text is left in the files of the archive."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that was removed. `at` is UTC, ISO 8601; `title` is empty when purged."""

    article: str
    title: str
    at: str
    purged: bool


def listed(connection: sqlite3.Connection) -> list[Removed]:
    """What was removed, latest first, without the versions that came later."""
    rows = connection.execute(
        """SELECT r.article, r.at, r.purged, a.form FROM removed r
           LEFT JOIN articles a ON a.id = r.article
           WHERE r.article = r.origin ORDER BY r.at DESC, r.article"""
    ).fetchall()
    found = []
    for article, at, purged, form in rows:
        title = form_from_json(form).title.value if form else None
        found.append(Removed(article, title or "", at, bool(purged)))
    return found


def current_at(connection: sqlite3.Connection, path: Path) -> list[str]:
    """The ids of the current articles of this file, or of the files in this folder."""
    rows = connection.execute(
        f"""SELECT DISTINCT a.id FROM files f
            JOIN articles a ON a.file_sha256 = f.sha256 AND a.superseded = 0
            WHERE {_AT} ORDER BY f.path, a.item""",  # noqa: S608
        _at(path),
    )
    return [row[0] for row in rows]


def removed_at(connection: sqlite3.Connection, path: Path) -> list[str]:
    """The ids of the articles that were removed of this file, or of the files in this folder."""
    rows = connection.execute(
        f"""SELECT DISTINCT r.origin FROM files f
            JOIN removed r ON r.file_sha256 IN (f.sha256, f.former)
            WHERE {_AT} ORDER BY f.path, r.item""",  # noqa: S608
        _at(path),
    )
    return [row[0] for row in rows]


_AT = "(f.path = :path OR (f.path >= :folder AND f.path < :behind))"


def _at(path: Path) -> dict[str, bytes]:
    """For `_AT`: the path, and between what the paths of all files below it lie."""
    name = os.fsencode(path)
    below = name.rstrip(b"/")
    return {"path": name, "folder": below + b"/", "behind": below + b"0"}  # "0" follows "/"


def settle(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Bring the archive to what the journal says is removed."""
    wanted = journal.removed(entries)
    rows = connection.execute("SELECT DISTINCT origin FROM removed")
    there = {row[0] for row in rows}
    for article in wanted:
        if article not in there:
            _take_out(connection, article)
    for origin in sorted(there.difference(wanted)):
        _let_in(connection, origin)


def purge(connection: sqlite3.Connection, named: Iterable[str]) -> list[str]:
    """Delete articles with all their versions, for good; the ids of those that were there.

    What was kept of them stays in the journal, with what it is cited by.
    """
    chosen = sorted({each for article in named for each in _versions(connection, article)})
    entries = journal.entries(connection)
    purged = []
    for article in chosen:
        row = connection.execute(
            "SELECT file_sha256, item, text_sha256 FROM articles WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            continue
        file_sha256, item, text_sha256 = row
        record = _record(connection, article, entries)
        connection.execute("DELETE FROM articles WHERE id = ?", (article,))
        connection.execute("UPDATE articles SET version_of = NULL WHERE version_of = ?", (article,))
        _forget_texts(connection, article, text_sha256)
        connection.execute(
            "INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?, ?, 1, ?)",
            (article, article, file_sha256, item, now(), record),
        )
        outbox.tell(connection, "removed", article)
        purged.append(article)
    _forget_names(connection)
    # Numbers of articles that are free now will be given again.
    connection.execute(
        """UPDATE searches_opened
           SET upto = min(upto, coalesce((SELECT max(number) FROM articles), 0))"""
    )
    if purged:
        journal.append(connection, "purge", {"articles": purged})
        set_meta(connection, _PURGING, "1")
    return purged


def purged(
    connection: sqlite3.Connection, ids: Iterable[str]
) -> dict[str, tuple[Article, tuple[Quote, ...]]]:
    """Of these articles those that were purged and kept from: how they are cited, with the
    quotes that stand in what was kept."""
    found = {}
    for article in ids:
        row = connection.execute(
            "SELECT record FROM removed WHERE article = ? AND purged = 1 AND record IS NOT NULL",
            (article,),
        ).fetchone()
        if row is not None:
            found[article] = _cited(json.loads(row[0]))
    return found


def is_purged(connection: sqlite3.Connection, article: str) -> bool:
    row = connection.execute(
        "SELECT 1 FROM removed WHERE article = ? AND purged = 1", (article,)
    ).fetchone()
    return row is not None


def is_purged_file(connection: sqlite3.Connection, file_sha256: str) -> bool:
    """Whether articles of the file with this hash were purged."""
    row = connection.execute(
        "SELECT 1 FROM removed WHERE file_sha256 = ? AND purged = 1 LIMIT 1", (file_sha256,)
    ).fetchone()
    return row is not None


def is_purging(connection: sqlite3.Connection) -> bool:
    """Whether traces of a purged text may still be in the files of the archive."""
    return meta(connection, _PURGING) == "1"


def purging_done(connection: sqlite3.Connection) -> None:
    set_meta(connection, _PURGING, "0")


def _take_out(connection: sqlite3.Connection, article: str) -> None:
    row = connection.execute(
        "SELECT file_sha256, item FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if row is not None:
        connection.execute(
            "INSERT OR IGNORE INTO removed VALUES (?, ?, ?, ?, ?, 0, NULL)",
            (article, article, *row, now()),
        )
        articles.supersede(connection, article)


def _let_in(connection: sqlite3.Connection, origin: str) -> None:
    """Bring back what was removed: of its versions the one that stands in a file now.

    Of a purged one there is nothing to bring back; the next `add` reads its file again.
    """
    rows = connection.execute(
        """SELECT a.id, EXISTS (SELECT 1 FROM files f WHERE f.sha256 = r.file_sha256), a.number
           FROM removed r JOIN articles a ON a.id = r.article
           WHERE r.origin = ? ORDER BY 2 DESC, 3 DESC""",
        (origin,),
    ).fetchall()
    if rows:
        newest = rows[0][0]
        connection.execute("UPDATE articles SET superseded = 0 WHERE id = ?", (newest,))
        facts.follow(connection, newest)
        outbox.tell(connection, "article", newest)
    connection.execute(
        """DELETE FROM files WHERE sha256 IN
               (SELECT file_sha256 FROM removed WHERE origin = ? AND purged = 1)""",
        (origin,),
    )
    connection.execute("DELETE FROM removed WHERE origin = ?", (origin,))


def _versions(connection: sqlite3.Connection, article: str) -> set[str]:
    """An article with all versions that came before and after it."""
    found: set[str] = set()
    waiting = [article]
    while waiting:
        at = waiting.pop()
        if at in found:
            continue
        found.add(at)
        rows = connection.execute(
            """SELECT id FROM articles WHERE version_of = :at
               UNION SELECT version_of FROM articles WHERE id = :at AND version_of IS NOT NULL
               UNION SELECT article FROM removed WHERE origin = :at""",
            {"at": at},
        )
        waiting.extend(row[0] for row in rows)
    return found


def _record(connection: sqlite3.Connection, article: str, entries: Sequence[Entry]) -> str | None:
    """What the clippings of an article are cited by, None if nothing was ever kept of it.

    Of its words only those of its head and what was kept: the quotes that stand in that.
    """
    kept = [e.data for e in entries if e.kind == "keep" and e.data["article"] == article]
    if not kept:
        return None
    known = articles.get(connection, [article])[article]
    spans = [
        (int(str(each["start"])), int(str(each["end"])))
        for each in kept
        if each["text_sha256"] == known.text_sha256
    ]
    facts = asdict(known) | {
        "files": [os.fsencode(file.rsplit("/", 1)[-1]).decode("latin-1") for file in known.files],
        "form": form_to_json(
            replace(known.form, headline=None, furniture=(), subheads=(), set_off=(), pages=())
        ),
    }
    quotes = [
        asdict(quote)
        for quote in shown.quotes_of(connection, article)
        if any(start <= quote.start and quote.end <= end for start, end in spans)
    ]
    return json.dumps({"article": facts, "quotes": quotes})


def _cited(record: dict[str, Any]) -> tuple[Article, tuple[Quote, ...]]:
    facts = record["article"]
    facts["files"] = tuple(os.fsdecode(file.encode("latin-1")) for file in facts["files"])
    facts["form"] = form_from_json(facts["form"])
    quotes = tuple(
        Quote(**{name: _frozen(value) for name, value in each.items()}) for each in record["quotes"]
    )
    return Article(**facts), quotes


def _frozen(value: Any) -> Any:
    """JSON's lists as the tuples that they were made of."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _forget_texts(connection: sqlite3.Connection, article: str, text_sha256: str) -> None:
    """Delete the text of an article, and those it had before, but for what others have too."""
    rows = connection.execute("SELECT text_sha256 FROM former_texts WHERE article = ?", (article,))
    texts = {text_sha256, *(row[0] for row in rows)}
    connection.execute("DELETE FROM former_texts WHERE article = ?", (article,))
    for text in texts:
        connection.execute(
            """DELETE FROM texts WHERE sha256 = :text
               AND NOT EXISTS (SELECT 1 FROM articles WHERE text_sha256 = :text)
               AND NOT EXISTS (SELECT 1 FROM former_texts WHERE text_sha256 = :text)""",
            {"text": text},
        )


def _forget_names(connection: sqlite3.Connection) -> None:
    """Delete the actors that no article names any more: their names are words of a text too."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS nobody (id INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM nobody")
    connection.execute(
        """INSERT INTO nobody SELECT id FROM actors p
           WHERE NOT EXISTS (SELECT 1 FROM appearances x WHERE x.actor = p.id)
             AND NOT EXISTS (SELECT 1 FROM quotes q WHERE q.speaker_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM machine_appearances m WHERE m.actor = p.id)
             AND NOT EXISTS (SELECT 1 FROM machine_quotes m WHERE m.speaker_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM corrected_actors c WHERE p.id IN (c.actor, c.shown))"""
    )
    connection.execute("DELETE FROM names WHERE actor IN nobody")
    connection.execute("DELETE FROM actors WHERE id IN nobody")
