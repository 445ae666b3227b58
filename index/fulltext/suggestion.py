"""Help with words: the nearest one that articles have, and the other ways to write one."""

from __future__ import annotations

from typing import Final

from index.fulltext.analysis import FIRST_WORD, tail_parts, tails_of
from index.fulltext.evaluation import Asked, asked_terms, pattern_in
from index.fulltext.patterns import Slot
from index.fulltext.postings import Postings
from index.query import Query, Word, edits

_SHORTEST: Final = 3
_FIELDS: Final = ("body", "title")


def suggest(query: Query, articles: Postings) -> str | None:
    """The query's text with each unknown word replaced by the nearest term; None without one."""
    text = query.text
    changed = False
    for node, field in reversed(list(asked_terms(query.root))):
        term = _single_term(Asked(node, field))
        if term is None or not isinstance(node, Word) or _is_known(term, articles):
            continue
        near = _nearest(term, articles)
        if near is None:
            return None
        text = text[: node.start] + near + text[node.end :]
        changed = True
    return text if changed else None


def written_forms(query: Query, articles: Postings) -> dict[str, tuple[str, ...]]:
    """Words of the query that are one word as typed and a compound elsewhere."""
    found: dict[str, tuple[str, ...]] = {}
    for asked in asked_terms(query.root):
        term = _single_term(asked)
        tails = articles.beginning_with("body", tails_of(term)) if term else []
        # Two tails may belong to one compound of three parts: no way to tell where it parts.
        tail = tail_parts(tails[0]) if len(tails) == 1 else None
        if term and tail is not None:
            at = tail[1]
            found[asked.node.text] = (f"{term[:at]}-{term[at:]}",)
    return found


def _single_term(asked: Asked) -> str | None:
    """The term of a word of one part that is looked for in the words of articles."""
    if not isinstance(asked.node, Word) or asked.field not in (None, "title", "body"):
        return None
    pattern = pattern_in(asked.node, asked.field, None)
    return pattern.slots[0].text if pattern.length == 1 and len(pattern.slots) == 1 else None


def _is_known(term: str, articles: Postings) -> bool:
    return any(articles.terms(field, Slot("stem", term)) for field in _FIELDS)


def _nearest(term: str, articles: Postings) -> str | None:
    """The term within one change (two for a long word) that stands in the most articles."""
    if len(term) < _SHORTEST:
        return None
    most = 1 if len(term) < 5 else 2
    near = {
        other: distance
        for field in _FIELDS
        # A wrong first letter is rare; one too many and swapped ones are found by the second.
        for first in dict.fromkeys(term[:2])
        for other in articles.beginning_with(field, first)
        if other >= FIRST_WORD and (distance := edits(term, other, most=most)) <= most
    }
    return min(
        near,
        key=lambda other: (
            near[other],
            -sum(articles.frequency(field, other) for field in _FIELDS),
            other,
        ),
        default=None,
    )
