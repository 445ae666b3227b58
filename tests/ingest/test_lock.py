"""One process at a time takes files in; a background worker gives way to a person."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.article import ArchiveBusy
from index.ingest.lock import busy, wanted, working

ROOT = Path(__file__).parents[2]

HOLD = """
import sys, pathlib, time
sys.path.insert(0, sys.argv[1])
from index.ingest.lock import wanted, working
folder = pathlib.Path(sys.argv[2])
with working(folder, patient=sys.argv[3] == "patient"):
    print("holding", flush=True)
    while not (sys.argv[3] == "background" and wanted(folder)):
        time.sleep(0.01)
"""


def holder(folder: Path, manner: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ROOT), str(folder), manner],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "holding\n"
    return process


def test_a_second_add_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    first = holder(tmp_path, "patient")
    try:
        with (
            pytest.raises(ArchiveBusy, match=f"process {first.pid}"),
            working(tmp_path, patient=True),
        ):
            pass
    finally:
        first.kill()
        first.wait()


def test_a_background_worker_gives_way_to_a_persons_add(tmp_path: Path) -> None:
    worker = holder(tmp_path, "background")
    with working(tmp_path, patient=True):
        assert worker.wait(timeout=30) == 0
        assert not wanted(tmp_path), "the note is taken away once it has been heard"


def test_a_background_worker_does_not_wait_for_another(tmp_path: Path) -> None:
    worker = holder(tmp_path, "background")
    try:
        with pytest.raises(ArchiveBusy), working(tmp_path, patient=False):
            pass
        assert worker.poll() is None
    finally:
        worker.kill()
        worker.wait()


def test_the_lock_goes_with_its_process(tmp_path: Path) -> None:
    killed = holder(tmp_path, "patient")
    assert busy(tmp_path)
    killed.kill()
    killed.wait()
    assert not busy(tmp_path)
    with working(tmp_path, patient=False):
        assert busy(tmp_path)
