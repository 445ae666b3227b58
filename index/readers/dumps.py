"""Dumps: many articles in one file, as JSON or as a table, told by content first, then by name.

The rows are given raw, and are understood elsewhere (`columns`).
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal

from index.readers.columns import known
from index.readers.format import Deeper, Row, Stream
from index.readers.head import SAMPLE, Head
from index.readers.lines import lines
from index.readers.objects import objects
from index.readers.raw import Bounds, Names, Unreadable
from index.readers.tables import header_of, rows

_Kind = Literal["lines", "objects", "table"]

_LINES = frozenset((".jsonl", ".ndjson"))
_TABLES = frozenset((".csv", ".tsv"))
_KEY = re.compile(r'\s*\{\s*"[^"\n]{1,100}"\s*:')
_LIST = re.compile(r"\s*\[\s*(?=\{)")
_FEWEST_ROWS = 4
_FEWEST_COLUMNS = 3
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _tells_json(kind: _Kind) -> Callable[[Head], bool]:
    def tells(head: Head) -> bool:
        return head.text is not None and _json(head.text, head.suffix, whole=head.whole) == kind

    return tells


def _tells_table(head: Head) -> bool:
    return head.text is not None and _table(head.text, head.suffix, head.names, whole=head.whole)


def _read(kind: _Kind) -> Callable[[io.BufferedReader, Bounds, Deeper], Iterator[Row]]:
    return lambda file, bounds, _: _rows_of(kind, file, bounds.article)


def _rows_of(kind: _Kind, file: io.BufferedReader, most: int) -> Iterator[Row]:
    """The rows, in order; lines without anything on them are none. A row may have `most` bytes."""
    file = _in_utf8(file)
    if kind == "objects":
        yield from objects(file, most)
    elif kind == "table":
        yield from rows(file, most)
    else:
        for line in lines(file, most):
            if isinstance(line, Unreadable) or line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield line


def _json(text: str, suffix: str, *, whole: bool) -> _Kind | None:
    begins = text.lstrip()
    listed = _LIST.match(begins)
    if listed is not None:
        return "objects" if _first_object(begins, listed.end(), whole=whole) else None
    if begins.startswith("{"):
        first, _, rest = begins.partition("\n")
        if _parses(first) or (not rest and not whole and _KEY.match(first)):
            return "lines"
        if _first_object(begins, 0, whole=whole):
            return "objects"
    return "lines" if suffix in _LINES and begins else None


def _first_object(text: str, at: int, *, whole: bool) -> bool:
    try:
        value, _ = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        # An object longer than the sample cannot be looked at as a whole.
        return not whole and _KEY.match(text, at) is not None
    return isinstance(value, dict)


def _parses(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _table(text: str, suffix: str, names: Names, *, whole: bool) -> bool:
    """A table must name a column for the text and one more; one that does not is refused."""
    first = text.split("\n", 1)[0].rstrip("\r")
    found = header_of(first)
    if found is None:
        return False
    _, header = found
    fields = known(header, names)
    if "text" in fields and (len(fields) > 1 or suffix in _TABLES) and "\n" in text.strip():
        return True
    if suffix in _TABLES or _is_regular(text, len(header), whole=whole):
        raise Unreadable(
            f"a table without a column for the text ({', '.join(names['text'])}); "
            "name yours under dumps in config.yaml"
        )
    return False


def _is_regular(text: str, columns: int, *, whole: bool) -> bool:
    """Whether several rows follow that all have as many columns as the head."""
    if columns < _FEWEST_COLUMNS:
        return False
    sample = io.BytesIO((text if whole else text.rpartition("\n")[0]).encode("utf-8", "replace"))
    found = 1
    for row in rows(sample, SAMPLE * 4):
        if isinstance(row, Unreadable):
            return False
        found += 1
    return found >= _FEWEST_ROWS


def _in_utf8(file: io.BufferedReader) -> io.BufferedReader:
    """A file in UTF-16, by its mark, as UTF-8; any other as it is. It stands at its beginning."""
    if file.peek(2)[:2] in _UTF16:
        return io.BufferedReader(_Recoded(file))
    return file


class _Recoded(io.RawIOBase):
    """A file in UTF-16 as UTF-8; what is none becomes U+FFFD."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        while True:
            data = self._file.read(len(view) // 3)  # two bytes are three at the most
            made = self._decoder.decode(data, not data).encode("utf-8", "replace")
            if made or not data:
                view[: len(made)] = made
                return len(made)


LINES = Stream("lines", 1, _tells_json("lines"), _read("lines"))
OBJECTS = Stream("objects", 1, _tells_json("objects"), _read("objects"))
TABLE = Stream("table", 1, _tells_table, _read("table"))
