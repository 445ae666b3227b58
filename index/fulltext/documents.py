"""What is indexed: articles and quotes as values, and which stretches of a text count."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import NewsForm, QuoteKind, Span
from index.text import without

# Printed around an article to keep its readers on the site: the article is not about it.
_NOT_SEARCHED = frozenset({"pitch", "navigation", "gallery"})


@dataclass(frozen=True, slots=True)
class ArticleDoc:
    """One article as the index takes it: its canonical text, its news form, its files' paths."""

    id: str
    text: str
    form: NewsForm
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteDoc:
    """One quote: its span and words in the canonical text, its speaker and whom it is about.

    `speaker` and `about` are ids of actors; `about` are those mentioned within the quote.
    """

    start: int
    end: int
    said: str
    kind: QuoteKind
    speaker: int | None = None
    about: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteDocs:
    """What one article was read for: its quotes, and the ids of all actors it mentions.

    It takes the place of what was indexed for the article before. `language` is that of the
    article, None where it is unknown.
    """

    article: str
    quotes: tuple[QuoteDoc, ...]
    actors: tuple[int, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PreparedArticle:
    """An article ready to be written: values of the fields of `articles`, by name.

    Made by `prepare`, in another process if need be: it is pickled cheaply.
    """

    id: str
    fields: dict[str, object]


def quote_key(article: str, start: int, end: int) -> str:
    """The id of a quote, as `index.article.Quote.id` forms it."""
    return f"{article}:{start}-{end}"


def body_stretches(text: str, form: NewsForm) -> list[Span]:
    """The text without its headline and without site pitches and navigation, in order."""
    left_out = [(piece.start, piece.end) for piece in form.furniture if piece.what in _NOT_SEARCHED]
    if form.headline is not None:
        left_out.append(form.headline)
    return without(0, len(text), left_out)
