"""What a person asked for, as a tree of frozen values.

`start` and `end` are code-point offsets into the query as typed; they do not count when two
trees are compared. Texts are as typed, with straight marks and plain spaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """No condition: all articles."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed ("cease-fire", "U.N."): found in any of its inflected forms.

    An `exact` one (`=summit`) is found in this spelling only: case and accents are folded as in
    the index, but it is not stemmed, has no British or American spelling beside it, and a
    compound is not joined.
    """

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order, word for word.

    A `whole` one (`outlet:="The Times"`) is the whole value of its field. In running text
    (`body:`, `said:` or no field) it is these words exactly, compounds not joined.
    """

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, without its star."""

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with `?` for any one character and `*` for any number of them, none too.

    The text has at least one letter or digit, and is not a `Prefix`: "wom?n", "san*ed", "*ment".
    """

    text: str
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word that may be misspelt: `edits` (1 or 2) letters put in, left out, changed, swapped."""

    text: str
    edits: int
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """Two or more parts that stand near each other.

    A part is a term, or an `Or` of terms. `distance` counts positions from the last one of the
    part that stands first to the first one of the part that stands last, so neighbours are 1
    apart; parts that overlap are 0 apart. It is None, and only then, for `within` a "sentence"
    or a "paragraph"; a headline and a quote are each taken for one of both. Parts that are
    `ordered` stand in the order in which they were typed.
    """

    parts: tuple[Node, ...]
    distance: int | None
    within: Literal["words", "sentence", "paragraph"] = "words"
    ordered: bool = False

    @property
    def is_phrase(self) -> bool:
        """Whether this is a phrase in which words are patterns."""
        return (
            self.ordered
            and self.distance == len(self.parts) - 1
            and all(
                isinstance(part, Prefix | Wildcard) or (isinstance(part, Word) and part.exact)
                for part in self.parts
            )
        )


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


Term: TypeAlias = Word | Phrase | Prefix | Wildcard | Fuzzy | Near
Node: TypeAlias = Everything | Term | DateRange | And | Or | Not | Field


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
