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
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.evaluation.positions import begins
from index.fulltext.evaluation.space import Held, Numbers, Space
from index.fulltext.nodes import Weighting

Points = NDArray[np.float32]

OTHER_FORM: Final = 0.7
"""What "plans" counts for someone who typed "plan"."""

_OTHER: Final = np.float32(OTHER_FORM)
_WHOLE: Final = np.float32(1)
_SATURATION: Final = 1.2
_BY_LENGTH: Final = 0.75

_RUNS: Final = 24
"""Of fewer terms than this the postings are taken term by term."""

_SPARSE: Final = 16
"""Documents are added up one by one where less than one in so many is concerned."""

_NOTHING: Final = np.empty(0, np.int64)


class Answer(NamedTuple):
    """The documents that a node finds, rising, and the score of each."""

    docs: Numbers
    scores: Points


def unscored(docs: Numbers, score: float = 0.0) -> Answer:
    """Documents that are all alike."""
    return Answer(docs, np.full(len(docs), score, np.float32))


def counted(space: Space, held: tuple[Held, ...]) -> Answer:
    """How often words stand in each document that has one of them: other forms count less."""
    docs: list[NDArray[Any]] = []
    weights: list[NDArray[Any]] = []
    bases: list[int] = []
    factors: list[np.float32] = []
    for base, arrays, chosen in held:
        runs = chosen.runs if len(chosen.others) < _RUNS else []
        starts = arrays.posting_starts.data
        slices = [(starts[first], starts[last]) for first, last in runs]
        often = sum(high - low for low, high in slices)
        if chosen.size > 1 and (not runs or often * _SPARSE > len(arrays.lengths)):
            at = chosen.postings(arrays)
            points = np.bincount(arrays.docs[at], arrays.weights[at] * _OTHER, len(arrays.lengths))
            having = np.flatnonzero(points > 0)
            docs.append(having)
            weights.append(points[having].astype(np.float32))
            bases.append(base)
            factors.append(_WHOLE)
            slices = []
        typed = chosen.typed
        if typed >= 0:
            slices.append((starts[typed], starts[typed + 1]))
        for low, high in slices:
            docs.append(arrays.docs[low:high])
            weights.append(arrays.weights[low:high])
            bases.append(base)
            factors.append(_OTHER)
        if typed >= 0:
            factors[-1] = _WHOLE - _OTHER
    if not docs:
        return unscored(_NOTHING)
    # Many short lists, as every segment has some: what can be done to all at once is.
    counts = [len(each) for each in docs]
    numbers = np.concatenate(docs, dtype=np.int64, casting="unsafe")
    numbers += np.repeat(bases, counts)
    scores = np.concatenate(weights, dtype=np.float32) * np.repeat(factors, counts)
    return _living(space, summed(numbers, scores, space.size))


def summed(docs: Numbers, scores: Points, size: int) -> Answer:
    """Scores added up by document; none is zero, and documents need not be in order."""
    if len(docs) * _SPARSE > size:
        total = np.bincount(docs, scores, size)
        docs = np.flatnonzero(total > 0)
        return Answer(docs, total[docs].astype(np.float32))
    if not len(docs):
        return Answer(docs, scores)
    order = docs.argsort(kind="stable")
    docs = docs[order]
    first = begins(docs).nonzero()[0]
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
    if not weights:
        return unscored(_NOTHING)
    docs, weight = weights[0]
    if len(weights) > 1:
        docs = np.concatenate([each.docs for each in weights])
        docs, weight = summed(docs, np.concatenate([each.scores for each in weights]), space.size)
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
