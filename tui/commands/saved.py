"""`searches`: the searches that were saved, and what is new in each."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.options import DONE, NOTHING_FOUND, Commands, WrongUsage, words
from tui.commands.searching import add_limit, print_found

if TYPE_CHECKING:
    from tui.commands.session import Session


def register(commands: Commands) -> None:
    searches = commands.add(
        "searches",
        run_searches,
        "the saved searches, and what is new in them",
        "The saved searches, each with how many of the articles it finds came in since it was "
        "last opened; with NAME opens that one. `dateline search QUERY --save NAME` saves one.",
    )
    searches.add_argument("name", nargs="*", type=words, metavar="NAME")
    searches.add_argument("--drop", action="store_true", help="drop the one called NAME")
    add_limit(searches)


def run_searches(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    name = " ".join(arguments.name)
    if arguments.drop and not name:
        raise WrongUsage("--drop drops one search: say its NAME.")
    with session.open_to_ask() as archive:
        if arguments.drop:
            dropped = archive.searches.drop(name)
            out.say(f"Dropped {dropped.name}: {dropped.query}. u in the reader brings it back.")
            return DONE
        if name:
            search = archive.searches.get(name)
            limit = arguments.limit
            found = print_found(session, archive, search.query, sort=None, limit=limit)
            archive.searches.opened(search.name)
            return DONE if found else NOTHING_FOUND
        saved = archive.searches.saved()
    for each in saved:
        if out.json:
            out.record(each.to_json())
        else:
            out.line(
                f"{each.name}  {f'{each.new:,} new' if each.new else 'nothing new'}", bold=True
            )
            out.line(f"    {each.query}")
    if not saved:
        out.say("No search is saved. `dateline search QUERY --save NAME` saves one.")
    return DONE if saved else NOTHING_FOUND
