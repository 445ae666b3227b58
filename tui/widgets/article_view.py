"""An article on the screen: drawn line by line, scrolled, with a caret at a place in its text."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip

from index.article import Reading, Span
from tui.widgets.cells import width as cell_width
from tui.widgets.marks import HERE, KEPT, QUOTE, Marks, ink
from tui.widgets.page import COLUMN, Page, beginning, lay_out
from tui.widgets.rows import Row, draw, place_at
from tui.widgets.scroller import Scroller
from tui.widgets.spans import Spans
from tui.widgets.typeset import segments

_PAGE_TOP = -1  # before any offset: the head of the page
_MARGIN = 2  # lines kept in view before and after the caret
_NOTHING = "No article is open."


class ArticleView(Scroller, inherit_bindings=False):
    """Draws the rows of a `Page` that are in view, and no others.

    The caret is an offset into the text; it stands on a row, which has a mark in the gutter. It
    and the first row in view keep their places in the text when the width changes.
    """

    ALLOW_SELECT = False  # by offsets, so that what is selected can be cited

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--headline",
        "article--printed",
        "article--notice",
        "article--meta",
        "article--number",
        "article--page",
        "article--caret",
        "article--furniture",
        "article--quote",
        "article--quote-mark",
        "article--kept",
        "article--actor",
        "article--chosen",
        "article--hit",
        "article--current",
        "article--selection",
    }

    DEFAULT_CSS = """
    ArticleView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
        & > .article--headline { text-style: bold; }
        & > .article--printed { color: $text-muted; }
        & > .article--notice { color: $text-accent; text-style: bold; }
        & > .article--meta { color: $text-muted; }
        & > .article--number { color: $text-muted; }
        & > .article--page { color: $text-muted; text-style: dim; }
        & > .article--caret { color: $text-muted; text-style: bold; }
        &:focus > .article--caret { color: $text-accent; }
        & > .article--furniture { text-style: dim; }
        & > .article--quote { color: $text-secondary; }
        & > .article--quote-mark { color: $text-secondary; }
        & > .article--kept { color: $text-accent; }
        & > .article--actor { text-style: underline; }
        & > .article--chosen { text-style: bold underline; }
        & > .article--hit { text-style: reverse; }
        & > .article--current { text-style: reverse bold; }
        & > .article--selection { color: $text-accent; text-style: reverse; }
    }
    """

    def __init__(self, *, widest: int = COLUMN, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._widest = widest
        self._reading: Reading | None = None
        self._notice = ""
        self._marks = Marks()
        self._caret = 0
        self._top = (_PAGE_TOP, 0)  # an offset, and how many rows above it come into view
        self._wanted: tuple[int, int | None] | None = None
        self._pages: dict[int, Page] = {}
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}

    @property
    def reading(self) -> Reading | None:
        """The article that is shown."""
        return self._reading

    @property
    def page(self) -> Page | None:
        """The article laid out at the width of the pane; None before either is known."""
        room = self.size.width
        if self._reading is None or not room:
            return None
        if room not in self._pages:
            if len(self._pages) > 3:
                self._pages.clear()
            self._pages[room] = lay_out(self._reading, room, self._widest, self._notice)
        return self._pages[room]

    @property
    def place(self) -> int:
        """The offset in the text at which the caret stands."""
        return self._caret

    @property
    def percent(self) -> int:
        """How far down the page the last line in view is."""
        page = self.page
        if page is None:
            return 0
        seen = min(round(self.scroll_y) + self.size.height, len(page.rows))
        return round(100 * seen / len(page.rows))

    def is_shown(self, reading: Reading | None) -> bool:
        """Whether this is the article that is shown, though perhaps another reading of it."""
        shown = self._reading
        if shown is None or reading is None:
            return shown is reading
        return (shown.article.id, shown.text) == (reading.article.id, reading.text)

    def set_reading(self, reading: Reading | None, marks: Marks, notice: str = "") -> None:
        """Show another article from its beginning, or the same one as it has been read since."""
        same = self.is_shown(reading)
        self._reading, self._marks, self._notice = reading, marks, notice
        self._pages.clear()
        if not same:
            self._top = (_PAGE_TOP, 0)
            self._caret = beginning(reading) if reading is not None else 0
            self._wanted = None
        self._fit()

    def set_marks(self, **changes: Spans) -> None:
        """Change what is marked; only rows whose look changes are drawn again."""
        before, self._marks = self._marks, replace(self._marks, **changes)
        page = self.page
        if page is None:
            return
        for name in changes:
            old, new = set(getattr(before, name)), set(getattr(self._marks, name))
            for span in old ^ new:
                self._redraw(page, span)

    def stand(self, offset: int, *, to: int | None = None, jump: bool = False) -> None:
        """Put the caret at an offset and bring it into view, with all up to `to` if it fits.

        `jump`: what is out of view comes to the upper third, not just to the edge.
        """
        page = self.page
        self.stand_only(offset)
        if page is None:
            self._wanted = (offset, to)
            return
        first = page.row_of(offset)
        last = page.row_of(max(to - 1, offset)) if to is not None else first
        height = max(self.size.height, 1)
        margin = min(_MARGIN, (height - 1) // 2)
        top = round(self.scroll_y)
        last = max(first, min(last, first + height - 1 - 2 * margin))
        seen = top <= first - margin and last + margin < top + height
        if first == page.text_row(0, 1):
            top = 0
        elif jump and not seen and not (top <= first and last < top + height):
            top = first - height // 3
        elif first - margin < top:
            top = first - margin
        elif last + margin >= top + height:
            top = last + margin + 1 - height
        self.roll(top)

    def roll(self, top: int) -> None:
        """Scroll so that row `top` is the first in view, as far as the page allows."""
        self.scroll_to(y=top, animate=False, force=True)
        self._remember_top()

    def row_under(self, y: int) -> int:
        """The row of text at, or nearest to, a line of the pane."""
        page = self.page
        return page.text_row(y + round(self.scroll_y), 1) if page else 0

    def offset_under(self, x: int, y: int) -> int:
        """The place in the text nearest to a cell of the pane."""
        page = self.page
        if page is None or self._reading is None:
            return 0
        row = page.rows[self.row_under(y)]
        if row.start < 0:
            return 0
        return place_at(self._reading.text, row, x - page.left)

    def stand_only(self, offset: int) -> None:
        """Put the caret at an offset without scrolling."""
        page = self.page
        old, self._caret = self._caret, offset
        if page is not None:
            for row in {page.row_of(old), page.row_of(offset)}:
                y = row - round(self.scroll_y)
                if 0 <= y < self.size.height:
                    self.refresh(Region(0, y, page.left, 1))

    def _redraw(self, page: Page, span: Span) -> None:
        rows = {page.row_of(span[0]), page.row_of(max(span[1] - 1, span[0]))}
        first, last = min(rows), max(rows)
        for row in range(first, last + 1):
            self._strips.pop(row, None)
        top = round(self.scroll_y)
        first, last = max(first, top), min(last, top + self.size.height - 1)
        if first <= last:
            self.refresh_lines(first, last - first + 1)

    def _fit(self) -> None:
        """Take the size of the page that is shown now; the place in view is kept."""
        self._strips.clear()
        page = self.page
        if page is not None:
            offset, above = self._top  # a shorter page scrolls, and forgets it
            self.set_length(len(page.rows))
            self.roll(0 if offset == _PAGE_TOP else page.row_of(offset) - above)
        self.refresh()

    def _remember_top(self) -> None:
        page = self.page
        if page is not None and self.virtual_size.width == self.size.width:
            top = min(round(self.scroll_y), len(page.rows) - 1)
            row = page.text_row(top, 1)
            self._top = (page.rows[row].start, max(row - top, 0)) if top else (_PAGE_TOP, 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._remember_top()

    def on_resize(self, event: events.Resize) -> None:
        top = self._top
        self._fit()
        self._top = top
        if self._wanted is not None and self.page is not None:
            (offset, to), self._wanted = self._wanted, None
            self.stand(offset, to=to, jump=True)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        page = self.page
        if page is None:
            words = _NOTHING if y == 1 else ""
            strip = Strip([Segment(f"  {words}", self._style(("meta",)))])
            return strip.adjust_cell_length(width, self._style(()))
        index = y + round(self.scroll_y)
        if index >= len(page.rows):
            return Strip.blank(width, self._style(()))
        if index not in self._strips:
            if len(self._strips) > 2000:
                self._strips.clear()
            self._strips[index] = self._body(page, page.rows[index])
        caret = page.rows[index].start >= 0 and page.row_of(self._caret) == index
        left = self._gutter(page, page.rows[index], caret=caret)
        # Stretches of one style are sent as one: a page scrolled by takes a third of the bytes.
        return Strip([*left, *self._strips[index]], width).simplify()

    def _gutter(self, page: Page, row: Row, *, caret: bool) -> list[Segment]:
        """The caret, the number of the paragraph or the name of the page that begins, the mark of a
        kept passage and that of a quote."""
        number = row.page or str(row.number or "")
        kept = row.start >= 0 and self._marks.kept.touches(row.start, row.stop)
        quote = row.start >= 0 and self._marks.quotes.touches(row.start, row.stop)
        parts = (
            (" " * (page.left - page.digits - 4), ""),
            (HERE if caret else " ", "caret"),
            (" " * (page.digits - cell_width(number)) + number, "page" if row.page else "number"),
            (KEPT if kept else " ", "kept"),
            (QUOTE if quote else " ", "quote-mark"),
            (" ", ""),
        )
        return [
            Segment(words, self._style((style,) if style and words.strip() else ()))
            for words, style in parts
        ]

    def _body(self, page: Page, row: Row) -> Strip:
        """The text of a row and the rest of the line."""
        room = self.size.width - page.left
        beneath = () if row.style == "text" else (row.style,)
        if row.start < 0 or self._reading is None:
            drawn, cells = segments(row.words, 0, len(row.words), (), beneath, self._style)
        else:
            layers = self._marks.over(row.start, row.stop)
            text = self._reading.text
            drawn, cells = draw(text, row, layers, beneath, self._style)
        return Strip([*drawn, Segment(" " * max(room - cells, 0), self._style(()))], room)

    def _style(self, names: tuple[str, ...]) -> Style:
        if names not in self._styles:
            self._styles[names] = ink(self, [f"article--{name}" for name in names])
        return self._styles[names]
