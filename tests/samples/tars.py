"""Tar archives, as programs of all sorts make them."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable
from typing import Literal

from tests.samples.copy import article, mail, page

_DAY = 1_615_271_400

Packing = Literal["", "gz", "bz2", "xz"]
Layout = Literal[0, 1, 2]


def tarred(
    parts: Iterable[tuple[str | tarfile.TarInfo, bytes | str]],
    *,
    packing: Packing = "",
    layout: int = tarfile.PAX_FORMAT,
) -> bytes:
    """A tar with these parts in this order, each by its name or by all that a header says."""
    made = io.BytesIO()
    with tarfile.open(
        fileobj=made, mode=f"w:{packing}", format=layout, encoding="utf-8"
    ) as archive:  # type: ignore[call-overload]
        for about, content in parts:
            data = content.encode() if isinstance(content, str) else content
            header = tarfile.TarInfo(about) if isinstance(about, str) else about
            header.mtime = _DAY
            if isinstance(about, str):
                header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return made.getvalue()


def folder(name: str) -> tarfile.TarInfo:
    about = tarfile.TarInfo(name)
    about.type = tarfile.DIRTYPE
    return about


def of_texts() -> bytes:
    """Two texts in a folder, by GNU tar, one with a name longer than a header holds."""
    return tarred(
        [
            (folder("spring"), b""),
            ("spring/first.txt", article(21)),
            (f"spring/{'a very long name ' * 12}.txt", article(22)),
            ("spring/.hidden", "nothing"),
        ],
        layout=tarfile.GNU_FORMAT,
    )


def mixed() -> bytes:
    """A text, a page with its folder and a mail, packed with gzip; pax, with names in UTF-8."""
    return tarred(
        [
            ("clips/été.txt", article(23)),
            ("clips/page.html", page(24)),
            ("clips/page_files/logo.gif", b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"),
            ("clips/letter.eml", mail(25)),
        ],
        packing="gz",
    )


def of_tars() -> bytes:
    """Packed tars in a tar that is packed with xz."""
    return tarred(
        [
            ("one.tar.bz2", tarred([("a.txt", article(26))], packing="bz2")),
            ("two.tar", tarred([("b.txt", article(27))], layout=tarfile.USTAR_FORMAT)),
            ("three.txt", article(28)),
        ],
        packing="xz",
    )
