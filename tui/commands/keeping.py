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

    clippings = commands.add("clippings", run_clippings, "the passages that were kept")
    add_query(clippings)

    export = commands.add(
        "export",
        run_export,
        "clippings, or the paragraphs that a query finds, with their citations",
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
    with session.open_to_ask() as archive:
        passage = archive.clippings.keep(
            archive.articles.resolve(arguments.article),
            arguments.start,
            arguments.end,
            note=arguments.note,
            tags=tuple(dict.fromkeys(arguments.tag)),
        )
    if out.json:
        out.record(passage.to_json())
    else:
        from tui.commands.pages import print_words

        out.say(f"Kept as {passage.id}:")
        print_words(out, passage.exact)
    return DONE


def run_clippings(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask() as archive:
        kept = archive.clippings.all(query_of(arguments))
    for cited in kept:
        if out.json:
            out.record(cited.passage.to_json())
        else:
            from tui.commands.pages import print_clipping

            print_clipping(out, cited)
    if not kept:
        out.say("No clipping was found. `m` in the reader and `dateline clip` keep passages.")
    return DONE if kept else NOTHING_FOUND


def run_export(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    query = query_of(arguments)
    file: Path | None = None if arguments.output == STANDARD else arguments.output
    with session.open_to_ask(read=True) as archive:
        form = _format(archive, arguments.format, file)
        cited = archive.clippings.all() if query is None else archive.export.found(query)
        if not cited:
            out.say(_nothing_to_export(query))
            return NOTHING_FOUND
        if file is None:
            out.document(archive.export.render(cited, form))
            return DONE
        written = archive.export.write(cited, form, file, overwrite=arguments.overwrite)
    if out.json:
        out.record({"file": str(written), "format": form, "passages": len(cited)})
    else:
        from tui.words import amount

        out.say(f"{amount(len(cited), 'passage')} written to {written}.")
    return DONE


def _format(archive: Archive, named: str | None, file: Path | None) -> str:
    """The format that was named, or that the file's name ends like, or the usual one."""
    formats = archive.export.formats
    if named is not None:
        if named not in formats:
            raise WrongUsage(f"There is no format {named!r}. There are: {', '.join(formats)}.")
        return named
    endings = {Path(archive.export.default_name(form)).suffix: form for form in formats}
    return endings.get(file.suffix.lower(), formats[0]) if file else formats[0]


def _nothing_to_export(query: str | None) -> str:
    if query is None:
        return (
            "There is nothing to export: no passage was kept yet. `m` in the reader and "
            "`dateline clip` keep passages; `dateline export QUERY` takes what a query finds."
        )
    return f"There is nothing to export: no paragraph holds what {query} looks for."
