"""What arrives in watched folders is taken in: whole, once, and also after a kill."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from index.archive import Archive, Report, open_archive
from index.config import Config
from index.ingest import noticing
from index.ingest.lock import working

ROOT = Path(__file__).parents[2]


def story(words: str) -> str:
    return f"Council votes on {words}\n\nLONDON, June 5 (Reuters) - It voted on {words} again.\n"


def wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


class Watch:
    """Watches in a thread, as the command does in a process."""

    def __init__(self, archive: Archive, *paths: Path) -> None:
        self.reports: list[tuple[Sequence[Path], Report]] = []
        self.said: list[str] = []
        self._end = threading.Event()
        self._thread = threading.Thread(
            target=archive.ingest.watch,
            args=(paths, lambda _: None),
            kwargs={
                "took": lambda paths, report: self.reports.append((paths, report)),
                "say": self.said.append,
                "stop": self._end.is_set,
                "read": False,
            },
        )

    def __enter__(self) -> Watch:
        self._thread.start()
        wait(lambda: bool(self.reports))
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join(60)
        assert not self._thread.is_alive()


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands still for a moment is taken for finished sooner than a person has it."""
    monkeypatch.setattr("index.ingest.settling._STILL", 0.4)
    monkeypatch.setattr("index.ingest.settling._GONE", 1.2)
    monkeypatch.setattr("index.ingest.watching._ROOTS", 0.4)
    monkeypatch.setattr(noticing, "_READY", 50)
    monkeypatch.setattr(noticing, "_GATHER", 50)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with a story of yesterday."""
    folder = tmp_path / "news"
    folder.mkdir()
    file = folder / "a.txt"
    file.write_text(story("zugzwang"))
    yesterday = time.time() - 86400
    os.utime(file, (yesterday, yesterday))
    return folder


@pytest.fixture
def archive(config: Config) -> Iterator[Archive]:
    with open_archive(None, config, start=True) as opened:
        yield opened


@pytest.fixture(params=["told", "looking"])
def manner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """By the system's own telling, and without the library for that."""
    if request.param == "looking":
        monkeypatch.setattr("index.ingest.watching.is_installed", lambda: False)
        monkeypatch.setattr(noticing, "_LOOK", 0.2)
    return str(request.param)


def found(archive: Archive, words: str) -> int:
    return archive.search.find(words).count


def test_what_arrives_is_taken_in_and_searchable(news: Path, archive: Archive, manner: str) -> None:
    with Watch(archive, news) as watch:
        assert found(archive, "zugzwang") == 1
        (news / "b.txt").write_text(story("zwischenzug"))
        deep = news / "new" / "deeper"
        deep.mkdir(parents=True)
        (deep / "c.txt").write_text(story("tempo"))
        (news / "d.txt.part").write_text(story("sacrifice"))
        wait(lambda: found(archive, "zwischenzug") == found(archive, "tempo") == 1)
        (news / "d.txt.part").rename(news / "d.txt")
        wait(lambda: found(archive, "sacrifice") == 1)
        (news / "x.bin").write_bytes(b"\0\0\1\2binary")
        wait(lambda: len(archive.unread) == 1)
    assert bool(watch.said) == (manner == "looking")
    assert archive.articles.count() == 4
    # Only what arrived is looked at.
    assert [paths for paths, _ in watch.reports if news in paths] == [[news]]


def test_a_file_that_changes_moves_or_goes_is_followed(
    news: Path, archive: Archive, manner: str
) -> None:
    with Watch(archive, news):
        [first] = archive.search.find("").ids
        (news / "a.txt").write_text(story("zwischenzug"))
        wait(lambda: found(archive, "zwischenzug") == 1)
        [second] = archive.search.find("").ids
        assert archive.articles.get(second).article.version_of == first
        (news / "sub").mkdir()
        (news / "a.txt").rename(news / "sub" / "b.txt")
        wait(lambda: archive.articles.get(second).article.files == (str(news / "sub" / "b.txt"),))
        assert archive.ingest.vanished() == ()
        shutil.rmtree(news / "sub")
        wait(lambda: archive.ingest.vanished() == (str(news / "sub" / "b.txt"),))
        assert found(archive, "zwischenzug") == 1, "its article is kept"


