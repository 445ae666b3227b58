"""ripgrep over a folder of text files: no index, no order of relevance, always right."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.engines.base import ROWS, Answer, Clock, Engine, Session, Size
from tests.bench.questions import NEAR, Question


class Ripgrep(Engine):
    """Finds spellings, not words in all their forms. The snippet is the first line that matches."""

    name = "ripgrep"

    def missing(self) -> str | None:
        return None if shutil.which("rg") else "there is no rg on this machine"

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        """Nothing is built: the files stand there."""
        clock.searchable()

    def size(self, folder: Path) -> Size:
        return Size(0, 0)

    def open(self, corpus: Corpus, folder: Path) -> Session:
        return _RipgrepSession(corpus.texts)


class _RipgrepSession(Session):
    def __init__(self, texts: Path) -> None:
        self._texts = str(texts)

    def ask(self, question: Question) -> Answer | None:
        patterns = _patterns(question)
        if patterns is None:
            return None
        *before, last = patterns
        where = [self._texts]
        for pattern in before:
            # Of two words the files with the first are handed on to the search for the second.
            where = self._run("--files-with-matches", pattern, where)
            if not where:
                return Answer(0)
        rows = self._run("--max-count=1", last, where)
        return Answer(len(rows), () if question.kind == "exact count" else tuple(rows[:ROWS]))

    def _run(self, how: str, pattern: str, where: list[str]) -> list[str]:
        options = ["--ignore-case", "--no-heading", "--no-line-number", "--multiline", how]
        command = ["rg", *options, "--regexp", pattern]
        if where == [self._texts]:
            ended = subprocess.run([*command, *where], capture_output=True, text=True, check=False)
        else:
            ended = subprocess.run(
                ["xargs", "--null", *command, "--with-filename"],
                input="\0".join(where),
                capture_output=True,
                text=True,
                check=False,
            )
        return ended.stdout.splitlines()

    def close(self) -> None:
        """Every question was a process of its own."""


def _patterns(question: Question) -> list[str] | None:
    """The question as regular expressions that all must match; None for what cannot be one."""
    words = [rf"\b{re.escape(word)}\b" for word in question.words]
    match question.kind:
        case "phrase" | "stop-word phrase":
            return [r"\W+".join(words)]
        case "proximity":
            first, second = words
            between = rf"\W+(\w+\W+){{0,{NEAR - 1}}}?"
            return [f"{first}{between}{second}|{second}{between}{first}"]
        case "prefix":
            return [rf"\b{re.escape(question.words[0])}\w*"]
        case "wildcard":
            inside = re.escape(question.pattern).replace(r"\?", r"\w").replace(r"\*", r"\w*")
            return [rf"\b{inside}\b"]
        case "fuzzy" | "field and dates" | "sorted by date" | "facets":
            return None
        case _:
            return words
