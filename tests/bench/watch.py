"""A program on a pty, every byte of it noted with the moment at which it came.

The screen is drawn from the notes only afterwards, so that drawing it costs no time while it is
measured: what a person sees, and when.
"""

from __future__ import annotations

import os
import select
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pexpect
import pyte

from tests.terminal import surroundings

COLUMNS, ROWS = 120, 40
_PATIENCE = 60.0

Sight = Callable[[Sequence[str]], bool]
"""Whether something stands in the lines of a screen."""


class Watch:
    """Runs a command on a pty of 120 columns and 40 rows. `launched` is when it was started."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self.launched = time.perf_counter()
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(ROWS, COLUMNS),
            env=surroundings(home) | {"PYTHONDONTWRITEBYTECODE": ""},
            cwd=str(home),
        )
        self._notes: list[tuple[float, bytes]] = []

    @property
    def process(self) -> int:
        """Its process id."""
        return int(self._child.pid)

    @property
    def received(self) -> int:
        """Bytes that have come so far."""
        return sum(len(data) for _, data in self._notes)

    def press(self, keys: str) -> float:
        """Send keys; the moment at which they were sent."""
        moment = time.perf_counter()
        os.write(self._child.child_fd, keys.encode())
        return moment

    def wait(self, seconds: float) -> None:
        """Take in what comes for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._take(left)

    def settle(self, quiet: float, most: float) -> float:
        """Take in what comes until it has been quiet for so long; when the last byte came."""
        began = last = time.perf_counter()
        while (now := time.perf_counter()) - last < quiet and now - began < most:
            if self._take(quiet):
                last = self._notes[-1][0]
        return last

    def until(self, seen: Sight) -> float:
        """Take in what comes until something stands on the screen; when it came.

        Raises `RuntimeError` where it is not there after a minute.
        """
        end = time.perf_counter() + _PATIENCE
        while time.perf_counter() < end:
            (moment,) = self.moments([(0.0, seen)])
            if moment is not None:
                return moment
            self.wait(0.1)
        raise RuntimeError("\n".join(["what was waited for is not on its screen:", *self.screen()]))

    def moments(self, sights: Sequence[tuple[float, Sight]]) -> list[float | None]:
        """For each moment and sight, in order of time, when after it that was first seen."""
        found: list[float | None] = [None] * len(sights)
        for moment, lines in self._replayed():
            for at, (after, seen) in enumerate(sights):
                if found[at] is None and moment >= after and seen(lines):
                    found[at] = moment
        return found

    def screen(self) -> list[str]:
        """What stands on the screen now, line by line."""
        return [lines for _, lines in self._replayed()][-1] if self._notes else []

    def _replayed(self) -> Iterator[tuple[float, list[str]]]:
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        for moment, data in self._notes:
            stream.feed(data)
            yield moment, list(screen.display)

    def _take(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._child.child_fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._child.child_fd, 65536)
        except OSError:  # the other end of the pty is closed
            data = b""
        if not data:
            raise RuntimeError("\n".join(["it ended with this on its screen:", *self.screen()]))
        self._notes.append((time.perf_counter(), data))
        return True

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)
