"""The rules between the panes, as a terminal shows them."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import ENTER, ESCAPE, Terminal


def test_a_pane_that_comes_back_has_its_rule(tmp_path: Path) -> None:
    with Terminal(home=tmp_path, columns=80, rows=24) as terminal:
        terminal.until("4 articles")
        terminal.press("/", "annan ceasefire", ENTER, "3", "2", "n", "n", "n", ESCAPE, "3")
        terminal.until("Quotes")
        terminal.until(lambda screen: "Quotes" in screen and "Reading" not in screen)
        terminal.settle()
        column = terminal.screen().split("\n")[-2].index("┴")
        lines = terminal.screen().split("\n")[3:-2]
        assert {line[column : column + 1] for line in lines} == {"┃"}


def test_the_rules_join_where_the_panes_part_at_every_width(tmp_path: Path) -> None:
    with Terminal(home=tmp_path, columns=80, rows=24) as terminal:
        terminal.until("4 articles")
        for width in (120, 60, 80, 119, 120):
            terminal.resize(width, 24)
            terminal.settle(0.5)
            _, _, above, first, *_ = terminal.screen().split("\n")
            parted = [at for at, mark in enumerate(first) if mark == "│"]
            assert [at for at, mark in enumerate(above) if mark == "┬"] == parted
            assert len(parted) == (0 if width == 60 else 2 if width == 120 else 1)
