"""Files that came or changed, until they stand still: nothing is taken in half written."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.readers.folders import walk
from index.readers.passed_over import page_of
from index.readers.sidecars import beside, is_yaml

_STILL = 1.0
"""Seconds for which size and time of a file must stay as they are."""
_GONE = 3.0
"""Seconds after which what is gone is told of: by then what was moved stands elsewhere."""
_ALONE = 10.0
"""Seconds for which facts in YAML wait for the file that they are about, and what lies in a
folder as browsers make them for the page beside it."""

Known = tuple[int, int] | str
"""How a path was last found: size and time of a file, or what else it is."""

_NOTHING, _FOLDER = "nothing", "a folder"


@dataclass(frozen=True, slots=True)
class _Noted:
    known: Known
    since: float


class Settling:
    """What has come, changed or gone, each until it has stood still for a moment."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._noted: dict[Path, _Noted] = {}

    def __bool__(self) -> bool:
        return bool(self._noted)

    def note(self, path: Path) -> None:
        """Something happened to a path just now."""
        self._noted[path] = _Noted(_known(path), self._clock())

    def ripe(self) -> list[Path]:
        """What stands still by now, each once, by name.

        Of a folder that came these are the files below it, when they stand still in their turn.
        """
        moment = self._clock()
        found = [
            path
            for path, noted in list(self._noted.items())
            if moment - noted.since >= _STILL and self._is_ripe(path, noted, moment)
        ]
        return sorted(found)

    def _is_ripe(self, path: Path, noted: _Noted, moment: float) -> bool:
        known = _known(path)
        waited = moment - noted.since
        if known != noted.known:
            self._noted[path] = _Noted(known, moment)
            return False
        if known == _FOLDER:
            del self._noted[path]
            for each in () if path.is_symlink() else walk([path], trouble=lambda *_: None):
                if each not in self._noted:
                    self.note(each)
            return False
        if known == _NOTHING and waited < _GONE:
            return False
        if known != _NOTHING and waited < _ALONE and _may_belong(path):
            return False
        del self._noted[path]
        return True


def is_still(known: os.stat_result) -> bool:
    """Whether a file of this size and time was written last before a moment that is long enough.

    One that is dated after the present is no more said to be written at this moment.
    """
    return not 0 <= time.time() - known.st_mtime < _STILL


def _may_belong(path: Path) -> bool:
    """Whether a file may turn out to belong to another that is to come."""
    if is_yaml(path):
        return not beside(path)
    return any(page_of(folder.name) is not None for folder in path.parents)


def _known(path: Path) -> Known:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return _NOTHING
    if stat.S_ISDIR(found.st_mode):
        return _FOLDER
    return found.st_size, found.st_mtime_ns
