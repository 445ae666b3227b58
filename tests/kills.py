"""kill -9 at random moments of everything that writes, and what an archive is worth after it.

By hand: `python -m tests.kills 200` (and `--seed N` for the same moments again). Each round starts
one or two jobs as processes of their own, kills them at a random moment, and opens the archive
again: all that was committed must be there and be found, nothing that was begun may run on, and
the doctor must be content. The suite runs a few rounds (`tests/safety/test_kills.py`).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from index.archive import Archive, open_archive
from index.article import DatelineError
from index.config import Config, load_config, shipped
from index.store.database import FILE_NAME
from tests.terminal import surroundings

JOBS = ("add", "watch", "reader", "rebuild", "purge", "backup", "clip", "correct")
BESIDE = ("clip", "correct")
"""What a person does while something else goes on."""

_PATIENCE = 60.0
"""Seconds until what must end by itself has ended. It bounds a broken run."""


def story(number: int, version: int = 0) -> str:
    return (
        f"Council votes on item {number}\n\nLONDON, June {1 + number % 28} (Reuters) - The council "
        f"voted on item number{number} on Tuesday in version{version}.\n\n"
        f"“It was time,” chairman John Smith said. He said vote {number} was final.\n"
    )


@dataclass
class Kills:
    """An archive that is killed again and again, and what it must still hold."""

    home: Path
    seed: int
    rounds: int = 0
    known: set[str] = field(default_factory=set)
    purged: set[str] = field(default_factory=set)
    journal: int = 0
    done: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311
        self.news = self.home / "news"
        self.folder = self.home / "archive"
        self.news.mkdir()
        self.config = settings(self.folder)
        self._write_news(60)
        with open_archive(self.folder, self.config, start=True) as archive:
            archive.ingest.add([self.news], lambda _: None, read=False)
        self.look()

    def once(self, *jobs: str, longest: float = 6.0) -> None:
        """One round: start jobs, kill them, look."""
        self.rounds += 1
        chosen = list(jobs) or self._chosen()
        self._write_news(self.dice.randrange(5, 60))
        hurried = self.dice.random() < 0.6  # commits and merges then come thick and fast
        began = [self._start(job, hurried=hurried) for job in chosen]
        if self.dice.random() < 0.9:  # else while they load and open the archive
            for process in began:
                assert process.stdout is not None
                process.stdout.readline()
        time.sleep(self.dice.uniform(0.0, longest) ** 2 / longest)
        told = []
        for process in began:
            process.kill()  # it alone: what it has started must end without being told
        for process in began:
            out, err = process.communicate()
            told += out.splitlines()
            problem = err.strip()
            assert "Traceback" not in problem or process.returncode == -9, (chosen, problem)
        for job in chosen:
            self.done[job] = self.done.get(job, 0) + 1
        self._believe(told)
        self.look()

    def look(self) -> None:
        """All that was committed is there, is found and is sound, and nobody is left."""
        wait_for(lambda: not running(self.folder), "a process runs on")
        before = rows(self.folder)
        purged = purged_in(self.folder)
        assert self.purged <= purged, "a purge is lost"
        assert self.known - purged <= before[0], "articles are lost"
        assert self.journal <= before[1], "the journal is lost"
        with open_archive(self.folder, self.config) as archive:
            assert archive.search.find("council").count == archive.articles.count()
            found = set(archive.search.find("council").ids)
            assert found == set(archive.search.find("").ids)
            assert not found & purged, "what was purged is back"
            archive.ingest.add([], lambda _: None, read=False)  # goes on with a purge, if any
            wrong = [each.what for each in archive.doctor(thoroughly=True) if not each.ok]
            assert wrong == [], wrong
            left = {path.name for path in self.folder.iterdir()}
            assert not left & {"index.new", "index.old"}, left
            archive.clippings.all()
        after = rows(self.folder)
        assert before[0] <= after[0], "opening it lost articles"
        self.known = after[0]
        self.journal = after[1]

    def _believe(self, told: list[str]) -> None:
        """What a job has told, it had committed."""
        for line in told:
            what, _, value = line.partition(" ")
            if what == "journal":
                self.journal = max(self.journal, int(value))
            elif what == "purged":
                self.purged.add(value)

    def _chosen(self) -> list[str]:
        first = self.dice.choice(JOBS)
        return [first, *([self.dice.choice(BESIDE)] if self.dice.random() < 0.5 else [])]

    def _write_news(self, count: int) -> None:
        """New files, and new versions of some that are there."""
        there = len(list(self.news.iterdir()))
        for number in range(there, there + count):
            (self.news / f"{number:05}.txt").write_text(story(number))
        for number in self.dice.sample(range(there), min(there, 3)):
            (self.news / f"{number:05}.txt").write_text(story(number, self.rounds))

    def _start(self, job: str, *, hurried: bool) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.kills", "--job", job),
                *(["--hurried"] if hurried else []),
                *("--folder", str(self.folder), "--news", str(self.news)),
                *("--seed", str(self.dice.randrange(10**6))),
            ],
            env=surroundings(self.home) | {"PYTHONPATH": str(Path(__file__).parents[1])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


def settings(folder: Path) -> Config:
    return replace(load_config(shipped("config.yaml")), archive_folder=folder)


def rows(folder: Path) -> tuple[set[str], int]:
    """The ids of all articles in the store, and the length of the journal, by SQLite alone."""
    connection = sqlite3.connect(folder / FILE_NAME)
    ids = {row[0] for row in connection.execute("SELECT id FROM articles")}
    entries = int(connection.execute("SELECT count(*) FROM journal").fetchone()[0])
    connection.close()
    return ids, entries


def purged_in(folder: Path) -> set[str]:
    connection = sqlite3.connect(folder / FILE_NAME)
    ids = {row[0] for row in connection.execute("SELECT article FROM removed WHERE purged = 1")}
    connection.close()
    return ids


def running(folder: Path) -> list[int]:
    """The processes, but for this one, that name the archive or came from one that did."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        if int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            line = (entry / "cmdline").read_bytes()
            held = [str(handle.readlink()) for handle in (entry / "fd").iterdir()]
            if os.fsencode(folder) in line or any(str(folder) in file for file in held):
                found.append(int(entry.name))
    return found


