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


def _kind_of(head: Head) -> _Kind | None:
    """What kind of dump begins so; None for what is none. Raises `Unreadable`."""
    if head.text is None:
        return None
    if (kind := _json(head.text, head.suffix, whole=head.whole)) is not None:
        return kind
    return _table(head.text, head.suffix, head.names, whole=head.whole)


def _told(kind: _Kind) -> Callable[[Head], bool]:
    return lambda head: _kind_of(head) == kind


def _read(kind: _Kind) -> Callable[[io.BufferedReader, Bounds, Deeper], Iterator[Row]]:
    return lambda file, bounds, _: _rows_of(kind, file, bounds.article)


def _rows_of(kind: _Kind, file: io.BufferedReader, most: int) -> Iterator[Row]:
    """The rows, in order; lines without anything on them are none. A row may have `most` bytes."""
    try:
        file = _in_utf8(file)
        if kind == "objects":
            yield from objects(file, most)
        elif kind == "table":
            yield from rows(file, most)
        else:
            for line in lines(file, most):
                if isinstance(line, Unreadable) or line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield line
    except Unreadable as error:
        yield Unreadable(f"{error.reason}; what follows is not read")
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        yield Unreadable(f"{why}; what follows is not read")


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


def _table(text: str, suffix: str, names: Names, *, whole: bool) -> _Kind | None:
    """A table must name a column for the text and one more; one that does not is refused."""
    first = text.split("\n", 1)[0].rstrip("\r")
    found = header_of(first)
    if found is None:
        return None
    _, header = found
    fields = known(header, names)
    if "text" in fields and (len(fields) > 1 or suffix in _TABLES) and "\n" in text.strip():
        return "table"
    if suffix in _TABLES or _is_regular(text, len(header), whole=whole):
        raise Unreadable(
            f"a table without a column for the text ({', '.join(names['text'])}); "
            "name yours under dumps in config.yaml"
        )
    return None


def _is_regular(text: str, columns: int, *, whole: bool) -> bool:
    """Whether several rows follow that all have as many columns as the head."""
    if columns < _FEWEST_COLUMNS:
        return False
    sample = io.BytesIO((text if whole else text.rpartition("\n")[0]).encode("utf-8", "replace"))
    found = list(rows(sample, SAMPLE * 4))
    return len(found) + 1 >= _FEWEST_ROWS and not any(isinstance(row, Unreadable) for row in found)


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


LINES, OBJECTS, TABLE = (
    Stream(kind, 1, _told(kind), _read(kind)) for kind in ("lines", "objects", "table")
)
