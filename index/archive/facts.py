"""What is known of an article's facts, and what a person says of them instead."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.archive.corrections_told import sentence
from index.article import DatelineError, Fact, NewsForm, NothingFound
from index.newsform.corrected import CALLED, MOMENTS, STATED, called, corrected, typed, understood
from index.store import articles, facts, journal, overruling
from index.store.corrections import FACT, Stated, Value
from index.store.database import Database
from index.store.forms import form_from_json
from index.text import one_line

_ALSO = {name: fact for fact, name in CALLED.items()} | {
    "author": "byline",
    "place": "dateline",
    "photo": "photo_credit",
}
"""Other names of facts that a person may give."""


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact of an article: how it is shown, and where a person states it, what was `read`.

    `moment` is the hour that belongs to a day, ISO 8601. `typed` is the value as one may type it.
    """

    name: str
    fact: Fact[Any]
    moment: str | None = None
    read: Fact[Any] | None = None
    read_moment: str | None = None

    @property
    def is_corrected(self) -> bool:
        return self.read is not None

    @property
    def typed(self) -> str:
        exactly = self.moment if (self.moment or "")[:10] == self.fact.value else None
        return typed(self.name, exactly or self.fact.value)

    def to_json(self) -> dict[str, object]:
        """The stable shape: {field, value, moment, basis, reason, corrected, read}; `read` is the
        value, basis and reason that the machine has of a corrected one."""
        record = _json(self.fact, self.moment)
        record = {"field": self.name, **record, "corrected": self.is_corrected, "read": None}
        if self.read is not None:
            record["read"] = _json(self.read, self.read_moment)
        return record


def _json(fact: Fact[Any], moment: str | None) -> dict[str, object]:
    value = list(fact.value) if isinstance(fact.value, tuple) else fact.value
    return {"value": value, "moment": moment, "basis": fact.basis, "reason": fact.reason}


class Facts:
    """The facts of one archive's articles. Safe to use from several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: str) -> list[KnownFact]:
        """Every fact that a person can state, in the order in which they are shown. Raises
        `NothingFound`."""
        connection = self._database.connection()
        shown, read = _forms(connection, article)
        said = facts.said_of(connection, article)
        return [_known(name, shown, read if name in said else None) for name in STATED]

    def correct(
        self, article: str, said: Mapping[str, str | None], back: Sequence[str] = ()
    ) -> list[str]:
        """State facts of an article by their names, and take `back` what was stated of others.

        None tells that what the machine says is wrong, and no more is known. All of it is done,
        or nothing; a sentence for each that says what holds now. Raises `DatelineError` for what
        makes no sense or holds already, and `ReadOnlyArchive`.
        """
        meant = {named(name): value for name, value in said.items()}
        taken = list(dict.fromkeys(named(name) for name in back))
        if both := meant.keys() & set(taken):
            raise DatelineError(f"The {called(both.pop())} is stated and taken back at once.")
        values = {
            name: None if value is None else understood(name, value)
            for name, value in meant.items()
        }
        with self._database.transaction() as connection:
            shown, _ = _forms(connection, article)
            for name, value in values.items():
                _check(shown, name, value)
            told = [_state(connection, article, name, value) for name, value in values.items()]
            told += [_take_back(connection, article, name) for name in taken]
        return told


def named(name: str) -> str:
    """The fact that a person means by a name. Raises `DatelineError` with those there are."""
    plain = one_line(name).lower().replace("-", "_")
    plain = _ALSO.get(plain.replace("_", " "), plain)
    if plain not in STATED:
        raise DatelineError(
            f"“{one_line(name)}” is no fact that can be stated. There are {', '.join(STATED)}."
        )
    return plain


def _forms(connection: sqlite3.Connection, article: str) -> tuple[NewsForm, NewsForm]:
    """The news form of an article as it is shown, and as the machine read it."""
    known = articles.get(connection, [article]).get(article)
    machine = facts.machine_form(connection, article)
    if known is None or machine is None:
        raise NothingFound(f"There is no article {one_line(article)} in this archive.")
    return known.form, form_from_json(machine)


def _known(name: str, shown: NewsForm, read: NewsForm | None) -> KnownFact:
    moment = MOMENTS.get(name, name)

    def of(form: NewsForm) -> tuple[Fact[Any], str | None]:
        return getattr(form, name), getattr(form, moment).value if moment != name else None

    return KnownFact(name, *of(shown), *(of(read) if read is not None else (None, None)))


def _check(shown: NewsForm, name: str, value: Value) -> None:
    """Raise `DatelineError` where an article shows this already, and not as a guess."""
    now, then = _known(name, shown, None), _known(name, corrected(shown, {name: value}), None)
    if now.fact.basis != "inferred" and now.typed == then.typed:
        raise DatelineError(f"The {called(name)} is that already.")


def _state(connection: sqlite3.Connection, article: str, name: str, value: Value) -> str:
    stored = articles.get(connection, [article])[article]
    data: dict[str, object] = {
        "article": article,
        "text_sha256": stored.text_sha256,
        "file_sha256": stored.file_sha256,
        "field": name,
        "value": list(value) if isinstance(value, tuple) else value,
    }
    entry = journal.append(connection, FACT, data)
    overruling.settle(connection, [entry])
    return sentence(entry)


def _take_back(connection: sqlite3.Connection, article: str, name: str) -> str:
    _forms(connection, article)
    gone = facts.take_back(connection, Stated(article, "", "", name, None))
    if not gone:
        raise DatelineError(f"The {called(name)} was not corrected.")
    return f"No longer so: {sentence(gone[0])}"
