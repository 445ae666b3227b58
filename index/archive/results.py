"""What a query found, held so that many results cost little until they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import Final, TypeVar, overload

from index.store.articles import ID_LENGTH

Part = TypeVar("Part")

FIRST: Final = 200
"""Results that may be looked at before all of them are put in order."""


class Lazy(Sequence[Part]):
    """So many things in order, `part` of them made when they are asked for."""

    def __init__(self, count: int, part: Callable[[int, int], Sequence[Part]]) -> None:
        self._count = count
        self._part = part

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Part: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Part]: ...
    def __getitem__(self, at: int | slice) -> Part | Sequence[Part]:
        places = range(self._count)[at]
        if isinstance(places, int):
            return self._part(places, places + 1)[0]
        if places.step == 1:
            return list(self._part(places.start, places.stop)) if places else []
        return [self._part(place, place + 1)[0] for place in places]

    def __iter__(self) -> Iterator[Part]:
        return iter(self._part(0, self._count))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class Ids(Lazy[str]):
    """The ids of articles in order, each cut out of one string when it is asked for.

    Thirty thousand of them cost one object of 360 kB, and no time. All are of one length,
    shorter ones filled up with U+0000. With `part`, which gives the first of them without the
    others, even the string is made only when more are asked for, or the place of one.
    """

    def __init__(
        self,
        count: int,
        joined: Callable[[], str],
        part: Callable[[int, int], Sequence[str]] | None = None,
    ) -> None:
        super().__init__(count, self._some)
        self._make = joined
        self._first = part

    @classmethod
    def of(cls, ids: Sequence[str]) -> Ids:
        joined = "".join(ids)
        return cls(len(ids), lambda: joined)

    def __contains__(self, article: object) -> bool:
        return isinstance(article, str) and self._find(article) >= 0

    def index(self, article: str, start: int = 0, stop: int | None = None) -> int:
        """The place of an id. Raises `ValueError` where it is not."""
        place = self._find(article, start)
        if place < 0 or (stop is not None and place >= stop):
            raise ValueError(f"{article} is not among them")
        return place

    @cached_property
    def _joined(self) -> str:
        return self._make()

    def _some(self, start: int, stop: int) -> Sequence[str]:
        if self._first is None or stop > FIRST or "_joined" in self.__dict__:
            return self._cut(start, stop)
        return self._first(start, stop)

    def _cut(self, start: int, stop: int) -> list[str]:
        joined, length = self._joined, self._length
        return [
            joined[at : at + length].rstrip("\0")
            for at in range(start * length, stop * length, length)
        ]

    @property
    def _length(self) -> int:
        return len(self._joined) // self._count if self._count else ID_LENGTH

    def _find(self, article: str, start: int = 0) -> int:
        length = self._length
        wanted = article.ljust(length, "\0")
        if len(wanted) != length or not article:
            return -1
        at = self._joined.find(wanted, start * length)
        # Digits of two neighbours may read like an id, too.
        while at % length and at >= 0:
            at = self._joined.find(wanted, at + 1)
        return at // length


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found: all ids in order, and how the query was understood, on one line.

    `scores` stand in the order of `ids`, and are empty where nothing was asked. `typing` tells
    that the last word was taken for one that may go on. `suggestion` is a query of words that
    are known, where this one finds nothing.
    """

    query: str
    understood: str
    ids: Sequence[str]
    scores: Sequence[float] = ()
    typing: bool = False
    suggestion: str | None = None

    @property
    def count(self) -> int:
        """How many articles there are; exact."""
        return len(self.ids)
