"""What a query found, held so that many results cost little until they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq
from typing import overload

from index.store.articles import ID_LENGTH


class Ids(Sequence[str]):
    """The ids of articles in order, as one string from which each is cut when it is asked for.

    Thirty thousand of them cost one object of 360 kB, and no time. All are of one length.
    """

    __slots__ = ("_joined", "_length")

    def __init__(self, joined: str = "", length: int = ID_LENGTH) -> None:
        self._joined = joined
        self._length = length

    @classmethod
    def of(cls, ids: Sequence[str]) -> Ids:
        return cls("".join(ids), len(ids[0]) if ids else ID_LENGTH)

    def __len__(self) -> int:
        return len(self._joined) // self._length

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self._at(place) for place in places]
        return self._at(places)

    def __iter__(self) -> Iterator[str]:
        return map(self._at, range(len(self)))

    def __contains__(self, article: object) -> bool:
        return isinstance(article, str) and self._find(article) >= 0

    def index(self, article: str, start: int = 0, stop: int | None = None) -> int:
        """The place of an id. Raises `ValueError` where it is not."""
        place = self._find(article, start)
        if place < 0 or (stop is not None and place >= stop):
            raise ValueError(f"{article} is not among them")
        return place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _at(self, place: int) -> str:
        return self._joined[place * self._length : (place + 1) * self._length]

    def _find(self, article: str, start: int = 0) -> int:
        if len(article) != self._length:
            return -1
        at = self._joined.find(article, start * self._length)
        # Digits of two neighbours may read like an id, too.
        while at % self._length and at >= 0:
            at = self._joined.find(article, at + 1)
        return at // self._length


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
