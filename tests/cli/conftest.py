"""Runs `dateline` as a person or a script does, in a home folder of nobody's."""

from __future__ import annotations

import io
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from index.config import shipped
from tests.cli.runs import COMMAND, ROOT, Dateline, Done, Spawn, home_of
from tui.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    for name, value in home_of(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def dateline(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Dateline:
    def run(*arguments: object, stdin: bytes = b"") -> Done:
        capsys.readouterr()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


@pytest.fixture
def spawn(home: Path) -> Iterator[Spawn]:
    """Every process it starts is gone when the test is."""
    started: list[subprocess.Popen[bytes]] = []

    def start(
        *arguments: object, stdout: int | IO[bytes] = subprocess.PIPE
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            cwd=home,
            # A run of the tests in the background ignores Ctrl+C, and so would what it starts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                stream.close()


@pytest.fixture(scope="session")
def seeds_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the seed articles, read for quotes; tests only ask it."""
    folder = tmp_path_factory.mktemp("archive") / "seeds"
    subprocess.run(
        [*COMMAND, "--archive", folder, "add", shipped("seeds")],
        check=True,
        env=os.environ | home_of(folder.parent) | {"PYTHONPATH": str(ROOT)},
        cwd=folder.parent,
    )
    return folder
