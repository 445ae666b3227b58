"""How far the work is, as a value that the command line and the reader can tell a person."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

What = Literal["idle", "taking in", "reading for quotes", "mending the index", "busy elsewhere"]


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` and `total` count files while taking in, articles while reading for quotes.

    `rate` is per second, `seconds_left` None while it cannot be told. `unread` are the files
    that could not be read, each with a reason; `trouble` is a sentence when the work stopped.
    """

    what: What = "idle"
    done: int = 0
    total: int = 0
    rate: float = 0.0
    seconds_left: float | None = None
    unread: tuple[tuple[str, str], ...] = ()
    trouble: str | None = None

    def to_line(self) -> str:
        """One line of JSON, for the pipe between the worker and the reader."""
        return json.dumps(asdict(replace(self, unread=())))

    @classmethod
    def from_line(cls, line: str) -> Progress:
        """Raises ValueError or TypeError for a line that `to_line` did not write."""
        return cls(**{**json.loads(line), "unread": ()})


@dataclass(frozen=True, slots=True)
class Report:
    """What one taking in came to. Counts are articles, but for `unchanged` and `unread`: files.

    `stopped` is set when a person ended it; what had been taken in by then is kept.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    unread: tuple[tuple[str, str], ...] = ()
    stopped: bool = False


Tell = Callable[[Progress], None]
Stop = Callable[[], bool]


def never() -> bool:
    """A `Stop` for work that is to be finished."""
    return False


@dataclass(slots=True)
class Pace:
    """Turns counts into progress with a rate, and tells it at most ten times a second."""

    what: What
    total: int
    tell: Tell
    done: int = 0
    _began: float = field(default_factory=time.monotonic)
    _told: float = 0.0

    def step(self, count: int = 1) -> None:
        self.done += count
        moment = time.monotonic()
        if moment - self._told >= 0.1:
            self._told = moment
            self.tell(self.now())

    def now(self) -> Progress:
        rate = self.done / max(time.monotonic() - self._began, 0.001)
        left = (self.total - self.done) / rate if self.done else None
        return Progress(self.what, self.done, self.total, rate, left)
