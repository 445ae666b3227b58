"""An article laid out as a page of one width: rows, each with its place in the text.

The headline is drawn at the head of the page and nowhere else, wherever it stands in the text;
so the rows are in the order of reading, which need not be the order of offsets.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article, Fact, NewsForm, Paragraph, Reading, Span, page_named
from tui.widgets.cells import crop, drawn
from tui.widgets.cells import width as cells
from tui.widgets.rows import BLANK, Row
from tui.widgets.setting import close, set_paragraph
from tui.widgets.wrap import wrap
from tui.words import day, fact, one_line

COLUMN = 78
"""The most cells a line of body text takes."""

GUTTER = 4
"""Cells of the gutter beside the digits: the caret, the mark of a kept passage, that of a quote,
and a space."""

_LONGEST_PAGE = 8  # cells of the name of a page


_HEADS = ("headline", "printed")
"""Styles of rows that show the headline: as it is called, and, where a person calls it otherwise,
as it is printed."""


@dataclass(frozen=True)
class Page:
    """The rows of an article at one width, at least one, and where a place in the text is on them.

    `_heads` are the rows of the headline and `_bodies` those of all else, each in order of place.
    Text is drawn in columns `left` to `left + width` of the pane; the gutter comes before.
    """

    rows: tuple[Row, ...]
    headline: Span | None
    digits: int
    left: int
    width: int
    _heads: tuple[int, ...]
    _bodies: tuple[int, ...]

    def row_of(self, offset: int) -> int:
        """The index of the row that shows the offset, or else of the last one before it."""
        among = self._heads if self.in_headline(offset) or not self._bodies else self._bodies
        if not among:
            return 0
        at = bisect_right(among, offset, key=lambda index: self.rows[index].start)
        return among[max(at - 1, 0)]

    def in_headline(self, offset: int) -> bool:
        """Whether the offset is shown at the head of the page."""
        return self.headline is not None and self.headline[0] <= offset < self.headline[1]

    def order(self, offset: int) -> tuple[bool, int]:
        """A key that sorts offsets in the order of reading."""
        return not self.in_headline(offset), offset

    def text_row(self, index: int, step: int) -> int:
        """The nearest row with a place in the text at or after `index` (before, if step is -1).

        Where there is none in that direction, the nearest in the other; 0 where there is none.
        """
        index = max(0, min(index, len(self.rows) - 1))
        for direction in (step, -step):
            at = index
            while 0 <= at < len(self.rows):
                if self.rows[at].start >= 0:
                    return at
                at += direction
        return 0


def lay_out(reading: Reading, room: int, widest: int = COLUMN, notice: str = "") -> Page:
    """Lay an article out in a pane of `room` cells, the gutter and a margin among them.

    No line of text gets wider than `widest` cells. A `notice` stands under the headline.
    """
    form = reading.article.form
    text = reading.text
    pieces = list(_pieces(reading))
    digits = len(str(max((piece.number or 0 for piece in pieces), default=0)))
    digits = max([digits, *(cells(_page_named(page)) for _, page in form.pages)])
    gutter = digits + GUTTER
    width = max(2, min(room - gutter - 1, widest))
    margin = max(0, (room - gutter - width - 1) // 2)
    rows: list[Row] = []
    otherwise = form.headline is None or _is_otherwise(form.title, text[slice(*form.headline)])
    if otherwise:
        rows += _words(_title(reading.article), width, "headline")
    if form.headline is not None:
        style = "printed" if otherwise else "headline"
        rows += [Row(*line, style) for line in wrap(text, *form.headline, width)]
    rows += _words(notice, width, "notice")
    for line in (_source(reading.article), _byline(form.byline)):
        rows += _words(line, width, "meta")
    before: Paragraph | None = None
    for piece in pieces:
        if before is None or not close(text, before, piece):
            rows.append(BLANK)
        rows += set_paragraph(text, piece, width)
        before = piece
    if not pieces and form.headline is None:
        rows += [BLANK, *_words("This article has no text.", width, "meta")]
    rows = _with_pages(rows, form)
    with_place = [index for index, row in enumerate(rows) if row.start >= 0]
    return Page(
        tuple(rows),
        form.headline,
        digits,
        margin + gutter,
        width,
        tuple(index for index in with_place if rows[index].style in _HEADS),
        tuple(index for index in with_place if rows[index].style not in _HEADS),
    )


def blocks(reading: Reading) -> tuple[Paragraph, ...]:
    """The paragraphs that a page shows, the headline among them, in order of place."""
    headline = reading.article.form.headline
    heads = [Paragraph(*headline, "headline")] if headline is not None else []
    return tuple(sorted([*heads, *_pieces(reading)], key=lambda block: block.start))


def beginning(reading: Reading) -> int:
    """The offset at which reading begins: that of the headline, or of the first paragraph."""
    headline = reading.article.form.headline
    if headline is not None:
        return headline[0]
    return next((piece.start for piece in _pieces(reading)), 0)


def _pieces(reading: Reading) -> Iterator[Paragraph]:
    """The paragraphs without what the headline takes of them."""
    text, headline = reading.text, reading.article.form.headline
    paragraphs: Sequence[Paragraph] = reading.paragraphs
    if not paragraphs and text.strip():
        start = len(text) - len(text.lstrip())
        paragraphs = [Paragraph(start, len(text.rstrip()), "body")]
    for paragraph in paragraphs:
        rest = [(paragraph.start, paragraph.end)]
        if headline is not None:
            start, end = headline
            rest = [
                (paragraph.start, min(paragraph.end, start)),
                (max(paragraph.start, end), paragraph.end),
            ]
        number = paragraph.number
        for start, end in rest:
            if text[start:end].strip():
                yield Paragraph(start, end, paragraph.what, number, paragraph.set_as)
                number = None


def _with_pages(rows: list[Row], form: NewsForm) -> list[Row]:
    """The rows with the names of the source's pages, each where that page begins.

    A name stands in the gutter in the place of a paragraph's number; where there is one, on the
    blank row above.
    """
    headed, bodies = (
        [at for at, row in enumerate(rows) if row.start >= 0 and head == (row.style in _HEADS)]
        for head in (True, False)
    )
    named: dict[int, str] = {}
    for offset, page in form.pages:
        in_headline = form.headline is not None and form.headline[0] <= offset < form.headline[1]
        among = headed if in_headline else bodies
        at = bisect_right(among, offset, key=lambda index: rows[index].end)
        if at < len(among):
            named[among[at]] = _page_named(page)
    found: list[Row] = []
    for at, row in enumerate(rows):
        name = named.get(at, "")
        if not name or row.number is None:
            found.append(row._replace(page=name) if name else row)
        else:
            above = found.pop() if found and found[-1] == BLANK else BLANK
            found += [above._replace(page=name), row]
    return found


def _page_named(page: str) -> str:
    return crop(drawn(page_named(page)), _LONGEST_PAGE, "…")


def _words(words: str, width: int, style: str) -> list[Row]:
    shown = drawn(words)
    return [
        Row(-1, -1, -1, style, None, shown[line.start : line.stop])
        for line in wrap(shown, 0, len(shown), width)
    ]


def _is_otherwise(title: Fact[str | None], printed: str) -> bool:
    """Whether a person gave another headline than the one that is printed."""
    by_hand = title.value is not None and title.basis in ("corrected", "sidecar")
    return by_hand and one_line(title.value or "").casefold() != one_line(printed).casefold()


def _title(article: Article) -> str:
    title = article.form.title
    return fact(title) if title.value else article.title


def _source(article: Article) -> str:
    """Outlet, agency, date and dateline, as far as they are known."""
    form = article.form
    date, updated = form.date, form.updated
    parts = (
        fact(form.outlet),
        fact(form.agency) if form.agency.value != form.outlet.value else "",
        fact(date, day(date.value)) if date.value else "date unknown",
        "updated " + fact(updated, day(updated.value)) if updated.value else "",
        fact(form.dateline),
    )
    return " · ".join(part for part in parts if part)


def _byline(byline: Fact[tuple[str, ...]]) -> str:
    if not byline.value:
        return ""
    *others, last = byline.value
    names = f"{', '.join(others)} and {last}" if others else last
    return "By " + fact(Fact(names, byline.basis))
