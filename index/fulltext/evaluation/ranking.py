"""Documents in order: the best, the newest or the oldest first."""

from __future__ import annotations

from functools import cached_property
from typing import Final, Literal

import numpy as np

from index.fulltext.documents import quote_key
from index.fulltext.evaluation.scoring import Answer
from index.fulltext.evaluation.space import Numbers, Pair, Space
from index.fulltext.schema import UNDATED

Sort = Literal["relevance", "date", "-date"]

_TIE: Final = 1e4
"""Scores that are shown alike, with four digits behind the point, are a tie."""
_HALF: Final = 32


class Calendar:
    """Where each article stands when all are in order of date; by id within a day.

    `newest` counts from the newest article on, `oldest` from the oldest; in both those without
    a date come last.
    """

    def __init__(self, articles: Space) -> None:
        self._days = articles.column("date").astype(np.int64)
        self._articles = articles

    @cached_property
    def newest(self) -> Numbers:
        return self._places(np.where(self._days == UNDATED, 1, -self._days))

    @cached_property
    def oldest(self) -> Numbers:
        return self._places(np.where(self._days == UNDATED, np.iinfo(np.int64).max, self._days))

    def _places(self, keys: Numbers) -> Numbers:
        by_id = self._articles.by_id
        order = by_id[np.argsort(keys[by_id], kind="stable")]
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        return places


class Ranked:
    """All articles that a query finds, in order.

    `count` is exact. Ids are made when they are asked for, and only as many. `bounded` names
    the wildcards for which only the most frequent words were looked at; the count is exact for
    those.
    """

    def __init__(
        self,
        found: Answer,
        articles: Space,
        calendar: Calendar,
        sort: Sort,
        bounded: tuple[str, ...] = (),
    ) -> None:
        self.found = found.docs
        self.bounded = bounded
        self._scores = found.scores
        self._ids = articles.column("id")
        self._keys = _keys(found, found.docs, calendar, sort)

    @property
    def count(self) -> int:
        """How many articles were found."""
        return len(self.found)

    def numbers(self, start: int = 0, stop: int | None = None) -> Numbers:
        """The documents from one place in the order up to, without, another."""
        return self.found[self._order(start, stop)]

    def ids_of(self, start: int = 0, stop: int | None = None) -> tuple[str, ...]:
        """The ids of the articles from one place in the order up to, without, another."""
        return tuple(map(_text, self._ids[self.numbers(start, stop)].tolist()))

    @property
    def joined_ids(self) -> str:
        """The ids of all articles in order, one after the other; they are of one length."""
        return _text(self._ids[self.numbers()].tobytes().replace(b"\0", b""))

    def scores_of(self, start: int = 0, stop: int | None = None) -> tuple[float, ...]:
        """The scores of the articles from one place in the order up to, without, another."""
        return tuple(self._scores[self._order(start, stop)].tolist())

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return self.ids_of()

    @cached_property
    def scores(self) -> tuple[float, ...]:
        return self.scores_of()

    def _order(self, start: int, stop: int | None) -> Numbers:
        stop = self.count if stop is None else min(stop, self.count)
        if stop * 8 > self.count or "_whole" in self.__dict__:
            return self._whole[start:stop]
        first = np.argpartition(self._keys, stop)[:stop]
        return first[np.argsort(self._keys[first])][start:]

    @cached_property
    def _whole(self) -> Numbers:
        return np.argsort(self._keys)


def quotes_in_order(found: Answer, pair: Pair, calendar: Calendar, sort: Sort) -> list[str]:
    """The keys of quotes, sorted like their articles and then by place."""
    docs = found.docs
    if sort == "relevance" and not found.scores.any():
        sort = "-date"
    owners = pair.owners[docs]
    if not len(docs) or not pair.articles.size:
        return []
    keys = np.where(owners < 0, np.iinfo(np.int64).max, _keys(found, owners, calendar, sort))
    named, start, end = (pair.quotes.column(name)[docs] for name in ("article", "start", "end"))
    order = np.lexsort((end, start, named, keys))
    rows = zip(named[order].tolist(), start[order].tolist(), end[order].tolist(), strict=True)
    return [quote_key(_text(article), first, last) for article, first, last in rows]


def _keys(found: Answer, articles: Numbers, calendar: Calendar, sort: Sort) -> Numbers:
    """What to sort by, a number for each that was found; `articles` are theirs."""
    places = (calendar.oldest if sort == "date" else calendar.newest)[articles]
    if sort != "relevance":
        return places
    points = np.rint(found.scores.astype(np.float64) * _TIE).astype(np.int64)
    keys: Numbers = (-points << _HALF) + places
    return keys


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
