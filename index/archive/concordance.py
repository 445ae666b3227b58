"""A concordance: one line a hit, with what stands to its left and to its right.

The context of a hit reaches no further than its paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from index.article import Article, Span
from index.text import one_line

Order = Literal["place", "left", "right"]

_REACH: Final = 120
"""Code points of context on each side; more has no room on any screen."""

_BREAK: Final = "\n\n"
_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Source:
    """The article of a line. `outlet` and `date` are None where unknown; an ISO day."""

    id: str
    title: str
    outlet: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A hit with its context, each on one line; what white space parts them is theirs.

    `start` and `end` are the hit's absolute code points.
    """

    article: Source
    left: str
    match: str
    right: str
    start: int
    end: int

    def to_json(self) -> dict[str, object]:
        return {
            "article": self.article.id,
            "title": self.article.title,
            "outlet": self.article.outlet,
            "date": self.article.date,
            "left": self.left,
            "match": self.match,
            "right": self.right,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True, slots=True)
class Concordance:
    """The hits of a query in the articles that answer it best, and how many articles those are.

    `cut` tells that there are more hits than were wanted.
    """

    lines: tuple[Line, ...]
    articles: int
    cut: bool


def gather(
    pages: Iterable[Sequence[tuple[Article, str, Sequence[Span]]]],
    *,
    order: Order,
    most: int,
    more: bool = False,
) -> Concordance:
    """The lines of articles with their texts and hits, which come a few at a time, best first.

    No further ones are asked for when there are lines enough; `more` tells that there are
    articles that will not come at all.
    """
    lines: list[Line] = []
    count = 0
    for page in pages:
        for article, text, hits in page:
            if hits and len(lines) >= most:
                return Concordance(tuple(_in_order(lines, order)), count, True)
            room = most - len(lines)
            lines += _lines(article, text, hits[:room])
            count += bool(hits)
            more = more or len(hits) > room
    return Concordance(tuple(_in_order(lines, order)), count, more)


def _lines(article: Article, text: str, hits: Sequence[Span]) -> list[Line]:
    form = article.form
    source = Source(article.id, one_line(article.title), form.outlet.value, form.date.value)
    return [
        Line(
            source,
            _folded(text[max(0, start - _REACH) : start].rpartition(_BREAK)[2]),
            one_line(text[start:end]),
            _folded(text[end : end + _REACH].partition(_BREAK)[0]),
            start,
            end,
        )
        for start, end in hits
    ]


def _folded(text: str) -> str:
    """Text on one line; the white space at its ends, which parts it from the hit, is kept."""
    return _SPACE.sub(" ", text)


def _in_order(lines: list[Line], order: Order) -> list[Line]:
    """Lines that come in order of place, sorted by their context; those alike stay so."""
    if order == "left":
        return sorted(lines, key=lambda line: _words(line.left)[::-1])
    if order == "right":
        return sorted(lines, key=lambda line: _words(line.right))
    return lines


def _words(context: str) -> list[str]:
    """The words of a context for comparing: without case and accents."""
    plain = unicodedata.normalize("NFKD", context.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _WORD.findall(bare)
