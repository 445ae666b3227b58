"""What a person asked for as Whoosh's own query tree.

`whoosh.query` has And, Or, Not, Every and constant scores as we mean them; what it has
otherwise, or not at all, is in `index.fulltext.nodes`: all forms of a word, a compound's
lattice, nearness within sentences, one thing asked of several fields, days in a column, and the
join of articles with the quotes in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Protocol
from weakref import WeakKeyDictionary

from index.fulltext.asked import pattern_in
from index.fulltext.engine import IndexReader, query
from index.fulltext.forms import Forms
from index.fulltext.nodes import Across, Close, Days, Joined, Keyed, Lattice, Weighting
from index.fulltext.schema import UNDATED, day_number
from index.query import (
    NAME_FIELDS,
    And,
    DateRange,
    Everything,
    Field,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Term,
    is_quote_clause,
    split_quote_clauses,
)
from index.text import fold_name

WORDS_OF_ARTICLE: Final = {"title": Weighting(3.0, 0.4), "body": Weighting(1.0, 0.75)}
"""Words without a field: a headline says what an article is about."""

ONE_FIELD: Final = Weighting(1.0, 0.75)

WHOLE_VALUES: Final = {"outlet": "published", "place": "datelined"}
"""Where the index has the whole values of a field."""

_VALUES: Final[WeakKeyDictionary[IndexReader, dict[str, dict[str, list[str]]]]] = (
    WeakKeyDictionary()
)
"""The whole values of a generation's fields, by what is compared of them."""

_LATEST: Final = 99991231


class Resolver(Protocol):
    """What the store knows: names of actors, and what a person kept."""

    def actors(self, name: str) -> frozenset[int]:
        """The ids of all actors who go by this name; empty when nobody does."""
        ...

    def called(self, name: str) -> frozenset[int]:
        """The ids of all actors who are shown by this whole name."""
        ...

    def articles_with(self, actors: frozenset[int]) -> set[str]:
        """The ids of the articles in which one of these actors is mentioned."""
        ...

    def tagged(self, tag: str, *, whole: bool = False) -> set[str]:
        """The ids of the articles from which something is kept with this tag."""
        ...


def actors_named(resolve: Resolver, node: Term) -> frozenset[int]:
    """The actors whom a term means in a field of names."""
    whole = isinstance(node, Phrase) and node.whole
    return resolve.called(_name(node)) if whole else resolve.actors(_name(node))


