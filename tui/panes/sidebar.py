"""The sidebar: the actors and the quotes of the article that is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from index.article import Reading, Span
from tui.keys import MOVEMENT
from tui.widgets import sidebar_lines
from tui.widgets.marks import HERE, SPEECH, ink
from tui.widgets.scroller import Scroller
from tui.widgets.sidebar_lines import Entry, Line, Listing, said
from tui.widgets.spans import Spans
from tui.widgets.typeset import segments

_HEAD = 2  # lines that do not scroll: the tabs, and a blank
ACTORS, QUOTES = 0, 1


class Sidebar(Scroller, can_focus=True, inherit_bindings=False):
    """Two tabs, actors and quotes, each with a cursor of its own.

    What the cursor moves to stands out in the article; Enter goes there, and again to the next
    mention.
    """

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go to it, again: next mention", group=Binding.Group("go")),
        Binding("h,left", "tab(0)", "actors", group=Binding.Group("tabs")),
        Binding("l,right", "tab(1)", "quotes", group=Binding.Group("tabs")),
        Binding("f", "search", "search for this"),
        Binding("a", "acts", "show acts too, or not", group=Binding.Group("acts")),
        *MOVEMENT,
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sidebar--tab",
        "sidebar--tab-open",
        "sidebar--heading",
        "sidebar--name",
        "sidebar--unknown",
        "sidebar--count",
        "sidebar--kind",
        "sidebar--mark",
        "sidebar--words",
        "sidebar--verbatim",
        "sidebar--below",
        "sidebar--state",
        "sidebar--cursor",
    }

    DEFAULT_CSS = """
    Sidebar {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 0 0;
        & > .sidebar--tab { color: $text-muted; }
        & > .sidebar--tab-open { text-style: bold underline; }
        &:focus > .sidebar--tab-open { color: $text-accent; }
        & > .sidebar--heading { color: $text-muted; }
        & > .sidebar--unknown { text-style: italic; }
        & > .sidebar--count { color: $text-muted; }
        & > .sidebar--kind { color: $text-muted; }
        & > .sidebar--mark { color: $text-secondary; }
        & > .sidebar--verbatim { color: $text-secondary; }
        & > .sidebar--below { color: $text-muted; }
        & > .sidebar--state { color: $text-muted; }
        & > .sidebar--cursor { text-style: bold; }
        &:focus > .sidebar--cursor { color: $text-accent; }
    }
    """

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
    class Told(Message):
        """Why a key did nothing, in a sentence."""

        sentence: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._idle = ""
        self._verbatim = Spans()
        self._tab = ACTORS
        self._acts = False
        self._cursors = [0, 0]
        self._turn = -1
        self._listing = Listing(())
        self._styles: dict[tuple[str, ...], Style] = {}

    def show(self, reading: Reading | None) -> None:
        """Show the actors and quotes of an article, or that there is none.

        The same article, read anew, keeps the tab, and the cursor on what it was on.
        """
        before, self._reading = self._reading, reading
        same = (
            before is not None
            and reading is not None
            and (before.article.id, before.text) == (reading.article.id, reading.text)
        )
        keys = [entry.key if entry else None for entry in map(self._entry_of, (ACTORS, QUOTES))]
        top = round(self.scroll_y)
        quotes = reading.quotes if reading is not None else ()
        self._verbatim = Spans(span for quote in quotes for span in quote.verbatim)
        self._cursors = [0, 0]
        if same:
            for tab, key in enumerate(keys):
                found = [at for at, e in enumerate(self._list(tab).entries) if e.key == key]
                self._cursors[tab] = found[0] if found else 0
        else:
            self._turn = -1
        self._renew()
        self.scroll_to(y=top if same else 0, animate=False, force=True)
        self.refresh_bindings()

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
        self.set_length(len(self._listing.lines) + _HEAD)
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
        self._move_by_lines(max(self.size.height - _HEAD - 1, 1))

    def action_page_up(self) -> None:
        self._move_by_lines(-max(self.size.height - _HEAD - 1, 1))

    def action_half_down(self) -> None:
        self._move_by_lines(max((self.size.height - _HEAD) // 2, 1))

    def action_half_up(self) -> None:
        self._move_by_lines(-max((self.size.height - _HEAD) // 2, 1))

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
        height = max(self.size.height - _HEAD, 1)
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
        at = offset.y - _HEAD + round(self.scroll_y)
        lines = self._listing.lines
        entry = lines[at].entry if offset.y >= _HEAD and at < len(lines) else None
        if entry is not None:
            self._move_to(entry)
            if event.chain == 2:
                self.action_go()
            else:
                self._choose()

    # Drawing

    def _titles(self) -> tuple[str, str]:
        if self._reading is None:
            return "Actors", "Quotes"
        quotes = sidebar_lines.shown_quotes(self._reading, acts=self._acts)
        return f"Actors {len(self._reading.actors)}", f"Quotes {len(quotes)}"

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        plain = self._style(())
        if y < _HEAD:
            drawn = self._tabs() if y == 0 else []
        else:
            at = y - _HEAD + round(self.scroll_y)
            lines = self._listing.lines
            drawn = self._line(lines, at) if at < len(lines) else []
        return Strip(drawn).adjust_cell_length(width, plain)

    def _tabs(self) -> list[Segment]:
        actors, quotes = (
            Segment(title, self._style(("tab-open" if tab == self._tab else "tab",)))
            for tab, title in enumerate(self._titles())
        )
        return [
            Segment(" ", self._style(())),
            actors,
            Segment(" · ", self._style(("tab",))),
            quotes,
        ]

    def _line(self, lines: Sequence[Line], at: int) -> list[Segment]:
        line = lines[at]
        cursor = line.entry is not None and line.entry == self._cursors[self._tab]
        first = cursor and (at == 0 or lines[at - 1].entry != line.entry)
        drawn = [Segment(HERE if first else " ", self._style(("cursor",) if first else ()))]
        for style, words, place in line.parts:
            if place is not None and self._reading is not None:
                layers = [("verbatim", span) for span in self._verbatim.over(*place)]
                text = self._reading.text
                drawn += segments(text, *place, layers, (style,), self._style)[0]
            elif words:
                names: tuple[str, ...] = (style,) if style else ()
                names += ("cursor",) if cursor and style in ("name", "unknown") else ()
                drawn.append(Segment(words, self._style(names)))
        return drawn

    def _style(self, names: tuple[str, ...]) -> Style:
        if names not in self._styles:
            self._styles[names] = ink(self, [f"sidebar--{name}" for name in names])
        return self._styles[names]
