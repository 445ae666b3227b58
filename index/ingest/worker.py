"""The background worker, as a process of its own: `python -m index.ingest.worker FOLDER`.

It does what the archive still needs and ends. It is told things a line at a time on standard
input: `read ID`, an article that a person has opened; `rest`, that a person is at the keys and
it should rest for a moment; `take N PATHS` (a list in JSON), to take these in soon. It tells its
progress a line at a time on standard output, and `took N` when that is done. When its standard
input closes, the reader that started it is gone, however that ended, and so the worker ends at
once: what it committed stays.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import queue
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from index.article import ArchiveBusy, DatelineError
from index.ingest.lock import wanted
from index.ingest.progress import Progress, Report, never
from index.ingest.terms import Terms
from index.ingest.work import Manner, work

LOG = "dateline.log"

_REST = 0.5
"""Seconds without a key after which it goes on."""
_GRACE = 3.0
"""Seconds in which the worker may finish what it is at before it gives way."""


def main() -> int:
    arguments = _arguments()
    folder: Path = arguments.folder
    logging.basicConfig(filename=folder / LOG, level=logging.WARNING)
    if arguments.give_way:
        os.nice(10)
    told = _Told()
    threading.Thread(target=told.listen, daemon=True).start()
    threading.Thread(target=_give_way, args=(folder,), daemon=True).start()
    manner = Manner(
        patient=False,
        hurry=told.opened,
        stop=lambda: wanted(folder),
        rest=told.pressed_just_now if arguments.give_way else never,
        arrivals=told,
    )
    try:
        work(
            folder,
            Terms.from_json(arguments.terms),
            (),
            _tell,
            manner,
            read=not arguments.no_reading,
            mend=arguments.mend,
        )
    except ArchiveBusy:
        _tell(Progress("busy elsewhere"))
    except DatelineError as error:
        _tell(Progress("idle", trouble=str(error)))
        return 3
    except Exception:
        logging.getLogger(__name__).exception("the worker stopped")
        _tell(
            Progress(
                "idle",
                trouble="Reading stopped over an error of Dateline's own; nothing is lost. "
                f"Details are in {folder / LOG}.",
            )
        )
        return 3
    return 0


class _Told:
    """What the reader that started this worker tells it."""

    def __init__(self) -> None:
        self._pressed = float("-inf")
        self._opened: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._asked: queue.SimpleQueue[tuple[str, tuple[Path, ...]]] = queue.SimpleQueue()
        self._taking = ""

    def opened(self) -> str | None:
        """An article that a person has opened since."""
        return None if self._opened.empty() else self._opened.get()

    def pressed_just_now(self) -> bool:
        return time.monotonic() - self._pressed < _REST

    def next(self) -> Sequence[Path]:
        if self._asked.empty():
            return ()
        self._taking, paths = self._asked.get()
        return paths

    def taken(self, paths: Sequence[Path], report: Report) -> None:
        if not report.stopped:  # else the next worker is told again
            _say(f"took {self._taking}")

    def listen(self) -> None:
        for line in sys.stdin:
            what, _, value = line.strip().partition(" ")
            if what == "rest":
                self._pressed = time.monotonic()
            elif what == "read":
                self._opened.put(value)
            elif what == "take":
                number, _, paths = value.partition(" ")
                self._asked.put((number, tuple(map(Path, json.loads(paths)))))
        # Not sys.exit: that would end this thread only. SQLite and the index stand a kill.
        os._exit(0)


def _give_way(folder: Path) -> None:
    """End over an article that takes long while a person's own command waits for the archive."""
    waited = 0.0
    while waited < _GRACE:
        time.sleep(0.2)
        waited = waited + 0.2 if wanted(folder) else 0.0
    os._exit(0)


def _tell(progress: Progress) -> None:
    _say(progress.to_line())


def _say(line: str) -> None:
    try:
        print(line, flush=True)
    except BrokenPipeError:
        os._exit(0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--terms", required=True)
    parser.add_argument("--give-way", action="store_true")
    parser.add_argument("--mend", action="store_true")
    parser.add_argument("--no-reading", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
