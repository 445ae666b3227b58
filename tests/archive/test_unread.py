"""What could not be read is listed, and tried again once that can come to something else."""

from __future__ import annotations

import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, Report, open_archive
from index.article import ReadOnlyArchive
from index.config import Config
from tests.unread import told_of

STORY = "Council votes\n\nIt voted on zugzwang on Tuesday.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """An archive of files: an article, one of which nothing can be read, an empty one."""
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("2024/good.txt", STORY)
        packed.writestr("2024/bad.txt", b"\x00\x01" * 99)
        packed.writestr("2024/void: x.txt", b"")
    return path


def add(archive: Archive, *paths: Path) -> Report:
    return archive.ingest.add(paths, lambda _: None, read=False)


def test_a_part_is_named_with_its_file_and_its_reason_alone(pack: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        report = add(archive, pack)
        assert report.new == 1
        told = dict(told_of(archive))
        assert told[f"{pack}: 2024/void: x.txt"] == "empty"
        assert f"{pack}: 2024/bad.txt" in told
        assert len(archive.unread) == 2
        assert [each.told for each in archive.unread.first(1)] == [told_of(archive)[0]]
        assert report.bad_rows == told_of(archive)


def test_a_part_is_read_again_when_it_is_to_be_though_its_file_is_as_it_was(
    pack: Path, config: Config
) -> None:
    with zipfile.ZipFile(pack, "a") as packed:
        packed.writestr("long.txt", STORY + "It met again on Friday. " * 60_000)
    with open_archive(None, replace(config, max_file_mb=1), start=True) as archive:
        add(archive, pack)
        assert dict(told_of(archive))[f"{pack}: long.txt"].endswith("larger than 1 MB")
    with open_archive(None, config, start=True) as archive:
        assert (add(archive, pack).unchanged, len(archive.unread)) == (1, 3)
        assert archive.unread.noted(each.path for each in archive.unread.listed()) == [pack]
        assert add(archive, pack).new == 1
        assert archive.articles.count() == 2
        assert f"{pack}: long.txt" not in dict(told_of(archive))
        assert add(archive, pack).unchanged == 1, "and once only"


def test_those_below_a_folder_are_told_apart(tmp_path: Path, config: Config) -> None:
    for folder in ("a", "ab"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "void.txt").touch()
    with open_archive(None, config, start=True) as archive:
        add(archive, tmp_path)
        assert archive.unread.below([tmp_path / "a"]) == [tmp_path / "a" / "void.txt"]
        assert len(archive.unread.below([tmp_path])) == 2


def test_a_file_is_tried_again_in_the_background(tmp_path: Path, config: Config) -> None:
    void = tmp_path / "void.txt"
    void.touch()
    with open_archive(None, config, start=True) as archive:
        add(archive, void)
        void.write_text(STORY)
        archive.unread.try_again([void])
        end = time.monotonic() + 60
        while len(archive.unread) or archive.ingest.taking:
            assert time.monotonic() < end
            time.sleep(0.05)
        assert archive.articles.count() == 1


def test_an_archive_that_can_only_be_read_tries_nothing(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "void.txt").touch()
    with open_archive(None, config, start=True) as archive:
        add(archive, tmp_path / "void.txt")
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    with open_archive(config.archive_folder, config) as locked, pytest.raises(ReadOnlyArchive):
        locked.unread.try_again([tmp_path / "void.txt"])
