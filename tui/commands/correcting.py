"""`actors merge|split|rename|kind|reject|corrections|undo|redo`, `quotes speaker|none`, and the
file of corrections: what a person says against what the machine read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError, NothingFound
from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    STANDARD,
    Commands,
    Parser,
    WrongUsage,
    count,
    words,
)

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.commands.session import Session

GROUPS = {
    "actors": ("merge", "split", "rename", "kind", "reject", "corrections", "undo", "redo"),
    "quotes": ("speaker", "none"),
}
"""Commands with further ones, and their names."""

_KINDS = ("person", "organisation", "state", "place")
_LARGEST = 64 * 1024 * 1024  # bytes of a file of corrections; what is longer is none
_TOLD = 20  # corrections that fit nothing are told one by one up to here
_SHAPE = (
    " Under --json the correction: {seq, at, kind, told, article, waits}, where `seq` is its "
    "number for `dateline actors undo`, `told` a sentence, and `waits` why it changes nothing now."
)
_NAME = (
    " NAME is a whole name, or part of one where only one actor goes by it; --article says which "
    "one of an article, and id:12 the one with that id in `dateline actors --json`."
)


def register(commands: Commands) -> None:
    def add(name: str, run: Callable[[Session, argparse.Namespace], int], text: str) -> Parser:
        return commands.add(name, run, text.partition(".")[0], text + _SHAPE, listed=False)

    merge = add("actors merge", _merge, f"Let actors be one, in later articles too.{_NAME}")
    merge.add_argument("names", nargs="+", type=words, metavar="NAME")
    merge.add_argument("--into", required=True, type=words, metavar="NAME", help="who they are")
    merge.add_argument("--yes", action="store_true", help="though they are of different kinds")
    split = add(
        "actors split",
        _split,
        "Say that a name in the text means somebody else. Where articles call the actor NAME by "
        "TEXT, the actor NEW is meant, in later articles too; with --article only there. NEW is "
        "the one actor who goes by it, or else somebody nobody knew: of the kind KIND, without it "
        "a person if split off a state or place, else of the kind of NAME."
        f"{_NAME}",
    )
    split.add_argument("name", type=words, metavar="NAME")
    split.add_argument("--alias", required=True, type=words, metavar="TEXT", help="as it is called")
    split.add_argument(
        "--as", required=True, type=words, metavar="NEW", dest="new", help="who it is"
    )
    split.add_argument(
        "--kind", choices=_KINDS, metavar="KIND", help=f"that of NEW: {', '.join(_KINDS)}"
    )
    rename = add(
        "actors rename",
        _rename,
        "Let an actor go by another name. One that another actor of its kind bears is refused: "
        f"`dateline actors merge` makes two actors one.{_NAME}",
    )
    rename.add_argument("name", type=words, metavar="NAME")
    rename.add_argument("new", type=words, metavar="NEW")
    kind = add("actors kind", _kind, f"Let an actor be of another kind.{_NAME}")
    kind.add_argument("name", type=words, metavar="NAME")
    kind.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    reject = add(
        "actors reject",
        _reject,
        "Say that something is no actor, in later articles neither. A person known by a single "
        f"name is one in each article; all of that name are none, with --article that one.{_NAME}",
    )
    reject.add_argument("name", type=words, metavar="NAME")
    for parser in (merge, split, rename, kind, reject):
        parser.add_argument(
            "--article", type=words, metavar="ARTICLE", help="the actor of this article"
        )
    for parser in (merge, rename, kind):
        parser.add_argument(
            "--everywhere",
            action="store_true",
            help="of a person known by a single name, who is one in each article: all of them",
        )
    add("actors corrections", _corrections, "What was corrected and stands, oldest first.")
    undo = add(
        "actors undo",
        _undo,
        "Take a correction back. The last one, or the one with the number SEQ in `dateline actors "
        "corrections`; the others stay.",
    )
    undo.add_argument("seq", nargs="?", type=count, metavar="SEQ")
    add("actors redo", _redo, "Bring back the correction that was last taken back.")
    speaker = add("quotes speaker", _speaker, "Say who says a quote. ID is that of --json.")
    speaker.add_argument("id", type=words, metavar="ID")
    who = speaker.add_mutually_exclusive_group(required=True)
    who.add_argument("name", nargs="?", type=words, metavar="NAME")
    who.add_argument("--unknown", action="store_true", help="it cannot be known")
    none = add("quotes none", _none, "Say that words are no quote. ID is that of --json.")
    none.add_argument("id", type=words, metavar="ID")


def joined(given: list[str]) -> list[str]:
    """A command line with the two words of a command like `actors merge` made one."""
    at = 0
    while at < len(given) and given[at].startswith("-"):
        at += 2 if given[at] in ("--archive", "--config") else 1
    if given[at + 1 : at + 2] and given[at + 1] in GROUPS.get(given[at], ()):
        return [*given[:at], f"{given[at]} {given[at + 1]}", *given[at + 2 :]]
    return given


def export(session: Session, file: Path) -> int:
    """`actors --export FILE`."""
    out = session.out
    with session.open_to_ask() as archive:
        if file == STANDARD:
            out.document(archive.corrections.write())
            return DONE
        written = archive.corrections.save(file)
    if out.json:
        out.record({"file": str(file), "corrections": written})
    else:
        from tui.words import amount

        out.say(f"{amount(written, 'correction')} written to {file}.")
    return DONE


def take_in(session: Session, file: Path) -> int:
    """`actors --import FILE`."""
    out = session.out
    text = _text(file)
    with session.open_to_ask() as archive:
        told = archive.corrections.read(text)
        archive.ingest.catch_up()
    if out.json:
        for sentence in told:
            out.record({"told": sentence})
        return DONE
    for sentence in told[: _TOLD + 1]:
        out.say(sentence)
    if len(told) > _TOLD + 1:
        out.say(f"So it is with {len(told) - _TOLD - 1:,} more; --json tells them all.")
    return DONE


def _text(file: Path) -> str:
    """What stands in a file of corrections. Raises `DatelineError`."""
    if file == STANDARD:
        found = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        with file.open("rb") as opened:
            found = opened.read(_LARGEST + 1)
    if len(found) > _LARGEST:
        raise DatelineError(f"{file} is too large for a file of corrections. Nothing was taken in.")
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise DatelineError(f"Line {line:,}: This is no UTF-8. Nothing was taken in.") from None


def _merge(session: Session, arguments: argparse.Namespace) -> int:
    def correct(archive: Archive) -> str:
        into = _actor(archive, arguments.into, _article(archive, arguments), lenient=True)
        given = [_of(archive, arguments, name) for name in arguments.names]
        everywhere, sure = arguments.everywhere, arguments.yes
        return archive.corrections.merge(given, into, everywhere=everywhere, sure=sure)

    return _corrected(session, correct)


def _split(session: Session, arguments: argparse.Namespace) -> int:
    def correct(archive: Archive) -> str:
        article = _article(archive, arguments)
        actor = _actor(archive, arguments.name, article)
        return archive.corrections.split(
            actor,
            arguments.alias,
            _new(archive, arguments, actor, article),
            article=article,
            kind=arguments.kind,
        )

    return _corrected(session, correct)


def _new(
    archive: Archive, arguments: argparse.Namespace, actor: int, article: str | None
) -> int | str:
    """Who is split off an actor: the one who goes by the name, in the article or else anywhere,
    or a name of somebody nobody knew."""
    name: str = arguments.new
    if name.startswith("id:"):
        return _actor(archive, name, None)
    for where in dict.fromkeys((article, None)):
        found = [
            each
            for each in archive.corrections.named(name, article=where)
            if each.id != actor and each.kind in _KINDS and arguments.kind in (None, each.kind)
        ]
        if len(found) == 1 and len(found[0].name.split()) > 1:
            return found[0].id or 0
    return name


def _rename(session: Session, arguments: argparse.Namespace) -> int:
    return _corrected(
        session,
        lambda archive: archive.corrections.rename(
            _of(archive, arguments), arguments.new, everywhere=arguments.everywhere
        ),
    )


def _kind(session: Session, arguments: argparse.Namespace) -> int:
    return _corrected(
        session,
        lambda archive: archive.corrections.kind(
            _of(archive, arguments), arguments.kind, everywhere=arguments.everywhere
        ),
    )


def _reject(session: Session, arguments: argparse.Namespace) -> int:
    everywhere = arguments.article is None
    arguments.everywhere = everywhere
    return _corrected(
        session,
        lambda archive: archive.corrections.reject(_of(archive, arguments), everywhere=everywhere),
    )


def _speaker(session: Session, arguments: argparse.Namespace) -> int:
    def correct(archive: Archive) -> str:
        name = arguments.name
        if name is not None and name.startswith("id:"):
            name = _actor(archive, name, None)
        return archive.corrections.speaker(arguments.id, name)

    return _corrected(session, correct)


def _none(session: Session, arguments: argparse.Namespace) -> int:
    return _corrected(session, lambda archive: archive.corrections.no_quote(arguments.id))


def _undo(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask() as archive:
        standing = archive.corrections.listed()
        if not standing:
            out.say("Nothing was corrected.")
            return NOTHING_FOUND
        seq = standing[-1].seq if arguments.seq is None else arguments.seq
        told = archive.corrections.take_back(seq)
        archive.ingest.catch_up()
        taken = next(each for each in standing if each.seq == seq)
    if out.json:
        out.record(taken.to_json())
    else:
        out.say(told)
    return DONE


def _redo(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask() as archive:
        told = archive.corrections.bring_back()
        archive.ingest.catch_up()
        if told is None:
            out.say("No correction was taken back last.")
            return NOTHING_FOUND
        standing = archive.corrections.listed()
    if out.json:
        out.record(next(each for each in standing if told.endswith(each.told)).to_json())
    else:
        out.say(told)
    return DONE


def _corrections(session: Session, arguments: argparse.Namespace) -> int:
    from tui.words import day

    out = session.out
    with session.open_to_ask() as archive:
        standing = archive.corrections.listed()
    for each in standing:
        if out.json:
            out.record(each.to_json())
        else:
            waits = f" (waits: {each.waits})" if each.waits else ""
            where = f" ({each.article})" if each.kind == "fact" else ""
            out.line(f"{each.seq:>5}  {day(each.at[:10])}  {each.told}{where}{waits}")
    if not standing:
        out.say("Nothing was corrected.")
    return DONE if standing else NOTHING_FOUND


def _corrected(session: Session, correct: Callable[[Archive], str]) -> int:
    """Correct something, let the index follow, and tell what holds now."""
    out = session.out
    with session.open_to_ask() as archive:
        told = correct(archive)
        archive.ingest.catch_up()
        if out.json:
            out.record(archive.corrections.listed()[-1].to_json())
        else:
            out.say(told)
    return DONE


def _article(archive: Archive, arguments: argparse.Namespace) -> str | None:
    return None if arguments.article is None else archive.articles.resolve(arguments.article)


def _of(archive: Archive, arguments: argparse.Namespace, name: str | None = None) -> int:
    """The actor that a command line names."""
    article = _article(archive, arguments)
    everywhere = getattr(arguments, "everywhere", False)
    return _actor(archive, name or arguments.name, article, everywhere=everywhere)


def _actor(
    archive: Archive,
    name: str,
    article: str | None,
    *,
    everywhere: bool = False,
    lenient: bool = False,
) -> int:
    """The one actor that a name means. With `everywhere` one of several of the same name and kind
    will do; `lenient` is one that need not be in the article.

    Raises `NothingFound`, or `WrongUsage` that lists them where there are several.
    """
    found = archive.corrections.named(name, article=article)
    if not found and lenient and article is not None:
        found = archive.corrections.named(name)
    if not found:
        where = "in this archive" if article is None else "in this article"
        raise NothingFound(
            f"No actor {where} goes by the name “{name}”. `dateline actors` lists all."
        )
    alike = {(actor.name, actor.kind) for actor in found}
    if len(found) > 1 and not (everywhere and len(alike) == 1):
        from tui.words import amount

        listed = "; ".join(
            f"id:{actor.id} {actor.name} ({actor.kind}, {amount(actor.count, 'mention')})"
            for actor in found[:6]
        )
        more = f"; and {len(found) - 6:,} more" if len(found) > 6 else ""
        raise WrongUsage(
            f"“{name}” may mean several actors: {listed}{more}. Say which one by its id, as in "
            f"id:{found[0].id}, by its whole name, or with --article."
        )
    return found[0].id or 0
