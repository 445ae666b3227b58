"""Help with words: the nearest one that articles have, and the other ways to write one."""

from __future__ import annotations

from typing import Final

from index.fulltext.analysis import tail_parts
from index.fulltext.asked import Asked, asked_terms, pattern_in
from index.fulltext.evaluation import Space
from index.fulltext.evaluation.lexicon import misspelt
from index.fulltext.patterns import Slot, raw, spelt
from index.query import Query, Word

_SHORTEST: Final = 3
_FIELDS: Final = ("body", "title")


def suggest(query: Query, articles: Space) -> str | None:
    """The query's text with each unknown word replaced by the nearest term; None without one."""
    text = query.text
    changed = False
    for asked in reversed(list(asked_terms(query.root))):
        term = _single_term(asked)
        if term is None or _is_known(term, articles):
            continue
        near = _nearest(term, articles)
        if near is None:
            return None
        text = text[: asked.node.start] + near + text[asked.node.end :]
        changed = True
    return text if changed else None


def written_forms(query: Query, articles: Space) -> dict[str, tuple[str, ...]]:
    """Words of the query that are one word as typed and a compound elsewhere."""
    found: dict[str, tuple[str, ...]] = {}
    for asked in asked_terms(query.root):
        term = _single_term(asked)
        tails = _tails_of(term, articles) if term else set()
        # Two tails may belong to one compound of three parts: no way to tell where it parts.
        tail = tail_parts(tails.pop()) if len(tails) == 1 else None
        if term and tail is not None:
            found[asked.node.text] = (f"{term[: tail[1]]}-{term[tail[1] :]}",)
    return found


def _single_term(asked: Asked) -> str | None:
    """The term of a word of one part that is looked for in the words of articles."""
    if not isinstance(asked.node, Word) or asked.field not in (None, "title", "body"):
        return None
    pattern = pattern_in(asked.node, asked.field, None)
    if asked.node.exact or pattern.length != 1 or len(pattern.slots) != 1:
        return None
    return pattern.slots[0].text


def _tails_of(joined: str, articles: Space) -> set[str]:
    return {
        spelt(held.field.term(ordinal))
        for held, ordinals in articles.tails("body", Slot("exact", joined))
        for ordinal in ordinals.tolist()
    }


def _is_known(term: str, articles: Space) -> bool:
    return any(articles.held(field, (Slot("stem", term),)) for field in _FIELDS)


def _nearest(term: str, articles: Space) -> str | None:
    """The term within one change (two for a long word) that stands in the most articles.

    A wrong first letter is rare: such a word counts only where no other is as near.
    """
    if len(term) < _SHORTEST:
        return None
    most = 1 if len(term) < 5 else 2
    near: dict[bytes, int] = {}
    often: dict[bytes, int] = {}
    for name in _FIELDS:
        for _, field in articles.fields(name):
            ordinals, off = misspelt(field, term, most)
            for ordinal, distance in zip(ordinals.tolist(), off.tolist(), strict=True):
                other = field.term(ordinal)
                near[other] = distance
                often[other] = often.get(other, 0) + int(field.frequencies[ordinal])
    first = raw(term[0])
    best = min(
        near,
        key=lambda other: (near[other], not other.startswith(first), -often[other], other),
        default=None,
    )
    return None if best is None else spelt(best)
