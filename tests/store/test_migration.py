"""An archive of the very first schema opens in every later version with all that it held."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from index.archive import open_archive
from index.config import Config
from index.store import articles, files, journal
from index.store.database import FILE_NAME, Database, meta
from index.store.schema import APPLICATION, MIGRATIONS, STAND_INS
from index.text import sha256
from tests.unread import told_of

TEXT = (
    "Council votes on the plan\n\nLONDON, June 5 (Reuters) - The council voted on Tuesday.\n\n"
    "“It was time,” Jane Roe said.\n"
)
OLDER = TEXT.replace("Tuesday", "Monday")
FORM = {
    "facts": {
        "title": ["Council votes on the plan", "stated", None],
        "date": ["2012-06-05", "inferred", "from the dateline"],
    },
    "headline": [0, 25],
    "furniture": [],
    "subheads": [],
}
WORDS = "“It was time,”"
CLIPPING = {
    "id": "c0ffee", "article": "newer", "start": TEXT.index(WORDS),
    "end": TEXT.index(WORDS) + len(WORDS), "exact": WORDS, "prefix": "", "suffix": " Jane Roe",
    "paragraph": 2, "text_sha256": sha256(TEXT), "file_sha256": "f2", "note": "why",
    "tags": ["plan"],
}  # fmt: skip


def archive_of_the_first_schema(folder: Path) -> None:
    """What the first version wrote: two versions of an article, read, and a passage kept."""
    folder.mkdir(mode=0o700)
    old = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    for statement in MIGRATIONS[0]:
        old.execute(statement)
    old.execute("PRAGMA user_version = 1")
    old.execute(f"PRAGMA application_id = {APPLICATION}")
    old.execute("INSERT INTO meta VALUES ('uuid', 'feed'), ('created', '2012-06-05T00:00:00')")
    for text in (OLDER, TEXT):
        old.execute("INSERT INTO texts VALUES (?, 1, ?)", (sha256(text), text))
    row = "INSERT INTO articles VALUES (?, ?, 0, ?, ?, ?, ?, '2012-06-05', 20, ?, ?, ?, NULL)"
    form, at = json.dumps(FORM), "2012-06-06T00:00:00"
    old.execute(row, (1, "older", "f1", sha256(OLDER), None, 1, form, at, "model 1"))
    old.execute(row, (2, "newer", "f2", sha256(TEXT), "older", 0, form, at, "model 1"))
    path = b"/news/caf\xe9.txt"  # a name that is no UTF-8
    old.execute("INSERT INTO files VALUES (?, 9, 9, 'f2', NULL, ?, 'f1')", (path, at))
    old.execute("INSERT INTO files VALUES ('/news/b.txt', 0, 0, NULL, 'empty', ?, NULL)", (at,))
    old.execute("INSERT INTO actors VALUES (1, 'person', 'jane roe', 'Jane Roe')")
    old.execute("INSERT INTO names VALUES (1, ' jane roe ')")
    said = (TEXT.index("It was"), TEXT.index(",”") + 1)
    old.execute("INSERT INTO appearances VALUES (2, 1, 'Jane Roe', '[]', '[]', 1)")
    old.execute(
        "INSERT INTO quotes VALUES (2, ?, ?, 'direct', '[]', 'Jane Roe', 1, 'Jane Roe',"
        " NULL, NULL, 'said', NULL, NULL, 0.9)",
        said,
    )
    old.execute("INSERT INTO outbox (what, article) VALUES ('article', 'newer')")
    for kind, data in (("keep", CLIPPING), ("drop", {"id": "c0ffee"}), ("undo", {"entry": 2})):
        line = json.dumps(data, ensure_ascii=False)
        old.execute("INSERT INTO journal (at, kind, data) VALUES (?, ?, ?)", (at, kind, line))
    old.close()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    archive_of_the_first_schema(folder)
    return folder


def test_everything_that_was_in_it_is_there(old: Path, config: Config) -> None:
    with open_archive(old, config) as archive:
        reading = archive.articles.get("newer")
        assert reading.text == TEXT
        assert reading.article.form.date.reason == "from the dateline"
        assert reading.article.files == ("/news/caf\udce9.txt",)
        assert [quote.speaker for quote in reading.quotes] == ["Jane Roe"]
        assert [actor.name for actor in reading.actors] == ["Jane Roe"]
        assert archive.articles.get("older").text == OLDER
        assert archive.articles.newer("older") == "newer"
        [cited] = archive.clippings.all()
        assert cited.passage.to_json() == CLIPPING
        assert archive.journal.undo() == f"No longer kept: “{WORDS}”"
        assert told_of(archive) == (("/news/b.txt", "empty"),)
        assert archive.search.find("council").ids == ("newer",)


def test_it_is_brought_to_the_present_schema_once(old: Path) -> None:
    for _ in range(2):
        database = Database(old)
        connection = database.connection()
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
        assert meta(connection, "uuid") == "feed"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        database.close()


def schema_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """The columns of each table, and what each index is made of."""
    connection = sqlite3.connect(folder / FILE_NAME)
    told: dict[str, list[tuple[object, ...]]] = {}
    for kind, name in connection.execute("SELECT type, name FROM sqlite_schema").fetchall():
        pragma = "table_xinfo" if kind == "table" else "index_xinfo"
        told[name] = connection.execute(f"PRAGMA {pragma}({name})").fetchall()
    connection.close()
    return told


def test_it_comes_to_the_same_schema_as_a_new_archive(old: Path, tmp_path: Path) -> None:
    Database(old).close()
    Database(tmp_path / "new", create=True).close()
    assert schema_of(old) == schema_of(tmp_path / "new")


def test_texts_are_still_held_by_their_articles(old: Path) -> None:
    connection = Database(old).connection()
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("DELETE FROM texts")


def test_a_migration_that_is_cut_short_leaves_the_archive_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = schema_of(old)
    broken = (*MIGRATIONS[:-1], (*MIGRATIONS[-1], "INSERT INTO meta VALUES ('uuid', 'again')"))
    monkeypatch.setattr("index.store.database.MIGRATIONS", broken)
    with pytest.raises(sqlite3.IntegrityError):
        Database(old)
    assert schema_of(old) == before


def test_it_is_read_as_it_is_where_it_cannot_be_written_to(
    old: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = shutil.copytree(old, old.with_name("copy"))
    Database(old).close()
    present = schema_of(old)
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(whole, config) as archive:
        assert archive.read_only
        assert archive.articles.get("newer").text == TEXT
        assert archive.search.find("").ids == ("newer",)
        assert len(archive.clippings.all()) == 1
        assert len(told_of(archive)) == 1
    database = Database(whole)
    connection = database.connection()
    assert [path.name for path, _ in files.troubled(connection)] == ["b.txt"]
    for table in ("removed", "history", "searches_opened", "files"):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        assert columns == [row[1] for row in present[table]]
    database.close()
    assert len(STAND_INS) == len(MIGRATIONS)


@pytest.mark.parametrize(
    "question",
    [
        "SELECT id FROM articles WHERE superseded = 0 ORDER BY date IS NULL, date DESC, number",
        """SELECT id FROM articles
           WHERE superseded = 0 AND (read_with IS NULL OR read_with != 'x')
           ORDER BY read_with IS NOT NULL, read_trouble IS NOT NULL,
                    date IS NULL, date DESC, number LIMIT 64""",
        "SELECT count(*) FROM articles WHERE superseded = 0 AND read_with < 'x'",
        "SELECT item, id FROM articles WHERE file_sha256 = 'x' AND superseded = 0",
        "SELECT id FROM articles WHERE version_of = 'x' ORDER BY number DESC LIMIT 1",
        "SELECT path, trouble FROM files WHERE trouble IS NOT NULL ORDER BY path",
        "SELECT path FROM files WHERE vanished IS NOT NULL",
    ],
)
def test_questions_that_are_asked_often_are_answered_from_an_index(
    tmp_path: Path, question: str
) -> None:
    database = Database(tmp_path, create=True)
    plan = [str(row[3]) for row in database.connection().execute(f"EXPLAIN QUERY PLAN {question}")]
    database.close()
    assert len(plan) == 1, plan
    assert "USING" in plan[0]
    assert "INDEX" in plan[0]


def test_the_reading_of_what_waits_is_counted_by_version(tmp_path: Path) -> None:
    from index.store import readings

    database = Database(tmp_path, create=True)
    with database.transaction() as connection:
        connection.execute("INSERT INTO texts VALUES ('t', 1, '')")
        for number, read_with in enumerate([None, None, "a", "b", "b", "c"]):
            connection.execute(
                """INSERT INTO articles
                       (number, id, item, file_sha256, text_sha256, superseded, words, form,
                        added_at, read_with)
                   VALUES (?, ?, 0, 'f', 't', ?, 1, '{}', '', ?)""",
                (number, str(number), number == 0, read_with),
            )
    connection = database.connection()
    assert readings.count_waiting(connection, "b") == 3
    assert set(readings.waiting(connection, "b", 9)) == {"1", "2", "5"}
    assert articles.count(connection) == 5
    assert journal.entries(connection) == []
    database.close()
