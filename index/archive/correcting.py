"""A person's corrections of actors and quotes; those of facts are stated in `index.archive.facts`
and listed here. Each is one entry of the journal, and can be undone, or taken back alone however
long ago it was made."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.archive import whom
from index.archive.corrections_told import Correction, a_kind, listed, place_of, sentence
from index.archive.whom import ACTOR_KINDS
from index.article import Actor, DatelineError, NothingFound, Quote
from index.store import corrected, facts, journal, names, overruling, shown
from index.store.corrections import FACT, KINDS, STEPS, concerned, holds, stated
from index.store.database import Database
from index.text import fold_name, one_line

_BACK = "take back"
_MANY = 500
_LONGEST = 200
"""Characters of a name; what is longer is none."""


class Corrections:
    """Corrects what was read in one archive; see `index.store.corrections` for what each means.

    Actors are given by their ids as they are shown. Every method that changes something appends
    one entry and returns a sentence that says what holds now; raises `DatelineError` for what
    makes no sense, and `ReadOnlyArchive`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def merge(
        self, actors: Sequence[int], into: int, *, everywhere: bool = False, sure: bool = False
    ) -> str:
        """Let actors be another one from now on, in later articles too.

        A person known by a single name, who is one in each article, is merged in that article;
        with `everywhere` all who are known by that name alone. Raises `Doubtful` for actors of
        different kinds, unless one is `sure`.
        """
        with self._database.transaction() as connection:
            given = [actor for actor in dict.fromkeys(actors) if actor != into]
            if not given:
                raise DatelineError("An actor cannot be merged with itself: name another.")
            if not sure:
                whom.check_kinds(connection, given, into)
            data = {
                "actors": [whom.in_entry(connection, actor, everywhere) for actor in given],
                "into": whom.in_entry(connection, into),
            }
            return _enter(connection, "merge", data)

    def split(
        self,
        actor: int,
        alias: str,
        who: int | str,
        *,
        article: str | None = None,
        kind: str | None = None,
    ) -> str:
        """Where the text says `alias` of an actor, somebody else is meant.

        Everywhere, later articles included, or in one article. `who` is an actor's id, or a
        whole name: that of the one actor who bears it, or else of somebody nobody knew. Such a
        one is of this kind, without it a person when split off a state or place, and otherwise
        of the actor's kind. Raises `DatelineError` with the names as written when the articles
        never call the actor so.
        """
        who, alias = who if isinstance(who, int) else _name(who), one_line(alias)
        if kind is not None:
            _check_kind(kind)
        with self._database.transaction() as connection:
            named = whom.in_entry(connection, actor)
            if not fold_name(alias).strip():
                raise DatelineError("Say which words of the text mean somebody else.")
            scope = None if article is None else whom.article_in_entry(connection, article)
            other = whom.another(connection, actor, who, scope, kind)
            whom.check_written(connection, actor, alias, article)
            data = {"actor": named, "alias": alias, "as": other, "article": scope}
            return _enter(connection, "split", data)

    def rename(self, actor: int, name: str, *, everywhere: bool = False, sure: bool = False) -> str:
        """Let an actor go by another name.

        By that of another actor of its kind it would be that one: raises `Doubtful`, unless one
        is `sure`.
        """
        name = _name(name)
        with self._database.transaction() as connection:
            named = whom.in_entry(connection, actor, everywhere)
            if name == whom.as_shown(connection, actor).name:
                raise DatelineError(f"“{name}” is its name already.")
            if not sure:
                whom.check_unborne(connection, named, name)
            return _enter(connection, "rename", {"actor": named, "name": name})

    def kind(self, actor: int, kind: str, *, everywhere: bool = False) -> str:
        """Let an actor be a person, organisation, state or place."""
        _check_kind(kind)
        with self._database.transaction() as connection:
            named = whom.in_entry(connection, actor, everywhere)
            if named["kind"] == kind:
                raise DatelineError(f"“{named['name']}” is {a_kind(kind)} already.")
            return _enter(connection, "kind", {"actor": named, "kind": kind})

    def reject(self, actor: int, *, everywhere: bool = True) -> str:
        """This is no actor, nor is anything of its kind and name, in whatever article.

        A person known by a single name is one in each article: unless it is meant `everywhere`,
        only that one is rejected.
        """
        with self._database.transaction() as connection:
            named = whom.in_entry(connection, actor, everywhere)
            return _enter(connection, "reject", {"actor": named})

    def speaker(self, quote_id: str, name: str | int | None) -> str:
        """This is who speaks: an actor's id, or a name; None when it cannot be known.

        A name is that of an actor or speaker of the article if it can be, or else of the
        archive, or else that of a speaker who is nobody yet, which the sentence says.
        """
        with self._database.transaction() as connection:
            quote = _quote(connection, quote_id)
            speaker, known = None, True
            if isinstance(name, int):
                speaker = whom.in_entry(connection, name)
            elif name is not None:
                speaker, known = whom.speaker(connection, quote.article, _name(name))
            data = {"quote": _said(connection, quote), "speaker": speaker}
            told = _enter(connection, "speaker", data)
        if speaker is None or known:
            return told
        kept = f"Nobody in this archive is called “{speaker['name']}”; it is kept as written."
        return f"{told} {kept}"

    def no_quote(self, quote_id: str) -> str:
        """These words are no quote."""
        with self._database.transaction() as connection:
            quote = _said(connection, _quote(connection, quote_id))
            return _enter(connection, "no quote", {"quote": quote})

    def listed(self) -> list[Correction]:
        """What stands now, oldest first."""
        connection = self._database.connection()
        return [
            Correction(
                entry.seq,
                entry.at,
                entry.kind,
                sentence(entry),
                place_of(entry),
                overruling.waits(connection, entry),
            )
            for entry in corrected.entries(connection)
        ]

    def take_back(self, seq: int) -> str:
        """Take back one correction of the list; undo brings it back."""
        with self._database.transaction() as connection:
            standing = corrected.entries(connection)
            entry = next((each for each in standing if each.seq == seq), None)
            if entry is None:
                raise NothingFound(
                    f"No correction {seq} stands. `dateline actors corrections` lists them."
                )
            if entry.kind == FACT:
                facts.take_back(connection, stated(entry.data))
            else:
                journal.append(connection, _BACK, {"entry": seq})
                overruling.settle(connection, [entry])
        return f"No longer so: {sentence(entry)}"

    def bring_back(self) -> str | None:
        """Bring back the correction that was taken back last, if that was the last thing done to
        corrections; a sentence saying what, or None."""
        with self._database.transaction() as connection:
            entries = journal.of_kinds(connection, (*KINDS, *STEPS))
            held = [entry for entry in journal.standing(entries) if entry.kind in (*KINDS, _BACK)]
            if not held or held[-1].kind != _BACK:
                return None
            again = concerned(held[-1], entries)
            journal.append(connection, "undo", {"entry": held[-1].seq})
            overruling.settle(connection, again)
        return f"Holds again: {sentence(again[0])}"

    def write(self) -> str:
        """All that stands as YAML text, sorted: the same text for the same corrections."""
        from index.store.corrections_file import write

        return write(corrected.standing(self._database.connection()))

    def read(self, text: str) -> Sequence[str]:
        """Take in what a YAML text holds, all of it or nothing, beside what stands.

        Sentences about how much was taken in, how much stood already, and about each correction
        that fits nothing in this archive now: it is kept for what comes in later. Raises
        `DatelineError` with the line of what is wrong.
        """
        from index.store.corrections_file import read

        wanted = read(text)
        with self._database.transaction() as connection:
            standing = corrected.standing(connection)
            new = [(kind, data) for kind, data in wanted if not holds(standing, kind, data)]
            entries = [journal.append(connection, kind, data) for kind, data in new]
            unknown = [entry for entry in entries if not overruling.fits(connection, entry)]
            overruling.settle(connection, entries)
        told = [f"Taken in: {_amount(len(entries))}. Stood already: {len(wanted) - len(new):,}."]
        kept = "fits nothing in this archive yet, and is kept for what comes in later"
        return told + [f"{sentence(entry)[:-1]}: this {kept}." for entry in unknown]

    def save(self, path: Path, *, overwrite: bool = False) -> int:
        """Write all that stands to a file, whole or not at all; how many corrections those are.

        An earlier export is replaced; anything else only with `overwrite`.
        """
        from index.export import write
        from index.store.corrections_file import is_ours

        write(path, self.write(), overwrite=overwrite or is_ours(path))
        return len(corrected.entries(self._database.connection()))

    def names(self, prefix: str, limit: int = 8) -> list[Actor]:
        """The actors of whose names a word begins so, the most often mentioned first.

        Of very many those that came into the archive first are looked at.
        """
        connection = self._database.connection()
        found = shown.with_ids(connection, sorted(names.begun(connection, prefix))[:_MANY])
        return [actor for actor in found if actor.kind in ACTOR_KINDS][:limit]

    def named(self, name: str, *, article: str | None = None) -> list[Actor]:
        """The actors, and speakers who are none, that a name means; the most mentioned first.

        They are those who are shown by this whole name, or else all who go by it; with an article
        those of them in it. "id:12" is the one with this id.
        """
        return whom.named(self._database.connection(), name, article)


