"""Files of kinds that are not read: each is named as what it is, with what helps."""

from __future__ import annotations

import sqlite3
import struct
import sys
import wave
import zlib
from pathlib import Path

import pytest

from index.readers.head import SAMPLE, Head
from index.readers.others import other
from tests.readers.gone_through import NAMES, articles, refusal
from tests.samples.zips import zipped

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
_TYPES = '<?xml version="1.0"?><Types/>'


def _named(data: bytes, name: str = "file") -> str | None:
    return other(Head(data[:SAMPLE], name, NAMES))


def _box(kind: bytes) -> bytes:
    return struct.pack(">L", 28) + b"ftyp" + kind + bytes(40)


def _opendocument(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}"}, method=0)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40), "a picture"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "a picture"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(40), "a picture"),
        (b"II*\x00\x08\x00\x00\x00" + bytes(40), "a picture"),
        (_box(b"heic"), "a picture"),
        (_box(b"avif"), "a picture"),
        (b"BM" + struct.pack("<L2HLL", 70, 0, 0, 54, 40) + bytes(40), "a picture"),
        (b"ID3\x03\x00\x00\x00\x00\x00\x21TIT2" + bytes(40), "sound"),
        (b"\xff\xfb\x90\x64\x00" + bytes(400), "sound"),
        (b"fLaC\x00\x00\x00\x22" + bytes(40), "sound"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40), "sound"),
        (_box(b"M4A "), "sound"),
        (_box(b"isom"), "a film"),
        (_box(b"qt  "), "a film"),
        (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01webm" + bytes(40), "a film"),
        (b"RIFF\x24\x00\x00\x00AVI LIST" + bytes(40), "a film"),
        (b"wOF2\x00\x01\x00\x00" + bytes(40), "a font"),
        (b"\x00\x01\x00\x00\x00\x0c\x00\x80" + bytes(40), "a font"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
        (b"MZ" + bytes(58) + b"\x80\x00\x00\x00" + bytes(60), "a program"),
        (b"\xfe\xed\xfa\xcf" + bytes(60), "a program"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(60), "a 7z archive; unpack it first"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(60), "a RAR archive; unpack it first"),
        (b"\x28\xb5\x2f\xfd\x24\x00\x00" + bytes(60), "compressed with Zstandard; unpack it first"),
        (_OLD + "WordDocument".encode("utf-16-le"), "an old Word file; save it as DOCX"),
        (_OLD + "Workbook".encode("utf-16-le"), "an old Excel file; save it as CSV"),
        (_OLD, "an old Office file; save it as DOCX or as a PDF"),
        (
            zipped({"[Content_Types].xml": _TYPES, "xl/workbook.xml": ""}),
            "an Excel spreadsheet; save it as CSV",
        ),
        (
            zipped({"[Content_Types].xml": _TYPES, "ppt/presentation.xml": ""}),
            "a PowerPoint presentation; save it as a PDF",
        ),
        (_opendocument("text"), "an OpenDocument text; save it as DOCX"),
        (_opendocument("spreadsheet"), "an OpenDocument spreadsheet; save it as CSV"),
        (
            zipped({"mimetype": "application/epub+zip"}, method=0),
            "an e-book (EPUB); convert it to HTML",
        ),
        (b'<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"></svg>', "a picture (SVG)"),
        (
            b"[InternetShortcut]\r\nURL=https://sample.example/\r\n",
            "a link to a page, not the page",
        ),
        (b"-----BEGIN PGP MESSAGE-----\n\nhQEM", "encrypted"),
        (b"%!PS-Adobe-3.0\n", "a PostScript file; convert it to a PDF"),
    ],
)
def test_a_file_is_named_by_its_content(data: bytes, what: str) -> None:
    assert _named(data, "story.txt") == what


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("old.doc", _OLD, "an old Word file; save it as DOCX"),
        ("mail.msg", _OLD, "a mail in Outlook's own format; save it as .eml"),
        ("page.html.part", b"<html><body>", "a download that was not finished"),
        ("Unconfirmed 1234.crdownload", b"PK\x03\x04", "a download that was not finished"),
        (
            "style.css",
            b"body { color: #222; margin: 0; }\n.story p { font: 1em serif; }\n",
            "a style sheet of a web page",
        ),
        ("app.js", b"(function(){var a=1;b(a);})();\n" * 9, "a script of a web page"),
    ],
)
def test_a_file_is_named_by_its_name_where_content_cannot_tell(
    name: str, data: bytes, what: str
) -> None:
    assert _named(data, name) == what


def test_real_files_of_other_kinds_are_named(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "notes.txt")
    connection.execute("CREATE TABLE notes (text)")
    connection.commit()
    connection.close()
    assert refusal(tmp_path / "notes.txt") == "a database"
    with wave.open(str(tmp_path / "a.txt"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(800))
    assert refusal(tmp_path / "a.txt") == "sound"
    (tmp_path / "b.txt").write_bytes(Path(sys.executable).read_bytes()[:100_000])
    assert refusal(tmp_path / "b.txt") == "a program"


@pytest.mark.parametrize(
    "text",
    [
        "BM is what the paper called the bank.",
        "GIF89 was the name of the song.",
        "PAR1 is a code for a table.",
        "0707 was the number he dialled.",
        "OggS, he wrote, was all that he could say.",
        "MZ began the letter.",
        "RIFF of the week: the guitar is back.",
        "The scripts (two; three = too many) were read {slowly}. " + "And so on. " * 40,
    ],
)
def test_an_article_is_none_of_them_whatever_it_begins_with(text: str, tmp_path: Path) -> None:
    path = tmp_path / "story.js"
    path.write_text(text, encoding="utf-8")
    assert articles(path)[0].text == text


def test_a_packed_file_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    packer = zlib.compressobj(wbits=31)
    path.write_bytes(packer.compress(b"\x89PNG\r\n\x1a\n" + bytes(90)) + packer.flush())
    assert refusal(path) == "a picture"
