"""The concordance: every hit of the query on a line of its own, in its context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.latest import Latest, Stop
from tui.widgets.kwic import ConcordanceList
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, one_line

if TYPE_CHECKING:
    from index.archive import Concordance, Order

ORDERS: dict[Order, str] = {
    "place": "by place",
    "left": "by the words before",
    "right": "by the words after",
}
"""The orders of lines, in the order in which `s` goes through them, and what they are called."""

NO_WORDS = "A concordance shows words in their context: search for some first."


@dataclass(frozen=True, slots=True)
class _Asked:
    query: str
    order: Order
    keep: bool


class ConcordancePane(Vertical):
    """Asks for the lines of the query that is shown, and again when the order changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "screen.go('results')", "results"),
    ]

    @dataclass
    class Opened(Message):
        """Go to this place in an article."""

        article: str
        place: int

    @dataclass
    class Status(Message):
        """Which article the line of the cursor is from."""

        text: str

    def __init__(
        self,
        ask: Callable[[str, Order, Stop], Concordance],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(id="concordance-pane")
        self._title = Static("", id="concordance-title", classes="pane-title", markup=False)
        self._words = Static("", id="concordance-words", markup=False)
        self.list = ConcordanceList()
        self._order: Order = "place"
        self._query: str | None = None
        self._asking: Latest[_Asked, Concordance] = Latest(
            self,
            lambda asked, stop: ask(asked.query, asked.order, stop),
            self._answered,
            lambda _, error: failed(error),
        )

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._words
        yield self.list

    def show(self, query: str) -> None:
        """Show the hits of a query; asked for again, it keeps the hit one is on."""
        self._ask(query, keep=query == self._query)

    def next_order(self) -> None:
        """The next order of lines; the cursor stays on its hit."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        if self._query is not None:
            self._ask(self._query, keep=True)

    def _ask(self, query: str, *, keep: bool) -> None:
        self._query = query
        self._say("Concordance …")
        self._asking.ask(_Asked(query, self._order, keep))

    def _answered(self, asked: _Asked, found: Concordance) -> None:
        self.list.show(found.lines, keep=asked.keep)
        words = "" if found.lines else NO_WORDS
        self._words.update(Content(words))
        self.set_class(bool(words), "-wordy")
        self._say(title(found, ORDERS[asked.order]))
        self.tell()

    def _say(self, title: str) -> None:
        self._title.update(Content(title), layout=False)

    def tell(self) -> None:
        """Say which article the line of the cursor is from."""
        line = self.list.current
        self.post_message(self.Status(one_line(line.article.title) if line else ""))

    def on_virtual_list_highlighted(self, message: VirtualList.Highlighted) -> None:
        message.stop()
        self.tell()

    def on_virtual_list_opened(self, message: VirtualList.Opened) -> None:
        message.stop()
        if (line := self.list.current) is not None:
            self.post_message(self.Opened(line.article.id, line.start))


def title(found: Concordance, order: str) -> str:
    """ "Concordance · 214 hits in 39 articles · by place", and what was left out."""
    parts = ["Concordance"]
    if found.lines:
        hits = amount(len(found.lines), "hit")
        parts += [f"{hits} in {amount(found.articles, 'article')}", order]
    if found.cut:
        parts.append("there are more: narrow the search to see them")
    return " · ".join(parts)
