"""Small indexes of articles made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from index.article import Fact, Furniture, NewsForm, Span
from index.fulltext import SCHEMA, ArticleDoc, Index, QuoteDoc, Ranked, Searcher, Stamp
from index.query import Query, parse
from index.text import canonical

TODAY = date(2012, 6, 22)
STAMP = Stamp("3f0c", SCHEMA, 0)


@dataclass(frozen=True)
class Names:
    """Who goes by which name, who stands in which article, what was kept from which."""

    ids: Mapping[str, frozenset[int]] = field(default_factory=dict)
    standing: Mapping[int, frozenset[str]] = field(default_factory=dict)
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def actors(self, name: str) -> frozenset[int]:
        return self.ids.get(name, frozenset())

    def called(self, name: str) -> frozenset[int]:
        return self.actors(name)

    def tagged(self, tag: str, *, whole: bool = False) -> set[str]:
        meant = [each for each in self.tags if each == tag or (tag in each and not whole)]
        return {article for each in meant for article in self.tags[each]}

    def articles_with(self, actors: frozenset[int]) -> set[str]:
        return {article for actor in actors for article in self.standing.get(actor, ())}


NOBODY = Names()


def article(
    identity: str,
    body: str,
    *,
    headline: str | None = None,
    title: str | None = None,
    day: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    place: str | None = None,
    language: str | None = None,
    files: Sequence[str] = (),
    furniture: Mapping[str, str] | None = None,
) -> ArticleDoc:
    """An article whose headline, if any, stands above its body.

    `title` is a title that stands nowhere; `furniture` gives words of the body and what they are.
    """
    text = canonical(f"{headline}\n\n{body}" if headline else body)
    pieces = [
        Furniture(text.index(words), text.index(words) + len(words), what)
        for words, what in (furniture or {}).items()
    ]
    name = headline or title
    form = NewsForm(
        title=Fact(name, "stated" if headline else "inferred") if name else Fact(None),
        date=Fact(day, "stated") if day else Fact(None),
        outlet=Fact(outlet, "stated") if outlet else Fact(None),
        agency=Fact(agency, "stated") if agency else Fact(None),
        dateline=Fact(place, "stated") if place else Fact(None),
        language=Fact(language, "inferred") if language else Fact(None),
        headline=(0, len(canonical(headline))) if headline else None,
        furniture=tuple(pieces),
    )
    return ArticleDoc(identity, text, form, tuple(files))


def asked(query: str) -> Query:
    return parse(query, today=TODAY)


@dataclass
class Corpus:
    """An index and the articles in it."""

    index: Index
    articles: dict[str, ArticleDoc]
    searcher: Searcher

    def find(self, query: str, names: Names = NOBODY, *, typing: bool = False) -> set[str]:
        return set(self.searcher.search(asked(query), names, typing=typing).ids)

    def ranked(self, query: str, *, sort: str = "relevance") -> Ranked:
        assert sort in ("relevance", "date", "-date")
        return self.searcher.search(asked(query), NOBODY, sort=sort)  # type: ignore[arg-type]

    def hits(self, query: str, identity: str = "a", *, typing: bool = False) -> list[str]:
        """The words of each hit in one article."""
        text = self.articles[identity].text
        return [text[start:end] for start, end in self.spans(query, identity, typing=typing)]

    def spans(self, query: str, identity: str = "a", *, typing: bool = False) -> list[Span]:
        doc = self.articles[identity]
        return self.searcher.matches(asked(query), doc.text, doc.form, typing=typing)


def corpus(folder: Path, *articles: ArticleDoc) -> Corpus:
    index = Index.create(folder / "index", stamp=STAMP)
    index.apply(articles)
    return Corpus(index, {each.id: each for each in articles}, index.searcher())


def quote(
    text: str,
    words: str,
    *,
    kind: str = "direct",
    speaker: int | None = None,
    about: tuple[int, ...] = (),
) -> QuoteDoc:
    """A quote of these words of a text."""
    start = text.index(words)
    return QuoteDoc(start, start + len(words), words, kind, speaker, about)  # type: ignore[arg-type]
