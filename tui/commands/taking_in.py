"""`add`: take in files and folders."""

from __future__ import annotations

import argparse
import shlex
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from index.article import DatelineError
from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    STOPPED,
    Commands,
    WrongUsage,
    count,
    path,
)

if TYPE_CHECKING:
    from index.archive import NotRead, Report
    from tui.commands.session import Session

ALL_READ = "Every file could be read."
RETRY = "`dateline add --retry` tries these again."
_NAMED = 3  # unreadable files that are named without being asked for


def register(commands: Commands) -> None:
    add = commands.add(
        "add",
        run_add,
        "take in files and folders; again: only what changed",
        "Take in files and folders. What was taken in before is only read again if it changed. "
        "Ctrl+C stops; what was taken in stays, and the same command goes on from there.",
    )
    add.add_argument("paths", nargs="*", type=path, metavar="PATH", help="a file or a folder")
    add.add_argument(
        "--report",
        action="store_true",
        help="list every file that could not be read, and why; without PATH take nothing in",
    )
    add.add_argument(
        "--retry",
        action="store_true",
        help="try what could not be read again; without PATH all of it",
    )
    add.add_argument(
        "--processes",
        type=count,
        default=0,
        metavar="N",
        help="use N processes; without it, as many as the settings say",
    )


def run_add(session: Session, arguments: argparse.Namespace) -> int:
    paths: list[Path] = arguments.paths
    if not paths and not arguments.retry:
        if arguments.report:
            return _list_unread(session)
        raise WrongUsage(
            "dateline add: say which files or folders. `dateline add --report` lists what could "
            "not be read, and `--retry` tries that again."
        )
    if paths:
        see_that_one_is_there(paths)
    out = session.out
    with session.open(start=bool(paths)) as archive, stopping() as stop:
        known = {each.told for each in archive.unread.listed()}
        if arguments.retry:
            again = archive.unread.below(paths) if paths else _paths(archive.unread.listed())
            archive.unread.noted(again)
            paths = paths or again
            if not paths:
                out.say(ALL_READ)
                return NOTHING_FOUND
            known = set()  # what was asked for is told
        begun = archive.begun and archive.folder == session.config.archive_folder
        folder = archive.folder
        report = archive.ingest.add(paths, session.tell, processes=arguments.processes, stop=stop)
    out.end_progress()
    if out.json:
        out.record(record_of(report))
    elif arguments.report:
        for file, reason in (*report.unread, *report.bad_rows):
            out.line(f"{file}: {reason}")
    everything = bool(arguments.report) or out.json
    taken_in = report.new or report.changed or report.unchanged
    # A file is told of once; again when asked for, or when there is nothing else to tell.
    unread, rows = (
        [each for each in told_of if everything or not taken_in or each not in known]
        for told_of in (report.unread, report.bad_rows)
    )
    told = _summary(report, unread, rows, listed=everything)
    failed = bool(report.unread) and not taken_in and not report.stopped
    if not failed:
        out.say(told)
    if begun:
        out.say(begun_in(folder))
    if failed:
        raise DatelineError(told)
    if report.stopped:
        return STOPPED
    return DONE if taken_in else NOTHING_FOUND


def _list_unread(session: Session) -> int:
    """What could not be read, a line each, and how it is tried again."""
    out = session.out
    with session.open_to_ask() as archive:
        found = archive.unread.listed()
    for each in found:
        if out.json:
            out.record(each.to_json())
        else:
            out.line(": ".join(each.told))
    out.say(RETRY if found else ALL_READ)
    return DONE if found else NOTHING_FOUND


def _paths(found: Iterable[NotRead]) -> list[Path]:
    return list(dict.fromkeys(each.path for each in found))


@contextmanager
def stopping(*others: signal.Signals) -> Iterator[Callable[[], bool]]:
    """Ctrl+C asks the work to stop where nothing is lost; a second one ends it there and then.

    So do `others`.
    """
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, *others)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def see_that_one_is_there(paths: Sequence[Path]) -> None:
    """Raises `DatelineError` where there is none of these files and folders."""
    # An archive that nothing can come of is not begun: the sample would be hidden behind it.
    if not any(_is_there(named) for named in paths):
        listed = ", ".join(str(named) for named in paths[:_NAMED])
        raise DatelineError(f"There is no such file or folder: {listed}.")


def _is_there(named: Path) -> bool:
    try:
        named.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # taking it in will tell why it cannot be read
    return True


def record_of(report: Report) -> dict[str, object]:
    """What one taking in came to, as JSON tells it."""
    return {
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "moved": report.moved,
        "vanished": report.vanished,
        "unread": [
            {"file": file, "reason": reason} for file, reason in (*report.unread, *report.bad_rows)
        ],
        "stopped": report.stopped,
    }


def begun_in(folder: Path) -> str:
    """That the sample, which was shown until now, gives way to an archive of one's own."""
    from index.archive import sample_folder

    told = f"Your own archive is started in {folder}"
    sample = sample_folder()
    if sample.is_dir():
        named = shlex.quote(str(sample))
        return f"{told}; the sample stays at {sample} (`dateline --archive {named}` opens it)."
    return f"{told}."


def _summary(
    report: Report,
    unread: Sequence[tuple[str, str]],
    rows: Sequence[tuple[str, str]],
    *,
    listed: bool,
) -> str:
    from tui.words import amount

    parts = []
    if report.new:
        parts.append(f"{amount(report.new, 'article')} taken in")
    if report.changed:
        parts.append(f"{amount(report.changed, 'article')} changed")
    if report.unchanged:
        parts.append(f"{amount(report.unchanged, 'file')} unchanged")
    if report.moved:
        parts.append(f"{amount(report.moved, 'file')} moved")
    if report.vanished:
        gone = amount(report.vanished, "file")
        parts.append(f"{gone} not there any more, whose articles are kept")
    if unread:
        parts.append(f"{amount(len(unread), 'file')} could not be read")
    if rows:
        noun = "row" if all(", row " in place for place, _ in rows) else "part"
        parts.append(f"{amount(len(rows), noun)} could not be read")
    told = (", ".join(parts) or "There is nothing to read there") + "."
    if report.stopped:
        told += " Stopped; the same command goes on from here."
    unread = [*unread, *rows]
    if unread and not listed:
        named = "; ".join(f"{file} ({reason})" for file, reason in unread[:_NAMED])
        more = len(unread) - _NAMED
        told += f" {named}" + (f"; {more:,} more: --report lists them." if more > 0 else ".")
    return told
