"""The ledger: all quotes under a query, by speaker or by day, however many there are."""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from types import TracebackType
from typing import TYPE_CHECKING, Final, Literal

from index.article import Article, Quote, QuoteKind
from index.store import articles, names, shown
from index.store.database import Database
from index.store.ledger import Place, Selection
from index.text import fold_name

if TYPE_CHECKING:
    from sqlite3 import Connection

    from index.archive.searching import Search

By = Literal["speaker", "name", "day"]
"""Speakers with the most quotes first, speakers in order of the alphabet, or the newest day."""

Key = int | str | None
"""What a group is known by: the id of a speaker, or an ISO day; None where it is unknown."""

Stop = Callable[[], bool]

SPOKEN: Final[tuple[QuoteKind, ...]] = ("direct", "mixed", "indirect")
"""The kinds of quotes that are listed unless others are asked for."""

_PAGE: Final = 100
"""Quotes whose words are read at a time by who goes through all of them."""

_FIRST: Final = 200
"""Quotes of a group that may be looked at before all of them are put in order."""

_HELD: Final = 200_000
"""Quotes whose places are held, 24 bytes each, in groups that were looked at last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which quotes a ledger lists, and how.

    Those of the articles that `query` finds; what it asks of a quote (`said:deeds`) holds of
    each. `speakers` and `about` are ids of actors, one of whom says a quote, or is named in it;
    None for whoever it may be. In each quote or in its speaker's name begins each word of
    `narrowed`, as a person types it.
    """

    query: str = ""
    by: By = "speaker"
    kinds: tuple[QuoteKind, ...] = SPOKEN
    speakers: frozenset[int] | None = None
    about: frozenset[int] | None = None
    narrowed: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The quotes of one speaker or of one day, `quotes` in number from the row `first` on.

    `name` is the speaker as shown, empty where it is unknown and for a day. Of a speaker who is
    known by a single name, and so in one article only, `headline` is that article's.
    """

    key: Key
    first: int
    quotes: int
    name: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote, and the article in which it stands."""

    quote: Quote
    article: Article


class Ledger:
    """Opens ledgers of one archive."""

    def __init__(self, database: Database, search: Search) -> None:
        self._database = database
        self._search = search

    def open(self, asked: Asked, *, stop: Stop = lambda: False) -> Listed:
        """The quotes asked for, which the caller closes.

        Without a query and nothing to narrow by, the store alone is asked. Raises
        `QueryComplaint`, `IndexMending` while the index is made anew, and `DatelineError` soon
        after `stop` says that nobody waits any more.
        """
        connection = self._database.connect()
        try:
            selection = Selection(connection, asked.kinds)
            if asked.speakers is not None:
                selection.spoken_by(asked.speakers)
            found = self._search.quoted(
                asked.query,
                narrowed=asked.narrowed,
                about=None if asked.about is None else names.all_of(connection, asked.about),
                kinds=asked.kinds,
                stop=stop,
            )
            if found.quotes is not None:
                selection.only(found.quotes)
            elif found.articles is not None:
                selection.within(found.articles)
            return Listed(asked, selection, connection)
        except BaseException:
            connection.close()
            raise

    def named(self, name: str) -> frozenset[int]:
        """The ids of all actors and collective speakers who go by this name."""
        return names.named(self._database.connection(), name)


