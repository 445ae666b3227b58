"""Everything a person kept: go there, drop it, write it to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from index.article import Cited, DatelineError, Passage
from tui.screens.sheet import Sheet
from tui.widgets.results import wrapped
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, one_line, place, source

if TYPE_CHECKING:
    from index.archive import Archive
    from index.config import Config
    from tui.app import DatelineApp

NOTHING = "Nothing is kept yet. In an article v selects and m keeps."


class ClippingList(VirtualList):
    """The passages that were kept, the newest first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "clipping--source",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "screen.drop", "drop"),
        Binding("e", "screen.export", "export"),
        Binding("u", "screen.undo", "undo"),
    ]

    def __init__(self, speech: Callable[[Cited], list[str]]) -> None:
        super().__init__(id="clippings")
        self._speech = speech
        self.clippings: Sequence[Cited] = ()

    def show(self, clippings: Sequence[Cited]) -> None:
        self.clippings = clippings
        self.renew()

    @property
    def count(self) -> int:
        return len(self.clippings)

    @property
    def row_height(self) -> int:
        return 5

    def row(self, index: int, width: int) -> list[Content]:
        cited = self.clippings[index]
        passage = cited.passage
        words = wrapped(Content(one_line(passage.exact)), width, 2)
        told = [place(passage), source(cited.article), one_line(cited.article.title)]
        if passage.source_removed:
            told.insert(0, "source removed")
        if passage.source_changed:
            told.insert(0, "source changed")
        if passage.note:
            told.append(one_line(passage.note))
        below = [" · ".join(self._speech(cited)), " · ".join(told)]
        source_style = self.get_visual_style("clipping--source", partial=True)
        lines = (wrapped(Content(line), width, 1) for line in below if line)
        return [*words, *(line.stylize(source_style) for found in lines for line in found)]


class ClippingsScreen(Sheet[Passage | None]):
    """Is dismissed with the passage to go to, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("M", "leave", "back", show=False)]
    AUTO_FOCUS = "#clippings"
    heading = "Clippings"
    foot = "Enter go there   x drop   e export   u undo   Esc back"

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__()
        self._archive = archive
        self._config = config

    def body(self) -> ComposeResult:
        yield Static("", id="clippings-words", markup=False)
        yield ClippingList(self._archive.export.speech)

    def on_mount(self) -> None:
        self._refresh()

    @property
    def _list(self) -> ClippingList:
        return self.query_one(ClippingList)

    @property
    def _dateline(self) -> DatelineApp:
        return cast("DatelineApp", self.app)

    def _refresh(self) -> None:
        try:
            kept = self._archive.clippings.all()[::-1]
        except DatelineError as error:
            self._dateline.trouble(error)
            kept = []
        self._list.show(kept)
        said = amount(len(kept), "passage") + " kept, the newest first" if kept else NOTHING
        self.query_one("#clippings-words", Static).update(Content(said))

    def _current(self) -> Cited | None:
        return self._list.clippings[self._list.cursor] if self._list.count else None

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        if (cited := self._current()) is not None:
            self.dismiss(cited.passage)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_drop(self) -> None:
        """Drop the clipping under the cursor; undo brings it back."""
        cited = self._current()
        if cited is None:
            return
        try:
            self._archive.clippings.drop(cited.passage.id)
        except DatelineError as error:
            self._dateline.trouble(error)
        else:
            self._dateline.say("Dropped. u brings it back.")
        self._refresh()

    def action_undo(self) -> None:
        """Take back the last thing done in the archive."""
        try:
            done = self._archive.journal.undo()
        except DatelineError as error:
            self._dateline.trouble(error)
        else:
            self._dateline.say(done or "There is nothing to undo.")
        self._refresh()

    def action_export(self) -> None:
        """Write the clippings to a file."""
        from tui.screens.export import ExportScreen, choices

        cited = self._current()
        article = cited.passage.article if cited else ""
        offered = choices(cited, article, self._list.clippings[::-1], meant=True)
        if offered:
            self.app.push_screen(ExportScreen(self._archive, self._config, offered))
