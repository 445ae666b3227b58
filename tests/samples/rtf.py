"""Rich text, by hand: an article as Word writes it, all that may stand in one, deliveries."""

from __future__ import annotations

from collections.abc import Sequence

from tests.samples import factiva, nexis
from tests.samples.stories import CHESS, HARBOUR, STORIES, Story

_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1\n"
    "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}"
    "{\\f2\\fmodern\\fcharset128 MS Gothic;}{\\f3\\ftech\\fcharset2 Symbol;}}\n"
    "{\\colortbl;\\red0\\green0\\blue0;}\n"
    "{\\stylesheet{\\fs24 Normal;}{\\s1\\b\\fs32 heading 1;}{\\s2\\b heading 2;}"
    "{\\s3\\i Quote;}{\\*\\cs10 Default Paragraph Font;}{\\s4 caption;}{\\s5 toc 1;}}\n"
)


def escaped(words: str) -> str:
    """Words as rich text has them: what is not ASCII as its number, with a question mark."""
    found = []
    for character in words:
        if character in "\\{}":
            found.append(f"\\{character}")
        elif character == "\t":
            found.append("\\tab ")
        elif ord(character) < 128:
            found.append(character)
        else:
            units = character.encode("utf-16-le")
            for at in range(0, len(units), 2):
                unit = int.from_bytes(units[at : at + 2], "little")
                found.append(f"\\u{unit if unit < 0x8000 else unit - 0x10000}?")
    return "".join(found)


def story(one: Story = HARBOUR) -> bytes:
    """An article with a heading, a picture, a header, and what Word says of it."""
    year, month, day = (int(part) for part in one.day.split("-"))
    info = (
        f"{{\\info{{\\title {escaped(one.title)}}}{{\\author {one.byline[3:].split(' and ')[0]}}}"
        f"{{\\operator desk}}{{\\creatim\\yr{year}\\mo{month}\\dy{day}\\hr9\\min5}}"
        "{\\revtim\\yr2020\\mo1\\dy1}}\n"
    )
    picture = "{\\*\\shppict{\\pict\\pngblip\\picw100 89504e470d0a1a0a0000000d49484452}}"
    header = "{\\header\\pard The Herald \\chpgn\\par}"
    parts = [
        _HEAD,
        info,
        header,
        f"\\pard\\s1\\b {escaped(one.title)}\\b0\\par\n\\pard\\plain {one.byline}\\par\n{picture}",
        *(f"\\pard\\plain {escaped(words)}\\par\n" for words in one.body),
    ]
    return "".join([*parts, "}\0"]).encode("ascii")


def plain(one: Story = CHESS) -> bytes:
    """An article without any style, its marks in Windows-1252."""
    parts = ["{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n"]
    for words in (one.title, one.byline, *one.body):
        coded = words.encode("cp1252")
        hexed = "".join(chr(b) if b < 128 else f"\\'{b:02x}" for b in coded)
        parts.append(f"\\pard {hexed}\\par\n\\par\n")
    return "".join([*parts, "}"]).encode("ascii")


def structured() -> bytes:
    """Headings, a list, a quotation, a table, a link, a footnote, and words that are not shown."""
    body = (
        "\\pard\\s1 Harbour talks falter\\par\n"
        "\\pard\\plain The dockers {\\b walked} out{\\footnote\\pard Not the first time.} on "
        '{\\field{\\*\\fldinst{HYPERLINK "http://192.0.2.1/x"}}{\\fldrslt{\\ul Tuesday}}}, '
        "{\\v check this }off\\_shore.\\par\n"
        "\\pard\\s2 Third time\\par\n"
        "{\\listtext\\'95\\tab}\\pard\\ls1\\ilvl0 a raise\\par\n"
        "{\\listtext\\'95\\tab}\\pard\\ls1\\ilvl0 a free Sunday\\par\n"
        "\\pard\\s3 Nobody goes back.\\par\n"
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Year\\cell Ships\\cell\\row\n"
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl 2012\\cell 388\\cell\\row\n"
        "\\pard\\s4 Dockers at the gate.\\par\n"
        "\\pard\\s5 Contents\\par\n"
        "\\pard\\plain {\\deleted Old }The end.\\line Of it.\\par\n"
    )
    return (_HEAD + body + "}").encode("ascii")


