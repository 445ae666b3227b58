"""What comes is taken when it stands still, and not before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.ingest.settling import Settling, is_still
from index.readers.folders import finds


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settling(clock: Clock) -> Settling:
    return Settling(clock)


def after(clock: Clock, settling: Settling, seconds: float) -> list[str]:
    """The names of what is ripe after so many seconds."""
    clock.now += seconds
    return [path.name for path in settling.ripe()]


def test_a_file_is_ripe_once_it_has_stood_still(
    tmp_path: Path, clock: Clock, settling: Settling
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("half")
    settling.note(file)
    assert after(clock, settling, 0.5) == []
    with file.open("a") as stream:
        stream.write(" of a story")
    assert after(clock, settling, 0.7) == [], "it has grown in between, unnoticed"
    assert after(clock, settling, 0.7) == []
    assert after(clock, settling, 0.5) == ["a.txt"]
    assert not settling
    assert after(clock, settling, 5) == [], "it is given once"


def test_each_change_has_it_wait_anew(tmp_path: Path, clock: Clock, settling: Settling) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    for _ in range(5):
        settling.note(file)
        assert after(clock, settling, 0.9) == []
    assert after(clock, settling, 0.2) == ["a.txt"]


def test_what_is_gone_is_told_of_after_that_which_may_be_it(
    tmp_path: Path, clock: Clock, settling: Settling
) -> None:
    before, now = tmp_path / "a.txt", tmp_path / "b.txt"
    before.write_text("a")
    before.rename(now)
    settling.note(before)
    settling.note(now)
    assert after(clock, settling, 1.1) == ["b.txt"]
    assert after(clock, settling, 1.0) == []
    assert after(clock, settling, 1.0) == ["a.txt"]


def test_of_a_folder_that_came_the_files_are_given(
    tmp_path: Path, clock: Clock, settling: Settling
) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.txt").write_text("a")
    (folder / ".hidden").write_text("b")
    (folder / "c.html.part").write_text("c")
    settling.note(folder)
    assert after(clock, settling, 1.1) == []
    assert after(clock, settling, 1.1) == ["a.txt"]
    link = tmp_path / "link"
    link.symlink_to(folder)
    settling.note(link)
    assert after(clock, settling, 1.1) == []
    assert not settling, "links to folders are not followed"


def test_facts_wait_for_the_file_that_they_are_about(
    tmp_path: Path, clock: Clock, settling: Settling
) -> None:
    facts = tmp_path / "a.yaml"
    facts.write_text("title: A")
    settling.note(facts)
    assert after(clock, settling, 5) == []
    (tmp_path / "a.txt").write_text("a")
    settling.note(tmp_path / "a.txt")
    assert after(clock, settling, 1.1) == ["a.txt", "a.yaml"]
    alone = tmp_path / "b.yaml"
    alone.write_text("title: B")
    settling.note(alone)
    assert after(clock, settling, 11) == ["b.yaml"]


def test_what_a_browser_saves_beside_a_page_waits_for_the_page(
    tmp_path: Path, clock: Clock, settling: Settling
) -> None:
    folder = tmp_path / "news" / "Story_files"
    folder.mkdir(parents=True)
    part = folder / "saved_resource.html"
    part.write_text("<p>An advertisement</p>")
    settling.note(part)
    assert after(clock, settling, 5) == []
    assert finds(tmp_path / "news", part)
    (tmp_path / "news" / "Story.html").write_text("<p>A story</p>")
    assert after(clock, settling, 6) == ["saved_resource.html"]
    assert not finds(tmp_path / "news", part), "now it is known to be none"


def test_a_file_that_was_written_just_now_is_not_still(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("a")
    assert not is_still(file.stat())
    known = file.stat()
    os.utime(file, (known.st_atime, known.st_mtime - 2))
    assert is_still(file.stat())
    os.utime(file, (known.st_atime, known.st_mtime + 1000))
    assert is_still(file.stat()), "dated by somebody whose clock is wrong"
