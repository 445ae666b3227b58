"""How far the work is, as a value that the command line and the reader can tell a person."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Literal

What = Literal["idle", "taking in", "reading for quotes", "mending the index", "busy elsewhere"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` and `total` count files and rows while taking in, articles while reading for quotes.

    Of a dump it is known only at its end how many rows it has: `total` is an estimate until then,
    and `about` is set. `rate` is per second, `seconds_left` None while it cannot be told; `trouble`
    is a sentence when the work stopped.
    """

    what: What = "idle"
    done: int = 0
    total: int = 0
    rate: float = 0.0
    seconds_left: float | None = None
    trouble: str | None = None
    about: bool = False

    def to_line(self) -> str:
        """One line of JSON, for the pipe between the worker and the reader."""
        return json.dumps(asdict(self))

    @classmethod
    def from_line(cls, line: str) -> Progress:
        """Raises ValueError or TypeError for a line that `to_line` did not write."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Report:
    """What one taking in came to. `new` and `changed` are articles, `unchanged` are files.

    So are `moved`, which were known from where they stood before, and `vanished`, which are not
    there any more. `unread` are files, `bad_rows` are rows of dumps, counted from 1 ("a.csv, row
    7"), each with the reason why it could not be read.
    `stopped` is set when a person ended it; what had been taken in by then is kept.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    moved: int = 0
    vanished: int = 0
    unread: tuple[tuple[str, str], ...] = ()
    bad_rows: tuple[tuple[str, str], ...] = ()
    stopped: bool = False


Tell = Callable[[Progress], None]
Stop = Callable[[], bool]
Rest = Callable[[], bool]


def never() -> bool:
    """A `Stop` for work that is to be finished, a `Rest` for work that nobody is held up by."""
    return False


_OFTEN = 0.1  # seconds
_RECENT = 10.0
"""Seconds over which the rate is told: what came before was perhaps quicker or slower."""


@dataclass(slots=True)
class Pace:
    """Turns counts into progress with a rate, and tells it at most ten times a second."""

    what: What
    total: int
    tell: Tell
    done: int = 0
    about: bool = False
    _marks: deque[tuple[float, int]] = field(default_factory=deque)
    _skipped: int = 0
    _told: float = 0.0

    def __post_init__(self) -> None:
        self._marks.append((time.monotonic(), 0))
        self.tell(self.now())

    def step(self, count: int = 1) -> None:
        """So many more are done."""
        self.done += count
        moment = time.monotonic()
        if moment - self._told >= _OFTEN:
            self._told = moment
            self.tell(self.now())

    def skip(self, count: int) -> None:
        """So many were done before: they do not count for the rate."""
        self.done += count
        self._skipped += count

    def expect(self, total: int, *, about: bool) -> None:
        """So many are to be done, or `about` so many."""
        self.total, self.about = max(total, self.done), about

    def finish(self) -> None:
        """Tell how far it came."""
        if self.about:
            self.total, self.about = self.done, False
        self.tell(self.now())

    def now(self) -> Progress:
        moment = time.monotonic()
        worked = self.done - self._skipped
        since, before = self._marks[0]
        if moment - self._marks[-1][0] >= 1.0:
            self._marks.append((moment, worked))
        while len(self._marks) > 1 and moment - self._marks[1][0] >= _RECENT:
            self._marks.popleft()
        rate = (worked - before) / max(moment - since, 0.001)
        left = max(self.total - self.done, 0) / rate if rate else None
        return Progress(self.what, self.done, self.total, rate, left, about=self.about)
