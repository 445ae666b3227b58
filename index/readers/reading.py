"""Reads one file with the readers that know its formats, and what lies within it likewise."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from index.readers.chunks import chunks_of, file_of
from index.readers.columns import Columns, record_of
from index.readers.decoders import A_PART, FREE_ALTOGETHER, Ratio
from index.readers.format import Deeper, Format, Row, Stream, Whole, mark
from index.readers.head import SAMPLE, Head
from index.readers.opening import Opened, opened
from index.readers.packed import unpacked
from index.readers.raw import Bounds, Document, Given, RawArticle, Unreadable, larger_than
from index.readers.registry import format_of

_DEEPEST = 5
"""How deep files may lie in one another: a page in a zip in a letter in a tar in a zip."""


class Risky(Exception):
    """A file that is only read in a process that can be ended."""


@dataclass(frozen=True, slots=True)
class Dump:
    """A file of many articles or parts, which `reading` gives a row at a time.

    `read_by` is by what it is read ("lines/1"), `size` in bytes, `mtime_ns` in nanoseconds since
    1970.
    """

    path: Path
    read_by: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a file that is no dump came to, in order: articles, and parts that cannot be read.

    `found` is None where the file is known to be read as it would be now.
    """

    sha256: str
    size: int
    mtime_ns: int
    read_by: str
    found: tuple[RawArticle | Unreadable, ...] | None


class Rows:
    """The rows of a dump that stands open, from its beginning: to be gone through once."""

    def __init__(self, source: Opened, rows: Iterator[Row]) -> None:
        self._source = source
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    @property
    def done(self) -> float:
        """The part of the file that was read, from 0 to 1."""
        return min(self._source.file.tell() / max(self._source.size, 1), 1.0)

    @property
    def mtime_ns(self) -> int:
        return self._source.mtime_ns

    @property
    def size(self) -> int:
        return self._source.size


def read(
    path: Path, bounds: Bounds, *, risky: bool, known: tuple[str, str] | None = None
) -> Content | Dump:
    """What is in a file; a dump is only told to be one. Raises `Unreadable`.

    A packed file is read as what is in it. `known` are the hash and the mark by which it was
    read before. Raises `Risky` for a risky format, unless `risky` ones may be read here.
    """
    with opened(path) as source:
        head, file = _looked_at(path.name, source.file, bounds)
        form = format_of(head)
        if isinstance(form, Stream):
            return Dump(path, mark(form), source.size, source.mtime_ns)
        if form.risky and not risky:
            raise Risky
        data = _all_of(file, bounds)
        digest = sha256(data).hexdigest() if file is source.file else source.sha256()
        as_known = known == (digest, mark(form))
        found = None if as_known else tuple(_of_whole(form, Document(path.name, data), bounds, 0))
        return Content(digest, source.size, source.mtime_ns, mark(form), found)


@contextmanager
def reading(dump: Dump, bounds: Bounds) -> Iterator[tuple[str, Rows]]:
    """Open a dump: the hash of its bytes, and its rows. Raises `Unreadable` at the opening."""
    with opened(dump.path) as source:
        digest = source.sha256()
        head, file = _looked_at(dump.path.name, source.file, bounds)
        form = format_of(head)
        if not isinstance(form, Stream):
            raise Unreadable("changed while it was read")
        yield (
            digest,
            Rows(
                source,
                _rows_of(
                    form, file, bounds, _deeper(bounds, 1, Ratio(source.size, free=FREE_ALTOGETHER))
                ),
            ),
        )


def articles_of(
    row: Row, columns: Columns, bounds: Bounds, *, risky: bool, depth: int = 1
) -> Iterator[RawArticle | Unreadable]:
    """What a row of a dump comes to: articles, and what cannot be read. Raises nothing but
    `Risky`, for a document in a risky format unless `risky` ones may be read here."""
    try:
        if isinstance(row, Unreadable):
            yield row
        elif isinstance(row, Document):
            row = _plain(row, bounds)
            form = format_of(Head(row.data[:SAMPLE], row.name, bounds.names))
            if isinstance(form, Whole) and form.risky and not risky:
                raise Risky
            for found in _of_document(form, row, bounds, depth):
                yield found if isinstance(found, Unreadable) else _in_part(found, row.name)
        else:
            article = columns.article_of(record_of(row) if isinstance(row, bytes) else row)
            yield _checked(article, bounds)
    except Unreadable as error:
        yield _of_part(error, row.name) if isinstance(row, Document) else error


def _of_document(
    form: Format, document: Document, bounds: Bounds, depth: int
) -> Iterator[RawArticle | Unreadable]:
    if isinstance(form, Whole):
        yield from _of_whole(form, document, bounds, depth)
        return
    columns = Columns(bounds.names)
    _, file = _looked_at(document.name, io.BytesIO(document.data), bounds)
    deeper = _deeper(bounds, depth + 1, Ratio(len(document.data), free=FREE_ALTOGETHER))
    for row in _rows_of(form, file, bounds, deeper):
        for found in articles_of(row, columns, bounds, risky=True, depth=depth + 1):
            yield found if isinstance(found, Unreadable) else _under(document, found)


