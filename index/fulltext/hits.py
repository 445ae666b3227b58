"""Where a query's words stand in one canonical text, and the snippets that show them.

Nothing here reads the index: a text is cut into the very terms that were indexed and searched
by the very patterns, so the hits are exact, also for phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from index.article import NewsForm, Snippet, Span
from index.fulltext.analysis import TAIL, tokens
from index.fulltext.documents import QuoteDoc, body_stretches
from index.fulltext.evaluation import Resolver, asked_terms, pattern_in
from index.fulltext.patterns import Pattern, Places, Slot, walk
from index.newsform.layout import lede_of
from index.query import (
    NAME_FIELDS,
    And,
    DateRange,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Query,
    Term,
    Word,
    is_quote_clause,
    split_quote_clauses,
)
from index.text import without

_Standing = dict[str, dict[int, Span]]
_LONG_TEXT = 200_000


def find_matches(
    query: Query,
    text: str,
    form: NewsForm,
    *,
    typing: bool = False,
    quotes: Sequence[QuoteDoc] | None = None,
    resolve: Resolver | None = None,
) -> list[Span]:
    """The hits of a query in one text, in order, without overlap; see `Searcher.matches`."""
    groups = _hits_by_clause(query, text, form, typing=typing, quotes=quotes, resolve=resolve)
    return _without_overlap(span for spans in groups for span in spans)


def make_snippets(
    query: Query,
    text: str,
    form: NewsForm,
    *,
    count: int,
    width: int,
    typing: bool = False,
    quotes: Sequence[QuoteDoc] | None = None,
    resolve: Resolver | None = None,
) -> tuple[Snippet, ...]:
    """The stretches that show a query's hits best; see `Searcher.snippets`."""
    groups = _hits_by_clause(query, text, form, typing=typing, quotes=quotes, resolve=resolve)
    stretches = body_stretches(text, form)
    hits = sorted(
        (start, end, clause)
        for clause, spans in enumerate(groups)
        for start, end in spans
        if _inside(stretches, start) is not None
    )
    spans = _without_overlap((start, end) for start, end, _ in hits)
    taken: list[Span] = []
    while hits and len(taken) < count:
        first, last = _best_cluster(hits, width)
        taken.append(_window(text, _inside(stretches, first) or (first, last), first, last, width))
        hits = [hit for hit in hits if not any(a < hit[1] and hit[0] < b for a, b in taken)]
        stretches = [free for stretch in stretches for free in without(*stretch, taken)]
    if not taken and (lede := lede_of(text, form)) is not None:
        taken.append(_window(text, lede, lede[0], lede[0], width))
    return tuple(
        Snippet(
            text[start:end],
            start,
            end,
            tuple((a, min(b, end)) for a, b in spans if start <= a < end),
        )
        for start, end in sorted(taken)
    )


def _hits_by_clause(
    query: Query,
    text: str,
    form: NewsForm,
    *,
    typing: bool,
    quotes: Sequence[QuoteDoc] | None,
    resolve: Resolver | None,
) -> list[list[Span]]:
    typed = query if typing else None
    groups: list[list[Span]] = []
    body = title = None
    for asked in asked_terms(query.root):
        if asked.field in (None, "body") or (asked.field == "said" and quotes is None):
            body = body or _standing_in(text, tuple(body_stretches(text, form)))
        if asked.field in (None, "title") and form.headline is not None:
            title = title or _standing_in(text, (form.headline,))
        pattern = pattern_in(asked.node, asked.field, typed)
        spans: list[Span] = []
        if asked.field in (None, "title") and title is not None:
            spans += _spans(pattern, title)
        if body is not None and (
            asked.field in (None, "body") or (asked.field == "said" and quotes is None)
        ):
            spans += _spans(pattern, body)
        groups.append(spans)
    if quotes is not None:
        for clause in _quote_clauses(query.root):
            groups.append(
                [
                    span
                    for quote in quotes
                    if _holds(clause, None, quote, resolve)
                    for span in _spans_in_quote(clause, quote)
                ]
            )
    return groups


def _quote_clauses(node: Node) -> Iterator[Node]:
    """The clauses each of which must hold in one quote, unless they are denied."""
    if isinstance(node, And):
        quoted, others = split_quote_clauses(node)
        if quoted:
            yield And(quoted) if len(quoted) > 1 else quoted[0]
        for part in others:
            yield from _quote_clauses(part)
    elif isinstance(node, Or):
        for part in node.parts:
            yield from _quote_clauses(part)
    elif isinstance(node, Field) and is_quote_clause(node):
        yield node


