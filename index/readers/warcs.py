"""Web archives (WARC, ISO 28500): the pages that a crawler was given, a record at a time.

Records are told apart by warcio. What a server packed is unpacked here, in bounded memory.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from index.readers.chunks import CHUNK, file_of
from index.readers.columns import Columns, record_of
from index.readers.decoders import CUT_SHORT, Ratio, deflate, stream, zlibbed
from index.readers.extras import needing
from index.readers.format import Deeper, Row, Stream
from index.readers.head import Head
from index.readers.packed import unpacked
from index.readers.parts import shown_name
from index.readers.raw import Bounds, Document, Unreadable, larger_than
from index.text import encoding_called, one_line

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

_BEGINS = re.compile(rb"WARC/[01]\.\d+\r?\n|filedesc://[^\n]{1,500} \d{14} text/plain \d+\r?\n")
_DAMAGED = "a damaged web archive"
_LONGEST_HEAD = 1 << 20
"""Bytes of what is said of a record before its content; programs refuse a tenth of that."""
_LONGEST_ADDRESS = 2000

_TAKEN = frozenset(("response", "resource", "conversion"))
"""Records that have what was found at an address: not what was asked, nor that it was seen."""
_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_FOUND = re.compile(r"[\d.]*\s*2(?!0[456])\d\d\b")
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_DOCUMENTS = re.compile(
    r"text/(?:plain|markdown|rtf)|message/rfc822|application/(?:pdf|rtf|msword|mbox"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)"
)
_DATA = re.compile(r"application/(?:x-)?(?:json|ndjson|jsonl|jsonlines)(?:-seq)?|text/csv")
_FEEDS = re.compile(r"(?:text|application)/(?:[\w.-]+\+)?xml")
_A_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF|newsItem|newsMessage)[\s>]")
_OF_SITES = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt\Z", re.IGNORECASE)
"""Texts that are for programs, which crawlers fetch from every site."""
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _tells(head: Head) -> bool:
    if _BEGINS.match(head.data) is None:
        return False
    with needing("a web archive", "warc"):
        import warcio.archiveiterator  # noqa: F401 - light, and none can be read without it
    return True


def _rows(file: io.BufferedReader, bounds: Bounds, deeper: Deeper) -> Iterator[Row]:
    from warcio.exceptions import ArchiveLoadFailed

    try:
        guarded = _Guarded(file)
        for record in _records(guarded):
            guarded.in_content = True
            page = None
            try:
                page = _page_of(record, bounds)
                if page is not None:
                    yield from page.rows(bounds, deeper)
            except Unreadable as error:
                yield Unreadable(f"{_address(record)}: {error.reason}")
            _pass_over(record)
            guarded.in_content = False
    except (ArchiveLoadFailed, ValueError) as error:
        raise Unreadable(_DAMAGED) from error


class _Guarded:
    """A file of which only so much is read between the contents of two records: what is said of
    a record is held as a whole."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self._read = 0
        self.in_content = False

    def read(self, size: int) -> bytes:
        found = self._file.read1(size)  # what comes before an error, too
        self._read = 0 if self.in_content else self._read + len(found)
        if self._read > _LONGEST_HEAD:
            raise Unreadable(f"{_DAMAGED}: what is said of a record has no end")
        return found

    def close(self) -> None:
        self._file.close()


def _records(file: _Guarded) -> Iterator[ArcWarcRecord]:
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(file, no_record_parse=True, arc2warc=True)
    while True:
        # It prints what it finds odd, where a person would see it.
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _pass_over(record: ArcWarcRecord) -> None:
    """Go on to the end of a record. Raises `Unreadable` where it has none."""
    while record.raw_stream.read(CHUNK):
        pass
    if getattr(record.raw_stream, "limit", 1) > 0:
        raise Unreadable(CUT_SHORT)


@dataclass(frozen=True, slots=True)
class _Page:
    """What was found at an address: its kind, as "text/html", the encoding that the server told
    of, and the content."""

    address: str
    kind: str
    charset: str | None
    content: io.BufferedReader

    def rows(self, bounds: Bounds, deeper: Deeper) -> Iterator[Row]:
        """Its rows: of what is no page only those that give an article."""
        told = self.kind in _PAGES or _DOCUMENTS.fullmatch(self.kind) is not None
        columns = Columns(bounds.names)
        for row in deeper(shown_name(self.address), self.content, {"url": (self.address,)}):
            if isinstance(row, Document):
                if _DATA.fullmatch(self.kind) is None:
                    yield replace(row, data=_in_utf8(row.data, self.charset))
            elif isinstance(row, Unreadable):
                if told:
                    yield row
            elif _is_article(row, columns):
                yield row


