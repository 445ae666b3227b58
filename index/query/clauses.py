"""Which clauses of a query are asked of a quote, and which of the article."""

from __future__ import annotations

from index.query.fields import QUOTE_FIELDS
from index.query.tree import And, Field, Node, Not, Or


def is_quote_clause(node: Node) -> bool:
    """Whether a node asks for nothing but what one quote can answer."""
    if isinstance(node, Field):
        return node.name in QUOTE_FIELDS
    if isinstance(node, And | Or):
        return all(is_quote_clause(part) for part in node.parts)
    return isinstance(node, Not) and is_quote_clause(node.part)


def split_quote_clauses(node: And) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The clauses that must hold together in one quote, and the rest.

    A denied clause belongs to the quote when a clause beside it asks for one
    (`speaker:Lavrov -said:deeds`: a quote of his without the word); alone it denies that the
    article has such a quote at all.
    """
    quoted = tuple(part for part in node.parts if is_quote_clause(part))
    if all(isinstance(part, Not) for part in quoted):
        return (), node.parts
    return quoted, tuple(part for part in node.parts if not is_quote_clause(part))
