"""What many tests need: the seeds, a configuration, an archive made of the seeds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from index.archive import Archive, open_archive
from index.config import Config, load_config, shipped

# No test judges by the clock. What every change must pass looks at the same examples each time;
# whoever runs the tests by hand looks at new ones.
settings.register_profile(
    "dateline",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("dateline")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: nothing of the person who runs the tests is read or written."""
    for name in ("data", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    return tmp_path


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """The shipped settings, with everything of a person's below the test's own folder."""
    return replace(
        load_config(shipped("config.yaml")),
        archive_folder=tmp_path / "archive",
        export_folder=tmp_path,
    )


@pytest.fixture
def archive(config: Config) -> Iterator[Archive]:
    """A person's own archive, made of the seed articles, not read for quotes yet."""
    with open_archive(None, config, start=True) as opened:
        opened.ingest.add([SEEDS], lambda _: None, read=False)
        yield opened
