"""Some of an archive's quotes: how many each speaker has and each day, and where they stand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from index.article import QuoteKind
from index.store import names
from index.store.readings import KINDS

_OLD = "articles WHERE superseded = 1"
_SAME = 'q.article = o.article AND q.start = o.start AND q."end" = o."end"'

Place = tuple[int, int, int]
"""Where a quote stands: the number of its article, and the span in its text."""

SpokenBy = tuple[int | None, int, int, int]
"""A speaker, None where that is unknown, and the place of a quote."""

PrintedOn = tuple[str | None, int, int, int]
"""A day, None where there is none, and the place of a quote."""


class Day(NamedTuple):
    """An ISO day, None for articles without one, with its quotes and the articles they are in."""

    day: str | None
    quotes: int
    articles: int


class Selection:
    """The quotes of these kinds in all current articles, as far as nothing narrows them.

    It is narrowed once, to articles or to quotes; what to stands in a table of the connection,
    which is used for nothing else, and by one thread at a time.
    """

    def __init__(self, connection: sqlite3.Connection, kinds: Collection[QuoteKind]) -> None:
        self._connection = connection
        connection.execute("PRAGMA temp_store = MEMORY")
        others = [kind for kind in KINDS if kind not in kinds]
        # By what is left out, which is less to compare with.
        self._asked = [f"q.kind NOT IN ({', '.join(map(repr, others))})"] if others else []
        self._narrowed: Literal["", "to articles", "to quotes"] = ""
        self._as_whom = names.as_whom(connection)
        # Looked up once: of an archive in which nothing was changed, none.
        if connection.execute(f"SELECT 1 FROM {_OLD} LIMIT 1").fetchone():  # noqa: S608
            self._asked.append(f"+q.article NOT IN (SELECT number FROM {_OLD})")  # noqa: S608

    def within(self, articles: Iterable[str]) -> None:
        """Narrow to the quotes of the articles with these ids."""
        self._narrowed = "to articles"
        self._connection.execute("CREATE TEMP TABLE within(article INTEGER PRIMARY KEY)")
        self._connection.execute(
            """INSERT OR IGNORE INTO temp.within
               SELECT a.number FROM json_each(?) j JOIN articles a ON a.id = j.value""",
            (json.dumps(list(articles)),),
        )

    def only(self, quotes: Iterable[str]) -> None:
        """Narrow to the quotes with these ids."""
        ids = (quote.partition(":") for quote in quotes)
        places = [(article, *map(int, span.split("-"))) for article, _, span in ids]
        self._narrowed = "to quotes"
        self._connection.execute(
            """CREATE TEMP TABLE only(article INTEGER, start INTEGER, "end" INTEGER,
               PRIMARY KEY (article, start, "end")) WITHOUT ROWID"""
        )
        self._connection.execute(
            """INSERT OR IGNORE INTO temp.only
               SELECT a.number, json_extract(j.value, '$[1]'), json_extract(j.value, '$[2]')
               FROM json_each(?) j JOIN articles a ON a.id = json_extract(j.value, '$[0]')""",
            (json.dumps(places),),
        )

    def spoken_by(self, actors: Iterable[int]) -> None:
        """Narrow to the quotes of these actors and collective speakers."""
        meant = names.all_of(self._connection, actors)
        self._asked.append(f"q.speaker_id IN ({', '.join(str(int(actor)) for actor in meant)})")

    def count_articles(self) -> int:
        """In how many articles the quotes stand."""
        counted = self._connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {self._counted()} GROUP BY q.article)"  # noqa: S608
        )
        return int(counted.fetchone()[0])

    def count_speakers(self) -> int:
        """How many speakers are known of the quotes."""
        return sum(1 for speaker, _ in self.speakers() if speaker is not None)

    def count_unread(self) -> int:
        """How many of the articles in question have not been read for quotes yet."""
        within = "AND number IN (SELECT article FROM temp.within)"
        narrowed = within if self._narrowed == "to articles" else ""
        counted = self._connection.execute(
            f"SELECT count(*) FROM articles WHERE superseded = 0 AND read_with IS NULL {narrowed}"  # noqa: S608
        )
        return int(counted.fetchone()[0])

    def speakers(self) -> list[tuple[int | None, int]]:
        """Each speaker with the number of quotes; None are those whose speaker is unknown."""
        rows = self._connection.execute(
            f"SELECT q.speaker_id, count(*) FROM {self._counted()} GROUP BY q.speaker_id"  # noqa: S608
        ).fetchall()
        if not self._as_whom:
            return rows
        counted: dict[int | None, int] = {}
        for speaker, count in rows:
            shown = self._shown(speaker)
            counted[shown] = counted.get(shown, 0) + count
        return list(counted.items())

    def days(self) -> list[Day]:
        """The days of the articles, newest first, those without a day last."""
        rows = self._connection.execute(
            f"""SELECT a.date, sum(c.quotes), count(*)
                FROM (SELECT q.article, count(*) AS quotes FROM {self._counted()}
                      GROUP BY q.article) c
                JOIN articles a ON a.number = c.article
                GROUP BY a.date ORDER BY a.date IS NULL, a.date DESC"""  # noqa: S608
        )
        return [Day(*row) for row in rows]

    def of_speakers(
        self, speakers: Collection[int | None], *, most: int = -1
    ) -> Iterator[SpokenBy]:
        """Where the quotes of these speakers stand, newest article first, in order of place.

        At most so many; all with a negative number.
        """
        meant = {speaker for speaker in speakers if speaker is not None}
        known = [*meant, *(each for each, shown in self._as_whom.items() if shown in meant)]
        nobody = [each for each, shown in self._as_whom.items() if shown is None]
        asked = "q.speaker_id IN (SELECT value FROM json_each(?))"
        unknown = f"(q.speaker_id IS NULL{f' OR {asked}' if nobody else ''})"
        for named in (known, None) if None in speakers else (known,):
            if named == []:
                continue
            rows = self._connection.execute(
                f"""SELECT q.speaker_id, q.article, q.start, q."end"
                    FROM quotes q JOIN articles a ON a.number = +q.article
                    WHERE {unknown if named is None else asked}
                    AND {self._conditions()}
                    ORDER BY a.date IS NULL, a.date DESC, a.number, q.start, q."end"
                    LIMIT ?""",  # noqa: S608
                (*_given(nobody if named is None else named), most),
            )
            if not self._as_whom:
                yield from rows
                continue
            for speaker, *place in rows:
                yield self._shown(speaker), *place

    def of_days(self, days: Collection[str | None], *, most: int = -1) -> Iterator[PrintedOn]:
        """Where the quotes of articles of these days stand, article by article; as many."""
        dated = "(a.date IS NULL) = 0 AND a.date IN (SELECT value FROM json_each(?))"
        known = [day for day in days if day is not None]
        for named in (known, None) if None in days else (known,):
            if named == []:
                continue
            yield from self._connection.execute(
                f"""SELECT a.date, q.article, q.start, q."end"
                    FROM articles a CROSS JOIN quotes q ON q.article = a.number
                    WHERE {"(a.date IS NULL) = 1" if named is None else dated}
                    AND a.superseded = 0 AND {self._conditions()}
                    ORDER BY a.date IS NULL, a.date DESC, a.number, q.start, q."end"
                    LIMIT ?""",  # noqa: S608
                (*_given(named or ()), most),
            )

    def ids(self, places: Sequence[Place]) -> list[str | None]:
        """The ids of the quotes at these places; None where the article is gone."""
        numbers = json.dumps(sorted({article for article, _, _ in places}))
        known: dict[int, str] = dict(
            self._connection.execute(
                "SELECT number, id FROM articles WHERE number IN (SELECT value FROM json_each(?))",
                (numbers,),
            ).fetchall()
        )
        return [
            f"{known[article]}:{start}-{end}" if article in known else None
            for article, start, end in places
        ]

    def _shown(self, speaker: int | None) -> int | None:
        return None if speaker is None else self._as_whom.get(speaker, speaker)

    def _counted(self) -> str:
        """The quotes as a table with conditions, got from what narrows them the most."""
        table = "quotes q"
        if self._narrowed == "to articles":
            table = "temp.within w CROSS JOIN quotes q ON q.article = w.article"
        elif self._narrowed == "to quotes":
            table = f"temp.only o CROSS JOIN quotes q ON {_SAME}"
        return f"{table} WHERE {' AND '.join(self._asked) or 1}"

    def _conditions(self) -> str:
        """What holds of each quote `q`, wherever it was got from."""
        asked = list(self._asked)
        if self._narrowed == "to articles":
            asked.append("+q.article IN (SELECT article FROM temp.within)")
        elif self._narrowed == "to quotes":
            asked.append(f"EXISTS (SELECT 1 FROM temp.only o WHERE {_SAME})")  # noqa: S608
        return " AND ".join(asked) or "1"


def _given(values: Sequence[object]) -> tuple[str, ...]:
    """Values as the parameter of a statement that asks for them; none for none."""
    return (json.dumps(values),) if values else ()
