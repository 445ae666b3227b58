"""The benchmark: this reader, and what people use instead, on one dump of articles in one run.

Run by `make bench DUMP=FILE`. Ratios are what to trust: figures of different machines or runs
are not to be compared. Engines that are not there are named and left out.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench import asking, building, growth, screen
from tests.bench.corpus import Corpus, cut
from tests.bench.engines import ENGINES, Engine
from tests.bench.engines.base import Session
from tests.bench.questions import Question, questions, typed_queries

PARTS = ("asking", "typing", "screen")
"""What is measured of an index once it is built."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, table by table as they come."""
    options = _options(arguments)
    engines = [each for each in ENGINES if not options.engines or each.name in options.engines]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        bench = Bench(folder, engines, options)
        machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
        _say(f"{options.dump.name}; {machine}")
        for corpus in cut(options.dump, options.sizes, folder):
            bench.measure(corpus)
        bench.finish()


class Bench:
    """One run: builds, asks and types at one size after another, and keeps what growth needs."""

    def __init__(self, folder: Path, engines: list[Engine], options: argparse.Namespace) -> None:
        self._folder = folder
        self._engines = engines
        self._options = options
        self._built: dict[int, list[building.Built]] = {}
        self._answers: dict[int, asking.Answers] = {}
        self._typed: dict[int, dict[str, list[float]]] = {}

    def measure(self, corpus: Corpus) -> None:
        """Everything at one size."""
        engines, notes = building.measurable(corpus, self._engines)
        places = {engine.name: self._place(engine, corpus) for engine in engines}
        self._built[corpus.size] = [
            building.build(engine, corpus, places[engine.name])
            for engine in engines
            if not places[engine.name].exists()
        ]
        if self._built[corpus.size]:
            _say(building.report(corpus, self._built[corpus.size]))
        _say("\n".join(["", *notes]))
        asked = questions(corpus, self._options.each)
        with ExitStack() as stack:
            sessions: dict[str, Session] = {}
            for engine in engines:
                session = engine.open(corpus, places[engine.name])
                if session is not None:
                    stack.callback(session.close)
                    sessions[engine.name] = session
            self._ask(corpus, sessions, asked)
        if "screen" in self._options.parts:
            rare = [question.words[0] for question in asked if question.kind == "rare word"]
            home = self._folder / "home"
            home.mkdir(exist_ok=True)
            place = places[self._engines[0].name]
            queries = self._queries(corpus)[: self._options.on_screen]
            runs, repeats = self._options.runs, self._options.repeats
            for table in screen.measure(place, home, queries, rare, runs=runs, repeats=repeats):
                _say(table)

    def finish(self) -> None:
        """What the sizes together say."""
        if len(self._built) > 1:
            for engine in self._engines[:1]:
                _say(growth.report(engine.name, self._built, self._answers, self._typed))

    def _ask(self, corpus: Corpus, sessions: dict[str, Session], asked: list[Question]) -> None:
        if "asking" in self._options.parts:
            answers = asking.ask(sessions, asked, self._options.rounds)
            self._answers[corpus.size] = answers
            title = f"Top 20 with snippets and exact count, {corpus.size:,} articles"
            _say(asking.report(title, answers, list(sessions)))
        if "typing" in self._options.parts:
            queries = self._queries(corpus)
            typed = asking.ask_typed(sessions, queries, most=self._options.typed)
            self._typed[corpus.size] = typed
            title = f"Typing {min(len(queries), self._options.typed)} queries"
            _say(asking.report_typed(f"{title}, {corpus.size:,} articles", typed))

    def _queries(self, corpus: Corpus) -> list[str]:
        """What is typed: the file that was named, a query a line; else by rule of the corpus."""
        file: Path | None = self._options.queries
        if file is None:
            return typed_queries(corpus)
        return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]

    def _place(self, engine: Engine, corpus: Corpus) -> Path:
        name = "".join(letter if letter.isalnum() else "-" for letter in engine.name.lower())
        return self._folder / f"{corpus.size}-{name}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("dump", type=Path, help="JSON lines of articles, also .gz and .xz")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 30_000])
    parser.add_argument("--queries", type=Path, help="what is typed, a query a line")
    parser.add_argument("--engines", nargs="+", choices=[each.name for each in ENGINES])
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--each", type=int, default=8, help="questions of a class")
    parser.add_argument("--rounds", type=int, default=3, help="times that each is asked")
    parser.add_argument("--typed", type=int, default=60, help="queries typed in process")
    parser.add_argument("--on-screen", type=int, default=10, help="queries typed on the pty")
    parser.add_argument("--runs", type=int, default=9, help="launches of the reader")
    parser.add_argument("--repeats", type=int, default=60, help="of a key that is held")
    parser.add_argument("--folder", type=Path, help="keep what is built here, and use it again")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
