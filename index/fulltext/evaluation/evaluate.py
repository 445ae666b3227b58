"""A query tree to the documents that it finds, node by node, each a few vector operations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from index.fulltext.engine import query
from index.fulltext.evaluation.positions import Mask, documents_of
from index.fulltext.evaluation.scoring import (
    Answer,
    Points,
    as_whoosh,
    counted,
    unscored,
    weighed,
)
from index.fulltext.evaluation.space import Numbers, Pair
from index.fulltext.evaluation.standing import Abandoned, Standing, Stop
from index.fulltext.forms import Forms
from index.fulltext.nodes import Across, Close, Days, Joined, Keyed, Lattice
from index.fulltext.patterns import raw

_NOTHING: Final = np.empty(0, np.int64)
_DENSE: Final = 16


def never() -> bool:
    """A search that is waited for to its end."""
    return False


class Evaluation:
    """Answers trees about one of the two indexes of a pair.

    A node that it does not know is answered by the node's own Whoosh matcher. `stop` is asked
    between nodes; where it says so `Abandoned` is raised.
    """

    def __init__(self, pair: Pair, *, of_quotes: bool = False, stop: Stop = never) -> None:
        self._pair = pair
        self._of_quotes = of_quotes
        self._space = pair.quotes if of_quotes else pair.articles
        self._stop = stop
        self._standing = Standing(self._space, stop)
        self._known: dict[type, Callable[[Any], Answer]] = {
            Across: self._across,
            Close: self._counts,
            Days: self._days,
            Forms: self._counts,
            Joined: self._joined,
            Keyed: self._keyed,
            Lattice: self._counts,
            query.And: self._and,
            query.AndMaybe: self._and_maybe,
            query.AndNot: self._and_not,
            query.ConstantScoreQuery: self._constant,
            query.Every: self._every,
            query.FuzzyTerm: self._multi,
            query.Not: self._not,
            query.Or: self._or,
            query.Phrase: self._phrase,
            query.Prefix: self._multi,
            query.Term: self._term,
            query.Wildcard: self._multi,
            type(query.NullQuery): self._nothing,
        }

    def answer(self, node: Any) -> Answer:
        """The documents that a tree finds, deleted ones never among them, with their scores."""
        if self._stop():
            raise Abandoned("The search was abandoned.")
        known = self._known.get(type(node), self._by_matcher)
        return known(node)

    # What people type.

    def _across(self, node: Across) -> Answer:
        return weighed(
            self._space,
            [
                (part.fieldname, weighting, self._counts(part))
                for part, weighting in zip(node.subqueries, node.weightings, strict=True)
            ],
        )

    def _counts(self, node: Any) -> Answer:
        """In which documents a thing stands, and how often."""
        if isinstance(node, Forms):
            return counted(self._space, self._space.held(node.fieldname, node.slots))
        docs, counts = self._standing.counts(node)
        return Answer(docs, counts.astype(np.float32))

    def _days(self, node: Days) -> Answer:
        days = self._space.column("date")
        return unscored(self._living((days >= node.first) & (days <= node.last)))

    def _keyed(self, node: Keyed) -> Answer:
        found = np.zeros(self._space.size, np.bool_)
        keys = {raw(key) for key in node.keys}
        for base, field in self._space.fields(node.fieldname):
            part = found[base:]
            if len(keys) * _DENSE > field.size:
                at = [n for n, term in enumerate(field.terms(0, field.size)) if term in keys]
            else:
                at = [n for n in map(field.find, keys) if n >= 0]
            for n in at:
                part[field.docs[field.posting_starts[n] : field.posting_starts[n + 1]]] = True
        return unscored(self._living(found))

    def _joined(self, node: Joined) -> Answer:
        owners = self._pair.owners
        other = Evaluation(self._pair, of_quotes=not self._of_quotes, stop=self._stop)
        docs, scores = other.answer(node.child)
        if self._of_quotes:
            points, found = self._dense(docs, scores, self._pair.articles.size)
            ours = self._living((owners >= 0) & found[owners])
            return Answer(ours, points[owners[ours]])
        theirs = owners[docs]
        docs, scores = theirs[theirs >= 0], scores[theirs >= 0]
        best = np.zeros(self._space.size, np.float32)
        found = np.zeros(self._space.size, np.bool_)
        np.maximum.at(best, docs, scores)
        found[docs] = True
        ours = np.flatnonzero(found)
        return Answer(ours, best[ours])

    # Whoosh's own nodes.

    def _nothing(self, _: Any) -> Answer:
        return unscored(_NOTHING)

    def _term(self, node: Any) -> Answer:
        text = node.text if isinstance(node.text, bytes) else raw(str(node.text))
        return as_whoosh(self._space, node.fieldname, text, node.boost)

    def _multi(self, node: Any) -> Answer:
        if isinstance(node, query.Prefix | query.Wildcard) and node.text in ("", "*"):
            return self._every(query.Every(node.fieldname, boost=node.boost))
        leaves = [leaf for leaf, _ in self._space.leaf_searchers()]
        texts = {text for leaf in leaves for text in node._btexts(leaf.reader())}
        found = self._or(query.Or([query.Term(node.fieldname, text) for text in sorted(texts)]))
        if node.constantscore and len(texts) > 1:
            return unscored(found.docs, node.boost)
        return found if len(texts) == 1 else _times(found, node.boost)

    def _phrase(self, node: Any) -> Answer:
        terms = [self._term(query.Term(node.fieldname, word)) for word in node.words]
        together = self._meet(terms)
        wanted = np.zeros(self._space.size, np.bool_)
        wanted[together.docs] = True
        ends = self._standing.in_order(node.fieldname, node.words, node.slop, wanted)
        return _times(self._narrowed(together, documents_of(ends)), node.boost)

    def _every(self, node: Any) -> Answer:
        if node.fieldname is None:
            return unscored(self._space.everything, node.boost)
        found = np.zeros(self._space.size, np.bool_)
        for base, field in self._space.fields(node.fieldname):
            found[base:][field.docs] = True
        return unscored(self._living(found), node.boost)

    def _constant(self, node: Any) -> Answer:
        return unscored(self.answer(node.child).docs, node.score)

    def _not(self, node: Any) -> Answer:
        found = np.ones(self._space.size, np.bool_)
        found[self.answer(node.query).docs] = False
        return unscored(self._living(found), 1.0)

    def _and(self, node: Any) -> Answer:
        answers = [self.answer(part) for part in node.subqueries]
        if len(answers) < 2:
            return answers[0] if answers else unscored(_NOTHING)
        return _times(self._meet(answers), node.boost)

    def _and_not(self, node: Any) -> Answer:
        left, right = self.answer(node.a), self.answer(node.b)
        gone = np.zeros(self._space.size, np.bool_)
        gone[right.docs] = True
        kept = ~gone[left.docs]
        return Answer(left.docs[kept], left.scores[kept])

    def _and_maybe(self, node: Any) -> Answer:
        left, right = self.answer(node.a), self.answer(node.b)
        points, _ = self._dense(right.docs, right.scores)
        return Answer(left.docs, left.scores + points[left.docs])

    def _or(self, node: Any) -> Answer:
        if getattr(node, "scale", None):
            return self._by_matcher(node)
        if len(node.subqueries) == 1:
            return self.answer(node.subqueries[0])
        points = np.zeros(self._space.size, np.float32)
        found = np.zeros(self._space.size, np.bool_)
        for part in node.subqueries:
            docs, scores = self.answer(part)
            points[docs] += scores
            found[docs] = True
        docs = np.flatnonzero(found)
        return _times(Answer(docs, points[docs]), node.boost)

    def _by_matcher(self, node: Any) -> Answer:
        """The answer of a node's own Whoosh matcher."""
        docs: list[int] = []
        scores: list[float] = []
        with self._space.whoosh:
            for leaf, base in self._space.leaf_searchers():
                matcher = node.matcher(leaf, leaf.context())
                while matcher.is_active():
                    docs.append(base + matcher.id())
                    scores.append(matcher.score())
                    matcher.next()
        found = Answer(np.array(docs, np.int64), np.array(scores, np.float32))
        return self._narrowed(found, self._space.everything)

    def _meet(self, answers: Sequence[Answer]) -> Answer:
        """What all of the answers have; scores add up."""
        smallest = min(range(len(answers)), key=lambda number: len(answers[number].docs))
        docs, scores = answers[smallest]
        for number, answer in enumerate(answers):
            if number == smallest:
                continue
            if len(docs) * _DENSE > self._space.size:
                points, found = self._dense(answer.docs, answer.scores)
                kept = found[docs]
                docs = docs[kept]
                scores = scores[kept] + points[docs]
            elif len(docs):
                at = np.searchsorted(answer.docs, docs)
                kept = answer.docs.take(at, mode="clip") == docs
                docs = docs[kept]
                scores = scores[kept] + answer.scores[at[kept]]
        return Answer(docs, scores)

    def _narrowed(self, answer: Answer, docs: Numbers) -> Answer:
        return self._meet([answer, unscored(docs)])

    def _dense(self, docs: Numbers, scores: Points, size: int | None = None) -> tuple[Points, Mask]:
        points = np.zeros(self._space.size if size is None else size, np.float32)
        found = np.zeros(len(points), np.bool_)
        points[docs] = scores
        found[docs] = True
        return points, found

    def _living(self, found: Mask) -> Numbers:
        return np.flatnonzero(found if self._space.live is None else found & self._space.live)


def _times(answer: Answer, boost: float) -> Answer:
    return answer if boost == 1.0 else Answer(answer.docs, answer.scores * np.float32(boost))
