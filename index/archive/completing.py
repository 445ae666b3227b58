"""Completion of a query: names of fields, and values as the archive has them, with counts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from index.archive.candidates import Candidates, load
from index.store import journal
from index.store.database import Database, data_version
from index.text import fold_name

_MOST: Final = 8
_PATIENCE: Final = 20
"""An archive that changes all the time is asked anew after so many times what asking takes."""


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to go on: what is shown, what is put into the query, and a word about it."""

    text: str
    insert: str
    note: str


@dataclass(frozen=True, slots=True)
class Completions:
    """Ways to go on; each stands in for `query[start:end]`."""

    start: int
    end: int
    items: tuple[Completion, ...]


class Completing:
    """Completes queries from what is in one archive. Safe to use from several threads.

    Names and outlets are read from the store when they are first asked for, and kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, _Kept] = {}

    def complete(self, query: str, at: int, *, today: date | None = None) -> Completions | None:
        """How what is being typed at an offset of a query may go on; None where nothing is.

        Values come by the beginning of any of their words, the most frequent first.
        """
        from index.query import FIELDS
        from index.query.completion import field_names, typed_at, written

        typed = typed_at(query, at)
        if typed is None:
            return None
        if typed.field is None:
            names = field_names(typed.text)
            items = tuple(Completion(f"{name}:", f"{name}:", FIELDS[name]) for name in names)
        else:
            found = islice(self._values(typed.field, typed.text, today or date.today()), _MOST)
            items = tuple(Completion(text, written(text), note) for text, note in found)
        return Completions(typed.start, typed.end, items) if items else None

    def _values(self, field: str, beginning: str, today: date) -> Iterator[tuple[str, str]]:
        from index.query import DATE_FIELDS, KINDS

        if field == "kind":
            return (
                (kind, KIND_NOTES[kind]) for kind in KINDS if kind.startswith(beginning.lower())
            )
        if field in DATE_FIELDS:
            return self._dates(beginning, today)
        if field == "tag":
            return self._tags().beginning(beginning, "kept", "kept")
        one, many = ("quote", "quotes") if field == "speaker" else ("article", "articles")
        return self._candidates(field).beginning(beginning, one, many)

    def _dates(self, beginning: str, today: date) -> Iterator[tuple[str, str]]:
        from index.query.days import PERIODS, one_date

        beginning = beginning.lower().strip().replace(" ", "-")
        for period in PERIODS:
            if beginning and period.startswith(beginning) and (days := one_date(period, 0, today)):
                first, last = days.first or "", days.last or ""
                yield period, first if first == last else f"{first} to {last}"
        months = len(beginning) >= 4
        for text, note in self._candidates("month" if months else "year").all(
            "article", "articles"
        ):
            if text.startswith(beginning):
                yield text, note

    def _tags(self) -> Candidates:
        counts: dict[str, int] = {}
        for passage in journal.clippings(journal.entries(self._database.connection())):
            for tag in passage.tags:
                counts[tag] = counts.get(tag, 0) + 1
        return Candidates.of((tag, count, fold_name(tag)) for tag, count in counts.items())

    def _candidates(self, field: str) -> Candidates:
        """The values of a field, as they stand or stood a moment ago."""
        source = "actor" if field == "about" else field
        connection = self._database.connection()
        version = data_version(connection)
        kept = self._kept.get(source)
        if kept is None or (kept.version != version and time.monotonic() > kept.until):
            begun = time.monotonic()
            found = load(connection, source)
            now = time.monotonic()
            kept = _Kept(found, version, now + _PATIENCE * (now - begun))
            self._kept[source] = kept
        return kept.candidates


@dataclass(frozen=True, slots=True)
class _Kept:
    """Values as they were at a version of the store, and until when they do in any case."""

    candidates: Candidates
    version: int
    until: float


KIND_NOTES: Final = {
    "direct": "word for word",
    "mixed": "a paraphrase with words of the speaker",
    "indirect": "a paraphrase",
    "act": "urged, accused, promised …",
}
"""What the kinds of quotes are, in a word."""
