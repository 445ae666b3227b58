"""The command line itself: usage, exit codes, settings, and how a run may end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runs import ROOT, Dateline, Spawn

COMMANDS = (
    *("add", "search", "show", "quotes", "actors", "clip", "clippings", "export"),
    *("extract", "doctor", "rebuild", "config"),
)


def test_help_tells_every_command_and_the_exit_codes(dateline: Dateline) -> None:
    done = dateline("--help")
    assert done.code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in done.out
    assert "0 done, 1 nothing found, 2 wrong usage, 3 a problem" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(dateline: Dateline, command: str) -> None:
    done = dateline(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"usage: dateline {command} ")
    for option in ("--archive", "--config", "--json", "--version"):
        assert option in done.out


@pytest.mark.parametrize("arguments", [["--help"], ["search", "--help"], ["config", "--path"]])
def test_help_comes_without_loading_what_is_slow(home: Path, arguments: list[str]) -> None:
    slow = ("textual", "rich", "whoosh", "spacy", "numpy", "sqlite3")
    code = (
        f"import sys; from tui.cli import main; main({arguments!r}); "
        f"print([m for m in {slow!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("serch x", "'serch' is none of add, watch, remove, search, show"),
        ("search", "QUERY is missing"),
        ("search x --bogus", "it takes no --bogus"),
        ("search x --sort up", "'up' is none of relevance, date, -date"),
        ("search x --limit -1", "--limit: '-1' is not a whole number from 0"),
        ("quotes --kind spoken", "'spoken' is no kind of quote"),
        ("clip a one 2", "START: 'one' is not a whole number from 0"),
        ("show", "ARTICLE is missing"),
        ("search x --lim 3", "it takes no --lim"),
        ("search x -limit 3", "it takes no -limit"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(dateline: Dateline, line: str, said: str) -> None:
    done = dateline(*line.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "--help` tells how to use it." in done.err
    under_json = dateline(*line.split(), "--json")
    assert (under_json.code, under_json.err) == (2, "")
    [record] = under_json.records
    assert list(record) == ["error"]
    assert said in str(record["error"])


def test_the_folder_in_which_one_stands_is_never_taken_by_an_empty_name(
    dateline: Dateline,
) -> None:
    assert dateline("add", "").code == 2


def test_options_of_all_commands_stand_before_or_after_the_command(
    dateline: Dateline, tmp_path: Path
) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("theme: light")
    before = dateline("--config", file, "--json", "config")
    assert before == dateline("config", "--json", "--config", file)
    assert {"setting": "theme", "value": "light", "file": str(file)} in before.records
    assert dateline("config", "--version").out == dateline("--version").out
    assert dateline("--version").out.startswith("dateline ")


def test_the_settings_are_told_with_where_each_comes_from(dateline: Dateline, home: Path) -> None:
    own = Path(dateline("config", "--path").out.strip())
    assert own == home / "config/dateline/config.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("text_width: 60\nmouse: false\n")
    lines = dateline("config").out.splitlines()
    assert f"text_width       60  ({own})" in lines
    assert f"mouse            false  ({own})" in lines
    assert any(
        re.match(r"export_folder +\. \(the folder in which the reader is started\) ", line)
        for line in lines
    )
    assert any(line.startswith("theme ") and str(own) not in line for line in lines)


def test_a_mistake_in_the_settings_ends_the_command_with_line_and_name(
    dateline: Dateline, tmp_path: Path
) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("theme: dark\ntext_width: wide\n")
    said = f'{file}, line 2: text_width is "wide", but should be a whole number from 40 to 78.'
    done = dateline("--config", file, "search", "x")
    assert (done.code, done.out, done.err) == (3, "", said + "\n")
    done = dateline("--config", file, "search", "x", "--json")
    assert (done.code, done.records, done.err) == (3, [{"error": said}], "")


def test_without_a_terminal_the_reader_says_that_it_needs_one(dateline: Dateline) -> None:
    done = dateline()
    assert done.code == 3
    assert "The reader needs a terminal." in done.err


def test_what_nobody_foresaw_is_a_sentence_with_its_details_in_a_file(
    dateline: Dateline, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("details")

    monkeypatch.setattr("index.config.load_config", break_down)
    done = dateline("config")
    assert done.code == 3
    assert "Traceback" not in done.out + done.err
    assert "(ZeroDivisionError)" in done.err
    log = home / "data/dateline/errors.log"
    assert str(log) in done.err
    assert "ZeroDivisionError: details" in log.read_text()


def test_a_reader_who_has_had_enough_ends_the_command_in_silence(spawn: Spawn) -> None:
    process = spawn("config", "--json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr is not None
    assert process.stderr.read() == b""


def test_output_that_cannot_be_written_is_a_problem(spawn: Spawn) -> None:
    with Path("/dev/full").open("wb") as full:
        process = spawn("config", stdout=full)
        _, said = process.communicate()
    assert process.returncode == 3
    assert said == b"The output could not be written: no space left on device.\n"


def test_ctrl_c_is_one_line_and_130(spawn: Spawn) -> None:
    process = spawn("extract")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b'{"doc": "a", "text": "Nobody said anything."}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"doc": "a"')
    process.send_signal(signal.SIGINT)
    # Standard input stays open: it is the signal that ends the command.
    assert process.wait(timeout=60) == 130
    assert process.stderr is not None
    assert process.stderr.read() == b"Stopped. Nothing that was done is lost.\n"


def test_no_escape_sequence_of_an_argument_comes_back(dateline: Dateline) -> None:
    evil = "\x1b]0;x\x07\u202e\udc9b"
    for arguments in ([evil], ["add", f"/none/{evil}"], ["--config", f"/none/{evil}", "config"]):
        done = dateline(*arguments)
        assert done.code in (2, 3)
        for byte in "\x1b\x07\x9b\u202e\udc9b":
            assert byte not in done.err


def test_a_name_that_is_no_utf_8_does_no_harm(spawn: Spawn) -> None:
    process = spawn(os.fsdecode(b"--config=/none/\xff"), "config")
    _, said = process.communicate()
    assert process.returncode == 3
    assert "/none/\ufffd cannot be read".encode() in said
