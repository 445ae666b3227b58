"""A disk that is full, at whatever moment: a sentence, and nothing that was there is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, open_archive, restore_archive
from index.article import DatelineError
from index.config import Config
from tests.kills import story
from tests.safety.disks import fill, small_disk

COUNT = 30
LEFT = (0, 40_000, 150_000, 400_000)
"""Bytes that are left: the disk is then full at another moment of the work."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 16) as place:
        yield place


@pytest.fixture
def full(disk: Path, tmp_path: Path, config: Config) -> Config:
    """An archive on the small disk, with something in it; more files are ready beside it."""
    news, more = tmp_path / "news", tmp_path / "more"
    for folder, numbers in ((news, range(COUNT)), (more, range(COUNT, COUNT + 150))):
        folder.mkdir()
        for number in numbers:
            (folder / f"{number}.txt").write_text(story(number) * 3)
    settings = replace(config, archive_folder=disk / "archive")
    with open_archive(None, settings, start=True) as archive:
        archive.ingest.add([news], lambda _: None, read=False)
        for article in archive.search.find("").ids:
            archive.clippings.keep(article, 0, 10)
    return settings


def add(archive: Archive, home: Path) -> None:
    archive.ingest.add([home / "more"], lambda _: None, read=False)


def rebuild(archive: Archive, home: Path) -> None:
    archive.rebuild(lambda _: None)


def keep_much(archive: Archive, home: Path) -> None:
    article = archive.search.find("").ids[0]
    for number in range(2000):
        archive.clippings.keep(article, 0, 12, note=str(number) * 40)


def remove(archive: Archive, home: Path) -> None:
    archive.removing.remove(list(archive.search.find("").ids[:3]))
    archive.ingest.catch_up()
    archive.journal.undo()
    archive.ingest.catch_up()


def purge(archive: Archive, home: Path) -> None:
    archive.removing.purge(list(archive.search.find("").ids[:1]), lambda _: None)


def backup(archive: Archive, home: Path) -> None:
    archive.backup(archive.folder.parent / "backup", lambda *_: None)


def mend(archive: Archive, home: Path) -> None:
    archive.search.close()
    shutil.rmtree(archive.folder / "index")
    archive.search.find("council")


def read_for_quotes(archive: Archive, home: Path) -> None:
    archive.ingest.add([], lambda _: None)


@pytest.mark.parametrize(
    "work", [add, rebuild, keep_much, remove, purge, backup, mend], ids=lambda work: work.__name__
)
def test_a_full_disk_loses_nothing(
    disk: Path, full: Config, tmp_path: Path, work: Callable[[Archive, Path], None]
) -> None:
    said: list[str] = []
    for left in LEFT:
        filler = fill(disk, left)
        with open_archive(None, full) as archive:
            before = set(archive.search.find("").ids)
            kept = {each.passage.id for each in archive.clippings.all()}
            try:
                work(archive, tmp_path)
            except DatelineError as error:
                said.append(str(error))
        filler.unlink()
        (disk / "backup").unlink(missing_ok=True)
        with open_archive(None, full) as archive:
            archive.ingest.add([], lambda _: None, read=False)
            present = set(archive.search.find("council").ids)
            assert len(before - present) <= (left_after(work) or 0)
            assert kept <= {each.passage.id for each in archive.clippings.all()}
            wrong = [each.what for each in archive.doctor(thoroughly=True) if not each.ok]
            assert wrong == [], (work, left)
    assert said, "the disk was never full: the test shows nothing"
    assert all(sentence.endswith(".") for sentence in said), said


def left_after(work: Callable[[Archive, Path], None]) -> int:
    """How many articles a work may take away."""
    return {purge: 1, remove: 3}.get(work, 0)


def test_an_index_that_cannot_be_made_anew_for_want_of_room_stays(disk: Path, full: Config) -> None:
    with open_archive(None, full) as archive:
        fill(disk, 30_000)
        with pytest.raises(DatelineError):
            archive.rebuild(lambda _: None)
        assert archive.search.find("council").count == COUNT
        assert archive.search.find("number7").count == 1
    assert {path.name for path in full.archive_folder.iterdir() if path.is_dir()} == {"index"}


def test_a_backup_that_finds_no_room_leaves_no_part_of_itself(disk: Path, full: Config) -> None:
    with open_archive(None, full) as archive:
        filler = fill(disk, 30_000)
        with pytest.raises(DatelineError, match="Make room"):
            archive.backup(disk / "backup", lambda *_: None)
        with pytest.raises(DatelineError, match="Make room"):
            restore_archive(
                full.archive_folder / "dateline.sqlite3", disk / "again", full, lambda *_: None
            )
    assert {path for path in disk.iterdir() if path.is_file()} == {filler}
