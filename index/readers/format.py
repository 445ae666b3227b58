"""What a format is: how it is told, and how it is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from index.readers.head import Head
from index.readers.raw import Bounds, Document, Given, Read, Unreadable

Row = bytes | Mapping[str, object] | Document | Unreadable
"""A line of JSON, a record that was taken apart on the way, a document, or why there is none."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A format that is read as a whole: a page, a letter, a feed.

    `name` and `version` tell by what an article was read: a better reader has a higher version,
    and what an earlier one read is read again. `tells` says whether a file that begins so is one;
    it may raise `Unreadable` for one that is and cannot be read. `articles` gives what is in it,
    and raises `Unreadable` for one that cannot be read. It is called in a process that can be
    ended where `risky` is set: where a file may be made so that reading it never ends, or takes
    all memory.
    """

    name: str
    version: int
    tells: Callable[[Head], bool]
    articles: Callable[[Document, Bounds], Read]
    risky: bool = True


class Deeper(Protocol):
    """Goes on with what a part of a stream is: the rows of a stream within it, or a document.

    `name` says where the part lies in its file; its bytes need not be seekable.
    """

    def __call__(self, name: str, file: BinaryIO, given: Given = ...) -> Iterator[Row]: ...


@dataclass(frozen=True, slots=True)
class Stream:
    """A format of many articles or parts, of any size, that is gone through a row at a time.

    `rows` gives the rows in order, the same ones each time; what cannot be read is told in its
    place. It raises `Unreadable` or `OSError` where nothing that follows can be read. It holds one
    row at a time, and is given the bytes unpacked, from their beginning. What rows come to is
    understood elsewhere.
    """

    name: str
    version: int
    tells: Callable[[Head], bool]
    rows: Callable[[io.BufferedReader, Bounds, Deeper], Iterator[Row]]


Format = Whole | Stream


def mark(form: Format) -> str:
    """By what an article was read: "html/3"."""
    return f"{form.name}/{form.version}"
