"""Recoll's command line (Debian's recollcmd): Xapian over a folder of text files."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.engines.base import ROWS, Answer, Clock, Engine, Session, Size, bytes_below
from tests.bench.questions import NEAR, Question


class Recoll(Engine):
    """Every question starts `recollq` anew, which is how its command line is used."""

    name = "recollcmd"

    def missing(self) -> str | None:
        absent = [tool for tool in ("recollindex", "recollq") if not shutil.which(tool)]
        return f"there is no {' and no '.join(absent)} on this machine" if absent else None

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        # The spelling dictionary apart, which asks for other programs, all is as it comes.
        (folder / "recoll.conf").write_text(f"topdirs = {corpus.texts}\nnoaspell = 1\n")
        command = ["recollindex", "-c", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        clock.searchable()

    def size(self, folder: Path) -> Size:
        """Recoll keeps a copy of the texts in its database, for the snippets."""
        stored = bytes_below(folder)
        return Size(stored, stored)

    def open(self, corpus: Corpus, folder: Path) -> Session:
        return _RecollSession(folder)


class _RecollSession(Session):
    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def ask(self, question: Question) -> Answer | None:
        typed = _typed(question)
        if typed is None:
            return None
        command = ["recollq", "-c", self._folder, "-n", str(ROWS), "-A"]
        if question.kind == "sorted by date":
            command += ["-S", "mtime", "-D"]
        if question.kind == "exact count":
            command = ["recollq", "-c", self._folder, "-n", "1"]
        ended = subprocess.run([*command, typed], capture_output=True, text=True, check=False)
        counted = [line for line in ended.stdout.splitlines() if "results" in line[:40]]
        count = int(counted[0].split()[0]) if counted and counted[0].split()[0].isdigit() else 0
        return Answer(count, tuple(ended.stdout.split("ABSTRACT")[1:]))

    def close(self) -> None:
        """Every question was a process of its own."""


def _typed(question: Question) -> str | None:
    """The question in Recoll's language; None for what it has no words for."""
    together = " ".join(question.words)
    match question.kind:
        case "fuzzy" | "facets" | "field and dates":
            return None
        case "phrase" | "stop-word phrase":
            return f'"{together}"'
        case "proximity":
            return f'"{together}"p{NEAR - 1}'
        case "prefix":
            return f"{together}*"
        case "wildcard":
            return question.pattern
        case _:
            return together
