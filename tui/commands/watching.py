"""`watch`: take in files and folders, and what arrives in them, until stopped."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError
from tui.commands.options import DONE, Commands, path
from tui.commands.taking_in import begun_in, record_of, see_that_one_is_there, stopping

if TYPE_CHECKING:
    from index.archive import Report
    from tui.commands.session import Session

_NAMED = 3
"""Files that are named in one line; of more it is told how many there are."""


def register(commands: Commands) -> None:
    watch = commands.add(
        "watch",
        run_watch,
        "take in files and folders, and what arrives in them, until stopped",
        "Take in files and folders as `add` does, and then what arrives in them: new files and "
        "folders once they stand still, what was changed, moved or removed. The reader and other "
        "commands go on meanwhile. Ctrl+C ends it; started again, it catches up.",
    )
    watch.add_argument("paths", nargs="+", type=path, metavar="PATH", help="a file or a folder")


def run_watch(session: Session, arguments: argparse.Namespace) -> int:
    paths: list[Path] = arguments.paths
    see_that_one_is_there(paths)
    out = session.out
    with session.open(start=True) as archive, stopping(signal.SIGTERM) as stop:
        told = _Told(session, {each.told for each in archive.unread.listed()})
        if archive.begun and archive.folder == session.config.archive_folder:
            out.say(begun_in(archive.folder))
        out.say(f"Watching {_listed([str(path) for path in paths])}. Ctrl+C ends it.")
        try:
            archive.ingest.watch(paths, session.tell, took=told.took, say=out.say, stop=stop)
        except DatelineError as error:
            raise DatelineError(f"{error} Nothing is watched any more.") from error
    out.say(told.closing())
    return DONE


class _Told:
    """Tells of each taking in, and at the end of all. `known` are the files and rows that could
    not be read before."""

    def __init__(self, session: Session, known: set[tuple[str, str]]) -> None:
        self._out = session.out
        self._known = known
        self._new = self._changed = 0
        self._unread: dict[str, None] = {}

    def took(self, paths: Sequence[Path], report: Report) -> None:
        """Tell what one taking in came to, if to anything."""
        unread, rows = (
            tuple(each for each in found if each not in self._known)
            for found in (report.unread, report.bad_rows)
        )
        self._known |= {*unread, *rows}
        self._new += report.new
        self._changed += report.changed
        self._unread |= dict.fromkeys(file for file, _ in (*unread, *rows))
        fresh = replace(report, unread=unread, bad_rows=rows)
        told = _sentence(paths, fresh)
        if not told:
            return
        if self._out.json:
            self._out.record({"paths": [str(path) for path in paths], **record_of(fresh)})
            self._out.flush()
        self._out.say(told)

    def closing(self) -> str:
        """What it came to from the first to the last."""
        from tui.words import amount

        parts = [f"{amount(self._new, 'article')} taken in"]
        if self._changed:
            parts.append(f"{amount(self._changed, 'article')} changed")
        if self._unread:
            parts.append(f"{len(self._unread):,} could not be read")
        return f"Stopped watching: {', '.join(parts)}. Started again, it catches up."


def _sentence(paths: Sequence[Path], report: Report) -> str:
    """`3 new articles from a.txt and b.txt; 1 could not be read: x.pdf (encrypted).`"""
    from tui.words import amount

    unread = (*report.unread, *report.bad_rows)
    not_read = {file for file, _ in unread}
    read = [path.name or str(path) for path in paths if str(path) not in not_read]
    parts = []
    if report.new:
        parts.append(amount(report.new, "new article"))
    if report.changed:
        parts.append(f"{report.changed:,} changed")
    if parts:
        parts[-1] += f" from {_listed(read)}"
    if report.moved:
        parts.append(f"{amount(report.moved, 'file')} moved")
    if report.vanished:
        gone = amount(report.vanished, "file")
        parts.append(f"{gone} not there any more, whose articles are kept")
    told = ", ".join(parts)
    if unread:
        named = [f"{file.rsplit('/', 1)[-1]} ({reason})" for file, reason in unread]
        told += "; " if told else ""
        told += f"{len(unread):,} could not be read: {_listed(named)}"
    return f"{told}." if told else ""


def _listed(names: Sequence[str]) -> str:
    """`a, b and c`, or `a, b, c and 12 more`."""
    shown = list(names[:_NAMED])
    if more := len(names) - len(shown):
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
