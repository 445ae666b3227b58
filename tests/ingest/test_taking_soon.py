"""Files that a reader has its worker take in: soon, and also when the worker is ended over it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.archive.generations import IndexMending
from index.article import ReadOnlyArchive
from index.config import Config
from index.ingest.lock import working

STORY = "Council votes\n\nIt voted on zugzwang on Tuesday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    # A name that would be more than one line, and is no UTF-8.
    file = tmp_path / "a\nb \udcff.txt"
    file.write_text(STORY)
    return file


def wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def found(archive: Archive) -> int:
    with contextlib.suppress(IndexMending):  # that of a new archive is made first
        return archive.search.find("zugzwang").count
    return 0


def test_the_worker_takes_in_what_it_is_given_and_reads_it(story: Path, config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        archive.ingest.take([story])
        wait(lambda: found(archive) == 1 and not archive.ingest.taking)
        wait(lambda: archive.ingest.waiting() == 0)


def test_one_that_is_ended_over_it_is_followed_by_one_that_does_it(
    story: Path, config: Config
) -> None:
    with open_archive(None, config, start=True) as archive:
        with working(config.archive_folder, patient=False):
            archive.ingest.take([story])
            wait(lambda: archive.ingest.progress().what == "busy elsewhere")
            assert archive.ingest.taking
        archive.ingest.start()

        def done() -> bool:
            archive.ingest.start()
            return found(archive) == 1 and not archive.ingest.taking

        wait(done)


def test_nothing_is_taken_into_an_archive_that_cannot_be_written(
    story: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(None, config, start=True) as archive:
        monkeypatch.setattr(archive._database, "read_only", True)
        with pytest.raises(ReadOnlyArchive):
            archive.ingest.take([story])
        assert not archive.ingest.taking
