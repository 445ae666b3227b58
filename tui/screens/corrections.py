"""Everything a person corrected: what it says, take it back, go to its article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from index.article import DatelineError
from tui import notices
from tui.latest import Latest, Stop
from tui.screens.sheet import Sheet
from tui.widgets.cells import crop, drawn
from tui.widgets.results import wrapped
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, day, one_line

if TYPE_CHECKING:
    from index.archive import Archive, Correction
    from tui.app import DatelineApp

NOTHING = "Nothing is corrected yet. In the sidebar `c` corrects an actor or a quote."
_DAY = 13  # cells of the column of days
_LINES = 2  # lines of a sentence


class CorrectionList(VirtualList):
    """The corrections that stand, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "go to its article"),
        Binding("x,delete", "screen.take_back", "take it back"),
        Binding("u", "screen.undo", "undo"),
        Binding("ctrl+r", "screen.redo", "redo"),
    ]

    def __init__(self) -> None:
        super().__init__(id="corrections")
        self.corrections: Sequence[Correction] = ()
        self._titles: Mapping[str, str] = {}

    def show(self, corrections: Sequence[Correction], titles: Mapping[str, str]) -> None:
        """Show these, the cursor where it was; `titles` are those of their articles by id."""
        self.corrections = corrections
        self._titles = titles
        self.renew()

    @property
    def current(self) -> Correction | None:
        """The correction the cursor is on."""
        return self.corrections[self.cursor] if self.corrections else None

    @property
    def count(self) -> int:
        return len(self.corrections)

    @property
    def row_height(self) -> int:
        return _LINES + 2

    def row(self, index: int, width: int) -> list[Content]:
        correction = self.corrections[index]
        room = max(10, width - _DAY - 1)
        told = wrapped(Content(one_line(correction.told)), room, _LINES)
        title = one_line(self._titles.get(correction.article, ""))
        below = " · ".join(part for part in (one_line(correction.waits), title) if part)
        if below:
            told.append(Content.styled(crop(drawn(below), room, "…"), "dim"))
        days = [day(correction.at[:10]).ljust(_DAY), *[" " * _DAY] * (len(told) - 1)]
        return [
            Content.assemble(" ", (before, "dim"), line)
            for before, line in zip(days, told, strict=True)
        ]


class CorrectionsScreen(Sheet[str | None]):
    """Is dismissed with the id of the article to go to, or with None."""

    AUTO_FOCUS = "#corrections"
    heading = "Corrections"
    foot = "Enter go to its article   x take it back   u undo   Ctrl+R redo   Esc back"

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive
        self._list = CorrectionList()
        self._words = Static("…", id="corrections-words", markup=False)
        self._titles: dict[str, str] = {}
        self._working: Latest[Callable[[], str] | None, tuple[str, Sequence[Correction]]] = Latest(
            self, self._work, self._worked, lambda _, error: self._failed(error)
        )

    def body(self) -> ComposeResult:
        yield self._words
        yield self._list

    def on_mount(self) -> None:
        self._working.ask(None)

    @property
    def _dateline(self) -> DatelineApp:
        return cast("DatelineApp", self.app)

    def _work(self, do: Callable[[], str] | None, stop: Stop) -> tuple[str, Sequence[Correction]]:
        """Off the screen's thread: do something, then look at what stands."""
        told = do() if do is not None else ""
        standing = self._archive.corrections.listed()[::-1]
        for article in {each.article for each in standing if each.article} - self._titles.keys():
            try:
                self._titles[article] = self._archive.articles.get(article).article.title
            except DatelineError:  # it was deleted for good, or never taken in here
                self._titles[article] = ""
        return told, standing

    def _worked(self, _: object, done: tuple[str, Sequence[Correction]]) -> None:
        told, standing = done
        self._list.show(standing, self._titles)
        said = f"{amount(len(standing), 'correction')}, the newest first" if standing else NOTHING
        self._words.update(notices.content(said))
        if told:
            self._dateline.say(told)

    def _failed(self, error: Exception) -> None:
        self._dateline.trouble(error)
        self._working.ask(None)

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        if (correction := self._list.current) is None:
            return
        if not correction.article:
            self._dateline.say("This correction holds in all articles, and has none of its own.")
        else:
            self.dismiss(correction.article)

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_take_back(self) -> None:
        """Take back the correction under the cursor; undo brings it back."""
        if (correction := self._list.current) is not None:
            seq = correction.seq
            self._working.ask(lambda: f"{self._archive.corrections.take_back(seq)} u undoes.")

    def action_undo(self) -> None:
        """Take back the last thing done in the archive."""
        self._working.ask(lambda: self._archive.journal.undo() or "There is nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was last taken back."""
        self._working.ask(lambda: self._archive.journal.redo() or "There is nothing to redo.")
