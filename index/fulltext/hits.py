"""Where a query's words stand in one canonical text.

A text is cut into the very terms that were indexed and searched by the very patterns, so the
hits are exact, also for phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from index.article import NewsForm, Span
from index.fulltext.asked import patterns_of
from index.fulltext.documents import QuoteDoc, body_stretches
from index.fulltext.languages import abroad
from index.fulltext.nearby import find_near, has_near
from index.fulltext.quoted import hits_in_quotes
from index.fulltext.standing import Finder, without_overlap
from index.fulltext.traces import Traces, cut_out
from index.fulltext.tree import Resolver
from index.query import Query

BODY: Final = ("body",)
WITHOUT_QUOTES: Final = ("body", "said")
"""The fields whose words are looked for in a body; where no quotes are known also those said."""

_AROUND: Final = 400
"""Code points looked at for a hit that the index has; with more of them all of a text is."""


def find_matches(
    query: Query,
    text: str,
    form: NewsForm,
    *,
    typing: bool = False,
    quotes: Sequence[QuoteDoc] | None = None,
    resolve: Resolver | None = None,
    traces: Traces | None = None,
) -> list[Span]:
    """The hits of a query in one text, in order, without overlap; see `Searcher.matches`.

    With `traces` only the parts of the body are looked at where the index has hits, unless it
    counts how near they are to each other.
    """
    stretches = body_stretches(text, form)
    fields = WITHOUT_QUOTES if quotes is None else BODY
    language = abroad(form.language.value)
    in_body = finder_of(query, fields, language, typing=typing)
    few = traces is not None and len(traces.positions) * _AROUND < len(text)
    if traces is not None and few and not has_near(query.root):
        bounds = traces.bounds(len(text), len(traces.positions), in_body.reach)
        stretches = cut_out(text, stretches, [(low, high) for _, low, high in bounds])
    groups = find_asked(query, fields, text, stretches, language, typing=typing)
    if form.headline is not None:
        groups += find_asked(query, ("title",), text, [form.headline], language, typing=typing)
    if quotes:
        groups += hits_in_quotes(query.root, quotes, resolve, language)
    spans = (span for group in groups for span in group)
    return without_overlap(spans)


def find_asked(
    query: Query,
    fields: tuple[str, ...],
    text: str,
    stretches: Sequence[Span],
    language: str,
    *,
    typing: bool,
) -> list[list[Span]]:
    """For each pattern of `finder_of` the spans at which it stands as it is asked for."""
    finder = finder_of(query, fields, language, typing=typing)
    if not has_near(query.root):
        return finder.find(text, stretches)
    typed = query if typing else None
    return find_near(query.root, fields, finder, text, stretches, typed)


@lru_cache(maxsize=64)
def finder_of(query: Query, fields: tuple[str, ...], language: str, *, typing: bool) -> Finder:
    """Finds the terms that are asked of the words of an article, or of these fields.

    Each has one pattern, in the order in which they were typed. The same is asked for every row
    of a screen.
    """
    return Finder(patterns_of(query, fields, typing=typing), language)
