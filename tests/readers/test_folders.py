"""Which files are found: sorted, each once, whatever lies in a folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from index.readers import walk


def _found(*paths: Path) -> list[Path]:
    return list(walk(paths, trouble=lambda path, reason: None))


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("News.\n")
    return path


def test_files_come_sorted_and_each_once(tmp_path: Path) -> None:
    later, first = _write(tmp_path / "b.txt"), _write(tmp_path / "a.txt")
    deep = _write(tmp_path / "x" / "c.txt")
    assert _found(tmp_path, first) == [first, later, deep]


def test_hidden_files_are_passed_over_unless_they_are_named(tmp_path: Path) -> None:
    hidden = _write(tmp_path / ".draft.txt")
    _write(tmp_path / ".git" / "config")
    assert _found(tmp_path) == []
    assert _found(hidden) == [hidden]


def test_what_systems_and_programs_leave_in_folders_is_passed_over(tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$report.docx", "Icon\r"):
        _write(tmp_path / name)
    _write(tmp_path / "__MACOSX" / "a.txt")
    _write(tmp_path / "$RECYCLE.BIN" / "b.txt")
    kept = _write(tmp_path / "~approx.txt")
    assert _found(tmp_path) == [kept]
    assert _found(tmp_path / "Thumbs.db") == [tmp_path / "Thumbs.db"]


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("A story.html", "A story_files"),
        ("A story.htm", "A story-Dateien"),
        ("A story.HTML", "A story_fichiers"),
        ("A story.html", "A story_archivos"),
        ("A story.htm", "A story.files"),
    ],
)
def test_the_folder_beside_a_page_that_was_saved_complete_is_passed_over(
    page: str, folder: str, tmp_path: Path
) -> None:
    kept = _write(tmp_path / page)
    _write(tmp_path / folder / "advert.html")
    _write(tmp_path / folder / "deeper" / "style.css")
    assert _found(tmp_path) == [kept]


def test_a_folder_of_such_a_name_without_a_page_is_a_folder(tmp_path: Path) -> None:
    inside = _write(tmp_path / "case_files" / "story.txt")
    other = _write(tmp_path / "cases.html")
    assert _found(tmp_path) == [other, inside]
    assert _found(tmp_path / "case_files") == [inside]


def test_an_archive_of_our_own_is_no_news(tmp_path: Path) -> None:
    _write(tmp_path / "archive" / "dateline.sqlite3")
    _write(tmp_path / "archive" / "articles" / "segment.bin")
    kept = _write(tmp_path / "news.txt")
    assert _found(tmp_path) == [kept]
    assert _found(tmp_path / "archive") == []


def test_a_folder_that_links_to_itself_does_not_go_on_for_ever(tmp_path: Path) -> None:
    kept = _write(tmp_path / "a" / "news.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert _found(tmp_path) == [kept]


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    _write(tmp_path / "elsewhere" / "news.txt")
    link = tmp_path / "shelf" / "link.txt"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "elsewhere" / "news.txt")
    assert _found(link.parent) == [link]


def test_file_names_of_any_bytes_are_found(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\n\x1b[31m.txt")
    path = _write(tmp_path / name)
    assert _found(tmp_path) == [path]


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    told: list[tuple[Path, str]] = []
    gone = tmp_path / "gone"
    gone.mkdir()
    walked = walk([tmp_path], trouble=lambda path, reason: told.append((path, reason)))
    first = _write(tmp_path / "a.txt")
    assert next(walked) == first
    gone.rmdir()
    assert list(walked) == []
    assert told == [(gone, "no such file or directory")]


def test_a_path_that_is_not_there_is_left_to_the_reader(tmp_path: Path) -> None:
    assert _found(tmp_path / "nothing.txt") == [tmp_path / "nothing.txt"]


def test_folders_may_stand_as_deep_in_one_another_as_they_like(tmp_path: Path) -> None:
    here = os.open(tmp_path, os.O_RDONLY)
    before = os.open(".", os.O_RDONLY)
    try:
        os.fchdir(here)
        for _ in range(1200):
            os.mkdir("d")  # noqa: PTH102 - the whole path is longer than the system takes
            os.chdir("d")
        Path("deep.txt").write_text("An article.")
    finally:
        os.fchdir(before)
        os.close(here)
        os.close(before)
    (tmp_path / "d" / "d" / "near.txt").write_text("An article.")
    told: list[str] = []
    try:
        found = list(walk([tmp_path], trouble=lambda _, reason: told.append(reason)))
    finally:
        # Python's own rmtree calls itself for every folder, and so cannot clear this away.
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)
    assert tmp_path / "d" / "d" / "near.txt" in found
    assert len(found) == 2 or told, "the deep one is found, or told with its reason"
