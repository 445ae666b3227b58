"""PDFs: the copy in reading order with its pages, and what the PDF says of itself."""

from __future__ import annotations

import textwrap
import zlib
from pathlib import Path

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form
from index.readers import RawArticle, Unreadable
from index.readers.pdf.lines import lines_of
from index.readers.pdf.showing import Shown
from tests.readers.gone_through import articles, content, only, refusal
from tests.samples import pdf
from tests.samples.pdf import Text
from tests.samples.stories import FLOOD, HARBOUR, STORIES

_RAISE = "a raise of five percent for all who work on the quays by night or in the cold after"


def _article(tmp_path: Path, data: bytes) -> RawArticle:
    return only(tmp_path / "a.pdf", data)


def of_lines(tmp_path: Path, *lines: str) -> str:
    """The text of lines right under one another."""
    page = [Text(72, 700 - 12 * number, line) for number, line in enumerate(lines)]
    return _article(tmp_path, pdf.document([page])).text


def test_an_article_is_its_headline_and_its_paragraphs(tmp_path: Path) -> None:
    article = _article(tmp_path, pdf.story())
    assert content(tmp_path / "a.pdf").read_by == "pdf/1"
    assert article.text.split("\n\n") == [HARBOUR.title, HARBOUR.byline, *HARBOUR.body]
    assert article.pages == ((0, "1"),)
    form = read_form(article.text, beside=Beside({}, article.guessed, article.marks, True))
    assert form.title.value == HARBOUR.title
    assert form.byline.value == ("Jane Roe",)
    assert (form.date.value, form.date.basis) == (HARBOUR.day, "inferred")
    assert form.date.reason == "from the PDF's own date of creation"


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(tmp_path: Path, by_rows: bool) -> None:
    article = _article(tmp_path, pdf.columns(by_rows=by_rows))
    paragraphs = article.text.split("\n\n")
    assert paragraphs[:5] == [FLOOD.title, FLOOD.byline, *FLOOD.body]
    assert [words[:11] for words in paragraphs[5:11]] == [
        f"Paragraph {number}" for number in range(1, 7)
    ]
    assert all(words.endswith("rose again.") for words in paragraphs[5:11])


def test_heads_feet_and_numbers_are_left_out_and_pages_are_named(tmp_path: Path) -> None:
    article = _article(tmp_path, pdf.paged())
    assert "Special report" not in article.text
    assert "- 5 -" not in article.text
    assert [label for _, label in article.pages] == ["4", "5", "A-i"]
    # One paragraph goes through all three.
    headline, paragraph = article.text.split("\n\n")
    assert headline == "What the harbour knew"
    assert paragraph == " ".join(
        f"Sentence {number} of the report is about the old harbour." for number in range(85)
    )
    # Seventeen lines of copy stand on the first page.
    assert article.pages[0][0] == 0
    first = article.text[: article.pages[1][0]]
    assert len(textwrap.wrap(first.removeprefix(headline), 90)) == 17
    assert first.endswith(" ")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["The government said on Tuesday that the govern-", "ment would go."],
            "The government said on Tuesday that the government would go.",
        ),
        (
            ["The union said on Tuesday in a letter to all govern-", "ment offices."],
            "The union said on Tuesday in a letter to all govern-ment offices.",
        ),
        (
            ["A well-known face, and wellknown too, was the well-", "known one."],
            "A well-known face, and wellknown too, was the well-known one.",
        ),
        (["The talks between the Arl-", "Salter towns"], "The talks between the Arl-Salter towns"),
        (["The ships of 2011 -", "and there were many"], "The ships of 2011 - and there were many"),
    ],
)
def test_a_hyphen_goes_only_where_that_is_certain(
    tmp_path: Path, lines: list[str], text: str
) -> None:
    assert of_lines(tmp_path, *lines) == text


def test_a_hyphen_that_the_pdf_calls_soft_goes(tmp_path: Path) -> None:
    stream = (
        b"BT /F 10 Tf 12 TL 72 700 Td (A letter to all govern) Tj "
        b"/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC T* (ment offices.) Tj ET"
    )
    assert _article(tmp_path, pdf.document([stream])).text == "A letter to all government offices."


def test_words_that_are_set_apart_or_kerned_are_words(tmp_path: Path) -> None:
    stream = (
        b"BT /F 10 Tf 72 700 Td [(The T)80(alks)-280(falt)20(ered)] TJ 0 Tr 3 Tr "
        b"60 0 Td ( on) Tj 40 0 Td (Tuesday.) Tj ET"
    )
    assert _article(tmp_path, pdf.document([stream])).text == "The Talks faltered on Tuesday."


