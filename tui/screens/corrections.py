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
from tui.widgets.cells import width as cells
from tui.widgets.results import wrapped
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, day, one_line

if TYPE_CHECKING:
    from index.archive import Archive, Correction
    from tui.app import DatelineApp

NOTHING = (
    "Nothing is corrected yet. In the sidebar `c` corrects an actor or a quote, and `i` a fact."
)
_GAP = 2  # cells between a sentence and its day
_LINES = 3  # lines in which the whole of one is told
_ALL = "This one holds in all articles, and has none of its own to go to."


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
        return 1

    def row(self, index: int, width: int) -> list[Content]:
        correction = self.corrections[index]
        date = day(correction.at[:10])
        room = max(10, width - cells(date) - _GAP - 2)
        told = crop(drawn(one_line(correction.told)), room, "…")
        below = crop(drawn(self.about(index)), max(0, room - cells(told) - _GAP), "…")
        gap = " " * (room - cells(told) - cells(below) - (_GAP if below else 0) + _GAP)
        line = Content.assemble(" ", told, (f"{' ' * _GAP}{below}" if below else "", "dim"), gap)
        return [Content.assemble(line, (date, "dim"))]

    def about(self, index: int) -> str:
        """Why a correction changes nothing now, and the title of its article, where there are."""
        correction = self.corrections[index]
        title = self._titles.get(correction.article, "")
        return " · ".join(one_line(part) for part in (correction.waits, title) if part)


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
        self._whole = Static("", id="corrections-whole", markup=False)
        self._titles: dict[str, str] = {}
        self._working: Latest[Callable[[], str] | None, tuple[str, Sequence[Correction]]] = Latest(
            self, self._work, self._worked, lambda _, error: self._failed(error)
        )

    def body(self) -> ComposeResult:
        yield self._words
        yield self._list
        yield self._whole

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
        self._say_how_many()
        self._tell_whole()
        if told:
            self._dateline.say(told)

    def _say_how_many(self) -> None:
        count = self._list.count
        said = f"{amount(count, 'correction')}, the newest first" if count else NOTHING
        self._words.update(notices.content(said))

    def _failed(self, error: Exception) -> None:
        self._dateline.trouble(error)
        self._working.ask(None)

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        if (correction := self._list.current) is None:
            return
        if not correction.article:
            self._words.update(notices.content(_ALL))
        else:
            self.dismiss(correction.article)

    @on(VirtualList.Highlighted)
    def _moved(self) -> None:
        self._say_how_many()
        self._tell_whole()

    def _tell_whole(self) -> None:
        """Tell the correction under the cursor in full: a line may be too short for it."""
        lines: list[Content] = []
        if (correction := self._list.current) is not None:
            about = self._list.about(self._list.cursor)
            told = " · ".join(part for part in (one_line(correction.told), about) if part)
            lines = wrapped(Content(drawn(told)), max(10, self._whole.size.width or 78), _LINES)
        self._whole.update(Content("\n").join(lines))

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
