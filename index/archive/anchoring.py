"""Where the words of a passage stand now: in its own text, or found again in what came after it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from index.article import Passage
from index.store import articles, lineage

CONTEXT = 32
"""Code points of prefix and suffix, as W3C's TextQuoteSelector has them."""


class Place(NamedTuple):
    """A stretch of an article: code points of its present text, end exclusive."""

    article: str
    start: int
    end: int


class Anchoring:
    """Finds passages in the texts that articles have now. For one question: it remembers them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._texts: dict[str, tuple[str, str] | None] = {}

    def stands(self, passage: Passage) -> bool:
        """Whether its article still has the very text that it was taken from."""
        known = self._text(passage.article)
        return known is not None and known[0] == passage.text_sha256

    def within(self, article: str, passage: Passage) -> Place | None:
        """Where its words stand in this article; None where they do not."""
        known = self._text(article)
        if known is None:
            return None
        sha256, text = known
        if article == passage.article and sha256 == passage.text_sha256:
            return Place(article, passage.start, passage.end)
        start = anchor(text, passage)
        return None if start is None else Place(article, start, start + len(passage.exact))

    def now(self, passage: Passage) -> Place | None:
        """Where its words stand in what is current: in the newest version of its article, or in
        another article of its file, which is taken apart otherwise now. None where they are gone.

        Of an article that a person removed nothing is current: its words stand in itself.
        """
        newest = lineage.newer_version(self._connection, passage.article) or passage.article
        found = self.within(newest, passage)
        if found is not None and lineage.is_shown(self._connection, newest):
            return found
        for other in lineage.beside(self._connection, newest):
            if found := self.within(other, passage):
                return found
        return None

    def _text(self, article: str) -> tuple[str, str] | None:
        """The hash of an article's present text, and the text."""
        if article not in self._texts:
            known = articles.with_texts(self._connection, [article]).get(article)
            self._texts[article] = known and (known[0].text_sha256, known[1])
        return self._texts[article]


def anchor(text: str, passage: Passage) -> int | None:
    """Where the exact words of a passage begin in another text, None if they are not there.

    Of several places the one whose surroundings agree best, then the one nearest to the old
    place (W3C Web Annotation, 4.2.4: prefix and suffix tell equal words apart).
    """
    best: tuple[int, int, int] | None = None
    at = text.find(passage.exact)
    while at >= 0:
        before = _agreement(text[max(0, at - CONTEXT) : at][::-1], passage.prefix[::-1])
        end = at + len(passage.exact)
        after = _agreement(text[end : end + CONTEXT], passage.suffix)
        candidate = (before + after, -abs(at - passage.start), at)
        best = candidate if best is None else max(best, candidate)
        at = text.find(passage.exact, at + 1)
    return None if best is None else best[2]


def _agreement(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
