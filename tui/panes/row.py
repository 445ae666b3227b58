"""The row of panes: which of them stand on the screen, and which has the focus."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget

from tui import layout
from tui.layout import SIDES, Listing, Pane, Side
from tui.widgets.rules import Edge


class PaneRow(Horizontal):
    """Results, article and sidebar side by side, as many of them as the width has room for.

    `listing` is where articles are opened from, `side` what stands at the right, `front` the
    pane in focus.
    """

    @dataclass
    class Entered(Message):
        """The focus came into a pane."""

        pane: Pane

    @dataclass
    class Parted(Message):
        """Rules stand between the panes at these columns."""

        columns: tuple[int, ...]

    def __init__(self, panes: dict[Pane, Widget], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._panes = panes
        self._edges = {pane: Edge(id=f"edge-{pane}") for pane in panes}
        self._beside: Pane = "results"
        self._shown: tuple[Pane, ...] = ()
        self.front: Pane = "results"
        self.listing: Listing = "results"
        self.side: Side = "sidebar"

    def compose(self) -> ComposeResult:
        """The pane in front: the first picture is it alone, and stands sooner for that."""
        yield self._edges[self.front]
        yield self._panes[self.front]

    async def _complete(self) -> None:
        """Put the other panes behind it."""
        others = (pane for pane in self._panes if pane != self.front)
        await self.mount_all(w for pane in others for w in (self._edges[pane], self._panes[pane]))
        self.lay_out()

    async def add(self, pane: Pane, widget: Widget) -> None:
        """Add a pane that was not needed at the start; it stands there when this is done."""
        self._panes[pane] = widget
        self._edges[pane] = Edge(id=f"edge-{pane}")
        widget.display = self._edges[pane].display = False
        await self.mount(self._edges[pane], widget)

    def on_mount(self) -> None:
        self.lay_out()
        self.call_after_refresh(self._complete)

    def on_resize(self) -> None:
        self.lay_out()

    def lay_out(self) -> None:
        """Show the panes there is room for."""
        width = self.app.size.width
        shown = layout.shown(width, self.front, self._beside, self.side)
        for pane, widget in self._panes.items():
            widget.display = self._edges[pane].display = pane in shown
            self._edges[pane].leftmost = pane == shown[0]
        results, side = layout.side_widths(width)
        self._panes["results"].styles.width = results
        for pane in (name for name in SIDES if name in self._panes):
            self._panes[pane].styles.width = side if "article" in shown else "1fr"
        if shown != self._shown:
            self._shown = shown
            self.call_after_refresh(self._repaint)
        self.post_message(self.Parted(layout.joints(width, shown)))

    def _repaint(self) -> None:
        """Paint what came into view.

        A widget that changes before it is laid out makes Textual lay the screen out on the
        side; the real layout then finds nothing new, and leaves what stood there before.
        """
        for pane in self._shown:
            self._edges[pane].refresh()
            self._panes[pane].refresh()

    def go(self, pane: Pane) -> None:
        """Put a pane on the screen and the focus into it."""
        widget = self._panes[pane]
        if not widget.is_attached:  # a key in the moment after the first picture
            self.call_after_refresh(self.go, pane)
            return
        self._bring(pane)
        self.lay_out()
        if not widget.can_focus:
            widget = next((inner for inner in widget.query("*") if inner.can_focus), widget)
        # Not `widget.focus`: that is put off, and keys typed at once would go to the old pane.
        self.screen.set_focus(widget, scroll_visible=False)

    def put_back(self) -> None:
        """Have the sidebar again where the facets stood."""
        self.side = "sidebar"
        self.lay_out()

    def neighbour(self, step: int) -> Pane | None:
        """The pane so many to the right of the one in front, None beyond the last."""
        order: tuple[Pane, ...] = (self.listing, "article", self.side)
        at = order.index(self.front) + step
        return order[at] if 0 <= at < len(order) else None

    def mark(self, focused: Widget | None) -> None:
        """Mark the pane that the focus is in, so that it can be seen without colour."""
        lineage = focused.ancestors_with_self if focused is not None else []
        for pane, widget in self._panes.items():
            inside = widget in lineage
            widget.set_class(inside, "-in-focus")
            self._edges[pane].marked = inside

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        for pane, widget in self._panes.items():
            if widget in event.widget.ancestors_with_self:
                self._bring(pane)
                self.post_message(self.Entered(pane))

    def _bring(self, pane: Pane) -> None:
        self.front = pane
        if pane != "article":
            self._beside = pane
        if pane == "results" or pane == "concordance":
            self.listing = pane
        elif pane == "sidebar" or pane == "facets":
            self.side = pane
