"""Files that are not where they were: moved, gone, or out of sight."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from index.archive import Archive, Report, open_archive
from index.config import Config


def add(archive: Archive, *paths: Path) -> Report:
    return archive.ingest.add(paths, lambda _: None, read=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"Story {name}\n\nIt says zugzwang{name} here.\n")
    return folder


def test_a_file_that_is_gone_is_flagged_and_its_article_kept(folder: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)
        (folder / "b.txt").unlink()
        report = add(archive, folder)
        assert (report.vanished, report.moved, report.unchanged) == (1, 0, 2)
        [article] = archive.search.find("zugzwangb").ids
        known = archive.articles.get(article).article
        assert known.gone
        assert known.to_json()["gone"] is True
        assert known.files == (str(folder / "b.txt"),), "where it was last seen"
        assert archive.ingest.vanished() == (str(folder / "b.txt"),)
        assert any("No longer where they were: 1 source file" in f.what for f in archive.doctor())
        assert add(archive, folder).vanished == 0, "it is told of once"


def test_a_file_that_comes_back_is_not_gone_any_more(folder: Path, config: Config) -> None:
    away = folder.parent / "away.txt"
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)
        (folder / "b.txt").rename(away)
        add(archive, folder)
        away.rename(folder / "b.txt")
        report = add(archive, folder)
        assert (report.new, report.unchanged, report.vanished) == (0, 3, 0)
        [article] = archive.search.find("zugzwangb").ids
        assert not archive.articles.get(article).article.gone
        assert archive.ingest.vanished() == ()


def test_a_file_that_was_moved_is_found_by_its_new_name_alone(folder: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)
        (folder / "sub").mkdir()
        (folder / "b.txt").rename(folder / "sub" / "x.txt")
        report = add(archive, folder)
        assert (report.new, report.moved, report.vanished) == (0, 1, 0)
        [article] = archive.search.find("zugzwangb").ids
        known = archive.articles.get(article).article
        assert (known.files, known.gone) == ((str(folder / "sub" / "x.txt"),), False)
        assert archive.search.find("file:x").count == 1
        assert archive.search.find("file:b").count == 0
        assert archive.articles.resolve("x.txt") == article


def test_nothing_is_said_of_files_that_were_not_looked_for(folder: Path, config: Config) -> None:
    other = folder.parent / "news-two"
    shutil.copytree(folder, other)
    (other / "a.txt").write_text("Another story.\n")
    with open_archive(None, config, start=True) as archive:
        add(archive, folder, other)
        shutil.rmtree(other)
        assert add(archive, folder).vanished == 0
        assert add(archive, other / "a.txt").vanished == 1
        report = add(archive, other)
        assert (report.vanished, report.moved) == (0, 2), "two are copies of what is there"
        assert archive.articles.count() == 4


def test_a_copy_is_found_by_the_name_of_either_file(folder: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)
        shutil.copy(folder / "a.txt", folder / "again.txt")
        assert add(archive, folder).new == 0
        assert archive.search.find("file:again").ids == archive.search.find("file:a").ids


def test_many_files_that_have_not_changed_are_not_read_again(
    folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(None, config, start=True) as archive:
        add(archive, folder)

        def read(*_: object, **__: object) -> None:
            raise AssertionError("a file that has not changed was opened")

        monkeypatch.setattr("index.ingest.understanding.read", read)
        assert add(archive, folder).unchanged == 3
