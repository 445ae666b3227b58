"""The values of a field in the archive, with how often they stand, found by their beginnings."""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from index.article import language_name
from index.store import names
from index.text import fold_name

_FACT_OF = {"outlet": "outlet", "agency": "agency", "place": "dateline", "byline": "byline"}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Values by falling count. `names` has what each goes by, folded, a line each; `starts`
    where each line begins.

    One search through one string is many times quicker than a look at each value.
    """

    values: tuple[str, ...]
    counts: array[int]
    names: str
    starts: array[int]

    @classmethod
    def of(cls, found: Iterable[tuple[str, int, str]]) -> Candidates:
        """From values, their counts and the names that each goes by, folded."""
        ordered = sorted(found)
        ordered.sort(key=itemgetter(1), reverse=True)
        lines = [f"{names}\n" for _, _, names in ordered]
        starts = array("L", accumulate(map(len, lines[:-1]), initial=0))
        counts = array("L", (count for _, count, _ in ordered))
        return cls(tuple(value for value, _, _ in ordered), counts, "".join(lines), starts)

    def beginning(self, beginning: str, one: str, many: str) -> Iterator[tuple[str, str]]:
        """The values of which a word begins so, the most frequent first, each with its count."""
        wanted = fold_name(beginning).rstrip()
        if not wanted and beginning.strip():
            return
        at = self.names.find(wanted or " ")
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield self.values[number], self._note(number, one, many)
            end = self.names.find("\n", at)
            at = self.names.find(wanted or " ", end)

    def all(self, one: str, many: str) -> Iterator[tuple[str, str]]:
        """Every value with its count."""
        for number, value in enumerate(self.values):
            yield value, self._note(number, one, many)

    def _note(self, number: int, one: str, many: str) -> str:
        count = self.counts[number]
        return f"{count:,} {one if count == 1 else many}"


def load(connection: sqlite3.Connection, field: str) -> Candidates:
    """The values of `actor`, `speaker`, `outlet`, `agency`, `place`, `byline`, `language`, `year`,
    `month`."""
    if field in ("actor", "speaker"):
        return Candidates.of(_persons(connection, field))
    if field in ("year", "month"):
        return Candidates.of(_dates(connection, 4 if field == "year" else 7))
    if field == "language":
        counted = ((language_name(code), n, code) for code, n, _ in _facts(connection, field))
        return Candidates.of((name, n, f"{fold_name(name)} {code}") for name, n, code in counted)
    return Candidates.of(_facts(connection, _FACT_OF[field]))


def _persons(connection: sqlite3.Connection, field: str) -> Iterator[tuple[str, int, str]]:
    """Actors with the number of their articles, or speakers with that of their quotes.

    Those that are shown by one name are one here: the name finds them all.
    """
    if field == "actor":
        counted = "SELECT actor, count(*) FROM appearances {} GROUP BY actor"
    else:
        counted = "SELECT speaker_id, count(*) FROM quotes {} GROUP BY speaker_id"
    counts: dict[int, int] = dict(connection.execute(counted.format("")).fetchall())
    old = "WHERE article IN (SELECT number FROM articles WHERE superseded = 1)"
    for actor, count in connection.execute(counted.format(old)).fetchall():
        counts[actor] -= count
    known: dict[int, str] = dict(
        connection.execute(
            "SELECT actor, group_concat(folded, '') FROM names GROUP BY actor"
        ).fetchall()
    )
    merged: dict[str, tuple[int, str]] = {}
    corrected = names.shown_otherwise(connection)
    for actor, name in connection.execute("SELECT id, name FROM actors").fetchall():
        count = counts.get(actor, 0)
        shown = corrected.get(actor, name)
        if count > 0 and shown is not None:
            before, folded = merged.get(shown, (0, ""))
            if not folded or actor in corrected:
                folded += known.get(actor) or fold_name(shown)
            merged[shown] = (before + count, folded)
    return ((name, count, names) for name, (count, names) in merged.items())


def _facts(connection: sqlite3.Connection, fact: str) -> Iterator[tuple[str, int, str]]:
    """A fact of the current articles; of several values in one article each."""
    counts: dict[str, int] = {}
    rows = connection.execute(
        f"""SELECT json_extract(form, '$.facts.{fact}[0]'), count(*) FROM articles
            WHERE superseded = 0 GROUP BY 1"""  # noqa: S608
    ).fetchall()
    for stored, count in rows:
        if stored is None:
            continue
        values = json.loads(stored) if fact == "byline" else [stored]
        for value in values:
            counts[value] = counts.get(value, 0) + count
    return ((value, count, fold_name(value)) for value, count in counts.items())


def _dates(connection: sqlite3.Connection, letters: int) -> Iterator[tuple[str, int, str]]:
    rows = connection.execute(
        """SELECT substr(date, 1, ?), count(*) FROM articles
           WHERE superseded = 0 AND date IS NOT NULL GROUP BY 1""",
        (letters,),
    ).fetchall()
    return ((str(days), int(count), fold_name(days)) for days, count in rows)
