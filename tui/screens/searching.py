"""What is done with a search on the page: narrowing it, its concordance, saving it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from index.article import DatelineError
from tui.latest import Stop
from tui.layout import Pane
from tui.panes.found import ResultsPane
from tui.panes.row import PaneRow
from tui.panes.search import SearchLine
from tui.panes.sidebar import Sidebar
from tui.screens.reading import ReadingDesk
from tui.widgets.status import KeyLine

if TYPE_CHECKING:
    from index.archive import Archive, Asked, Concordance, Entry, Facet, Order, Results
    from index.config import Config
    from tui.panes.concordance import ConcordancePane
    from tui.panes.facets import FacetsPane
    from tui.screens.ledger import LedgerScreen


class SearchDesk(ReadingDesk):
    """A desk with a search line, and the panes in which what it found is looked at."""

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__(archive, config)
        self._search = SearchLine(archive, config.sort)
        self._found = ResultsPane(archive.search.hits, self.trouble)
        self._sidebar = Sidebar()
        self._row = PaneRow(
            {"results": self._found, "article": self.article, "sidebar": self._sidebar},
            id="panes",
        )
        self._facets: FacetsPane | None = None
        self._concordance: ConcordancePane | None = None
        self._statuses: dict[Pane, str] = {}
        self._ledger: LedgerScreen | None = None
        self._from_ledger = ""  # the article that was opened from the ledger

    def action_go(self, pane: Pane) -> None:
        """Put the focus into a pane, and the pane on the screen."""
        self._search.decline()
        self._row.go(pane)

    @property
    def results(self) -> Results | None:
        return self._found.list.results

    def follow(self) -> None:
        """Have the facets and the concordance follow the search, where they are shown."""
        if self._row.listing == "concordance" and self._concordance is not None:
            self._concordance.show(self._search.in_force)
        if self._row.side == "facets" and self._facets is not None:
            self._facets.show(self._search.in_force)

    def _show_status(self) -> None:
        shown: Pane = "concordance" if self._row.front == "concordance" else "article"
        self.query_one(KeyLine).status = self._statuses.get(shown, "")

    # Saved searches

    def action_searches(self, *, naming: bool = False) -> None:
        """Show the saved searches; with `naming` ask for a name for the one that stands."""
        from tui.screens.searches import SearchesScreen

        def chosen(query: str | None) -> None:
            if query is not None:
                self._search.search_for(query)
                self._search.remember()
                self.action_go("results")
            else:
                self.refresh_read()  # what was undone there may have been a correction

        self.app.push_screen(SearchesScreen(self.archive, self.asked, naming=naming), chosen)

    def save_search(self, name: str) -> None:
        """Save the search that stands under a name."""
        try:
            saved = self.archive.searches.save(name, self.asked)
        except DatelineError as error:
            self.trouble(error)
        else:
            self.dateline.say(f"Saved {saved.query} as {saved.name}. S lists what is saved.")

    # Who said what

    def action_ledger(self) -> None:
        """Show who said what in the articles found."""
        from index.archive import Asked

        asked = self._search.in_force
        self.show_ledger(Asked(asked), asked or "all articles")

    @on(Sidebar.Said)
    def _said(self, message: Sidebar.Said) -> None:
        from index.archive import Asked

        meant = frozenset({message.actor})
        by, about = (meant, None) if message.way == "by" else (None, meant)
        title = f"said {message.way} {message.name}"
        self.show_ledger(Asked(speakers=by, about=about), title)

    def show_ledger(self, asked: Asked, title: str) -> None:
        """Show quotes by speaker or by day, under a title that says which they are."""
        if self._ledger is None:
            from tui.screens.ledger import LedgerScreen

            self._ledger = LedgerScreen(self.archive, self.config)
            # Kept as it is, also while an article lies before it.
            self.app.install_screen(self._ledger, "ledger")
        self._ledger.ask(asked, title)
        self._enter_ledger()

    def _enter_ledger(self) -> None:
        self._from_ledger = ""
        self.app.push_screen("ledger", self._left_ledger)

    def _left_ledger(self, entry: Entry | None) -> None:
        self.refresh_kept()
        if self._ledger is not None and self._ledger.mended:
            self._ledger.mended = False
            self.refresh_read()
        if entry is not None:
            self._from_ledger = entry.article.id
            self.open_article(entry.article.id, entry.quote.start)

    def back_to_ledger(self) -> bool:
        """Back from an article to the row of the ledger that it was opened from, if it was."""
        reading, left = self.reading, self._from_ledger
        if not left or reading is None or reading.article.id != left:
            return False
        self._enter_ledger()
        return True

    # Facets and the concordance, of which most people who start the reader have no need

    async def action_facets(self) -> None:
        """Show what the results have in common, to narrow them by."""
        if self._facets is None:
            from tui.panes.facets import FacetsPane

            self._facets = FacetsPane(self._ask_facets, self.trouble)
            await self._row.add("facets", self._facets)
        self._facets.show(self._search.in_force)
        self.action_go("facets")

    def _ask_facets(self, query: str, stop: Stop) -> Sequence[Facet]:
        return self.archive.search.facets(query, stop=stop)

    def action_close_facets(self) -> None:
        """Have the sidebar back, and the focus in the results."""
        self._row.put_back()
        self.action_go("results")

    def on_facets_pane_narrow(self, message: FacetsPane.Narrow) -> None:
        self._search.narrow(message.clause, self._found.list.current)

    def on_facets_pane_widen(self) -> None:
        if not self._search.widen(self._found.list.current):
            self.dateline.say("There is nothing to take back.")

    async def action_concordance(self) -> None:
        """Show every hit of the query on a line of its own."""
        if not self._search.in_force:
            self.dateline.say("A concordance shows words in their context: / searches for some.")
            return
        if self._concordance is None:
            from tui.panes.concordance import ConcordancePane

            self._concordance = ConcordancePane(self._ask_concordance, self.trouble)
            await self._row.add("concordance", self._concordance)
        self._concordance.show(self._search.in_force)
        self.action_go("concordance")

    def _ask_concordance(self, query: str, order: Order, stop: Stop) -> Concordance:
        return self.archive.search.concordance(query, order=order, stop=stop)

    def on_concordance_pane_opened(self, message: ConcordancePane.Opened) -> None:
        self.open_article(message.article, message.place)

    def on_concordance_pane_status(self, message: ConcordancePane.Status) -> None:
        self._statuses["concordance"] = message.text
        self._show_status()

    def action_sort_lines(self) -> None:
        """The next order of the concordance."""
        if self._concordance is not None:
            self._concordance.next_order()
