"""A PDF, opened within bounds, and what it says of itself."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pypdf import PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from index.readers.raw import Unreadable
from index.text import one_line

_MOST_PAGES = 5_000
_UNPACKED = 32 << 20
"""Bytes that a stream may unpack to: the words of a page have some ten thousand."""
_STEPS = 1_000_000
"""Operators and operands that a page may have."""
_DAMAGED = "damaged: not a whole PDF"
_LONGEST_LABEL = 40

# It tells the log what is odd about a file; that is of no use to anybody here.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False

# What a damaged file makes the library raise: it says itself that these are not all its own.
ODD = (
    PyPdfError,
    DeprecationError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    ArithmeticError,
    NotImplementedError,
    AssertionError,
    OSError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class Pdf:
    """An open PDF: its pages, what each is called, and its properties, "" where there are none."""

    reader: PdfReader
    pages: Sequence[Any]
    labels: Sequence[str]
    title: str
    author: str
    day: str


@contextmanager
def opened(data: bytes) -> Iterator[Pdf]:
    """The PDF. Raises `Unreadable` for one that is damaged, encrypted, or too large."""
    with apply_configuration(
        zlib_maximum_output_length=_UNPACKED,
        lzw_maximum_output_length=_UNPACKED,
        run_length_maximum_output_length=_UNPACKED,
        array_based_stream_maximum_output_length=_UNPACKED,
        stream_parsing_work_maximum_count=_STEPS,
        page_tree_maximum_entries=2 * _MOST_PAGES,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    ):
        try:
            pdf = _opened(data)
        except DependencyError as error:
            raise Unreadable(
                "an encrypted PDF; reading it needs cryptography, which "
                "`pip install 'dateline[pdf]'` adds"
            ) from error
        except ODD as error:
            raise Unreadable(_DAMAGED) from error
        yield pdf


def _opened(data: bytes) -> Pdf:
    reader = PdfReader(io.BytesIO(data))
    # With an empty password anybody may read it, and perhaps not print it.
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise Unreadable("encrypted, and asks for a password")
    pages = reader.pages
    count = len(pages)
    if count > _MOST_PAGES:
        raise Unreadable(f"more than {_MOST_PAGES} pages")
    if not count:
        raise Unreadable("a PDF without pages")
    title, author, day = _properties(reader)
    return Pdf(reader, pages, _labels(reader, count), title, author, day)


def _labels(reader: PdfReader, count: int) -> list[str]:
    try:
        labels = [one_line(label)[:_LONGEST_LABEL] for label in reader.page_labels]
    except ODD:
        labels = []
    labels += [""] * count
    return [label or str(number) for number, label in enumerate(labels[:count], 1)]


def _properties(reader: PdfReader) -> tuple[str, str, str]:
    try:
        metadata = reader.metadata
    except ODD:
        return "", "", ""
    found: list[str] = []
    for name in ("title", "author"):
        try:
            told = getattr(metadata, name)
        except ODD:
            told = None
        found.append(told if isinstance(told, str) else "")
    try:
        created = metadata.creation_date if metadata is not None else None
        day = created.date().isoformat() if created is not None else ""
    except ODD:
        day = ""
    return found[0], found[1], day
