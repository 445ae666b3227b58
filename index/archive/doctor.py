"""Is the archive whole? What the store and the index say of themselves and of each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError
from index.store import articles, files, journal, outbox
from index.store.database import Database
from index.text import TEXT_RULES, canonical, sha256

if TYPE_CHECKING:
    from index.fulltext import Resolver


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is a sentence; when `ok` is false it says what to do."""

    ok: bool
    what: str


def examine(database: Database, folder: Path, names: Resolver) -> list[Finding]:
    """Look at the store, every text in it, the journal and the index. Changes nothing."""
    connection = database.connection()
    parts: dict[str, Callable[[], Iterator[Finding]]] = {
        "The store": lambda: _store(connection, database.path),
        "The texts": lambda: _texts(connection),
        "The journal": lambda: _journal(connection),
        "The search index": lambda: _index(connection, folder, names),
        "The source files": lambda: _files(connection),
    }
    findings: list[Finding] = []
    for name, examined in parts.items():
        try:
            findings += examined()
        except DatelineError as error:
            findings.append(Finding(False, str(error)))
        except Exception as error:  # whatever stands there, the rest is examined
            findings.append(
                Finding(False, f"{name} cannot be examined ({error}). Put a backup in its place.")
            )
    return findings


def _store(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    told = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    if told == ["ok"]:
        yield Finding(True, f"{path} is sound: {_amount(articles.count(connection), 'article')}.")
    else:
        yield Finding(False, f"{path} is damaged ({'; '.join(told)}). Put a backup in its place.")
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield Finding(
            False, f"{path} has {len(broken)} rows that lead nowhere. Put a backup in its place."
        )


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    wrong = 0
    total = 0
    for digest, rules, text in connection.execute("SELECT sha256, rules, text FROM texts"):
        total += 1
        same = sha256(text) == digest
        wrong += not same or (rules == TEXT_RULES and canonical(text) != text)
    if wrong:
        yield Finding(
            False,
            f"{wrong} of {total} texts are not what their hash says. Passages of them cannot be "
            "trusted; put a backup in place of the archive.",
        )
    else:
        yield Finding(True, f"{_amount(total, 'text')} examined: each is what its hash says.")


def _journal(connection: sqlite3.Connection) -> Iterator[Finding]:
    kept = journal.clippings(journal.entries(connection))
    lost = 0
    for passage in kept:
        text = articles.text_with_hash(connection, passage.text_sha256)
        lost += text is None or text[passage.start : passage.end] != passage.exact
    if lost:
        yield Finding(
            False,
            f"{lost} of {len(kept)} clippings no longer stand in the text they were taken from. "
            "Their words are in the journal and are exported as kept.",
        )
    else:
        yield Finding(
            True, f"{_amount(len(kept), 'clipping')} examined: each stands in the text it is from."
        )


def _index(connection: sqlite3.Connection, folder: Path, names: Resolver) -> Iterator[Finding]:
    from index.fulltext import Index, IndexDamaged
    from index.ingest.indexing import FOLDER, stamp_of
    from index.query import Everything, Query

    if not outbox.is_whole(connection):
        yield Finding(False, "The search index is not finished. `dateline rebuild` makes it anew.")
        return
    try:
        index = Index.open(folder / FOLDER, stamp=stamp_of(connection), read_only=True)
        index.verify()
        searcher = index.searcher()
        indexed = set(searcher.search(Query("", Everything()), names).ids)
        searcher.close()
    except IndexDamaged as damage:
        yield Finding(False, f"{damage} `dateline rebuild` does it now.")
        return
    except DatelineError as error:
        yield Finding(False, str(error))
        return
    waiting = {letter.article for letter in outbox.waiting(connection, 1_000_000)}
    stored = set(articles.by_date(connection))
    amiss = (stored ^ indexed) - waiting
    if amiss:
        yield Finding(
            False,
            f"The search index and the store disagree on {_amount(len(amiss), 'article')}. "
            "`dateline rebuild` makes the index anew.",
        )
    elif waiting:
        yield Finding(
            True,
            f"The search index is sound; {_amount(len(waiting), 'article')} still to be indexed.",
        )
    else:
        yield Finding(
            True, f"The search index is sound and holds {_amount(len(indexed), 'article')}."
        )


def _files(connection: sqlite3.Connection) -> Iterator[Finding]:
    gone = [path for path in files.paths(connection) if not files.is_there(path)]
    if gone:
        yield Finding(
            True,
            f"No longer where they were: {_amount(len(gone), 'source file')}. "
            "What was taken from there is kept.",
        )
    troubled = files.troubled(connection)
    if troubled:
        yield Finding(
            True,
            f"Could not be read: {_amount(len(troubled), 'file')}. "
            "`dateline add --report` lists them.",
        )


def _amount(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
