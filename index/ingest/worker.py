"""The background worker, as a process of its own: `python -m index.ingest.worker FOLDER`.

It does what the archive still needs and ends; with folders to watch it stays, and takes in what
arrives in them. It is told things a line at a time on standard input: `read ID`, an article that
a person has opened; `rest`, that a person is at the keys and it should rest for a moment;
`take N PATHS` (a list in JSON), to take these in soon; `look`, that there is something to do for
the archive; `mend`, that its index is damaged. It tells its progress a line at a time on standard
output, and `took N` when that is done. When its standard input closes, the reader that started it
is gone, however that ended, and so the worker ends at once: what it committed stays.
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
from index.ingest.keeping_up import keep_up
from index.ingest.lock import wanted
from index.ingest.progress import Progress, Report, never
from index.ingest.terms import Terms
from index.ingest.watching import Watching
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
    told = _Told(damaged=arguments.mend)
    threading.Thread(target=told.listen, daemon=True).start()
    threading.Thread(target=_give_way, args=(folder,), daemon=True).start()
    manner = Manner(
        patient=False,
        again=True,
        hurry=told.opened,
        stop=lambda: wanted(folder),
        rest=told.pressed_just_now if arguments.give_way else never,
        arrivals=told,
    )
    terms = Terms.from_json(arguments.terms)
    read = not arguments.no_reading
    try:
        if arguments.watch:
            say = logging.getLogger(__name__).warning
            with Watching(arguments.watch, took=lambda *_: None, say=say, news=told.news) as watch:
                told.watch(watch)
                damaged = told.is_damaged
                keep_up(
                    *(folder, terms, _tell, manner, told),
                    stop=never,
                    read=read,
                    is_damaged=damaged,
                )
        else:
            work(folder, terms, (), _tell, manner, read=read, mend=told.is_damaged())
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
    """What the reader that started this worker tells it, and what arrives where it watches."""

    def __init__(self, *, damaged: bool) -> None:
        self.news = threading.Event()
        self._damaged = damaged
        self._pressed = float("-inf")
        self._opened: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._asked: queue.SimpleQueue[tuple[str, tuple[Path, ...]]] = queue.SimpleQueue()
        self._taking = ""
        self._watching: Watching | None = None
        self._to_do = True

    def watch(self, watching: Watching) -> None:
        """From now on what arrives there is to be taken in too."""
        self._watching = watching

    def wait(self) -> bool:
        """Whether there is something to do; if not, that takes a moment to say."""
        to_do, self._to_do = self._to_do, False
        if to_do or not self._asked.empty():
            return True
        return self._watching is not None and self._watching.wait()

    def is_damaged(self) -> bool:
        """Whether the index was found damaged since this was asked."""
        damaged, self._damaged = self._damaged, False
        return damaged

    def opened(self) -> str | None:
        """An article that a person has opened since."""
        return None if self._opened.empty() else self._opened.get()

    def pressed_just_now(self) -> bool:
        return time.monotonic() - self._pressed < _REST

    def next(self) -> Sequence[Path]:
        if not self._asked.empty():
            self._taking, paths = self._asked.get()
            return paths
        self._taking = ""
        return self._watching.next() if self._watching is not None else ()

    def taken(self, paths: Sequence[Path], report: Report) -> None:
        if not self._taking:
            if self._watching is not None:
                self._watching.taken(paths, report)
        elif not report.stopped:
            _say(f"took {self._taking}")
        elif self._watching is not None:  # else the next worker is told again
            self._asked.put((self._taking, tuple(paths)))

    def is_complete(self, path: Path, known: os.stat_result | None) -> bool:
        if self._taking or self._watching is None:
            return True
        return self._watching.is_complete(path, known)

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
                self.news.set()
            elif what in ("look", "mend"):
                self._damaged |= what == "mend"
                self._to_do = True
                self.news.set()
        # Not sys.exit: that would end this thread only. SQLite and the index stand a kill.
        os._exit(0)


def _give_way(folder: Path) -> None:
    """End over an article that takes long while a person's own command waits for the archive."""
    waited = 0.0
    while waited < _GRACE:
        time.sleep(0.2)
        holds = _last.what not in ("idle", "busy elsewhere")
        waited = waited + 0.2 if holds and wanted(folder) else 0.0
    os._exit(0)


_last = Progress("taking in")
"""What was told last; before that it may be at anything."""


def _tell(progress: Progress) -> None:
    global _last
    _last = progress
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
    parser.add_argument("--watch", type=Path, action="append")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
