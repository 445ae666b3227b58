"""PDFs, by hand: objects, a table of where they stand, and pages whose words are put in place."""

from __future__ import annotations

import io
import textwrap
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter

from tests.samples import factiva, nexis
from tests.samples.stories import FLOOD, HARBOUR, STORIES, Story

WIDTH, HEIGHT = 595, 842
_FONTS = {"F": "Times-Roman", "B": "Times-Bold", "C": "Courier"}


@dataclass(frozen=True)
class Text:
    """Words with their beginning on the baseline, in points from the lower left."""

    left: float
    low: float
    words: str
    size: float = 10
    font: str = "F"


def document(
    pages: Sequence[Sequence[Text] | bytes],
    *,
    info: dict[str, str] | None = None,
    labels: str = "",
    compress: bool = True,
) -> bytes:
    """A PDF of these pages; of one given as bytes these are its stream."""
    objects: list[bytes] = [b"", b""]
    fonts = []
    for name, base in _FONTS.items():
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} "
            "/Encoding /WinAnsiEncoding >>".encode()
        )
        fonts.append(f"/{name} {len(objects)} 0 R")
    picture = zlib.compress(b"\x80" * 64)
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream"
        % (len(picture), picture)
    )
    picture_number = len(objects)
    kids = []
    for page in pages:
        stream = page if isinstance(page, bytes) else drawn(page)
        data = zlib.compress(stream) if compress else stream
        packing = b"/Filter /FlateDecode " if compress else b""
        objects.append(b"<< %b/Length %d >>\nstream\n%b\nendstream" % (packing, len(data), data))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << {' '.join(fonts)} >> /XObject << /P "
            f"{picture_number} 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {labels} >>".encode()
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    trailer = ""
    if info:
        told = " ".join(f"/{name} ({_escaped(value)})" for name, value in info.items())
        objects.append(f"<< {told} >>".encode("cp1252"))
        trailer = f"/Info {len(objects)} 0 R "
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    found = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(found))
        found += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(found)
    found += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    found += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    found += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(found)


def drawn(texts: Iterable[Text]) -> bytes:
    """The stream of a page that shows these words."""
    return "".join(
        f"BT /{text.font} {text.size} Tf 1 0 0 1 {text.left} {text.low} Tm "
        f"({_escaped(text.words)}) Tj ET\n"
        for text in texts
    ).encode("cp1252")


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def set_in(
    paragraphs: Sequence[str],
    *,
    left: float = 72,
    top: float = 700,
    wide: int = 90,
    indent: float = 0,
) -> list[Text]:
    """Paragraphs set in a column of so many characters, with an indent or a gap between them."""
    found = []
    low = top
    for words in paragraphs:
        for number, line in enumerate(textwrap.wrap(words, wide, break_on_hyphens=False)):
            found.append(Text(left + (indent if number == 0 else 0), low, line))
            low -= 12
        low -= 0 if indent else 8
    return found


def story(one: Story = HARBOUR) -> bytes:
    """An article on a page, with properties."""
    page = [
        Text(72, 760, one.title, 22, "B"),
        Text(72, 735, one.byline, 9),
        *set_in(one.body),
        Text(290, 40, "1", 9),
    ]
    day = one.day.replace("-", "")
    return document(
        [page],
        info={
            "Title": f"Microsoft Word - {one.title[:6].lower()}.doc",
            "Author": one.byline.removeprefix("By ").split(" and ")[0],
            "CreationDate": f"D:{day}140500+02'00'",
        },
    )


def columns(one: Story = FLOOD, *, by_rows: bool = False) -> bytes:
    """Two columns under a headline and over a foot, drawn by columns or by rows."""
    filler = tuple(
        f"Paragraph {number} of the report says what was seen that night along the river, "
        "and who was told of it before the morning came and the water rose again."
        for number in range(1, 7)
    )
    left = set_in([*one.body, *filler[:2]], wide=44, indent=10)
    right = set_in(filler[2:], left=310, wide=44, indent=10)
    both = [*left, *right]
    if by_rows:
        both.sort(key=lambda text: (-text.low, text.left))
    head = [Text(72, 760, one.title, 24, "B"), Text(72, 740, one.byline, 9)]
    return document([[*head, *both, Text(72, 60, "The Northern Star, 30 November 2019", 8)]])


def paged() -> bytes:
    """Three pages with heads, feet and numbers of their own, a paragraph across two of them."""
    pages = []
    words = " ".join(f"Sentence {n} of the report is about the old harbour." for n in range(85))
    lines = textwrap.wrap(words, 90)
    for number in range(3):
        copy = lines[number * 17 : number * 17 + 17]
        pages.append(
            [
                Text(72, 800, f"The Herald \u00b7 Special report \u00b7 {number + 4}", 8),
                *([Text(72, 740, "What the harbour knew", 20, "B")] if number == 0 else []),
                *(Text(72, 700 - 12 * place, line) for place, line in enumerate(copy)),
                Text(290, 40, f"- {number + 4} -", 8),
            ]
        )
    labels = "/PageLabels << /Nums [0 << /S /D /St 4 >> 2 << /P (A-) /S /r >>] >>"
    return document(pages, labels=labels)


def pictures() -> bytes:
    """Scans: pages with a picture each, and no words."""
    return document([b"q 595 0 0 842 0 0 cm /P Do Q\n"] * 2)


def encrypted(password: str) -> bytes:
    """An article that asks for this password; for none where it is empty."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(story())))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    found = io.BytesIO()
    writer.write(found)
    return found.getvalue()


def nexis_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of the newer LexisNexis, each article on a page of its own."""
    return _delivery(nexis.uni_paragraphs(stories, cover=False), "End of Document")


def factiva_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of Factiva as its screen shows it."""
    return _delivery(factiva.shown_lines(stories, contents=False), "Document ")


def _delivery(lines: Sequence[str], last: str) -> bytes:
    pages: list[list[Text]] = [[]]
    low = 740.0
    for words in lines:
        for line in textwrap.wrap(words.replace("\u00a0", " "), 90):
            pages[-1].append(Text(72, low, line))
            low -= 12
        low -= 8
        if words.startswith(last):
            pages.append([])
            low = 740.0
    for number, page in enumerate(pages, 1):
        page.append(Text(250, 800, f"Page {number} of {len(pages)}", 8))
    return document([page for page in pages if len(page) > 1])
