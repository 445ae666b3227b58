"""Building each engine's index in a process of its own: time, size, memory, first found.

`python -m tests.bench.building ENGINE SIZE DUMP TEXTS TEXT_BYTES FOLDER LAUNCHED` builds one and
prints what the clock says, as JSON; `build` starts that and watches its memory meanwhile.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.engines import ENGINES, Engine, named
from tests.bench.engines.base import Clock, Size
from tests.bench.measures import memory_of_tree
from tests.bench.tables import NONE, number, ratio, table

_LOOK = 0.05
"""Seconds between looks at the memory of what builds."""
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Built:
    """One building. `wall`, `cpu` and `first` are seconds, `memory` the peak in MB.

    `first` counts from the start of the process, imports and all, until an article is found.
    """

    engine: str
    articles: int
    wall: float
    cpu: float
    first: float
    memory: float
    size: Size


def build(engine: Engine, corpus: Corpus, folder: Path) -> Built:
    """Build an index in an empty folder. Raises `CalledProcessError` with what it said."""
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "tests.bench.building", engine.name, str(corpus.size)]
    command += [str(corpus.dump), str(corpus.texts), str(corpus.text_bytes), str(folder)]
    with subprocess.Popen(
        [*command, repr(time.monotonic())],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, memory_of_tree(process.pid))
            time.sleep(_LOOK)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    told = json.loads(said.splitlines()[-1])
    return Built(
        engine.name,
        corpus.size,
        told["wall"],
        told["cpu"],
        told["first"],
        peak,
        engine.size(folder),
    )


def report(corpus: Corpus, built: list[Built]) -> str:
    """A table of one corpus' buildings, and how they stand to plain Whoosh's."""
    rates = {each.engine: each.articles / each.wall for each in built if each.wall > 0.001}
    base = rates.get("plain Whoosh")
    rows = [
        [
            each.engine,
            number(rates.get(each.engine)),
            ratio(rates.get(each.engine), base),
            number(each.wall),
            number(each.cpu),
            number(each.articles / each.cpu) if each.wall > 0.001 else NONE,
            number(each.first),
            number(each.memory),
            number(each.size.index / _MB) if each.size.index else NONE,
            ratio(each.size.index or None, corpus.text_bytes),
            number(each.size.everything / _MB) if each.size.everything else NONE,
        ]
        for each in built
    ]
    head = ["engine", "articles/s", "to Whoosh", "wall s", "CPU s", "a CPU s", "first found s"]
    head += ["peak MB", "index MB", "to text", "all MB"]
    text = number(corpus.text_bytes / _MB)
    return table(f"Building, {corpus.size:,} articles ({text} MB of text)", head, rows)


def main(arguments: list[str]) -> None:
    name, size, dump, texts, text_bytes, folder, launched = arguments
    corpus = Corpus(int(size), Path(dump), Path(texts), int(text_bytes))
    clock = Clock(float(launched))
    clock.start()
    named(name).build(corpus, Path(folder), clock)
    clock.stop()
    print(json.dumps({"wall": clock.wall, "cpu": clock.cpu, "first": clock.first}))


def measurable(corpus: Corpus, engines: list[Engine]) -> tuple[list[Engine], list[str]]:
    """Those that can be measured with this corpus, and a sentence on each that cannot."""
    able: list[Engine] = []
    notes: list[str] = []
    for engine in engines:
        if reason := engine.missing():
            notes.append(f"{engine.name} is not measured: {reason}.")
        elif engine.most is not None and corpus.size > engine.most:
            most = f"{engine.most:,}"
            notes.append(f"{engine.name} is given {most} articles at most; see that size.")
        else:
            able.append(engine)
    return able, notes


__all__ = ["ENGINES", "Built", "build", "measurable", "report"]

if __name__ == "__main__":
    main(sys.argv[1:])
