"""The page that Dateline opens with: search and results, the article, and its sidebar."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer

from index.article import Reading
from tui import notices
from tui.panes.article import ArticlePane
from tui.panes.query import QueryInput
from tui.panes.row import PaneRow
from tui.panes.search import SearchLine
from tui.panes.sidebar import Sidebar
from tui.panes.standing import Standing
from tui.screens.correcting import CorrectingDesk
from tui.widgets.masthead import Masthead
from tui.widgets.offer import offer_line
from tui.widgets.rules import Rule
from tui.widgets.status import KeyLine
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, span_of_dates

if TYPE_CHECKING:
    from index.archive import Archive, Results
    from index.config import Config

_PAUSE = 0.15  # seconds without a key after which an article follows the cursor
_NARROW = 100  # columns below which the echo stands in the rule and not in the search line


class ReaderScreen(CorrectingDesk):
    """Brings the panes together; each does its own work and tells of it by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "pane(1)", "next pane", show=False),
        Binding("shift+tab", "pane(-1)", "pane before", show=False),
        Binding("1", "go('results')", "results", show=False),
        Binding("2", "go('article')", "article", show=False),
        Binding("3", "go('sidebar')", "sidebar", show=False),
        Binding("slash", "search", "search"),
        Binding("M", "clippings", "kept", show=False),
        Binding("S", "searches", "saved searches", show=False),
        Binding("W", "ledger", "who said what", show=False),
        Binding("colon", "app.command_palette", "commands", show=False),
        Binding("X", "cancel", "cancel the work in the background, or go on with it", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("ctrl+r", "redo", "redo", show=False),
        Binding("q,escape", "back", "back", show=False),
        Binding("Q", "app.quit", "quit", show=False),
        Binding("question_mark,f1", "help", "help"),
    ]
    AUTO_FOCUS = "#results"

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__(archive, config)
        self._moved = 0.0
        self._following: Timer | None = None
        self._standing = Standing(archive)
        self._leaving = False  # to the results, if the query turns out to be one
        self._told = ""
        self._said_above = Content("")
        self._offer: Content | None = None

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead")
        yield self._search
        yield Rule("┬", id="rule-above")
        yield self._row
        yield self._standing
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.query_one(Masthead).archive_name = self.archive.name
        self.watch(self, "focused", self._row.mark)
        self.call_after_refresh(self.refresh_figures)
        if (results := self._search.open()) is not None:
            self._show(results, first=True)
            self.call_after_refresh(self._want_current)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < _NARROW, "-narrow")

    # Panes

    @on(PaneRow.Parted)
    def _parted(self, message: PaneRow.Parted) -> None:
        for rule in self.query(Rule):
            rule.joints = message.columns

    def action_pane(self, step: int) -> None:
        """The next pane, or the one before; the search line stands before the first."""
        if isinstance(self.focused, QueryInput):
            self.action_go(self._row.listing if step > 0 else self._row.side)
        elif pane := self._row.neighbour(step):
            self.action_go(pane)
        else:
            self.action_search()

    def action_search(self) -> None:
        """Into the search line."""
        self.set_focus(self._search.input, scroll_visible=False)

    def action_leave_search(self) -> None:
        """From the search line to the results; what was typed is a whole query now."""
        self._search.remember()
        self._leaving = True
        self._search.search()
        self.action_go(self._row.listing)

    def action_back(self) -> None:
        """One step out: from the search line, from the sidebar, from the article, a search."""
        if isinstance(self.focused, QueryInput):
            self._search.remember()
            self.action_go(self._row.front)
        elif self._row.front == "sidebar":
            self.action_go("article")
        elif self._row.front == "article":
            if not self.back_to_ledger():
                self.action_go(self._row.listing)
        elif self._row.front == "concordance":
            self.action_go("results")
        elif self._row.side == "facets":
            self.action_close_facets()
        elif not self._search.retrace():
            self.dateline.say("Q quits.")

    @on(PaneRow.Entered)
    def _entered(self, message: PaneRow.Entered) -> None:
        if message.pane == "article":
            self.visited()
        self._show_status()

    # Search and results

    @on(SearchLine.Found)
    def _search_found(self, message: SearchLine.Found) -> None:
        results = message.results
        self._show(results, keep=self._found.list.current if message.again else message.at)
        self._leaving = False
        if message.again and self.reading is not None and not self._found.list.cursor_shown:
            self.want(self.reading.article.id)  # it is none of the results
        else:
            self._want_current(typing=results.typing)

    def _show(self, results: Results, *, keep: str | None = None, first: bool = False) -> None:
        if results.query.strip():
            self._standing.searched = True
        self._found.show(results, self._search.order(results), keep=keep, first=first)
        narrow = self.has_class("-narrow") and bool(results.query.strip())
        self._say_above(self._search.echo(results) if narrow else "")
        self.follow()

    @on(SearchLine.Complained)
    def _search_complained(self, message: SearchLine.Complained) -> None:
        if self._leaving:
            self._leaving = False
            self.action_search()
        standing = f"{message.sentence} Showing the last results."
        room = notices.content(standing).cell_length < self.size.width
        self._say_above(standing if room else message.sentence)

    @on(SearchLine.Failed)
    @on(Standing.Failed)
    def _failed(self, message: SearchLine.Failed | Standing.Failed) -> None:
        self.trouble(message.error)

    @on(VirtualList.Highlighted, "#results")
    def _highlighted(self) -> None:
        self._want_current()

    @on(VirtualList.Opened, "#results")
    def _opened(self) -> None:
        self._from_ledger = ""
        self._want_current(focus=True)

    def action_sort(self) -> None:
        """The next order of results."""
        self._search.next_sort()

    def _say_above(self, sentence: str) -> None:
        self._said_above = notices.content(sentence)
        if self._offer is None:
            self.query_one("#rule-above", Rule).message = self._said_above

    @on(QueryInput.Offered)
    def _offered(self, message: QueryInput.Offered) -> None:
        self._offer = None
        if message.completions is not None:
            self._offer = offer_line(message.completions, message.taken, self.size.width - 4)
        self.query_one("#rule-above", Rule).message = self._offer or self._said_above

    # The article

    def _want_current(self, *, focus: bool = False, typing: bool = False) -> None:
        """Show the article of the cursor: at once, but while a key is held or one types only
        when that has paused. To lay it out takes longer than the next key does.
        """
        before, self._moved = self._moved, time.monotonic()
        if self._following is not None:
            self._following.stop()
        article = self._found.list.current
        if article is None:
            self.want_none()
            return
        self._found.list.show_cursor()
        if focus or not (typing or self._moved - before < _PAUSE):
            self.want(article, focus=focus)
        else:
            self._following = self.set_timer(_PAUSE, partial(self.want, article))

    def enter_article(self) -> None:
        self.action_go("article")

    def laid_out(self, reading: Reading | None) -> None:
        self._sidebar.set_idle(notices.idle(self.archive))
        self._sidebar.show(reading)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        with self._troubles_told():
            article = self.reading.article if self.reading else None
            if self._standing.begin() and article and not (article.extracted or article.unread):
                self.archive.ingest.hurry(article.id)

    def open_article(self, article: str, place: int = 0) -> None:
        results = self.results
        if results is not None and article in results.ids:
            self._found.list.put_cursor(results.ids.index(article))
        else:
            self._found.list.show_cursor(False)
        self.want(article, focus=True, place=place)

    @on(Sidebar.Go)
    def _go_in_article(self, message: Sidebar.Go) -> None:
        self.article.go_to(message.start, message.end)

    @on(Sidebar.Chosen)
    def _choose(self, message: Sidebar.Chosen) -> None:
        self.article.choose(message.mentions)

    @on(Sidebar.SearchFor)
    def _search_for(self, message: Sidebar.SearchFor) -> None:
        self._search.digress(message.query, self._found.list.current)
        self.action_go("results")

    @on(Sidebar.Told)
    def _sidebar_told(self, message: Sidebar.Told) -> None:
        self.dateline.say(message.sentence)

    @on(ArticlePane.Status)
    def _status(self, message: ArticlePane.Status) -> None:
        self._statuses["article"] = message.text
        self._show_status()

    # How things stand

    def refresh_kept(self) -> None:
        super().refresh_kept()
        self.refresh_figures()

    def action_cancel(self) -> None:
        """Cancel the work in the background, or go on with it; nothing is lost either way."""
        with self._troubles_told():
            if self.archive.ingest.cancelled:
                self.archive.ingest.resume()
            elif notices.can_be_cancelled(self.archive.ingest.progress()):
                self.archive.ingest.cancel()
            self._sidebar.set_idle(notices.idle(self.archive))
            self._standing.look()

    @on(Standing.News)
    def _news(self) -> None:
        self.refresh_figures()
        self._search.search_again()

    def refresh_figures(self) -> None:
        with self._troubles_told():
            articles, kept = self.archive.articles, self.archive.clippings.count()
            figures = (
                amount(articles.count(), "article"),
                span_of_dates(articles.span_of_dates()),
                f"{kept:,} kept" if kept else "",
            )
            self.query_one(Masthead).figures = tuple(figure for figure in figures if figure)

    @contextlib.contextmanager
    def _troubles_told(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # whatever it is, the reader goes on
            self.trouble(error)

    def trouble(self, error: Exception) -> None:
        """Tell of something that went wrong, once: a look for news goes wrong twice a second."""
        if repr(error) != self._told:
            self._told = repr(error)
            self.dateline.trouble(error)

    # Help and commands

    def action_help(self) -> None:
        """Lay the keys and the query language over the page."""
        from tui.screens.help import WIDEST, help_text
        from tui.screens.sheet import PageSheet

        told = partial(help_text, self.focused)
        self.app.push_screen(PageSheet("Help", told, widest=WIDEST))

    def action_report(self) -> None:
        """List what could not be read, to be tried again."""
        from tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.archive))