class Translation:
    """One query, translated for the two indexes that `articles` and `quotes` read.

    With `typing` the bare word that the query ends with may also be the beginning of a word.
    """

    def __init__(
        self,
        asked: Query,
        resolve: Resolver,
        articles: IndexReader,
        quotes: IndexReader,
        *,
        typing: bool = False,
    ) -> None:
        self._root = asked.root
        self._typed = asked if typing else None
        self._resolve = resolve
        self._articles = articles
        self._quotes = quotes

    def of_articles(self) -> Any:
        """The tree that finds articles."""
        return self._article(self._root, None)

    def of_quotes(self) -> Any:
        """The tree that finds quotes: those of the articles that the query finds.

        What it asks of a quote (`said: speaker: about: kind:`) holds of each of them.
        """
        return self._quote(self._root, None)

    def _article(self, node: Node, field: str | None) -> Any:
        if isinstance(node, Field) and is_quote_clause(node):
            return self._having(node)
        if field is None and isinstance(node, And):
            quoted, others = split_quote_clauses(node)
            parts = [self._article(part, None) for part in others if not isinstance(part, Not)]
            if quoted:
                parts.append(self._having(And(quoted) if len(quoted) > 1 else quoted[0]))
            denied = [self._article(part.part, None) for part in others if isinstance(part, Not)]
            return _all_of(parts, denied, _EVERY_ARTICLE)
        if isinstance(node, Field):
            return self._article(node.part, node.name)
        if isinstance(node, DateRange):
            return _days(node)
        if isinstance(node, And | Or | Not | Everything):
            return self._combined(node, lambda part: self._article(part, field), _EVERY_ARTICLE)
        if field in NAME_FIELDS:
            actors = actors_named(self._resolve, node)
            return Keyed("id", frozenset(self._resolve.articles_with(actors)))
        if field == "tag":
            whole = isinstance(node, Phrase) and node.whole
            return Keyed("id", frozenset(self._resolve.tagged(_name(node), whole=whole)))
        if field == "language":
            return Keyed("language", frozenset({_name(node)}))
        if isinstance(node, Phrase) and node.whole and field in WHOLE_VALUES:
            return Keyed(WHOLE_VALUES[field], self._spellings(WHOLE_VALUES[field], node.text))
        weightings = WORDS_OF_ARTICLE if field is None else {field: ONE_FIELD}
        return self._across(node, field, weightings)

    def _quote(self, node: Node, field: str | None) -> Any:
        if isinstance(node, And | Or | Not | Everything):
            return self._combined(node, lambda part: self._quote(part, field), _EVERY_QUOTE)
        if isinstance(node, Field) and is_quote_clause(node):
            return self._quote(node.part, node.name)
        if field is None or isinstance(node, Field | DateRange):
            joined = Joined(self._article(node, None), self._articles, "article", "id")
            return query.And([_EVERY_QUOTE, joined])
        if field in NAME_FIELDS:
            actors = actors_named(self._resolve, node)
            return Keyed(field or "", frozenset(map(str, actors)))
        if field == "kind":
            return Keyed("kind", frozenset({_name(node)}))
        return self._across(node, field, {"said": ONE_FIELD})

    def _spellings(self, name: str, value: str) -> frozenset[str]:
        """The whole values of a field that are this one but for case, accents and marks."""
        known = _VALUES.setdefault(self._articles, {})
        if name not in known:
            known[name] = {}
            for raw in self._articles.lexicon(name):
                each = raw.decode("utf-8", "replace")
                known[name].setdefault(fold_name(each), []).append(each)
        return frozenset(known[name].get(fold_name(value), ()))

    def _having(self, clause: Node) -> Any:
        """The articles that have a quote for which a clause holds."""
        return Joined(self._quote(clause, None), self._quotes, "id", "article")

    def _combined(
        self, node: And | Or | Not | Everything, translated: Callable[[Node], Any], every: Any
    ) -> Any:
        if isinstance(node, And):
            asked = [translated(part) for part in node.parts if not isinstance(part, Not)]
            denied = [translated(part.part) for part in node.parts if isinstance(part, Not)]
            return _all_of(asked, denied, every)
        if isinstance(node, Or):
            return query.Or([translated(part) for part in node.parts])
        if isinstance(node, Not):
            return _all_of([], [translated(node.part)], every)
        return every

    def _across(self, node: Term, field: str | None, weightings: dict[str, Weighting]) -> Any:
        parts = [self._standing(node, field, name) for name in weightings]
        if any(part is query.NullQuery for part in parts):
            return query.NullQuery
        return Across(parts, list(weightings.values()))

    def _standing(self, node: Node, field: str | None, name: str) -> Any:
        """A term as it stands in one field; `field` is the one in which it was asked for."""
        if isinstance(node, Near):
            parts = [self._standing(part, field, name) for part in node.parts]
            if any(part is query.NullQuery for part in parts):
                return query.NullQuery
            return Close(name, parts, node.distance, node.within, ordered=node.ordered)
        if isinstance(node, Or):
            either = [self._standing(part, field, name) for part in node.parts]
            either = [part for part in either if part is not query.NullQuery]
            return query.Or(either) if either else query.NullQuery
        if isinstance(node, And | Not | Field | DateRange | Everything):
            raise TypeError(f"{type(node).__name__} stands at no place")
        pattern = pattern_in(node, field, self._typed)
        if not pattern.length:
            return query.NullQuery
        return Forms(name, pattern.slots) if pattern.is_single else Lattice(name, pattern)


_EVERY_ARTICLE: Final = query.ConstantScoreQuery(query.Every(), 0.0)
# Beside the quotes there are the documents of articles that were read.
_EVERY_QUOTE: Final = query.ConstantScoreQuery(query.Every("kind"), 0.0)


def _all_of(asked: Iterable[Any], denied: Iterable[Any], every: Any) -> Any:
    # Not Whoosh's `AndNot`: its matcher lets a document through that is denied when the first
    # document denied comes before the first one asked for.
    parts = list(asked) or [every]
    parts += [query.ConstantScoreQuery(query.Not(part), 0.0) for part in denied]
    return query.And(parts) if len(parts) > 1 else parts[0]


def _days(days: DateRange) -> Days:
    first = day_number(days.first) if days.first else UNDATED + 1
    return Days(first, day_number(days.last) if days.last else _LATEST)


def _name(node: Term) -> str:
    if isinstance(node, Near):
        raise TypeError("names are not looked for near each other")
    return node.text
