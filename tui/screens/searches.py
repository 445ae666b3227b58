"""Saved searches: what is new in each, open one, drop one, save the one that stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from index.article import DatelineError
from tui import notices
from tui.latest import Latest
from tui.screens.sheet import Sheet
from tui.widgets.cells import crop, drawn, width
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, day, one_line

if TYPE_CHECKING:
    from index.archive import Archive, SavedSearch
    from tui.app import DatelineApp

NOTHING = "No search is saved yet. Search for something: `a` in this list saves it under a name."


class SavedList(VirtualList):
    """Names and queries, with what came in since each was last opened."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "saved--name",
        "saved--new",
        "saved--query",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "screen.save", "save the search that stands"),
        Binding("x,delete", "screen.drop", "drop"),
        Binding("u", "screen.undo", "undo"),
    ]

    def __init__(self) -> None:
        super().__init__(id="saved-searches")
        self.searches: Sequence[SavedSearch] = ()

    def show(self, searches: Sequence[SavedSearch], *, at: str | None = None) -> None:
        """Show these, the cursor on the one called `at` if it is there."""
        self.searches = searches
        self.renew()
        names = [search.name for search in searches]
        if at in names:
            self.put_cursor(names.index(at))

    @property
    def current(self) -> SavedSearch | None:
        """The search the cursor is on."""
        return self.searches[self.cursor] if self.searches else None

    @property
    def count(self) -> int:
        return len(self.searches)

    @property
    def row_height(self) -> int:
        return 3

    def row(self, index: int, width: int) -> list[Content]:
        search = self.searches[index]
        new = f"{search.new:,} new" if search.new else "nothing new"
        name = crop(drawn(search.name), max(1, width - len(new) - 2), "…")
        query = one_line(search.query)
        if search.opened_at:
            query += f" · opened {day(search.opened_at[:10])}"
        told = Content(crop(drawn(query), width, "…"))
        return [
            Content.assemble(
                (name, self.get_visual_style("saved--name", partial=True)),
                _gap(name, new, width),
                (new, self.get_visual_style("saved--new", partial=True) if search.new else "dim"),
            ),
            told.stylize(self.get_visual_style("saved--query", partial=True)),
        ]


def _gap(left: str, right: str, cells: int) -> str:
    return " " * max(1, cells - width(left) - width(right))


class SearchesScreen(Sheet[str | None]):
    """Is dismissed with the query to search for, or with None. `standing` is the one there is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("S", "leave", "back", show=False)]
    AUTO_FOCUS = "#saved-searches"
    heading = "Saved searches"
    foot = "Enter search   a save the search that stands   x drop   u undo   Esc back"

    def __init__(self, archive: Archive, standing: str, *, naming: bool = False) -> None:
        super().__init__()
        self._archive = archive
        self._standing = standing.strip()
        self._naming = naming
        self._list = SavedList()
        self._words = Static("…", id="searches-words", markup=False)
        self._field = Input(id="searches-name", compact=True, select_on_focus=False)
        self._reading: Latest[str | None, list[SavedSearch]] = Latest(
            self,
            lambda *_: archive.searches.saved(),
            self._read,
            lambda _, error: self._dateline.trouble(error),
        )

    def body(self) -> ComposeResult:
        yield self._words
        yield self._field
        yield self._list

    def on_mount(self) -> None:
        self._reading.ask(None)
        if self._naming:
            self.action_save()

    @property
    def _dateline(self) -> DatelineApp:
        return cast("DatelineApp", self.app)

    def _read(self, at: str | None, searches: list[SavedSearch]) -> None:
        self._list.show(searches, at=at)
        self._tell()

    def _tell(self) -> None:
        told = ""
        if self._naming:
            told = f"Save {self._standing} under the name"
        elif self._list.count:
            new = sum(1 for search in self._list.searches if search.new)
            told = amount(self._list.count, "search", "searches")
            told += f", {new:,} with something new" if new else ""
        if told:
            self._words.update(Content(crop(drawn(told), 400, "…")))
        else:
            self._words.update(notices.content(NOTHING))
        self.set_class(self._naming, "-naming")

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        if (search := self._list.current) is not None:
            try:
                self._archive.searches.opened(search.name)
            except DatelineError as error:
                self._dateline.trouble(error)
            self.dismiss(search.query)

    def action_leave(self) -> None:
        """Away, or back from the name to the list."""
        if self._naming:
            self._name_no_more()
        else:
            self.dismiss(None)

    def action_save(self) -> None:
        """Ask for a name under which to save the search that stands."""
        if not self._standing:
            self._dateline.say("There is no search to save: search for something first.")
            self._naming = False
            return
        self._naming = True
        self._tell()
        self.set_focus(self._field)

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            saved = self._archive.searches.save(event.value, self._standing)
        except DatelineError as error:
            self._dateline.trouble(error)
            return
        self._field.value = ""
        self._name_no_more()
        self._reading.ask(saved.name)

    def _name_no_more(self) -> None:
        self._naming = False
        self._tell()
        self.set_focus(self._list)

    def action_drop(self) -> None:
        """Drop the search under the cursor; undo brings it back."""
        if (search := self._list.current) is None:
            return
        try:
            self._archive.searches.drop(search.name)
        except DatelineError as error:
            self._dateline.trouble(error)
        else:
            self._dateline.say("Dropped. u brings it back.")
        self._reading.ask(None)

    def action_undo(self) -> None:
        """Take back the last thing done in the archive."""
        at = self._list.current
        try:
            done = self._archive.journal.undo()
        except DatelineError as error:
            self._dateline.trouble(error)
        else:
            self._dateline.say(done or "There is nothing to undo.")
        self._reading.ask(at.name if at else None)
