"""Tells the full-text index what the store has for it: the outbox, applied and cleared.

The index is told first and the outbox cleared after, so a kill between the two means that some
of it is told again, which changes nothing. What the stamp in the index folder says is compared
with the store at every start; where they disagree the index is made anew.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType

from index.article import Quote
from index.fulltext import (
    SCHEMA,
    ArticleDoc,
    Index,
    IndexDamaged,
    PreparedArticle,
    QuoteDoc,
    QuoteDocs,
    Stamp,
)
from index.ingest.lock import working
from index.ingest.paragraphs import throw_away
from index.ingest.progress import Pace, Progress, Tell
from index.store import articles, facts, outbox, readings, removals
from index.store.database import Database, meta

FOLDER = "index"
_MAKING, _FORMER = "index.new", "index.old"
COMMIT = 1500
"""Articles a commit: bounds memory, and what is told again after a kill."""
_LOOKED_UP = 100
"""Articles that are looked up at once."""


class Indexer:
    """Writes the index of one archive. A context manager: opening it mends the index, applies
    what waits in the outbox, and goes on with a purge that was cut short.

    Opening looks at the stamp and at the sizes of the files; with `thoroughly` at every byte.
    Only the process that holds the archive's lock may have one.
    """

    def __init__(
        self, database: Database, folder: Path, tell: Tell, *, thoroughly: bool = False
    ) -> None:
        self._database = database
        self._folder = folder / FOLDER
        self._tell = tell
        self._prepared: dict[str, PreparedArticle] = {}
        self._index = self._open(thoroughly)

    def expect(self, prepared: PreparedArticle) -> None:
        """An article that the outbox tells of next: it need not be looked up."""
        self._prepared[prepared.id] = prepared

    def look_up(self, article: str) -> None:
        """Have an article looked up after all: it is not in the store as it was prepared."""
        self._prepared.pop(article, None)

    def catch_up(self) -> None:
        """Apply all that waits in the outbox."""
        while letters := outbox.waiting(self._database.connection(), COMMIT):
            self._apply(letters)
            with self._database.transaction() as connection:
                outbox.applied(connection, letters[-1].seq, self._index.stamp.generation)
        self._prepared.clear()

    def settle(self) -> None:
        """Put the index in order, when no more is to come for now: it is quicker to search."""
        if self._index.settle():
            with self._database.transaction() as connection:
                outbox.applied(connection, 0, self._index.stamp.generation)

    def close(self) -> None:
        self._index.close()

    def __enter__(self) -> Indexer:
        self.catch_up()
        if removals.is_purging(self._database.connection()):
            self.rebuild()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def rebuild(self) -> int:
        """Make the index anew from the store; the number of articles in it.

        The present one is searched until the new one stands, and stays if that fails.
        """
        fresh = self._made()
        self._index.close()
        self._index = self._put_in_place(fresh)
        if removals.is_purging(self._database.connection()):
            self._forget()
        return articles.count(self._database.connection())

    def _forget(self) -> None:
        """Leave no trace of purged texts in the files of the archive."""
        throw_away(self._folder.parent)
        self._database.pack()
        with self._database.transaction() as writing:
            removals.purging_done(writing)

    def _open(self, thoroughly: bool) -> Index:
        connection = self._database.connection()
        self._clear()
        try:
            if not outbox.is_whole(connection):
                raise IndexDamaged("The search index is not complete.")
            index = Index.open(self._folder, stamp=stamp_of(connection))
            if thoroughly:
                index.verify()
        except IndexDamaged:
            # Of no use any more, and the room it takes may be needed.
            with self._database.transaction() as writing:
                outbox.set_whole(writing, False, outbox.generation(writing))
            _drop(self._folder)
            return self._put_in_place(self._made())
        return index

    def _made(self) -> Index:
        """An index of all there is, beside the present one."""
        connection = self._database.connection()
        # Beyond every generation there was, so that no older copy of the folder is taken for it.
        known = stamp_of(connection)
        stamp = Stamp(known.archive_uuid, known.schema, known.generation + 2)
        # Letters that come meanwhile are told again: that changes nothing.
        index = Index.create(self._folder.with_name(_MAKING), stamp=stamp)
        try:
            ids = articles.in_order(connection)
            pace = Pace("mending the index", len(ids), self._tell)
            for start in range(0, len(ids), COMMIT):
                batch = ids[start : start + COMMIT]
                index.apply(_article_docs(connection, batch), (), _quote_docs(connection, batch))
                pace.step(len(batch))
            index.settle()
        except BaseException:
            index.close()
            self._clear()
            raise
        return index

    def _put_in_place(self, made: Index) -> Index:
        """Let an index that was made beside the present one take its place."""
        stamp = made.stamp
        made.close()
        if self._folder.exists():
            self._folder.rename(self._folder.with_name(_FORMER))
        self._folder.with_name(_MAKING).rename(self._folder)
        with self._database.transaction() as writing:
            outbox.set_whole(writing, True, stamp.generation)
        self._clear()
        return Index.open(self._folder, stamp=stamp)

    def _clear(self) -> None:
        """Throw away what a process left that was ended while it made an index."""
        for name in (_MAKING, _FORMER):
            _drop(self._folder.with_name(name))

    def _apply(self, letters: Sequence[outbox.Letter]) -> None:
        connection = self._database.connection()
        changed: set[str] = set()
        read: set[str] = set()
        removed: set[str] = set()
        for letter in letters:
            {"article": changed, "quotes": read, "removed": removed}[letter.what].add(
                letter.article
            )
        # What counts is how things stand now, not the order in which they were told.
        told = changed | read | removed
        current = articles.current(connection, told)
        waiting = sorted((changed | removed) & current)
        for article in facts.corrected_among(connection, self._prepared.keys() & set(waiting)):
            self.look_up(article)
        prepared = [self._prepared.pop(a) for a in waiting if a in self._prepared]
        at_hand = {each.id for each in prepared}
        self._index.apply(
            chain(prepared, _article_docs(connection, [a for a in waiting if a not in at_hand])),
            sorted(told - current),
            # What was told of as an article only keeps the quotes that are indexed for it.
            _quote_docs(connection, sorted((read | removed) & current)),
        )


def stamp_of(connection: sqlite3.Connection) -> Stamp:
    """The stamp that the index of this store must bear."""
    identity = meta(connection, "uuid") or ""
    return Stamp(identity, SCHEMA, outbox.generation(connection))


def rebuild(database: Database, folder: Path, tell: Tell) -> int:
    """Make the index anew, holding the archive's lock; the number of articles in it."""
    with working(folder, patient=True):
        indexer = Indexer(database, folder, tell)
        try:
            count = indexer.rebuild()
            indexer.catch_up()
        finally:
            indexer.close()
        tell(Progress("idle"))
        return count


