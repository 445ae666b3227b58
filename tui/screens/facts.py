"""All that is known of one article: its facts, each to be corrected where it stands, and below
them its text, its files, and what is printed with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from index.article import DatelineError, Reading
from tui import notices
from tui.latest import patiently
from tui.screens.information import information
from tui.screens.sheet import PageSheet
from tui.widgets.fact_row import FactRow

if TYPE_CHECKING:
    from index.archive import Archive, KnownFact
    from tui.app import DatelineApp

_FOOT: Final = "j k move   Enter edit   x as the file says   u undo   Esc back"
_FOOT_EDITING: Final = "Enter saves   Esc leaves it as it was"


class FactsScreen(PageSheet):
    """`changed` is called whenever a fact was corrected, or taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "leave", "back", show=False),
        Binding("enter,e", "edit", "edit"),
        Binding("x,delete", "take_back", "as the file says"),
        Binding("u", "undo", "undo"),
        Binding("ctrl+r", "redo", "redo"),
    ]
    foot = _FOOT

    def __init__(
        self,
        archive: Archive,
        reading: Reading,
        newer: str | None,
        facts: Sequence[KnownFact],
        changed: Callable[[], None],
    ) -> None:
        super().__init__("Information", partial(information, reading, newer))
        self._archive = archive
        self._article = reading.article.id
        self._newer = newer
        self._rows = [FactRow(known) for known in facts]
        self._at = 0
        self._editing: FactRow | None = None
        self._changed = changed
        self._steps = asyncio.Lock()  # one correction at a time, in the order of the keys

    def body(self) -> ComposeResult:
        with VerticalScroll(id="sheet-body", can_focus=False):
            yield from self._rows
            yield self.text()

    def on_mount(self) -> None:
        self._put_cursor(0)

    @property
    def _row(self) -> FactRow:
        return self._rows[self._at]

    @property
    def _dateline(self) -> DatelineApp:
        return cast("DatelineApp", self.app)

    # The cursor: on the facts, and beyond the last of them the page moves alone

    def _put_cursor(self, at: int) -> None:
        self._row.choose(False)
        self._at = max(0, min(at, len(self._rows) - 1))
        self._row.choose(True)
        self._page.scroll_to_widget(self._row, animate=False)

    @property
    def _beyond(self) -> bool:
        """Whether the page is further down than the last fact asks for."""
        last = self._rows[-1].virtual_region.bottom
        return self._page.scroll_y > max(0, last - self._page.size.height)

    def action_down(self) -> None:
        if self._editing is not None:
            return
        if self._at < len(self._rows) - 1:
            self._put_cursor(self._at + 1)
        else:
            super().action_down()

    def action_up(self) -> None:
        if self._editing is not None:
            return
        if self._at == len(self._rows) - 1 and self._beyond:
            super().action_up()
        else:
            self._put_cursor(self._at - 1)

    def action_home(self) -> None:
        if self._editing is None:
            self._put_cursor(0)
            super().action_home()

    def action_end(self) -> None:
        if self._editing is None:
            self._put_cursor(len(self._rows) - 1)
            super().action_end()

    def action_page_down(self) -> None:
        self._by(self._page.size.height, super().action_page_down)

    def action_page_up(self) -> None:
        self._by(-self._page.size.height, super().action_page_up)

    def action_half_down(self) -> None:
        self._by(self._page.size.height // 2, super().action_half_down)

    def action_half_up(self) -> None:
        self._by(-(self._page.size.height // 2), super().action_half_up)

    def _by(self, lines: int, scroll: Callable[[], None]) -> None:
        """Move by so many lines: the cursor to the fact there, or else the page alone."""
        if self._editing is not None:
            return
        there = self._row.virtual_region.y + lines
        last = len(self._rows) - 1
        if (lines > 0 and self._at == last) or (lines < 0 and self._at == last and self._beyond):
            scroll()
            return
        tops = [row.virtual_region.y for row in self._rows]
        at = max((index for index, top in enumerate(tops) if top <= there), default=0)
        self._put_cursor(at if at != self._at else at + (1 if lines > 0 else -1))

    @on(FactRow.Chosen)
    def _clicked(self, message: FactRow.Chosen) -> None:
        if self._editing is None:
            again = message.row is self._row
            self._put_cursor(self._rows.index(message.row))
            if again:
                self.action_edit()

    # Correcting

    def action_edit(self) -> None:
        """Edit the fact under the cursor where it stands."""
        if self._editing is not None:
            return
        if self._archive.read_only:
            self._dateline.say(notices.NOT_CORRECTED, "warning")
            return
        self._editing = self._row
        self._editing.edit()
        self._say_keys()
        self.call_after_refresh(self._page.scroll_to_widget, self._row, animate=False)

    def action_leave(self) -> None:
        """Away, or back from the field to the facts."""
        if self._editing is None:
            self.dismiss()
        else:
            self._leave_field()

    def _leave_field(self) -> None:
        row, self._editing = self._editing, None
        if row is not None:
            row.show(row.known)
        self.set_focus(None)
        self._say_keys()

    def _say_keys(self) -> None:
        foot = _FOOT if self._editing is None else _FOOT_EDITING
        self.query_one("#sheet-foot", Static).update(foot)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if (row := self._editing) is None:
            return
        typed, known = row.typed, row.known
        if typed == known.typed and known.fact.basis != "inferred":
            self._leave_field()  # it is that already
            return
        said = {known.name: typed or None}
        self._do(lambda: f"{self._archive.facts.correct(self._article, said)[0]} u undoes.")

    def action_take_back(self) -> None:
        """Let the fact under the cursor be what the file says."""
        if self._editing is not None:
            return
        name = self._row.known.name
        if self._row.known.is_corrected:
            self._do(
                lambda: f"{self._archive.facts.correct(self._article, {}, [name])[0]} u undoes."
            )
        else:
            self._dateline.say("This was not corrected.")

    def action_undo(self) -> None:
        """Take back the last thing done in the archive."""
        if self._editing is None:
            self._do(lambda: self._archive.journal.undo() or "There is nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was last taken back."""
        if self._editing is None:
            self._do(lambda: self._archive.journal.redo() or "There is nothing to redo.")

    def _do(self, work: Callable[[], str]) -> None:
        self.run_worker(self._done(work), group="correcting")

    async def _done(self, work: Callable[[], str]) -> None:
        """Do something off the screen's thread, and show how things stand then."""
        async with self._steps:
            row = self._editing
            try:
                told = await patiently(self._dateline, work, "That takes a moment …")
                reading, facts = await asyncio.to_thread(self._as_it_is)
            except DatelineError as error:
                if row is not None and row is self._editing:
                    row.complain(str(error))
                else:
                    self._dateline.trouble(error)
                return
            except Exception as error:  # told to the person, who reads on
                self._dateline.trouble(error)
                return
            self._leave_field()
            for each, known in zip(self._rows, facts, strict=True):
                each.show(known)
            self._make = partial(information, reading, self._newer)
            self._fill()
            self._dateline.say(told)
            self._changed()

    def _as_it_is(self) -> tuple[Reading, list[KnownFact]]:
        return self._archive.articles.get(self._article), self._archive.facts.of(self._article)