def wait_for(holds: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)


def do(job: str, folder: Path, news: Path, dice: random.Random) -> None:
    """Do one job until it is killed. What it prints, it has committed."""
    with open_archive(folder, settings(folder)) as archive:
        tell("begun")
        while True:
            try:
                {
                    "add": lambda: archive.ingest.add([news], lambda _: None),
                    "watch": lambda: _watch(archive, news),
                    "reader": lambda: _read_on(archive),
                    "rebuild": lambda: archive.rebuild(lambda _: None),
                    "purge": lambda: _purge(archive, dice),
                    "backup": lambda: archive.backup(
                        folder.parent / "backup", lambda *_: None, overwrite=True
                    ),
                    "clip": lambda: _clip(archive, dice),
                    "correct": lambda: _correct(archive, dice),
                }[job]()
            except DatelineError as error:
                tell(f"said {error}")  # a lock that another holds, told as one
                time.sleep(0.05)


def tell(line: str) -> None:
    print(line, flush=True)


def _read_on(archive: Archive) -> None:
    """What a reader does: it looks, searches, and keeps its worker at work."""
    archive.ingest.start()
    archive.search.find("council")
    time.sleep(0.05)


def _watch(archive: Archive, news: Path) -> None:
    """What `dateline watch` does, until it is killed."""
    archive.ingest.watch([news], lambda _: None, took=lambda *_: None, say=tell, stop=lambda: False)


def _clip(archive: Archive, dice: random.Random) -> None:
    article = dice.choice(archive.search.find("").ids[:200])
    start = dice.randrange(60)
    archive.clippings.keep(article, start, start + dice.randrange(1, 30), note=str(dice.random()))
    tell(f"journal {rows(archive.folder)[1]}")


def _correct(archive: Archive, dice: random.Random) -> None:
    ids = archive.search.find("").ids[:200]
    removed = archive.removing.removed()
    dice.choice(
        [
            lambda: archive.removing.remove([dice.choice(ids)] if len(removed) < 20 else []),
            lambda: archive.searches.save(f"name {dice.randrange(5)}", f"council {dice.random()}"),
            archive.journal.undo,
            archive.journal.redo,
            *[lambda: _say_otherwise(archive, dice)] * 3,
        ]
    )()
    tell(f"journal {rows(archive.folder)[1]}")


def _say_otherwise(archive: Archive, dice: random.Random) -> None:
    """Correct an actor, a quote or the facts of what was read by now."""
    service = archive.corrections
    people = archive.people.actors()
    actors = [actor.id or 0 for actor in people]
    quotes = [q.id for a in archive.search.found("") for q in archive.articles.get(a).quotes][:50]
    if len(actors) < 2 or not quotes:
        return
    one, other, quote = dice.choice(actors), dice.choice(actors), dice.choice(quotes)
    said = {"date": f"2012-06-{dice.randrange(1, 29):02}", "title": f"Council {dice.random()}"}
    alias = next(actor.name for actor in people if actor.id == one)
    dice.choice(
        [
            lambda: service.merge([one], other, sure=True),
            lambda: service.rename(one, f"Jane Roe {dice.randrange(9)}", sure=True),
            lambda: service.split(one, alias, f"Jim Smith {dice.randrange(9)}"),
            lambda: service.reject(one),
            lambda: service.speaker(quote, dice.choice([None, "Jane Roe"])),
            lambda: service.no_quote(quote),
            *[lambda: archive.facts.correct(quote.partition(":")[0], said)] * 2,
        ]
    )()


def _purge(archive: Archive, dice: random.Random) -> None:
    ids = archive.search.find("").ids
    if len(ids) < 40:
        archive.ingest.add([archive.folder.parent / "news"], lambda _: None, read=False)
        return
    for each in archive.removing.purge([dice.choice(ids)], lambda _: None):
        tell(f"purged {each}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--job", choices=JOBS)
    parser.add_argument("--hurried", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--news", type=Path)
    given = parser.parse_args()
    if given.job:
        if given.hurried:
            from index.ingest import indexing, searchable, work

            indexing.COMMIT = searchable.COMMIT = 7
            work._SEARCHABLE = work._QUOTES_SEARCHABLE = (0.02, 0.02)
        do(given.job, given.folder, given.news, random.Random(given.seed))  # noqa: S311
        return
    with tempfile.TemporaryDirectory() as home:
        kills = Kills(Path(home), given.seed)
        for number in range(1, given.rounds + 1):
            kills.once()
            print(f"{number} of {given.rounds}: {len(kills.known)} articles, all well", flush=True)
        print(f"{kills.rounds} kills, {kills.rounds} good restarts: {kills.done}")


if __name__ == "__main__":
    main()
