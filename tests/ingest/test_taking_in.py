"""Taking files in: what is new, what has changed, what cannot be read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from index.archive import Archive, Progress, open_archive
from index.config import Config
from tests.conftest import SEEDS


def nothing(_: object) -> None:
    """A progress that nobody looks at."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SEEDS, tmp_path / "news")
    return tmp_path / "news"


def add(archive: Archive, *paths: Path) -> tuple[int, int, int, int]:
    report = archive.ingest.add(paths, nothing, read=False)
    return report.new, report.changed, report.unchanged, len(report.unread)


def test_adding_again_touches_only_what_has_changed(folder: Path, config: Config) -> None:
    first = next(iter(sorted(folder.iterdir())))
    with open_archive(None, config, start=True) as archive:
        assert add(archive, folder) == (4, 0, 0, 0)
        assert add(archive, folder) == (0, 0, 4, 0)
        os.utime(first)
        assert add(archive, folder) == (0, 0, 4, 0), "another time, the same bytes"
        first.write_bytes(first.read_bytes() + b"\n\nCorrection: zugzwang.\n")
        assert add(archive, folder) == (0, 1, 3, 0)
        assert archive.articles.count() == 4
        assert archive.search.find("zugzwang").count == 1


def test_the_same_bytes_under_two_names_are_one_article_with_two_files(
    folder: Path, config: Config
) -> None:
    first = next(iter(sorted(folder.iterdir())))
    shutil.copy(first, folder / "again.txt")
    with open_archive(None, config, start=True) as archive:
        assert add(archive, folder)[0] == 4
        article = archive.articles.resolve("again")
        files = archive.articles.get(article).article.files
        assert [Path(file).name for file in files] == [first.name, "again.txt"]
        (folder / "again.txt").write_text("Something else stands here now, a new article.\n")
        assert add(archive, folder) == (1, 0, 4, 0)
        assert archive.articles.count() == 5, "the article stays while one file still has it"


def test_an_article_has_the_same_id_in_every_archive(folder: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)
        here = set(archive.search.find("").ids)
    with open_archive(folder.parent / "other", config, start=True) as archive:
        add(archive, folder)
        assert set(archive.search.find("").ids) == here


def test_what_cannot_be_read_is_told_with_its_reason_and_stops_nothing(
    folder: Path, config: Config
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    os.mkfifo(folder / "pipe.txt")
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([folder], nothing, read=False)
        assert report.new == 4
        reasons = {Path(path).name: reason for path, reason in report.unread}
        assert set(reasons) >= {"empty.txt", "binary.txt"}
        assert all(reasons.values())
        listed = {Path(path).name for path, _ in archive.ingest.progress().unread}
        assert listed >= {"empty.txt", "binary.txt"}
        (folder / "empty.txt").write_text("The article has arrived after all.\n")
        assert archive.ingest.add([folder], nothing, read=False).new == 1
        listed = {Path(path).name for path, _ in archive.ingest.progress().unread}
        assert "empty.txt" not in listed


def test_a_person_can_stop_it_and_what_was_taken_in_stays(folder: Path, config: Config) -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([folder], nothing, read=False, stop=stop)
        assert report.stopped
        assert archive.articles.count() == 2
        assert archive.search.find("annan").count == 2
        assert add(archive, folder) == (2, 0, 2, 0)


def test_progress_counts_up_to_all_of_the_files(folder: Path, config: Config) -> None:
    told: list[Progress] = []
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([folder], told.append, read=False)
    taking = [progress for progress in told if progress.what == "taking in"]
    assert taking[0].done == 0
    assert (taking[-1].done, taking[-1].total) == (4, 4)
    assert told[-1].what == "idle"


def test_a_name_that_begins_several_articles_is_asked_for_again(archive: Archive) -> None:
    with pytest.raises(Exception, match="begins several articles"):
        archive.articles.resolve("00")
    with pytest.raises(Exception, match="begins with"):
        archive.articles.resolve("no such thing")
    assert archive.articles.resolve("001_") == archive.articles.resolve("vladimir putin’s china")