def encodings() -> bytes:
    """Copy in the encodings of its fonts, with binary data among it."""
    russian = "".join(f"\\'{byte:02x}" for byte in "Переговоры".encode("cp1251"))
    japanese = "".join(
        chr(byte) if byte < 128 and chr(byte).isalnum() else f"\\'{byte:02x}"
        for byte in "港の表".encode("cp932")
    )
    return (
        _HEAD.encode()
        + f"\\pard {{\\f1 {russian}}} and {{\\f2 {japanese}}} ".encode()
        + b"{\\pict\\bin9 }}{{\\'00{}"
        + b"\\u8220?Yes\\u8221?\\emdash \\u-10179?\\u-8704? caf\\'e9 {\\f3 \\'b7}\\par}after"
    )


def nexis_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of the older LexisNexis: every line a paragraph, labels in bold."""
    parts = ["{\\rtf1\\ansi\\deff0\n{\\fonttbl{\\f0\\fmodern Courier;}}\\margl1297\n"]
    parts.append(
        "{\\*\\LXNComment 1826:520979124}\\pard \\ql Download Request: All Documents: 1-3\n"
    )
    for number, one in enumerate(stories, 1):
        lines = [
            f"{{\n\\header \\pard \\fs20 Page \\chpgn \\qr \n\\par {escaped(one.title)}\n\\par }}",
            f"\\pard \\qc {number} of {len(stories)} DOCUMENTS",
            "\\pard",
            f"\\pard \\qc Copyright 2013 {one.outlet} Company, LLC d/b/a  Herald Digital",
            "\\pard \\qc All Rights Reserved",
            "\\pard \\qc {\\*\\shppict{\\pict\\pngblip\n89504e470d0a1a0a}}",
            f"\\pard \\qc {one.outlet}",
            "\\pard",
            f"\\b \\pard \\qc {one.long_day.split()[0]}\\b0  {one.long_day.split(' ', 1)[1]}  ",
            "\\pard \\qc Final Edition",
            "\\pard",
            f"\\b \\pard \\ql SECTION: \\b0 {one.section}",
            "\\pard",
            f"\\b \\pard \\ql LENGTH: \\b0 {one.words} words",
            "\\pard",
            f"\\b \\pard \\ql HEADLINE: \\b0 {escaped(one.title)}",
            "\\pard",
            f"\\b \\pard \\ql BYLINE: \\b0 {one.byline}",
            "\\pard",
            "\\b \\pard \\ql BODY: \\b0",
            *(line for words in one.body for line in ("\\pard", f"\\pard \\ql {escaped(words)}")),
            "\\pard",
            "\\b \\pard LANGUAGE: \\b0 ENGLISH",
            "\\pard",
            "\\b \\pard LOAD-DATE: \\b0 March 3, 2013",
            "\\pard",
        ]
        parts.append("".join(f"\\par {line}\n" for line in lines))
    return "".join([*parts, "}"]).encode("ascii")


def nexis_uni_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of the newer LexisNexis."""
    return _lines(nexis.uni_paragraphs(stories), {one.title for one in stories})


def factiva_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of Factiva in its display format: a headline is bold."""
    return _lines(factiva.shown_lines(stories), {one.title for one in stories})


def _lines(lines: Sequence[str], bold: set[str]) -> bytes:
    parts = [_HEAD]
    for line in lines:
        words = escaped(line)
        parts.append(f"\\pard {{\\b {words}}}\\par\n" if line in bold else f"\\pard {words}\\par\n")
    return "".join([*parts, "}"]).encode("ascii")
