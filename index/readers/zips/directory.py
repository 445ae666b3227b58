"""The directory at the end of a zip: what is in it, one entry after another.

Not zipfile: it holds the whole directory, two thirds of a gigabyte for a million entries. The
layout is that of PKWARE's APPNOTE.TXT 6.3.10, section 4.3.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from index.readers.raw import Unreadable

_END = struct.Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_LONGEST_COMMENT = (1 << 16) - 1
_LOCATOR = struct.Struct("<4sLQL")
_LOCATOR_MAGIC = b"PK\x06\x07"
_END64 = struct.Struct("<4sQ2H2L4Q")
_END64_MAGIC = b"PK\x06\x06"
_ENTRY = struct.Struct("<4s6H3L5H2L")
_ENTRY_MAGIC = b"PK\x01\x02"
_LONGEST_ENTRY = _ENTRY.size + 3 * _LONGEST_COMMENT
_STEP = 1 << 18
"""Bytes of the directory that are read at once."""

_UNIX, _MACOS = 3, 19
_A_FOLDER = 0x10
_ENCRYPTED = 1 << 0
_UTF8 = 1 << 11
_ZIP64, _UNICODE_NAME = 0x0001, 0x7075
_FULL, _FULL_SHORT = 0xFFFFFFFF, 0xFFFF
"""What stands where a figure is too large for its place, and is told elsewhere."""

DAMAGED = "a damaged zip"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a zip: how it is packed, by PKWARE's number, in how many bytes, of what content,
    and where its own header stands in the file. `mode` is what Unix says of the file, 0 where
    nothing does."""

    name: str
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    at: int
    mode: int
    is_folder: bool

    @property
    def encrypted(self) -> bool:
        return bool(self.flags & _ENCRYPTED)


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory of a zip stands, and how many bytes lie before the zip itself, as the
    program of one that unpacks itself."""

    start: int
    size: int
    before: int

    def entries(self, file: BinaryIO) -> Iterator[Entry]:
        """The entries in order; between two of them `file` may be read elsewhere.

        Raises `Unreadable` where the directory is damaged.
        """
        at, end = self.start, self.start + self.size
        held, place = b"", 0
        while at < end:
            if len(held) - place < _LONGEST_ENTRY and at + len(held) - place < end:
                file.seek(at)
                held, place = file.read(min(_STEP, end - at)), 0
            entry, size = _entry(held, place, self.before)
            yield entry
            at += size
            place += size


def directory_of(file: BinaryIO) -> Directory:
    """The directory of a zip. Raises `Unreadable`."""
    length = file.seek(0, 2)
    start = max(0, length - _END.size - _LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = _end_record(tail)
    if at is None:
        raise Unreadable("damaged: a zip that has no end, as of a download that was cut short")
    _, disk, first, _, _, size, offset, _ = _END.unpack_from(tail, at)
    at += start
    if _FULL_SHORT in (disk, first) or _FULL in (size, offset):
        at, size, offset = _zip64(file, at) or (at, size, offset)
    elif disk or first:
        raise Unreadable("one of several files of a zip that was split")
    before = at - size - offset
    if before < 0:
        raise Unreadable(DAMAGED)
    return Directory(at - size, size, before)


def _end_record(tail: bytes) -> int | None:
    """Where the last record stands: the one whose comment ends with the file, else the last."""
    found = at = tail.rfind(_END_MAGIC)
    while at >= 0:
        if at + _END.size <= len(tail):
            comment = _END.unpack_from(tail, at)[-1]
            if at + _END.size + comment == len(tail):
                return at
        at = tail.rfind(_END_MAGIC, 0, at)
    return found if 0 <= found <= len(tail) - _END.size else None


def _zip64(file: BinaryIO, end: int) -> tuple[int, int, int] | None:
    """Of a zip with large figures: where the record of them stands, the size of the directory,
    and where it says that it stands. None without such a record."""
    if end < _LOCATOR.size + _END64.size:
        return None
    file.seek(end - _LOCATOR.size)
    magic, _, told, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if magic != _LOCATOR_MAGIC:
        return None
    for at in (told, end - _LOCATOR.size - _END64.size):
        if 0 <= at <= end - _LOCATOR.size - _END64.size:
            file.seek(at)
            found = _END64.unpack(file.read(_END64.size))
            if found[0] == _END64_MAGIC:
                return at, found[8], found[9]
    raise Unreadable(DAMAGED)


def _entry(held: bytes, at: int, before: int) -> tuple[Entry, int]:
    """The entry that stands there, and its size. Raises `Unreadable`."""
    if len(held) - at < _ENTRY.size or not held.startswith(_ENTRY_MAGIC, at):
        raise Unreadable(DAMAGED)
    (
        _, made, _, flags, method, _, _, crc, packed, size,
        of_name, of_extra, of_comment, _, _, attributes, offset,
    ) = _ENTRY.unpack_from(held, at)  # fmt: skip
    name_at = at + _ENTRY.size
    end = name_at + of_name + of_extra + of_comment
    if end > len(held):
        raise Unreadable(DAMAGED)
    told = held[name_at : name_at + of_name]
    extra = _extra(held[name_at + of_name : name_at + of_name + of_extra])
    name = _name(told, flags, extra.get(_UNICODE_NAME, b""))
    size, packed, offset = _large((size, packed, offset), extra.get(_ZIP64, b""))
    mode = attributes >> 16 if made >> 8 in (_UNIX, _MACOS) else 0
    is_folder = told.endswith((b"/", b"\\")) or stat.S_ISDIR(mode) or bool(attributes & _A_FOLDER)
    entry = Entry(name, method, flags, crc, packed, size, before + offset, mode, is_folder)
    return entry, end - at


def _extra(data: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<2H", data, at)
        found.setdefault(kind, data[at + 4 : at + 4 + size])
        at += 4 + size
    return found


def _large(figures: tuple[int, int, int], told: bytes) -> tuple[int, int, int]:
    """Size, packed size and offset, those from elsewhere that were too large for their places."""
    found = []
    for figure in figures:
        if figure == _FULL and len(told) >= 8:
            figure, told = int.from_bytes(told[:8], "little"), told[8:]
        found.append(figure)
    return found[0], found[1], found[2]


def _name(told: bytes, flags: int, unicode_name: bytes) -> str:
    """The name: in UTF-8 where that is said or is so, else in the code page of the first PCs."""
    if unicode_name[:1] == b"\x01" and zlib.crc32(told) == int.from_bytes(
        unicode_name[1:5], "little"
    ):
        return unicode_name[5:].decode("utf-8", "replace")
    try:
        return told.decode("utf-8")
    except UnicodeDecodeError:
        return told.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
