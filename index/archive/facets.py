"""What the articles of a search have in common, with the clauses that narrow it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal

from index.article import language_name
from index.store import names
from index.text import fold, fold_name, one_line

if TYPE_CHECKING:
    from index.fulltext.facets import Facets, Found

FacetField = Literal["outlet", "year", "month", "speaker", "actor", "place", "language"]

_NAMESAKES: Final = 2
"""How many actors are looked at for one value: some may turn out to share a name."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, how many of the articles have it, and the clause that narrows a query to them."""

    text: str
    count: int
    clause: str

    def to_json(self) -> dict[str, object]:
        return {"text": self.text, "count": self.count, "clause": self.clause}


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of one field: the most frequent first, but years and months newest first."""

    field: FacetField
    title: str
    values: tuple[FacetValue, ...]


def count_facets(
    connection: sqlite3.Connection, facets: Facets, found: Found, most: int
) -> tuple[Facet, ...]:
    """The facets of the articles that were found, with at most so many values each.

    A value that no query can hold, because there is a quotation mark or a star in it, is left out.
    """
    return (
        Facet("outlet", "Outlet", _whole("outlet", facets.values("published", found), most)),
        Facet("year", "Year", _dated(facets.years(found), str, most)),
        Facet("month", "Month", _dated(facets.months(found), _month, most)),
        Facet("speaker", "Speaker", _named(connection, facets, "speaker", found, most)),
        Facet("actor", "Actor", _named(connection, facets, "actor", found, most)),
        Facet("place", "Place", _whole("place", facets.values("datelined", found), most)),
        *_languages(facets.values("language", found), most),
    )


def _languages(counted: list[tuple[str, int]], most: int) -> tuple[Facet, ...]:
    """Languages by name, where there is more than the one."""
    named = [(language_name(code), count) for code, count in counted]
    values = _whole("language", named, most) if len(named) > 1 else ()
    return (Facet("language", "Language", values),) if values else ()


def _whole(
    field: FacetField, counted: Iterable[tuple[str, int]], most: int
) -> tuple[FacetValue, ...]:
    alike: dict[str, tuple[str, int]] = {}
    # Spellings that are one value to a query are one here, shown as it is written most often.
    for text, count in sorted(counted, key=lambda value: (-value[1], value[0])):
        shown, known = alike.get(fold_name(text), (text, 0))
        alike[fold_name(text)] = shown, known + count
    values = sorted(alike.values(), key=lambda value: (-value[1], value[0]))
    clauses = ((text, count, _clause(field, text)) for text, count in values)
    return tuple(
        islice((FacetValue(text, count, clause) for text, count, clause in clauses if clause), most)
    )


def _dated(
    counted: list[tuple[int, int]], shown: Callable[[int], str], most: int
) -> tuple[FacetValue, ...]:
    frequent = sorted(counted, key=lambda value: (-value[1], -value[0]))[:most]
    return tuple(
        FacetValue(shown(day), count, f"date:{shown(day)}")
        for day, count in sorted(frequent, reverse=True)
    )


def _month(number: int) -> str:
    return f"{number // 100:04}-{number % 100:02}"


def _named(
    connection: sqlite3.Connection,
    facets: Facets,
    field: Literal["speaker", "actor"],
    found: Found,
    most: int,
) -> tuple[FacetValue, ...]:
    """Actors by name: all that are shown by one name are one value, as they are to a query."""
    indexed: Literal["speakers", "actors"] = "speakers" if field == "speaker" else "actors"
    frequent = facets.most_frequent(indexed, found, most * _NAMESAKES)
    known = names.names_of(connection, frequent)
    shown: dict[str, str] = {}
    for actor in frequent:
        if actor in known:
            shown.setdefault(fold_name(known[actor]), one_line(known[actor]))
    return _whole(
        field,
        [
            (name, facets.articles_of(indexed, names.called(connection, name), found))
            for name in shown.values()
        ],
        most,
    )


def _clause(field: FacetField, text: str) -> str | None:
    """The clause for a whole value; None for one that a query cannot hold."""
    return (
        None
        if set(fold(text)) & set('"*?') or not fold_name(text).strip()
        else f'{field}:="{text}"'
    )
