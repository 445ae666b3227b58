"""Web archives, as crawlers write them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.samples.copy import page

_SITE = "https://sample.example"


class Crawl:
    """Writes a web archive, an answer after the other."""

    def __init__(self, *, packed: bool, version: str = "WARC/1.1") -> None:
        self._made = io.BytesIO()
        self._writer = WARCWriter(self._made, gzip=packed, warc_version=version)

    def told(self, name: str) -> Crawl:
        """What a crawler says of itself at the beginning."""
        about = {"software": "Sample Crawler 1.0", "format": "WARC File Format 1.1"}
        self._writer.write_record(self._writer.create_warcinfo_record(name, about))
        return self

    def answer(
        self,
        address: str,
        content: bytes | str,
        kind: str = "text/html; charset=utf-8",
        *,
        status: str = "200 OK",
        headers: Sequence[tuple[str, str]] = (),
        record: str = "response",
    ) -> Crawl:
        """What a server said at this address of the site, or what came of it."""
        data = content.encode() if isinstance(content, str) else content
        said = [("Content-Type", kind), *headers] if kind else list(headers)
        head = StatusAndHeaders(status, said, protocol="HTTP/1.1")
        uri = address if ":" in address else _SITE + address
        told = {"WARC-Date": "2023-10-01T12:00:00Z"}
        with_head = record in ("response", "revisit")
        made = self._writer.create_warc_record(
            uri,
            record,
            payload=io.BytesIO(data),
            http_headers=head if with_head else None,
            warc_content_type="" if with_head else kind,
            warc_headers_dict=told,
        )
        self._writer.write_record(made)
        return self

    def asked(self, address: str) -> Crawl:
        """What the crawler asked for."""
        head = StatusAndHeaders(f"GET {address} HTTP/1.1", [("Host", "sample.example")])
        record = self._writer.create_warc_record(
            _SITE + address, "request", payload=io.BytesIO(b""), http_headers=head
        )
        self._writer.write_record(record)
        return self

    def bytes(self) -> bytes:
        return self._made.getvalue()


def chunked(data: bytes, size: int = 700) -> bytes:
    """Content in the pieces in which servers send it (RFC 9112, section 7.1)."""
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def of_pages(*, packed: bool = False) -> bytes:
    """Two pages of a site, with all that a crawler writes around them."""
    crawl = Crawl(packed=packed).told("sample.warc")
    crawl.asked("/river/31").answer("/river/31", page(31))
    crawl.answer("/robots.txt", "User-agent: *\nDisallow:\n", "text/plain")
    crawl.answer("/style.css", "p { margin: 0 }", "text/css")
    crawl.answer("/logo.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png")
    crawl.answer("/gone", "<html><body>Not found</body></html>", status="404 Not Found")
    crawl.answer("/old", "", status="301 Moved", headers=[("Location", "/river/31")])
    crawl.answer("/river/31", "", record="revisit")
    crawl.asked("/river/32").answer("/river/32", page(32))
    return crawl.bytes()


def packed() -> bytes:
    """Two pages in a WARC.gz, one sent in pieces and one packed by the server."""
    crawl = Crawl(packed=True, version="WARC/1.0").told("sample.warc.gz")
    in_pieces = [("Transfer-Encoding", "chunked")]
    crawl.answer("/river/33", chunked(page(33).encode()), headers=in_pieces)
    both = [*in_pieces, ("Content-Encoding", "gzip")]
    crawl.answer("/river/34", chunked(gzip.compress(page(34).encode())), headers=both)
    return crawl.bytes()


def of_resources() -> bytes:
    """Pages and a text without what a server said, as archives made of saved files have them."""
    crawl = Crawl(packed=True).told("files.warc.gz")
    crawl.answer("/river/35", page(35), "text/html", record="resource")
    crawl.answer("/river/36.txt", page(36), "text/html", record="resource")
    crawl.answer("urn:list", "a list of the crawler's own", "text/plain", record="resource")
    return crawl.bytes()
