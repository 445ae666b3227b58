"""`dateline show`: structure and pages in plain text, on a terminal and in a pipe."""

from __future__ import annotations

import io

import pytest

from tests.readings import structured
from tests.tui.test_setting import ARTICLE
from tui.commands.output import Output
from tui.commands.pages import print_reading


class Terminal(io.TextIOWrapper):
    """A terminal of some encoding that remembers what was written to it."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, newline="")

    def isatty(self) -> bool:
        return True


def lines_of(printed: str) -> list[str]:
    lines = printed.split("\n")
    return lines[next(at for at, line in enumerate(lines) if line.startswith("1   ")) - 1 :]


def test_a_pipe_gets_a_paragraph_a_line_as_it_is_set(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [("Both sides", "1"), ("wounded", "2"), ("We signed", "3")]
    print_reading(Output(as_json=False), structured(ARTICLE, pages=pages), 78)
    lines = lines_of(capsys.readouterr().out)
    assert lines[:11] == [
        "    [p. 1]",
        "1   Both sides signed the plan on Friday, after two days of talks by the lake.",
        "",
        "    What was agreed",
        "2     · A truce in the whole of the north, watched by monitors from four states.",
        "    [pp. 1–2]",
        "3     · Free passage for the wounded.",
        "    [p. 2]",
        "4     3. Prisoners are exchanged.",
        "",
        "    [p. 3]",
    ]
    assert lines[11].startswith("5       We signed because")
    assert lines[13:16] == [
        "6   Town         | Dead | Displaced",
        "    Hama         |   12 |     1,040",
        "    Deir al-Zour |    3 |        95",
    ]
    assert lines[17] == "    [caption] The envoy leaves the hall by its back door on Friday night."


def test_a_terminal_without_the_marks_gets_stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal("ascii")
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setenv("TERM", "dumb")
    out = Output(as_json=False)
    print_reading(out, structured([*ARTICLE, (None, "Café “Kő” 和")]), 60)
    out.flush()
    shown = terminal.bytes.getvalue().decode("ascii")
    assert "2     - A truce in the whole" in shown
    assert 'Cafe "Ko" ??' in shown
