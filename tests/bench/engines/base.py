"""What every engine that is measured can be asked for."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.corpus import Corpus
from tests.bench.measures import cpu_of_self_and_children
from tests.bench.questions import Question

ROWS = 20
"""Results that are shown, each with a snippet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the exact count, and the snippets of the first rows."""

    count: int
    rows: tuple[str, ...] = ()


@dataclass(slots=True)
class Clock:
    """Times one building. `launched` is when its process was started, by `time.monotonic`."""

    launched: float
    wall: float = 0.0
    cpu: float = 0.0
    first: float | None = None
    _began: tuple[float, float] = field(default=(0.0, 0.0))

    def start(self) -> None:
        self._began = time.perf_counter(), cpu_of_self_and_children()

    def stop(self) -> None:
        self.wall += time.perf_counter() - self._began[0]
        self.cpu += cpu_of_self_and_children() - self._began[1]

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Leave out what is not to be measured."""
        self.stop()
        yield
        self.start()

    def searchable(self) -> None:
        """Articles can be found now; the first call counts."""
        if self.first is None:
            self.first = time.monotonic() - self.launched


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes on disk: of the index alone, and of all that the engine needs to answer."""

    index: int
    everything: int


class Session(ABC):
    """An engine with its index open."""

    @abstractmethod
    def ask(self, question: Question) -> Answer | None:
        """The answer with snippets of the first rows; None for a class that the engine lacks."""

    def typed(self, letters: str) -> Answer | None:
        """What is shown after these letters of a query; None where nobody types into it."""
        return None

    @abstractmethod
    def close(self) -> None:
        """Let go of the index."""


class Engine(ABC):
    """One way to search a folder of articles.

    `most` bounds the corpora that it is given, None for no bound.
    """

    name: str
    most: int | None = None

    def missing(self) -> str | None:
        """A clause that says why it cannot be measured on this machine; None where it can."""
        return None

    @abstractmethod
    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        """Make the index of a corpus in an empty folder; the clock runs."""

    @abstractmethod
    def size(self, folder: Path) -> Size:
        """What was made takes on disk."""

    @abstractmethod
    def open(self, corpus: Corpus, folder: Path) -> Session | None:
        """Open what was built; None for one that is only measured in building."""


def bytes_below(folder: Path) -> int:
    """The sizes of all files below a folder together."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
