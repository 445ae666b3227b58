"""Clippings: the passages a person kept. Everything here is a journal entry, and can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.article import Cited, DatelineError, NothingFound, Paragraph, Passage, Quote, Reading
from index.store import articles, journal, lineage, names, removals
from index.store.database import Database

_CONTEXT = 32
"""Code points of prefix and suffix, as W3C's TextQuoteSelector has them."""


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
        """The clipping of exactly this span with this note and these tags, None without one."""
        wanted = (article, start, end, note, frozenset(tags))
        for passage in self._kept():
            at = (passage.article, passage.start, passage.end)
            if (*at, passage.note, frozenset(passage.tags)) == wanted:
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
        """Article, start and end of each clipping."""
        return frozenset((kept.article, kept.start, kept.end) for kept in self._kept())

    def count(self) -> int:
        return len(self._kept())

    def all(self, query: str | None = None) -> list[Cited]:
        """The clippings, oldest first; with a query, those of the articles it finds.

        Each is cited from the version it was taken from. One whose words a newer version no
        longer has is marked `source_changed`; one whose article was deleted for good
        `source_removed`, with all that is left to cite it by.
        """
        kept = self._kept()
        if query is not None:
            found = self._found_by(query)
            kept = [passage for passage in kept if self._current(passage.article) in found]
        cited = []
        removed = removals.purged(
            self._database.connection(), {passage.article for passage in kept}
        )
        for passage in kept:
            if passage.article in removed:
                article, quotes = removed[passage.article]
                spoken = _spoken(quotes, passage.start, passage.end)
                cited.append(Cited(replace(passage, source_removed=True), article, spoken))
                continue
            source = articles.get(self._database.connection(), [passage.article])
            if passage.article in source:
                reading = self._reading(passage.article)
                quotes = self._spoken(reading.quotes, passage.start, passage.end)
                changed = self._in_newer(passage) == ()
                cited.append(
                    Cited(replace(passage, source_changed=changed), source[passage.article], quotes)
                )
        return cited

    def of(self, article: str) -> list[Passage]:
        """The clippings that stand in this article, in order of place.

        Those taken from an earlier version are found again by their exact words with what
        stood around them; where the words are gone they are left out here.
        """
        connection = self._database.connection()
        earlier = set(lineage.older_versions(connection, article))
        text: str | None = None
        here: list[Passage] = []
        for passage in self._kept():
            if passage.article == article:
                here.append(passage)
            elif passage.article in earlier:
                text = text or articles.text_of(connection, article) or ""
                start = anchor(text, passage)
                if start is not None:
                    here.append(replace(passage, start=start, end=start + len(passage.exact)))
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

    def _kept(self) -> list[Passage]:
        return journal.clippings(journal.entries(self._database.connection()))

    def _current(self, article: str) -> str:
        return lineage.newer_version(self._database.connection(), article) or article

    def _in_newer(self, passage: Passage) -> tuple[int, ...] | None:
        """Where the words stand in the newest version; None when theirs is the newest."""
        newer = lineage.newer_version(self._database.connection(), passage.article)
        if newer is None:
            return None
        text = articles.text_of(self._database.connection(), newer) or ""
        start = anchor(text, passage)
        return () if start is None else (start,)


def cut(reading: Reading, start: int, end: int) -> Passage:
    """The passage of a span: its exact words, what stands around them, and both hashes."""
    return Passage(
        article=reading.article.id,
        start=start,
        end=end,
        exact=reading.text[start:end],
        prefix=reading.text[max(0, start - _CONTEXT) : start],
        suffix=reading.text[end : end + _CONTEXT],
        paragraph=_number(reading.paragraphs, start),
        page=reading.article.form.page_of(start, end),
        text_sha256=reading.article.text_sha256,
        file_sha256=reading.article.file_sha256,
    )


def _wrong(start: int, end: int, text: str) -> str:
    if start >= end:
        return "its end must come after its start"
    return f"its text has {len(text)} characters"


def anchor(text: str, passage: Passage) -> int | None:
    """Where the exact words of a passage begin in another text, None if they are not there.

    Of several places the one whose surroundings agree best, then the one nearest to the old
    place (W3C Web Annotation, 4.2.4: prefix and suffix tell equal words apart).
    """
    best: tuple[int, int, int] | None = None
    at = text.find(passage.exact)
    while at >= 0:
        before = _agreement(text[max(0, at - _CONTEXT) : at][::-1], passage.prefix[::-1])
        end = at + len(passage.exact)
        after = _agreement(text[end : end + _CONTEXT], passage.suffix)
        candidate = (before + after, -abs(at - passage.start), at)
        best = candidate if best is None else max(best, candidate)
        at = text.find(passage.exact, at + 1)
    return None if best is None else best[2]


def _agreement(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _number(paragraphs: Sequence[Paragraph], start: int) -> int | None:
    for paragraph in paragraphs:
        if paragraph.start <= start < paragraph.end:
            return paragraph.number
    return None


def _spoken(quotes: Sequence[Quote], start: int, end: int) -> tuple[Quote, ...]:
    """The speech that stands in a passage, for its citation."""
    return tuple(q for q in quotes if q.start < end and q.end > start and q.kind != "act")
