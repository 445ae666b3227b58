"""`search`, `show`, `quotes`, `actors`: questions to the archive."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    Commands,
    WrongUsage,
    add_kinds,
    add_query,
    chosen_kinds,
    count,
    path,
    query_of,
    words,
)

if TYPE_CHECKING:
    from index.archive import Archive, Listed, Order, Sort
    from index.article import Actor
    from tui.commands.output import Output
    from tui.commands.session import Session

_LIMIT = 20
_AT_A_TIME = 50  # results whose snippets, or quotes whose words, are read before they are printed


def register(commands: Commands) -> None:
    search = commands.add(
        "search",
        run_search,
        "find articles by their words",
        "Find articles by their words. Under --json: an article with its score and snippets a "
        "line; with --facets a value a line, {field, text, count, clause}, where the clause "
        "behind QUERY narrows it to those articles; with --concordance a hit a line, {article, "
        "title, outlet, date, left, match, right, start, end}, best article first.",
    )
    add_query(search, required=True)
    search.add_argument(
        "--sort",
        choices=("relevance", "date", "-date"),
        help="relevance, date (oldest first) or -date (newest first)",
    )
    add_limit(search)
    search.add_argument("--save", type=words, metavar="NAME", help="keep the query under this name")
    instead = search.add_mutually_exclusive_group()
    instead.add_argument(
        "--facets", action="store_true", help="what the articles have in common, with counts"
    )
    instead.add_argument(
        "--concordance",
        choices=("place", "left", "right"),
        metavar="ORDER",
        help="the hits, a line each, by place, left or right context; the first 2,000",
    )

    show = commands.add("show", run_show, "everything known about one article")
    show.add_argument("article", type=words, metavar="ARTICLE")

    quotes = commands.add(
        "quotes",
        run_quotes,
        "who said what, in the articles a query finds",
        "Who said what, in the articles that QUERY finds: the ledger of the reader. By speaker "
        "those with the most quotes come first and those of unknown speakers last, each with "
        "the newest article first; by day the newest day comes first and what is undated last. "
        "In an article quotes stand in order of place. Under --json a quote a line in that order. "
        "`dateline quotes speaker` says who says a quote, `dateline quotes none` that it is none; "
        "a QUERY that begins with one of these words stands behind --.",
    )
    add_query(quotes)
    quotes.add_argument("--speaker", type=words, metavar="NAME", help="only what NAME said")
    quotes.add_argument("--about", type=words, metavar="NAME", help="only what names NAME")
    add_kinds(quotes)
    quotes.add_argument(
        "--by",
        choices=("speaker", "name", "day"),
        default="speaker",
        help="by speaker, those with the most quotes first (without it); name: speakers in order "
        "of the alphabet; day: newest first",
    )
    quotes.add_argument(
        "--limit",
        type=count,
        default=0,
        metavar="N",
        help="at most so many quotes, 0 for all (without it: all)",
    )

    actors = commands.add(
        "actors",
        run_actors,
        "who acts and speaks, in the articles found",
        "Who acts and speaks, in the articles that QUERY finds. Under --json the mentions are "
        "offsets into one article: they are given where QUERY finds a single article, and are "
        "empty where it finds several. `dateline show --json` gives them for any article. What the "
        "machine got wrong is corrected with `dateline actors merge`, split, rename, kind, reject; "
        "`actors corrections` lists what stands, `actors undo` and redo step back and forth: "
        "--help behind each tells more. A QUERY that begins with one of these words stands "
        "behind --.",
    )
    add_query(actors)
    files = actors.add_mutually_exclusive_group()
    files.add_argument(
        "--export",
        type=path,
        metavar="FILE",
        help="write all corrections to a YAML file (-: standard output)",
    )
    files.add_argument(
        "--import",
        type=path,
        metavar="FILE",
        dest="taken_in",
        help="take in such a file (-: standard input), all of it or nothing; under --json "
        "{told} a line, first how much was taken in, then what fits nothing yet",
    )
    actors.add_argument(
        "--kind", choices=("person", "organisation", "state", "place"), help="only this kind"
    )


def add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit",
        type=count,
        default=_LIMIT,
        metavar="N",
        help=f"at most so many articles, 0 for all (without it: {_LIMIT})",
    )


def run_search(session: Session, arguments: argparse.Namespace) -> int:
    query = query_of(arguments) or ""
    with session.open_to_ask() as archive:
        if arguments.facets:
            found = _print_facets(session, archive, query)
        elif arguments.concordance:
            found = _print_concordance(session, archive, query, arguments.concordance)
        else:
            found = print_found(session, archive, query, sort=arguments.sort, limit=arguments.limit)
        if arguments.save is not None:
            saved = archive.searches.save(arguments.save, query)
            session.out.say(f"Saved as {saved.name}: `dateline searches` tells what is new in it.")
    return DONE if found else NOTHING_FOUND


def print_found(
    session: Session, archive: Archive, query: str, *, sort: Sort | None, limit: int
) -> int:
    """Print what a query finds, at most `limit` (0: all) articles of it; how many it finds."""
    out = session.out
    results = archive.search.find(query, sort=sort or session.config.sort)
    if not results.count:
        out.say(_nothing(query, results.suggestion))
        return 0
    wanted = min(limit or results.count, results.count)
    for start in range(0, wanted, _AT_A_TIME):
        for hit in archive.search.hits(results, start, min(start + _AT_A_TIME, wanted)):
            if out.json:
                out.record(hit.to_json())
            else:
                from tui.commands.pages import print_hit

                print_hit(out, hit)
        out.flush()
    from tui.words import amount

    shown = "" if wanted == results.count else f", the first {wanted:,} are shown"
    understood = f": {results.understood}" if results.understood else ""
    out.say(f"{amount(results.count, 'article')}{shown}{understood}.")
    return results.count


def _print_facets(session: Session, archive: Archive, query: str) -> int:
    """Print what the articles found have in common; how many values there are."""
    out = session.out
    facets = [facet for facet in archive.search.facets(query) if facet.values]
    for facet in facets:
        if out.json:
            for value in facet.values:
                out.record({"field": facet.field, **value.to_json()})
        else:
            from tui.commands.pages import print_facet

            print_facet(out, facet)
    if not facets:
        out.say(_nothing(query, None))
    return len(facets)


def _print_concordance(session: Session, archive: Archive, query: str, order: Order) -> int:
    """Print the hits of a query, a line each; how many there are."""
    out = session.out
    found = archive.search.concordance(query, order=order)
    for line in found.lines:
        if out.json:
            out.record(line.to_json())
        else:
            from tui.commands.pages import print_line

            print_line(out, line)
    if not found.lines:
        out.say(f"No article has a hit of {query} in its words.")
        return 0
    from tui.words import amount

    hits, articles = amount(len(found.lines), "hit"), amount(found.articles, "article")
    out.say(f"{hits} in {articles}{', and there are more' if found.cut else ''}.")
    return len(found.lines)


def run_show(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask(read=True) as archive:
        reading = archive.articles.get(archive.articles.resolve(arguments.article))
        if out.json:
            out.record(reading.to_json())
        else:
            from tui.commands.pages import print_reading

            print_reading(out, reading, session.config.text_width)
    return DONE


def run_quotes(session: Session, arguments: argparse.Namespace) -> int:
    from index.archive import Asked

    out = session.out
    with session.open_to_ask(read=True) as archive:
        named = archive.ledger.named
        asked = Asked(
            query_of(arguments) or "",
            arguments.by,
            chosen_kinds(arguments.kind),
            None if arguments.speaker is None else named(arguments.speaker),
            None if arguments.about is None else named(arguments.about),
        )
        with archive.ledger.open(asked) as listed:
            if not len(listed):
                out.say("No such quote was found.")
                return NOTHING_FOUND
            wanted = min(arguments.limit or len(listed), len(listed))
            _print_quotes(out, listed, wanted)
            from tui.words import quotes_told

            shown = "" if wanted == len(listed) else f", the first {wanted:,} are shown"
            out.say(f"{quotes_told(listed)}{shown}.")
    return DONE


def _print_quotes(out: Output, listed: Listed, wanted: int) -> None:
    """Print the first quotes of a ledger, for a person below the heading of each group."""
    from tui.commands.pages import print_group, print_quote

    by_day = listed.asked.by == "day"
    last = -1
    for start in range(0, wanted, _AT_A_TIME):
        entries = listed.entries(start, min(start + _AT_A_TIME, wanted))
        for row, entry in enumerate(entries, start):
            if entry is None:
                continue
            if out.json:
                out.record(entry.quote.to_json())
                continue
            if (at := listed.group_at(row)) != last:
                last = at
                print_group(out, listed.groups(at, at + 1)[0], by_day=by_day)
            print_quote(out, entry.quote, entry.article, named=by_day)
        out.flush()


def run_actors(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.export is not None or arguments.taken_in is not None:
        return _move_corrections(session, arguments)
    out = session.out
    with session.open_to_ask(read=True) as archive:
        found = archive.people.actors(query_of(arguments), arguments.kind)
        if out.json:
            found = _with_mentions(archive, query_of(arguments), found)
        for actor in found:
            if out.json:
                out.record(actor.to_json())
            else:
                from tui.commands.pages import print_actor

                print_actor(out, actor)
    if not found:
        out.say("No such actor was found.")
    return DONE if found else NOTHING_FOUND


def _move_corrections(session: Session, arguments: argparse.Namespace) -> int:
    """Write the file of corrections, or take one in."""
    from tui.commands import correcting

    if arguments.query or arguments.kind:
        raise WrongUsage("--export and --import are about all corrections: they take no QUERY.")
    if arguments.export is not None:
        return correcting.export(session, arguments.export)
    return correcting.take_in(session, arguments.taken_in)


def _with_mentions(archive: Archive, query: str | None, found: list[Actor]) -> list[Actor]:
    """The actors with the places where they are mentioned, if all is of one article."""
    articles = archive.search.found(query or "")
    if len(articles) != 1:
        return found
    reading = archive.articles.get(next(iter(articles)))
    mentions = {actor.id: actor.mentions for actor in reading.actors}
    return [replace(actor, mentions=mentions.get(actor.id, ())) for actor in found]


def _nothing(query: str, suggestion: str | None) -> str:
    told = f"Nothing says {query}." if query.strip() else "This archive is empty."
    return f"{told} Did you mean {suggestion}?" if suggestion else told
