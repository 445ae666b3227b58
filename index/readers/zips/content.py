"""What is in an entry of a zip, unpacked as it is read."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from index.readers.chunks import CHUNK, file_of
from index.readers.decoders import CUT_SHORT, Decoder, Ratio, bzip2, deflate, lzma_alone, stream
from index.readers.raw import Unreadable
from index.readers.zips.directory import DAMAGED, Entry

_HEADER = struct.Struct("<4s5H3L2H")
_HEADER_MAGIC = b"PK\x03\x04"

_STORED, _DEFLATED, _BZIP2, _LZMA = 0, 8, 12, 14
_DECODERS: Mapping[int, Callable[[], Decoder]] = {
    _DEFLATED: deflate,
    _BZIP2: bzip2,
    _LZMA: lzma_alone,
}
_OTHER = {
    1: "shrunk",
    6: "imploded",
    9: "Deflate64",
    20: "Zstandard",
    93: "Zstandard",
    95: "xz",
    96: "JPEG",
    97: "WavPack",
    98: "PPMd",
    99: "encryption",
}
_HAS_END_MARK = 1 << 1
_LZMA_HEAD = struct.Struct("<2sH")
_UNKNOWN = (1 << 64) - 1


def content(file: BinaryIO, entry: Entry) -> io.BufferedReader:
    """The content of an entry. Raises `Unreadable`, also while it is read.

    It may be read as long as `file` is not read elsewhere.
    """
    if entry.encrypted:
        raise Unreadable("encrypted")
    if entry.method != _STORED and entry.method not in _DECODERS:
        how = _OTHER.get(entry.method, f"method {entry.method}")
        raise Unreadable(f"packed in a way that is not read ({how})")
    return file_of(_checked(file, entry))


def _checked(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    crc = 0
    for chunk in _unpacked(file, entry):
        crc = zlib.crc32(chunk, crc)
        yield chunk
    if crc != entry.crc:
        raise Unreadable("damaged: its checksum is wrong")


def _unpacked(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    left = entry.packed
    file.seek(entry.at)
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size or not header.startswith(_HEADER_MAGIC):
        raise Unreadable(DAMAGED)
    *_, of_name, of_extra = _HEADER.unpack(header)
    file.seek(of_name + of_extra, 1)

    def more() -> bytes:
        nonlocal left
        found = file.read(min(left, CHUNK))
        left -= len(found)
        return found

    if entry.method == _STORED:
        while found := more():
            yield found
        if left:
            raise Unreadable(CUT_SHORT)
    else:
        head = _lzma_head(more(), entry) if entry.method == _LZMA else b""
        yield from stream(_DECODERS[entry.method](), head, more, Ratio(len(head)))


def _lzma_head(data: bytes, entry: Entry) -> bytes:
    """The data with the head that LZMA has in a file of its own, in the place of a zip's."""
    if len(data) < _LZMA_HEAD.size:
        raise Unreadable(CUT_SHORT)
    _, of_settings = _LZMA_HEAD.unpack_from(data)
    settings = data[_LZMA_HEAD.size : _LZMA_HEAD.size + of_settings]
    size = _UNKNOWN if entry.flags & _HAS_END_MARK else entry.size
    return settings + size.to_bytes(8, "little") + data[_LZMA_HEAD.size + of_settings :]
