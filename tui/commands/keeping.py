"""`clip`, `clippings`, `export`: passages kept, and passages taken out with their citations."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    STANDARD,
    Commands,
    WrongUsage,
    add_query,
    count,
    path,
    query_of,
    words,
)

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.commands.session import Session


def register(commands: Commands) -> None:
    clip = commands.add(
        "clip",
        run_clip,
        "keep a passage of an article",
        "Keep a passage of an article. START and END are offsets into its text, in characters "
        "from 0, END exclusive, as `dateline show --json` and `dateline quotes --json` give them.",
    )
    clip.add_argument("article", type=words, metavar="ARTICLE")
    clip.add_argument("start", type=count, metavar="START")
    clip.add_argument("end", type=count, metavar="END")
    clip.add_argument("--note", type=words, default="", metavar="TEXT", help="say why")
    clip.add_argument(
        "--tag", type=words, action="append", default=[], metavar="TAG", help="may be repeated"
    )

    clippings = commands.add(
        "clippings",
        run_clippings,
        "the passages that were kept",
        "The passages that were kept, oldest first; with QUERY those of the articles it finds.",
    )
    add_query(clippings)
    clippings.add_argument(
        "--tag",
        type=words,
        action="append",
        default=[],
        metavar="TAG",
        help="only those with this tag; repeated, those with all of them",
    )
    clippings.add_argument(
        "--drop",
        type=words,
        metavar="ID",
        help="drop this clipping; u in the reader brings it back",
    )

    export = commands.add(
        "export",
        run_export,
        "clippings, or the paragraphs that a query finds, with their citations",
        "Clippings, or the paragraphs that QUERY finds, with their citations. With --json and "
        "no FILE each passage is one JSON object on a line of its own, with its citation and its "
        "quotes; --format json is one array of W3C Web Annotations.",
    )
    add_query(export)
    export.add_argument(
        "--format",
        type=words,
        metavar="F",
        help="markdown, text, csv or json (without it: by the end of FILE's name, or markdown)",
    )
    export.add_argument(
        "-o", "--output", type=path, metavar="FILE", help="without it, or for -: standard output"
    )
    export.add_argument("--overwrite", action="store_true", help="replace FILE if it is there")


def run_clip(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    note, tags = arguments.note, tuple(dict.fromkeys(arguments.tag))
    with session.open_to_ask() as archive:
        span = (archive.articles.resolve(arguments.article), arguments.start, arguments.end)
        before = archive.clippings.kept(*span, note=note, tags=tags)
        passage = archive.clippings.keep(*span, note=note, tags=tags)
    if out.json:
        out.record(passage.to_json())
    else:
        from tui.commands.pages import print_words

        out.say(f"{'Already kept' if before else 'Kept'} as {passage.id}:")
        print_words(out, passage.exact)
    return DONE


def run_clippings(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.drop is not None:
        return _drop(session, arguments)
    out = session.out
    with session.open_to_ask() as archive:
        tags = set(arguments.tag)
        kept = [
            cited
            for cited in archive.clippings.all(query_of(arguments))
            if tags <= set(cited.passage.tags)
        ]
        for cited in kept:
            if out.json:
                out.record(archive.export.record(cited))
            else:
                from tui.commands.pages import print_clipping

                print_clipping(out, cited, archive.export.speech(cited))
    if not kept:
        out.say("No clipping was found. `m` in the reader and `dateline clip` keep passages.")
    return DONE if kept else NOTHING_FOUND


def _drop(session: Session, arguments: argparse.Namespace) -> int:
    if arguments.query or arguments.tag:
        raise WrongUsage("--drop ID drops one clipping: it takes no QUERY and no --tag beside it.")
    out = session.out
    with session.open_to_ask() as archive:
        passage = archive.clippings.drop(arguments.drop)
    if out.json:
        out.record(passage.to_json())
    else:
        from tui.commands.pages import print_words

        out.say(f"Dropped {passage.id}:")
        print_words(out, passage.exact)
    return DONE


def run_export(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    query = query_of(arguments)
    file: Path | None = None if arguments.output == STANDARD else arguments.output
    with session.open_to_ask(read=True) as archive:
        form = _format(archive, arguments.format, file, as_json=out.json)
        cited = archive.clippings.all() if query is None else archive.export.found(query)
        if not cited:
            out.say(_nothing_to_export(query))
            return NOTHING_FOUND
        if file is None:
            if form is None:
                for one in cited:
                    out.record(archive.export.record(one))
            else:
                out.document(archive.export.render(cited, form))
            return DONE
        form = form or archive.export.formats[0]
        written = archive.export.write(cited, form, file, overwrite=arguments.overwrite)
    if out.json:
        out.record({"file": str(written), "format": form, "passages": len(cited)})
    else:
        from tui.words import amount

        out.say(f"{amount(len(cited), 'passage')} written to {written}.")
    return DONE


def _format(archive: Archive, named: str | None, file: Path | None, *, as_json: bool) -> str | None:
    """The format that was named, or that the file's name ends like, or the usual one.

    None for JSON lines, which are no document: what --json asks for on standard output.
    """
    formats = archive.export.formats
    if named is not None and named not in formats:
        raise WrongUsage(f"There is no format {named!r}. There are: {', '.join(formats)}.")
    if file is None:
        if as_json and named not in (None, "json"):
            raise WrongUsage(
                f"--json gives one object a line, and --format {named} a document: take one of "
                "them, or name a file with -o."
            )
        return named or (None if as_json else formats[0])
    endings = {Path(archive.export.default_name(form)).suffix: form for form in formats}
    ending = file.suffix.lower()
    meant = endings.get(ending)
    if named is not None:
        if meant not in (None, named):
            raise WrongUsage(
                f"A name that ends in {ending} is for {meant}, and --format says {named}: change "
                "one of them."
            )
        return named
    if ending and meant is None:
        offered = ", ".join(f"{form} ({end})" for end, form in endings.items())
        raise WrongUsage(
            f"No format has files that end in {ending}. There are: {offered}. --format names "
            "one of them for a file of any name."
        )
    return meant or formats[0]


def _nothing_to_export(query: str | None) -> str:
    if query is None:
        return (
            "There is nothing to export: no passage was kept yet. `m` in the reader and "
            "`dateline clip` keep passages; `dateline export QUERY` takes what a query finds."
        )
    return f"There is nothing to export: no paragraph holds what {query} looks for."
