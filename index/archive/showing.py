"""What is shown of an article that was found: its row with a snippet, and its hits."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.article import Article, Hit, NewsForm, Reading, Snippet, Span
from index.newsform.layout import opening_of
from index.store import articles, readings

if TYPE_CHECKING:
    from index.fulltext import QuoteDoc, Resolver, Searcher
    from index.query import Node, Query

_OF_QUOTES = frozenset({"said", "speaker", "about", "kind"})


def openings(connection: sqlite3.Connection, ids: Sequence[str], width: int) -> list[Hit]:
    """The articles with these ids, each with how its body begins, in about `width` code points."""
    known = articles.with_texts(connection, ids)
    return [
        Hit(article, 0.0, _opening(text, article.form, width))
        for article, text in (known[each] for each in ids if each in known)
    ]


def hits(
    connection: sqlite3.Connection,
    searcher: Searcher,
    query: Query,
    found: Sequence[tuple[str, float]],
    *,
    width: int,
    typing: bool,
    names: Resolver,
) -> list[Hit]:
    """The articles with these ids and scores, each with the stretch that shows the query best."""
    ids = [article for article, _ in found]
    known = articles.with_texts(connection, ids)
    texts = {article: text for article, (_, text) in known.items()}
    quoted = _quotes(connection, query, texts)
    traces = searcher.traces_in(query, list(known), typing=typing)
    return [
        Hit(
            known[each][0],
            score,
            searcher.snippets(
                query,
                texts[each],
                known[each][0].form,
                width=width,
                typing=typing,
                quotes=quoted.get(each, ()),
                resolve=names,
                traces=traces.get(each),
            ),
        )
        for each, score in found
        if each in known
    ]


def matches(
    searcher: Searcher, query: Query, reading: Reading, *, typing: bool, names: Resolver
) -> tuple[Span, ...]:
    """Where a query's words and phrases stand in one article, in order of place."""
    from index.ingest.indexing import quote_docs

    mentions = [
        (start, end, actor.id or 0) for actor in reading.actors for start, end in actor.mentions
    ]
    quotes = quote_docs(reading.quotes, mentions)
    article = reading.article
    return tuple(
        searcher.matches(
            query,
            reading.text,
            article.form,
            typing=typing,
            quotes=quotes,
            resolve=names,
            traces=searcher.traces_in(query, [article.id], typing=typing).get(article.id),
        )
    )


def standing(
    connection: sqlite3.Connection,
    searcher: Searcher,
    query: Query,
    ids: Sequence[str],
    *,
    names: Resolver,
    stop: Callable[[], bool],
) -> list[tuple[Article, str, list[Span]]]:
    """The articles with these ids, each with its text and where a query's hits stand in it."""
    known = articles.with_texts(connection, ids)
    quoted = _quotes(connection, query, {each: text for each, (_, text) in known.items()})
    traces = searcher.traces_in(query, list(known), stop=stop)
    return [
        (
            article,
            text,
            searcher.matches(
                query,
                text,
                article.form,
                quotes=quoted.get(article.id, ()),
                resolve=names,
                traces=traces.get(article.id),
            ),
        )
        for article, text in (known[each] for each in ids if each in known)
    ]


def _opening(text: str, form: NewsForm, width: int) -> tuple[Snippet, ...]:
    lede = opening_of(text, form)
    if lede is None:
        return ()
    start, end = lede[0], min(lede[1], lede[0] + width)
    if end < lede[1] and " " in text[start:end]:
        end = text.rindex(" ", start, end)
    return (Snippet(text[start:end], start, end),)


def _quotes(
    connection: sqlite3.Connection, query: Query, texts: dict[str, str]
) -> dict[str, list[QuoteDoc]]:
    """The quotes of articles as the query needs them; none where it asks nothing of quotes."""
    from index.fulltext import QuoteDoc

    if not asks_of_quotes(query):
        return {}
    asked = set(_fields(query.root))
    found: dict[str, list[QuoteDoc]] = {}
    for article, rows in readings.quote_rows(connection, list(texts)).items():
        mentions = readings.mentions_of(connection, article) if "about" in asked else ()
        found[article] = [
            QuoteDoc(
                row.start,
                row.end,
                texts[article][row.start : row.end],
                row.kind,
                row.speaker,
                tuple({actor for a, b, actor in mentions if row.start <= a and b <= row.end}),
            )
            for row in rows
        ]
    return found


def asks_of_quotes(query: Query) -> bool:
    """Whether a query has a clause that is asked of a quote, wanted or denied."""
    return not _OF_QUOTES.isdisjoint(_fields(query.root))


def _fields(node: Node) -> Iterator[str]:
    """The fields that are named in a query, also those in which something is denied."""
    from index.query import And, Field, Not, Or

    if isinstance(node, Field):
        yield node.name
    for part in node.parts if isinstance(node, And | Or) else ():
        yield from _fields(part)
    if isinstance(node, Not):
        yield from _fields(node.part)
