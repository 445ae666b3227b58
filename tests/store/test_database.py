"""Opening the archive's file: new, foreign, damaged, too new, read-only."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.article import DatelineError, ReadOnlyArchive
from index.store.database import (
    FILE_NAME,
    ArchiveDamaged,
    ArchiveTooNew,
    Database,
    data_version,
    meta,
    set_meta,
)
from index.store.schema import MIGRATIONS


def test_a_new_archive_is_private_and_has_an_identity(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    database = Database(folder, create=True)
    identity = meta(database.connection(), "uuid")
    database.close()
    assert identity
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    again = Database(folder)
    assert meta(again.connection(), "uuid") == identity
    again.close()


def test_where_there_is_no_archive_a_sentence_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveDamaged, match="no archive in .*dateline add"):
        Database(tmp_path)


def test_a_file_that_is_no_database_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"these are my notes\n" * 300)
    with pytest.raises(ArchiveDamaged, match=FILE_NAME):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == b"these are my notes\n" * 300


def test_an_archive_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    Database(tmp_path, create=True).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(ArchiveTooNew, match="newer Dateline"):
        Database(tmp_path)


@pytest.mark.parametrize("name", ["a?b", "a#b", "50%", "é", "a b"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    database = Database(tmp_path / name, create=True)
    with database.transaction() as connection:
        set_meta(connection, "key", "value")
    database.close()
    assert (tmp_path / name / FILE_NAME).stat().st_size > 0


def damaged(folder: Path) -> None:
    """An archive with text in it whose pages behind the first are spoilt."""
    database = Database(folder, create=True)
    with database.transaction() as connection:
        for number in range(200):
            connection.execute("INSERT INTO texts VALUES (?, 1, ?)", (str(number), "x" * 3000))
    database.close()
    data = bytearray((folder / FILE_NAME).read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    (folder / FILE_NAME).write_bytes(data)


def test_damage_met_on_the_way_is_told_as_damage(tmp_path: Path) -> None:
    damaged(tmp_path)
    with pytest.raises(ArchiveDamaged, match="Put a backup in its place, and keep the damaged"):
        Database(tmp_path).connection().execute("SELECT sum(length(text)) FROM texts").fetchall()


def test_a_locked_archive_is_not_called_damaged(tmp_path: Path) -> None:
    Database(tmp_path, create=True).close()
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatelineError, match="holds .* locked") as told:
        Database(tmp_path)
    assert not isinstance(told.value, ArchiveDamaged)
    other.close()


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, create: bool) -> None:
    foreign = sqlite3.connect(tmp_path / FILE_NAME)
    foreign.execute("CREATE TABLE notes (text)")
    foreign.commit()
    foreign.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(ArchiveDamaged, match="no archive of Dateline's"):
        Database(tmp_path, create=create)
    assert (tmp_path / FILE_NAME).read_bytes()[100:] == before[100:]


def test_an_emptied_archive_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    Database(tmp_path, create=True).close()
    (tmp_path / FILE_NAME).write_bytes(b"")
    with pytest.raises(ArchiveDamaged, match="is empty"):
        Database(tmp_path)
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "stamp.json").write_text("{}")
    with pytest.raises(ArchiveDamaged, match="There was an archive"):
        Database(tmp_path, create=True)


def test_nothing_is_written_into_an_archive_that_was_taken_away(tmp_path: Path) -> None:
    database = Database(tmp_path / "here", create=True)
    (tmp_path / "here").rename(tmp_path / "away")
    with (
        pytest.raises(DatelineError, match="moved, replaced or removed"),
        database.transaction() as connection,
    ):
        set_meta(connection, "key", "value")
    database.close()


def test_a_reader_without_the_right_to_write_sees_what_is_still_in_the_log(
    tmp_path: Path,
) -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    writer = Database(folder, create=True)
    with writer.transaction() as connection:
        set_meta(connection, "key", "value")
    superuser = os.geteuid() == 0
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    if superuser:
        os.seteuid(65534)
    try:
        reader = Database(folder)
        assert reader.read_only
        assert meta(reader.connection(), "key") == "value"
        reader.close()
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o700)
        writer.close()
        shutil.rmtree(folder)


def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    database = Database(tmp_path, create=True)
    with pytest.raises(KeyError), database.transaction() as connection:
        set_meta(connection, "key", "value")
        raise KeyError
    assert meta(database.connection(), "key") is None
    database.close()


def test_one_thread_sees_what_another_has_committed(tmp_path: Path) -> None:
    database = Database(tmp_path, create=True)
    before = data_version(database.connection())

    def write() -> None:
        with database.transaction() as connection:
            set_meta(connection, "key", "value")

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert data_version(database.connection()) != before
    assert meta(database.connection(), "key") == "value"
    database.close()


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder with an archive that this process may read and not write, also as superuser."""
    nobody = 65534
    folder = Path(tempfile.mkdtemp())
    Database(folder, create=True).close()
    superuser = os.geteuid() == 0
    (folder / FILE_NAME).chmod(0o444)
    folder.chmod(0o555)
    if superuser:
        os.seteuid(nobody)
    yield folder
    if superuser:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_to_opens_for_reading(locked_folder: Path) -> None:
    database = Database(locked_folder)
    assert database.read_only
    assert meta(database.connection(), "uuid")
    with pytest.raises(ReadOnlyArchive), database.transaction():
        pass
    database.close()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatelineError, match="could not be made"):
        Database(tmp_path / "file" / "archive", create=True)
