"""Taking files in: what is new, what has changed, what cannot be read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from index.archive import Archive, Progress, open_archive
from index.config import Config
from tests.conftest import SEEDS
from tests.unread import told_of


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
        listed = {Path(path).name for path, _ in told_of(archive)}
        assert listed >= {"empty.txt", "binary.txt"}
        (folder / "empty.txt").write_text("The article has arrived after all.\n")
        assert archive.ingest.add([folder], nothing, read=False).new == 1
        listed = {Path(path).name for path, _ in told_of(archive)}
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


def found(archive: Archive) -> set[str]:
    """Which of the numbered stories search finds."""
    return {str(n) for n in range(9) if archive.search.find(f"zugzwang{n}").count == 1}


def write(folder: Path, **stories: int) -> None:
    for name, number in stories.items():
        (folder / f"{name}.txt").write_text(f"Story {number}\n\nIt says zugzwang{number} here.\n")


def test_files_that_change_places_lose_no_article(tmp_path: Path, config: Config) -> None:
    write(tmp_path, a=1, b=2, c=3, d=4)
    names = [tmp_path / f"{name}.txt" for name in "abcd"]
    with open_archive(None, config, start=True) as archive:
        add(archive, *names)
        names[0].unlink()
        for before, after in ((1, 0), (2, 1), (3, 2)):
            names[before].rename(names[after])
        add(archive, *names[:3])
        assert found(archive) == {"1", "2", "3", "4"}, "what vanished is never dropped silently"
        write(tmp_path, a=3, b=2)
        add(archive, *names[:3])
        assert found(archive) == {"1", "2", "3", "4"}


def test_copies_that_are_corrected_together_have_one_current_version(
    tmp_path: Path, config: Config
) -> None:
    write(tmp_path, a=1, b=1)
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    with open_archive(None, config, start=True) as archive:
        add(archive, *paths)
        write(tmp_path, a=2, b=2)
        assert add(archive, *paths)[:2] == (0, 1)
        assert found(archive) == {"2"}
        write(tmp_path, a=3)
        add(archive, *paths)
        assert found(archive) == {"2", "3"}, "the other copy still says it"
        write(tmp_path, b=3)
        add(archive, *paths)
        assert found(archive) == {"3"}


def test_a_file_caught_in_the_middle_of_being_written_is_one_story(
    tmp_path: Path, config: Config
) -> None:
    write(tmp_path, a=1)
    path = tmp_path / "a.txt"
    with open_archive(None, config, start=True) as archive:
        add(archive, path)
        path.write_bytes(b"")
        add(archive, path)
        assert found(archive) == {"1"}, "what could be read before stays"
        write(tmp_path, a=2)
        assert add(archive, path)[:2] == (0, 1)
        assert found(archive) == {"2"}


def test_a_file_that_is_renamed_and_then_edited_is_one_story(
    tmp_path: Path, config: Config
) -> None:
    write(tmp_path, a=1)
    with open_archive(None, config, start=True) as archive:
        add(archive, tmp_path / "a.txt")
        (tmp_path / "a.txt").rename(tmp_path / "b.txt")
        add(archive, tmp_path / "b.txt")
        assert found(archive) == {"1"}
        write(tmp_path, b=2)
        add(archive, tmp_path / "b.txt")
        assert found(archive) == {"2"}


def test_a_clipping_of_a_version_between_knows_that_the_source_has_changed(
    tmp_path: Path, config: Config
) -> None:
    write(tmp_path, a=1)
    path = tmp_path / "a.txt"
    with open_archive(None, config, start=True) as archive:
        add(archive, path)
        write(tmp_path, a=2)
        add(archive, path)
        [between] = archive.search.find("zugzwang2").ids
        start = archive.articles.get(between).text.index("zugzwang2")
        archive.clippings.keep(between, start, start + 9)
        write(tmp_path, a=1)
        add(archive, path)
        assert found(archive) == {"1"}
        [cited] = archive.clippings.all("zugzwang1")
        assert cited.passage.source_changed
        assert [Path(file).name for file in cited.article.files] == ["a.txt"]


def test_a_file_dated_far_in_the_future_is_taken_in(tmp_path: Path, config: Config) -> None:
    write(tmp_path, a=1)
    os.utime(tmp_path / "a.txt", (2**34, 2**34))
    with open_archive(None, config, start=True) as archive:
        assert add(archive, tmp_path / "a.txt")[0] == 1
        assert add(archive, tmp_path / "a.txt") == (0, 0, 1, 0)
