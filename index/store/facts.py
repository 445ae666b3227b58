"""Facts of articles that a person states otherwise than the machine: headline, date, outlet …

`articles.form` is the news form with them, `articles.machine_form` what it was without. What was
said of one version holds for those that come after it, unless something else is said of them.
The index is told of each change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from index.store import journal, lineage
from index.store.corrected import standing
from index.store.corrections import FACT, STEPS, Corrections, Stated, stated
from index.store.forms import form_from_json, form_to_json
from index.store.journal import Entry
from index.store.outbox import tell

_BATCH = 500


def any_said(connection: sqlite3.Connection) -> bool:
    """Whether a person states any fact at all."""
    return bool(standing(connection).facts)


def settle(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Bring the facts that are shown to what stands, when these entries came or went."""
    for article in dict.fromkeys(each for entry in entries for each in _reached(connection, entry)):
        follow(connection, article)


def follow(connection: sqlite3.Connection, article: str) -> None:
    """Let an article show the facts that a person states, in the place of the machine's."""
    corrections = standing(connection)
    row = connection.execute(
        """SELECT text_sha256, file_sha256, form, machine_form, superseded
           FROM articles WHERE id = ?""",
        (article,),
    ).fetchone()
    if row is None:
        return
    text_sha256, file_sha256, form, machine_form, superseded = row
    machine = machine_form or form
    shown = _with_facts(
        machine, _said_of(connection, corrections, article, text_sha256, file_sha256)
    )
    kept = None if shown == machine else machine
    if (form, machine_form) == (shown, kept):
        return
    before, after = form_from_json(form), form_from_json(shown)
    connection.execute(
        "UPDATE articles SET form = ?, machine_form = ?, date = ? WHERE id = ?",
        (shown, kept, after.date.value, article),
    )
    if before.language.value != after.language.value:
        # Its language says whether it can be read for quotes. What was read stays until it is.
        connection.execute(
            "UPDATE articles SET read_with = '' WHERE id = ? AND read_with IS NOT NULL", (article,)
        )
    if not superseded and form != shown:
        tell(connection, "article", article)


def said_of(connection: sqlite3.Connection, article: str) -> dict[str, Stated]:
    """By the names of facts, what a person says of an article, or of a version before it."""
    row = connection.execute(
        "SELECT text_sha256, file_sha256 FROM articles WHERE id = ?", (article,)
    ).fetchone()
    return {} if row is None else _said_of(connection, standing(connection), article, *row)


def take_back(connection: sqlite3.Connection, fact: Stated) -> list[Entry]:
    """Take back what a person says of a fact of an article, or of the versions before it: what
    the machine read holds again. The entries that were taken back, the last first; none where
    nothing is said."""
    places = {each.article for each in all_said(connection, fact.article, fact.name)}
    places.add(fact.article)
    known = journal.of_kinds(connection, (FACT, *STEPS))
    gone = [
        entry
        for entry in reversed(journal.standing(known))
        if entry.kind == FACT
        and entry.data["article"] in places
        and entry.data["field"] == fact.name
    ]
    if gone:
        first, *others = (entry.seq for entry in gone)
        journal.append(connection, "take back", {"entry": first, "also": others})
        settle(connection, gone)
    return gone


def all_said(connection: sqlite3.Connection, article: str, name: str) -> list[Stated]:
    """All that is said of one fact of an article and of the versions before it, what holds first.

    What was said before it of the same one is not told, though it stands.
    """
    corrections = standing(connection)
    first = said_of(connection, article).get(name)
    ids = [article, *lineage.older_versions(connection, article)]
    said = [first, *(corrections.facts.get(each, {}).get(name) for each in ids)]
    return list(dict.fromkeys(each for each in said if each is not None))


def machine_form(connection: sqlite3.Connection, article: str) -> str | None:
    """The news form of an article as the machine read it; None without the article."""
    row = connection.execute(
        "SELECT coalesce(machine_form, form) FROM articles WHERE id = ?", (article,)
    ).fetchone()
    return None if row is None else str(row[0])


def corrected_among(connection: sqlite3.Connection, ids: Collection[str]) -> list[str]:
    """Those of these articles whose news form is not as the machine read it."""
    wanted, found = list(ids), []
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        rows = connection.execute(
            f"""SELECT id FROM articles WHERE machine_form IS NOT NULL
                AND id IN ({",".join("?" * len(batch))})""",  # noqa: S608
            batch,
        )
        found += [row[0] for row in rows]
    return found


def is_settled(connection: sqlite3.Connection) -> bool:
    """Whether the facts that are shown are what the journal says. Changes nothing."""
    corrections = standing(connection)
    rows = connection.execute(
        """SELECT id, text_sha256, file_sha256, form, machine_form FROM articles
           WHERE machine_form IS NOT NULL OR ?""",
        (bool(corrections.facts),),
    )
    return all(
        form == _with_facts(machine or form, _said_of(connection, corrections, *place))
        for *place, form, machine in rows
    )


def waits(connection: sqlite3.Connection, entry: Entry) -> str:
    """Why a fact that a person states is shown of no article now; "" for one that is."""
    ids = _reached(connection, entry)
    current = connection.execute(
        f"""SELECT 1 FROM articles WHERE superseded = 0
            AND id IN ({",".join("?" * len(ids))}) LIMIT 1""",  # noqa: S608
        ids,
    ).fetchone()
    return "" if current is not None else "its article is not here"


def _with_facts(machine: str, said: dict[str, Stated]) -> str:
    """A news form as it is stored, with what a person says; to the letter the same where that is
    nothing."""
    if not said:
        return machine
    from index.newsform.corrected import corrected

    values = {name: each.value for name, each in said.items()}
    before = form_from_json(machine)
    after = corrected(before, values)
    return machine if after == before else form_to_json(after)


def _said_of(
    connection: sqlite3.Connection,
    corrections: Corrections,
    article: str,
    text_sha256: str,
    file_sha256: str,
) -> dict[str, Stated]:
    if not corrections.facts:
        return {}
    said: dict[str, Stated] = {}
    for each in (article, *lineage.older_versions(connection, article)):
        for name, fact in corrections.facts.get(each, {}).items():
            said.setdefault(name, fact)
    # A reader that finds other parts in a file gives another number to the same text in it.
    for each in sorted(corrections.same_text.get((file_sha256, text_sha256), ())):
        if each != article and _is_nowhere(connection, each):
            for name, fact in corrections.facts[each].items():
                said.setdefault(name, fact)
    return said


def _is_nowhere(connection: sqlite3.Connection, article: str) -> bool:
    """Whether no article goes by an id any more: not one that is current, that a person removed,
    or that has a newer version."""
    row = connection.execute(
        """SELECT EXISTS (SELECT 1 FROM articles WHERE id = :id AND superseded = 0)
               OR EXISTS (SELECT 1 FROM removed WHERE article = :id)
               OR EXISTS (SELECT 1 FROM articles WHERE version_of = :id)""",
        {"id": article},
    ).fetchone()
    return not row[0]


def _reached(connection: sqlite3.Connection, entry: Entry) -> Sequence[str]:
    """The ids of the articles of which an entry says, or said, a fact."""
    data: dict[str, Any] = entry.data
    fact = stated(data)
    rows = connection.execute(
        "SELECT id FROM articles WHERE file_sha256 = ? AND text_sha256 = ?",
        (fact.file_sha256, fact.text_sha256),
    )
    same = [row[0] for row in rows]
    return list(
        dict.fromkeys([fact.article, *lineage.newer_versions(connection, fact.article), *same])
    )
