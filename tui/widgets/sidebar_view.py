"""The sidebar as it is drawn: two tabs, and below them the lines of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from index.article import Reading
from tui.widgets import sidebar_lines
from tui.widgets.marks import HERE, ink
from tui.widgets.scroller import Scroller
from tui.widgets.sidebar_lines import Line, Listing
from tui.widgets.spans import Spans
from tui.widgets.typeset import segments

HEAD = 2  # lines that do not scroll: the tabs, and a blank
ACTORS, QUOTES = 0, 1


class SidebarView(Scroller, inherit_bindings=False):
    """Draws the lines that are in view, and no others."""

    ALLOW_SELECT = False

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
    SidebarView {
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._verbatim = Spans()
        self._tab = ACTORS
        self._acts = False
        self._cursors = [0, 0]
        self._listing = Listing(())
        self._styles: dict[tuple[str, ...], Style] = {}

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
        if y < HEAD:
            drawn = self._tabs() if y == 0 else []
        else:
            at = y - HEAD + round(self.scroll_y)
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
