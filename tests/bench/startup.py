"""From launch to the first results painted, beside a bare Textual app on the same pty.

Run by `make bench`. Prints the medians in milliseconds of wall time and their ratio, taken in
turn in one run; figures of different machines or runs are not to be compared.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.terminal import Terminal, surroundings

RUNS = 9

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Putin, Hu Urge Support")
Bare().run()
"""


def reader(home: Path) -> Terminal:
    return Terminal(home=home)


def bare(home: Path) -> Terminal:
    return Terminal(home=home, command=(sys.executable, "-c", BARE))


def painted(launch: Callable[[Path], Terminal], home: Path) -> float:
    """Milliseconds from launch until the last of the first results stands on the screen."""
    began = time.perf_counter()
    with launch(home) as terminal:
        terminal.until("Putin, Hu Urge Support")
        return (time.perf_counter() - began) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        first = painted(reader, home)
        subprocess.run(
            [sys.executable, "-m", "tui", "quotes"],
            env=surroundings(home) | {"PYTHONDONTWRITEBYTECODE": ""},
            cwd=home,
            check=True,
            capture_output=True,
        )
        times: dict[str, list[float]] = {"reader": [], "bare": []}
        for _ in range(RUNS):
            times["reader"].append(painted(reader, home))
            times["bare"].append(painted(bare, home))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    ratios = [a / b for a, b in zip(times["reader"], times["bare"], strict=True)]
    print(f"first launch, the sample archive is made   {first:7.0f} ms")
    print(f"reader, first results painted              {medians['reader']:7.0f} ms")
    print(f"bare Textual app, first text painted       {medians['bare']:7.0f} ms")
    print(f"ratio, median of {RUNS} pairs                    {statistics.median(ratios):7.2f}")


if __name__ == "__main__":
    main()
