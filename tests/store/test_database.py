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
