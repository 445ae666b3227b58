"""The article pane: reading an article, finding one's way in it, selecting passages of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from index.article import Quote, Reading, Span, page_named
from tui.panes import article_keys
from tui.widgets.cells import crop, drawn
from tui.widgets.marks import SPEECH, Marks, marks
from tui.widgets.page import COLUMN
from tui.widgets.selecting import SelectableArticle
from tui.widgets.selection import Sentences, Unit
from tui.widgets.spans import Spans
from tui.words import amount, extent, one_line

_LONGEST_NAME = 24  # cells of a speaker in the status, beside which the keys are told
_AROUND = {1: "from the top again", -1: "from the end again"}


class ArticlePane(SelectableArticle, can_focus=True, inherit_bindings=False):
    """Shows one article and its marks; says by messages what a person wants done with a passage.

    While something is selected, the keys of selecting are in force, whether it was selected by
    keyboard or by mouse.
    """

    BINDINGS: ClassVar[list[BindingType]] = article_keys.BINDINGS

    @dataclass
    class Keep(Message):
        """Keep the passage."""

        start: int
        end: int

    @dataclass
    class Yank(Message):
        """Copy the passage with its citation."""

        start: int
        end: int

    @dataclass
    class Export(Message):
        """Export the passage."""

        start: int
        end: int

    @dataclass
    class Correct(Message):
        """Correct this quote."""

        about: Quote

    class Information(Message):
        """Show what is known of the article, and how."""

    class OpenSource(Message):
        """Open the file that the article came from."""

    class Back(Message):
        """Back to the article read before."""

    class Forward(Message):
        """Forward again."""

    @dataclass
    class Status(Message):
        """Where one is, for the status line: "hit 1 of 4 · 12 %", "SELECT sentence · …"."""

        text: str

    def __init__(
        self,
        sentences: Sentences,
        *,
        widest: int = COLUMN,
        id: str | None = None,  # noqa: A002 Textual's own name
    ) -> None:
        super().__init__(sentences, widest=widest, id=id)
        self._note = ""
        self._said = ""

    # What is shown

    def show(
        self,
        reading: Reading | None,
        *,
        hits: Sequence[Span] = (),
        kept: Sequence[Span] = (),
        at: int | None = None,
        notice: str = "",
    ) -> None:
        """Show an article, at its beginning or at the offset `at`, a `notice` under its headline.

        The same article as before, read anew, keeps its place, its selection and the chosen
        actor.
        """
        same = self.is_shown(reading)
        found = marks(reading) if reading is not None else Marks()
        if not same:
            self.select(None)
        self.set_reading(
            reading,
            replace(
                found,
                hits=Spans(hits),
                kept=Spans(kept),
                chosen=self._marks.chosen if same else Spans(),
                selection=self._marks.selection if same else Spans(),
            ),
            notice,
        )
        self.take_units(reading)
        if at is not None:
            self.go_to(at, at)
        else:
            self.changed()

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Mark other hits; the article and one's place in it stay."""
        self.set_marks(hits=Spans(hits))
        self.changed()

    def mark_kept(self, kept: Sequence[Span]) -> None:
        """Mark the kept passages."""
        self.set_marks(kept=Spans(kept))

    def choose(self, mentions: Sequence[Span]) -> None:
        """Make the mentions of one actor stand out."""
        self.set_marks(chosen=Spans(mentions))

    def go_to(self, start: int, end: int) -> None:
        """Put the caret at `start` and bring the stretch into view."""
        self.select(None)
        self._go(start, end)

    # Where one is

    def changed(self, note: str = "") -> None:
        """The caret or the selection has moved; `note` is what is told of it, until the next."""
        hit = self._marks.hits.at(self.place)
        self.set_marks(current=Spans([hit] if hit else ()))
        self._note = note
        self._tell()

    def _tell(self) -> None:
        """Tell the status line where one is, if that has changed."""
        text = self._status()
        if text != self._said:
            self._said = text
            self.post_message(self.Status(text))

    def _status(self) -> str:
        if self.reading is None:
            return ""
        if self._selection:
            return f"SELECT {self._selection.unit} · {extent(self.reading, *self._selection.span)}"
        page = page_named(self.reading.article.form.page_of(self.place, self.place))
        parts = (self._note or self._hit(), one_line(page), f"{self.percent} %")
        return " · ".join(part for part in parts if part)

    def _hit(self) -> str:
        """ "hit 1 of 4", or how many there are where one stands on none; empty without hits."""
        hits = self._marks.hits
        current = hits.at(self.place)
        if current is None:
            return amount(len(hits), "hit") if hits else ""
        return f"hit {hits.number(current) + 1} of {len(hits)}"

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        page = self.page
        if page is not None and self._selection is None:
            # The wheel moves the page, and the caret stays on what is in view.
            top = round(new_value)
            row = page.row_of(self.place)
            if not top <= row < top + self.size.height:
                near = top if row < top else top + self.size.height - 1
                self.stand_only(max(page.rows[page.text_row(near, top - row)].start, 0))
        self._tell()

    # Movement

    def action_down(self) -> None:
        self._rows(1)

    def action_up(self) -> None:
        self._rows(-1)

    def action_page_down(self) -> None:
        self._rows(max(self.size.height - 2, 1), whole=True)

    def action_page_up(self) -> None:
        self._rows(-max(self.size.height - 2, 1), whole=True)

    def action_half_down(self) -> None:
        self._rows(max(self.size.height // 2, 1), whole=True)

    def action_half_up(self) -> None:
        self._rows(-max(self.size.height // 2, 1), whole=True)

    def action_home(self) -> None:
        page = self.page
        if page is not None:
            self._move(max(page.rows[page.text_row(0, 1)].start, 0), "text")

    def action_end(self) -> None:
        page = self.page
        if page is not None:
            row = page.rows[page.text_row(len(page.rows) - 1, -1)]
            self._move(max(row.stop if self._selection else row.start, 0), "text")

    def action_paragraph(self, step: int) -> None:
        page = self.page
        if page is None or not self._blocks:
            return
        ends = {block.start: block.end for block in self._blocks}
        starts = sorted(ends, key=page.order)
        here = page.order(self.place)
        beyond = [at for at in starts if (page.order(at) > here) == (step > 0) and at != self.place]
        if beyond:
            start = beyond[0] if step > 0 else beyond[-1]
            self.stand(start, to=ends[start])
            self.changed()

    def action_hit(self, step: int) -> None:
        """To the next hit (step 1) or the one before (step -1), around the end if need be."""
        hits = self._marks.hits
        if not hits:
            self.changed("no hits in this article")
            return
        span, around = self._beyond(hits, step)
        self._go(*span)
        if around:
            self.changed(f"{self._hit()} · {_AROUND[step]}")

    def action_quote(self, step: int) -> None:
        """To the next quote (step 1) or the one before (step -1), around the end if need be."""
        quotes = self._marks.quotes
        if not quotes or self.reading is None:
            self.changed("no quotes in this article")
            return
        span, around = self._beyond(quotes, step)
        speaker = next(
            quote.speaker
            for quote in self.reading.quotes
            if (quote.start, quote.end) == span and quote.kind in SPEECH
        )
        note = f"quote {quotes.number(span) + 1} of {len(quotes)}"
        note += f" · {crop(drawn(one_line(speaker or 'speaker unknown')), _LONGEST_NAME, '…')}"
        self._go(*span)
        self.changed(f"{note} · {_AROUND[step]}" if around else note)

    def _go(self, start: int, end: int) -> None:
        self.stand(start, to=end, jump=True)
        self.changed()

    def _rows(self, count: int, *, whole: bool = False) -> None:
        """Move the caret by rows; `whole` scrolls the page by as many."""
        page = self.page
        if page is None:
            return
        step = 1 if count > 0 else -1
        offset = self._selection.head if self._selection else self.place
        row = page.row_of(offset)
        goal = page.text_row(row + count, step)
        if (goal - row) * step < 0:
            goal = row
        top = round(self.scroll_y)
        if self._selection:
            self.extend_to_row(row, goal)
        else:
            self.stand_only(max(page.rows[goal].start, 0))
        if whole or goal == row:
            self.roll(top + count)
        if not self._selection:
            self.stand(self.place)
            self.changed()

    def _move(self, offset: int, unit: Unit) -> None:
        if self._selection:
            self.select(self._selection.to(offset, unit))
        else:
            self.stand(offset)
            self.changed()

    def _beyond(self, spans: Spans, step: int) -> tuple[Span, bool]:
        """The next span to begin after (or before) the caret, and whether that was around."""
        page = self.page
        order = page.order if page is not None else (lambda offset: (True, offset))
        here = order(self.place)
        ordered = sorted(spans, key=lambda span: order(span[0]))
        if step > 0:
            after = [span for span in ordered if order(span[0]) > here]
            return (after[0], False) if after else (ordered[0], True)
        before = [span for span in ordered if order(span[0]) < here]
        return (before[-1], False) if before else (ordered[-1], True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in article_keys.ONLY_READING:
            return self._selection is None
        if action in article_keys.ONLY_SELECTING:
            return self._selection is not None
        return True

    # What to do with a passage

    def action_keep(self) -> None:
        self._send(self.Keep)

    def action_yank(self) -> None:
        self._send(self.Yank)

    def action_export(self) -> None:
        start, end = self.passage
        if end > start:
            self.post_message(self.Export(start, end))

    def _send(self, message: type[Keep] | type[Yank]) -> None:
        start, end = self.passage
        if end > start:
            self.post_message(message(start, end))
            self.select(None)

    def action_correct(self) -> None:
        """Correct the quote at the caret: the one it stands in, or the first on its line."""
        page = self.page
        if self.reading is None or page is None:
            return
        row = page.rows[page.row_of(self.place)]
        on_row = [
            quote
            for quote in sorted(self.reading.quotes, key=lambda one: (one.start, one.end))
            if quote.kind in SPEECH and quote.start < row.stop and row.start < quote.end
        ]
        within = [quote for quote in on_row if quote.start <= self.place < quote.end]
        if found := within or on_row:
            self.post_message(self.Correct(found[0]))
        else:
            self.changed("no quote on this line: ] goes to the next")

    def action_information(self) -> None:
        self.post_message(self.Information())

    def action_open_source(self) -> None:
        self.post_message(self.OpenSource())

    def action_back(self) -> None:
        self.post_message(self.Back())

    def action_forward(self) -> None:
        self.post_message(self.Forward())
