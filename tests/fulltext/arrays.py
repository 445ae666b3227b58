"""Small indexes of arrays, and what is in them, told without arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from index.article import Fact, NewsForm
from index.fulltext.arrays import ArrayIndex, SegmentArrays, arrays_of
from index.fulltext.documents import ArticleDoc, QuoteDoc, QuoteDocs
from index.fulltext.engine import FileStorage
from index.fulltext.schema import article_schema, prepare, quote_schema, reading_fields
from index.text import canonical

Contents = dict[Any, Any]


def article(identity: str, words: str, outlet: str | None = None) -> ArticleDoc:
    """An article whose first line, if there are two, is its headline."""
    text = canonical(words)
    headline, blank, _ = text.partition("\n\n")
    form = NewsForm(
        outlet=Fact(outlet, "stated") if outlet else Fact(None),
        title=Fact(headline, "stated") if blank else Fact(None),
        headline=(0, len(headline)) if blank else None,
    )
    return ArticleDoc(identity, text, form)


def articles_in(folder: Path) -> ArrayIndex:
    """A new, empty index of articles."""
    folder.mkdir(parents=True)
    return ArrayIndex.create(FileStorage(str(folder)), article_schema())


def quotes_in(folder: Path) -> ArrayIndex:
    """A new, empty index of quotes."""
    folder.mkdir(parents=True)
    return ArrayIndex.create(FileStorage(str(folder)), quote_schema())


def fields_of(docs: Iterable[ArticleDoc]) -> Iterator[dict[str, object]]:
    """Articles as a writer takes them."""
    return (prepare(doc).fields for doc in docs)


def readings_of(article: str, *said: str) -> Iterator[dict[str, object]]:
    """Quotes of an article by actor 7, as a writer takes them."""
    quotes = tuple(QuoteDoc(n, n + len(w), w, "direct", 7, (8,)) for n, w in enumerate(said))
    return reading_fields(QuoteDocs(article, quotes, (7, 8, 9)))


def commit(index: ArrayIndex, documents: Iterable[dict[str, object]], **options: Any) -> None:
    """Add documents in one commit."""
    writer = index.writer()
    for document in documents:
        writer.add_document(**document)
    writer.commit(**options)


def segments(index: ArrayIndex) -> list[SegmentArrays]:
    with index.reader() as reader:
        if reader.doc_count_all() == 0:
            return []
        return [arrays_of(leaf) for leaf, _ in reader.leaf_readers()]


def contents(arrays: SegmentArrays) -> Contents:
    """Everything in a segment, deleted documents among it; fields and terms in order."""
    found: Contents = {"size": arrays.size}
    for name in arrays.columns:
        found[name] = arrays.column(name).tolist()
    for name in sorted(arrays.fields):
        field = arrays.field(name)
        assert field is not None
        found[name, "lengths"] = field.lengths.tolist()
        for ordinal in range(field.size):
            found[name, field.term(ordinal)] = [part.tolist() for part in field.block(ordinal)]
        found[name, "landmarks"] = [arrays.landmarks(n, name).tolist() for n in range(arrays.size)]
    return found
