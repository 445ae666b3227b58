"""Reads articles for quotes and actors, newest first, one that a person opened before all."""

from __future__ import annotations

import logging
import sqlite3
from collections import deque
from collections.abc import Callable

from index.article import DatelineError
from index.extract import RULES, extract, load_model
from index.ingest.progress import Pace, Stop, Tell
from index.store import articles, readings
from index.store.database import Database

_AHEAD = 64
"""How many articles are looked up at once; an opened one still goes before all of them."""

_LONG = 100_000
"""Code points from which on an article may take so long that the worker is ended over it."""

Hurry = Callable[[], str | None]


def read_with(model: str) -> str:
    """What stands beside a reading: the model's package and the version of the rules."""
    return f"{model}/{RULES}"


def read_waiting(
    database: Database, model: str, tell: Tell, *, hurry: Hurry, stop: Stop, between: Stop
) -> bool:
    """Read what waits to be read. True when all is read, False when `stop` ended it.

    `hurry` gives the id of an article that a person has opened since, or None. `between` is
    called after every article, for indexing. An article that cannot be read is noted and
    passed over; a model that is not there raises `DatelineError`.
    """
    version = read_with(model)
    connection = database.connection()
    total = readings.count_waiting(connection, version)
    if not total:
        return True
    pace = Pace("reading for quotes", total, tell)
    tell(pace.now())
    loaded = load_model(model)
    queue: deque[str] = deque()
    while not stop():
        article = _next(connection, queue, version, hurry)
        if article is None:
            tell(pace.now())
            return True
        text = articles.text_of(connection, article)
        known = articles.get(connection, [article]).get(article)
        if text is None or known is None:
            continue
        if len(text) > _LONG:
            with database.transaction() as writing:
                readings.begin(writing, article)
        try:
            found = extract(text, known.form, model=loaded)
        except DatelineError:
            raise
        except Exception:
            # One text that breaks a rule must not keep all others from being read.
            logging.getLogger(__name__).exception("article %s could not be read", article)
            with database.transaction() as writing:
                readings.put_trouble(writing, article, version, "its language could not be read")
        else:
            with database.transaction() as writing:
                readings.put(writing, article, found, version)
        between()
        pace.step()
    return False


def _next(
    connection: sqlite3.Connection, queue: deque[str], version: str, hurry: Hurry
) -> str | None:
    while (opened := hurry()) is not None:
        if readings.is_waiting(connection, opened, version):
            return opened
    if not queue:
        queue.extend(readings.waiting(connection, version, _AHEAD))
    while queue:
        article = queue.popleft()
        if readings.is_waiting(connection, article, version):
            return article
    # What came in while the last of the queue were read.
    return next(iter(readings.waiting(connection, version, 1)), None)
