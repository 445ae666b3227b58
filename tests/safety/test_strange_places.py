"""Network drives, folders that cannot be written to, clocks that were moved, newer versions."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.article import ArchiveBusy, DatelineError, ReadOnlyArchive
from index.config import Config
from index.store import connection as sqlite
from index.store.database import FILE_NAME, Database
from tests.conftest import SEEDS
from tests.kills import story
from tests.terminal import surroundings


@pytest.fixture
def network_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite as it is where processes cannot share memory: its own file system without it."""
    connect = sqlite.connect

    def without_shared_memory(path: Path, mode: str) -> sqlite3.Connection:
        return connect(path, f"{mode}&vfs=unix-dotfile")

    monkeypatch.setattr("index.store.database.connect", without_shared_memory)


@pytest.mark.usefixtures("network_drive")
def test_an_archive_on_a_network_drive_works(tmp_path: Path, config: Config) -> None:
    (tmp_path / "a.txt").write_text(story(1))
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / "a.txt"], lambda _: None, read=False)
        [article] = archive.search.find("council").ids
        archive.clippings.keep(article, 0, 7)
    with open_archive(None, config) as archive:
        assert not archive.read_only
        assert archive.clippings.count() == 1
        assert archive.backup(tmp_path / "b", lambda *_: None) > 4096
        assert all(finding.ok for finding in archive.doctor(thoroughly=True))


def test_an_archive_that_was_moved_to_a_network_drive_is_opened_there(
    archive: Archive, config: Config, request: pytest.FixtureRequest
) -> None:
    archive.clippings.keep(archive.search.find("annan").ids[0], 0, 7)
    archive.close()
    request.getfixturevalue("network_drive")
    with open_archive(config.archive_folder, config) as moved:
        assert moved.search.find("annan").count == 4
        moved.journal.undo()
        assert moved.clippings.count() == 0


