"""The journal: an append-only list of all that a person did, and the state it folds to.

Entries are anchored to text hash, span and exact words, never to rows that an extraction made,
so they outlive re-reading, a rebuilt index and an upgrade. Undo and redo are entries too.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.article import Passage
from index.store.database import now

PASSAGE_FIELDS = (
    "id",
    "article",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "paragraph",
    "page",
    "text_sha256",
    "file_sha256",
    "note",
    "tags",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a person did. `seq` counts from 1, `at` is UTC, ISO 8601.

    Kinds: "keep" (data: a passage) and "drop" ({"id"}); "save" ({"name", "query"}) and "unsave"
    ({"name"}) of searches; "remove", "restore" and "purge" ({"articles": ids}); those of
    `index.store.corrections`; "take back" of any one of these ({"entry": seq}, and "also":
    the numbers of others that go with it); "undo" and "redo" ({"entry": seq}).
    """

    seq: int
    at: str
    kind: str
    data: dict[str, object]


def append(connection: sqlite3.Connection, kind: str, data: dict[str, object]) -> Entry:
    at = now()
    cursor = connection.execute(
        "INSERT INTO journal (at, kind, data) VALUES (?, ?, ?)",
        (at, kind, json.dumps(data, ensure_ascii=False)),
    )
    return Entry(cursor.lastrowid or 0, at, kind, data)


def entries(connection: sqlite3.Connection) -> list[Entry]:
    rows = connection.execute("SELECT seq, at, kind, data FROM journal ORDER BY seq")
    return [Entry(seq, at, kind, json.loads(data)) for seq, at, kind, data in rows]


def of_kinds(connection: sqlite3.Connection, kinds: Sequence[str]) -> list[Entry]:
    """The entries of these kinds, in order."""
    rows = connection.execute(
        f"""SELECT seq, at, kind, data FROM journal
            WHERE kind IN ({",".join("?" * len(kinds))}) ORDER BY seq""",  # noqa: S608
        list(kinds),
    )
    return [Entry(seq, at, kind, json.loads(data)) for seq, at, kind, data in rows]


def last(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and the moment of the last entry; (0, "") before the first."""
    row = connection.execute("SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def standing(journal: Sequence[Entry]) -> list[Entry]:
    """The entries that hold: what was done and not undone, in order."""
    undone: set[object] = set()
    for entry in journal:
        if entry.kind == "undo":
            undone.add(entry.data["entry"])
        elif entry.kind == "redo":
            undone.discard(entry.data["entry"])
    held = [e for e in journal if e.kind not in ("undo", "redo") and e.seq not in undone]
    gone = {seq for entry in held if entry.kind == "take back" for seq in taken_back(entry)}
    return [entry for entry in held if entry.seq not in gone]


def taken_back(entry: Entry) -> tuple[int, ...]:
    """The numbers of the entries that an entry of the kind "take back" takes back, the one that
    was meant first."""
    data: dict[str, Any] = entry.data
    return (data["entry"], *data.get("also", ()))


def to_undo(journal: Sequence[Entry]) -> Entry | None:
    """The entry that an undo would take back. What was purged cannot be brought back."""
    held = [entry for entry in standing(journal) if entry.kind != "purge"]
    return held[-1] if held else None


def to_redo(journal: Sequence[Entry]) -> Entry | None:
    """The entry that a redo would bring back: none once something new was done."""
    by_seq = {entry.seq: entry for entry in journal}
    taken_back: list[Entry] = []
    for entry in journal:
        if entry.kind == "undo":
            taken_back.append(by_seq[int(str(entry.data["entry"]))])
        elif entry.kind == "redo":
            taken_back.pop()
        else:
            taken_back.clear()
    return taken_back[-1] if taken_back else None


def clippings(journal: Sequence[Entry]) -> list[Passage]:
    """The passages that are kept now, in the order in which they were kept."""
    kept: dict[object, Passage] = {}
    for entry in standing(journal):
        if entry.kind == "keep":
            kept[entry.data["id"]] = _passage(entry)
        elif entry.kind == "drop":
            kept.pop(entry.data["id"], None)
    return list(kept.values())


def searches(journal: Sequence[Entry]) -> dict[str, str]:
    """The searches that are saved now: their queries by name, in the order of the saving."""
    saved: dict[str, str] = {}
    for entry in standing(journal):
        if entry.kind in ("save", "unsave"):
            saved.pop(str(entry.data["name"]), None)
        if entry.kind == "save":
            saved[str(entry.data["name"])] = str(entry.data["query"])
    return saved


def removed(journal: Sequence[Entry]) -> list[str]:
    """The ids of the articles that are removed now, purged or not, in order."""
    gone: dict[str, None] = {}
    for entry in standing(journal):
        for article in articles_in(entry):
            if entry.kind == "restore":
                gone.pop(article, None)
            else:
                gone[article] = None
    return list(gone)


def articles_in(entry: Entry) -> list[str]:
    """The ids that an entry of removing, restoring or purging names; of others none."""
    named: list[str] = entry.data["articles"] if entry.kind in _OF_ARTICLES else []  # type: ignore[assignment]
    return named


_OF_ARTICLES = ("remove", "restore", "purge")


def _passage(entry: Entry) -> Passage:
    known = {name: entry.data[name] for name in PASSAGE_FIELDS if name in entry.data}
    known["tags"] = tuple(known.get("tags", ()))  # type: ignore[arg-type]
    return Passage(**known, kept_at=entry.at)  # type: ignore[arg-type]
