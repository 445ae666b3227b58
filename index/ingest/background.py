"""Starts the worker process for a reader, listens to it, and ends with the reader."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from index.ingest.hand import import_path
from index.ingest.progress import Progress
from index.ingest.terms import Terms


class Worker:
    """At most one worker process. All methods return at once; none blocks on the worker."""

    def __init__(
        self, folder: Path, terms: Terms, *, give_way: bool, watch: Sequence[Path] = ()
    ) -> None:
        self._folder = folder
        self._terms = terms
        self._give_way = give_way
        self._watch = watch
        self._process: subprocess.Popen[str] | None = None
        self._progress = Progress()
        self._asked: dict[str, str] = {}
        self._numbers = itertools.count(1)

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def progress(self) -> Progress:
        """The last that the worker told."""
        return self._progress

    @property
    def is_to_take(self) -> bool:
        """Whether something that it was to take in is not taken in yet."""
        return bool(self._asked)

    def start(self, *, mend: bool = False, read: bool = True) -> None:
        """Start the worker unless it runs already; with `mend`, to look at the whole index.

        Without `read` it does only what makes articles searchable. Where it is to `watch` folders
        it stays.
        """
        if self.running:
            if mend:
                self._tell("mend")
            return
        command = [
            sys.executable,
            # Without -P an `index` folder where the reader was started would be run instead.
            "-P",
            "-m",
            "index.ingest.worker",
            f"--terms={self._terms.to_json()}",
            *(["--give-way"] if self._give_way else []),
            *(["--mend"] if mend else []),
            *([] if read else ["--no-reading"]),
            *(f"--watch={path}" for path in self._watch),
            "--",
            str(self._folder.absolute()),
        ]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": import_path()},
            # A Ctrl+C in the reader's terminal is a key there, not an end to the worker.
            start_new_session=True,
        )
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        for line in list(self._asked.values()):
            self._tell(line)

    def hurry(self, article: str) -> None:
        """Have this article read before all others."""
        self._tell(f"read {article}")

    def look(self) -> None:
        """Have one that stays see that there is something to do for the archive."""
        self._tell("look")

    def rest(self) -> None:
        """Have nothing begun for a moment."""
        self._tell("rest")

    def take(self, paths: Sequence[Path]) -> None:
        """Have these taken in before anything else. It is told again to each worker that is
        started until one has done so."""
        number = str(next(self._numbers))
        absolute = [os.path.abspath(path) for path in paths]  # noqa: PTH100
        self._asked[number] = f"take {number} {json.dumps(absolute)}"
        self._tell(self._asked[number])

    def _tell(self, line: str) -> None:
        process = self._process
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                process.stdin.write(f"{line}\n")
                process.stdin.flush()

    def close(self) -> None:
        """End the worker. What it has committed stays."""
        process, self._process = self._process, None
        self._progress = Progress()
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            if line.startswith("took "):
                self._asked.pop(line.split()[1], None)
                continue
            with contextlib.suppress(ValueError, TypeError):
                self._progress = Progress.from_line(line)
        if self._progress.what not in ("idle", "busy elsewhere"):
            self._progress = Progress()
