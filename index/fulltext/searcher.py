"""Answers over one generation of the index."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.article import NewsForm, Snippet, Span
from index.fulltext import hits, snippets, suggestion
from index.fulltext.asked import asked_terms, pattern_in, patterns_of
from index.fulltext.documents import QuoteDoc
from index.fulltext.engine import IndexReader
from index.fulltext.errors import reading
from index.fulltext.evaluation import (
    Evaluation,
    Pair,
    Ranked,
    Segment,
    Sort,
    Space,
    Stop,
    never,
    placed,
    quotes_in_order,
)
from index.fulltext.evaluation.ranking import Calendar
from index.fulltext.facets import Facets
from index.fulltext.traces import Traces
from index.fulltext.tree import Resolver, Translation
from index.query import And, Everything, Field, Node, Or, Phrase, Query, Word

SNIPPET_WIDTH: Final = 160


class Searcher:
    """One generation, unchanging. Threads may share it.

    Every method raises `IndexDamaged` when a file turns out to be torn, and those that take
    `stop` raise `Abandoned` soon after it says so.
    """

    def __init__(self, folder: Path, articles: IndexReader, quotes: IndexReader) -> None:
        self._folder = folder
        with reading(folder):
            self._pair = Pair(Space(folder, articles), Space(folder, quotes))

    @cached_property
    def facets(self) -> Facets:
        """Counts what the articles that were found have in common."""
        with reading(self._folder):
            return Facets(self._pair)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments of the articles; documents are numbered from each one's base."""
        return self._pair.articles.segments

    def search(
        self,
        query: Query,
        resolve: Resolver,
        *,
        sort: Sort = "relevance",
        typing: bool = False,
        stop: Stop = never,
    ) -> Ranked:
        """The articles that a query finds.

        Clauses about quotes (`said: speaker: about: kind:`) that are joined by AND hold in one
        quote. Equal scores stand newest first, and so does everything when nothing is asked.
        "date" is oldest first, "-date" newest first, articles without a date always last. With
        `typing` the bare word that the query ends with may also be the beginning of a word.
        """
        with reading(self._folder):
            tree = self._translation(query, resolve, typing=typing).of_articles()
            found = Evaluation(self._pair, stop=stop).answer(tree)
            bounded = self._bounded(query, typing)
            return Ranked(found, self._pair.articles, self._calendar, sort, bounded)

    def found(self, query: Query, resolve: Resolver, *, stop: Stop = never) -> NDArray[np.bool_]:
        """Of every document of `articles`, segment after segment, whether a query finds it."""
        with reading(self._folder):
            tree = self._translation(query, resolve, typing=False).of_articles()
            found = np.zeros(self._pair.articles.size, np.bool_)
            found[Evaluation(self._pair, stop=stop).answer(tree).docs] = True
            return found

    def quotes(
        self,
        query: Query,
        resolve: Resolver,
        *,
        speaker: str | None = None,
        about: str | None = None,
        kinds: Collection[str] | None = None,
        sort: Sort = "relevance",
        stop: Stop = never,
    ) -> list[str]:
        """The keys of the quotes that a query finds.

        They are those of the articles that it finds; what it asks of a quote (`said: speaker:
        about: kind:`) holds of each of them. `speaker` and `about` are names, as in the fields
        of the same name; `kinds` are the kinds that count, all by default. Sorted like
        articles, then by place.
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
        with reading(self._folder):
            tree = self._translation(narrowed, resolve, typing=False).of_quotes()
            found = Evaluation(self._pair, of_quotes=True, stop=stop).answer(tree)
            return quotes_in_order(found, self._pair, self._calendar, sort)

    def traces(
        self, query: Query, numbers: Sequence[int], *, typing: bool = False, stop: Stop = never
    ) -> list[Traces]:
        """Where the index has a query's words in the bodies of these documents.

        Numbers are those of `Ranked.numbers`. The clauses are those of `asked.patterns_of` a body.
        """
        with reading(self._folder):
            patterns = patterns_of(query, ("body",), typing=typing)
            places = placed(self._pair.articles, "body", patterns, numbers, stop)
            landmarks = self._landmarks(numbers)
            return [
                Traces(positions, clauses, marks)
                for (positions, clauses), marks in zip(places, landmarks, strict=True)
            ]

    def traces_in(
        self, query: Query, articles: Sequence[str], *, typing: bool = False, stop: Stop = never
    ) -> dict[str, Traces]:
        """The `traces` of a query in those of these articles that are in this generation."""
        with reading(self._folder):
            numbers = self._pair.articles.numbered(articles)
        found = self.traces(query, list(numbers.values()), typing=typing, stop=stop)
        return dict(zip(numbers, found, strict=True))

    def matches(
        self,
        query: Query,
        text: str,
        form: NewsForm,
        *,
        typing: bool = False,
        quotes: Sequence[QuoteDoc] | None = None,
        resolve: Resolver | None = None,
        traces: Traces | None = None,
    ) -> list[Span]:
        """The hits of a query in one canonical text: spans in order, without overlap.

        A phrase is one hit, from its first word to its last, and only where it stands as such.
        Hits lie in the headline and the body, not in site pitches and navigation; what is
        denied is no hit. With the article's `quotes`, and `resolve` for their names, clauses
        about quotes are hits only in quotes for which they hold, and a quote that is asked for
        by its speaker alone is a hit as a whole; without them the words of `said:` are hits
        wherever they stand. `traces` make a long text quick.
        """
        return hits.find_matches(
            query, text, form, typing=typing, quotes=quotes, resolve=resolve, traces=traces
        )

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
        traces: Traces | None = None,
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
            traces=traces,
        )

    def suggest(self, query: Query) -> str | None:
        """The query with its unknown words replaced by the nearest known ones.

        None when every word is known or nothing is near.
        """
        with reading(self._folder):
            return suggestion.suggest(query, self._pair.articles)

    def written(self, query: Query) -> dict[str, tuple[str, ...]]:
        """For words of the query, how articles also write them: "ceasefire" as "cease-fire".

        For `index.query.describe`.
        """
        with reading(self._folder):
            return suggestion.written_forms(query, self._pair.articles)

    def close(self) -> None:
        """Let go of the files; what was found stays good."""
        self._pair.articles.close()
        self._pair.quotes.close()

    @cached_property
    def _calendar(self) -> Calendar:
        return Calendar(self._pair.articles)

    def _translation(self, query: Query, resolve: Resolver, *, typing: bool) -> Translation:
        readers = self._pair.articles.reader, self._pair.quotes.reader
        return Translation(query, resolve, *readers, typing=typing)

    def _landmarks(self, numbers: Sequence[int]) -> list[Sequence[int]]:
        bases = [segment.base for segment in self.segments]
        known: dict[int, tuple[memoryview, memoryview]] = {}
        found: list[Sequence[int]] = []
        for number in numbers:
            home = bisect_right(bases, number) - 1
            if home not in known:
                starts, places = self.segments[home].arrays.all_landmarks("body")
                known[home] = starts.data, places.data
            begins, marks = known[home]
            at = number - bases[home]
            found.append(marks[begins[at] : begins[at + 1]].tolist())
        return found

    def _bounded(self, query: Query, typing: bool) -> tuple[str, ...]:
        """The wildcards of which only the most frequent words were looked at."""
        typed = query if typing else None
        cut = set()
        for node, field in asked_terms(query.root):
            space = self._pair.quotes if field == "said" else self._pair.articles
            for slot in pattern_in(node, field, typed).slots:
                names = ("title", "body") if field is None else (field,)
                if slot.manner == "wildcard" and any(
                    held.chosen.cut for name in names for held in space.held(name, (slot,))
                ):
                    cut.add(slot.text)
        return tuple(sorted(cut))
