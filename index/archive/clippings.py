"""Clippings: the passages a person kept. Everything here is a journal entry, and can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.archive.anchoring import CONTEXT, Anchoring, Place
from index.article import Cited, DatelineError, NothingFound, Paragraph, Passage, Quote, Reading
from index.store import articles, journal, lineage, names, removals
from index.store.database import Database


class Clippings:
    """Keeps, drops and finds passages of one archive."""

    def __init__(
        self,
        database: Database,
        reading: Callable[[str], Reading],
        found_by: Callable[[str], frozenset[str]],
    ) -> None:
        self._database = database
        self._reading = reading
        self._found_by = found_by

    def passage(self, article: str, start: int, end: int) -> Cited:
        """A passage with its citation, not kept.

        Raises `DatelineError` when the span is empty or not within the article.
        """
        reading = self._reading(article)
        if not 0 <= start < end <= len(reading.text):
            raise DatelineError(
                f"{start} to {end} is no passage of {article}: {_wrong(start, end, reading.text)}."
            )
        passage = cut(reading, start, end)
        return Cited(passage, reading.article, self._spoken(reading.quotes, start, end))

    def keep(
        self, article: str, start: int, end: int, *, note: str = "", tags: Sequence[str] = ()
    ) -> Passage:
        """Keep a passage for good; one that is `kept` already is returned as it is.

        Raises `ReadOnlyArchive`, or `DatelineError` as `passage`.
        """
        passage = replace(
            self.passage(article, start, end).passage,
            id=uuid.uuid4().hex[:12],
            note=note,
            tags=tuple(tags),
        )
        with self._database.transaction() as connection:
            # Asked within the transaction, so that two at a time do not both keep it.
            if there := self.kept(article, start, end, note=note, tags=tags):
                return there
            entry = journal.append(connection, "keep", passage.to_json())
        return replace(passage, kept_at=entry.at)

    def kept(
        self, article: str, start: int, end: int, *, note: str = "", tags: Sequence[str] = ()
    ) -> Passage | None:
        """The clipping of exactly this span with this note and these tags, None without one.

        One that was taken from an earlier text of this very article counts where its words stand
        now.
        """
        wanted = (Place(article, start, end), note, frozenset(tags))
        anchoring = self._anchoring()
        for passage in self._kept():
            if passage.article == article:
                at = anchoring.within(article, passage)
                if (at, passage.note, frozenset(passage.tags)) == wanted:
                    return passage
        return None

    def drop(self, clipping: str) -> Passage:
        """Drop a clipping; undo brings it back. Raises `NothingFound` for an unknown id."""
        for passage in self._kept():
            if passage.id == clipping:
                with self._database.transaction() as connection:
                    journal.append(connection, "drop", {"id": clipping})
                return passage
        raise NothingFound(f"There is no clipping {clipping}. `dateline clippings` lists them.")

    def spans(self) -> frozenset[tuple[str, int, int]]:
        """Article, start and end of each clipping whose words stand in that article now."""
        anchoring = self._anchoring()
        places = (anchoring.within(kept.article, kept) for kept in self._kept())
        return frozenset(place for place in places if place is not None)

    def count(self) -> int:
        return len(self._kept())

    def all(self, query: str | None = None) -> list[Cited]:
        """The clippings, oldest first; with a query, those of the articles it finds.

        Each is cited from the version and the text it was taken from. One whose words what is
        current no longer has is marked `source_changed`; one whose article was deleted for good
        `source_removed`, with all that is left to cite it by.
        """
        kept = self._kept()
        if query is not None:
            found = self._found_by(query)
            kept = [passage for passage in kept if self._current(passage) in found]
        cited = []
        anchoring = self._anchoring()
        removed = removals.purged(
            self._database.connection(), {passage.article for passage in kept}
        )
        for passage in kept:
            if passage.article in removed:
                article, quotes = removed[passage.article]
                spoken: tuple[Quote, ...] = ()
                if passage.text_sha256 == article.text_sha256:
                    spoken = _spoken(quotes, passage.start, passage.end)
                cited.append(Cited(replace(passage, source_removed=True), article, spoken))
                continue
            source = articles.get(self._database.connection(), [passage.article])
            if passage.article in source:
                place = anchoring.now(passage)
                # What was read in another text says nothing of the places of this one.
                within = place
                if anchoring.stands(passage):
                    within = Place(passage.article, passage.start, passage.end)
                quotes = self._spoken_at(within)
                passage = replace(passage, source_changed=place is None)
                cited.append(Cited(passage, source[passage.article], quotes))
        return cited

    def place(self, passage: Passage) -> Place | None:
        """Where to show a clipping: in the version that it was taken from, as long as that has
        its text, else where its words stand now; None where they are gone."""
        anchoring = self._anchoring()
        if anchoring.stands(passage):
            return Place(passage.article, passage.start, passage.end)
        return anchoring.now(passage)

    def of(self, article: str) -> list[Passage]:
        """The clippings that stand in this article, in order of place.

        Those taken from an earlier version, or from an earlier text of this one, are found again
        by their exact words with what stood around them; where the words are gone they are left
        out here.
        """
        connection = self._database.connection()
        versions = {article, *lineage.older_versions(connection, article)}
        known = articles.get(connection, [article]).get(article)
        file_sha256 = known.file_sha256 if known is not None else None
        anchoring = self._anchoring()
        here: list[Passage] = []
        for passage in self._kept():
            place: Place | None = None
            if passage.article in versions:
                place = anchoring.within(article, passage)
            elif passage.file_sha256 == file_sha256:
                place = anchoring.now(passage)
            if place is not None and place.article == article:
                here.append(replace(passage, start=place.start, end=place.end))
        return sorted(here, key=lambda passage: (passage.start, passage.end))

    def _spoken(self, quotes: Sequence[Quote], start: int, end: int) -> tuple[Quote, ...]:
        """The speech in a passage, each speaker by the one name that the archive has for it."""
        spoken = _spoken(quotes, start, end)
        ids = {quote.speaker_id for quote in spoken if quote.speaker_id is not None}
        called = names.names_of(self._database.connection(), list(ids))
        return tuple(
            replace(quote, speaker=called.get(quote.speaker_id or 0, quote.speaker))
            for quote in spoken
        )

    def _spoken_at(self, place: Place | None) -> tuple[Quote, ...]:
        if place is None:
            return ()
        return self._spoken(self._reading(place.article).quotes, place.start, place.end)

    def _anchoring(self) -> Anchoring:
        return Anchoring(self._database.connection())

    def _kept(self) -> list[Passage]:
        return journal.clippings(journal.entries(self._database.connection()))

    def _current(self, passage: Passage) -> str:
        """The article under which a clipping is found."""
        newer = lineage.newer_version(self._database.connection(), passage.article)
        if newer is None and not articles.is_current(self._database.connection(), passage.article):
            place = self._anchoring().now(passage)
            return place.article if place is not None else passage.article
        return newer or passage.article


def cut(reading: Reading, start: int, end: int) -> Passage:
    """The passage of a span: its exact words, what stands around them, and both hashes."""
    return Passage(
        article=reading.article.id,
        start=start,
        end=end,
        exact=reading.text[start:end],
        prefix=reading.text[max(0, start - CONTEXT) : start],
        suffix=reading.text[end : end + CONTEXT],
        paragraph=_number(reading.paragraphs, start),
        page=reading.article.form.page_of(start, end),
        text_sha256=reading.article.text_sha256,
        file_sha256=reading.article.file_sha256,
    )


def _wrong(start: int, end: int, text: str) -> str:
    if start >= end:
        return "its end must come after its start"
    return f"its text has {len(text)} characters"


def _number(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    for paragraph in paragraphs:
        if paragraph.start <= start < paragraph.end:
            return paragraph.number
    return None


def _spoken(quotes: Sequence[Quote], start: int, end: int) -> tuple[Quote, ...]:
    """The speech that stands in a passage, for its citation."""
    return tuple(q for q in quotes if q.start < end and q.end > start and q.kind != "act")
