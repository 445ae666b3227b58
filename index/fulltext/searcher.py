"""Answers over one generation of the index."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from index.article import NewsForm, Snippet, Span
from index.fulltext import hits, snippets, suggestion
from index.fulltext.documents import QuoteDoc
from index.fulltext.evaluation import Evaluation, Resolver, article_of, asked_terms, pattern_in
from index.fulltext.postings import Postings
from index.fulltext.schema import UNDATED
from index.query import And, Everything, Field, Node, Or, Phrase, Query, Word

_Id = TypeVar("_Id")
Sort = Literal["relevance", "date", "-date"]

SNIPPET_WIDTH: Final = 160


@dataclass(frozen=True, slots=True)
class Ranked:
    """All articles that a query finds, in order, with the score of each; `count` is exact.

    `bounded` names the beginnings of words that were so short that only their most frequent
    words were looked for; the count is exact for those.
    """

    ids: tuple[str, ...]
    scores: tuple[float, ...]
    count: int
    bounded: tuple[str, ...] = ()


class Searcher:
    """One generation, unchanging. Threads may share it: they take turns at the index."""

    def __init__(self, articles: Postings, quotes: Postings) -> None:
        self._articles = articles
        self._quotes = quotes
        self._lock = threading.Lock()

    def search(
        self,
        query: Query,
        resolve: Resolver,
        *,
        sort: Sort = "relevance",
        typing: bool = False,
    ) -> Ranked:
        """The articles that a query finds.

        Clauses about quotes (`said: speaker: about: kind:`) that are joined by AND hold in one
        quote. Equal scores stand newest first, and so does everything when nothing is asked.
        "date" is oldest first, "-date" newest first, articles without a date always last. With
        `typing` the bare word that the query ends with may also be the beginning of a word.
        Raises `IndexDamaged`.
        """
        with self._lock:
            evaluation = Evaluation(query, self._articles, self._quotes, resolve, typing=typing)
            scores = evaluation.articles()
            ids, days = self._articles.column("id"), self._articles.column("date")
            rows = [((ids[number],), days[number], points) for number, points in scores.items()]
            bounded = self._bounded(query, typing)
        if isinstance(query.root, Everything) and sort == "relevance":
            sort = "-date"
        ordered = _in_order(rows, sort)
        return Ranked(
            tuple(id_ for (id_,), _, _ in ordered),
            tuple(points for _, _, points in ordered),
            len(ordered),
            bounded,
        )

    def quotes(
        self,
        query: Query,
        resolve: Resolver,
        *,
        speaker: str | None = None,
        about: str | None = None,
        kinds: Collection[str] | None = None,
        sort: Sort = "relevance",
    ) -> list[str]:
        """The keys of the quotes that a query finds.

        They are those of the articles that it finds; what it asks of a quote (`said: speaker:
        about: kind:`) holds of each of them. `speaker` and `about` are names, as in the fields
        of the same name; `kinds` are the kinds that count, all by default. Sorted like
        articles, then by place. Raises `IndexDamaged`.
        """
        parts: list[Node] = [] if isinstance(query.root, Everything) else [query.root]
        parts += [
            Field(field, Phrase(name))
            for field, name in (("speaker", speaker), ("about", about))
            if name is not None
        ]
        if kinds is not None:
            parts.append(Or(tuple(Field("kind", Word(kind)) for kind in kinds)))
        narrowed = Query(query.text, And(tuple(parts)) if parts else Everything())
        with self._lock:
            evaluation = Evaluation(narrowed, self._articles, self._quotes, resolve, typing=False)
            scores = evaluation.quotes()
            keys = self._quotes.column("key")
            ids, days = self._articles.column("id"), self._articles.column("date")
            day_of = dict(zip(ids, days, strict=True))
            rows = [
                (_place(keys[number]), day_of.get(article_of(keys[number]), UNDATED), points)
                for number, points in scores.items()
            ]
        if sort == "relevance" and not any(points for _, _, points in rows):
            sort = "-date"
        return [f"{article}:{start}-{end}" for (article, start, end), _, _ in _in_order(rows, sort)]

    def matches(
        self,
        query: Query,
        text: str,
        form: NewsForm,
        *,
        typing: bool = False,
        quotes: Sequence[QuoteDoc] | None = None,
        resolve: Resolver | None = None,
    ) -> list[Span]:
        """The hits of a query in one canonical text: spans in order, without overlap.

        A phrase is one hit, from its first word to its last, and only where it stands as such.
        Hits lie in the headline and the body, not in site pitches and navigation; what is
        denied is no hit. With the article's `quotes`, and `resolve` for their names, clauses
        about quotes are hits only in quotes for which they hold, and a quote that is asked for
        by its speaker alone is a hit as a whole; without them the words of `said:` are hits
        wherever they stand.
        """
        return hits.find_matches(query, text, form, typing=typing, quotes=quotes, resolve=resolve)

    def snippets(
        self,
        query: Query,
        text: str,
        form: NewsForm,
        count: int = 1,
        width: int = SNIPPET_WIDTH,
        *,
        typing: bool = False,
        quotes: Sequence[QuoteDoc] | None = None,
        resolve: Resolver | None = None,
    ) -> tuple[Snippet, ...]:
        """At most `count` stretches of about `width` code points that show the hits best.

        Each is `text[start:end]`, line feeds and all, cut at the borders of words. They are
        chosen by how many different words of the query they show and stand in order of place.
        The headline is shown elsewhere and in no snippet; where the body has no hit the lede
        is the snippet. The other parameters are those of `matches`.
        """
        return snippets.make_snippets(
            query,
            text,
            form,
            count=count,
            width=width,
            typing=typing,
            quotes=quotes,
            resolve=resolve,
        )

    def suggest(self, query: Query) -> str | None:
        """The query with its unknown words replaced by the nearest known ones.

        None when every word is known or nothing is near. Raises `IndexDamaged`.
        """
        with self._lock:
            return suggestion.suggest(query, self._articles)

    def written(self, query: Query) -> dict[str, tuple[str, ...]]:
        """For words of the query, how articles also write them: "ceasefire" as "cease-fire".

        For `index.query.describe`. Raises `IndexDamaged`.
        """
        with self._lock:
            return suggestion.written_forms(query, self._articles)

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._articles.close()
            self._quotes.close()

    def _bounded(self, query: Query, typing: bool) -> tuple[str, ...]:
        slots = {
            slot
            for node, field in asked_terms(query.root)
            for slot in pattern_in(node, field, query if typing else None).slots
        }
        cut = self._articles.cut | self._quotes.cut
        return tuple(sorted({slot.text for _, slot in cut if slot in slots}))


_Row = tuple[_Id, int, float]


def _in_order(rows: list[_Row[_Id]], sort: Sort) -> list[_Row[_Id]]:
    """Rows of identity, day and score, sorted; ties newest first, then by identity."""
    newest_first = sort != "date"
    ordered = sorted(rows, key=lambda row: (_by_day(row[1], newest_first), row[0]))
    if sort == "relevance":
        # Figures that differ by rounding alone are a tie.
        ordered.sort(key=lambda row: -round(row[2], 6))
    return ordered


def _by_day(day: int, newest_first: bool) -> tuple[bool, int]:
    return day == UNDATED, -day if newest_first else day


def _place(key: str) -> tuple[str, int, int]:
    article, _, span = key.rpartition(":")
    start, _, end = span.partition("-")
    return article, int(start), int(end)
