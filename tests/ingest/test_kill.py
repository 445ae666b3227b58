"""kill -9 during `dateline add`: what was committed stays, the index mends itself."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import open_archive
from index.archive.generations import IndexMending
from index.config import Config
from tests.terminal import surroundings


def story(number: int) -> str:
    return (
        f"Council votes on item {number}\n\nLONDON, June {1 + number % 28} (Reuters) - The council "
        f"voted on item number{number} on Tuesday.\n\n"
        + "“It was time,” the chairman said. He said the vote was final.\n\n"
        * 20
    )


def news(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(story(number))
    return folder


def start(*arguments: str | Path, home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        env=surroundings(home),
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("moment", [0.5, 0.9, 1.4, 2.2])
def test_what_was_committed_is_there_and_found_after_a_kill(
    tmp_path: Path, config: Config, moment: float
) -> None:
    folder = news(tmp_path / "news", 400)
    process = start("--archive", config.archive_folder, "add", folder, home=tmp_path)
    time.sleep(moment)
    process.kill()
    process.wait()
    with open_archive(config.archive_folder, config, start=True) as archive:
        before = set(archive.search.find("").ids)
        report = archive.ingest.add([folder], lambda _: None, read=False)
        assert report.new == 400 - len(before), "nothing committed is taken in twice"
        assert before <= set(archive.search.find("").ids)
        assert archive.search.find("council").count == 400
        for number in (0, 199, 399):
            assert archive.search.find(f"number{number}").count == 1
        assert [finding.what for finding in archive.doctor() if not finding.ok] == []


def spoil(folder: Path) -> None:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            file.write_bytes(file.read_bytes()[:-3] + b"xyz")


def test_a_lost_index_is_made_anew_by_the_first_search(tmp_path: Path, config: Config) -> None:
    folder = news(tmp_path / "news", 5)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([folder], lambda _: None, read=False)
    spoil(config.archive_folder / "index")
    with open_archive(None, config) as archive:
        assert any(not finding.ok for finding in archive.doctor())
        assert archive.search.find("council").count == 5
        assert all(finding.ok for finding in archive.doctor())


def test_a_reader_goes_on_while_its_worker_mends_the_index(tmp_path: Path, config: Config) -> None:
    folder = news(tmp_path / "news", 5)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([folder], lambda _: None, read=False)
    with open_archive(None, config) as archive:
        archive.ingest.start()
        spoil(config.archive_folder / "index")
        assert archive.search.find("").count == 5
        end = time.monotonic() + 60
        found = None
        while found is None:
            assert time.monotonic() < end
            with contextlib.suppress(IndexMending):
                found = archive.search.find("council").count
            time.sleep(0.05)
        assert found == 5, "never a part for the whole"


def test_the_worker_ends_with_the_reader_that_started_it(tmp_path: Path, config: Config) -> None:
    folder = news(tmp_path / "news", 30)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([folder], lambda _: None, read=False)
    script = (
        "import sys, time, pathlib, dataclasses\n"
        "from index.archive import open_archive\n"
        "from index.config import load_config, shipped\n"
        "config = load_config(shipped('config.yaml'))\n"
        "archive = open_archive(pathlib.Path(sys.argv[1]), config)\n"
        "archive.ingest.start()\n"
        "print(archive.ingest._worker._process.pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", script, str(config.archive_folder)],
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    worker = int(reader.stdout.readline())
    assert Path(f"/proc/{worker}").exists() or not Path("/proc").exists()
    reader.kill()
    reader.wait()
    end = time.monotonic() + 30
    while _alive(worker):
        assert time.monotonic() < end, "the worker outlived its reader"
        time.sleep(0.05)


def _alive(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be reaped does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"
