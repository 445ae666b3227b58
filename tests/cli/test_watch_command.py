"""`dateline watch`: a line for each arrival, until it is stopped."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from tests.cli.runs import Dateline, Spawn


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_of_arrivals_and_ends_with_a_sentence(
    spawn: Spawn, tmp_path: Path, number: signal.Signals
) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "old.txt").write_text("Council meets\n\nIt met.\n")
    os.utime(news / "old.txt", (1_000_000_000, 1_000_000_000))
    watch = spawn("watch", news, "--json")
    assert watch.stderr is not None
    assert watch.stdout is not None
    assert json.loads(watch.stdout.readline())["new"] == 1
    assert b"Your own archive" in watch.stderr.readline()
    assert watch.stderr.readline().decode() == f"Watching {news}. Ctrl+C ends it.\n"
    assert watch.stderr.readline() == b"1 new article from news.\n"
    (news / "a.txt").write_text("Council votes\n\nIt voted on zugzwang.\n")
    (news / "x.bin").write_bytes(b"\0\0\1\2")
    record = json.loads(watch.stdout.readline())
    assert (record["new"], record["paths"]) == (1, [str(news / "a.txt"), str(news / "x.bin")])
    assert [each["reason"] for each in record["unread"]] == ["binary"]
    said = watch.stderr.readline().decode()
    assert said == "1 new article from a.txt; 1 could not be read: x.bin (binary).\n"
    watch.send_signal(number)
    _, rest = watch.communicate(timeout=60)
    assert watch.returncode == 0
    assert rest.decode() == (
        "Stopped watching: 2 articles taken in, 1 could not be read. "
        "Started again, it catches up.\n"
    )


def test_what_is_not_there_is_not_watched(dateline: Dateline, tmp_path: Path) -> None:
    done = dateline("watch", tmp_path / "nothing")
    assert done.code == 3
    assert "There is no such file or folder" in done.err
