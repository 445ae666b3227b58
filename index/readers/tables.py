"""Tables of data: names of columns, then rows, parted by commas, semicolons or tabs."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from index.readers.lines import lines
from index.readers.raw import Unreadable
from index.text import NotText, decode

_COLUMN_NAME = re.compile(r"[^\W\d][\w ./:()-]{0,60}")
_DELIMITERS = ",;\t"
_TRIES = 16
"""How often a row without an end is read again from its second line on: each may be long."""


def header_of(line: str) -> tuple[str, list[str]] | None:
    """What parts the columns, and their names, if the line can be a head of a table."""
    for mark in _DELIMITERS:
        try:
            names = next(csv.reader([line], delimiter=mark, strict=True), [])
        except csv.Error:
            continue
        names = [name.strip().lstrip("\ufeff") for name in names]
        distinct = len(set(names)) == len(names)
        if len(names) > 1 and distinct and all(map(_COLUMN_NAME.fullmatch, names)):
            return mark, names
    return None


def rows(file: BinaryIO, most: int) -> Iterator[Mapping[str, object] | Unreadable]:
    """The rows of a table, by column; what is none is told in its place.

    Holds one row of at most `most` bytes at a time. A row whose quotation mark is never closed
    would swallow the rest, so the row after it is looked for on the line after its first.
    """
    csv.field_size_limit(most)
    source = _Lines(file, most)
    try:
        header = header_of(next(source, ""))
    except Unreadable as error:
        yield error
        return
    if header is None:
        yield Unreadable("no names of columns in the first line")
        return
    mark, names = header
    tries = _TRIES
    while True:
        source.begin()
        try:
            row = next(csv.reader(source, delimiter=mark, strict=True))
        except StopIteration:
            return
        except csv.Error:
            if source.again and tries:
                tries -= 1
                source.go_back()
                yield Unreadable("a quotation mark is never closed")
            else:
                yield Unreadable("not well-formed")
            continue
        except Unreadable as error:
            yield error
            continue
        if any(row):
            yield _record(names, row)


def _record(names: Sequence[str], row: Sequence[str]) -> Mapping[str, object] | Unreadable:
    if len(row) > len(names) and not any(row[len(names) :]):
        row = row[: len(names)]
    if len(row) != len(names):
        return Unreadable(f"{len(row)} columns where the head has {len(names)}")
    return dict(zip(names, row, strict=True))


class _Lines:
    """The lines of a table as text, of which those of the row at hand are kept."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._lines = lines(file, most)
        self._most = most
        self._waiting: deque[str] = deque()
        self._taken: list[str] = []
        self._size = 0

    def begin(self) -> None:
        """From here on it is another row."""
        self._taken.clear()
        self._size = 0

    @property
    def again(self) -> bool:
        """Whether the row at hand has a second line."""
        return len(self._taken) > 1

    def go_back(self) -> None:
        """To the second line of the row at hand."""
        self._waiting.extendleft(reversed(self._taken[1:]))

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._waiting:
            line = self._waiting.popleft()
        else:
            found = next(self._lines)
            if isinstance(found, Unreadable):
                raise found
            line = _text(found)
        self._taken.append(line)
        self._size += len(line)
        if self._size > self._most:
            raise csv.Error("a row of a table without an end")
        return line


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        try:
            return decode(line)
        except NotText:
            raise Unreadable("not text in any encoding") from None
