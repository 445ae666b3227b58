"""The reader on an archive of the seeds that has been read for quotes and actors."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.config import Config, load_config, shipped
from tui.app import DatelineApp


@pytest.fixture(scope="session")
def seeds_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of the seeds, read once; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("seeds") / "archive"
    config = replace(load_config(shipped("config.yaml")), archive_folder=folder)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([shipped("seeds")], lambda _: None)
    return folder


@pytest.fixture
def archive(seeds_read: Path, config: Config) -> Iterator[Archive]:
    """A copy of the archive of the seeds, for one test to change as it likes."""
    shutil.copytree(seeds_read, config.archive_folder)
    with open_archive(None, config) as opened:
        yield opened


@pytest.fixture
def reader(archive: Archive, config: Config) -> Callable[..., DatelineApp]:
    """Makes the reader on that archive, with settings changed as a test wants them."""

    def make(**settings: object) -> DatelineApp:
        return DatelineApp(archive, replace(config, **settings))  # type: ignore[arg-type]

    return make
