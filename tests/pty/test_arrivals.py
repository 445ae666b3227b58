"""News that come in while somebody types: all arrive, and no letter is lost."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

from tests.terminal import ESCAPE, Terminal

COUNT = 500


def story(number: int) -> str:
    return f"Council votes on item {number}\n\nLONDON, June 5 (Reuters) - It voted on {number}.\n"


def test_five_hundred_files_arrive_while_one_types(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    first = news / "first.txt"
    first.write_text("The mayor resigns\n\nHe left the ceasefire talks in Annapolis.\n")
    os.utime(first, (1_000_000_000, 1_000_000_000))
    settings = tmp_path / "config" / "dateline" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"watch: {news}\n")

    def drop() -> None:
        for number in range(COUNT):
            (news / f"{number}.txt").write_text(story(number))
            time.sleep(0.005)

    with Terminal(home=tmp_path) as terminal:
        terminal.until("1 article ")
        terminal.until("The mayor resigns")
        dropping = threading.Thread(target=drop)
        dropping.start()
        words = "ceasefire annapolis mayor"
        terminal.type("/")
        for letter in words:
            terminal.type(letter)
            terminal.settle(0.05)
        terminal.until(f"/ {words}")
        dropping.join()
        terminal.press(ESCAPE)
        terminal.until(f"{COUNT + 1} articles", seconds=120)
        terminal.type("/\x15council")
        terminal.until(lambda screen: f"{COUNT} articles" in screen.split("\n")[1], seconds=120)
        terminal.quit()
