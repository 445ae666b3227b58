"""The reader on a real pty: its start beside a bare Textual app, its echo, its scrolling.

Times on a pty are wall time, since that is what a person waits; on a busy machine they grow.
Processor time stands beside them where it can be told.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from index.archive import open_archive
from index.ingest.lock import working
from tests.bench.engines.reader import config_for
from tests.bench.measures import cpu_of, own_memory, quantile
from tests.bench.tables import number, ratio, table
from tests.bench.watch import Sight, Watch

_BARE = """
import sys
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static(sys.argv[1], markup=False)
Bare().run()
"""
_BETWEEN_KEYS = 0.08  # seconds between the letters of somebody who types fast
_HELD = 1 / 30  # seconds between the repeats of a held key
_FEW, _MOST_STEPS = 30, 25  # results of a query with few, and how many are walked through


def measure(
    folder: Path,
    home: Path,
    queries: Sequence[str],
    rare: Sequence[str],
    *,
    runs: int,
    repeats: int,
) -> list[str]:
    """All that is measured on a pty, of the archive in `folder`, as tables.

    The reader is launched `runs` times, and held keys repeat so often. `rare` are words of which
    the one is taken that finds nearest to thirty articles. While letters are typed a worker reads
    the archive in the background; else its lock is held, so that none does.
    """
    with open_archive(folder, config_for(folder)) as archive:
        first = archive.search.hits(archive.search.find(""), 0, 1)[0]
        few = min(rare, key=lambda word: abs(archive.search.find(word).count - _FEW))
    title = first.article.title[:16].rstrip()
    # As the script `dateline` does.
    script = "import sys; from tui.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "--archive", str(folder)]
    with working(folder, patient=False):
        tables = [
            _start(command, title, home, runs),
            _scrolling(command, title, home, few, min(repeats, _MOST_STEPS)),
        ]
    return [*tables, _echo(command, title, home, queries, repeats)]


def _start(command: list[str], title: str, home: Path, runs: int) -> str:
    """From launch to the first results painted, in turn with a bare app that shows as much."""
    commands = {"the reader": command, "bare Textual app": [sys.executable, "-c", _BARE, title]}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, launched in commands.items():
            with Watch(launched, home) as watch:
                seen = watch.until(_shows(title))
            if turn:  # the first time files are read and compiled
                taken[name].append((seen - watch.launched) * 1000)
    own, bare = commands
    pairs = [a / b for a, b in zip(taken[own], taken[bare], strict=True)]
    rows = [[name, number(statistics.median(taken[name]))] for name in commands]
    rows.append(["ratio, median of pairs", f"{statistics.median(pairs):.2f} ×"])
    return table(f"Launch to first results painted, {runs} times", ["", "ms"], rows)


def _echo(command: list[str], title: str, home: Path, queries: Sequence[str], repeats: int) -> str:
    """Letters typed at a steady pace, and keys held: when each was seen in the search line."""
    with Watch(command, home) as watch:
        watch.until(_shows(title))
        watch.settle(0.5, 3.0)
        at_start = own_memory(watch.process)
        waits: list[float] = []
        for query in queries:
            watch.press("/\x15")  # Ctrl+U: from the line, whatever stands in it
            watch.settle(0.5, 3.0)
            waits += typed(watch, query)
            watch.press("\x1b")
            watch.settle(0.5, 3.0)
        after = own_memory(watch.process)
        held_letter = _hold(watch, "e", repeats, before="/\x15", behind="\x15\x1b")
        held_step = _hold(watch, "j", repeats, before="1", behind="1")
    echoed = [wait for wait in waits if wait == wait]
    rows = [
        ["letters typed, seen in the line", number(quantile(echoed, 0.5))],
        ["the same, p95", number(quantile(echoed, 0.95))],
        ["letters never seen", str(len(waits) - len(echoed))],
        [f"still after {repeats} repeats of a held letter", number(held_letter)],
        [f"still after {repeats} repeats of a held j", number(held_step)],
        ["own memory (RssAnon) after start, MB", number(at_start)],
        ["the same after the typing, MB", number(after)],
    ]
    return table(f"Typing {len(waits)} letters on a pty", ["", "ms"], rows)


def typed(watch: Watch, query: str) -> list[float]:
    """Milliseconds until each letter of a query was seen; NaN for one that never was."""
    sights: list[tuple[float, Sight]] = []
    for length in range(1, len(query) + 1):
        sights.append((watch.press(query[length - 1]), _stands(query[:length])))
        watch.wait(_BETWEEN_KEYS)
    watch.settle(0.4, 2.0)
    return [
        float("nan") if seen is None else (seen - sent) * 1000
        for seen, (sent, _) in zip(watch.moments(sights), sights, strict=True)
    ]


def _shows(title: str) -> Sight:
    """Whether a title stands on the screen."""
    return lambda lines: any(title in line for line in lines)


def _stands(text: str) -> Sight:
    """Whether the search line begins with a text. More may stand there: typing goes on."""
    return lambda lines: any(
        line.strip().startswith(f"/ {text}") and "words   " not in line for line in lines[:3]
    )


def _hold(watch: Watch, key: str, repeats: int, *, before: str, behind: str) -> float:
    """Hold a key for so many repeats; milliseconds from the last repeat until all was still."""
    watch.press(before)
    watch.settle(0.5, 3.0)
    sent = 0.0
    for _ in range(repeats):
        sent = watch.press(key)
        watch.wait(_HELD)
    still = watch.settle(0.25, 5.0)
    watch.press(behind)
    watch.settle(0.5, 3.0)
    return max(0.0, still - sent) * 1000


def _scrolling(command: list[str], title: str, home: Path, few: str, steps: int) -> str:
    """Walking down the first of few results and of all, a key a step."""
    with Watch(command, home) as watch:
        watch.until(_shows(title))
        watch.settle(0.5, 3.0)
        everything = _walk(watch, steps)
        watch.press(f"/{few}\r")
        watch.settle(1.0, 5.0)
        some = _walk(watch, steps)
    rows = [
        [f"those of {few}", *map(number, some)],
        ["all articles", *map(number, everything)],
        [
            "ratio",
            *(ratio(all_of, few_of) for all_of, few_of in zip(everything, some, strict=True)),
        ],
    ]
    return table("A step down the results", ["", "CPU ms", "bytes"], rows)


def _walk(watch: Watch, steps: int) -> tuple[float, float]:
    """Milliseconds of processor time, and bytes, of one step."""
    watch.press("1g")
    watch.settle(0.5, 3.0)
    spent, received = cpu_of(watch.process), watch.received
    for _ in range(steps):
        watch.press("j")
        watch.wait(0.1)
    # Not the article on which it ends, which is laid out once the keys pause.
    cpu = (cpu_of(watch.process) - spent) * 1000 / steps
    return cpu, (watch.received - received) / steps
