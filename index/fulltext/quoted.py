"""The hits of clauses that are asked of quotes (`said: speaker: about: kind:`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from index.article import Span
from index.fulltext.asked import asked_terms, pattern_in
from index.fulltext.documents import QuoteDoc
from index.fulltext.nearby import find_near
from index.fulltext.standing import Finder
from index.fulltext.tree import Resolver, actors_named
from index.query import (
    NAME_FIELDS,
    And,
    DateRange,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Word,
    is_quote_clause,
    split_quote_clauses,
)

_SAID: Final = ("said",)


def hits_in_quotes(
    root: Node, quotes: Sequence[QuoteDoc], resolve: Resolver | None, language: str = ""
) -> list[list[Span]]:
    """For each clause about quotes, unless it is denied, its hits in the quotes it holds for.

    They are the words that it asks for; the whole quote where it asks for none. `language` is
    that of the article, as a `Finder` has it.
    """
    return [
        [
            span
            for quote in quotes
            if _holds(clause, None, quote, resolve, language)
            for span in _spans(clause, quote, language)
        ]
        for clause in _clauses(root)
    ]


def _clauses(node: Node) -> Iterator[Node]:
    """The clauses each of which must hold in one quote, unless they are denied."""
    if isinstance(node, And):
        quoted, others = split_quote_clauses(node)
        if quoted:
            yield And(quoted) if len(quoted) > 1 else quoted[0]
        for part in others:
            yield from _clauses(part)
    elif isinstance(node, Or):
        for part in node.parts:
            yield from _clauses(part)
    elif isinstance(node, Field) and is_quote_clause(node):
        yield node


def _holds(
    node: Node, field: str | None, quote: QuoteDoc, resolve: Resolver | None, language: str
) -> bool:
    """Whether a clause about quotes holds in one quote."""
    if isinstance(node, And):
        return all(_holds(part, field, quote, resolve, language) for part in node.parts)
    if isinstance(node, Or):
        return any(_holds(part, field, quote, resolve, language) for part in node.parts)
    if isinstance(node, Not):
        return not _holds(node.part, field, quote, resolve, language)
    if isinstance(node, Field):
        return _holds(node.part, node.name, quote, resolve, language)
    if isinstance(node, Everything | DateRange):
        return True
    if field in NAME_FIELDS:
        actors = actors_named(resolve, node) if resolve is not None else frozenset()
        return quote.speaker in actors if field == "speaker" else bool(actors & set(quote.about))
    if field == "kind":
        return isinstance(node, Word) and node.text == quote.kind
    return bool(_said(Field("said", node), quote, language))


def _spans(clause: Node, quote: QuoteDoc, language: str) -> list[Span]:
    """The words that were asked for; the whole quote when it was not asked for by its words."""
    if not _finder(clause, language).patterns:
        return [(quote.start, quote.end)]
    return [(quote.start + a, quote.start + b) for a, b in _said(clause, quote, language)]


def _said(clause: Node, quote: QuoteDoc, language: str) -> list[Span]:
    """Where the words stand that a clause asks of what was said."""
    words = ((0, len(quote.said)),)
    groups = find_near(clause, _SAID, _finder(clause, language), quote.said, words)
    return [span for group in groups for span in group]


@lru_cache(maxsize=16)
def _finder(clause: Node, language: str) -> Finder:
    said = (asked for asked in asked_terms(clause) if asked.field in _SAID)
    patterns = dict.fromkeys(pattern_in(asked.node, asked.field, None) for asked in said)
    return Finder(tuple(patterns), language)