def _enter(connection: sqlite3.Connection, kind: str, data: dict[str, Any]) -> str:
    entry = journal.append(connection, kind, data)
    overruling.settle(connection, [entry])
    return sentence(entry)


def _quote(connection: sqlite3.Connection, quote_id: str) -> Quote:
    found = shown.quotes_by_id(connection, [quote_id])
    if not found:
        raise NothingFound(
            f"There is no quote {one_line(quote_id)}. `dateline quotes --json` gives their ids."
        )
    return found[0]


def _said(connection: sqlite3.Connection, quote: Quote) -> dict[str, object]:
    """How an entry names a quote."""
    return {
        **whom.article_in_entry(connection, quote.article),
        "start": quote.start,
        "end": quote.end,
        "exact": quote.text,
        "kind": quote.kind,
        "verbatim": [list(span) for span in quote.verbatim],
    }


def _check_kind(kind: str) -> None:
    if kind not in ACTOR_KINDS:
        raise DatelineError(f"“{one_line(kind)}” is no kind: there are {listed(ACTOR_KINDS)}.")


def _amount(count: int) -> str:
    return f"{count:,} correction{'' if count == 1 else 's'}"


def _name(name: str) -> str:
    """A name as a person typed it. Raises `DatelineError` for what can be none."""
    name = one_line(name)
    if not fold_name(name).strip():
        raise DatelineError("A name needs a letter or a figure in it.")
    if len(name) > _LONGEST:
        raise DatelineError(f"A name has at most {_LONGEST} characters; this one {len(name):,}.")
    return name