def _rows_of(
    form: Stream, file: io.BufferedReader, bounds: Bounds, deeper: Deeper
) -> Iterator[Row]:
    """The rows, and in the end why there are no more of them where the file cannot be read on."""
    try:
        yield from form.rows(file, bounds, deeper)
    except Unreadable as error:
        yield Unreadable(f"{error.reason}; what follows is not read")
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        yield Unreadable(f"{why}; what follows is not read")


def _of_whole(
    form: Whole, document: Document, bounds: Bounds, depth: int
) -> Iterator[RawArticle | Unreadable]:
    for found in form.articles(document, bounds):
        if isinstance(found, RawArticle):
            try:
                yield _under(document, _checked(found, bounds))
            except Unreadable as error:
                yield error
        elif isinstance(found, Unreadable):
            yield found
        elif depth >= _DEEPEST:
            yield _of_part(Unreadable("lies too deep in other files"), found.name)
        else:
            columns = Columns(bounds.names)
            for each in articles_of(found, columns, bounds, risky=True, depth=depth + 1):
                yield each if isinstance(each, Unreadable) else _under(document, each)


def _deeper(bounds: Bounds, depth: int, ratio: Ratio) -> Deeper:
    """Goes on with the parts of a dump that lie so deep in their file.

    `ratio` counts what is unpacked of the whole file, at any depth: once it is too much, that is
    told, and nothing more is unpacked.
    """

    def go_on(name: str, file: BinaryIO, given: Given = {}) -> Iterator[Row]:  # noqa: B006
        if ratio.is_too_much():
            return
        try:
            ratio.count(A_PART)
            if depth > _DEEPEST:
                raise Unreadable("lies too deep in other files")
            head, content = _looked_at(name, file_of(_counted(file, ratio)), bounds)
            form = format_of(head)
            if isinstance(form, Stream):
                for row in _rows_of(form, content, bounds, _deeper(bounds, depth + 1, ratio)):
                    yield _below(name, given, row)
            else:
                yield Document(name, _all_of(content, bounds), given)
        except Unreadable as error:
            yield _of_part(error, name)
        if ratio.is_too_much() and depth == 1:
            yield Unreadable("what follows is not unpacked: all in it is far larger than any text")

    return go_on


def _counted(file: BinaryIO, ratio: Ratio) -> Iterator[bytes]:
    for chunk in chunks_of(file):
        ratio.count(len(chunk))
        yield chunk


def _plain(document: Document, bounds: Bounds) -> Document:
    """A document that is packed, as an attachment may be, unpacked; any other as it is."""
    content = unpacked(io.BytesIO(document.data), document.data)
    return document if content is None else replace(document, data=_all_of(content, bounds))


def _below(name: str, given: Given, row: Row) -> Row:
    if isinstance(row, Document):
        return replace(row, name=f"{name}/{row.name}", given={**given, **row.given})
    if isinstance(row, Unreadable):
        return _of_part(row, name)
    return row


def _looked_at(name: str, file: BinaryIO, bounds: Bounds) -> tuple[Head, io.BufferedReader]:
    """How a file begins, and its content from the beginning, unpacked if it is packed."""
    start, content = _beginning(file)
    if (plain := unpacked(content, start)) is not None:
        start, content = _beginning(plain)
    return Head(start, name, bounds.names), content


def _beginning(file: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    """How a file begins, and the file from its beginning.

    One that is damaged further on is told by what can be read of it.
    """
    parts: list[bytes] = []
    chunks = chunks_of(file, SAMPLE)
    try:
        parts.extend(chunks)
        rest = chunks_of(file)
    except Unreadable as error:
        if not parts:
            raise
        rest = _raising(error)
    data = b"".join(parts)
    if isinstance(file, io.BufferedReader) and file.seekable():
        file.seek(0)
        return data, file
    return data, file_of(chain((data,), rest))


def _raising(error: Unreadable) -> Iterator[bytes]:
    yield from ()
    raise error


def _all_of(file: BinaryIO, bounds: Bounds) -> bytes:
    data = b"".join(chunks_of(file, bounds.document + 1))
    if len(data) > bounds.document:
        raise Unreadable(larger_than(bounds.document))
    if not data:
        raise Unreadable("empty")
    return data


def _checked(article: RawArticle, bounds: Bounds) -> RawArticle:
    if not article.text.strip():
        raise Unreadable("its text is empty")
    if len(article.text) > bounds.article or len(article.text.encode()) > bounds.article:
        raise Unreadable(f"its text is {larger_than(bounds.article)}")
    return article


def _under(document: Document, article: RawArticle) -> RawArticle:
    """With what was said of the document; `given` only where the article itself says nothing."""
    if not (document.given or document.facts):
        return article
    return replace(
        article,
        given={**document.given, **article.given},
        facts={**document.facts, **article.facts},
    )


def _in_part(article: RawArticle, name: str) -> RawArticle:
    return replace(article, part=f"{name}/{article.part}" if article.part else name)


def _of_part(error: Unreadable, name: str) -> Unreadable:
    return Unreadable(f"{name}: {error.reason}")
