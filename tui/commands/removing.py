"""`remove`: articles out of search and back, or out of the archive for good."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.article import Article
from tui.commands.options import DONE, NOTHING_FOUND, STOPPED, Commands, WrongUsage

if TYPE_CHECKING:
    from tui.commands.output import Output
    from tui.commands.session import Session

_NAMED = 3  # articles that are named in a question


def register(commands: Commands) -> None:
    remove = commands.add(
        "remove",
        run_remove,
        "take articles out of search; --purge: delete them for good",
        "Take articles out of search: one by its id or the beginning of its headline, or all of "
        "a file or folder. They stay out when their folder is added again, also in a later "
        "version, until --undo brings them back (u in the reader does so at once). What you kept "
        "of them stays. With --purge their text is deleted for good, with all versions; what you "
        "kept keeps its words and its citation.",
    )
    remove.add_argument("names", nargs="*", metavar="ARTICLE|PATH")
    how = remove.add_mutually_exclusive_group()
    how.add_argument("--purge", action="store_true", help="delete for good; asks before it does")
    how.add_argument("--undo", action="store_true", help="bring back what was removed")
    how.add_argument("--list", action="store_true", help="tell what was removed")
    remove.add_argument("--yes", action="store_true", help="with --purge: do not ask")


def run_remove(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.list:
        return _list(session, arguments)
    if not arguments.names:
        raise WrongUsage("ARTICLE|PATH is missing. `dateline remove --help` tells how to use it.")
    if arguments.undo:
        return _undo(session, arguments)
    out = session.out
    with session.open_to_ask() as archive:
        found = {
            article.id: article
            for name in arguments.names
            for article in archive.removing.find(name)
        }
        chosen = list(found.values())
        if arguments.purge:
            if not arguments.yes and not _agreed(out, chosen):
                out.say("Nothing was removed.")
                return STOPPED
            gone = archive.removing.purge(list(found), session.tell)
            out.end_progress()
        else:
            archive.removing.remove(list(found))
            archive.ingest.catch_up()
    if out.json:
        for article in chosen:
            out.record({"id": article.id, "title": article.title, "purged": arguments.purge})
    elif arguments.purge:
        out.say(f"Deleted for good: {_amount(len(gone))}, counting every version.")
    else:
        out.say(
            f"Removed from search: {_told(chosen)}. `dateline remove --undo` brings "
            f"{'it' if len(chosen) == 1 else 'them'} back."
        )
    return DONE


def _undo(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.yes:
        raise WrongUsage("--yes goes with --purge.")
    out = session.out
    with session.open_to_ask() as archive:
        ids = [each for name in arguments.names for each in archive.removing.find_removed(name)]
        purged = {each.article for each in archive.removing.removed() if each.purged}
        archive.removing.restore(ids)
        archive.ingest.catch_up()
    if out.json:
        for article in ids:
            out.record({"id": article, "purged": article in purged})
        return DONE
    back = [each for each in ids if each not in purged]
    if back:
        out.say(f"Back in search: {_amount(len(back))}.")
    if len(back) < len(ids):
        out.say(
            f"Deleted for good, but may come in again: {_amount(len(ids) - len(back))}. "
            "`dateline add` takes in what its file says now."
        )
    return DONE


def _list(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.names or arguments.yes:
        raise WrongUsage("--list tells all that was removed: it takes nothing beside it.")
    from tui.words import day

    out = session.out
    with session.open_to_ask() as archive:
        removed = archive.removing.removed()
    for each in removed:
        if out.json:
            out.record(
                {"id": each.article, "title": each.title, "at": each.at, "purged": each.purged}
            )
        else:
            how = "deleted for good" if each.purged else each.title
            out.line(f"{each.article}  {day(each.at[:10])}  {how}")
    if not removed:
        out.say("Nothing was removed.")
    return DONE if removed else NOTHING_FOUND


def _agreed(out: Output, chosen: Sequence[Article]) -> bool:
    """Ask a person at a terminal. Raises `WrongUsage` where there is nobody to ask."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise WrongUsage("--purge deletes for good. Say --yes where nobody can be asked.")
    out.say(
        f"This deletes {_told(chosen)} for good, with all versions, and cannot be undone. "
        "What you kept keeps its words and its citation. A backup made before still has it all."
    )
    sys.stderr.write("Delete? Type yes: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == "yes"


def _told(chosen: Sequence[Article]) -> str:
    named = "; ".join(f"“{article.title}”" for article in chosen[:_NAMED])
    more = f" and {len(chosen) - _NAMED:,} more" if len(chosen) > _NAMED else ""
    return f"{_amount(len(chosen))}, {named}{more}"


def _amount(count: int) -> str:
    from tui.words import amount

    return amount(count, "article")