def test_facts_beside_a_file_come_and_go(news: Path, archive: Archive) -> None:
    def title() -> str | None:
        return archive.articles.get(archive.search.find("").ids[0]).article.title

    with Watch(archive, news):
        before = title()
        (news / "a.yaml").write_text("title: Otherwise")
        wait(lambda: title() == "Otherwise")
        (news / "a.yaml").unlink()
        wait(lambda: title() == before)
    assert archive.articles.count() == 1
    assert len(archive.unread) == 0


def test_what_is_still_being_written_is_never_taken_half(news: Path, archive: Archive) -> None:
    whole = "Long story\n\n" + "".join(f"Line {number} of it.\n" for number in range(10))
    with Watch(archive, news):
        with (news / "long.txt").open("w") as stream:
            for line in whole.splitlines(keepends=True):
                stream.write(line)
                stream.flush()
                time.sleep(0.1)
        wait(lambda: found(archive, "title:long") == 1)
    [article] = archive.search.find("title:long").ids
    reading = archive.articles.get(article)
    assert (reading.text, reading.article.version_of) == (whole, None)


def test_it_gives_way_to_a_command_and_goes_on_then(
    news: Path, archive: Archive, config: Config
) -> None:
    with Watch(archive, news):
        with working(config.archive_folder, patient=True):
            (news / "b.txt").write_text(story("zwischenzug"))
            time.sleep(1)
            assert found(archive, "zwischenzug") == 0
        wait(lambda: found(archive, "zwischenzug") == 1)


def test_a_folder_that_is_not_there_yet_is_waited_for(
    news: Path, archive: Archive, tmp_path: Path
) -> None:
    later = tmp_path / "drive"
    with Watch(archive, news, later):
        (tmp_path / "filled").mkdir()
        (tmp_path / "filled" / "b.txt").write_text(story("zwischenzug"))
        (tmp_path / "filled").rename(later)
        wait(lambda: found(archive, "zwischenzug") == 1)
        later.rename(tmp_path / "taken out")
        time.sleep(1)
        (tmp_path / "taken out").rename(later)
        (later / "c.txt").write_text(story("tempo"))
        wait(lambda: found(archive, "tempo") == 1)
    assert archive.ingest.vanished() == ()


def test_one_file_is_watched_though_it_is_replaced(news: Path, archive: Archive) -> None:
    with Watch(archive, news / "a.txt"):
        (news / "b.txt").write_text(story("zwischenzug"))
        (news / "b.txt").replace(news / "a.txt")
        wait(lambda: found(archive, "zwischenzug") == 1)
    assert archive.articles.count() == 1


def test_an_archive_within_a_watched_folder_is_no_news(
    news: Path, archive: Archive, tmp_path: Path
) -> None:
    with Watch(archive, tmp_path) as watch:
        (news / "b.txt").write_text(story("zwischenzug"))
        wait(lambda: found(archive, "zwischenzug") == 1)
        time.sleep(1)
    # The home of a test has its own folders for data, in which nothing is news either.
    assert {path.name for paths, _ in watch.reports for path in paths} == {tmp_path.name, "b.txt"}


SCRIPT = """
import pathlib, sys
from index.archive import open_archive
from index.config import load_config, shipped
config = load_config(shipped("config.yaml"))
with open_archive(pathlib.Path(sys.argv[1]), config) as archive:
    archive.ingest.watch(
        [pathlib.Path(sys.argv[2])], lambda _: None,
        took=lambda *_: print("took", flush=True), say=print, stop=lambda: False, read=False,
    )
"""


def test_after_a_kill_the_next_start_catches_up(
    news: Path, archive: Archive, config: Config
) -> None:
    watch = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(config.archive_folder), str(news)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert watch.stdout is not None
    watch.stdout.readline()
    for number in range(40):
        (news / f"{number}.txt").write_text(story(f"item{number}"))
    wait(lambda: found(archive, "council") > 1)
    watch.kill()
    watch.wait()
    watch.stdout.close()
    (news / "late.txt").write_text(story("late"))
    with Watch(archive, news):
        wait(lambda: found(archive, "council") == archive.articles.count() == 42)
    assert all(finding.ok for finding in archive.doctor())
