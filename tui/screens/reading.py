"""How an article comes before a person: loaded off the screen's thread, gone back to, read on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from index.article import Reading, Span
from tui import notices
from tui.history import History
from tui.latest import Latest, Stop
from tui.panes.article import ArticlePane
from tui.screens.desk import Desk

if TYPE_CHECKING:
    from index.archive import Archive, Results
    from index.config import Config


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


class ReadingDesk(Desk):
    """A desk on which articles are laid one after another."""

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__(archive, config)
        self._history = History()
        self._loading: Latest[_Wanted, _Loaded] = Latest(
            self, self._load, self._loaded, lambda _, error: self.trouble(error)
        )

    @property
    def results(self) -> Results | None:
        """The results among which articles are read."""
        return None

    @property
    def asked(self) -> str:
        return self.results.query.strip() if self.results is not None else ""

    def enter_article(self) -> None:
        """Put the focus into the article."""
        raise NotImplementedError

    def laid_out(self, reading: Reading | None) -> None:
        """Another article is before the person, or the same read anew, or none."""

    def trouble(self, error: Exception) -> None:
        """Tell of something that went wrong."""
        self.dateline.trouble(error)

    # Laying articles out

    def want(self, article: str, *, focus: bool = False, place: int | None = None) -> None:
        """Show an article; `focus` enters it too, at an offset or at its first hit."""
        if focus and self.reading is not None and self.reading.article.id == article:
            self.enter_article()  # it stands there already: keys typed now are for it
        self._loading.ask(_Wanted(article, self.results, focus, place))

    def want_none(self) -> None:
        """Clear the desk."""
        self._loading.forget()
        self.reading = self.newer = None
        self.article.show(None)
        self.laid_out(None)

    def _load(self, wanted: _Wanted, stop: Stop) -> _Loaded:
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
            if not (reading.article.extracted or reading.article.unread):
                self.archive.ingest.hurry(reading.article.id)
            self.laid_out(reading)
        if wanted.focus:
            self.enter_article()
            self._history.visit(reading.article.id)
            if wanted.place is not None:
                self.article.go_to(wanted.place, wanted.place)
            elif loaded.hits:
                self.article.go_to(*loaded.hits[0])

    # Back and forward among them

    def visited(self) -> None:
        """The article before the person is being read."""
        if self.reading is not None:
            self._history.visit(self.reading.article.id)

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
