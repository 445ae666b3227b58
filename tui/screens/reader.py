"""The page that Dateline opens with: search and results, the article, and its sidebar."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from index.article import Reading, Span
from tui import notices
from tui.history import History
from tui.latest import Latest
from tui.layout import Pane
from tui.panes.article import ArticlePane
from tui.panes.found import ResultsPane
from tui.panes.row import PaneRow
from tui.panes.search import QueryInput, SearchLine
from tui.panes.sidebar import Sidebar
from tui.screens.desk import Desk
from tui.widgets.masthead import Masthead
from tui.widgets.rules import Rule
from tui.widgets.status import KeyLine
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, span_of_dates

if TYPE_CHECKING:
    from index.archive import Archive, Results
    from index.config import Config

_LOOK = 0.5  # seconds between looks for news in the archive
_NARROW = 100  # columns below which the echo stands in the rule and not in the search line


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An article to show among results; `focus` enters it, at `place` or at its first hit."""

    article: str
    results: Results | None
    focus: bool = False
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Loaded:
    reading: Reading
    hits: tuple[Span, ...]
    kept: tuple[Span, ...]
    newer: str | None


class ReaderScreen(Desk):
    """Brings the panes together; each does its own work and tells of it by messages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "pane(1)", "next pane", show=False),
        Binding("shift+tab", "pane(-1)", "pane before", show=False),
        Binding("1", "go('results')", "results", show=False),
        Binding("2", "go('article')", "article", show=False),
        Binding("3", "go('sidebar')", "sidebar", show=False),
        Binding("slash", "search", "search"),
        Binding("M", "clippings", "kept", show=False),
        Binding("colon", "app.command_palette", "commands", show=False),
        Binding("u", "undo", "undo", show=False),
        Binding("ctrl+r", "redo", "redo", show=False),
        Binding("q,escape", "back", "back", show=False),
        Binding("Q", "app.quit", "quit", show=False),
        Binding("question_mark,f1", "help", "help"),
    ]
    AUTO_FOCUS = "#results"

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__(archive, config)
        self._search = SearchLine(archive, config.sort)
        self._found = ResultsPane(archive.search.hits, self._trouble)
        self._sidebar = Sidebar()
        self._row = PaneRow(
            {"results": self._found, "article": self.article, "sidebar": self._sidebar},
            id="panes",
        )
        self._history = History()
        self._searched = False
        self._leaving = False  # to the results, if the query turns out to be one
        self._told = ""
        # The files that could not be read, and the keys pressed when that was first told.
        self._unread: tuple[tuple[tuple[str, str], ...], int] = ((), 0)
        self._begun = False
        self._generation: int | None = None
        self._loading: Latest[_Wanted, _Loaded] = Latest(
            self, self._load, self._loaded, lambda _, error: self._trouble(error)
        )

    def compose(self) -> ComposeResult:
        yield Masthead(id="masthead")
        yield self._search
        yield Rule("┬", id="rule-above")
        yield self._row
        yield Rule("┴", id="rule-below")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.query_one(Masthead).archive_name = self.archive.name
        self.watch(self, "focused", self._row.mark)
        self._look()
        self._search.search()
        self.set_interval(_LOOK, self._look)

    def _begin(self) -> None:
        """Start the worker, once the page is filled: the first paint shares no processor."""
        if not self._begun:
            self._begun = True
            with self._troubles_told():
                self.archive.ingest.start()
                if self.reading is not None and not self.reading.article.extracted:
                    self.archive.ingest.hurry(self.reading.article.id)

    def on_resize(self) -> None:
        self.set_class(self.app.size.width < _NARROW, "-narrow")

    # Panes

    def action_go(self, pane: Pane) -> None:
        """Put the focus into a pane, and the pane on the screen."""
        self._row.go(pane)

    @on(PaneRow.Parted)
    def _parted(self, message: PaneRow.Parted) -> None:
        for rule in self.query(Rule):
            rule.joints = message.columns

    def action_pane(self, step: int) -> None:
        """The next pane, or the one before; the search line stands before the first."""
        if isinstance(self.focused, QueryInput):
            self.action_go("results" if step > 0 else "sidebar")
        elif pane := self._row.neighbour(step):
            self.action_go(pane)
        else:
            self.action_search()

    def action_search(self) -> None:
        """Into the search line."""
        self.set_focus(self._search.input, scroll_visible=False)

    def action_leave_search(self) -> None:
        """From the search line to the results; what was typed is a whole query now."""
        self._search.input.remember()
        self._leaving = True
        self._search.search()
        self.action_go("results")

    def action_back(self) -> None:
        """One step out: from the search line, from the sidebar, from the article."""
        if isinstance(self.focused, QueryInput):
            self._search.input.remember()
            self.action_go(self._row.front)
        elif self._row.front == "results":
            self.dateline.say("Q quits.")
        else:
            self.action_go("article" if self._row.front == "sidebar" else "results")

    @on(PaneRow.Entered)
    def _entered(self, message: PaneRow.Entered) -> None:
        if message.pane == "article" and self.reading is not None:
            self._history.visit(self.reading.article.id)

    # Search and results

    @on(SearchLine.Found)
    def _search_found(self, message: SearchLine.Found) -> None:
        results = message.results
        self._searched = self._searched or bool(results.query.strip())
        self._found.show(results, self._search.order(results), again=message.again)
        narrow = self.has_class("-narrow") and bool(results.query.strip())
        self._say_above(self._search.echo(results) if narrow else "")
        self._leaving = False
        if message.again and self.reading is not None and not self._found.list.cursor_shown:
            self._want(self.reading.article.id)  # it is none of the results
        else:
            self._want_current()

    @on(SearchLine.Complained)
    def _search_complained(self, message: SearchLine.Complained) -> None:
        if self._leaving:
            self._leaving = False
            self.action_search()
        standing = f"{message.sentence} Showing the last results."
        room = notices.content(standing).cell_length < self.size.width
        self._say_above(standing if room else message.sentence)

    @on(SearchLine.Failed)
    def _search_failed(self, message: SearchLine.Failed) -> None:
        self._trouble(message.error)

    @on(VirtualList.Highlighted, "#results")
    def _highlighted(self) -> None:
        self._want_current()

    @on(VirtualList.Opened, "#results")
    def _opened(self) -> None:
        self._want_current(focus=True)

    def action_sort(self) -> None:
        """The next order of results."""
        self._search.next_sort()

    def _say_above(self, sentence: str) -> None:
        self.query_one("#rule-above", Rule).message = notices.content(sentence)

    @property
    def asked(self) -> str:
        results = self._found.list.results
        return results.query.strip() if results is not None else ""

    # The article

    def _want_current(self, *, focus: bool = False) -> None:
        article = self._found.list.current
        if article is None:
            self._loading.forget()
            self.reading = self.newer = None
            self.article.show(None)
            self._sidebar.show(None)
            self.call_after_refresh(self._begin)
        else:
            self._found.list.show_cursor()
            self._want(article, focus=focus)

    def _want(self, article: str, *, focus: bool = False, place: int | None = None) -> None:
        if focus and self.reading is not None and self.reading.article.id == article:
            self.action_go("article")  # it stands there already: keys typed now are for it
        self._loading.ask(_Wanted(article, self._found.list.results, focus, place))

    def _load(self, wanted: _Wanted) -> _Loaded:
        """Off the screen's thread: an article, its hits and its clippings."""
        reading = self.archive.articles.get(wanted.article)
        hits: tuple[Span, ...] = ()
        if (found := wanted.results) is not None:
            hits = self.archive.search.matches(found.query, reading, typing=found.typing)
        kept = self.archive.clippings.of(wanted.article)
        newer = self.archive.articles.newer(wanted.article)
        return _Loaded(
            reading, hits, tuple((passage.start, passage.end) for passage in kept), newer
        )

    def _loaded(self, wanted: _Wanted, loaded: _Loaded) -> None:
        reading, before = loaded.reading, (self.reading, self.newer)
        self.reading, self.newer = reading, loaded.newer
        if before == (reading, loaded.newer):
            self.article.mark_hits(loaded.hits)
            self.article.mark_kept(loaded.kept)
        else:
            notice = notices.EARLIER if loaded.newer else ""
            self.article.show(reading, hits=loaded.hits, kept=loaded.kept, notice=notice)
            self._sidebar.show(reading)
            if not reading.article.extracted:
                self.archive.ingest.hurry(reading.article.id)
        self.call_after_refresh(self._begin)
        if wanted.focus:
            self.action_go("article")
            self._history.visit(reading.article.id)
            if wanted.place is not None:
                self.article.go_to(wanted.place, wanted.place)
            elif loaded.hits:
                self.article.go_to(*loaded.hits[0])

    def open_article(self, article: str, place: int = 0) -> None:
        """Show an article at an offset and put the focus into it."""
        results = self._found.list.results
        if results is not None and article in results.ids:
            self._found.list.put_cursor(results.ids.index(article))
        else:
            self._found.list.show_cursor(False)
        self._want(article, focus=True, place=place)

    @on(Sidebar.Go)
    def _go_in_article(self, message: Sidebar.Go) -> None:
        self.article.go_to(message.start, message.end)

    @on(Sidebar.Chosen)
    def _choose(self, message: Sidebar.Chosen) -> None:
        self.article.choose(message.mentions)

    @on(Sidebar.SearchFor)
    def _search_for(self, message: Sidebar.SearchFor) -> None:
        self._search.search_for(message.query)
        self.action_go("results")

    @on(ArticlePane.Back)
    def _back_in_history(self) -> None:
        self._turn(self._history.back, "This is the first article you read.")

    @on(ArticlePane.Forward)
    def _forward_in_history(self) -> None:
        self._turn(self._history.forward, "This is the last article you read.")

    def _turn(self, step: Callable[[], tuple[str, int] | None], at_end: str) -> None:
        if self.reading is not None:
            self._history.leave(self.reading.article.id, self.article.place)
        visit = step()
        if visit is None:
            self.dateline.say(at_end)
        else:
            self.open_article(*visit)

    @on(ArticlePane.Status)
    def _status(self, message: ArticlePane.Status) -> None:
        self.query_one(KeyLine).status = message.text

    # How things stand

    def refresh_kept(self) -> None:
        super().refresh_kept()
        self._refresh_figures()

    def _refresh_figures(self) -> None:
        articles, kept = self.archive.articles, self.archive.clippings.count()
        self.query_one(Masthead).figures = tuple(
            figure
            for figure in (
                amount(articles.count(), "article"),
                span_of_dates(articles.span_of_dates()),
                f"{kept:,} kept" if kept else "",
            )
            if figure
        )

    def _look(self) -> None:
        """Look for news: counts, results and the article follow what the archive has now."""
        with self._troubles_told():
            generation = self.archive.generation()
            if generation != self._generation:
                first = self._generation is None
                self._generation = generation
                self._refresh_figures()
                if not first:
                    self._search.search(again=True)
            if self._begun:
                self.archive.ingest.start()  # what another process left, or a worker that died
            now = self.archive.ingest.progress()
            if now.unread != self._unread[0]:
                self._unread = now.unread, self.dateline.keys_pressed
            sentence = notices.standing(
                self.archive,
                now,
                searched=self._searched,
                report=self.dateline.keys_pressed == self._unread[1],
                room=self.size.width - 4,
            )
            self.query_one("#rule-below", Rule).message = notices.content(sentence)

    @contextlib.contextmanager
    def _troubles_told(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # whatever it is, the reader goes on
            self._trouble(error)

    def _trouble(self, error: Exception) -> None:
        # A look for news that goes wrong goes wrong twice a second: once told is enough.
        if repr(error) != self._told:
            self._told = repr(error)
            self.dateline.trouble(error)

    # Help and commands

    def action_help(self) -> None:
        """Lay the keys and the query language over the page."""
        from tui.screens.help import help_text
        from tui.screens.sheet import PageSheet

        self.app.push_screen(PageSheet("Help", partial(help_text, self.focused)))

    def action_report(self) -> None:
        """List the files that could not be read."""
        from tui.screens.report import report
        from tui.screens.sheet import PageSheet

        files = self.archive.ingest.progress().unread
        self.app.push_screen(PageSheet("Files that could not be read", partial(report, files)))
