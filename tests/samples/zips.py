"""Zip archives, as programs of all sorts make them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

from tests.samples.copy import article, mail, page

_DAY = (2021, 3, 9, 7, 30, 0)


def zipped(
    parts: Mapping[str, bytes | str],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    comment: bytes = b"",
) -> bytes:
    """A zip with these parts, by name, in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            about = zipfile.ZipInfo(name, _DAY)
            about.compress_type = method
            archive.writestr(about, data)
        archive.comment = comment
    return made.getvalue()


def of_texts() -> bytes:
    """Two plain texts in a folder, packed on Windows, with what Windows leaves in folders."""
    return zipped(
        {
            "March/": b"",
            "March/first.txt": article(1).replace("\n", "\r\n"),
            "March/second.txt": article(2).encode("cp1252"),
            "March/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "March/desktop.ini": "[.ShellClassInfo]\r\n",
        },
        comment=b"sent by the library",
    )


def mixed() -> bytes:
    """Articles in several formats: a text, a saved page with its folder, a dump, a mail, and a
    text with a sidecar; packed on a Mac."""
    rows = [{"headline": f"Row {n}", "date": f"2021-03-{n:02}", "body": article(n)} for n in (4, 5)]
    return zipped(
        {
            "clips/a river.txt": article(1),
            "__MACOSX/clips/._a river.txt": b"\x00\x05\x16\x07" + bytes(40),
            "clips/.DS_Store": b"\x00\x00\x00\x01Bud1" + bytes(60),
            "clips/saved page.html": page(2),
            "clips/saved page_files/logo.png": b"\x89PNG\r\n\x1a\n" + bytes(80),
            "clips/saved page_files/style.css": "p { color: black; }\n" * 20,
            "clips/saved page_files/advert.html": page(99),
            "clips/rows.jsonl": "".join(json.dumps(row) + "\n" for row in rows),
            "clips/letter.eml": mail(6),
            "clips/told.txt": article(7),
            "clips/told.yaml": "title: As the library has it\ndate: 1999-12-31\n",
        }
    )


def of_zips() -> bytes:
    """A delivery of three days, each a zip of its own, with a name in another script."""
    return zipped(
        {
            "2021-03-01.zip": zipped({"eins.txt": article(11), "zwei.txt": article(12)}),
            "2021-03-02.zip": zipped({"новости.txt": article(13)}, method=zipfile.ZIP_BZIP2),
            "2021-03-03.zip": zipped({"trois.txt": article(14)}, method=zipfile.ZIP_LZMA),
        },
        method=zipfile.ZIP_STORED,
    )
