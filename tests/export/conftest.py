"""A passage of an article, with as little or as much known of the article as a test says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article, Cited, Fact, NewsForm, Passage, Quote, QuoteKind

MakeCited = Callable[..., Cited]

BEFORE = "Foreign Minister Sergei Lavrov said on Tuesday, as he had before: "
AFTER = " He then left for a meeting in Beijing, and took no questions."


def make_cited(
    exact: str,
    *,
    paragraph: int | None = 4,
    quotes: tuple[Quote, ...] = (),
    note: str = "",
    tags: tuple[str, ...] = (),
    files: tuple[str, ...] = ("/archive/2012/syria plan.txt",),
    source_changed: bool = False,
    **facts: Fact[str | None] | Fact[tuple[str, ...]],
) -> Cited:
    """The words `exact`, cited from a text in which something stands before and after them."""
    text_sha256 = hashlib.sha256(
        (BEFORE + exact + AFTER).encode("utf-8", "surrogatepass")
    ).hexdigest()
    file_sha256 = hashlib.sha256(b"file").hexdigest()
    passage = Passage(
        article="0123456789ab",
        start=len(BEFORE),
        end=len(BEFORE) + len(exact),
        exact=exact,
        prefix=BEFORE[-32:],
        suffix=AFTER[:32],
        paragraph=paragraph,
        text_sha256=text_sha256,
        file_sha256=file_sha256,
        note=note,
        tags=tags,
        source_changed=source_changed,
    )
    article = Article(
        id="0123456789ab",
        files=files,
        item=0,
        file_sha256=file_sha256,
        text_sha256=text_sha256,
        text_rules=1,
        version_of=None,
        form=NewsForm(**facts),  # type: ignore[arg-type]
        words=100,
        extracted=True,
    )
    return Cited(passage, article, quotes)


def said(
    exact: str,
    words: str,
    kind: QuoteKind,
    speaker: str | None,
    *verbatim: str,
    confidence: float = 1.0,
) -> Quote:
    """A quote of `words` in a passage that `make_cited(exact)` makes."""
    text = BEFORE + exact + AFTER

    def span(piece: str) -> tuple[int, int]:
        start = text.index(piece, text.index(words))
        return start, start + len(piece)

    start, end = span(words)
    spans = tuple(map(span, verbatim))
    return Quote(start, end, kind, words, spans, speaker, confidence=confidence)


@pytest.fixture(scope="session")
def cited() -> MakeCited:
    return make_cited


@pytest.fixture(scope="session")
def seed() -> Cited:
    """A paragraph of a real article, with its metadata as a reader would state them."""
    from index.config import shipped

    file = next(iter(sorted(shipped("seeds").glob("001_*.txt"))), Path())
    paragraph = file.read_text(encoding="utf-8").split("\n\n")[2]
    return make_cited(
        paragraph,
        files=(str(file),),
        quotes=(said(paragraph, paragraph, "indirect", "Vladimir Putin"),),
        title=Fact("Putin, Hu Urge Support for Syria Peace Plan", "stated"),
        outlet=Fact("The Moscow Times", "stated"),
        agency=Fact("Reuters", "stated"),
        date=Fact("2012-06-05", "inferred", "from the photo caption"),
        byline=Fact(("Gleb Bryanski", "Chris Buckley"), "stated"),
    )
