"""Work in a thread, of which only the newest request counts."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.dom import DOMNode

if TYPE_CHECKING:
    from tui.app import DatelineApp

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

Stop = Callable[[], bool]
"""Tells the work that nobody waits for its answer any more."""


_SOON = 0.4  # seconds for which nobody wonders what is going on


async def patiently(app: DatelineApp, work: Callable[[], Answer], words: str) -> Answer:
    """Do work off the screen's thread; where it takes long, say so in these words meanwhile."""
    working = asyncio.ensure_future(asyncio.to_thread(work))
    done, _ = await asyncio.wait({working}, timeout=_SOON)
    if not done:
        app.say(words)
    return await working


class Latest(Generic[Asked, Answer]):
    """Answers requests one at a time off the screen's thread; an overtaken one is abandoned.

    At most one request is worked on and at most one waits, so that a key held down never
    queues up work. `work` is given the request and a `Stop` that turns true when a newer one is
    asked: it may then break off by any exception. `done` and `failed` are called on the
    screen's thread, for the newest request only.
    """

    def __init__(
        self,
        node: DOMNode,
        work: Callable[[Asked, Stop], Answer],
        done: Callable[[Asked, Answer], None],
        failed: Callable[[Asked, Exception], None],
    ) -> None:
        self._node = node
        self._work = work
        self._done = done
        self._failed = failed
        self._lock = threading.Lock()
        self._asked = 0
        self._waiting: tuple[int, Asked] | None = None
        self._busy = False

    def ask(self, request: Asked) -> None:
        """Want this answered, and nothing that was asked before."""
        with self._lock:
            self._asked += 1
            self._waiting = (self._asked, request)
            if self._busy:
                return
            self._busy = True
        self._node.run_worker(self._run, thread=True, exit_on_error=False)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy

    def forget(self) -> None:
        """Want none of the answers that are still to come."""
        with self._lock:
            self._asked += 1
            self._waiting = None

    def _run(self) -> None:
        while (waiting := self._next()) is not None:
            number, request = waiting
            try:
                answer = self._work(request, partial(self._overtaken, number))
            except Exception as error:  # told to the person by `failed`
                self._deliver(number, partial(self._failed, request, error))
            else:
                self._deliver(number, partial(self._done, request, answer))

    def _overtaken(self, number: int) -> bool:
        return number != self._asked

    def _next(self) -> tuple[int, Asked] | None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
            self._busy = waiting is not None
            return waiting

    def _deliver(self, number: int, tell: Callable[[], None]) -> None:
        def unless_overtaken() -> None:
            if not self._overtaken(number):
                tell()

        if not self._overtaken(number):
            self._node.call_later(unless_overtaken)
