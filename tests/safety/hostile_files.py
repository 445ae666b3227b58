"""Files made to hang, to fill memory, to reach outside or to break out of what they are.

Each is made small, or of one thing over and over, so that a folder of all of them is written in a
moment. `address` is one that nobody must ask, `secret` a file that nobody must read.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tests.hostile import ESCAPES
from tests.samples.copy import article
from tests.samples.tars import tarred
from tests.samples.zips import zipped

MB = 1 << 20
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATED = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    '2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]>"
)
_QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'ha' * 50_000}'>]>"
_RSS = "<rss version='2.0'><channel><title>T</title><item><title>I</title><description>{}{}"
_RSS_END = "</description></item></channel></rss>"
_NEWSML = (
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='x'><contentSet><inlineXML>"
    "<html><body><p>{}</p></body></html></inlineXML></contentSet></newsItem>"
)
_WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"
)


def bombs() -> Mapping[str, bytes]:
    """What is packed small and unpacks to far more than a machine has."""
    zeros = zipped({"zeros.txt": bytes(70 * MB), "good.txt": article(901)})
    deep = zipped({"deep.txt": article(902)})
    for _ in range(100):
        deep = zipped({"next.zip": deep})
    wide = zipped({"zeros.txt": bytes(MB)})
    for _ in range(8):
        wide = zipped({f"{number:x}.zip": wide for number in range(16)})
    rows = b'{"text": "' + b"a" * (100 * MB)
    return {
        "zeros.zip": zeros,
        "deep.zip": deep,
        "wide.zip": wide,
        "bomb.txt.gz": gzip.compress(bytes(100 * MB)),
        "bomb.jsonl.gz": gzip.compress(rows),
        "bomb.txt.xz": lzma.compress(b"a" * (20 * MB), preset=0),
        "bomb.txt.bz2": bz2.compress(b"a" * (20 * MB)),
        "bomb.docx": document("", tail=b"<w:p/>" * (40 * MB // 6)),
    }


def entities(address: str, secret: Path) -> Mapping[str, bytes]:
    """XML that says itself what its words stand for: gigabytes, files, addresses."""
    outside = (
        f"<!DOCTYPE x [<!ENTITY a9 SYSTEM 'file://{secret}'><!ENTITY % p SYSTEM '{address}/p.dtd'>"
        f"%p;<!ENTITY b SYSTEM '{address}/b'>]>"
    )
    found = {}
    for name, declared, used in (
        ("laughs", _LAUGHS, "&a9;"),
        ("quadratic", _QUADRATIC, "&a;" * 50_000),
        ("outside", outside, "&a9;&b;"),
    ):
        start = f'<?xml version="1.0"?>\n{declared}\n'
        found[f"{name}.rss"] = (start + _RSS.format(used, "") + _RSS_END).encode()
        found[f"{name}.newsml.xml"] = (start + _NEWSML.format(used)).encode()
        found[f"{name}.svg"] = f"{start}<svg xmlns='x'><text>{used}</text></svg>".encode()
        found[f"{name}.docx"] = document(used, declared)
    return found


def document(words: str, declared: str = "", tail: bytes = b"") -> bytes:
    """A Word document with these words, and what it declares before them."""
    body = f'<?xml version="1.0"?>{declared}{_WORDS.format(words)}'.encode()
    if tail:
        body = body.replace(b"</w:body>", tail + b"</w:body>")
    return zipped(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATED, "word/document.xml": body}
    )


def endless() -> Mapping[str, bytes]:
    """What goes on in itself, or has no end."""
    kids = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    stream = zlib.compress(b"BT (ha) Tj ET\n" * 8_000_000, 9)
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9 9] >>"
    packed = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    of_itself = b"<< /Type /ObjStm /N 1 /First 4 /Length 4 0 R /Extends 4 0 R >>"
    of_itself += b"\nstream\n4 0 \nendstream"
    return {
        "pages-in-pages.pdf": pdf([catalog, kids]),
        "page-of-itself.pdf": pdf([catalog, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
        "stream-of-itself.pdf": pdf(
            [catalog, b"4 0 R", b"null", of_itself + b"\nstream\n4 0 \nendstream"]
        ),
        "contents-bomb.pdf": pdf(
            [catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, packed]
        ),
        "table-of-itself.pdf": pdf([catalog, b"<< /Type /Pages /Kids [] /Count 0 >>"], prev=True),
        "groups.rtf": b"{\\rtf1\\ansi " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}",
        "header.mbox": b"From a@b.example Mon Jan  4 00:00:00 2021\nX-A: " + b"a" * (20 * MB),
        "bounds.eml": b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
        b"boundary=x\nDate: Mon, 4 Jan 2021 00:00:00 +0000\n\n"
        + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n"
        * 20_000,
        "deep.html": b"<!DOCTYPE html><html><body>" + b"<div>" * 200_000 + b"deep",
        "deep.jsonl": b'{"text": ' + b"[" * 200_000 + b"\n",
        "deep.json": b'[{"text": ' + b"[" * 200_000,
        "deep.xml": b"<?xml version='1.0'?><rss version='2.0'>" + b"<a>" * 200_000,
        "no-end.zip": zipped({"a.txt": article(903)})[:-40],
        "no-end.warc": b"WARC/1.0\r\nX: " + b"a" * (4 * MB),
    }


def pdf(objects: list[bytes], *, prev: bool = False) -> bytes:
    """A PDF of these objects, the first of which is its catalog; with `prev` its table says that
    it itself stands before it."""
    made = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    before = b" /Prev %d" % table if prev else b""
    made += b"trailer\n<< /Size %d /Root 1 0 R%s >>\n" % (len(objects) + 1, before)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % table)


def names() -> Mapping[str, bytes]:
    """Names in archives and of files that lead elsewhere, or speak to a terminal."""
    link, device = tarfile.TarInfo("../../link.txt"), tarfile.TarInfo("/dev/sda")
    link.type, link.linkname, device.type = tarfile.SYMTYPE, "/etc/passwd", tarfile.BLKTYPE
    parts: list[tuple[tarfile.TarInfo | str, bytes | str]] = [
        ("../../../escaped.txt", article(904)),
        ("/absolute.txt", article(905)),
        (link, b""),
        (device, b""),
    ]
    escapes = b"".join(ESCAPES).decode("utf-8", "replace")
    return {
        "names.tar": tarred(parts),
        "names.zip": zipped({f"../a{escapes}\n.txt": b"\x00\x01\x02\x03" * 50}),
        "bad\n\x1b]0;owned\x07\x1b[2J.txt": b"\x00\x01\x02\x03" * 50,
    }


def pages(address: str) -> Mapping[str, bytes]:
    """A page that asks for other things to be fetched and run; the story in it is taken in."""
    story = "".join(f"<p>{part}</p>" for part in article(906).split("\n\n") * 3)
    return {
        "scripts.html": (
            f"<!DOCTYPE html><html><head><title>The page of traps</title><base href='{address}/'>"
            f"<meta http-equiv='refresh' content='0; url={address}/refresh'>"
            f"<link rel='stylesheet' href='{address}/s.css'>"
            f"<script src='{address}/s.js'></script><script>document.write('scripted')</script>"
            f"</head><body><article><h1>The page of traps</h1><img src='{address}/i.png' "
            f"onerror='scripted()'>{story}<iframe src='{address}/f.html'></iframe></article>"
            "</body></html>"
        ).encode()
    }


def write_lines(folder: Path) -> list[Path]:
    """Files of one line of 100 MB."""
    paths = []
    for name, start in (
        ("line.txt", b""),
        ("line.jsonl", b'{"text": "'),
        ("line.csv", b'title,date,text\nx,2021-01-01,"'),
    ):
        paths.append(folder / name)
        with paths[-1].open("wb") as file:
            file.write(start)
            for _ in range(100):
                file.write(b"a" * MB)
    return paths


def write_oddities(folder: Path) -> list[Path]:
    """What is no file, or leads to itself."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "nowhere.txt").symlink_to(folder / "not there")
    return [folder / "pipe.txt", folder / "round.txt", folder / "nowhere.txt"]


def good(folder: Path) -> int:
    """Write articles among them; how many."""
    for number in range(40):
        (folder / f"{'abcdefghijklmnopqrstuvwxyz'[number % 26]}-good-{number}.txt").write_text(
            article(number), encoding="utf-8"
        )
    return 40
