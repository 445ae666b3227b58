"""The setting `watch`: a reader's worker takes in what arrives while the reader is open."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.archive.generations import IndexMending
from index.config import Config
from index.ingest.lock import busy


def story(words: str) -> str:
    return (
        f"Council votes on {words}\n\nLONDON, June 5 (Reuters) - “It is {words},” Jane Roe said.\n"
    )


def wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def found(archive: Archive, words: str) -> int:
    with contextlib.suppress(IndexMending):  # that of a new archive is made first
        return archive.search.find(words).count
    return 0


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    file = folder / "a.txt"
    file.write_text(story("zugzwang"))
    os.utime(file, (1_000_000_000, 1_000_000_000))
    return folder


@pytest.fixture
def watched(config: Config, news: Path) -> Config:
    return replace(config, watch=(news,))


def test_what_arrives_is_taken_in_and_read_and_the_archive_free_for_others_in_between(
    news: Path, watched: Config, config: Config, tmp_path: Path
) -> None:
    with open_archive(None, watched, start=True) as archive:
        archive.ingest.start()
        wait(lambda: found(archive, "zugzwang") == 1)
        wait(lambda: not busy(watched.archive_folder) and archive.ingest.waiting() == 0)
        other = tmp_path / "other.txt"
        other.write_text(story("tempo"))
        with open_archive(None, config) as another:
            another.ingest.add([other], lambda _: None, read=False)

        def is_read() -> bool:
            archive.ingest.start()  # as a reader does now and then
            return archive.ingest.waiting() == 0

        wait(is_read)
        (news / "b.txt").write_text(story("zwischenzug"))
        archive.ingest.take([other])
        wait(lambda: found(archive, "zwischenzug") == 1 and not archive.ingest.taking)


def test_it_mends_a_damaged_index_and_goes_on(news: Path, watched: Config) -> None:
    with open_archive(None, watched, start=True) as archive:
        archive.ingest.start()
        wait(lambda: found(archive, "zugzwang") == 1 and archive.ingest.waiting() == 0)
        archive.search.close()
        for file in sorted((watched.archive_folder / "index").rglob("*")):
            if file.is_file() and file.name != "stamp.json":
                file.write_bytes(bytes(file.stat().st_size))
        wait(lambda: found(archive, "zugzwang") == 1)


def test_only_ones_own_archive_takes_in_what_arrives(
    news: Path, watched: Config, tmp_path: Path
) -> None:
    with open_archive(tmp_path / "another", watched, start=True) as archive:
        archive.ingest.add([], lambda _: None)
        archive.ingest.start()
        assert not archive.ingest._worker.running