def test_where_files_cannot_be_locked_nothing_is_written_and_reading_works(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_: int, __: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("index.ingest.lock.fcntl.flock", no_locks)
    with pytest.raises(DatelineError, match="cannot lock files, as some network drives cannot"):
        archive.ingest.add([SEEDS], lambda _: None, read=False)
    assert archive.search.find("annan").count == 4


@pytest.fixture
def locked(archive: Archive, config: Config, tmp_path: Path) -> Iterator[Path]:
    """An archive in a folder that can only be read, also by a superuser, with all files closed."""
    archive.close()
    folder = tmp_path / "locked"
    shutil.copytree(config.archive_folder, folder)
    mounted = subprocess.run(["mount", "--bind", folder, folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("no folder may be mounted for reading only here")
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_folder_that_can_only_be_read_is_searched_and_exported(
    locked: Path, config: Config, tmp_path: Path
) -> None:
    with open_archive(locked, config) as archive:
        assert archive.read_only
        assert archive.read_only_because == (
            "This archive is read-only: searching and export work, keeping passages does not."
        )
        results = archive.search.find("annan")
        assert results.count == 4
        assert archive.export.write(archive.export.found("annan"), "csv", tmp_path / "out.csv")
        assert all(finding.ok for finding in archive.doctor(thoroughly=True))
        with pytest.raises(ReadOnlyArchive, match="keeping passages does not"):
            archive.clippings.keep(results.ids[0], 0, 7)
        with pytest.raises(ReadOnlyArchive):
            archive.rebuild(lambda _: None)
        with pytest.raises(DatelineError):
            archive.ingest.add([SEEDS], lambda _: None)
        archive.ingest.start()
        assert archive.ingest.progress().trouble is None


def test_a_damaged_index_in_a_folder_that_can_only_be_read_is_a_sentence(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.close()
    (config.archive_folder / "index" / "stamp.json").write_text("{}")
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(config.archive_folder, config) as reading:
        assert reading.search.find("").count == 4
        with pytest.raises(DatelineError, match="the archive is read-only"):
            reading.search.find("annan")


def test_a_clock_that_was_set_back_changes_no_order(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    [article, *_] = archive.search.find("annan").ids
    archive.clippings.keep(article, 0, 7)
    for module in ("journal", "articles", "files", "history", "removals", "database"):
        monkeypatch.setattr(f"index.store.{module}.now", lambda: "1999-01-01T00:00:00.000+00:00")
    later = archive.clippings.keep(article, 8, 15)
    assert [each.passage.start for each in archive.clippings.all()] == [0, 8]
    assert "No longer kept" in str(archive.journal.undo())
    assert later.id not in {each.passage.id for each in archive.clippings.all()}
    assert [finding.what for finding in archive.doctor() if not finding.ok] == []


@pytest.mark.parametrize("when", [-(10**9), 0, 2**33, 2**62 / 10**9])
def test_files_of_any_date_come_in_and_are_known_again(
    archive: Archive, tmp_path: Path, when: float
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(story(1))
    try:
        os.utime(file, (when, when))
    except (OSError, OverflowError):
        pytest.skip("no file can have this date here")
    for expected in ((1, 0), (0, 1)):
        report = archive.ingest.add([file], lambda _: None, read=False)
        assert (report.new, report.unchanged) == expected


def test_an_archive_of_a_newer_version_is_a_sentence_and_is_left_as_it_is(
    archive: Archive, config: Config
) -> None:
    archive.close()
    file = config.archive_folder / FILE_NAME
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(DatelineError, match="written by a newer Dateline .* Update Dateline"):
        open_archive(config.archive_folder, config)
    assert file.read_bytes() == before


def test_a_second_add_is_refused_politely_while_clippings_go_on(
    archive: Archive, config: Config, tmp_path: Path
) -> None:
    inside, done = threading.Event(), threading.Event()

    def wait(_: object) -> None:
        inside.set()
        assert done.wait(60)

    (tmp_path / "a.txt").write_text(story(1))
    first = threading.Thread(
        target=archive.ingest.add, args=([tmp_path / "a.txt"], wait), kwargs={"read": False}
    )
    first.start()
    assert inside.wait(60)
    try:
        with open_archive(config.archive_folder, config) as other:
            with pytest.raises(ArchiveBusy, match="Wait until it is done, .* nothing is lost"):
                other.ingest.add([SEEDS], lambda _: None, read=False)
            article = other.search.find("annan").ids[0]
            other.clippings.keep(article, 0, 7)
            assert other.export.render(other.clippings.all(), "markdown")
            assert other.backup(tmp_path / "b", lambda *_: None) > 4096
    finally:
        done.set()
        first.join()
    assert archive.clippings.count() == 1
    assert archive.search.find("council").count >= 1


def test_everything_in_an_archive_is_its_owners_alone(tmp_path: Path, config: Config) -> None:
    script = (
        "import os, sys; os.umask(0)\n"
        "from tui.cli import main\n"
        "sys.exit(main(['--archive', sys.argv[1], 'add', sys.argv[2]]))\n"
    )
    (tmp_path / "a.txt").write_text(story(1))
    folder = tmp_path / "own"
    subprocess.run(
        [sys.executable, "-c", script, folder, tmp_path / "a.txt"],
        env=surroundings(tmp_path),
        check=True,
        capture_output=True,
    )
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "index").stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    with open_archive(shared, config, start=True) as archive:
        archive.ingest.add([tmp_path / "a.txt"], lambda _: None, read=False)
        archive.ingest.start()
        end = time.monotonic() + 60
        while archive.ingest.waiting():
            assert time.monotonic() < end
            time.sleep(0.1)
    readable = [
        path.name
        for path in shared.iterdir()
        if path.stat().st_size and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert readable == []


def test_what_others_may_read_is_told_by_the_doctor(archive: Archive, config: Config) -> None:
    (config.archive_folder / FILE_NAME).chmod(0o644)
    told = [finding for finding in archive.doctor() if "chmod go-rwx" in finding.what]
    assert [finding.ok for finding in told] == [True]


def test_an_archive_on_a_disk_without_any_room_is_read(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a full disk does to the opening, whatever the disk of the tests is."""
    archive.close()
    choose = Database._choose_log

    def full(self: Database, connection: sqlite3.Connection) -> None:
        raise DatelineError("full") from _full_disk()

    monkeypatch.setattr(Database, "_choose_log", full)
    monkeypatch.setattr("index.store.database._ROOM", 1 << 62)
    with open_archive(config.archive_folder, config) as reading:
        assert reading.read_only_because.startswith("The disk is full, so this archive can only")
        assert reading.search.find("annan").count == 4
    monkeypatch.setattr(Database, "_choose_log", choose)
    with open_archive(config.archive_folder, config) as again:
        assert not again.read_only


def _full_disk() -> sqlite3.Error:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    return error