def _holds(node: Node, field: str | None, quote: QuoteDoc, resolve: Resolver | None) -> bool:
    """Whether a clause about quotes holds in one quote."""
    if isinstance(node, And):
        return all(_holds(part, field, quote, resolve) for part in node.parts)
    if isinstance(node, Or):
        return any(_holds(part, field, quote, resolve) for part in node.parts)
    if isinstance(node, Not):
        return not _holds(node.part, field, quote, resolve)
    if isinstance(node, Field):
        return _holds(node.part, node.name, quote, resolve)
    if isinstance(node, Everything | DateRange):
        return True
    if field in NAME_FIELDS:
        actors = resolve.actors(node.text) if resolve is not None else frozenset()
        return quote.speaker in actors if field == "speaker" else bool(actors & set(quote.about))
    if field == "kind":
        return isinstance(node, Word) and node.text == quote.kind
    return bool(_said(node, quote))


def _spans_in_quote(clause: Node, quote: QuoteDoc) -> list[Span]:
    """The words that were asked for; the whole quote when it was not asked for by its words."""
    said = [asked.node for asked in asked_terms(clause) if asked.field == "said"]
    if not said:
        return [(quote.start, quote.end)]
    return [(quote.start + a, quote.start + b) for node in said for a, b in _said(node, quote)]


def _said(node: Term, quote: QuoteDoc) -> list[Span]:
    standing = _standing_in(quote.said, ((0, len(quote.said)),))
    return _spans(pattern_in(node, "said", None), standing)


def _standing_in(text: str, stretches: tuple[Span, ...]) -> _Standing:
    """Term → position → span, for every term of the stretches."""
    return _index_of(text, stretches) if len(text) > _LONG_TEXT else _kept(text, stretches)


def _index_of(text: str, stretches: tuple[Span, ...]) -> _Standing:
    standing: _Standing = {}
    for term, position, start, end in tokens(text, stretches):
        standing.setdefault(term, {})[position] = (start, end)
    return standing


# The same few articles are asked again with every letter that is typed.
_kept = lru_cache(maxsize=64)(_index_of)


def _spans(pattern: Pattern, standing: _Standing) -> list[Span]:
    heads: dict[Slot, Places] = {}
    tails: dict[Slot, Places] = {}
    for slot in pattern.slots:
        here: dict[int, Span] = {}
        after: dict[int, Span] = {}
        for term, places in _candidates(slot, standing):
            if slot.accepts(term):
                for position, span in places.items():
                    here[position] = _wider(span, here.get(position))
            elif slot.accepts_tail(term):
                after.update(places)
        heads[slot], tails[slot] = here, after
    return [(match.start, match.end) for match in walk(pattern, heads, tails)]


def _candidates(slot: Slot, standing: _Standing) -> Iterable[tuple[str, dict[int, Span]]]:
    # All that a slot accepts begins with the same letter.
    first = (slot.text[:1], TAIL)
    return ((term, places) for term, places in standing.items() if term[:1] in first)


def _wider(span: Span, known: Span | None) -> Span:
    return span if known is None else (min(span[0], known[0]), max(span[1], known[1]))


def _without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Spans in order of place; those that overlap become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _inside(stretches: Sequence[Span], at: int) -> Span | None:
    return next((stretch for stretch in stretches if stretch[0] <= at < stretch[1]), None)


def _best_cluster(hits: Sequence[tuple[int, int, int]], width: int) -> Span:
    """The first stretch of at most `width` with hits of the most clauses, then the most hits."""
    best, best_worth = (hits[0][0], hits[0][1]), (0, 0)
    last = 0
    counts: dict[int, int] = {}
    for first, (start, _, clause) in enumerate(hits):
        while last < len(hits) and (hits[last][1] - start <= width or last == first):
            counts[hits[last][2]] = counts.get(hits[last][2], 0) + 1
            last += 1
        worth = (len(counts), last - first)
        if worth > best_worth:
            best, best_worth = (start, hits[last - 1][1]), worth
        counts[clause] -= 1
        if not counts[clause]:
            del counts[clause]
    return best


def _window(text: str, stretch: Span, first: int, last: int, width: int) -> Span:
    """About `width` code points of a stretch around a cluster, cut at the borders of words."""
    low, high = stretch
    last = max(first, min(last, first + width, high))
    room = max(0, width - (last - first))
    blank = text.rfind("\n\n", low, first)
    paragraph = low if blank < 0 else blank + 2
    start = paragraph if first - paragraph <= room // 2 else max(low, first - room // 3)
    end = min(high, start + width)
    start = max(low, min(start, end - width))
    while start > low and start < first and not text[start - 1].isspace():
        start += 1
    while end < high and end > last and not text[end].isspace():
        end -= 1
    while start < first and text[start].isspace():
        start += 1
    while end > max(last, start + 1) and text[end - 1].isspace():
        end -= 1
    return start, end
