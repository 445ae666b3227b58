"""Selecting in an article: by units from the keyboard, by dragging and clicking with the mouse."""

from __future__ import annotations

from bisect import bisect_right

from textual import events
from textual.timer import Timer

from index.article import Paragraph, Reading, Span
from tui.widgets.article_view import ArticleView
from tui.widgets.page import COLUMN, blocks
from tui.widgets.rows import column_at, place_at
from tui.widgets.selection import Selection, Sentences, Stops, Unit
from tui.widgets.spans import Spans

_REPEAT = 0.06  # seconds between two lines while a drag is held beyond the edge


class SelectableArticle(ArticleView, inherit_bindings=False):
    """An article in which passages can be selected.

    A selection is the same thing whether the mouse or the keyboard made it, and either may go
    on with what the other began. `changed` is called whenever it or the caret has moved.
    """

    def __init__(
        self,
        sentences: Sentences,
        *,
        widest: int = COLUMN,
        id: str | None = None,  # noqa: A002 Textual's own name
    ) -> None:
        super().__init__(widest=widest, id=id)
        self._sentences = sentences
        self._blocks: tuple[Paragraph, ...] = ()
        self._stops = Stops("", (), sentences)
        self._selection: Selection | None = None
        self._column = 0
        self._pressed: Span | None = None
        self._dragged = False
        self._pointer = (0, 0)
        self._repeat: Timer | None = None

    @property
    def selection(self) -> Span | None:
        """What is selected, or None."""
        return self._selection.span if self._selection else None

    @property
    def passage(self) -> Span:
        """The selection, or else the paragraph one stands in; empty where there is no text."""
        if self._selection:
            return self._selection.span
        if not self._blocks:
            return (0, 0)
        at = bisect_right(self._blocks, self.place, key=lambda block: block.start) - 1
        block = self._blocks[max(at, 0)]
        return (block.start, block.end)

    def changed(self, note: str = "") -> None:
        """The caret or the selection has moved. A subclass tells of it."""

    def take_units(self, reading: Reading | None) -> None:
        """Know the paragraphs, sentences and words of another article, or reading of it."""
        self._blocks = blocks(reading) if reading is not None else ()
        spans = [(block.start, block.end) for block in self._blocks]
        self._stops = Stops(reading.text if reading else "", spans, self._sentences)

    def select(self, selection: Selection | None) -> None:
        """Select, or drop what is selected; the caret goes with the end that moves."""
        before, self._selection = self._selection, selection
        self.set_marks(selection=Spans([selection.span] if selection else ()))
        if selection is not None:
            start, end = selection.span
            self.stand(max(end - 1, start) if selection.head == end else start)
        if (before is None) != (selection is None):
            self.refresh_bindings()
        if before != selection:
            self.changed()

    def extend_to_row(self, row: int, goal: int) -> None:
        """Take the moving end from one row to the same column of another."""
        page, reading, selection = self.page, self.reading, self._selection
        if page is None or reading is None or selection is None or goal == row:
            return
        here = page.rows[row]
        column = column_at(reading.text, here, min(selection.head, here.stop))
        if selection.unit == "line":  # the column is kept over rows too short for it
            column = max(column, self._column)
        self._column = column
        self.select(selection.to(place_at(reading.text, page.rows[goal], column), "line"))

    def action_select(self) -> None:
        """Begin selecting: the hit one stands on, or else the sentence."""
        hit = self._marks.current.at(self.place)
        span = hit or self._stops.around("sentence", self.place)
        if span is not None:
            self.select(Selection(*span, "word" if hit else "sentence"))

    def action_extend(self, unit: Unit, step: int) -> None:
        selection = self._selection
        if selection is None:
            return
        whole = self._stops.around(unit, selection.span[0])
        start, end = selection.span
        inside = (
            whole is not None and whole[0] <= start and end <= whole[1] and whole != (start, end)
        )
        if unit in ("sentence", "paragraph") and inside and whole is not None and step > 0:
            self.select(Selection(*whole, unit))  # all of it first, and more only then
        else:
            self.select(self._stops.moved(selection, unit, step))

    def action_extend_to_quote(self) -> None:
        """Select the quote that is touched; if it is selected already, the next one."""
        quotes, selection = self._marks.quotes, self.selection
        if selection is None or not quotes:
            return
        here = quotes.over(*selection)
        if here and here[0] != selection:
            span: Span | None = here[0]
        else:
            span = quotes.beginning(selection[0] + 1) or quotes.beginning(0)
        if span is not None:
            self.select(Selection(*span, "quote"))

    def action_swap(self) -> None:
        if self._selection is not None:
            self.select(self._selection.swapped())

    def action_drop(self) -> None:
        self.select(None)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1 and self.reading is not None:
            self.capture_mouse()
            self._pressed = self._under(event)
            self._dragged = False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        offset = event.get_content_offset_capture(self)
        self._pointer = (offset.x, offset.y)
        beyond = not 0 <= offset.y < self.size.height
        if beyond and self._repeat is None:
            self._repeat = self.set_interval(_REPEAT, self._drag)
        elif not beyond:
            self._stop_repeating()
            self._drag()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._stop_repeating()
        if self._pressed is None:
            return
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        if not self._dragged:
            self.select(None)
            self.stand(pressed[0])
            self.changed()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset_capture(self)
        place = self._under(event)[0]
        if event.chain == 3 or (event.chain == 1 and self._on_number(offset.x, offset.y)):
            self._select_around("paragraph", place)
        elif event.chain == 2:
            self._select_around("word", place)

    def _select_around(self, unit: Unit, offset: int) -> None:
        span = self._stops.around(unit, offset)
        if span is not None:
            self.select(Selection(*span, unit))

    def _drag(self) -> None:
        """Select from where the button was pressed to where the pointer is."""
        if self._pressed is None:
            return
        x, y = self._pointer
        if y < 0:
            self.roll(round(self.scroll_y) - 1)
        elif y >= self.size.height:
            self.roll(round(self.scroll_y) + 1)
        start, end = self._pressed
        here = self._cluster(self.offset_under(x, max(0, min(y, self.size.height - 1))))
        if here == self._pressed and not self._dragged:
            return
        self._dragged = True
        if here[0] >= start:
            self.select(Selection(start, here[1], "character"))
        else:
            self.select(Selection(end, here[0], "character"))

    def _under(self, event: events.MouseEvent) -> Span:
        offset = event.get_content_offset_capture(self)
        return self._cluster(self.offset_under(offset.x, offset.y))

    def _cluster(self, offset: int) -> Span:
        span = self._stops.around("character", offset)
        return span if span is not None and span[0] <= offset < span[1] else (offset, offset)

    def _on_number(self, x: int, y: int) -> bool:
        page = self.page
        row = y + round(self.scroll_y)
        return (
            page is not None
            and x < page.left
            and row < len(page.rows)
            and page.rows[row].number is not None
        )

    def _stop_repeating(self) -> None:
        if self._repeat is not None:
            self._repeat.stop()
            self._repeat = None
