"""Takes in what arrives, until it is stopped: the work done again whenever there is some."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from index.article import ArchiveBusy
from index.ingest.lock import wanted
from index.ingest.progress import Progress, Stop, Tell, never
from index.ingest.terms import Terms
from index.ingest.work import Arrivals, Manner, work

_LET_GO = 1.0
"""Seconds after which an archive is asked for again that somebody else works on."""


class Waited(Arrivals, Protocol):
    """What can be waited for."""

    def wait(self) -> bool:
        """Whether there is something to do; asked again and again, it takes a moment to say no."""


def keep_up(
    folder: Path,
    terms: Terms,
    tell: Tell,
    manner: Manner,
    arrivals: Waited,
    *,
    stop: Stop,
    read: bool = True,
    is_damaged: Callable[[], bool] = never,
) -> None:
    """Do what there is to do for the archive in `folder`, and what comes, until `stop` says so.

    Lets go of the archive in between, and while a command of a person's wants it. `manner` says
    how it is done; what it says of arrivals and of stopping is laid down here. `is_damaged` tells
    when every byte of the index is to be looked at. Raises `DatelineError` when the store cannot
    be written.
    """
    manner = replace(manner, stays=True, arrivals=arrivals, stop=lambda: stop() or wanted(folder))
    is_due = False
    while not stop():
        if not (arrivals.wait() or is_due):
            continue
        is_due = False
        try:
            report = work(folder, terms, (), tell, manner, read=read, mend=is_damaged())
        except ArchiveBusy:
            tell(Progress("busy elsewhere"))
            is_due = True
        else:
            is_due = report.stopped
        if is_due:
            _pause(stop)
    tell(Progress("idle"))


def _pause(stop: Stop) -> None:
    until = time.monotonic() + _LET_GO
    while time.monotonic() < until and not stop():
        time.sleep(0.05)
