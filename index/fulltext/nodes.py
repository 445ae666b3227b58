"""The nodes of Whoosh's query tree that mean what Whoosh's own do not.

Each is a `whoosh.query` node: it answers `matcher(searcher)` and `docs(searcher)` by Whoosh's
own matchers and lexicons, term by term and posting by posting. `index.fulltext.evaluation`
answers the same trees with arrays; a differential test holds one against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from index.fulltext.analysis import PARAGRAPH, SENTENCE
from index.fulltext.engine import IndexReader, Searcher, matching, query, spans
from index.fulltext.forms import Forms, Tails
from index.fulltext.nearness import Reach, near, within_one, within_words
from index.fulltext.patterns import Edge, Pattern, raw

_MOST_TAILS = 3


class Weighting(NamedTuple):
    """How much a word counts in a field, and how much the field's length takes away."""

    boost: float
    by_length: float


class Keyed(query.MultiTerm):  # type: ignore[misc]
    """The documents with one of these whole values in a field; all alike, whatever the score."""

    def __init__(self, fieldname: str, keys: frozenset[str]) -> None:
        self.fieldname = fieldname
        self.keys = keys
        self.boost = 1.0

    def __repr__(self) -> str:
        return f"Keyed({self.fieldname!r}, {sorted(self.keys)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and (self.fieldname, self.keys) == (
            other.fieldname,
            other.keys,
        )

    def __hash__(self) -> int:
        return hash((self.fieldname, self.keys))

    def _btexts(self, ixreader: IndexReader) -> Iterator[bytes]:
        for key in sorted(self.keys):
            if (self.fieldname, key) in ixreader:
                yield raw(key)


class Standing(query.Query):  # type: ignore[misc]
    """A node that stands at spans of positions in one field."""

    fieldname: str
    boost = 1.0

    def stock(self) -> Any:
        """The same as a tree of Whoosh's own nodes and `Forms`."""
        raise NotImplementedError

    def estimate_size(self, ixreader: IndexReader) -> int:
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        context = context or searcher.context()
        return self.stock().matcher(searcher, context.set(needs_current=True))


class Lattice(Standing):
    """A pattern of several parts in one field: a phrase, a compound."""

    def __init__(self, fieldname: str, pattern: Pattern) -> None:
        self.fieldname = fieldname
        self.pattern = pattern

    def __repr__(self) -> str:
        return f"Lattice({self.fieldname!r}, {self.pattern!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lattice) and (self.fieldname, self.pattern) == (
            other.fieldname,
            other.pattern,
        )

    def __hash__(self) -> int:
        return hash((self.fieldname, self.pattern))

    def stock(self) -> Any:
        # Where no edge leads across a node all paths meet, and the lattice can be cut.
        cuts = [
            node
            for node in range(self.pattern.length + 1)
            if not any(edge.start < node < edge.end for edge in self.pattern.edges)
        ]
        pieces = [
            _any_of([_following([self._step(edge) for edge in path]) for path in self._paths(a, b)])
            for a, b in pairwise(cuts)
        ]
        return _following(pieces)

    def _paths(self, start: int, end: int) -> Iterator[list[Edge]]:
        if start == end:
            yield []
        for edge in self.pattern.edges:
            if edge.start == start and edge.end <= end:
                for rest in self._paths(edge.end, end):
                    yield [edge, *rest]

    def _step(self, edge: Edge) -> Any:
        head = Forms(self.fieldname, [edge.slot])
        if edge.slot.manner == "prefix":
            return head
        tail = Tails(self.fieldname, [edge.slot])
        if edge.slot.manner == "alone":
            return Uncompounded(head, _following([head, tail]))
        compounds = [_following([head] + [tail] * n) for n in range(1, _MOST_TAILS + 1)]
        return _any_of([head, *compounds])


class Close(Standing):
    """Parts that stand near each other in one field, by the rule of `index.fulltext.nearness`."""

    def __init__(
        self,
        fieldname: str,
        parts: Sequence[Any],
        distance: int | None,
        within: Literal["words", "sentence", "paragraph"],
        *,
        ordered: bool,
    ) -> None:
        self.fieldname = fieldname
        self.parts = tuple(parts)
        self.distance = distance
        self.within = within
        self.ordered = ordered

    def __repr__(self) -> str:
        return f"Close{self._key!r}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Close) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[object, ...]:
        return self.fieldname, self.parts, self.distance, self.within, self.ordered

    @property
    def boundary(self) -> str | None:
        """The term that stands where sentences or paragraphs begin, if it is about these."""
        if self.within == "words":
            return None
        return SENTENCE if self.within == "sentence" else PARAGRAPH

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        context = (context or searcher.context()).set(needs_current=True)
        matchers = [_spread(part).matcher(searcher, context) for part in self.parts]
        if not all(each.is_active() for each in matchers):
            return matching.NullMatcher()
        bounds = None
        if self.boundary is not None:
            bounds = query.Term(self.fieldname, self.boundary).matcher(searcher, context)
        return _CloseMatcher(self, matchers, bounds)


class Uncompounded(spans.SpanQuery):  # type: ignore[misc]
    """Spans of `a` at whose beginning no span of `b` begins."""

    def __init__(self, a: Any, b: Any) -> None:
        self.q = query.AndMaybe(a, b)
        self.a = a
        self.b = b

    def estimate_size(self, ixreader: IndexReader) -> int:
        return int(self.a.estimate_size(ixreader))

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        context = (context or searcher.context()).set(needs_current=True)
        return _UncompoundedMatcher(
            self.a.matcher(searcher, context), self.b.matcher(searcher, context)
        )


