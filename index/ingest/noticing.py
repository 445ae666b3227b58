"""How it is noticed that something came: the system tells of it, or one looks now and then."""

from __future__ import annotations

import importlib.util
import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from index.readers.folders import walk

Notice = Callable[[Iterable[Path]], None]
"""Is told what came, changed or is gone. It may be called in any thread."""

_READY = 500
"""Milliseconds after which one that tells is taken to have begun to."""
_GATHER = 400
"""Milliseconds for which changes are gathered before they are told, while more come."""

_LOOK = 2.0
"""Seconds between two looks at everything."""
_SHARE = 20
"""How many times as long as a look takes it is waited until the next, at least."""

_REMOTE = frozenset(
    "nfs nfs4 cifs smb2 smb3 smbfs ncpfs 9p afs ceph glusterfs lustre vboxsf vmhgfs drvfs".split()
)
"""File systems of which others may write to the files: this system is not told of it."""

MISSING = (
    "What arrives is looked for every few seconds; `pip install 'dateline[watch]'` makes it "
    "noticed at once."
)
_TOO_MANY = (
    "This system cannot tell of changes in so many folders (fs.inotify.max_user_watches says in "
    "how many), so what arrives is looked for every few seconds."
)


class Telling:
    """The system tells of what happens below some folders."""

    def __init__(self, folders: Sequence[Path], notice: Notice) -> None:
        self._folders = folders
        self._notice = notice
        self._stop = threading.Event()
        self._begun = threading.Event()
        self.trouble: str | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        self._begun.wait()

    def close(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        from watchfiles import watch

        try:
            for changes in watch(
                *self._folders,
                watch_filter=None,
                debounce=_GATHER,
                stop_event=self._stop,
                rust_timeout=_READY,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=False,
                ignore_permission_denied=True,
            ):
                self._begun.set()
                if changes:
                    self._notice({Path(path) for _, path in changes})
        except (OSError, RuntimeError):
            self.trouble = _TOO_MANY
        finally:
            self._begun.set()


class Looking:
    """One looks at all files now and then, and compares."""

    def __init__(self, paths: Sequence[Path], notice: Notice) -> None:
        self._paths = paths
        self._notice = notice
        self._stop = threading.Event()
        self._known = {path: self._look(path) for path in paths}
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        pause = _LOOK
        while not self._stop.wait(pause):
            began = time.monotonic()
            for path in self._paths:
                now = self._look(path)
                # Of what is not there at all nothing is said: a drive may have been taken out.
                if now is None:
                    continue
                if told := _differing(self._known[path] or {}, now):
                    self._notice(told)
                self._known[path] = now
            pause = max(_LOOK, _SHARE * (time.monotonic() - began))

    def _look(self, path: Path) -> dict[Path, tuple[int, int]] | None:
        if not os.path.lexists(path):
            return None
        found = {}
        for each in walk([path], trouble=lambda *_: None):
            if self._stop.is_set():
                break
            try:
                known = each.stat()
            except (OSError, ValueError):
                continue
            found[each] = known.st_size, known.st_mtime_ns
        return found


def can_tell(folder: Path) -> bool:
    """Whether this system is told of all that happens in a folder."""
    forced = os.environ.get("WATCHFILES_FORCE_POLLING", "false").lower()
    return forced in ("", "false", "disable", "disabled") and _kind_of(folder) not in _REMOTE


def is_installed() -> bool:
    """Whether the library is there that a system tells of changes by."""
    return importlib.util.find_spec("watchfiles") is not None


def _differing(before: dict[Path, tuple[int, int]], now: dict[Path, tuple[int, int]]) -> list[Path]:
    return [path for path in {**before, **now} if before.get(path) != now.get(path)]


def _kind_of(folder: Path) -> str:
    """The sort of file system that a folder is on; "" where that cannot be told."""
    try:
        mounts = Path("/proc/self/mounts").read_text(errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in mounts:
        _, at, sort, *_ = line.split(" ")
        at = at.replace("\\040", " ")
        if len(at) >= len(best) and (folder == Path(at) or Path(at) in folder.parents):
            best, kind = at, sort
    return "nfs" if kind.startswith("fuse.") else kind
