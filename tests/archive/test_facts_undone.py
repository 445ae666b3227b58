"""Whatever is stated of an article in whatever order: undoing all of it gives what was read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.archive import open_archive
from index.article import DatelineError
from index.config import load_config, shipped
from index.store import articles, facts
from index.store.articles import NewArticle
from tests.archive.correcting import Desk, open_desk

SAID = [
    ("title", "A truce holds"), ("title", "Envoy in Damascus"), ("title", None),
    ("date", "2012-06-04"), ("date", "4 June 2012 12:30"), ("date", None),
    ("byline", "Ann Lee, Bo Ray"), ("byline", None), ("outlet", "The Herald"),
    ("agency", "Reuters"), ("agency", None), ("url", "https://example.com/a"), ("section", "World"),
]  # fmt: skip
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["state", "state", "state", "not stated", "take back", "bring back", "undo", "redo",
             "read anew"]
        ),
        st.integers(0, len(SAID) - 1),
        st.sampled_from(["older", "newer"]),
    ),
    min_size=1,
    max_size=10,
)  # fmt: skip


@dataclass
class Versions:
    """Two versions of an article, by "older" and "newer", as they were taken in."""

    desk: Desk
    taken: dict[str, NewArticle]

    def read(self, which: str, variant: int) -> NewArticle:
        """What a reader makes of a version: the facts differ, the text does not."""
        form = json.loads(self.taken[which].form)
        if variant % 3:
            form["facts"]["section"] = [f"Section {variant % 3}", "stated", None]
        return replace(self.taken[which], form=json.dumps(form, separators=(",", ":")))

    def put(self, which: str, variant: int) -> None:
        with self.desk.archive.journal._database.transaction() as connection:
            superseded = connection.execute(
                "SELECT superseded FROM articles WHERE id = ?", (self.taken[which].id,)
            ).fetchone()[0]
            articles.put(connection, self.read(which, variant))
            connection.execute(
                "UPDATE articles SET superseded = ? WHERE id = ?",
                (superseded, self.taken[which].id),
            )

    def rows(self) -> list[tuple[object, ...]]:
        connection = self.desk.archive.journal._database.connection()
        return connection.execute(
            "SELECT id, form, machine_form, date FROM articles ORDER BY id"
        ).fetchall()


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Versions]:
    folder = tmp_path_factory.mktemp("undone")
    config = replace(load_config(shipped("config.yaml")), archive_folder=folder / "archive")
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, folder / "news")
        older = desk.ids["envoy"]
        newer = desk.add("envoy", desk.text("envoy") + "\nMore of it.\n")
        rows = archive.journal._database.connection().execute(
            """SELECT id, item, file_sha256, text_sha256, rules, text, form, date, words, row_id,
                      part FROM articles JOIN texts ON sha256 = text_sha256"""
        )
        taken = {row[0]: NewArticle(*row[:10], row[10] or "") for row in rows}
        yield Versions(desk, {"older": taken[older], "newer": taken[newer]})


def do(versions: Versions, step: tuple[str, int, str]) -> None:
    what, number, which = step
    archive = versions.desk.archive
    article = versions.taken[which].id
    name, value = SAID[number]
    listed = archive.corrections.listed()
    deeds: dict[str, Callable[[], object]] = {
        "state": lambda: archive.facts.correct(article, {name: value}),
        "not stated": lambda: archive.facts.correct(article, {}, [name]),
        "take back": lambda: archive.corrections.take_back(listed[number % len(listed)].seq),
        "bring back": archive.corrections.bring_back,
        "undo": archive.journal.undo,
        "redo": archive.journal.redo,
        "read anew": lambda: versions.put(which, number),
    }
    with suppress(DatelineError, ZeroDivisionError):
        deeds[what]()


@settings(max_examples=40)
@given(STEPS)
def test_undoing_all_gives_what_was_read_to_the_letter(
    versions: Versions, steps: list[tuple[str, int, str]]
) -> None:
    for which in versions.taken:
        versions.put(which, 0)
    read = {which: versions.read(which, 0) for which in versions.taken}
    before = versions.rows()
    for step in steps:
        do(versions, step)
        if step[0] == "read anew":
            read[step[2]] = versions.read(step[2], step[1])
        assert facts.is_settled(versions.desk.archive.journal._database.connection())
    by_id = {each.id: each for each in read.values()}
    for article, form, machine_form, _ in versions.rows():
        if article in by_id:
            assert (machine_form or form) == by_id[article].form
    while (listed := versions.desk.archive.corrections.listed()) and len(steps) % 2:
        versions.desk.archive.corrections.take_back(listed[0].seq)
    while versions.desk.archive.corrections.listed():
        assert versions.desk.archive.journal.undo()
    for article, form, machine_form, date in versions.rows():
        if article in by_id:
            assert (form, machine_form) == (by_id[article].form, None)
            assert date == by_id[article].date
    for which in versions.taken:
        versions.put(which, 0)
    assert versions.rows() == before