class Across(query.Or):  # type: ignore[misc]
    """One thing asked of several fields, which are weighed together (BM25F).

    To Whoosh's own engine this is an `Or`, which finds the same documents.
    """

    def __init__(self, parts: Sequence[Any], weightings: Sequence[Weighting]) -> None:
        super().__init__(list(parts))
        self.weightings = tuple(weightings)


class Listed(query.Query):  # type: ignore[misc]
    """Documents that are told one by one; all alike, whatever the score."""

    boost = 1.0

    def numbers(self, reader: IndexReader) -> list[int]:
        """The documents of one segment, rising, without deleted ones."""
        raise NotImplementedError

    def field(self) -> None:
        return None

    def estimate_size(self, ixreader: IndexReader) -> int:
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        return matching.ListMatcher(self.numbers(searcher.reader()))


class Days(Listed):
    """Articles of the days from `first` to `last`, as numbers (20120605), both included."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last

    def __repr__(self) -> str:
        return f"Days({self.first}, {self.last})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Days) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def numbers(self, reader: IndexReader) -> list[int]:
        days = reader.column_reader("date")
        return [n for n in reader.all_doc_ids() if self.first <= days[n] <= self.last]


class Joined(Listed):
    """Documents whose column `ours` has a value that is in column `theirs` of what `child` finds.

    `child` is asked of `other`, the other of the two indexes: articles that have a quote for
    which it holds, or quotes of the articles for which it holds.
    """

    def __init__(self, child: Any, other: IndexReader, ours: str, theirs: str) -> None:
        self.child = child
        self.other = other
        self.ours = ours
        self.theirs = theirs

    def __repr__(self) -> str:
        return f"Joined({self.child!r}, {self.ours!r}, {self.theirs!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Joined) and (self.child, self.ours) == (other.child, other.ours)

    def __hash__(self) -> int:
        return hash((self.child, self.ours))

    @cached_property
    def values(self) -> frozenset[Any]:
        """The values that the other index gives, by Whoosh's own matchers."""
        found: set[Any] = set()
        searcher = Searcher(self.other)
        for leaf, _ in searcher.leaf_searchers():
            if leaf.doc_count_all():
                column = leaf.reader().column_reader(self.theirs)
                found.update(column[number] for number in self.child.docs(leaf))
        return frozenset(found)

    def numbers(self, reader: IndexReader) -> list[int]:
        column = reader.column_reader(self.ours)
        return [number for number in reader.all_doc_ids() if column[number] in self.values]


class _CloseMatcher(spans.SpanWrappingMatcher):  # type: ignore[misc]
    def __init__(self, node: Close, matchers: list[Any], bounds: Any) -> None:
        self.node = node
        self.matchers = matchers
        self.bounds = bounds
        child = matchers[0]
        for each in matchers[1:]:
            child = matching.IntersectionMatcher(child, each)
        super().__init__(child)

    def _get_spans(self) -> list[Any]:
        parts = [
            (part, [(span.start, span.end) for span in each.spans()])
            for part, each in zip(self.node.parts, self.matchers, strict=True)
        ]
        found = near(parts, self._reach(), ordered=self.node.ordered)
        whole = {(min(a for a, _ in chosen), max(b for _, b in chosen)) for chosen in found}
        return [spans.Span(*span) for span in sorted(whole)]

    def _reach(self) -> Reach:
        if self.node.distance is not None:
            return within_words(self.node.distance)
        number, begins = self.child.id(), []
        if self.bounds.is_active() and self.bounds.id() < number:
            self.bounds.skip_to(number)
        if self.bounds.is_active() and self.bounds.id() == number:
            begins = [span.start for span in self.bounds.spans()]
        return within_one(begins)


class _UncompoundedMatcher(spans.SpanWrappingMatcher):  # type: ignore[misc]
    def __init__(self, a: Any, b: Any) -> None:
        self.a = a
        self.b = b
        super().__init__(a)

    def _get_spans(self) -> list[Any]:
        if self.b.is_active() and self.b.id() < self.a.id():
            self.b.skip_to(self.a.id())
        begins: set[int] = set()
        if self.b.is_active() and self.b.id() == self.a.id():
            begins = {span.start for span in self.b.spans()}
        return [span for span in self.a.spans() if span.start not in begins]


def _spread(part: Any) -> Any:
    """A part of nearness with its compounds' full length: the last part of one counts."""
    if isinstance(part, Forms):
        edges = tuple(Edge(0, 1, slot) for slot in part.slots)
        return Lattice(part.fieldname, Pattern(1, edges)).stock()
    if isinstance(part, query.Or):
        return query.Or([_spread(each) for each in part.subqueries])
    return part


class _InARow(spans.SpanNear2):  # type: ignore[misc]
    """Neighbours in this order. Whoosh's own node cannot tell how many documents it may find."""

    def estimate_size(self, ixreader: IndexReader) -> int:
        return int(ixreader.doc_count_all())


def _following(steps: list[Any]) -> Any:
    return steps[0] if len(steps) == 1 else _InARow(steps, slop=1, ordered=True, mindist=1)


def _any_of(nodes: list[Any]) -> Any:
    return nodes[0] if len(nodes) == 1 else query.Or(nodes)
