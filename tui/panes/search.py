"""The search line: what a person types, how it was understood, and how many it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from index.article import DatelineError, QueryComplaint
from tui import narrowing
from tui.latest import Latest, Stop
from tui.panes.query import QueryInput
from tui.words import amount

if TYPE_CHECKING:
    from index.archive import Archive, Completions, Results
    from index.config import Sort

_PATIENCE = 0.6  # seconds without a key until a query is taken for finished

SORTS: dict[Sort, str] = {
    "relevance": "by relevance",
    "-date": "newest first",
    "date": "oldest first",
}
"""The orders of results, in the order in which `s` goes through them, and what they are called."""


@dataclass(frozen=True, slots=True)
class _Asked:
    query: str
    sort: Sort
    typing: bool = False
    again: bool = False
    at: str | None = None


@dataclass(frozen=True, slots=True)
class _Digression:
    """A query that was searched for on the way, and the one that stood before it."""

    query: str
    before: str
    at: str | None


class SearchLine(Horizontal):
    """Searches as one types, off the screen's thread; the newest query wins."""

    @dataclass
    class Found(Message):
        """A search is done. `again` says that the same was asked before (news arrived), `at`
        names the article on which one was when it was.
        """

        results: Results
        again: bool
        at: str | None

    @dataclass
    class Complained(Message):
        """The query does not parse: the sentence to show."""

        sentence: str

    @dataclass
    class Failed(Message):
        """The search broke off."""

        error: Exception

    def __init__(self, archive: Archive, sort: Sort) -> None:
        super().__init__(id="search-line")
        self.sort = sort
        # Held here, since the first answer may come before they stand on the screen.
        self.input = QueryInput(archive.searches.history)
        self._searches = archive.searches
        self._echo = Static("", id="search-echo", markup=False)
        self._count = Static("", id="search-count", markup=False)
        self._archive = archive
        self._shown: Results | None = None
        self._typing = False
        self._unsearched = False  # what was typed last is to be seen first
        self._complaining = False  # the whole query does not parse, and that has been said
        self._telling: Timer | None = None
        self._digressions: list[_Digression] = []
        self._narrowings: list[str] = []
        self._completing: Latest[tuple[str, int], Completions | None] = Latest(
            self,
            lambda asked, _: archive.search.complete(*asked),
            lambda _, completions: self.input.offer(completions),
            lambda _, error: self._broke_off(error),
        )
        self._searching: Latest[_Asked, Results] = Latest(
            self,
            self._find,
            self._found,
            self._failed,
        )

    def compose(self) -> ComposeResult:
        yield Static("/", id="search-prompt", markup=False)
        yield self.input
        yield self._echo
        yield self._count

    @property
    def busy(self) -> bool:
        """Whether a search is still going on, or to come."""
        return self._unsearched or self._searching.busy

    @property
    def query_text(self) -> str:
        """What stands in the line."""
        return self.input.value

    def search(self, *, typing: bool = False, at: str | None = None) -> None:
        """Search for what stands in the line, and then stand on the article `at`."""
        self._unsearched = False
        self._typing = typing
        self._complaining = False
        self._ask(_Asked(self.query_text, self.sort, typing, at=at))

    def search_again(self) -> None:
        """Search for the same in the same way, since there is news in the archive."""
        typing = self._typing
        shown = self._shown
        if shown is not None and shown.query == self.query_text and not self._complaining:
            typing = shown.typing
        self._ask(_Asked(self.query_text, self.sort, typing, again=True))

    def _ask(self, asked: _Asked) -> None:
        if self._telling is not None:
            self._telling.stop()
        self._searching.ask(asked)

    def open(self) -> Results | None:
        """Search here and now, for the first picture, which shows nothing without results.

        None where that failed, which is told.
        """
        asked = _Asked(self.query_text, self.sort)
        try:
            results = self._find(asked, lambda: False)
        except Exception as error:
            self._failed(asked, error)
            return None
        self._tell(results)
        return results

    def search_for(self, query: str, at: str | None = None) -> None:
        """Put a query into the line and search for it as a whole."""
        with self.input.prevent(Input.Changed):  # which would take it for one being typed
            self.input.value = query
        self.input.cursor_position = len(query)
        self.search(at=at)

    def remember(self) -> None:
        """Put what stands in the line into the history."""
        query = self.query_text

        def note() -> None:
            # Off the screen's thread: another process may be writing at this moment.
            try:
                self._searches.remember(query)
            except DatelineError as error:
                self.post_message(self.Failed(error))

        self.run_worker(note, thread=True, exit_on_error=False)

    def narrow(self, clause: str, at: str | None) -> None:
        """Search for what is found now and for this clause; or without it, if it is in force."""
        query = self.in_force
        if narrowing.narrows(query, clause):
            self.search_for(narrowing.widened(query, clause), at)
        else:
            self._narrowings.append(clause)
            self.search_for(narrowing.narrowed(query, clause), at)

    def widen(self, at: str | None) -> bool:
        """Take the last narrowing back; whether there was one."""
        while self._narrowings:
            clause = self._narrowings.pop()
            if narrowing.narrows(self.in_force, clause):
                self.search_for(narrowing.widened(self.in_force, clause), at)
                return True
        return False

    @property
    def in_force(self) -> str:
        """The query of what is shown; a word that was left unfinished as one that goes on."""
        if self._shown is None:
            return ""
        query = self._shown.query.strip()
        unfinished = self._shown.typing and query[-1:].isalnum() and ":" not in query.split()[-1]
        return f"{query}*" if unfinished else query

    def digress(self, query: str, at: str | None) -> None:
        """Search for something on the way, from the article `at`; `retrace` leads back."""
        self._digressions.append(_Digression(query, self.query_text, at))
        self.search_for(query)
        self.remember()

    def retrace(self) -> bool:
        """Back to the search from which one digressed to this one; whether there was one."""
        while self._digressions:
            digression = self._digressions.pop()
            if digression.query == self.query_text:
                self.search_for(digression.before, digression.at)
                return True
        return False

    def next_sort(self) -> None:
        """The next order of results."""
        orders = list(SORTS)
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)]
        self.search()

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._unsearched = True
        self.call_after_refresh(self._search_typed)

    def _search_typed(self) -> None:
        """Search once the letters typed are seen: to draw them shares no processor with it."""
        if self._unsearched:
            self.search(typing=True)
            self._completing.ask((self.query_text, self.input.cursor_position))

    def decline(self) -> None:
        """Offer nothing, nor what is still looked for: one has left the line."""
        self._completing.forget()
        self.input.decline()

    def _find(self, asked: _Asked, stop: Stop) -> Results:
        find = self._archive.search.find
        return find(asked.query, sort=asked.sort, typing=asked.typing, stop=stop)

    def _found(self, asked: _Asked, results: Results) -> None:
        if asked.typing and not results.count:
            # No word begins so: asked for as a whole it may come with a suggestion.
            self.search()
        elif not (results.count or asked.again) and _has_found(self._shown, results.query):
            return  # an unfinished word that only begins others: what it found stays
        self._tell(results)
        self.post_message(self.Found(results, asked.again, asked.at))

    def _tell(self, results: Results) -> None:
        self._shown = results
        self._echo.update(Content(self.echo(results)), layout=False)
        self._count.update(Content(amount(results.count, "article")), layout=False)
        self._suggest(results.suggestion if not results.count else None)

    def _failed(self, asked: _Asked, error: Exception) -> None:
        if isinstance(error, QueryComplaint):
            self._complaining = not asked.typing
            self._suggest(None)
            # Half of what is typed does not parse yet: only who stops there is told.
            self._telling = self.set_timer(
                _PATIENCE if asked.typing else 0.001,
                lambda: self.post_message(self.Complained(str(error))),
            )
        else:
            self._broke_off(error)

    def _broke_off(self, error: Exception) -> None:
        self.post_message(self.Failed(error))

    def _suggest(self, suggestion: str | None) -> None:
        self.input.suggestion = suggestion
        self.input.refresh_bindings()

    def order(self, results: Results) -> str:
        """The order of results, in words. Without a query there is nothing to be relevant to."""
        if self.sort == "relevance" and not results.query.strip():
            return SORTS["-date"]
        return SORTS[self.sort]

    def echo(self, results: Results) -> str:
        """How the query was understood, and the order of what it found."""
        if not results.query.strip():
            return results.understood
        return f"{results.understood} · {self.order(results)}"


def _has_found(results: Results | None, query: str) -> bool:
    """Whether these results are of this very query, and some."""
    return results is not None and results.query == query and bool(results.count)
