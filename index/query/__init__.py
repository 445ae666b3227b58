"""What a person types, understood: `parse` gives a tree or a complaint, `describe` an echo."""

from __future__ import annotations

from index.query.clauses import is_quote_clause, split_quote_clauses
from index.query.echo import describe
from index.query.fields import (
    DATE_FIELDS,
    FIELDS,
    KINDS,
    NAME_FIELDS,
    QUOTE_FIELDS,
    UNKNOWN_LANGUAGE,
)
from index.query.parser import parse
from index.query.spelling import edits
from index.query.tree import (
    And,
    DateRange,
    Everything,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
    Word,
)

__all__ = [
    "DATE_FIELDS",
    "FIELDS",
    "KINDS",
    "NAME_FIELDS",
    "QUOTE_FIELDS",
    "UNKNOWN_LANGUAGE",
    "And",
    "DateRange",
    "Everything",
    "Field",
    "Fuzzy",
    "Near",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Term",
    "Wildcard",
    "Word",
    "describe",
    "edits",
    "is_quote_clause",
    "parse",
    "split_quote_clauses",
]
