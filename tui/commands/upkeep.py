"""`doctor`, `rebuild`, `config`: is all well, mend it, and how it is set up."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import DatelineError
from tui.commands.options import DONE, NOTHING_FOUND, Commands, path

if TYPE_CHECKING:
    from tui.commands.session import Session


def register(commands: Commands) -> None:
    doctor = commands.add(
        "doctor", run_doctor, "check the archive: the store, the index, and both together"
    )
    doctor.add_argument(
        "--thorough", action="store_true", help="read every text and every byte of the index"
    )
    commands.add(
        "rebuild",
        run_rebuild,
        "make the index anew from the store",
        "Make the full-text index anew from the store. Nothing you kept is touched by it.",
    )
    verify = commands.add(
        "verify",
        run_verify,
        "are exported passages still what the sources say",
        "Compare the passages of an export (Markdown, text, CSV or JSON) with the stored texts and "
        "the source files. Exit code 0 where all are as they were, 1 where one is not.",
    )
    verify.add_argument("file", type=path, metavar="FILE")
    config = commands.add("config", run_config, "the settings in force, and where each is from")
    config.add_argument(
        "--path", action="store_true", help="only tell where your own config.yaml belongs"
    )


def run_doctor(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask() as archive:
        findings = archive.doctor(thoroughly=arguments.thorough)
        folder = archive.folder
    for finding in findings:
        if out.json:
            out.record({"ok": finding.ok, "what": finding.what})
        else:
            mark = "right" if finding.ok else "WRONG"
            out.paragraph(finding.what, indent=" " * 7, first=f"{mark}  ")
    wrong = sum(not finding.ok for finding in findings)
    if wrong:
        from tui.words import amount

        raise DatelineError(f"{amount(wrong, 'thing')} wrong with {folder}.")
    return DONE


def run_rebuild(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    with session.open_to_ask() as archive:
        articles = archive.rebuild(session.tell)
    if out.json:
        out.record({"articles": articles})
    else:
        from tui.words import amount

        out.say(f"The index was made anew: {amount(articles, 'article')}.")
    return DONE


def run_verify(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    counts = {"ok": 0, "changed": 0, "gone": 0}
    with session.open_to_ask() as archive:
        for number, verdict in enumerate(archive.verify(arguments.file), 1):
            counts[verdict.status] += 1
            if out.json:
                out.record({"passage": number, **verdict.to_json()})
            else:
                words = " ".join(verdict.passage.exact.split())
                shown = words if len(words) <= 60 else f"{words[:57].rstrip()}…"
                out.paragraph(
                    f"{number}. “{shown}” {verdict.why}",
                    indent=" " * 9,
                    first=f"{verdict.status:<9}",
                )
    from tui.words import amount

    differ = counts["changed"] + counts["gone"]
    told = f", {counts['changed']} changed, {counts['gone']} gone" if differ else ""
    out.say(
        f"{amount(sum(counts.values()), 'passage')} examined: {counts['ok']} as the "
        f"sources say{told}."
    )
    return NOTHING_FOUND if differ else DONE


def run_config(session: Session, arguments: argparse.Namespace) -> int:
    from index.config import SETTINGS, user_config_file

    out = session.out
    if arguments.path:
        own = str(user_config_file())
        if out.json:
            out.record({"file": own})
        else:
            out.line(own)
        return DONE
    config = session.config
    longest = max(map(len, SETTINGS))
    for name in SETTINGS:
        value: object = getattr(config, name)
        shown = str(value) if isinstance(value, Path) else value
        if isinstance(value, tuple):
            folders = [str(folder) for folder in value]
            shown = folders if out.json else ", ".join(folders)
        origin = str(config.origins[name])
        if out.json:
            out.record({"setting": name, "value": shown, "file": origin})
        else:
            if isinstance(shown, bool):
                shown = str(shown).lower()
            elif value == Path():
                shown = ". (the folder in which the reader is started)"
            out.line(f"{name:<{longest}}  {shown}  ({origin})")
    return DONE
