"""The stretches of an article that show what a query found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from index.article import NewsForm, Snippet, Span
from index.fulltext.documents import QuoteDoc, body_stretches
from index.fulltext.hits import BODY, WITHOUT_QUOTES, find_asked, finder_of
from index.fulltext.languages import abroad
from index.fulltext.quoted import hits_in_quotes
from index.fulltext.standing import Finder, inside, without_overlap
from index.fulltext.traces import Traces, cut_out
from index.fulltext.tree import Resolver
from index.newsform.layout import opening_of
from index.query import Query
from index.text import trimmed, without

_MOST_TRACES: Final = 2_000
"""Hits of one article among which the best stretch is looked for."""


_FEW: Final = 4
"""Hits of one article that are looked up where they stand; more in all that is shown."""

_Hit = tuple[int, int, int]
"""Where a hit begins and ends, and which of the query's clauses it is of."""


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
    traces: Traces | None = None,
) -> tuple[Snippet, ...]:
    """The stretches that show a query's hits best; see `Searcher.snippets`.

    With `traces` only the most promising part of the text is cut into words.
    """
    fields = WITHOUT_QUOTES if quotes is None else BODY
    language = abroad(form.language.value)
    finder = finder_of(query, fields, language, typing=typing)
    stretches = body_stretches(text, form)
    in_quotes: list[_Hit] = []
    if quotes:
        quoted = hits_in_quotes(query.root, quotes, resolve, language)
        in_quotes = [
            hit
            for hit in _hits(quoted, len(finder.patterns))
            if inside(stretches, hit[0]) is not None
        ]
    hits: list[_Hit] = []
    if finder.patterns and (traces is None or len(traces.positions)):
        looked_at = stretches
        if traces is not None:
            looked_at = _promising(finder, traces, in_quotes, text, stretches, count, width)
        hits = _hits(find_asked(query, fields, text, looked_at, language, typing=typing))
        if not hits and traces is not None:
            # What is near each other lies apart, or the index tells of another version.
            hits = _hits(find_asked(query, fields, text, stretches, language, typing=typing))
    if in_quotes or len(hits) > 1:
        hits = sorted(hits + in_quotes)
    taken = _windows(text, stretches, hits, count, width)
    if not taken and (lede := opening_of(text, form)) is not None:
        taken.append(_window(text, lede, lede[0], lede[0], width))
    spans = without_overlap((start, end) for start, end, _ in hits)
    return tuple(
        Snippet(
            text[start:end],
            start,
            end,
            tuple((a, min(b, end)) for a, b in spans if start <= a < end),
        )
        for start, end in sorted(taken)
    )


def _hits(groups: Sequence[Sequence[Span]], first: int = 0) -> list[_Hit]:
    return [(*span, clause) for clause, spans in enumerate(groups, first) for span in spans]


def _windows(
    text: str, stretches: Sequence[Span], hits: list[_Hit], count: int, width: int
) -> list[Span]:
    taken: list[Span] = []
    while hits and len(taken) < count:
        first, last = _best_cluster(hits, width)
        start, end = _window(text, inside(stretches, first) or (first, last), first, last, width)
        # Half a phrase is no hit: one that does not fit is left out of the snippet.
        if len(hits) > 1:
            end = min([end, *(a for a, b, _ in hits if first < a < end < b)])
        taken.append(trimmed(text, start, end))
        if len(taken) == count:
            break
        hits = [hit for hit in hits if not any(a < hit[1] and hit[0] < b for a, b in taken)]
        stretches = [free for stretch in stretches for free in without(*stretch, taken)]
    return taken


def _promising(
    finder: Finder,
    traces: Traces,
    quoted: list[_Hit],
    text: str,
    stretches: Sequence[Span],
    count: int,
    width: int,
) -> list[Span]:
    """The parts of the stretches in which the best snippets, and all hits in them, will lie."""
    bounds = traces.bounds(len(text), _MOST_TRACES, finder.reach)
    hits: list[_Hit] = [
        (about, about + 1, clause)
        for (about, _, _), clause in zip(bounds, traces.clauses, strict=False)
    ]
    if quoted:
        hits = sorted(hits + quoted)
    parts: list[Span] = []
    known = {about: (low, high) for about, low, high in bounds}
    while hits and len(parts) < count:
        first, last = _best_cluster(hits, width)
        low, first_high = known.get(first, (first, first))
        _, last_high = known.get(last - 1, (last, last))
        # A snippet begins before its first hit, but by all of its width only where a body ends.
        _, end = inside(stretches, low) or (low, len(text))
        start = low - (width if end - low < 2 * width else width // 2)
        parts.append((start, max(first_high + width, last_high)))
        if len(parts) == count:
            break
        hits = [hit for hit in hits if not first <= hit[0] < last]
    if len(bounds) <= _FEW:
        # Nothing stands in them but where the index says so.
        parts = [
            (max(low, start), min(high, end))
            for start, end in parts
            for _, low, high in bounds
            if low < end and high > start
        ] or parts
    return cut_out(text, stretches, parts)


def _best_cluster(hits: Sequence[_Hit], width: int) -> Span:
    """The first stretch of at most `width` with hits of the most clauses, then the most hits."""
    best, best_worth = (hits[0][0], hits[0][1]), (0, 0)
    if len(hits) == 1:
        return best
    last = 0
    counts: dict[int, int] = {}
    clauses = len({clause for _, _, clause in hits})
    for first, (start, _, clause) in enumerate(hits):
        if best_worth[0] == clauses and len(hits) - first <= best_worth[1]:
            break  # no later one can be worth more
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
