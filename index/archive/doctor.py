"""Is the archive whole? What the store and the index say of themselves and of each other.

By default it looks at what can be looked at in a moment, with a sample of the texts; thoroughly
it reads every text, every page of the store and every byte of the index.
"""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError, Passage
from index.store import articles, corrected, facts, files, journal, outbox, readings, removals
from index.store.database import Database, now
from index.text import TEXT_RULES, canonical, sha256

if TYPE_CHECKING:
    from index.fulltext import Resolver

_SAMPLE = 500
"""Texts that are looked at unless all are. They lie by their hashes, so any are a fair sample."""

_BACKUP = "Put a backup in its place."
_REBUILD = "`dateline rebuild` makes the index anew."


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is a sentence; when `ok` is false it says what to do."""

    ok: bool
    what: str


def examine(
    database: Database, folder: Path, names: Resolver, *, thoroughly: bool = False
) -> list[Finding]:
    """Look at the store, the texts, the journal, the readings and the index. Changes nothing."""
    connection = database.connection()
    parts: dict[str, Callable[[], Iterator[Finding]]] = {
        "The store": lambda: _store(connection, database.path, thoroughly),
        "The texts": lambda: _texts(connection, thoroughly),
        "The journal": lambda: _journal(connection),
        "What was kept": lambda: _kept(connection),
        "What was corrected": lambda: _corrected(connection),
        "What was read": lambda: _readings(connection, thoroughly),
        "The search index": lambda: _index(connection, folder, names, thoroughly),
        "The source files": lambda: _files(connection),
        "The folder": lambda: _folder(database.path),
    }
    findings: list[Finding] = []
    for name, examined in parts.items():
        try:
            findings += examined()
        except DatelineError as error:
            findings.append(Finding(False, str(error)))
        except Exception as error:  # whatever stands there, the rest is examined
            findings.append(Finding(False, f"{name} cannot be examined ({error}). {_BACKUP}"))
    return findings


def _store(connection: sqlite3.Connection, path: Path, thoroughly: bool) -> Iterator[Finding]:
    check = "integrity_check" if thoroughly else "quick_check"
    told = [row[0] for row in connection.execute(f"PRAGMA {check}(5)")]
    if told == ["ok"]:
        yield Finding(True, f"{path} is sound: {_amount(articles.count(connection), 'article')}.")
    else:
        yield Finding(False, f"{path} is damaged ({'; '.join(told)}). {_BACKUP}")
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        yield Finding(False, f"{path} has {len(broken)} rows that lead nowhere. {_BACKUP}")
    if removals.is_purging(connection):
        yield Finding(
            False,
            "A purge was cut short: traces of what was deleted are still in the files. "
            "`dateline rebuild` goes on with it.",
        )


def _texts(connection: sqlite3.Connection, thoroughly: bool) -> Iterator[Finding]:
    total = int(connection.execute("SELECT count(*) FROM texts").fetchone()[0])
    looked = total if thoroughly else min(total, _SAMPLE)
    wrong = 0
    rows = connection.execute("SELECT sha256, rules, text FROM texts LIMIT ?", (looked,))
    for digest, rules, text in rows:
        same = sha256(text) == digest
        wrong += not same or (rules == TEXT_RULES and canonical(text) != text)
    if wrong:
        yield Finding(
            False,
            f"{wrong:,} of {_amount(looked, 'text')} are not what their hash says. Passages of "
            "them cannot be trusted; put a backup in place of the archive.",
        )
    else:
        of_all = "" if looked == total else f" of {total:,} (--thorough examines all)"
        yield Finding(
            True, f"{_amount(looked, 'text')}{of_all} examined: each is what its hash says."
        )


def _journal(connection: sqlite3.Connection) -> Iterator[Finding]:
    entries = journal.entries(connection)
    # Numbers are given in order and only to what is committed, so a gap is a loss.
    if [entry.seq for entry in entries] != list(range(1, len(entries) + 1)):
        yield Finding(False, f"Entries of the journal are missing. {_BACKUP}")
        return
    wanted = set(journal.removed(entries))
    held = {each.article for each in removals.listed(connection)}
    current = {article for article in wanted if articles.is_current(connection, article)}
    if wanted - held - current or current:
        yield Finding(
            False,
            f"The journal says that {_amount(len(wanted), 'article')} were removed, and the store "
            f"does not agree on {len((wanted - held) | current):,}. `dateline remove` them again.",
        )
    ahead = sum(entry.at > now() for entry in entries)
    if ahead:
        yield Finding(
            True,
            f"{_amount(ahead, 'entry', 'entries')} of the journal are dated in the future: the "
            "clock was set back since. Their order is right.",
        )
    yield Finding(True, f"The journal is whole: {_amount(len(entries), 'entry', 'entries')}.")


def _kept(connection: sqlite3.Connection) -> Iterator[Finding]:
    kept = journal.clippings(journal.entries(connection))
    lost = sum(not _stands(connection, passage) for passage in kept)
    if lost:
        yield Finding(
            False,
            f"{lost:,} of {_amount(len(kept), 'clipping')} no longer stand in the text they were "
            "taken from. Their words are in the journal and are exported as kept.",
        )
    else:
        yield Finding(
            True, f"{_amount(len(kept), 'clipping')} examined: each stands in the text it is from."
        )


def _corrected(connection: sqlite3.Connection) -> Iterator[Finding]:
    if not corrected.is_settled(connection):
        yield Finding(
            False,
            "Actors are not shown as they were corrected. Any correction, also one that is undone "
            "at once, sets this right.",
        )
    if not facts.is_settled(connection):
        yield Finding(
            False,
            "Facts of articles are not shown as they were corrected. To correct a fact of such an "
            "article, and to undo it at once, sets it right.",
        )


def _stands(connection: sqlite3.Connection, passage: Passage) -> bool:
    if removals.is_purged(connection, passage.article):
        return True  # a person wanted its text gone
    text = articles.text_with_hash(connection, passage.text_sha256)
    return text is not None and text[passage.start : passage.end] == passage.exact


def _readings(connection: sqlite3.Connection, thoroughly: bool) -> Iterator[Finding]:
    orphans = readings.count_orphans(connection)
    if orphans:
        yield Finding(
            False, f"{_amount(orphans, 'reading')} belong to no article that is there. {_BACKUP}"
        )
    if thoroughly and (beyond := readings.count_beyond_their_text(connection)):
        yield Finding(
            False,
            f"{_amount(beyond, 'quote')} stand beyond the end of their text. {_BACKUP}",
        )


def _index(
    connection: sqlite3.Connection, folder: Path, names: Resolver, thoroughly: bool
) -> Iterator[Finding]:
    from index.fulltext import Index, IndexDamaged
    from index.ingest.indexing import FOLDER, stamp_of
    from index.query import Everything, Query

    if not outbox.is_whole(connection):
        yield Finding(False, f"The search index is not finished. {_REBUILD}")
        return
    everything = Query("", Everything())
    quoted: set[str] = set()
    try:
        index = Index.open(folder / FOLDER, stamp=stamp_of(connection), read_only=True)
        if thoroughly:
            index.verify()
        searcher = index.searcher()
        indexed = set(searcher.search(everything, names).ids)
        if thoroughly:
            quoted = set(searcher.quotes(everything, names, kinds=readings.KINDS))
        searcher.close()
        index.close()
    except IndexDamaged as damage:
        yield Finding(False, f"{damage} `dateline rebuild` does it now.")
        return
    waiting = outbox.articles_waiting(connection)
    amiss = (set(articles.in_order(connection)) ^ indexed) - waiting
    if amiss:
        yield Finding(
            False,
            f"The search index and the store disagree on {_amount(len(amiss), 'article')}. "
            f"{_REBUILD}",
        )
    if thoroughly:
        stored = readings.ids_of_quotes(connection)
        amiss = {quote for quote in quoted ^ stored if quote.partition(":")[0] not in waiting}
        if amiss:
            yield Finding(
                False,
                f"The search index and the store disagree on {_amount(len(amiss), 'quote')}. "
                f"{_REBUILD}",
            )
    if not amiss:
        still = f"; {_amount(len(waiting), 'article')} still to be indexed" if waiting else ""
        yield Finding(
            True, f"The search index is sound and holds {_amount(len(indexed), 'article')}{still}."
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


def _folder(path: Path) -> Iterator[Finding]:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Finding(
            True,
            f"Others who use this machine may be able to read {path}. "
            f"`chmod go-rwx {path.name}` in its folder makes it private.",
        )


def _amount(count: int, noun: str, several: str = "") -> str:
    return f"{count:,} {noun if count == 1 else several or noun + 's'}"
