"""Nothing that is drawn acts upon the terminal, and every terminal gets what it can show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tui.terminal import TerminalGuard, terminal_is_light

BLACK = Color(0, 0, 0)
BIDI_CONTROLS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


def _drawn(text: str, encoding: str = "utf-8") -> str:
    guard = TerminalGuard(encoding)
    return "".join(segment.text for segment in guard.apply([Segment(text)], BLACK))


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;title\x07",
        "\x1b]52;c;aGk=\x07",
        "\x1b[2J",
        "\x9b31m",
        "\u202egnp.exe",
        "a\rb",
        "\x00",
        "\u2028",
        "\U000e0041",
    ],
)
def test_no_sequence_reaches_the_terminal(hostile: str) -> None:
    assert all(character.isprintable() for character in _drawn(hostile))


@given(st.text())
def test_whatever_it_is_no_control_character_is_drawn(text: str) -> None:
    for encoding in ("utf-8", "ascii"):
        for character in _drawn(text, encoding):
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp"), repr(character)
            assert unicodedata.bidirectional(character) not in BIDI_CONTROLS, repr(character)


@given(st.text("─│┃┬┴▸▌”“’…·¶é日本", max_size=40))
def test_stand_ins_take_as_many_cells(text: str) -> None:
    plain = _drawn(text, "ascii")
    assert plain.isascii()
    assert len(plain) == cell_len(text)


def test_what_an_encoding_has_is_drawn_as_it_is() -> None:
    assert _drawn("é ▸ “so”", "iso-8859-1") == 'é > "so"'
    assert _drawn("é ▸ “so”", "UTF-8") == "é ▸ “so”"


@pytest.mark.parametrize(
    ("said", "light"), [("0;15", True), ("15;0", False), ("15;default;0", False), ("", False)]
)
def test_a_terminal_may_say_that_it_is_light(
    monkeypatch: pytest.MonkeyPatch, said: str, light: bool
) -> None:
    monkeypatch.setenv("COLORFGBG", said)
    assert terminal_is_light() is light
