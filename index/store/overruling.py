"""Articles of which a person says otherwise than the machine: whose words a quote is, what is no
quote, who is meant by a name.

Their rows in `quotes` and `appearances` are what is shown; what the machine read stands beside,
in `machine_quotes` and `machine_appearances`, and comes back as it was when nothing is said of
the article any more. The index is told of each change.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from index.article import Span
from index.store import facts
from index.store.corrected import equals, make, rows_of, settle_actors, standing
from index.store.corrections import (
    FACT,
    OF_ACTORS,
    Corrections,
    Key,
    Said,
    Split,
    key_of,
    said,
    split_of,
)
from index.store.journal import Entry
from index.store.lineage import older_versions
from index.store.outbox import tell
from index.store.revising import (
    Parting,
    Places,
    Row,
    Speaker,
    corrected,
    named_apart,
    order,
    spoken_by_another,
)
from index.text import fold_name

_TABLES = ("quotes", "appearances")


def settle(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Bring all that is shown to what stands, when these entries of the journal came or went."""
    facts.settle(connection, [entry for entry in entries if entry.kind == FACT])
    entries = [entry for entry in entries if entry.kind != FACT]
    if not entries:
        return
    corrections = standing(connection)
    settle_actors(connection, corrections)
    numbers = _concerned(connection, corrections, entries)
    partings = _partings(connection, corrections) if numbers else []
    for number in numbers:
        overrule(connection, number, corrections, partings)


def follow(connection: sqlite3.Connection, number: int) -> None:
    """Apply what a person said to an article that was just read, by its number."""
    corrections = standing(connection)
    if corrections.splits or corrections.speakers or corrections.none:
        overrule(connection, number, corrections)


def carry_over(connection: sqlite3.Connection, before: int, after: int) -> None:
    """Let what the machine read in an article stand for another, whose rows are those of the one
    already. They are articles by their numbers."""
    forget(connection, after)
    copied = "INSERT INTO overruled SELECT ? FROM overruled WHERE article = ?"
    if connection.execute(copied, (after, before)).rowcount:
        for table in _TABLES:
            rows = _rows(connection, f"machine_{table}", before)
            _write(connection, f"machine_{table}", [{**row, "article": after} for row in rows])


def forget(connection: sqlite3.Connection, number: int) -> None:
    """An article is read anew: what the machine had read of it before is no longer kept."""
    connection.execute("DELETE FROM overruled WHERE article = ?", (number,))


def overrule(
    connection: sqlite3.Connection,
    number: int,
    corrections: Corrections,
    partings: Sequence[tuple[Split, Parting]] | None = None,
) -> None:
    """Let an article show what stands. Only one that was read. `partings` are those of all splits,
    where they are known."""
    row = connection.execute(
        """SELECT a.id, a.text_sha256, t.text FROM articles a JOIN texts t
           ON t.sha256 = a.text_sha256 WHERE a.number = ? AND a.read_with IS NOT NULL""",
        (number,),
    ).fetchone()
    if row is None:
        return
    article, text_sha256, text = row
    known = connection.execute("SELECT 1 FROM overruled WHERE article = ?", (number,)).fetchone()
    kept = "machine_" if known else ""
    quotes = _rows(connection, f"{kept}quotes", number)
    appearances = _rows(connection, f"{kept}appearances", number)
    here = {article, *older_versions(connection, article)}
    if partings is None:
        partings = _partings(connection, corrections)
    apart = [
        parting
        for split, parting in partings
        if not split.article or split.article in here or split.text_sha256 == text_sha256
    ]
    mentions = appearances
    for parting in apart:
        quotes = spoken_by_another(quotes, mentions, text, parting)
        mentions = named_apart(mentions, text, parting)
    places = Places(text, text_sha256, here)
    quoted = dict.fromkeys(
        said for place in (text_sha256, *here) for said in corrections.quoted.get(place, ())
    )
    placed = [(span, said) for said in quoted if (span := places.find(said))]
    none = [(span, said) for span, said in placed if said in corrections.none]
    speakers = [
        _speaker(connection, corrections, number, span, said)
        for span, said in placed
        if said in corrections.speakers
    ]
    quotes = corrected(quotes, number, none, speakers)
    _show(connection, number, bool(known), {"quotes": quotes, "appearances": mentions})


def waits(connection: sqlite3.Connection, entry: Entry) -> str:
    """Why a correction of a quote or fact changes nothing now; "" for one that does, or may."""
    data: dict[str, Any] = entry.data
    if entry.kind == FACT:
        return facts.waits(connection, entry)
    if "quote" not in data:
        return ""
    quote = said(data["quote"])
    rows = (
        connection.execute(
            f"""SELECT a.id, a.text_sha256, t.text FROM articles a JOIN texts t
            ON t.sha256 = a.text_sha256 WHERE a.superseded = 0 AND a.number IN
            ({",".join("?" * len(numbers))})""",  # noqa: S608
            numbers,
        ).fetchall()
        if (numbers := _numbers(connection, quote.article, quote.text_sha256))
        else []
    )
    if not rows:
        return "no article here has these words"
    if any(Places(text, sha256, {quote.article}).find(quote) for _, sha256, text in rows):
        return ""
    return "source changed"


def fits(connection: sqlite3.Connection, entry: Entry) -> bool:
    """Whether there is anything in the archive that a correction is about."""
    data: dict[str, Any] = entry.data
    if "quote" in data or entry.kind == FACT:
        return not waits(connection, entry)
    corrections = standing(connection)
    named = data["actors"] if entry.kind == "merge" else [data["actor"]]
    return any(rows_of(connection, key_of(each), corrections.texts) for each in named)


