"""Sheets laid over the page for a moment: a page of text to read, or something to fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keys import MOVEMENT
from tui.notices import TOO_SMALL

Result = TypeVar("Result")

# Apart from the page's, so that they are not read before a sheet is laid over it.
_STYLES = Path(__file__).parents[1] / "sheets.tcss"
_WIDEST = 86  # columns of a sheet, as in the stylesheet
_AROUND = 5  # of which are padding and the scroll bar
_ABOVE_AND_BELOW = 6  # lines of a sheet that are none of its text: rules, title, keys


class Sheet(ModalScreen[Result]):
    """A sheet with a title and a line of keys. `q` and `Esc` take it away."""

    CSS_PATH = _STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", "back")]
    heading: str = ""
    foot: str = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Static(self.heading, id="sheet-title", markup=False)
            yield from self.body()
            yield Static(self.foot, id="sheet-foot", markup=False)

    def body(self) -> ComposeResult:
        """What stands on the sheet."""
        raise NotImplementedError

    def action_leave(self) -> None:
        self.dismiss()


class PageSheet(Sheet[None]):
    """A sheet of text to read and to scroll. `make` gives the text for a width in cells."""

    BINDINGS: ClassVar[list[BindingType]] = list(MOVEMENT)
    AUTO_FOCUS = ""
    foot = "j k move   Esc back"

    def __init__(
        self, heading: str, make: Callable[[int], Content], *, widest: int = _WIDEST
    ) -> None:
        super().__init__()
        self.heading = heading
        self._make = make
        self._widest = widest

    def body(self) -> ComposeResult:
        with VerticalScroll(id="sheet-body", can_focus=False):
            yield self.text()

    def text(self) -> Static:
        """The text as it is mounted; it is made anew when the width is known to be another."""
        return Static(self._make(self._width), id="sheet-text", markup=False)

    @property
    def _width(self) -> int:
        """Cells of a line of the text."""
        return min(self._widest, self.app.size.width) - _AROUND

    def on_resize(self) -> None:
        # Not before the sheet has been laid out: what is mounted for the first time keeps the
        # height that it had while it was empty.
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self.query_one("#sheet").styles.width = self._widest
        self._page.styles.max_height = max(1, self.app.size.height - _ABOVE_AND_BELOW)
        self.query_one("#sheet-text", Static).update(self._make(self._width))

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one("#sheet-body", VerticalScroll)

    def action_down(self) -> None:
        self._page.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self._page.scroll_relative(y=-1, animate=False)

    def action_home(self) -> None:
        self._page.scroll_home(animate=False)

    def action_end(self) -> None:
        self._page.scroll_end(animate=False)

    def action_page_down(self) -> None:
        self._page.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self._page.scroll_page_up(animate=False)

    def action_half_down(self) -> None:
        self._page.scroll_relative(y=self._page.size.height // 2, animate=False)

    def action_half_up(self) -> None:
        self._page.scroll_relative(y=-(self._page.size.height // 2), animate=False)


class TooSmall(ModalScreen[None]):
    """Stands over everything while the terminal is too small to read in."""

    CSS_PATH = _STYLES
    BINDINGS: ClassVar[list[BindingType]] = [Binding("Q", "app.quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static(TOO_SMALL, markup=False)


def hanging(
    label: str, text: Content, indent: int, width: int, style: str = "$text-muted"
) -> list[Content]:
    """A label with text beside it, whose further lines hang at the indent."""
    lines = text.wrap(max(10, width - indent)) or [Content("")]
    before = [label.ljust(indent), *[" " * indent] * (len(lines) - 1)]
    return [
        Content.assemble((margin, style if at == 0 else ""), line)
        for at, (margin, line) in enumerate(zip(before, lines, strict=True))
    ]
