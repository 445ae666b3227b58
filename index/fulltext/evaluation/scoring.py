"""How well a document answers: BM25F, ours over several fields, and Whoosh's own over one.

**Ours**, for `Across` (all words and phrases that a person types), after Robertson, Zaragoza and
Taylor, "Simple BM25 extension to multiple weighted fields" (2004): the weight of a thing in a
document is summed over the fields before it is saturated,

    weight = Σ boost(field) · count(field) / (1 - b(field) + b(field) · length / average length)
    score  = log(1 + (N - n + 0.5) / (n + 0.5)) · weight · (k + 1) / (weight + k),   k = 1.2

where N is the number of documents, n of those that have it in any of the fields. All forms of a
word are one thing: the form that was typed counts 1, another 0.7, and a word of the lede counts
twice. A phrase and words near each other count how often they stand so.

**Whoosh's**, for its own `Term` and what is made of terms: the same saturation with b = 0.75 and
k = 1.2 field by field, and its own rareness, log(N / (n + 1)) + 1, deleted documents still
counted in both. So a tree of Whoosh's own nodes has here the scores that Whoosh's own matchers
give it, up to rounding: what is equal are documents, order and score; what is ours are the
scores of `Across`, and that nodes which only tell whether (`Keyed`, `Days`, `Joined` from
articles) score nothing.
"""

from __future__ import annotations

from math import log
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.evaluation.positions import begins
from index.fulltext.evaluation.space import Held, Numbers, Space
from index.fulltext.nodes import Weighting

Points = NDArray[np.float32]

OTHER_FORM: Final = 0.7
"""What "plans" counts for someone who typed "plan"."""

_OTHER: Final = np.float32(OTHER_FORM)
_SATURATION: Final = 1.2
_BY_LENGTH: Final = 0.75

_SPARSE: Final = 16
"""Documents are added up one by one where less than one in so many is concerned."""

_NOTHING: Final = np.empty(0, np.int64)
_NO_POINTS: Final = np.empty(0, np.float32)


class Answer(NamedTuple):
    """The documents that a node finds, rising, and the score of each."""

    docs: Numbers
    scores: Points


def unscored(docs: Numbers, score: float = 0.0) -> Answer:
    """Documents that are all alike."""
    return Answer(docs, np.full(len(docs), score, np.float32))


def counted(space: Space, held: tuple[Held, ...]) -> Answer:
    """How often words stand in each document that has one of them: other forms count less."""
    parts: list[Answer] = []
    for base, arrays, chosen in held:
        at = chosen.postings(arrays)
        part = Answer(arrays.docs[at].astype(np.int64), arrays.weights[at] * _OTHER)
        if chosen.size > 1 and len(part.docs) * _SPARSE > len(arrays.lengths):
            points = np.bincount(*part, len(arrays.lengths)).astype(np.float32)
            docs = np.flatnonzero(points > 0)
            part = Answer(docs, points[docs])
        parts.append(Answer(part.docs + base, part.scores))
        if chosen.typed >= 0:
            low, high = arrays.posting_starts[chosen.typed : chosen.typed + 2]
            docs = arrays.docs[low:high].astype(np.int64) + base
            parts.append(Answer(docs, arrays.weights[low:high] * (1 - _OTHER)))
    return _living(space, summed(parts, space.size))


def summed(parts: list[Answer], size: int) -> Answer:
    """Scores added up by document; none is zero, and documents need not be in order."""
    docs = np.concatenate([part.docs for part in parts] or [_NOTHING])
    scores = np.concatenate([part.scores for part in parts] or [_NO_POINTS])
    if len(docs) * _SPARSE > size:
        total = np.bincount(docs, scores, size)
        docs = np.flatnonzero(total > 0)
        return Answer(docs, total[docs].astype(np.float32))
    order = np.argsort(docs, kind="stable")
    docs = docs[order]
    first = np.flatnonzero(begins(docs))
    if not len(docs):
        return Answer(docs, scores)
    return Answer(docs[first], np.add.reduceat(scores[order], first).astype(np.float32))


def weighed(space: Space, found: list[tuple[str, Weighting, Answer]]) -> Answer:
    """The scores of one thing that was counted in several fields."""
    weights = [
        Answer(
            docs,
            counts * space.share(field, weighting.by_length)[docs] * np.float32(weighting.boost),
        )
        for field, weighting, (docs, counts) in found
        if len(docs)
    ]
    docs, weight = weights[0] if len(weights) == 1 else summed(weights, space.size)
    number = len(space.everything)
    rareness = log(1 + (number - len(docs) + 0.5) / (len(docs) + 0.5))
    factor = np.float32(rareness * (_SATURATION + 1))
    return Answer(docs, weight / (weight + np.float32(_SATURATION)) * factor)


def as_whoosh(space: Space, field: str, term: bytes, boost: float) -> Answer:
    """One term of a field, with the scores that Whoosh's own BM25F gives."""
    fields = [(base, arrays, arrays.find(term)) for base, arrays in space.fields(field)]
    blocks = [(base, arrays.block(at)) for base, arrays, at in fields if at >= 0]
    if not blocks:
        return unscored(_NOTHING)
    docs = np.concatenate([block.docs.astype(np.int64) + base for base, block in blocks])
    weights = np.concatenate([block.weights for _, block in blocks])
    if fields[0][1].is_worded:
        rareness = log(space.size / (len(docs) + 1)) + 1
        average = space.length(field) / space.size or 1.0
        lengths = space.lengths(field)[docs]
        normal = _SATURATION * ((1 - _BY_LENGTH) + _BY_LENGTH * lengths / average)
        weights = rareness * weights * (_SATURATION + 1) / (weights + normal)
    return _living(space, Answer(docs, (weights * boost).astype(np.float32)))


def _living(space: Space, answer: Answer) -> Answer:
    if space.live is None:
        return answer
    kept = space.live[answer.docs]
    return Answer(answer.docs[kept], answer.scores[kept])
