"""The journal: what a person did is never changed, and undo and redo are entries too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.store import journal
from index.store.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path, create=True)
    yield opened
    opened.close()


def keep(name: str) -> dict[str, object]:
    return {
        "id": name, "article": "a", "start": 0, "end": 4, "exact": "word", "prefix": "",
        "suffix": "", "paragraph": 1, "text_sha256": "t", "file_sha256": "f", "note": "",
        "tags": ["x"],
    }  # fmt: skip


def test_an_entry_can_be_neither_changed_nor_removed(database: Database) -> None:
    with database.transaction() as connection:
        journal.append(connection, "keep", keep("one"))
    for statement in ("UPDATE journal SET kind = 'drop'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.connection().execute(statement)
    assert [p.id for p in journal.clippings(journal.entries(database.connection()))] == ["one"]


def test_a_kept_passage_comes_back_as_it_was(database: Database) -> None:
    with database.transaction() as connection:
        entry = journal.append(connection, "keep", keep("one"))
    [passage] = journal.clippings(journal.entries(database.connection()))
    assert passage.to_json() == keep("one")
    assert passage.kept_at == entry.at


class _Desk:
    """What the journal must fold to, kept the simple way: whole states and two stacks."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.before: list[list[str]] = []
        self.after: list[list[str]] = []

    def do(self, kept: list[str]) -> None:
        self.before.append(self.kept)
        self.after.clear()
        self.kept = kept


@given(st.lists(st.sampled_from(["keep", "drop", "undo", "redo"]), max_size=25))
def test_undo_and_redo_go_back_and_forth_through_what_was_done(acts: list[str]) -> None:
    desk = _Desk()
    entries: list[journal.Entry] = []

    def append(kind: str, data: dict[str, object]) -> None:
        entries.append(journal.Entry(len(entries) + 1, "2012-06-05T00:00:00", kind, data))

    for number, act in enumerate(acts):
        if act == "keep":
            append("keep", keep(str(number)))
            desk.do([*desk.kept, str(number)])
        elif act == "drop" and desk.kept:
            append("drop", {"id": desk.kept[0]})
            desk.do(desk.kept[1:])
        elif act == "undo" and (entry := journal.to_undo(entries)):
            append("undo", {"entry": entry.seq})
            desk.after.append(desk.kept)
            desk.kept = desk.before.pop()
        elif act == "redo":
            again = journal.to_redo(entries)
            assert (again is None) == (not desk.after)
            if again:
                append("redo", {"entry": again.seq})
                desk.before.append(desk.kept)
                desk.kept = desk.after.pop()
    assert sorted(p.id for p in journal.clippings(entries)) == sorted(desk.kept)