def _drop(folder: Path) -> None:
    """Delete an index folder, or whatever has its name."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def _article_docs(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[ArticleDoc]:
    for start in range(0, len(ids), _LOOKED_UP):
        known = articles.with_texts(connection, ids[start : start + _LOOKED_UP])
        for article, text in known.values():
            yield ArticleDoc(article.id, text, article.form, article.files)


def _quote_docs(connection: sqlite3.Connection, ids: Sequence[str]) -> Iterator[QuoteDocs]:
    languages = articles.languages(connection, ids)
    for article_id in ids:
        quotes = readings.quotes_as_read(connection, article_id)
        mentions = readings.mentions_of(connection, article_id)
        actors = tuple(sorted({actor for _, _, actor in mentions}))
        read = quote_docs(quotes, mentions)
        yield QuoteDocs(article_id, read, actors, languages.get(article_id))


def quote_docs(
    quotes: Sequence[Quote], mentions: Sequence[tuple[int, int, int]]
) -> tuple[QuoteDoc, ...]:
    """The quotes of one article as the index takes them.

    `mentions` are the start, the end and the actor of each mention in the article; a quote is
    about those within it.
    """
    return tuple(
        QuoteDoc(
            quote.start,
            quote.end,
            quote.text,
            quote.kind,
            quote.speaker_id,
            tuple(sorted({a for start, end, a in mentions if _within(quote, start, end)})),
        )
        for quote in quotes
    )


def _within(quote: Quote, start: int, end: int) -> bool:
    return quote.start <= start and end <= quote.end
