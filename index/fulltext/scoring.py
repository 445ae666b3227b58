"""How well an article answers one word or phrase: BM25 over several fields (BM25F).

After Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004):
the weights of a term in all fields are added up, each normalised by the field's length, before
the sum is saturated; rareness counts the documents that have the term in any of the fields.
"""

from __future__ import annotations

from math import log
from typing import Final, NamedTuple

from index.fulltext.patterns import Pattern, Places, Slot, walk
from index.fulltext.postings import Postings

Scores = dict[int, float]
"""Document → score; a document that a query does not find is not in it."""

_SATURATION: Final = 1.2
_OTHER_FORM: Final = 0.7
"""What "plans" counts for someone who typed "plan"."""


class Weighting(NamedTuple):
    """How much a word counts in a field, and how much the field's length takes away."""

    boost: float
    by_length: float


WORDS_OF_ARTICLE: Final = {"title": Weighting(3.0, 0.4), "body": Weighting(1.0, 0.75)}
"""Unfielded words: a headline says what an article is about."""

ONE_FIELD: Final = Weighting(1.0, 0.75)


def score(pattern: Pattern, fields: dict[str, Weighting], postings: Postings) -> Scores:
    """The documents in which a pattern stands in any of the fields, with their scores."""
    total: Scores = {}
    for field, weighting in fields.items():
        average = postings.average_length(field)
        for document, weight in _weights(pattern, field, postings).items():
            length = postings.length(document, field) / average
            normal = 1 - weighting.by_length + weighting.by_length * length
            total[document] = total.get(document, 0.0) + weighting.boost * weight / normal
    found = len(total)
    rareness = log(1 + (postings.size - found + 0.5) / (found + 0.5))
    return {
        document: rareness * weight * (_SATURATION + 1) / (weight + _SATURATION)
        for document, weight in total.items()
    }


def _weights(pattern: Pattern, field: str, postings: Postings) -> Scores:
    """How often a pattern stands in the field of each document, the lede's words twice."""
    if pattern.is_single:
        return _single(pattern, field, postings)
    # A document is a candidate when it has terms for all edges of some path.
    having = {slot: _having(field, slot, postings) for slot in pattern.slots}
    reached: list[set[int]] = [set() for _ in range(pattern.length + 1)]
    for start, end, slot in pattern.edges:
        reached[end] |= having[slot] & reached[start] if start else having[slot]
    candidates = reached[pattern.length]
    heads, tails = {}, {}
    for slot in pattern.slots:
        heads[slot] = postings.occurrences(field, postings.terms(field, slot), candidates)
        tails[slot] = postings.occurrences(field, postings.tails(field, slot), candidates)
    nowhere: Places = {}
    found: Scores = {}
    for document in candidates:
        matches = walk(
            pattern,
            {slot: places.get(document, nowhere) for slot, places in heads.items()},
            {slot: places.get(document, nowhere) for slot, places in tails.items()},
        )
        if matches:
            found[document] = float(len(matches))
    return found


def _single(pattern: Pattern, field: str, postings: Postings) -> Scores:
    typed = {slot.text for slot in pattern.slots}
    terms = {term for slot in pattern.slots for term in postings.terms(field, slot)}
    found: Scores = {}
    for term in sorted(terms):
        share = 1.0 if term in typed else _OTHER_FORM
        for document, weight in postings.weights(field, term).items():
            found[document] = found.get(document, 0.0) + share * weight
    return found


def _having(field: str, slot: Slot, postings: Postings) -> set[int]:
    having: set[int] = set()
    for term in postings.terms(field, slot):
        having |= postings.documents(field, term)
    return having
