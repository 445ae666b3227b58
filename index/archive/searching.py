"""Search: what a person types to articles, snippets, hits and quotes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from index.archive import showing
from index.archive.generations import Generations
from index.archive.naming import Names, NamesOnce
from index.archive.results import FIRST, Ids, Lazy, Results
from index.article import Hit, QuoteKind, Reading, Span
from index.store import articles
from index.store.articles import ID_LENGTH
from index.store.database import Database

if TYPE_CHECKING:
    from index.archive.completing import Completing, Completions
    from index.archive.concordance import Concordance, Order
    from index.archive.facets import Facet
    from index.query import Query

_PAGE: Final = 50
"""Articles whose texts are read at a time."""

Sort = Literal["relevance", "date", "-date"]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The ids of articles of which all quotes are meant, or of the only quotes that are.

    Where both are None all quotes are.
    """

    articles: Sequence[str] | None = None
    quotes: Sequence[str] | None = None


def never() -> bool:
    """A search that is waited for to its end."""
    return False


class Search:
    """Finds articles and quotes of one archive. Safe to use from several threads.

    `mend` and `catch_up` are those of `Generations`. Full text is loaded with the first query
    that has words: listing all articles, as a reader does when it starts, needs the store only.
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
        self._generations = Generations(database, folder, mend, catch_up)
        self._snippet_chars = snippet_chars
        self.names = Names(database)

    def find(
        self, query: str, *, sort: Sort = "relevance", typing: bool = False, stop: Stop = never
    ) -> Results:
        """All articles that a query finds, in order; an empty one lists all, newest first.

        With `typing` the query is understood as far as it goes, and its last word may go on.
        Raises `QueryComplaint` for a query that does not parse, `IndexMending` while the index
        is being made anew, and `DatelineError` soon after `stop` says that nobody waits for the
        answer any more.
        """
        parsed = _parse(query, typing=typing)
        if parsed is None:
            return self._everything(query, oldest_first=sort == "date", typing=typing)
        from index.query import describe

        with self._generations.searcher() as searcher:
            ranked = searcher.search(parsed, self.names, sort=sort, typing=typing, stop=stop)
            understood = describe(parsed, searcher.written(parsed))
            suggestion = None if ranked.count else searcher.suggest(parsed)
        if ranked.bounded:
            understood += f"; of {', '.join(ranked.bounded)} the most frequent words only"
        return Results(
            query,
            understood,
            Ids(ranked.count, lambda: ranked.joined_ids, ranked.ids_of),
            Lazy(ranked.count, ranked.scores_of),
            typing,
            suggestion,
        )

    def _everything(self, query: str, *, oldest_first: bool, typing: bool) -> Results:
        connection = self._database.connection()
        count = articles.count(connection)
        first = articles.in_order(connection, oldest_first=oldest_first, most=FIRST)

        def joined() -> str:
            # There may be more by now, or fewer; those that were seen stay where they are.
            connection = self._database.connection()
            others = articles.in_order(connection, oldest_first=oldest_first)
            ids = list(dict.fromkeys([*first, *others]))[:count]
            return "".join(ids).ljust(count * ID_LENGTH, "\0")

        ids = Ids(count, joined, lambda start, stop: first[start:stop])
        order = "oldest" if oldest_first else "newest"
        return Results(query, f"all articles, {order} first", ids, (), typing)

    def found(self, query: str) -> frozenset[str]:
        """The ids of the articles that a query finds. Raises as `find`."""
        return frozenset(self.find(query).ids)

    def hits(self, results: Results, start: int, stop: int) -> list[Hit]:
        """The results from `start` to before `stop`, each with a snippet. Raises as `find`.

        For the few rows on a screen: each snippet is cut from the article's text here.
        """
        ids = results.ids[start:stop]
        connection = self._database.connection()
        parsed = _parse(results.query, typing=results.typing)
        if parsed is None:
            return showing.openings(connection, ids, self._snippet_chars)
        with self._generations.searcher() as searcher:
            return showing.hits(
                connection,
                searcher,
                parsed,
                list(zip(ids, results.scores[start:stop], strict=True)),
                width=self._snippet_chars,
                typing=results.typing,
                names=NamesOnce(self._database),
            )

    def matches(self, query: str, reading: Reading, *, typing: bool = False) -> tuple[Span, ...]:
        """Where a query's words and phrases stand in one article, in order of place.

        Raises as `find`.
        """
        parsed = _parse(query, typing=typing)
        if parsed is None:
            return ()
        with self._generations.searcher() as searcher:
            return showing.matches(
                searcher, parsed, reading, typing=typing, names=NamesOnce(self._database)
            )

    def facets(self, query: str, *, most: int = 12, stop: Stop = never) -> tuple[Facet, ...]:
        """What the articles that a query finds have in common, and how many have it.

        At most so many values of each field. The clause of a value behind the query, both held
        together where they need it, finds as many articles as its count says. Raises as `find`.
        """
        from index.archive.facets import count_facets

        with self._generations.searcher() as searcher:
            found = searcher.found(_parsed(query), self.names, stop=stop)
            return count_facets(self._database.connection(), searcher.facets, found, most)

    def concordance(
        self, query: str, *, order: Order = "place", most: int = 2000, stop: Stop = never
    ) -> Concordance:
        """The hits of a query, a line each, in the articles that answer it best.

        In order of place: the best article first. Else they are sorted by the words to their
        left, read from right to left, or to their right. Raises as `find`.
        """
        from index.archive.concordance import Concordance, gather

        parsed = _parse(query)
        if parsed is None:
            return Concordance((), 0, False)
        names = NamesOnce(self._database)
        with self._generations.searcher() as searcher:
            ranked = searcher.search(parsed, names, stop=stop)
            pages = (
                showing.standing(
                    self._database.connection(),
                    searcher,
                    parsed,
                    ranked.ids_of(start, min(start + _PAGE, most)),
                    names=names,
                    stop=stop,
                )
                for start in range(0, min(ranked.count, most), _PAGE)
            )
            return gather(pages, order=order, most=most, more=ranked.count > most)

    def quoted(
        self,
        query: str,
        *,
        narrowed: str = "",
        about: frozenset[int] | None = None,
        kinds: Collection[QuoteKind],
        stop: Stop = never,
    ) -> Quoted:
        """Which quotes are those of a query: all of some articles, or only some of them.

        What the query asks of a quote (`said:deeds`) holds of each of them. In each, or in the
        name of its speaker, begins each word of `narrowed`; each names one of the actors `about`.
        Raises as `find`.
        """
        if not (query.strip() or narrowed.strip() or about is not None):
            return Quoted()
        from index.archive.narrowing import Wanted, narrow
        from index.query import Query

        parsed = _parse(query)
        root = narrow(parsed, narrowed, about)
        if root is None:
            return Quoted()
        if parsed is not None and root is parsed.root and not showing.asks_of_quotes(parsed):
            return Quoted(articles=self.find(query, stop=stop).ids)
        with self._generations.searcher() as searcher:
            wanted = Wanted(self._database, about=about or frozenset())
            return Quoted(
                quotes=searcher.quotes(Query(query, root), wanted, kinds=kinds, stop=stop)
            )

    @cached_property
    def _completing(self) -> Completing:
        from index.archive.completing import Completing

        return Completing(self._database)

    def complete(self, text: str, at: int) -> Completions | None:
        """How a query may go on at a place in it; None where nothing is to be completed."""
        return self._completing.complete(text, at)

    def close(self) -> None:
        """Let go of the index files; the next query opens them anew."""
        self._generations.close()


def _parse(query: str, *, typing: bool = False) -> Query | None:
    """The query understood; None for one that asks for everything."""
    if not query.strip():
        return None
    from index.query import Everything

    parsed = _parsed(query, typing=typing)
    return None if isinstance(parsed.root, Everything) else parsed


def _parsed(query: str, *, typing: bool = False) -> Query:
    return _understood(query, date.today(), typing)


@lru_cache(maxsize=32)
def _understood(query: str, today: date, typing: bool) -> Query:
    """The same query is asked for its results, for their rows and for the hits in one."""
    from index.query import parse

    return parse(query, today=today, typing=typing)