def _show(
    connection: sqlite3.Connection, number: int, known: bool, shown: Mapping[str, list[Row]]
) -> None:
    """Put the rows that are shown in place of what stood there, and tell the index."""
    before = {table: _rows(connection, table, number) for table in _TABLES}
    machine = {t: _rows(connection, f"machine_{t}", number) for t in _TABLES} if known else before
    ordered = {table: sorted(rows, key=order) for table, rows in shown.items()}
    overruled = any(ordered[table] != sorted(machine[table], key=order) for table in _TABLES)
    if overruled and not known:
        connection.execute("INSERT INTO overruled VALUES (?)", (number,))
        for table in _TABLES:
            _write(connection, f"machine_{table}", machine[table])
    elif known and not overruled:
        connection.execute("DELETE FROM overruled WHERE article = ?", (number,))
    if any(ordered[table] != sorted(before[table], key=order) for table in _TABLES):
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))  # noqa: S608
            _write(connection, table, ordered[table])
        article = connection.execute("SELECT id FROM articles WHERE number = ?", (number,))
        tell(connection, "quotes", article.fetchone()[0])


def _concerned(
    connection: sqlite3.Connection, corrections: Corrections, entries: Iterable[Entry]
) -> list[int]:
    """The numbers of the articles of which entries say something, with what stands now."""
    found: dict[int, None] = {}
    splits: set[Split] = set()
    for entry in entries:
        data: dict[str, Any] = entry.data
        if entry.kind in ("speaker", "no quote"):
            quote = said(data["quote"])
            found |= dict.fromkeys(_numbers(connection, quote.article, quote.text_sha256))
        elif entry.kind == "split":
            splits.add(split_of(data))
        elif entry.kind in OF_ACTORS and corrections.splits:
            named = [*data.get("actors", ()), *(data[at] for at in ("actor", "into") if at in data)]
            roots = {corrections.root(key_of(each)) for each in named}
            splits |= {each for each in corrections.splits if corrections.root(each.actor) in roots}
            for each in named if splits else ():
                rows = rows_of(connection, key_of(each), corrections.texts)
                found |= dict.fromkeys(_naming(connection, rows, None))
    for split in splits:
        if split.article:
            found |= dict.fromkeys(_numbers(connection, split.article, split.text_sha256))
        else:
            actors = _class(connection, corrections, split.actor)
            found |= dict.fromkeys(_naming(connection, actors, fold_name(split.alias).strip()))
    return list(found)


def _numbers(connection: sqlite3.Connection, article: str, text_sha256: str) -> list[int]:
    ids = equals(connection, article, text_sha256)
    rows = connection.execute(
        f"SELECT number FROM articles WHERE id IN ({','.join('?' * len(ids))})",  # noqa: S608
        ids,
    )
    return [row[0] for row in rows]


def _naming(
    connection: sqlite3.Connection, actors: Collection[int], alias: str | None
) -> list[int]:
    """The articles in which the machine found one of these actors, called so (None: anyhow)."""
    found = []
    for actor in actors:
        rows = connection.execute(
            """SELECT article, name, aliases FROM appearances WHERE actor = :actor
               UNION ALL SELECT article, name, aliases FROM machine_appearances
               WHERE actor = :actor""",
            {"actor": actor},
        )
        found += [
            number
            for number, name, aliases in rows
            if alias is None
            or alias in (fold_name(each).strip() for each in (name, *json.loads(aliases)))
        ]
    return found


def _class(connection: sqlite3.Connection, corrections: Corrections, key: Key) -> frozenset[int]:
    """The ids of all actors that are shown as the one who is named."""
    found = set(rows_of(connection, key, corrections.texts))
    for actor in tuple(found):
        rows = connection.execute(
            """SELECT o.actor FROM corrected_actors c JOIN corrected_actors o ON o.shown = c.shown
               WHERE c.actor = ?""",
            (actor,),
        )
        found.update(row[0] for row in rows)
    return frozenset(found)


def _partings(
    connection: sqlite3.Connection, corrections: Corrections
) -> list[tuple[Split, Parting]]:
    return [(split, _parting(connection, corrections, split)) for split in corrections.splits]


def _parting(connection: sqlite3.Connection, corrections: Corrections, split: Split) -> Parting:
    return Parting(
        _class(connection, corrections, split.actor),
        fold_name(split.alias).strip(),
        make(connection, split.other, corrections),
        corrections.written[split.other],
    )


def _speaker(
    connection: sqlite3.Connection,
    corrections: Corrections,
    number: int,
    span: Span,
    said: Said,
) -> Speaker:
    key = corrections.speakers[said]
    if key is None:
        return Speaker(span, said, None, None)
    ids = rows_of(connection, key, corrections.texts)
    ids = ids or [make(connection, key, corrections)]
    row = connection.execute(
        f"""SELECT p.id, coalesce(x.name, p.name) FROM actors p
            LEFT JOIN appearances x ON x.actor = p.id AND x.article = ?
            WHERE p.id IN ({",".join("?" * len(ids))})
            ORDER BY x.name IS NULL, p.id LIMIT 1""",  # noqa: S608
        (number, *ids),
    ).fetchone()
    return Speaker(span, said, row[0], row[1])


def _rows(connection: sqlite3.Connection, table: str, number: int) -> list[Row]:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE article = ?", (number,))  # noqa: S608
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def _write(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    for row in rows:
        columns = ", ".join(f'"{column}"' for column in row)
        marks = ",".join("?" * len(row))
        connection.execute(
            f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
            list(row.values()),
        )
