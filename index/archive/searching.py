"""Search: what a person types to articles, snippets, hits and quotes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.article import Article, DatelineError, Hit, Quote, QuoteKind, Reading, Snippet, Span
from index.newsform.layout import lede_of
from index.store import articles, outbox, readings
from index.store.database import Database, data_version

if TYPE_CHECKING:
    from index.fulltext import Searcher
    from index.query import Query

Sort = Literal["relevance", "date", "-date"]

SPOKEN: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")
"""The kinds of quotes that are shown unless others are asked for."""


class IndexMending(DatelineError):
    """The full-text index is being made anew, so that only the list of articles can be had."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found: all ids in order, and how the query was understood, on one line.

    `typing` tells that the last word was taken for one that may go on. `suggestion` is a query
    of words that are known, where this one finds nothing.
    """

    query: str
    understood: str
    ids: tuple[str, ...]
    scores: tuple[float, ...] = ()
    typing: bool = False
    suggestion: str | None = None

    @property
    def count(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class _Names:
    """Resolves the names in a query to actors, and actors to articles, in the store."""

    database: Database

    def actors(self, name: str) -> frozenset[int]:
        return readings.named(self.database.connection(), name)

    def articles_with(self, actors: frozenset[int]) -> set[str]:
        return readings.articles_with(self.database.connection(), actors)


class Search:
    """Finds articles and quotes of one archive. Safe to use from several threads.

    `mend` is asked to make a damaged index anew, and tells whether that is done; `catch_up` to
    tell the index what it has not been told. Full text is
    loaded with the first query that has words: listing all articles, as a reader
    does when it starts, needs the store only.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        snippet_chars: int,
        mend: Callable[[], bool],
        catch_up: Callable[[], None],
    ) -> None:
        self._database = database
        self._mend = mend
        self._catch_up = catch_up
        self._folder = folder
        self._snippet_chars = snippet_chars
        self.names = _Names(database)
        self._guard = threading.Lock()
        self._searcher: Searcher | None = None
        self._seen: int | None = None

    def find(self, query: str, *, sort: Sort = "relevance", typing: bool = False) -> Results:
        """All articles that a query finds, in order; an empty one lists all, newest first.

        With `typing` the last word may go on. Raises `QueryComplaint` for a query that does
        not parse, `IndexMending` while the index is being made anew.
        """
        parsed = self._parse(query)
        if parsed is None:
            oldest_first = sort == "date"
            ids = articles.by_date(self._database.connection(), oldest_first=oldest_first)
            order = "oldest" if oldest_first else "newest"
            return Results(query, f"all articles, {order} first", tuple(ids))
        from index.query import describe

        with self._whole() as searcher:
            ranked = searcher.search(parsed, self.names, sort=sort, typing=typing)
            understood = describe(parsed, searcher.written(parsed))
            suggestion = None if ranked.ids else searcher.suggest(parsed)
        if ranked.bounded:
            bounded = ", ".join(f"{beginning}…" for beginning in ranked.bounded)
            understood += f"; of {bounded} the most frequent words only"
        return Results(
            query,
            understood,
            ranked.ids,
            ranked.scores,
            typing,
            suggestion,
        )

    def found(self, query: str) -> frozenset[str]:
        """The ids of the articles that a query finds. Raises as `find`."""
        return frozenset(self.find(query).ids)

    def hits(self, results: Results, start: int, stop: int) -> list[Hit]:
        """The results from `start` to before `stop`, each with a snippet.

        For the few rows on a screen: each snippet is cut from the article's text here.
        """
        ids = results.ids[start:stop]
        connection = self._database.connection()
        known = articles.get(connection, ids)
        parsed = self._parse(results.query)
        searcher = None if parsed is None else self._current()
        hits = []
        for place, article_id in enumerate(ids, start):
            article = known.get(article_id)
            text = articles.text_of(connection, article_id)
            if article is None or text is None:
                continue
            score = results.scores[place] if results.scores else 0.0
            if parsed is None or searcher is None:
                hits.append(Hit(article, score, _opening(article, text, self._snippet_chars)))
            else:
                from index.ingest.indexing import quote_docs  # with it comes all of full text

                quotes = readings.quotes_of(connection, article_id)
                mentions = readings.mentions_of(connection, article_id)
                snippets = searcher.snippets(
                    parsed,
                    text,
                    article.form,
                    width=self._snippet_chars,
                    typing=results.typing,
                    quotes=quote_docs(quotes, mentions),
                    resolve=self.names,
                )
                hits.append(Hit(article, score, snippets))
        return hits

    def matches(self, query: str, reading: Reading, *, typing: bool = False) -> tuple[Span, ...]:
        """Where a query's words and phrases stand in one article, in order of place.

        Raises as `find`.
        """
        parsed = self._parse(query)
        if parsed is None:
            return ()
        from index.ingest.indexing import quote_docs

        mentions = [
            (start, end, actor.id or 0) for actor in reading.actors for start, end in actor.mentions
        ]
        found = self._current().matches(
            parsed,
            reading.text,
            reading.article.form,
            typing=typing,
            quotes=quote_docs(reading.quotes, mentions),
            resolve=self.names,
        )
        return tuple(found)

    def quotes(
        self,
        query: str | None = None,
        *,
        speaker: str | None = None,
        about: str | None = None,
        kinds: Collection[QuoteKind] = SPOKEN,
    ) -> list[tuple[Quote, Article]]:
        """The quotes of the articles that a query finds; without one all, newest article first.

        What the query asks of a quote (`said:deeds`) holds of each of them. `speaker` and
        `about` are names. Raises as `find`.
        """
        connection = self._database.connection()
        parsed = self._parse(query or "")
        if parsed is None:
            quotes = readings.all_quotes(connection)
        else:
            with self._whole() as searcher:
                ids = searcher.quotes(parsed, self.names, kinds=kinds)
            quotes = readings.quotes_by_id(connection, ids)
        if speaker is not None:
            speakers = self.names.actors(speaker)
            quotes = [quote for quote in quotes if quote.speaker_id in speakers]
        if about is not None:
            wanted = self.names.actors(about)
            quotes = [quote for quote in quotes if self._is_about(quote, wanted)]
        known = articles.get(connection, list(dict.fromkeys(quote.article for quote in quotes)))
        return [
            (quote, known[quote.article])
            for quote in quotes
            if quote.article in known and quote.kind in kinds
        ]

    def close(self) -> None:
        """Let go of the index files; the next query opens them anew."""
        with self._guard:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = None
            self._seen = None

    def _parse(self, query: str) -> Query | None:
        """The query understood; None for one that asks for everything."""
        if not query.strip():
            return None
        from index.query import Everything, parse

        parsed = parse(query, today=date.today())
        return None if isinstance(parsed.root, Everything) else parsed

    def _current(self) -> Searcher:
        """A searcher over the newest generation of the index, which is mended where it must be.

        Raises `IndexMending` while that goes on.
        """
        from index.fulltext import IndexDamaged

        with self._guard:
            self._catch_up()
            seen = data_version(self._database.connection())
            if self._searcher is None or seen != self._seen:
                # The one before stays open: another thread may be in the middle of a search.
                try:
                    self._searcher = self._open()
                except IndexDamaged as damage:
                    if not self._mend():
                        raise self._unusable() from damage
                    self._searcher = self._open()
                self._seen = seen
            return self._searcher

    def _open(self) -> Searcher:
        from index.fulltext import Index, IndexDamaged
        from index.ingest.indexing import FOLDER, stamp_of

        connection = self._database.connection()
        if not outbox.is_whole(connection):
            # It could be opened, and would give a part for the whole.
            raise IndexDamaged("The search index is not complete.")
        stamp = stamp_of(connection)
        return Index.open(self._folder / FOLDER, stamp=stamp, read_only=True).searcher()

    def _unusable(self) -> DatelineError:
        if self._database.read_only:
            return DatelineError(
                "The search index of this archive cannot be used, and the archive is read-only. "
                "Reading and exporting work; searching does once it can be written to."
            )
        return IndexMending(
            "The search index is being made anew from the stored articles. "
            "Searching works again in a moment; nothing is lost."
        )

    @contextmanager
    def _whole(self) -> Iterator[Searcher]:
        """A searcher; damage that shows itself only now is told as such, and mended."""
        from index.fulltext import IndexDamaged

        try:
            yield self._current()
        except IndexDamaged as damage:
            self.close()
            self._mend()
            raise self._unusable() from damage

    def _is_about(self, quote: Quote, actors: Collection[int]) -> bool:
        mentions = readings.mentions_of(self._database.connection(), quote.article)
        return any(
            actor in actors and quote.start <= start and end <= quote.end
            for start, end, actor in mentions
        )


def _opening(article: Article, text: str, width: int) -> tuple[Snippet, ...]:
    """How the body begins, to about `width` code points: what a result shows without a query."""
    lede = lede_of(text, article.form)
    if lede is None:
        return ()
    start, end = lede[0], min(lede[1], lede[0] + width)
    if end < lede[1] and " " in text[start:end]:
        end = text.rindex(" ", start, end)
    return (Snippet(text[start:end], start, end),)
