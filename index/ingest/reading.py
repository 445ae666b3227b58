"""Reads articles for quotes and actors, newest first, one that a person opened before all."""

from __future__ import annotations

import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.article import Extraction, NewsForm
from index.extract import by_language, extract, load_model, model_language
from index.ingest.crew import Crew, Failed
from index.ingest.paragraphs import Paragraphs
from index.ingest.progress import Pace, Rest, Stop, Tell, never
from index.ingest.terms import Terms
from index.ingest.twins import Twins
from index.store import articles, readings
from index.store.database import Database

if TYPE_CHECKING:
    from index.ingest.searchable import Searchable  # with it comes all of full text

_AHEAD = 64
"""How many articles are looked up at once; an opened one still goes before all of them."""

_SET_ASIDE = 200
"""How many articles are set aside at once, whose language the model does not read."""

_LONG = 100_000
"""Code points from which on an article may take so long that the worker is ended over it."""

FEW = 8
"""Articles for which no other process is worth starting: each has to load the model."""

Hurry = Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class ReadTask:
    """An article to be read."""

    article: str
    text: str
    form: NewsForm


@dataclass(frozen=True, slots=True)
class Quoting:
    """The job of reading for quotes, with this model.

    What is read in paragraphs is kept in a folder for all who read, or in memory without one.
    """

    model: str
    keeping: Path | None = None
    patience: None = None
    memory: None = None

    def start(self, *, expendable: bool) -> Callable[[ReadTask], Extraction]:
        loaded = load_model(self.model, Paragraphs(self.keeping))
        twins = Twins(lambda text, form: extract(text, form, model=loaded))
        return lambda task: twins.read(task.text, task.form)


def read_waiting(
    database: Database,
    terms: Terms,
    tell: Tell,
    *,
    hurry: Hurry,
    stop: Stop,
    rest: Rest = never,
    searchable: Searchable | None = None,
    meanwhile: Callable[[], bool] = never,
    apart: bool = False,
) -> bool:
    """Read what waits to be read. True when all is read, False when `stop` ended it.

    `hurry` gives the id of an article that a person has opened since, or None; while `rest` says
    so no article is begun. What is read is made `searchable` now and then, and `meanwhile` is
    called after each article: it tells whether it brought more. With `apart` nothing is read in
    this process, which would keep the model. An article that cannot be read is noted and passed
    over, and so, before the model is even loaded, is one in another language than the model's; a
    model that is not there raises `DatelineError`.
    """
    version = terms.read_with
    connection = database.connection()
    language = model_language(terms.model)
    _set_aside(database, terms, language, stop, searchable)
    total = readings.count_waiting(connection, version)
    if not total:
        return True
    pace = Pace("reading for quotes", total, tell)
    processes = terms.processes if terms.processes > 1 and total > FEW else int(apart)
    under_way: set[str] = set()
    tasks = _tasks(database, terms, hurry, under_way, pace)
    job = Quoting(terms.model, database.path.parent)
    with Crew(job, processes, ahead=1, helping=False) as crew:
        for task, found in crew.results(tasks, ordered=False, stop=stop, rest=rest):
            if isinstance(found, Failed):
                # One text that breaks a rule must not keep all others from being read.
                logging.getLogger(__name__).error(
                    "article %s could not be read: %s", task.article, found.why
                )
                with database.transaction() as writing:
                    why = "its language could not be read"
                    readings.put_trouble(writing, task.article, version, why)
            else:
                with database.transaction() as writing:
                    readings.put(writing, task.article, found, version)
            under_way.discard(task.article)
            if searchable is not None:
                searchable.now_and_then()
            pace.step()
            if meanwhile():
                waiting = readings.count_waiting(connection, version)
                pace.expect(pace.done + waiting, about=False)
        stopped = crew.stopped
    if not stopped:
        pace.finish()
    return not stopped


def _set_aside(
    database: Database, terms: Terms, language: str, stop: Stop, searchable: Searchable | None
) -> None:
    """Note of all that waits and is in another language than the model's that it is not read."""
    connection = database.connection()
    version = terms.read_with
    while not stop() and (
        abroad := readings.waiting_abroad(connection, version, language, _SET_ASIDE)
    ):
        with database.transaction() as writing:
            for article, other in abroad:
                why = by_language(other, terms.model).why or ""
                readings.set_aside(writing, article, version, why)
        if searchable is not None:
            searchable.now_and_then()


def _tasks(
    database: Database, terms: Terms, hurry: Hurry, under_way: set[str], pace: Pace
) -> Iterator[ReadTask]:
    """What is to be read next, whenever that is asked."""
    connection = database.connection()
    version = terms.read_with
    queue: deque[str] = deque()
    while (article := _next(connection, queue, version, hurry, under_way)) is not None:
        known = articles.with_texts(connection, [article]).get(article)
        if known is None:
            continue
        stored, text = known
        kept = by_language(stored.form.language.value, terms.model)
        if not kept.quotes:
            # It came in, or its language was corrected, while others were read.
            with database.transaction() as writing:
                readings.set_aside(writing, article, version, kept.why or "")
            pace.step()
            continue
        under_way.add(article)
        if len(text) > _LONG:
            with database.transaction() as writing:
                readings.begin(writing, article)
        yield ReadTask(article, text, stored.form)


def _next(
    connection: sqlite3.Connection,
    queue: deque[str],
    version: str,
    hurry: Hurry,
    under_way: set[str],
) -> str | None:
    while (opened := hurry()) is not None:
        if opened not in under_way and readings.is_waiting(connection, opened, version):
            return opened
    for _ in range(2):
        while queue:
            article = queue.popleft()
            if article not in under_way and readings.is_waiting(connection, article, version):
                return article
        # What came in while the last of the queue were read is found the second time.
        queue.extend(readings.waiting(connection, version, _AHEAD + len(under_way)))
    return next((article for article in queue if article not in under_way), None)
