"""The results pane: what the search found, or words for it when it found nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from index.article import Hit
from tui import notices
from tui.widgets.results import ResultList

if TYPE_CHECKING:
    from index.archive import Results


class ResultsPane(Vertical):
    """The order of the results, the list of them, and what to say when it is empty."""

    def __init__(
        self,
        fetch: Callable[[Results, int, int], list[Hit]],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(id="results-pane")
        self._title = Static("Results", id="results-title", classes="pane-title", markup=False)
        self._words = Static("", id="results-words", markup=False)
        self.list = ResultList(fetch, failed, id="results")

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._words
        yield self.list

    def show(
        self, results: Results, order: str, *, keep: str | None = None, first: bool = False
    ) -> None:
        """Show results in an order, the cursor on the article `keep` if it is among them.

        `first` says that they belong into the first picture of the screen.
        """
        self.list.show(results, keep=keep, first=first)
        self._title.update(Content(f"Results · {order}"), layout=False)
        words = ""
        if not results.count and results.query.strip():
            words = notices.nothing_found(results.query, results.suggestion)
        elif not results.count:
            words = notices.EMPTY
        self._words.update(notices.content(words), layout=bool(words))
        self.set_class(bool(words), "-wordy")
