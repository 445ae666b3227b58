"""`extract`: quotes and actors of texts that stand in no archive."""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from index.article import DatelineError
from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    STANDARD,
    Commands,
    add_kinds,
    chosen_kinds,
    path,
)

if TYPE_CHECKING:
    from tui.commands.output import Output
    from tui.commands.session import Session


def register(commands: Commands) -> None:
    extract = commands.add(
        "extract",
        run_extract,
        "quotes and actors of texts; stores nothing",
        'Read {"doc": name, "text": text} a line, write {"doc", "quotes", "actors"} a line, in '
        "the same order and one at a time. Offsets are code points into the text exactly as it "
        "was handed in. Nothing is stored. A line that cannot be read is told of on standard "
        "error, left out, and makes the exit code 3.",
    )
    extract.add_argument(
        "file",
        nargs="?",
        default=STANDARD,
        type=path,
        metavar="FILE",
        help="without it, or for -: standard input",
    )
    add_kinds(extract)


def run_extract(session: Session, arguments: argparse.Namespace) -> int:
    from index.archive import extract_texts

    out = session.out
    kinds = chosen_kinds(arguments.kind)
    written = 0
    with ExitStack() as stack:
        stream = _opened(arguments.file, stack)
        rows = _Rows(stream, out)
        for doc, found in extract_texts(rows, session.config, ahead=_is_file(stream)):
            out.record(
                {
                    "doc": doc,
                    "quotes": [q.to_json(stored=False) for q in found.quotes if q.kind in kinds],
                    "actors": [actor.to_json(stored=False) for actor in found.actors],
                }
            )
            out.flush()
            written += 1
    if rows.bad:
        from tui.words import amount

        raise DatelineError(f"{amount(rows.bad, 'line')} could not be read.")
    return DONE if written else NOTHING_FOUND


class _Rows:
    """The texts of a file, with those of its lines that hold none told of and counted."""

    def __init__(self, stream: BinaryIO, out: Output) -> None:
        self._stream = stream
        self._out = out
        self.bad = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for number, line in enumerate(self._stream, 1):
            if not line.strip():
                continue
            try:
                yield _row(line)
            except _NoText as problem:
                self.bad += 1
                self._out.say(f"Line {number}: {problem}.")


class _NoText(Exception):
    """A line that holds no text to read; says why."""


def _row(line: bytes) -> tuple[str, str]:
    """The name and the text of one line. Lone surrogates, written by number, are kept."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _NoText("this is not UTF-8") from None
    except (ValueError, RecursionError):
        raise _NoText("this is not JSON") from None
    if not isinstance(record, dict):
        raise _NoText('this is no object with "doc" and "text"')
    for name in ("doc", "text"):
        if not isinstance(record.get(name), str):
            raise _NoText(f'"{name}" is not there or is no text')
    return record["doc"], record["text"]


def _is_file(stream: BinaryIO) -> bool:
    """Whether all is there already. Whoever writes into a pipe may wait for the answer."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return False


def _opened(file: Path, stack: ExitStack) -> BinaryIO:
    if file == STANDARD:
        if sys.stdin is None:
            raise DatelineError("There is no standard input to read. Name a file.")
        if sys.stdin.isatty():
            raise DatelineError("There is nothing on standard input. Name a file, or pipe one in.")
        return sys.stdin.buffer
    try:
        return stack.enter_context(file.open("rb"))
    except OSError as error:
        raise DatelineError(f"{file} cannot be read: {(error.strerror or '').lower()}.") from None
