"""Typing while news arrive: the echo of letters with and without 500 files dropped meanwhile.

By hand: `python -m tests.bench.arriving` (`make bench-watch`). The reader runs on a real pty, on
an archive of invented stories, and watches a folder. Times on a pty are wall time, since that is
what a person waits; on a busy machine they grow.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from index.archive import open_archive
from index.config import load_config, shipped
from tests.bench.measures import quantile
from tests.bench.screen import typed
from tests.bench.tables import number, table
from tests.bench.watch import Watch

_WORDS = (
    "council vote harbour truce envoy minister budget flood strike court police market river "
    "border treaty storm election bridge hospital school railway inquiry appeal ceasefire"
).split()
_QUERIES = ("council vote", "truce envoy", "harbour strike", "election appeal")
_PAUSE = 0.02
"""Seconds between two files that are dropped."""


def story(dice: random.Random, number: int) -> str:
    """An article of some paragraphs in which somebody speaks."""
    lines = [" ".join(dice.choices(_WORDS, k=40)).capitalize() + "." for _ in range(6)]
    head = f"{dice.choice(_WORDS).title()} {number} {dice.choice(_WORDS)}"
    said = f"“It was about the {dice.choice(_WORDS)},” Jane Roe said on Tuesday."
    return "\n\n".join([head, f"LONDON, June 5 (Reuters) - {lines[0]}", said, *lines[1:]]) + "\n"


def measure(home: Path, articles: int, files: int) -> str:
    """Type in a reader on so many articles, first in peace, then while so many files arrive."""
    dice = random.Random(1)  # noqa: S311
    news = home / "news"
    news.mkdir()
    for at in range(articles):
        (news / f"{at}.txt").write_text(story(dice, at))
    os.sync()
    time.sleep(2)
    settings = home / "config" / "dateline" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"watch: {news}\n")
    folder = home / "data" / "dateline" / "archive"
    config = replace(load_config(shipped("config.yaml")), archive_folder=folder)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([news], lambda _: None)
    script = "import sys; from tui.cli import main; sys.exit(main())"
    with Watch([sys.executable, "-c", script], home) as watch:
        watch.until(lambda lines: any(f"{articles:,} articles" in line for line in lines))
        watch.settle(2.0, 10.0)
        rows = [_row("nothing arrives", _type(watch))]
        dropping = threading.Thread(target=_drop, args=(news, files, dice))
        began = time.perf_counter()
        dropping.start()
        rows.append(_row(f"{files} files arrive", _type(watch)))
        dropping.join()
        everything = f"{articles + files:,} articles"
        last = watch.until(lambda lines: any(everything in line for line in lines[:1]))
    heads = ["while", "p50 ms", "p95 ms", "letters", "never seen"]
    told = table(f"Letters typed and seen, {articles:,} articles", heads, rows)
    return f"{told}\nAll {files} were in and told of {last - began:.1f} s after the first.\n"


def _type(watch: Watch) -> list[float]:
    waits: list[float] = []
    for query in _QUERIES:
        watch.press("/\x15")  # Ctrl+U: from the line, whatever stands in it
        watch.settle(0.5, 3.0)
        waits += typed(watch, query)
        watch.press("\x1b")
        watch.settle(0.5, 3.0)
    return waits


def _drop(news: Path, files: int, dice: random.Random) -> None:
    for at in range(files):
        (news / f"new {at}.txt").write_text(story(dice, at))
        time.sleep(_PAUSE)


def _row(what: str, waits: list[float]) -> list[str]:
    seen = [wait for wait in waits if wait == wait]
    figures = (number(quantile(seen, 0.5)), number(quantile(seen, 0.95)))
    return [what, *figures, str(len(waits)), str(len(waits) - len(seen))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--files", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        print(measure(Path(home), given.articles, given.files))


if __name__ == "__main__":
    main()
