"""Watches files and folders: what arrives in them is taken in once it stands still."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from index.ingest.noticing import MISSING, Looking, Telling, can_tell, is_installed
from index.ingest.progress import Report
from index.ingest.settling import Settling, is_still
from index.readers.folders import finds
from index.readers.sidecars import beside, is_yaml

_ROOTS = 2.0
"""Seconds between looks whether what is watched is there, and the same as before."""
_OFTEN = 0.2
"""Seconds between looks whether what came stands still."""
_MANY = 4000
"""Changes told at once from which on some may have been lost: the system keeps only so many."""

Place = tuple[int, int] | None
"""Which file or folder stands at a path: its device and number; None for nothing."""


class Watching:
    """What is watched, from the opening to the closing. A context manager.

    At first, and whenever something may have been missed, `next` gives the watched paths
    themselves, to be looked at as a whole; else what has arrived in them. `took` is told of each
    taking in, `say` sentences on how it is watched. `news` is set when something happened.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        took: Callable[[Sequence[Path], Report], None],
        say: Callable[[str], None],
        news: threading.Event | None = None,
    ) -> None:
        self.news = news or threading.Event()
        self._paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100
        self._took = took
        self._say = say
        self._said: set[str] = set()
        self._noticed: queue.SimpleQueue[tuple[Path, ...]] = queue.SimpleQueue()
        self._settling = Settling()
        self._sources: list[Telling | Looking] = []
        self._places: dict[Path, Place] = dict.fromkeys(self._paths)
        self._looked = float("-inf")
        self._whole: set[Path] = set()
        self._ripe: dict[Path, None] = {}
        self._taking: Sequence[Path] = ()

    def __enter__(self) -> Watching:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def is_waited_for(self) -> bool:
        """Whether there is something to be taken in now."""
        self._look_at_roots()
        while not self._noticed.empty():
            told = self._noticed.get()
            if len(told) >= _MANY:
                self._whole.update(path for path in self._paths if self._places[path])
            for path in told:
                if self._is_watched(path):
                    self._settling.note(path)
        # Asked again: the page to which a folder belongs may have come after it.
        for path in filter(self._is_watched, self._settling.ripe()):
            # A sidecar that is gone: its files are read without it.
            is_gone = is_yaml(path) and not path.exists()
            self._ripe |= dict.fromkeys(beside(path) if is_gone else [path])
        return bool(self._whole or self._ripe or self._taking)

    def _is_watched(self, path: Path) -> bool:
        return any(finds(root, path) for root in self._paths)

    def wait(self) -> bool:
        """Whether there is something to be taken in; if not, that takes a moment to say."""
        if self.is_waited_for():
            return True
        self.news.wait(_OFTEN if self._settling else _ROOTS)
        self.news.clear()
        return False

    def next(self) -> Sequence[Path]:
        if not self.is_waited_for():
            return ()
        # What was given and not told of since was broken off.
        self._ripe |= dict.fromkeys(self._taking)
        if self._whole:
            self._taking = [path for path in self._paths if path in self._whole]
        else:
            self._taking = list(self._ripe)
            self._ripe = {}
        self._whole = set()
        return self._taking

    def taken(self, paths: Sequence[Path], report: Report) -> None:
        if not report.stopped:
            self._taking = ()
        self._took(paths, report)

    def is_complete(self, path: Path, known: os.stat_result | None) -> bool:
        if known is None:
            return False  # it came and went
        if is_still(known):
            return True
        self._settling.note(path)
        return False

    def _look_at_roots(self) -> None:
        """Begin to watch what is there, and again what has come back or been replaced."""
        moment = time.monotonic()
        if moment - self._looked < _ROOTS:
            return
        self._looked = moment
        now = {path: _place(path) for path in self._paths}
        if now == self._places and self._sources and not self._are_in_trouble():
            return
        came = {path for path in self._paths if now[path] and now[path] != self._places[path]}
        self._places = now
        self._watch([path for path in self._paths if now[path]])
        # Only now: what comes while it is looked at is noticed.
        self._whole |= came

    def _are_in_trouble(self) -> bool:
        return any(isinstance(each, Telling) and each.trouble for each in self._sources)

    def _watch(self, paths: Sequence[Path]) -> None:
        self._close()
        told = [path for path in paths if path.is_dir() and can_tell(path)]
        if told and not is_installed():
            self._tell(MISSING)
            told = []
        if told:
            telling = Telling(told, self._notice)
            self._sources.append(telling)
            if telling.trouble:
                self._tell(telling.trouble)
                telling.close()
                self._sources.clear()
                told = []
        if looked := [path for path in paths if path not in told]:
            self._sources.append(Looking(looked, self._notice))

    def _notice(self, paths: Iterable[Path]) -> None:
        self._noticed.put(tuple(paths))
        self.news.set()

    def _tell(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said.add(sentence)
            self._say(sentence)

    def _close(self) -> None:
        for source in self._sources:
            source.close()
        self._sources.clear()


def _place(path: Path) -> Place:
    with contextlib.suppress(OSError, ValueError):
        found = path.stat()
        # A file is replaced whenever it is saved: that is a change like any other.
        return (found.st_dev, found.st_ino) if path.is_dir() else (0, 0)
    return None