def test_what_is_drawn_twice_is_read_once_and_stamps_are_left_out(tmp_path: Path) -> None:
    stream = (
        b"BT /F 10 Tf 1 0 0 1 72 700 Tm (The talks faltered.) Tj ET "
        b"BT /F 10 Tf 1 0 0 1 72.3 700 Tm (The talks faltered.) Tj ET "
        b"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (COPY) Tj ET "
        b"/Artifact BMC BT /F 10 Tf 1 0 0 1 72 30 Tm (Printed by desk 3) Tj ET EMC"
    )
    assert _article(tmp_path, pdf.document([stream])).text == "The talks faltered."


def test_a_line_with_other_letters_in_it_is_of_its_paragraph(tmp_path: Path) -> None:
    page = [
        Text(72, 712, "The talks between the union and the authority of the port, which had"),
        Text(72, 700, "The note"),
        Text(112, 700, "says-that-the-union-will-not", 8.5, "C"),
        Text(262, 700, "be moved by promises, and"),
        Text(72, 688, "that it waits."),
    ]
    assert "\n" not in _article(tmp_path, pdf.document([page])).text


def test_a_large_initial_belongs_to_its_word(tmp_path: Path) -> None:
    page = [
        Text(72, 676, "T", 36),
        Text(96, 700, "he dockers of Port Salter walked out on Tuesday, and no ship"),
        Text(96, 688, "was unloaded until late in the evening, when the talks that had"),
        Text(96, 676, "gone on all day in the town hall were broken off by the union"),
        Text(72, 664, "and the authority, which had sat in rooms of their own all the time."),
    ]
    text = _article(tmp_path, pdf.document([page])).text
    assert text.startswith("The dockers of Port Salter")
    assert text.endswith("all the time.")
    assert "\n" not in text


def test_subheads_and_lists_are_told_by_how_they_are_set(tmp_path: Path) -> None:
    page = [
        Text(72, 760, "Harbour talks falter again", 22, "B"),
        *pdf.set_in([*HARBOUR.body, *FLOOD.body], top=720),
        Text(72, 540, "What the union wants", 10, "B"),
        Text(72, 520, f"\u2022 {_RAISE}"),
        Text(80, 508, "dark"),
        Text(72, 496, "\u2022 a free Sunday"),
    ]
    article = _article(tmp_path, pdf.document([page]))
    assert [(mark.what, article.text[mark.start : mark.end]) for mark in article.marks] == [
        ("headline", "Harbour talks falter again"),
        ("subhead", "What the union wants"),
        ("item", f"{_RAISE} dark"),
        ("item", "a free Sunday"),
    ]
    assert article.marked


@pytest.mark.parametrize("delivery", [pdf.nexis_delivery, pdf.factiva_delivery])
def test_a_delivery_is_many_articles_with_their_pages(tmp_path: Path, delivery: object) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(delivery())  # type: ignore[operator]
    found = articles(path)
    assert [each.given["title"][0] for each in found] == [story.title for story in STORIES]
    assert [each.given["outlet"][0] for each in found] == [story.outlet for story in STORIES]
    for number, (article, story) in enumerate(zip(found, STORIES, strict=True), 1):
        assert f"{article.text}\n\n".startswith("".join(f"{words}\n\n" for words in story.body))
        assert article.pages == ((0, str(number)),)


def test_one_that_anybody_may_read_is_read_and_one_with_a_password_is_not(tmp_path: Path) -> None:
    assert _article(tmp_path, pdf.encrypted("")).text.startswith(HARBOUR.title)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.encrypted("secret"))
    assert refusal(path) == "encrypted, and asks for a password"


def _bomb() -> bytes:
    return pdf.document([b" " * (40 << 20)])


def _circle() -> bytes:
    found = pdf.story().replace(b"/Kids [8 0 R]", b"/Kids [2 0 R]")
    assert b"/Kids [2 0 R]" in found
    return found


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf.pictures(), "a PDF of pictures, without text"),
        (pdf.document([b""]), "a PDF without text"),
        (b"%PDF-1.4\n", "damaged: not a whole PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged: not a whole PDF"),
        (pdf.document([]), "a PDF without pages"),
    ],
    ids=["pictures", "empty", "cut", "nonsense", "no pages"],
)
def test_what_has_no_text_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert refusal(path) == reason


def test_bombs_and_circles_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    for data in (_bomb(), _circle()):
        path.write_bytes(data)
        assert refusal(path).startswith(("damaged", "a PDF without"))


