"""A query's tree over the two indexes: which articles, or which quotes, it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple, Protocol

from index.fulltext.patterns import Pattern, pattern_of
from index.fulltext.postings import Postings
from index.fulltext.schema import UNDATED, day_number
from index.fulltext.scoring import ONE_FIELD, WORDS_OF_ARTICLE, Scores, Weighting, score
from index.query import (
    NAME_FIELDS,
    And,
    DateRange,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Term,
    Word,
    is_quote_clause,
    split_quote_clauses,
)

_STEMMED: Final = frozenset({"title", "body", "said"})
_LATEST: Final = 99991231


class Resolver(Protocol):
    """Names to actors, from the store: merging two actors changes no index."""

    def actors(self, name: str) -> frozenset[int]:
        """The ids of all actors who go by this name; empty when nobody does."""
        ...

    def articles_with(self, actors: frozenset[int]) -> set[str]:
        """The ids of the articles in which one of these actors is mentioned."""
        ...


class Evaluation:
    """One query being answered. `everywhere` says where words without a field are looked for.

    A tree is evaluated in one of two spaces, articles or quotes; both know the same operators.
    """

    def __init__(
        self,
        query: Query,
        articles: Postings,
        quotes: Postings,
        resolve: Resolver,
        *,
        typing: bool,
    ) -> None:
        self._query = query
        self._articles = articles
        self._quotes = quotes
        self._resolve = resolve
        self._typing = typing

    def articles(self) -> Scores:
        """The articles that the query finds."""
        return self._in_articles(self._query.root, None)

    def quotes(self) -> Scores:
        """The quotes that the query finds: those of the articles that it finds.

        What it asks of a quote (`said: speaker: about: kind:`) holds of each of them.
        """
        return self._in_quotes(self._query.root, None)

    def _in_articles(self, node: Node, field: str | None) -> Scores:
        if isinstance(node, Field) and is_quote_clause(node):
            return self._of_quotes(self._in_quotes(node, None))
        if field is None and isinstance(node, And):
            quoted, others = split_quote_clauses(node)
            return self._meet(
                others, lambda part: self._in_articles(part, None), self._articles, in_one=quoted
            )
        if isinstance(node, And | Or | Not | Everything):
            return self._combine(node, lambda part: self._in_articles(part, field), self._articles)
        if isinstance(node, Field):
            return self._in_articles(node.part, node.name)
        if isinstance(node, DateRange):
            return self._dated(node)
        if field in NAME_FIELDS:
            ids = self._resolve.articles_with(self._named(node))
            return dict.fromkeys(self._numbers(ids), 0.0)
        fields = WORDS_OF_ARTICLE if field is None else {field: ONE_FIELD}
        return score(self._pattern(node, field), dict(fields), self._articles)

    def _in_quotes(self, node: Node, field: str | None) -> Scores:
        if isinstance(node, And | Or | Not | Everything):
            return self._combine(node, lambda part: self._in_quotes(part, field), self._quotes)
        if isinstance(node, Field) and is_quote_clause(node):
            return self._in_quotes(node.part, node.name)
        if field is None or isinstance(node, Field | DateRange):
            return self._quotes_of(self._in_articles(node, None))
        if field in NAME_FIELDS:
            found: set[int] = set()
            for actor in self._named(node):
                found |= self._quotes.documents(field or "", str(actor))
            return dict.fromkeys(found, 0.0)
        if field == "kind":
            return dict.fromkeys(self._quotes.documents("kind", node.text), 0.0)
        weighting: dict[str, Weighting] = {"said": ONE_FIELD}
        return score(self._pattern(node, "said"), weighting, self._quotes)

    def _combine(
        self, node: And | Or | Not | Everything, answer: Callable[[Node], Scores], space: Postings
    ) -> Scores:
        if isinstance(node, And):
            return self._meet(node.parts, answer, space)
        if isinstance(node, Or):
            found: Scores = {}
            for part in node.parts:
                for document, points in answer(part).items():
                    found[document] = found.get(document, 0.0) + points
            return found
        if isinstance(node, Not):
            return dict.fromkeys(space.everything() - answer(node.part).keys(), 0.0)
        return dict.fromkeys(space.everything(), 0.0)

    def _meet(
        self,
        parts: Iterable[Node],
        answer: Callable[[Node], Scores],
        space: Postings,
        in_one: tuple[Node, ...] = (),
    ) -> Scores:
        """All parts; those of `in_one` are asked of one and the same quote."""
        parts = tuple(parts)
        asked = [answer(part) for part in parts if not isinstance(part, Not)]
        if in_one:
            clause = And(in_one) if len(in_one) > 1 else in_one[0]
            asked.append(self._of_quotes(self._in_quotes(clause, None)))
        denied = [answer(part.part) for part in parts if isinstance(part, Not)]
        asked.sort(key=len)
        left = asked[0] if asked else dict.fromkeys(space.everything(), 0.0)
        return {
            document: points + sum(scores[document] for scores in asked[1:])
            for document, points in left.items()
            if all(document in scores for scores in asked[1:])
            and not any(document in scores for scores in denied)
        }

    def _of_quotes(self, quotes: Scores) -> Scores:
        """The articles that have these quotes, each with the score of its best one."""
        keys = self._quotes.column("key")
        best: dict[str, float] = {}
        for quote, points in quotes.items():
            article = article_of(keys[quote])
            best[article] = max(points, best.get(article, 0.0))
        numbers = self._numbers(best)
        return {number: best[article] for number, article in numbers.items()}

    def _quotes_of(self, articles: Scores) -> Scores:
        """All quotes of these articles, which lend them their scores."""
        ids = self._articles.column("id")
        points = {ids[number]: found for number, found in articles.items()}
        keys = self._quotes.column("key")
        return {
            quote: points[article]
            for quote in self._quotes.everything()
            if (article := article_of(keys[quote])) in points
        }

    def _dated(self, days: DateRange) -> Scores:
        first = day_number(days.first) if days.first else UNDATED + 1
        last = day_number(days.last) if days.last else _LATEST
        column = self._articles.column("date")
        everything = self._articles.everything()
        return {number: 0.0 for number in everything if first <= column[number] <= last}

    def _named(self, node: Term) -> frozenset[int]:
        return self._resolve.actors(node.text)

    def _pattern(self, node: Term, field: str | None) -> Pattern:
        return pattern_in(node, field, self._query if self._typing else None)

    def _numbers(self, articles: Iterable[str]) -> dict[int, str]:
        """Document number → id, for those of the articles that are indexed."""
        wanted = set(articles)
        ids = self._articles.column("id")
        return {
            number: ids[number] for number in self._articles.everything() if ids[number] in wanted
        }


def pattern_in(node: Term, field: str | None, typed: Query | None) -> Pattern:
    """The pattern of a term in a field (None: in the words of the article).

    `typed` is the query while it is being typed: the bare word at its very end is then also
    the beginning of a word.
    """
    growing = (
        typed is not None
        and field is None
        and isinstance(node, Word)
        and node.end == len(typed.text)
    )
    return pattern_of(
        node,
        stemmed=field is None or field in _STEMMED,
        typing=growing,
        all_prefixes=field == "file" and not isinstance(node, Phrase),
    )


def article_of(key: str) -> str:
    """The article of a quote, from the quote's id."""
    return key.rpartition(":")[0]


class Asked(NamedTuple):
    """A term that is not denied, and the field in which it is asked for."""

    node: Term
    field: str | None


def asked_terms(node: Node, field: str | None = None) -> Iterator[Asked]:
    """The terms that a query wants to see, in the order in which they were typed."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from asked_terms(part, field)
    elif isinstance(node, Field):
        yield from asked_terms(node.part, node.name)
    elif not isinstance(node, Not | DateRange | Everything):
        yield Asked(node, field)
