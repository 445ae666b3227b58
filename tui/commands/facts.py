"""`facts`: what is known of an article and how, and what a person states instead."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.options import DONE, Commands, WrongUsage, words

if TYPE_CHECKING:
    from index.archive import KnownFact
    from tui.commands.output import Output
    from tui.commands.session import Session

_MARGIN = 15


def register(commands: Commands) -> None:
    facts = commands.add(
        "facts",
        run_facts,
        "headline, date, byline … of an article, and what you state instead",
        "The facts of an article, each with how it is known, and what you state instead: title, "
        "date, updated, outlet, section, agency, dateline, byline, editors, reporting, "
        "photo_credit, url, language. What is stated goes before what the file says, also in its "
        "newer versions; `dateline actors corrections` lists it, `dateline actors undo` takes it "
        "back. Under --json a fact a line: {field, value, moment, basis, reason, corrected, read}, "
        "where `moment` is the hour of a day and `read` what the machine has of a corrected one.",
    )
    facts.add_argument("article", type=words, metavar="ARTICLE")
    facts.add_argument(
        "--set",
        type=words,
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="state a fact, as in date=2012-06-05, date='2012-06-05 14:05 +08:00' or "
        "'byline=Jane Roe; John Doe'; may be repeated",
    )
    facts.add_argument(
        "--unknown",
        type=words,
        action="append",
        default=[],
        metavar="FIELD",
        help="what the file says is wrong, and no more is known; may be repeated",
    )
    facts.add_argument(
        "--unset",
        type=words,
        action="append",
        default=[],
        metavar="FIELD",
        help="state it no longer: what the file says holds; may be repeated",
    )


def run_facts(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    said: dict[str, str | None] = {}
    for given in arguments.set:
        name, equals, value = given.partition("=")
        if not equals or not value.strip():
            raise WrongUsage(
                f"--set {given} lacks a value: it is FIELD=VALUE, as in date=2012-06-05. "
                "--unknown FIELD says that no more is known."
            )
        said[name.strip()] = value
    said |= dict.fromkeys(arguments.unknown)
    with session.open_to_ask() as archive:
        article = archive.articles.resolve(arguments.article)
        told: list[str] = []
        if said or arguments.unset:
            told = archive.facts.correct(article, said, arguments.unset)
            archive.ingest.catch_up()
        facts = archive.facts.of(article)
    for sentence in told:
        out.say(sentence)
    for known in facts:
        if out.json:
            out.record(known.to_json())
        elif known.fact.value or known.is_corrected:
            _print(out, known)
    return DONE


def _print(out: Output, known: KnownFact) -> None:
    from tui.facts_told import how, label, shown

    reason = f" ({how(known)})" if how(known) else ""
    first = f"{label(known.name) + ':':<{_MARGIN}}"
    out.paragraph(f"{shown(known) or 'unknown'}{reason}", indent=" " * _MARGIN, first=first)
