"""Tar archives, gone through from their beginning to their end: nothing of one is ever held.

Not tarfile: it holds a record of every part, and reads names and their like of any length whole.
The layout is POSIX.1-2001's (pax) and GNU tar's; how a header is read is tarfile's.
"""

from __future__ import annotations

import io
import re
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import BinaryIO

from index.readers.chunks import chunks_of, file_of
from index.readers.decoders import CUT_SHORT
from index.readers.format import Deeper, Row, Stream
from index.readers.head import Head
from index.readers.parts import (
    A_DEVICE,
    A_LINK,
    A_PIPE,
    is_beside,
    page_folders,
    shown_name,
    steps_of,
)
from index.readers.passed_over import page_name
from index.readers.raw import Bounds, Unreadable
from index.readers.sidecars import is_yaml

_BLOCK = tarfile.BLOCKSIZE
_LONGEST = 1 << 20
"""Bytes of a name, or of what else is said of a part: more is not meant to be read."""
_AHEAD = frozenset(
    (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)
)
"""Headers that say more of the next part."""
_SPARSE = "a sparse file"
_NO_FILES: Mapping[bytes, str] = {
    tarfile.SYMTYPE: A_LINK,
    tarfile.LNKTYPE: A_LINK,
    tarfile.CHRTYPE: A_DEVICE,
    tarfile.BLKTYPE: A_DEVICE,
    tarfile.FIFOTYPE: A_PIPE,
    tarfile.GNUTYPE_SPARSE: _SPARSE,
}
_WITHOUT_BYTES = frozenset(
    (
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.FIFOTYPE,
        tarfile.DIRTYPE,
    )
)
_SAID_FOR_ALL = frozenset((tarfile.XGLTYPE, b"V", b"M", b"N"))
"""What is no part: said of all parts, the label of a tape, how parts go on over several tapes."""
_MORE_IN_HEADER, _MORE_IN_MAP = 482, 504
"""Where GNU tar says in a header, and in the blocks behind it, that more of these follow."""
_RECORD = re.compile(rb"([1-9]\d{0,6}) ([^=\n]{1,200})=")
_MOST_PAGES = 10_000
"""Saved pages that are remembered until their folders come."""
_FACTS = "facts in YAML, which a tar keeps from its articles; unpack it first"
_LONGEST_SIZE = 19
"""Figures of the size of a part."""


def _tells(head: Head) -> bool:
    if len(head.data) < _BLOCK:
        return False
    if head.suffix == ".tar" and not any(head.data):
        return True
    return _header(head.data[:_BLOCK]) is not None


def _header(block: bytes) -> tarfile.TarInfo | None:
    """What a header says, if it is one: its bytes add up to what it says they do."""
    try:
        return tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.TarError:
        return None


def _rows(file: io.BufferedReader, bounds: Bounds, deeper: Deeper) -> Iterator[Row]:
    yield from _Tar(file, deeper).rows()


class _Tar:
    """A tar that is gone through. `_left` bytes of the part that it is at are not read yet."""

    def __init__(self, file: BinaryIO, deeper: Deeper) -> None:
        self._file = file
        self._deeper = deeper
        self._left = 0
        self._pages: dict[tuple[tuple[str, ...], str], None] = {}

    def rows(self) -> Iterator[Row]:
        said: dict[str, str] = {}
        while (block := self._exactly(_BLOCK)) and any(block):
            header = _header(block)
            if header is None or header.size < 0:
                raise Unreadable("damaged")
            if header.type in _AHEAD:
                said.update(self._said(header))
                continue
            self._left = _size(header, said)
            padding = -self._left % _BLOCK
            if header.type == tarfile.GNUTYPE_SPARSE:
                self._pass_map(more=bool(block[_MORE_IN_HEADER]))
            if header.type not in _SAID_FOR_ALL:
                yield from self._part(header, said)
                said = {}
            self._skip(self._left + padding)

    def _said(self, header: tarfile.TarInfo) -> Mapping[str, str]:
        """What a header says of the part that follows it."""
        if header.size > _LONGEST:
            raise Unreadable("damaged: a name without an end")
        data = self._exactly(header.size + -header.size % _BLOCK)[: header.size]
        if header.type == tarfile.GNUTYPE_LONGNAME:
            return {"path": _decoded(data.partition(b"\x00")[0])}
        return {} if header.type == tarfile.GNUTYPE_LONGLINK else _records(data)

    def _part(self, header: tarfile.TarInfo, said: Mapping[str, str]) -> Iterator[Row]:
        own = _decoded(header.name.encode("utf-8", "surrogateescape"))
        path = said.get("GNU.sparse.name") or said.get("path") or own
        steps = steps_of(path)
        if header.type == tarfile.DIRTYPE or path.endswith("/") or self._is_beside(steps):
            return
        name = shown_name(path)
        if is_yaml(PurePosixPath(*steps)):
            yield Unreadable(f"{name}: {_FACTS}")
        elif header.type in _NO_FILES:
            yield Unreadable(f"{name}: {_NO_FILES[header.type]}")
        elif any(key.startswith("GNU.sparse.") for key in said):
            yield Unreadable(f"{name}: {_SPARSE}")
        else:
            yield from self._deeper(name, file_of(self._content()))

    def _is_beside(self, steps: list[str]) -> bool:
        """Whether a part is there for a system, or for a saved page that came before it."""
        if is_beside(steps):
            return True
        if steps and (page := page_name(steps[-1])) is not None:
            self._pages[tuple(steps[:-1]), page] = None
            if len(self._pages) > _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
        return any(folder in self._pages for folder in page_folders(steps))

    def _content(self) -> Iterator[bytes]:
        for chunk in chunks_of(self._file, self._left):
            self._left -= len(chunk)
            yield chunk
        if self._left:
            self._left = 0
            raise Unreadable(CUT_SHORT)

    def _pass_map(self, *, more: bool) -> None:
        """Pass over the blocks that say where the holes of a sparse file are."""
        while more:
            block = self._exactly(_BLOCK)
            more = bool(block) and bool(block[_MORE_IN_MAP])

    def _skip(self, size: int) -> None:
        for chunk in chunks_of(self._file, size):
            size -= len(chunk)
        if size >= _BLOCK:
            raise Unreadable(CUT_SHORT)

    def _exactly(self, size: int) -> bytes:
        """So many bytes; none at the end of the file. Raises `Unreadable` in between."""
        data = b"".join(chunks_of(self._file, size))
        if 0 < len(data) < size:
            raise Unreadable(CUT_SHORT)
        return data


def _size(header: tarfile.TarInfo, said: Mapping[str, str]) -> int:
    """How many bytes follow a header: links, folders and devices have none."""
    if header.type in _WITHOUT_BYTES:
        return 0
    size = said.get("size", "")
    return int(size) if size.isdecimal() and len(size) < _LONGEST_SIZE else header.size


def _records(data: bytes) -> Mapping[str, str]:
    """What a pax header says, by name: records of "LENGTH NAME=VALUE"."""
    found: dict[str, str] = {}
    at = 0
    while (match := _RECORD.match(data, at)) is not None:
        end = at + int(match[1])
        if end <= match.end():
            break
        found[_decoded(match[2])] = _decoded(data[match.end() : end - 1])
        at = end
    return found


def _decoded(name: bytes) -> str:
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("latin-1")


FORMAT = Stream("tar", 1, _tells, _rows)
