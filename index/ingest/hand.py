"""One of the processes that do the work of a `crew`: `python -m index.ingest.hand`.

The first thing that it is told is the job; then come tasks, each of which it answers, in order.
When its standard input closes, whoever started it is gone, however that ended, and so it ends at
once, also in the middle of a task.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import resource
import struct
import sys
import threading
from pathlib import Path
from typing import Any

import index
from index.article import DatelineError

READY, DONE, FAILED, SPENT, UNABLE = "ready", "done", "failed", "spent", "unable"
"""What an answer is: that tasks can be done; a result; why there is none; that it would take too
much memory; why there will be none."""

_HEAD = struct.Struct("<Q")
_CHUNK = 1 << 20
_SWITCH = 0.0005
"""Seconds after which a thread lets another go on."""


def import_path() -> str:
    """Where this very `index` package stands, before whatever the person's own path says."""
    root = str(Path(index.__file__).parent.parent)
    own = os.environ.get("PYTHONPATH")
    return f"{root}{os.pathsep}{own}" if own else root


def send(pipe: int, value: object) -> None:
    """Write one value into a pipe. Raises `OSError` where nobody reads it any more."""
    _write(pipe, packed(value))


def packed(value: object) -> bytes:
    """A value as it goes through a pipe."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(len(data)) + data


def _write(pipe: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(pipe, left) :]


def receive(pipe: int) -> Any:
    """The next value out of a pipe between this process and its own. Raises `EOFError`.

    Nothing beyond it is read, so that whether there is more can be asked of the pipe.
    """
    size = _HEAD.unpack(_exactly(pipe, _HEAD.size))[0]
    return pickle.loads(_exactly(pipe, size))  # noqa: S301 - what our own process wrote


def _exactly(pipe: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(pipe, min(size, _CHUNK))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def main() -> None:
    _give_way()
    # The threads that take tasks and give answers need a moment each, and soon.
    sys.setswitchinterval(_SWITCH)
    incoming = sys.stdin.fileno()
    # What a library prints must not get among the answers.
    outgoing = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    job = receive(incoming)
    tasks: queue.SimpleQueue[object] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, tasks), daemon=True).start()
    answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    try:
        _bound(job.memory)
        work = job.start(expendable=True)
    except DatelineError as error:
        _write(outgoing, packed((UNABLE, str(error))))
        return
    # Said before anything is begun that may end this process.
    _write(outgoing, packed((READY, None)))
    threading.Thread(target=_tell, args=(outgoing, answers), daemon=True).start()
    while True:
        task = tasks.get()
        try:
            answer: tuple[str, object] = (DONE, work(task))
        except DatelineError as error:
            answer = (UNABLE, str(error))
        except MemoryError:
            answer = (SPENT, "reading it takes too much memory")
        except RecursionError:
            answer = (SPENT, "nested too deeply")
        except Exception as error:
            answer = (FAILED, f"{type(error).__name__}: {error}")
        answers.put(packed(answer))


def _bound(memory: int | None) -> None:
    """Let this process have no more than so many bytes for its data."""
    if memory is not None and hasattr(resource, "RLIMIT_DATA"):
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _give_way() -> None:
    """Where the process that started this one gives way to others, run only when none would.

    Nobody ever waits for this one, since it holds no lock: so it may give way altogether.
    """
    if hasattr(os, "SCHED_IDLE") and os.nice(0) > 0:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _tell(outgoing: int, answers: queue.SimpleQueue[bytes]) -> None:
    # A thread of its own, so that the next task is begun while nobody takes the answer.
    try:
        while True:
            _write(outgoing, answers.get())
    except OSError:
        os._exit(0)


def _listen(incoming: int, tasks: queue.SimpleQueue[object]) -> None:
    # A thread of its own, so that neither side ever waits for the other to take something.
    try:
        while True:
            tasks.put(receive(incoming))
    except EOFError:
        # Not sys.exit: that would end this thread only.
        os._exit(0)


if __name__ == "__main__":
    main()
