"""The terms that a query asks for, and the pattern of each in its field."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from index.fulltext.patterns import Pattern, Worded, pattern_of
from index.query import (
    And,
    DateRange,
    Everything,
    Field,
    Near,
    Node,
    Not,
    Or,
    Query,
    Word,
)

_STEMMED: Final = frozenset({None, "title", "body", "said"})


class Asked(NamedTuple):
    """A term that is not denied, and the field in which it is asked for."""

    node: Worded
    field: str | None


def asked_terms(node: Node, field: str | None = None) -> Iterator[Asked]:
    """The terms that a query wants to see, in the order in which they were typed.

    Of terms near each other each by itself.
    """
    if isinstance(node, And | Or | Near):
        for part in node.parts:
            yield from asked_terms(part, field)
    elif isinstance(node, Field):
        yield from asked_terms(node.part, node.name)
    elif not isinstance(node, Not | DateRange | Everything):
        yield Asked(node, field)


def pattern_in(node: Worded, field: str | None, typed: Query | None) -> Pattern:
    """The pattern of a term in a field (None: in the words of the article).

    `typed` is the query while it is being typed: the bare word at its very end is then also
    the beginning of a word.
    """
    growing = (
        typed is not None
        and field is None
        and isinstance(node, Word)
        and not node.exact
        and node.end == len(typed.text)
    )
    return pattern_of(
        node,
        stemmed=field in _STEMMED,
        typing=growing,
        all_prefixes=field == "file" and isinstance(node, Word) and not node.exact,
    )


def patterns_of(query: Query, fields: Collection[str], *, typing: bool) -> tuple[Pattern, ...]:
    """The patterns of what is asked of the words of an article, or of these fields.

    Each once, in the order in which they were typed.
    """
    typed = query if typing else None
    found = (
        pattern_in(asked.node, asked.field, typed)
        for asked in asked_terms(query.root)
        if asked.field is None or asked.field in fields
    )
    return tuple(dict.fromkeys(found))
