"""Typing on a real terminal: all that is typed stands there, and a held key stops when let go."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import BACKSPACE, ENTER, Terminal


def test_a_burst_of_keys_is_all_taken_in_and_the_last_query_wins(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("Putin, Hu Urge Support")
        terminal.type("/")
        for letter in "ceasefire annan syria" + BACKSPACE * 6:
            terminal.type(letter)
        terminal.until("/ ceasefire annan ")
        terminal.until("ceasefire = cease-fire")
        terminal.press(ENTER)
        terminal.type("j" * 200 + "k" * 200)
        terminal.type("f")
        terminal.until("OUTLET")
        terminal.type("q")
        terminal.until("PEOPLE")
        terminal.type("c")
        terminal.until("Concordance · ")
        terminal.quit()
