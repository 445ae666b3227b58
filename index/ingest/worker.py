"""The background worker, as a process of its own: `python -m index.ingest.worker FOLDER`.

It does what the archive still needs and ends. It is told things a line at a time on standard
input: the id of an article that a person has opened; an empty line, that a person is at the
keys and it should rest for a moment. It tells its progress a line at a time on standard output.
When its standard input closes, the reader that started it is gone, however that ended, and so
the worker ends at once: what it committed stays.
"""

from __future__ import annotations

import argparse
import logging
import os
import queue
import sys
import threading
import time
from pathlib import Path

from index.article import ArchiveBusy, DatelineError
from index.ingest.lock import wanted
from index.ingest.progress import Progress, never
from index.ingest.terms import Terms
from index.ingest.work import work

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
    opened: queue.SimpleQueue[str] = queue.SimpleQueue()
    keys = _Keys()
    threading.Thread(target=_listen, args=(opened, keys), daemon=True).start()
    threading.Thread(target=_give_way, args=(folder,), daemon=True).start()
    try:
        work(
            folder,
            Terms.from_json(arguments.terms),
            (),
            _tell,
            patient=False,
            read=not arguments.no_reading,
            mend=arguments.mend,
            hurry=lambda: None if opened.empty() else opened.get(),
            stop=lambda: wanted(folder),
            rest=keys.pressed_just_now if arguments.give_way else never,
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


class _Keys:
    """When a person last pressed a key."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def press(self) -> None:
        self._last = time.monotonic()

    def pressed_just_now(self) -> bool:
        return time.monotonic() - self._last < _REST


def _listen(opened: queue.SimpleQueue[str], keys: _Keys) -> None:
    for line in sys.stdin:
        if article := line.strip():
            opened.put(article)
        else:
            keys.press()
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
    try:
        print(progress.to_line(), flush=True)
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
