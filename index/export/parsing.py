"""Passages back out of an export: their words, and where they say that they stand.

Reads what `render` writes in each of its forms, and the lines that `dateline export --json`
and `dateline clippings --json` print. Pure: text in, values out.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.export.markdown import CLOSED, OPENED, unquoted
from index.export.plain import BETWEEN
from index.export.table import undefused

_CHARACTERS = re.compile(r"Characters: (\d{1,12}) to (\d{1,12}), end exclusive")
_TEXT = re.compile(r"(?:File and text|Text) SHA-256: ([0-9a-f]{64})")
_FILE = re.compile(r"(?:File and text|File) SHA-256: ([0-9a-f]{64})")
_NOTE = re.compile(r"\[\^(\d{1,9})\]: ")
_MARK = re.compile(r"\[\^(\d{1,9})\]$")
_AS_IN = re.compile(r"\(article and file as in note (\d{1,9})\)")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Exported:
    """A passage as an export has it: its words, its span in the text with this hash, and the
    hash of the file that the text was taken from."""

    exact: str
    start: int
    end: int
    text_sha256: str
    file_sha256: str


def exported(content: str) -> list[Exported]:
    """The passages in an export, in order; empty for what is none."""
    for read in (_json, _table, _markdown, _plain):
        found = list(read(content.replace("\r\n", "\n") if read is not _table else content))
        if found:
            return found
    return []


def _json(content: str) -> Iterator[Exported]:
    if not content.lstrip().startswith(("[", "{")):
        return
    try:
        whole = json.loads(content)
        records = whole if isinstance(whole, list) else [whole]
    except (ValueError, RecursionError):
        records = list(_lines(content))
    for record in records:
        if isinstance(record, Mapping):
            passage = record.get("passage", record)
            yield from _passage(passage if isinstance(passage, Mapping) else {})


def _lines(content: str) -> Iterator[object]:
    for line in content.splitlines():
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            continue


def _table(content: str) -> Iterator[Exported]:
    header = content.removeprefix("\ufeff").split("\n", 1)[0]
    # A spreadsheet may have parted the columns anew.
    delimiter = max(",;\t", key=header.count)
    if "text_sha256" not in header:
        return
    rows = csv.DictReader(io.StringIO(content.removeprefix("\ufeff")), delimiter=delimiter)
    try:
        for row in rows:
            yield from _passage({name: undefused(cell or "") for name, cell in row.items() if name})
    except csv.Error:
        return


def _passage(cells: Mapping[str, object]) -> Iterator[Exported]:
    """The passage of a record or a row, if it is one."""
    exact, text, file = (cells.get(name) for name in ("exact", "text_sha256", "file_sha256"))
    try:
        start, end = int(str(cells.get("start"))), int(str(cells.get("end")))
    except ValueError:
        return
    if isinstance(exact, str) and _HASH.fullmatch(str(text)) and _HASH.fullmatch(str(file)):
        yield Exported(exact, start, end, str(text), str(file))


def _markdown(content: str) -> Iterator[Exported]:
    notes: dict[str, str] = {}
    quoted: dict[str, str] = {}
    lines: list[str] = []
    for line in [*content.split("\n"), ""]:
        if line.startswith(">"):
            lines.append(line[1:].removeprefix(" "))
            continue
        mark = _MARK.search(lines[-1]) if lines else None
        if mark and not _is_escaped(lines[-1], mark.start()):
            words = [*lines[:-1], lines[-1][: mark.start()]]
            quoted.setdefault(mark[1], unquoted(_without_marks(words)))
        lines = []
        if note := _NOTE.match(line):
            notes[note[1]] = unquoted([line[note.end() :]])
    for number, exact in quoted.items():
        note_text = notes.get(number, "")
        as_in = _AS_IN.search(note_text)
        yield from _cited(exact, note_text, notes.get(as_in[1], "") if as_in else note_text)


def _without_marks(lines: list[str]) -> list[str]:
    """The lines of a passage without the quotation marks that were put around it."""
    if lines[0].startswith(OPENED) and lines[-1].endswith(CLOSED):
        lines = [lines[0].removeprefix(OPENED), *lines[1:]]
        lines[-1] = lines[-1].removesuffix(CLOSED)
    return lines


def _is_escaped(line: str, at: int) -> bool:
    return (at - len(line[:at].rstrip("\\"))) % 2 == 1


def _plain(content: str) -> Iterator[Exported]:
    before = ""
    for piece in content.removesuffix("\n").split(BETWEEN):
        # The words of a passage may hold what parts the passages.
        before += piece
        words, _, told = before.rpartition("\n\n    ")
        # A note has blank lines indented as the rest, so the last blank line parts the two.
        found = list(_cited(words, told, told))
        if found:
            yield from found
            before = ""
        else:
            before += BETWEEN


def _cited(exact: str, place: str, source: str) -> Iterator[Exported]:
    """The passage that a citation tells of: `place` has its span, `source` the hashes.

    A headline or a name may hold what looks like a span: the one as long as the words is meant.
    """
    spans = [(int(match[1]), int(match[2])) for match in _CHARACTERS.finditer(place)]
    fitting = [span for span in spans if span[1] - span[0] == len(exact)] or spans
    texts, files = _TEXT.findall(source), _FILE.findall(source)
    if fitting and texts and files:
        yield Exported(exact, *fitting[-1], texts[-1], files[-1])