class Listed:
    """The quotes that were asked for, in groups, rows counted through all of them from 0.

    Keys and counts are held, of the quotes only the places in groups looked at last; words are
    read for the rows that are shown. It stays as it was found; a quote that is gone meanwhile is
    None. Safe to use from several threads; to be closed.
    """

    def __init__(self, asked: Asked, selection: Selection, connection: Connection) -> None:
        self.asked = asked
        self._selection = selection
        self._connection = connection
        self._guard = threading.Lock()
        self._names: dict[int, tuple[str, str]] = {}  # with the headlines of their groups
        self._places: OrderedDict[int, array[int]] = OrderedDict()
        self.unread = selection.count_unread()
        """How many of the articles in question were not read for quotes yet."""
        counted: Sequence[tuple[Key, int]]
        if asked.by == "day":
            counted = [(day.day, day.quotes) for day in selection.days()]
        else:
            counted = self._in_order(selection.speakers())
        self._keys = [key for key, _ in counted]
        self.starts = array("q", accumulate((count for _, count in counted), initial=0))
        """The row with which each group begins, and behind the last the number of all rows."""

    def _in_order(self, speakers: list[tuple[int | None, int]]) -> list[tuple[Key, int]]:
        """Those who are unknown stand last in either order."""
        known = [(speaker, count) for speaker, count in speakers if speaker is not None]
        if self.asked.by == "name":
            called = self._named([speaker for speaker, _ in known])
            known.sort(key=lambda speaker: fold_name(called[speaker[0]][0]))
        else:
            known.sort(key=itemgetter(1), reverse=True)
        return [*known, *(each for each in speakers if each[0] is None)]

    def __len__(self) -> int:
        """How many quotes there are."""
        return self.starts[-1]

    def __iter__(self) -> Iterator[Entry]:
        """All of them in order, without those that are gone."""
        for start in range(0, len(self), _PAGE):
            yield from filter(None, self.entries(start, start + _PAGE))

    @cached_property
    def articles(self) -> int:
        """In how many articles the quotes stand. Counted when it is first asked for."""
        with self._guard:
            return self._selection.count_articles()

    @cached_property
    def speakers(self) -> int:
        """How many speakers are known of the quotes; counted likewise."""
        if self.asked.by != "day":
            return len(self._keys) - (None in self._keys[-1:])
        with self._guard:
            return self._selection.count_speakers()

    @property
    def count_groups(self) -> int:
        return len(self._keys)

    def group_at(self, row: int) -> int:
        """Which group a row belongs to."""
        return bisect_right(self.starts, row, 0, len(self._keys)) - 1

    def groups(self, start: int, stop: int) -> list[Group]:
        """The groups from one up to, without, another."""
        keys = self._keys[start:stop]
        with self._guard:
            called = self._named([key for key in keys if isinstance(key, int)])
        return [
            Group(
                key,
                self.starts[at],
                self.starts[at + 1] - self.starts[at],
                *(called[key] if isinstance(key, int) else ()),
            )
            for at, key in enumerate(keys, start)
        ]

    def entries(self, start: int, stop: int) -> list[Entry | None]:
        """The rows from one up to, without, another."""
        stop = min(stop, len(self))
        if start >= stop:
            return []
        with self._guard:
            ids = self._selection.ids(self._standing(start, stop))
            asked = [quote for quote in ids if quote is not None]
            quotes = {each.id: each for each in shown.quotes_by_id(self._connection, asked)}
            owners = list(dict.fromkeys(quote.article for quote in quotes.values()))
            known = articles.get(self._connection, owners)
        found = (quotes.get(quote or "") for quote in ids)
        return [
            Entry(quote, known[quote.article]) if quote and quote.article in known else None
            for quote in found
        ]

    def row_of(self, quote: Quote) -> int | None:
        """The row in which a quote stands, None where it is not among them."""
        with self._guard:
            known = articles.number_and_day(self._connection, quote.article)
            if known is None:
                return None
            number, day = known
            at = self._groups_by_key.get(day if self.asked.by == "day" else quote.speaker_id)
            if at is None:
                return None
            places = self._of_groups(range(at, at + 1), self.starts[at + 1])[0]
            for place in range(0, len(places), 3):
                if places[place : place + 3].tolist() == [number, quote.start, quote.end]:
                    return self.starts[at] + place // 3
        return None

    def close(self) -> None:
        """Let go of the store. Nothing more can be asked then."""
        with self._guard:
            self._connection.close()

    def __enter__(self) -> Listed:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @cached_property
    def _groups_by_key(self) -> dict[Key, int]:
        return {key: at for at, key in enumerate(self._keys)}

    def _standing(self, start: int, stop: int) -> list[Place]:
        """Where the quotes of these rows stand."""
        touched = range(self.group_at(start), self.group_at(stop - 1) + 1)
        found: list[Place] = []
        for at, places in zip(touched, self._of_groups(touched, stop), strict=True):
            first = max(start - self.starts[at], 0) * 3
            last = min(stop - self.starts[at], self.starts[at + 1] - self.starts[at]) * 3
            flat = places[first:last].tolist()
            # Fewer than were counted, when articles have been read anew since.
            flat += [0] * (last - first - len(flat))
            found += zip(flat[::3], flat[1::3], flat[2::3], strict=True)
        return found

    def _of_groups(self, groups: range, stop: int) -> list[array[int]]:
        """The places of some groups' quotes, article, start and end of each one after another;
        as far as the row `stop` at least."""
        missing = [at for at in groups if at not in self._places]
        if not missing:
            for at in groups:
                self._places.move_to_end(at)
            return [self._places[at] for at in groups]
        if len(groups) == 1 and (most := stop - self.starts[groups[0]]) <= _FIRST:
            return [self._look_up(groups, most)[groups[0]]]
        self._places.update(self._look_up(missing))
        wanted = [self._places[at] for at in groups]
        held = sum(map(len, self._places.values()))
        while held > _HELD * 3 and len(self._places) > len(groups):
            held -= len(self._places.popitem(last=False)[1])
        return wanted

    def _look_up(self, groups: Sequence[int], most: int = -1) -> dict[int, array[int]]:
        keys = {self._keys[at]: at for at in groups}
        found = {at: array("q") for at in groups}
        rows: Iterator[tuple[Key, int, int, int]]
        if self.asked.by == "day":
            days = [key for key in keys if not isinstance(key, int)]
            rows = self._selection.of_days(days, most=most)
        else:
            speakers = [key for key in keys if not isinstance(key, str)]
            rows = self._selection.of_speakers(speakers, most=most)
        for key, *place in rows:
            found[keys[key]].extend(place)
        return found

    def _named(self, actors: Sequence[int]) -> dict[int, tuple[str, str]]:
        """The names of some speakers, each with the headline of a group of that name."""
        missing = [actor for actor in actors if actor not in self._names]
        for start in range(0, len(missing), _PAGE):
            some = missing[start : start + _PAGE]
            apart = names.only_in(self._connection, some)
            owners = articles.get(self._connection, list(dict.fromkeys(apart.values())))
            for actor, name in names.names_of(self._connection, some).items():
                owner = owners.get(apart.get(actor, ""))
                self._names[actor] = name, owner.title if owner else ""
        return {actor: self._names.get(actor, ("", "")) for actor in actors}
