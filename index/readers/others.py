"""Files of kinds that are not read, each named as what it is: by content, else by name and look.

How they begin is said in the formats' own descriptions and in the lists of the `file` program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.readers.head import Head
from index.readers.packed import is_packed

_PICTURE, _SOUND, _FILM, _FONT = "a picture", "sound", "a film", "a font"
_PROGRAM, _DATABASE = "a program", "a database"
_UNPACK = "unpack it first"

_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".aria2")
_PACKED_AGAIN = f"packed twice; {_UNPACK}"

_BINARY: Sequence[tuple[str, str]] = (
    (_PICTURE, r"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|8BPS\x00\x01|AT&TFORM"),
    (_PICTURE, r"BM.{4}\x00{4}.{3}\x00[\x0c\x28\x38\x40\x6c\x7c]\x00{3}|\x00\x00\x01\x00.\x00"),
    (_PICTURE, r"RIFF.{4}WEBP|.{4}ftyp(?:avi[fs]|hei[cfsx]|mif1|msf1)|\x00{3}\x0cj(?:P  |XL )"),
    (_SOUND, r"ID3[\x02-\x04]|\xff[\xe2-\xe7\xf1-\xff][\x10-\xef]|fLaC\x00|RIFF.{4}WAVE|MThd\x00"),
    (_SOUND, r".{4}ftypM4[ABP] |FORM.{4}AIF[FC]|#!AMR|OggS.{24,80}(?:OpusHead|\x01vorbis|Speex)"),
    (_FILM, r".{4}(?:ftyp|moov|mdat|wide)|RIFF.{4}AVI |FLV\x01|\x00\x00\x01[\xb3\xba]|OggS"),
    (_FILM, r"\x1a\x45\xdf\xa3|0&\xb2u\x8ef\xcf\x11|G.{187}G.{187}G|\.RMF\x00"),
    (_FONT, r"wOF[F2]|\x00\x01\x00\x00\x00[\x04-\x40]|OTTO\x00|true\x00|ttcf\x00"),
    (_PROGRAM, r"\x7fELF|MZ.{58}.{2}\x00\x00|\xca\xfe\xba\xbe|\xfe\xed\xfa[\xce\xcf]|\x00asm\x01"),
    (_PROGRAM, r"[\xce\xcf]\xfa\xed\xfe|dex\n0\d\d|!<arch>\n|\xed\xab\xee\xdb|xar!\x00"),
    (_DATABASE, r"SQLite format 3\x00|\x00\x01\x00\x00Standard (?:Jet|ACE) DB"),
    ("a mailbox of Outlook; export its mails as .eml or mbox", r"!BDN"),
    ("a link to a file, not the file", r"L\x00{3}\x01\x14\x02\x00"),
    (f"a 7z archive; {_UNPACK}", r"7z\xbc\xaf\x27\x1c"),
    (f"a RAR archive; {_UNPACK}", r"Rar!\x1a\x07"),
    (f"an ARJ, cabinet or cpio archive; {_UNPACK}", r"\x60\xea|MSCF\x00{4}|0707|\xc7\x71"),
    (f"compressed with Zstandard; {_UNPACK}", r"[\x1e-\x28]\xb5\x2f\xfd"),
    (f"compressed with LZ4, lzip or compress; {_UNPACK}", r"\x04\x22\x4d\x18|LZIP|\x1f[\x9d\xa0]"),
    ("an image of a disk", r".{32769}CD001|conectix|QFI\xfb"),
    ("an e-book for Kindle; convert it to HTML", r".{60}(?:BOOKMOBI|TEXtREAd)"),
    ("a table in Parquet; save it as CSV", r"PAR1"),
    ("encrypted", r"Salted__|age-encryption\.org/"),
)
"""How files begin that hold no text."""

_TEXT: Sequence[tuple[str, str]] = (
    (
        "a picture (SVG)",
        r"\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<!DOCTYPE svg[^>]{0,300}>\s*)*"
        r"<svg[\s>]",
    ),
    ("a PostScript file; convert it to a PDF", r"%!PS-"),
    ("encrypted", r"-----BEGIN PGP MESSAGE-----"),
    ("a link to a page, not the page", r"\s*\[InternetShortcut\]|\s*\[Desktop Entry\]"),
    ("a calendar", r"BEGIN:VCALENDAR\r?\n"),
    ("addresses", r"BEGIN:VCARD\r?\n"),
)
"""How files begin that hold text of another kind."""

_BINARIES, _TEXTS = (
    tuple((what, re.compile(begins.encode("latin-1"), re.DOTALL)) for what, begins in kinds)
    for kinds in (_BINARY, _TEXT)
)

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLD_OFFICE: Sequence[tuple[str, str, tuple[str, ...]]] = (
    ("WordDocument", "an old Word file; save it as DOCX", (".doc", ".dot")),
    ("Workbook", "an old Excel file; save it as CSV", (".xls", ".xlt")),
    ("PowerPoint Document", "an old PowerPoint file; save it as a PDF", (".ppt", ".pps")),
    ("__nameid_version", "a mail in Outlook's own format; save it as .eml", (".msg",)),
)

_ZIP = b"PK\x03\x04"
_IN_ZIP = re.compile(rb"PK\x03\x04.{26}(mimetype[ -~]{1,100}|[ -~]{1,40})", re.DOTALL)
_CONTAINERS: Sequence[tuple[str, tuple[bytes, ...], tuple[str, ...]]] = (
    ("an e-book (EPUB); convert it to HTML", (b"mimetypeapplication/epub",), (".epub",)),
    (
        "an OpenDocument text; save it as DOCX",
        (b"mimetypeapplication/vnd.oasis.opendocument.text",),
        (".odt", ".ott"),
    ),
    (
        "an OpenDocument spreadsheet; save it as CSV",
        (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",),
        (".ods", ".ots"),
    ),
    (
        "an OpenDocument file; save it as a PDF",
        (b"mimetypeapplication/vnd.oasis.opendocument",),
        (".odp", ".odg"),
    ),
    ("an Excel spreadsheet; save it as CSV", (b"xl/",), (".xlsx", ".xlsm", ".xlsb", ".xltx")),
    ("a PowerPoint presentation; save it as a PDF", (b"ppt/",), (".pptx", ".pptm", ".ppsx")),
    ("a drawing in Visio", (b"visio/",), (".vsdx",)),
    (
        "a document of Apple's Pages, Numbers or Keynote; export it as DOCX, CSV or PDF",
        (b"Index/Document.iwa", b"index.apxl", b"buildVersionHistory.plist"),
        (".pages", ".numbers", ".key"),
    ),
    (_PROGRAM, (b"AndroidManifest.xml", b"META-INF/MANIFEST.MF"), (".jar", ".apk", ".xpi")),
)
"""What is packed as a zip and is one thing: by the names in it, or by its own."""

_CODE = {
    ".css": "a style sheet of a web page",
    ".js": "a script of a web page",
    ".mjs": "a script of a web page",
}
_MARKS_OF_CODE = re.compile(r"[{};=()]")
_MOST_IN_PROSE = 0.02


def other(head: Head) -> str | None:
    """What a file is that is not read, as a clause for a person; None for any other file."""
    if head.name.lower().endswith(_UNFINISHED) and "://" not in head.name:
        return "a download that was not finished"
    if is_packed(head.data):
        return _PACKED_AGAIN
    if head.data.startswith(_OLD_OFFICE):
        return _old_office(head)
    if head.data.startswith(_ZIP):
        return _container(head)
    if head.text is None:
        return _beginning(head.data, _BINARIES)
    return _beginning(head.data, _TEXTS) or _code(head.text, head.suffix)


def _beginning(data: bytes, kinds: Sequence[tuple[str, re.Pattern[bytes]]]) -> str | None:
    return next((what for what, begins in kinds if begins.match(data)), None)


def _old_office(head: Head) -> str:
    for inside, what, _ in _IN_OLD_OFFICE:
        if inside.encode("utf-16-le") in head.data:
            return what
    named = (what for _, what, suffixes in _IN_OLD_OFFICE if head.suffix in suffixes)
    return next(named, "an old Office file; save it as DOCX or as a PDF")


def _container(head: Head) -> str | None:
    names = _IN_ZIP.findall(head.data)
    for what, inside, suffixes in _CONTAINERS:
        if any(name.startswith(inside) for name in names) and (
            head.suffix in suffixes or names[0].startswith((b"mimetype", b"[Content_Types].xml"))
        ):
            return what
    return None


def _code(text: str, suffix: str) -> str | None:
    what = _CODE.get(suffix)
    if what and len(_MARKS_OF_CODE.findall(text)) > _MOST_IN_PROSE * len(text):
        return what
    return None
