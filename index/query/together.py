"""Two conditions whose words are to stand near each other."""

from __future__ import annotations

from index.article import QueryComplaint
from index.query.fields import WORD_FIELDS
from index.query.nearness import FARTHEST, Nearness
from index.query.tokens import Token
from index.query.tree import Field, Fuzzy, Near, Node, Or, Phrase, Prefix, Wildcard, Word

_TERMS = Word | Phrase | Prefix | Wildcard | Fuzzy | Near


def near(left: Node, right: Node, asked: Nearness, operator: Token, field: str | None) -> Node:
    """Both near each other, as the operator between them asks.

    `field` is the field around them; otherwise both may be in one and the same. Raises
    `QueryComplaint`.
    """
    if asked.distance is not None and not 1 <= asked.distance <= FARTHEST:
        raise QueryComplaint(
            f"{operator.text} wants a number of words from 1 to {FARTHEST}, as in plan w/5 annan.",
            operator.start,
        )
    name = field
    if isinstance(left, Field) or isinstance(right, Field):
        if not (isinstance(left, Field) and isinstance(right, Field) and left.name == right.name):
            one = left if isinstance(left, Field) else right
            inside = one.name if isinstance(one, Field) and one.name in WORD_FIELDS else "title"
            raise QueryComplaint(
                f"Both sides of {operator.text} stand in one field, "
                f"as in {inside}:(plan {operator.text} annan).",
                operator.start,
            )
        name, left, right = left.name, left.part, right.part
    if name is not None and name not in WORD_FIELDS:
        raise QueryComplaint(
            f"Words near each other are looked for in text, not in `{name}:`; "
            f"{operator.text} works in title:, body: and said:.",
            operator.start,
        )
    for side in (left, right):
        if not _is_term(side):
            raise QueryComplaint(
                f"Words, phrases or (a OR b) stand on each side of {operator.text}, "
                f"as in plan {operator.text} (annan OR brahimi).",
                operator.start,
            )
    together = Near((left, right), asked.distance, asked.within, asked.ordered)
    return together if field == name else Field(name or "", together)


def _is_term(node: Node) -> bool:
    if isinstance(node, Or):
        return all(isinstance(part, _TERMS) for part in node.parts)
    return isinstance(node, _TERMS)