def test_forms_that_draw_themselves_end(tmp_path: Path) -> None:
    data = pdf.document([b"BT /F 10 Tf 72 700 Td (The talks faltered.) Tj ET /P Do /P Do"])
    form = b"/Subtype /Form /Resources << /XObject << /P 6 0 R >> >> "
    start = data.index(b"/Subtype /Image")
    end = data.index(b"stream", start)
    body = zlib.compress(b"/P Do /P Do /P Do /P Do /P Do /P Do /P Do /P Do")
    head = b"%b/Filter /FlateDecode /Length %d >>\n" % (form, len(body))
    stop = data.index(b"endstream", end)
    path = tmp_path / "a.pdf"
    path.write_bytes(data[:start] + head + b"stream\n" + body + b"\n" + data[stop:])
    assert refusal(path) == "a page of too many parts"


def test_a_damaged_page_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    data = pdf.document([pdf.set_in(HARBOUR.body), pdf.set_in(FLOOD.body)])
    second = data.rindex(b"/FlateDecode")
    path = tmp_path / "a.pdf"
    path.write_bytes(data[:second] + b"/NoSuchThing" + data[second + 12 :])
    found = content(path).found or ()
    assert [each.reason for each in found if isinstance(each, Unreadable)] == ["page 2: damaged"]
    (article,) = (each for each in found if isinstance(each, RawArticle))
    assert article.text == "\n\n".join(HARBOUR.body)


def test_a_page_that_is_set_sideways_is_read(tmp_path: Path) -> None:
    stream = (
        b"BT /F 10 Tf 0 1 -1 0 300 72 Tm (The dockers walked out, and no ship was un-) Tj "
        b"0 -12 Td (loaded until late.) Tj ET BT /F 8 Tf 1 0 0 1 20 20 Tm (x) Tj ET"
    )
    text = _article(tmp_path, pdf.document([stream])).text
    assert text == "The dockers walked out, and no ship was un-loaded until late."


def test_a_page_that_is_to_be_turned_is_read_as_it_is_seen(tmp_path: Path) -> None:
    stream = b"".join(
        b"BT /F 10 Tf 0 1 -1 0 %d 72 Tm (%b) Tj ET " % (300 + 12 * place, line)
        for place, line in enumerate((b"The first line of a page, which", b"goes on here."))
    )
    data = pdf.document([stream]).replace(
        b"/MediaBox [0 0 595 842]", b"/Rotate 90 /MediaBox [0 0 595 842]"
    )
    assert _article(tmp_path, data).text == "The first line of a page, which goes on here."


def test_fonts_that_do_not_say_their_letters_are_told(tmp_path: Path) -> None:
    before = b"/Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding"
    after = b"/Subtype /Type0 /BaseFont /XYZXYZ+A /Encoding /Identity-H"
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf.document([pdf.set_in(HARBOUR.body)]).replace(before, after.ljust(len(before)))
    )
    assert refusal(path) == "a PDF whose fonts do not say what their letters are"


def test_a_line_that_is_read_from_the_right_is_put_into_its_order() -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd 2012 \u05dc\u05db\u05d5\u05dc\u05dd"
    seen = "\u05dd\u05dc\u05d5\u05db\u05dc 2012 \u05dd\u05d5\u05dc\u05e9"
    (line,) = lines_of([Shown(seen, 72, 200, 700, 10, 2.5, bold=False, turn=0)], 0, 0)
    assert line.words == hebrew


def test_three_columns_and_a_short_headline_over_them_are_read_in_order(tmp_path: Path) -> None:
    copy = [
        f"Column {number} says that the river rose in the night and that nobody had been told "
        "of it before the water stood in the streets of the old town by the bridge."
        for number in range(1, 10)
    ]
    page = [Text(50, 780, "Flood", 30, "B")]
    for column in range(3):
        three = copy[3 * column : 3 * column + 3]
        page += pdf.set_in(three, left=50 + 175 * column, top=740, wide=32, indent=10)
    page.sort(key=lambda text: (-text.low, text.left))
    article = _article(tmp_path, pdf.document([page]))
    assert article.text.split("\n\n") == ["Flood", *copy]


def test_a_table_is_read_by_its_rows(tmp_path: Path) -> None:
    rows = [
        ("Year", "Ships", "Crew"),
        *((str(2000 + n), str(400 + n), str(90 + n)) for n in range(8)),
    ]
    page = [
        Text(72 + 160 * column, 600 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    text = _article(tmp_path, pdf.document([[*pdf.set_in(HARBOUR.body, top=740), *page]])).text
    assert "2003 403 93" in text
