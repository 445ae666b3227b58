"""A query narrowed by a clause, in the open: what is added stands in the search line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECES = re.compile(r'"[^"]*"?|[()]|[^\s()"]+')


def narrowed(query: str, clause: str) -> str:
    """The query with the clause behind it; alternatives are held together before that."""
    query = query.strip()
    if not query:
        return clause
    if any(piece == "OR" and not depth for piece, depth in _pieces(query)):
        query = f"({query})"
    return f"{query} {clause}"


def widened(query: str, clause: str) -> str:
    """The query without a clause by which it was narrowed."""
    if not narrows(query, clause):
        return query
    before, _, after = f" {query} ".rpartition(f" {clause} ")
    rest = f"{before} {after}".strip()
    inner = rest[1:-1]
    if (rest[:1], rest[-1:]) == ("(", ")") and all(d >= 0 for _, d in _pieces(inner)):
        return inner
    return rest


def narrows(query: str, clause: str) -> bool:
    """Whether the clause stands in the query."""
    return f" {clause} " in f" {query} "


def _pieces(query: str) -> Iterator[tuple[str, int]]:
    """The words, phrases and parentheses of a query, each with how many are open behind it."""
    depth = 0
    for found in _PIECES.finditer(query):
        piece = found[0]
        depth += (piece == "(") - (piece == ")")
        yield piece, depth
