"""A mailbox: letters one after another, each below a line that begins with "From " (RFC 4155)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from index.readers.format import Deeper, Row, Stream
from index.readers.head import Head
from index.readers.raw import Bounds, Document, Unreadable, larger_than

_SEPARATOR = re.compile(rb"From (?:\S[^\r\n]*)?\b(?:19|20)\d\d\b")
_FIELD = re.compile(rb"(?:[A-Za-z][\w-]{0,60}[ \t]*:|>From )")
_QUOTED = re.compile(rb">+From ")
_CHUNK = 1 << 16


def _tells(head: Head) -> bool:
    data = head.data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    first, _, rest = data.partition(b"\n")
    begins = _SEPARATOR.match(first) is not None or (
        head.suffix in (".mbox", ".mbx") and first.startswith(b"From ")
    )
    return begins and _FIELD.match(rest) is not None


def _rows(file: io.BufferedReader, bounds: Bounds, _: Deeper) -> Iterator[Row]:
    """The letters, in order. Holds one of at most `bounds.document` bytes at a time."""
    for number, letter in enumerate(_letters(file, bounds.document), 1):
        name = f"letter {number}.eml"
        if isinstance(letter, Unreadable):
            yield Unreadable(f"{name}: {letter.reason}")
        else:
            yield Document(name, letter)


def _letters(file: io.BufferedReader, most: int) -> Iterator[bytes | Unreadable]:
    found: list[bytes] = []
    size = 0
    begun = False
    after_empty, within_line = True, False
    before = b""
    for line in iter(lambda: file.readline(_CHUNK), b""):
        fresh, within_line = not within_line, not line.endswith(b"\n")
        if fresh and after_empty and _parts(line, file, first=not begun):
            if begun:
                yield _ended(found, size, most)
            found, size, begun = [], 0, True
        elif begun:
            if fresh and _QUOTED.match(line) and _was_quoted(line, before):
                line = line[1:]
            size += len(line)
            if size <= most:
                found.append(line)
            else:
                found.clear()
        if fresh:
            after_empty = not line.strip(b"\r\n\xef\xbb\xbf")
            before = line
    if begun:
        yield _ended(found, size, most)


def _parts(line: bytes, file: io.BufferedReader, *, first: bool) -> bool:
    """Whether a letter begins below this line: then a field is next."""
    if not line.startswith(b"From ") or not (first or _SEPARATOR.match(line)):
        return False
    return _FIELD.match(file.peek(128)[:128]) is not None


def _was_quoted(line: bytes, before: bytes) -> bool:
    """Whether a mark stands before "From " only since no line of a letter may begin so.

    Programs differ in whether ">From " is marked once more. One such line among others that
    begin with ">" is what a person quoted.
    """
    return (
        line.startswith(b">>") or not before.startswith(b">") or _QUOTED.match(before) is not None
    )


def _ended(found: list[bytes], size: int, most: int) -> bytes | Unreadable:
    if size > most:
        return Unreadable(larger_than(most))
    return b"".join(found)


FORMAT = Stream("mbox", 1, _tells, _rows)
