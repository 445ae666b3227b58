"""Zip archives: the parts in the order of their directory, each unpacked while it is read."""

from __future__ import annotations

import io
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import BinaryIO, cast

from index.readers.chunks import chunks_of
from index.readers.format import Deeper, Row, Stream
from index.readers.head import Head
from index.readers.parts import A_DEVICE, A_LINK, A_PIPE, shown_name
from index.readers.raw import Bounds, Document, Given, Names, Unreadable, larger_than
from index.readers.sidecars import ALONE, facts_of
from index.readers.zips.beside import Beside
from index.readers.zips.content import content
from index.readers.zips.directory import Directory, Entry, directory_of

_MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04", b"PK00PK\x03\x04")
"""How a zip begins; the last two where it was meant to be split, and was not."""
_IN_MEMORY = 8 << 20
_MOST_WITHIN = 1 << 30
"""Bytes that a zip may have that lies in another file: it is laid down to be read."""
_LEAST_ENTRY = 30
"""Bytes that any entry takes up beside its packed content."""


def _tells(head: Head) -> bool:
    return head.data.startswith(_MAGICS)


def _rows(file: io.BufferedReader, bounds: Bounds, deeper: Deeper) -> Iterator[Row]:
    with _seekable(file) as zipped:
        directory = directory_of(zipped)
        yield from _Zip(zipped, directory, bounds.names, deeper).rows()


@contextmanager
def _seekable(file: io.BufferedReader) -> Iterator[BinaryIO]:
    """A file of which any part can be read at any time: this one, or else a copy of it.

    A copy has no name, so that nothing is left of it however this ends.
    """
    if file.seekable():
        yield file
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        for chunk in chunks_of(file, _MOST_WITHIN + 1):
            copy.write(chunk)
        if copy.tell() > _MOST_WITHIN:
            raise Unreadable(f"a zip in another file, {larger_than(_MOST_WITHIN)}")
        yield cast(BinaryIO, copy)


class _Zip:
    def __init__(self, file: BinaryIO, directory: Directory, names: Names, deeper: Deeper) -> None:
        self._file = file
        self._directory = directory
        self._names = names
        self._deeper = deeper

    def rows(self) -> Iterator[Row]:
        beside = Beside(self._entries)
        length = self._file.seek(0, 2)
        taken = 0
        for entry in self._entries():
            # Parts that share their bytes may come to any size, however small the file.
            taken += _LEAST_ENTRY + entry.packed
            if taken > length:
                raise Unreadable("a zip whose parts overlap")
            if beside.is_passed_over(entry):
                continue
            try:
                if beside.is_sidecar(entry):
                    if not beside.is_used(entry):
                        raise Unreadable(ALONE)
                    self._facts(entry)
                else:
                    yield from self._part(entry, beside.sidecar_of(entry))
            except Unreadable as error:
                yield Unreadable(f"{shown_name(entry.name)}: {error.reason}")

    def _entries(self) -> Iterator[Entry]:
        return self._directory.entries(self._file)

    def _part(self, entry: Entry, sidecar: Entry | None) -> Iterator[Row]:
        _only_a_file(entry)
        facts: Given = {}
        if sidecar is not None:
            with suppress(Unreadable):  # which is told where the sidecar's turn comes
                facts = self._facts(sidecar)
        unsaid = False
        for row in self._deeper(shown_name(entry.name), content(self._file, entry)):
            if facts and isinstance(row, Document):
                yield replace(row, facts=facts)
            else:
                unsaid = unsaid or (bool(facts) and not isinstance(row, Unreadable))
                yield row
        if unsaid and sidecar is not None:
            raise Unreadable(
                f"the facts in {shown_name(sidecar.name)} are not said of its articles: "
                "unpack it first"
            )

    def _facts(self, sidecar: Entry) -> Given:
        """What a sidecar says. Raises `Unreadable`."""
        return facts_of(content(self._file, sidecar), self._names).facts


def _only_a_file(entry: Entry) -> None:
    """Raises `Unreadable` for what is none in the file system that it came from."""
    if stat.S_ISLNK(entry.mode):
        raise Unreadable(A_LINK)
    if stat.S_ISFIFO(entry.mode):
        raise Unreadable(A_PIPE)
    if stat.S_ISCHR(entry.mode) or stat.S_ISBLK(entry.mode):
        raise Unreadable(A_DEVICE)


FORMAT = Stream("zip", 1, _tells, _rows)
