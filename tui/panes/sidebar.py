"""The sidebar: the actors and the quotes of the article that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from index.article import Actor, Quote, Reading, Span
from tui.keys import MOVEMENT
from tui.widgets import sidebar_lines
from tui.widgets.marks import SPEECH
from tui.widgets.sidebar_lines import About, Entry, Listing, said
from tui.widgets.sidebar_view import ACTORS, HEAD, QUOTES, SidebarView
from tui.widgets.spans import Spans


class Sidebar(SidebarView, can_focus=True, inherit_bindings=False):
    """Two tabs, actors and quotes, each with a cursor of its own.

    What the cursor moves to stands out in the article; Enter goes there, and again to the next
    mention.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go to it, again: next mention", group=Binding.Group("go")),
        Binding("h,left", "tab(0)", "actors", group=Binding.Group("tabs")),
        Binding("l,right", "tab(1)", "quotes", group=Binding.Group("tabs")),
        Binding("f", "search", "search for this"),
        Binding("s", "said('by')", "everything said by it", group=Binding.Group("said")),
        Binding("t", "said('about')", "everything said about it", group=Binding.Group("said")),
        Binding("c", "correct", "correct this", group=Binding.Group("correct")),
        Binding("a", "acts", "show acts too, or not", group=Binding.Group("acts")),
        *MOVEMENT,
    ]

    @dataclass
    class Go(Message):
        """Go to this place in the article."""

        start: int
        end: int

    @dataclass
    class Chosen(Message):
        """These mentions are to stand out in the article."""

        mentions: Sequence[Span]

    @dataclass
    class SearchFor(Message):
        """Search for this query."""

        query: str

    @dataclass
    class Said(Message):
        """Show all that an actor or collective speaker said, or all in which it is named."""

        actor: int
        name: str
        way: Literal["by", "about"]

    @dataclass
    class Correct(Message):
        """Correct this actor or quote."""

        about: About

    @dataclass
    class Told(Message):
        """Why a key did nothing, in a sentence."""

        sentence: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._idle = ""
        self._turn = -1
        self._stay: tuple[int | None, str] | None = None

    def show(self, reading: Reading | None) -> None:
        """Show the actors and quotes of an article, or that there is none.

        The same article, read anew, keeps the tab, and the cursor on what it was on; where that
        is gone, on what stands in its place.
        """
        keys = [entry.key if entry else None for entry in map(self._entry_of, (ACTORS, QUOTES))]
        before, self._reading = self._reading, reading
        same = (
            before is not None
            and reading is not None
            and (before.article.id, before.text) == (reading.article.id, reading.text)
        )
        top = round(self.scroll_y)
        quotes = reading.quotes if reading is not None else ()
        self._verbatim = Spans(span for quote in quotes for span in quote.verbatim)
        cursors, self._cursors = self._cursors, [0, 0]
        stayed, self._stay = self._stay, None
        if same:
            for tab, key in enumerate(keys):
                entries = self._list(tab).entries
                found = [at for at, entry in enumerate(entries) if entry.key == key]
                if tab == ACTORS and stayed is not None:
                    found = _places_of(entries, *stayed) or found
                self._cursors[tab] = found[0] if found else cursors[tab]
        else:
            self._turn = -1
        self._renew()
        self.scroll_to(y=top if same else 0, animate=False, force=True)
        if stayed is not None:
            self._show_cursor()
            self._choose()
        self.refresh_bindings()

    def stay_on(self, actor: int | None, name: str) -> None:
        """Have the cursor on this actor when the article is next shown anew.

        A corrected actor may have another id from then on, and is found by its name.
        """
        self._stay = actor, name

    def set_idle(self, why: str) -> None:
        """Say why articles are not being read at present; "" while they are."""
        if why != self._idle:
            self._idle = why
            self._renew()

    @property
    def current(self) -> Entry | None:
        """The actor or quote the cursor is on."""
        entries = self._listing.entries
        return entries[self._cursors[self._tab]] if entries else None

    def _entry_of(self, tab: int) -> Entry | None:
        if tab == self._tab:
            return self.current
        entries = self._list(tab).entries if self._reading is not None else ()
        return entries[min(self._cursors[tab], len(entries) - 1)] if entries else None

    def _list(self, tab: int) -> Listing:
        width = max(self.size.width, 12)
        if self._reading is None:
            return Listing(tuple(said("No article is open.", width)))
        if tab == ACTORS:
            return sidebar_lines.actors(self._reading, width - 2, idle=self._idle)
        return sidebar_lines.quotes(self._reading, width - 2, acts=self._acts, idle=self._idle)

    def _renew(self) -> None:
        """Lay the open tab out again."""
        self._listing = self._list(self._tab)
        last = len(self._listing.entries) - 1
        self._cursors[self._tab] = max(0, min(self._cursors[self._tab], last))
        self.set_length(len(self._listing.lines) + HEAD)
        self.refresh()

    # Movement

    def action_down(self) -> None:
        self._move_to(self._cursors[self._tab] + 1)

    def action_up(self) -> None:
        self._move_to(self._cursors[self._tab] - 1)

    def action_home(self) -> None:
        self._move_to(0)

    def action_end(self) -> None:
        self._move_to(len(self._listing.entries) - 1)

    def action_page_down(self) -> None:
        self._move_by_lines(max(self.size.height - HEAD - 1, 1))

    def action_page_up(self) -> None:
        self._move_by_lines(-max(self.size.height - HEAD - 1, 1))

    def action_half_down(self) -> None:
        self._move_by_lines(max((self.size.height - HEAD) // 2, 1))

    def action_half_up(self) -> None:
        self._move_by_lines(-max((self.size.height - HEAD) // 2, 1))

    def _move_by_lines(self, count: int) -> None:
        """To the entry that stands so many lines further on, but at least one entry."""
        here = self._cursors[self._tab]
        goal = self._listing.lines_of(here)[0] + count
        entry = here
        for at, line in enumerate(self._listing.lines):
            if line.entry is not None and (at <= goal or line.entry == here):
                entry = line.entry
        if entry == here:
            entry += 1 if count > 0 else -1
        self._move_to(entry)

    def _move_to(self, entry: int) -> None:
        entry = max(0, min(entry, len(self._listing.entries) - 1))
        if entry != self._cursors[self._tab]:
            self._cursors[self._tab] = entry
            self._turn = -1
            self.refresh()
            self._choose()
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Bring the entry into view, and with the first one what stands above it."""
        first, end = self._listing.lines_of(self._cursors[self._tab])
        first = 0 if self._cursors[self._tab] == 0 else first
        height = max(self.size.height - HEAD, 1)
        top = round(self.scroll_y)
        if first < top or end - first > height:
            top = first
        elif end > top + height:
            top = end - height
        self.scroll_to(y=top, animate=False, force=True)

    def _choose(self) -> None:
        entry = self.current
        self.post_message(self.Chosen(entry.mentions if entry else ()))

    # What to do with an entry

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "acts":
            return self._reading is not None
        if action == "search":
            return self.current is not None and bool(self.current.query)
        return True

    def action_go(self) -> None:
        entry = self.current
        if entry is not None and entry.places:
            self._turn = (self._turn + 1) % len(entry.places)
            self._choose()
            self.post_message(self.Go(*entry.places[self._turn]))

    def action_tab(self, tab: int) -> None:
        if tab != self._tab:
            self._tab = tab
            self._turn = -1
            self._renew()
            self._show_cursor()
            self._choose()
            self.refresh_bindings()

    def action_search(self) -> None:
        if self.current is not None and self.current.query:
            self.post_message(self.SearchFor(self.current.query))

    def action_said(self, way: Literal["by", "about"]) -> None:
        """All that the actor, or the speaker of the quote, said in the archive, or is named in."""
        about = self.current.about if self.current is not None else None
        if isinstance(about, Quote):
            actor, name = about.speaker_id, about.speaker
        else:
            actor, name = (about.id, about.name) if about is not None else (None, None)
        if actor is not None and name is not None:
            self.post_message(self.Said(actor, name, way))
        elif about is not None:
            self.post_message(self.Told("Nobody knows who said this."))

    def action_correct(self) -> None:
        if (entry := self.current) is not None:
            self.post_message(self.Correct(entry.about))
        elif self._reading is not None:
            self.post_message(self.Told("There is nothing to correct here."))

    def action_acts(self) -> None:
        """Show what people did with words (urge, accuse, promise) among the quotes, or not."""
        if self._reading is None:
            return
        if all(quote.kind in SPEECH for quote in self._reading.quotes):
            self.post_message(
                self.Told("No acts in this article: nobody urges, accuses, promises.")
            )
            return
        if self._tab != QUOTES:
            self.post_message(self.Told("Acts stand among the quotes: l shows them."))
            return
        entry = self.current
        self._acts = not self._acts
        self._renew()
        keys = [other.key for other in self._listing.entries]
        if entry is not None and entry.key in keys:
            self._cursors[self._tab] = keys.index(entry.key)
        self._show_cursor()

    def on_focus(self) -> None:
        self._choose()

    def on_resize(self) -> None:
        self._renew()
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset_capture(self)
        if offset.y == 0:
            actors = 1 + len(self._titles()[ACTORS]) + 1
            self.action_tab(ACTORS if offset.x <= actors else QUOTES)
            return
        at = offset.y - HEAD + round(self.scroll_y)
        lines = self._listing.lines
        entry = lines[at].entry if offset.y >= HEAD and at < len(lines) else None
        if entry is not None:
            self._move_to(entry)
            if event.chain == 2:
                self.action_go()
            else:
                self._choose()


def _places_of(entries: Sequence[Entry], actor: int | None, name: str) -> list[int]:
    """Where an actor stands, by its id, or else by its name."""
    actors = [(at, one.about) for at, one in enumerate(entries) if isinstance(one.about, Actor)]
    known = [at for at, one in actors if actor is not None and one.id == actor]
    return known or [at for at, one in actors if one.name == name]
