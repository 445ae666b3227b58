"""A backup: whole, verified, private, made while others work, and the way back from it."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from index.archive import Archive, open_archive, restore_archive
from index.article import DatelineError
from index.config import Config
from index.store.database import FILE_NAME, Database, set_meta


def nothing(_: int, __: int) -> None:
    """A progress that nobody looks at."""


@pytest.fixture
def kept(archive: Archive) -> Archive:
    [article, *_] = archive.search.find("gadhafi").ids
    archive.clippings.keep(article, 0, 20, note="why")
    return archive


def test_a_backup_holds_everything_and_is_private(kept: Archive, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite3"
    size = kept.backup(file, nothing)
    assert size == file.stat().st_size
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".dateline-*")), "nothing is left beside it"
    assert not list(tmp_path.glob("backup.sqlite3-*")), "it is one file"
    copy = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert copy.execute("SELECT count(*) FROM articles").fetchone() == (4,)
    copy.close()


def test_a_backup_becomes_an_archive_again(kept: Archive, tmp_path: Path, config: Config) -> None:
    file = tmp_path / "backup.sqlite3"
    kept.backup(file, nothing)
    before = [cited.passage for cited in kept.clippings.all()]
    folder = restore_archive(file, tmp_path / "again", config, nothing)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with open_archive(folder, config) as again:
        assert again.search.find("annan").count == 4
        assert [cited.passage for cited in again.clippings.all()] == before
        assert [finding.what for finding in again.doctor(thoroughly=True) if not finding.ok] == []
    by_hand = tmp_path / "by-hand"
    by_hand.mkdir()
    shutil.copy(file, by_hand / FILE_NAME)
    with open_archive(by_hand, config) as again:
        assert again.search.find("annan").count == 4


def test_an_index_of_a_later_time_beside_a_restored_archive_is_not_believed(
    kept: Archive, tmp_path: Path, config: Config
) -> None:
    file = tmp_path / "backup.sqlite3"
    kept.backup(file, nothing)
    (tmp_path / "late.txt").write_text("A xylophonist came late.\n")
    kept.ingest.add([tmp_path / "late.txt"], lambda _: None, read=False)
    assert kept.search.find("xylophonist").count == 1
    kept.close()
    for left in config.archive_folder.glob(f"{FILE_NAME}*"):
        left.unlink()
    restore_archive(file, None, config, nothing)
    with open_archive(None, config) as again:
        assert again.search.find("xylophonist").count == 0
        assert again.search.find("annan").count == 4


def test_a_backup_is_of_one_moment_however_much_is_written_meanwhile(
    archive: Archive, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.store.backup._PAGES", 1)
    writer = Database(config.archive_folder)
    written = 0

    def write(done: int, total: int) -> None:
        nonlocal written
        if written < 20:  # between two steps somebody commits, and does not wait
            with writer.transaction() as connection:
                set_meta(connection, f"key{written}", "x" * 5000)
            written += 1

    archive.backup(tmp_path / "b", write)
    writer.close()
    assert written == 20
    copy = sqlite3.connect(tmp_path / "b")
    assert copy.execute("SELECT count(*) FROM meta WHERE key LIKE 'key%'").fetchone() == (0,)
    copy.close()


def test_a_clipping_and_an_add_go_on_beside_a_backup(
    archive: Archive, tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.store.backup._PAGES", 1)
    begun, done = threading.Event(), threading.Event()

    def wait(_: int, __: int) -> None:
        begun.set()
        assert done.wait(60)

    thread = threading.Thread(target=archive.backup, args=(tmp_path / "b", wait))
    thread.start()
    assert begun.wait(60)
    (tmp_path / "late.txt").write_text("A xylophonist came late.\n")
    with open_archive(config.archive_folder, config) as other:
        other.ingest.add([tmp_path / "late.txt"], lambda _: None, read=False)
        [article] = other.search.find("xylophonist").ids
        other.clippings.keep(article, 0, 13)
        assert other.search.find("xylophonist").count == 1
    done.set()
    thread.join()
    with open_archive(
        restore_archive(tmp_path / "b", tmp_path / "again", config, nothing), config
    ) as copy:
        assert copy.articles.count() == 4
        assert copy.clippings.count() == 0


def test_a_backup_that_is_stopped_leaves_nothing(archive: Archive, tmp_path: Path) -> None:
    def stop(_: int, __: int) -> None:
        raise KeyboardInterrupt

    before = sorted(tmp_path.iterdir())
    with pytest.raises(KeyboardInterrupt):
        archive.backup(tmp_path / "b", stop)
    assert sorted(tmp_path.iterdir()) == before


def test_a_backup_never_takes_the_place_of_something_unasked(
    archive: Archive, config: Config, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(DatelineError, match="there already .*--overwrite"):
        archive.backup(tmp_path / "notes", nothing)
    assert (tmp_path / "notes").read_text() == "mine"
    assert archive.backup(tmp_path / "notes", nothing, overwrite=True) > 4096
    with pytest.raises(DatelineError, match="is a folder"):
        archive.backup(tmp_path, nothing, overwrite=True)
    with pytest.raises(DatelineError, match="is the archive itself"):
        archive.backup(config.archive_folder / FILE_NAME, nothing, overwrite=True)
    with pytest.raises(DatelineError, match="could not be written: no such file"):
        archive.backup(tmp_path / "none" / "b", nothing)


def test_a_backup_of_an_archive_that_can_only_be_read(
    kept: Archive, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.close()
    with monkeypatch.context() as patched:
        patched.setattr("index.store.database._writable", lambda _: False)
        with open_archive(config.archive_folder, config) as reading:
            assert reading.backup(tmp_path / "b", nothing) > 4096
    with open_archive(
        restore_archive(tmp_path / "b", tmp_path / "again", config, nothing), config
    ) as again:
        assert again.clippings.count() == 1


def test_a_damaged_archive_gives_no_backup(
    archive: Archive, config: Config, tmp_path: Path
) -> None:
    archive.close()
    data = bytearray((config.archive_folder / FILE_NAME).read_bytes())
    data[8192:16384] = b"\xa5" * 8192
    (config.archive_folder / FILE_NAME).write_bytes(data)
    with open_archive(config.archive_folder, config) as damaged, pytest.raises(DatelineError):
        damaged.backup(tmp_path / "b", nothing)
    assert not (tmp_path / "b").exists()


def test_what_is_no_backup_is_not_restored_and_no_archive_is_written_over(
    archive: Archive, config: Config, tmp_path: Path
) -> None:
    archive.backup(tmp_path / "b", nothing)
    with pytest.raises(DatelineError, match="there already"):
        restore_archive(tmp_path / "b", None, config, nothing)
    (tmp_path / "notes").write_text("mine" * 1000)
    sqlite3.connect(tmp_path / "other").execute("CREATE TABLE notes (text)").connection.close()
    for file in ("notes", "other", "none"):
        with pytest.raises(DatelineError, match="is no backup|There is no file"):
            restore_archive(tmp_path / file, tmp_path / "again", config, nothing)
        assert not (tmp_path / "again" / FILE_NAME).exists()
    newer = sqlite3.connect(tmp_path / "b")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(DatelineError, match="newer Dateline"):
        restore_archive(tmp_path / "b", tmp_path / "again", config, nothing)
