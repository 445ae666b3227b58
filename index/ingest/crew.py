"""Work shared among processes: tasks out, results in, never more at once than memory holds.

Each process is one of our own, started anew and not forked, that ends when its standard input
closes: so none is left behind, however this one ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Generic, Protocol, TypeVar

from index.article import DatelineError
from index.ingest.hand import DONE, READY, SPENT, UNABLE, import_path, receive, send
from index.ingest.progress import Rest, Stop, never

_ATTEMPTS = 2
"""How often a task is tried whose process ends over it."""
_STARTS = 3
"""How often in a row a process may end before it can do anything."""
_MOMENT = 0.1
"""Seconds after which it is asked whether to stop, though no result has come."""
_WIDE = 1 << 20
"""Bytes of a pipe: the most that Linux lets anybody have."""
_MEMORY_MB = 500
"""What a process that reads for quotes may need."""
_MOST = 4
_MOST_WISHED = 64

T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)


class Job(Protocol[T_contra, R_co]):
    """What is to be done with each task. It is pickled to where that is done.

    A task may take `patience` seconds and its process `memory` bytes, each as much as it likes
    where that is None.
    """

    @property
    def patience(self) -> float | None: ...
    @property
    def memory(self) -> int | None: ...

    def start(self, *, expendable: bool) -> Callable[[T_contra], R_co]:
        """Load what it takes; the function that does a task.

        Where this process is not `expendable`, the function may raise `Elsewhere`.
        """


class Elsewhere(Exception):
    """A task is only to be done in a process that can be ended."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What a task came to that raised an exception, or ended its process every time.

    `spent` is a clause for a person where it took too long or too much memory.
    """

    why: str
    spent: str | None = None


def how_many(wished: int) -> int:
    """How many processes to use: as many as wished, or as this machine has room for where 0."""
    if wished:
        return min(wished, _MOST_WISHED)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, _MOST, _memory_mb() // _MEMORY_MB))


class Crew(Generic[T, R]):
    """Does tasks in `processes` processes of its own; with none, here.

    Each is given up to `ahead` tasks at once, so that it has some to do while this one is busy.
    With `helping` this process does tasks too when all the others have enough. A context manager:
    leaving it ends the processes, whatever they are at.
    """

    def __init__(self, job: Job[T, R], processes: int, *, ahead: int, helping: bool) -> None:
        self.stopped = False
        self._job = job
        self._ahead = ahead
        self._helping = helping or not processes
        self._work: Callable[[T], R] | None = None
        self._hands: list[_Hand[T, R]] = []
        self._most_hands = processes + 1
        self._selector = selectors.DefaultSelector()
        for _ in range(processes):
            self._one_more()

    def results(
        self, tasks: Iterator[T], *, ordered: bool, stop: Stop, rest: Rest = never
    ) -> Iterator[tuple[T, R | Failed]]:
        """Every task with its result: in the order of the tasks, or as they are done.

        Tasks are asked for only when there is somebody to do them, so that what is to be done
        next may be decided late. `stop` is asked before every result, and while none comes; when
        it says so, `stopped` is set, and what is under way is lost. While `rest` says so no task
        is begun. Raises `DatelineError` when no task can be done.
        """
        waiting: deque[_Task[T, R]] = deque()
        ended = False
        while True:
            resting = rest()
            while not (ended or resting) and (hand := self._idle()) is not None:
                try:
                    task = _Task[T, R](next(tasks))
                except StopIteration:
                    ended = True
                else:
                    hand.give(task)
                    waiting.append(task)
            self._collect(wait=False)
            if not self._ready(waiting, ordered=ordered):
                if self._helping and not (ended or resting) and len(waiting) < self._most:
                    try:
                        task = _Task[T, R](next(tasks))
                    except StopIteration:
                        ended = True
                    else:
                        waiting.append(task)
                        self._do(task)
                elif waiting or not ended:
                    self._collect(wait=True)
                    if not self._ready(waiting, ordered=ordered):
                        if stop():
                            self.stopped = True
                            return
                        continue
            for result in self._take(waiting, ordered=ordered):
                if stop():
                    self.stopped = True
                    return
                yield result
            if ended and not waiting:
                return

    def close(self) -> None:
        for hand in self._hands:
            hand.close()
        self._hands.clear()
        self._selector.close()

    def __enter__(self) -> Crew[T, R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def _most(self) -> int:
        """Tasks that may be under way, or done and waiting for one before them."""
        return 2 * self._ahead * (len(self._hands) + 1)

    def _idle(self) -> _Hand[T, R] | None:
        ready = [hand for hand in self._hands if hand.ready and len(hand.tasks) < self._ahead]
        return min(ready, key=lambda hand: len(hand.tasks), default=None)

    def _do(self, task: _Task[T, R]) -> None:
        """Do a task here; one that is not to be done here is given to another process."""
        if self._work is None:
            self._work = self._job.start(expendable=False)
        try:
            task.result = self._work(task.task)
        except DatelineError:
            raise
        except Elsewhere:
            # This process, which does not do such tasks, makes room for another that does.
            if len(self._hands) < self._most_hands:
                self._one_more()
            min(self._hands, key=lambda hand: len(hand.tasks)).give(task)
        except Exception as error:
            task.result = Failed(f"{type(error).__name__}: {error}")

    def _one_more(self) -> None:
        hand = _Hand(self._job)
        self._hands.append(hand)
        self._selector.register(hand.answers, selectors.EVENT_READ, hand)

    def _anew(self, hand: _Hand[T, R]) -> None:
        self._selector.unregister(hand.answers)
        hand.again()
        self._selector.register(hand.answers, selectors.EVENT_READ, hand)

    def _collect(self, *, wait: bool) -> None:
        """Take the answers that are there; with `wait`, those that come in a moment."""
        for key, _ in self._selector.select(_MOMENT if wait else 0):
            hand: _Hand[T, R] = key.data
            try:
                hand.take()
            except EOFError:
                self._anew(hand)
        for hand in self._hands:
            if hand.is_overdue():
                hand.give_up()
                self._anew(hand)

    @staticmethod
    def _ready(waiting: deque[_Task[T, R]], *, ordered: bool) -> bool:
        looked_at = list(waiting)[:1] if ordered else waiting
        return any(task.result is not None for task in looked_at)

    @staticmethod
    def _take(waiting: deque[_Task[T, R]], *, ordered: bool) -> Iterator[tuple[T, R | Failed]]:
        if ordered:
            while waiting and waiting[0].result is not None:
                task = waiting.popleft()
                if task.result is not None:
                    yield task.task, task.result
            return
        done = [task for task in waiting if task.result is not None]
        for task in done:
            waiting.remove(task)
        for task in done:
            if task.result is not None:
                yield task.task, task.result


class _Task(Generic[T, R]):
    def __init__(self, task: T) -> None:
        self.task = task
        self.result: R | Failed | None = None
        self.attempts = 0


class _Hand(Generic[T, R]):
    """One process, and what it has been given and has not answered."""

    def __init__(self, job: Job[T, R]) -> None:
        self._job = job
        self.tasks: deque[_Task[T, R]] = deque()
        self.ready = False
        self._careful = False
        self._starts = 0
        self._since = 0.0
        self._process = self._started()

    @property
    def answers(self) -> int:
        """The pipe that its answers come out of."""
        return _pipe(self._process.stdout)

    def give(self, task: _Task[T, R]) -> None:
        if not self.tasks:
            self._since = time.monotonic()
        self.tasks.append(task)
        if not self._careful or len(self.tasks) == 1:
            self._tell(task.task)

    def take(self) -> None:
        """The answer to the first of its tasks.

        Raises `EOFError` if the process has ended, `DatelineError` if it cannot do any task.
        """
        what, answer = receive(self.answers)
        if what == UNABLE:
            raise DatelineError(answer)
        if what == READY:
            self.ready = True
            self._starts = 0
            self._since = time.monotonic()
            return
        self._since = time.monotonic()
        self.tasks.popleft().result = _result(what, answer)
        if self._careful and self.tasks:
            self._tell(self.tasks[0].task)

    def is_overdue(self) -> bool:
        """Whether the task that it is at takes longer than one may."""
        patience = self._job.patience
        if patience is None or not (self.ready and self.tasks):
            return False
        return time.monotonic() - self._since > patience

    def give_up(self) -> None:
        """Let the task that it is at be failed: it took too long."""
        took = f"reading it took longer than {self._job.patience:g} s"
        self.tasks.popleft().result = Failed(took, took)
        # That its process is ended over it is the fault of no other task.
        self.ready = False

    def again(self) -> None:
        """Start anew after the process ended over one of its tasks, or in the middle of nothing.

        Answers may have gone with it, so that it is not known which task that was: from now on
        it is given one at a time. Raises `DatelineError` if it does not even start.
        """
        self.close()
        if self.tasks and self.ready and self._careful:
            self.tasks[0].attempts += 1
            if self.tasks[0].attempts >= _ATTEMPTS:
                self.tasks.popleft().result = Failed("the process that was at it ended")
        self._starts += 1
        self.ready, self._careful = False, True
        if self._starts >= _STARTS:
            raise DatelineError(
                "A process that Dateline started for this work ended again and again, perhaps "
                "for want of memory. Nothing is lost; `processes: 1` in config.yaml does without."
            )
        self._process = self._started()
        if self.tasks:
            self._tell(self.tasks[0].task)

    def close(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _tell(self, value: object) -> None:
        # A process that has ended is found out when its answer is waited for.
        with contextlib.suppress(OSError):
            send(_pipe(self._process.stdin), value)

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            # Without -P an `index` folder where this was started would be run instead.
            [sys.executable, "-P", "-m", "index.ingest.hand"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": import_path()},
            # Ctrl+C in the terminal is for the process that started this one.
            start_new_session=True,
        )
        for pipe in (process.stdin, process.stdout):
            _widen(_pipe(pipe))
        self._process = process
        self._tell(self._job)
        return process


def _result(what: str, answer: R) -> R | Failed:
    if what == DONE:
        return answer
    return Failed(str(answer), str(answer) if what == SPENT else None)


def _widen(pipe: int) -> None:
    """Let a pipe hold some tasks or answers as a whole, where the system can.

    Else both processes hand each over in many small pieces, and wait for each other meanwhile.
    """
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _WIDE)


def _pipe(pipe: IO[bytes] | None) -> int:
    if pipe is None:
        raise ValueError("started without its pipes")
    return pipe.fileno()


def _memory_mb() -> int:
    """Memory that is there to be used, in units of 1024 × 1024 bytes, as far as that is known."""
    try:
        told = Path("/proc/meminfo").read_text(encoding="ascii")
        return int(told.split("MemAvailable:")[1].split()[0]) // 1024
    except (OSError, ValueError, IndexError):
        return _MOST * _MEMORY_MB