def _page_of(record: ArcWarcRecord, bounds: Bounds) -> _Page | None:
    """What a record has that may give articles; None if nothing. Raises `Unreadable`."""
    from warcio.bufferedreaders import ChunkedDataReader

    address = _address(record)
    if record.rec_type not in _TAKEN or _ADDRESS.match(address) is None:
        return None
    told, body = record.rec_headers, record.raw_stream
    packing = ""
    if record.rec_type == "response":
        told = _http_head(record)
        if told is None or _FOUND.match(told.statusline) is None:
            return None
        packing = (told.get_header("Content-Encoding") or "").strip().lower()
    kind, _, more = (told.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if not _is_taken(kind, address):
        return None
    if record.rec_type == "response" and _is_chunked(told):
        if record.length > bounds.document:
            raise Unreadable(larger_than(bounds.document))
        body = ChunkedDataReader(record.raw_stream)
    content = _unpacked(file_of(_pieces(body)), packing)
    if _FEEDS.fullmatch(kind) and _A_FEED.search(content.peek(CHUNK)) is None:
        return None
    charset = _CHARSET.search(more)
    return _Page(address, kind, charset[1] if charset else None, content)


def _is_taken(kind: str, address: str) -> bool:
    if kind == "text/plain" and _OF_SITES.search(urlsplit(address).path):
        return False
    return kind in _PAGES or any(known.fullmatch(kind) for known in (_DOCUMENTS, _FEEDS, _DATA))


def _address(record: ArcWarcRecord) -> str:
    told = one_line(record.rec_headers.get_header("WARC-Target-URI") or "")
    return told.removeprefix("<").removesuffix(">")[:_LONGEST_ADDRESS]


def _http_head(record: ArcWarcRecord) -> StatusAndHeaders | None:
    """What the server said before the content; None where it is no answer of one."""
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

    try:
        return StatusAndHeadersParser(["HTTP/"]).parse(_Lines(record.raw_stream))
    except (StatusAndHeadersParserException, EOFError):
        return None


class _Lines:
    """The lines at the head of a record, so many bytes at most."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = _LONGEST_HEAD

    def readline(self) -> bytes:
        line = self._stream.readline(self._left)
        self._left -= len(line)
        if not self._left:
            raise Unreadable("what the web server said of it has no end")
        return line


def _is_chunked(told: StatusAndHeaders) -> bool:
    return "chunked" in (told.get_header("Transfer-Encoding") or "").lower()


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while found := stream.read(CHUNK):
        yield found


def _unpacked(content: io.BufferedReader, packing: str) -> io.BufferedReader:
    """The content as it was before the server packed it. Raises `Unreadable`."""
    if packing in ("", "identity", "gzip", "x-gzip"):
        # Some say so and do not: then it is read as it is.
        return unpacked(content, content.peek(CHUNK)) or content
    if packing == "deflate":
        return _inflated(content)
    raise Unreadable(f"packed by the web server in a way that is not read ({packing[:20]})")


def _inflated(content: io.BufferedReader) -> io.BufferedReader:
    """Deflated content, with the head that the standard asks for or without it."""
    begins = content.peek(CHUNK)[:2]
    if len(begins) < 2:
        return content
    with_head = begins[0] & 0x0F == 8 and int.from_bytes(begins, "big") % 31 == 0
    decoder = zlibbed() if with_head else deflate()
    return file_of(stream(decoder, b"", lambda: content.read(CHUNK), Ratio()))


def _in_utf8(data: bytes, charset: str | None) -> bytes:
    """Text in the encoding that the server told of, as UTF-8 that says that it is."""
    encoding = encoding_called(charset or "")
    if encoding in (None, "utf-8") or data.startswith(_MARKED):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        return codecs.BOM_UTF8 + data.decode(encoding, "replace").encode("utf-8", "replace")
    return data


def _is_article(row: bytes | Mapping[str, object], columns: Columns) -> bool:
    try:
        columns.article_of(record_of(row) if isinstance(row, bytes) else row)
    except Unreadable:
        return False
    return True


FORMAT = Stream("warc", 1, _tells, _rows)
