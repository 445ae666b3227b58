"""What a person asked for, as a tree of frozen values.

`start` and `end` are code-point offsets into the query as typed; they do not count when two
trees are compared. Texts are as typed, with straight marks and plain spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition: all articles."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed ("cease-fire", "U.N."): found in any of its inflected forms."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order, word for word."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without its star."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both included, as ISO days; None is an open end."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All but what `part` finds."""

    part: Node


@dataclass(frozen=True, slots=True)
class Field:
    """`part` holds in the field `name`; no field stands inside another."""

    name: str
    part: Node


Node: TypeAlias = Everything | Word | Phrase | Prefix | DateRange | And | Or | Not | Field
Term: TypeAlias = Word | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, and what it means."""

    text: str
    root: Node


def both(left: Node, right: Node) -> Node:
    """Both conditions, without needless nesting."""
    return _joined(And, left, right)


def either(left: Node, right: Node) -> Node:
    """Either condition, without needless nesting."""
    return _joined(Or, left, right)


def _joined(kind: type[And] | type[Or], left: Node, right: Node) -> Node:
    parts: tuple[Node, ...] = ()
    for node in (left, right):
        parts += node.parts if isinstance(node, kind) else (node,)
    return kind(parts)
