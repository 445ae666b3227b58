"""Hostile articles on a real terminal: not one of their escape sequences comes through."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import hostile
from tests.terminal import ENTER, Terminal, surroundings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A person's home with an archive of hostile articles, read for quotes."""
    hostile.write(tmp_path / "news")
    done = dateline(tmp_path, "add", str(tmp_path / "news"))
    assert hostile.found_in(done.stdout + done.stderr) == []
    return tmp_path


def dateline(home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        env=surroundings(home),
        cwd=home,
        check=True,
        capture_output=True,
    )


def test_nothing_of_theirs_reaches_the_terminal(home: Path) -> None:
    with Terminal(home=home, columns=130, rows=40) as terminal:
        terminal.until("articles")
        terminal.press("/")
        terminal.type(hostile.MARK)
        terminal.until(f"{hostile.MARK}")
        terminal.press(ENTER)
        for _ in range(13):
            terminal.press("j")  # each article is shown beside the list, with its sidebar
        terminal.press("g", ENTER, "i")
        terminal.settle()
        terminal.press("\x1b", "m", "y")
        terminal.settle()
        terminal.press("3", "l", "j", ENTER)
        terminal.press("W")
        terminal.until("Who said what")
        terminal.press("j", "s", "s", "G", "m", "y", "e")
        terminal.settle()
        terminal.press("\x1b")
        terminal.settle()
        terminal.press("q")
        terminal.until("Results")
        terminal.press("2", "e")
        terminal.settle()
        terminal.press(ENTER)
        terminal.settle()
        terminal.quit()
    yanked = [
        base64.b64decode(data) for data in re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)", terminal.raw)
    ]
    assert all(hostile.found_in(each) == [] for each in yanked)
    assert hostile.found_in(bytes(terminal.raw)) == []
    exported = (home / "passages.md").read_bytes()
    assert hostile.MARK.encode() in exported
    assert hostile.found_in(exported) == []
    assert b"\x1b" not in exported


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", hostile.MARK),
        ("search", hostile.MARK, "--json"),
        ("quotes",),
        ("actors",),
        ("show", "osc-title"),
        ("show", "bidi", "--json"),
        ("export", hostile.MARK, "--format", "markdown"),
        ("export", hostile.MARK, "--format", "text"),
        ("export", hostile.MARK, "--format", "csv"),
        ("export", hostile.MARK, "--format", "json"),
    ],
)
def test_nothing_of_theirs_is_in_what_a_command_prints(
    home: Path, arguments: tuple[str, ...]
) -> None:
    done = dateline(home, *arguments)
    assert hostile.found_in(done.stdout + done.stderr) == []
    assert b"\x1b" not in done.stdout
    assert re.search(b"quicksilver|Roe", done.stdout)
