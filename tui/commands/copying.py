"""`backup` and `restore`: a copy of the archive, and an archive made of one."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.options import DONE, Commands, path

if TYPE_CHECKING:
    from tui.commands.session import Session

_MB = 1024 * 1024


def register(commands: Commands) -> None:
    backup = commands.add(
        "backup",
        run_backup,
        "write a copy of the archive to a file",
        "Write a copy of all that is in the archive to FILE: articles, what was read in them, and "
        "what you kept. The reader and `dateline add` may go on meanwhile. The copy is verified "
        "before it has its name. `dateline restore FILE` makes an archive of it.",
    )
    backup.add_argument("file", type=path, metavar="FILE")
    backup.add_argument("--overwrite", action="store_true", help="replace FILE if it is there")

    restore = commands.add(
        "restore",
        run_restore,
        "make an archive of a backup",
        "Make an archive of a backup, where there is none yet: with --archive DIR there, else "
        "where your own belongs. Its search index is made with the first search.",
    )
    restore.add_argument("file", type=path, metavar="FILE")


def run_backup(session: Session, arguments: argparse.Namespace) -> int:
    out = session.out
    file = arguments.file
    with session.open_to_ask() as archive:
        size = archive.backup(file, session.tell_copied, overwrite=arguments.overwrite)
        articles, kept = archive.articles.count(), archive.clippings.count()
    out.end_progress()
    if out.json:
        out.record({"file": str(file), "bytes": size, "articles": articles, "clippings": kept})
    else:
        from tui.words import amount

        out.say(
            f"Backed up to {file}: {amount(articles, 'article')}, {amount(kept, 'clipping')}, "
            f"{megabytes(size)}. It was verified. `dateline restore` makes an archive of it."
        )
    return DONE


def run_restore(session: Session, arguments: argparse.Namespace) -> int:
    from index.archive import open_archive, restore_archive

    out = session.out
    folder = restore_archive(arguments.file, session.folder, session.config, session.tell_copied)
    out.end_progress()
    with open_archive(folder, session.config) as archive:
        articles, kept = archive.articles.count(), archive.clippings.count()
    if out.json:
        out.record({"folder": str(folder), "articles": articles, "clippings": kept})
    else:
        from tui.words import amount

        out.say(
            f"Restored into {folder}: {amount(articles, 'article')}, {amount(kept, 'clipping')}. "
            "The first search makes the search index anew."
        )
    return DONE


def megabytes(size: int) -> str:
    """A size in bytes as a person says it."""
    return f"{size / _MB:,.1f} MB" if size < 100 * _MB else f"{size / _MB:,.0f} MB"
