"""This reader, through the door that its screen and its commands use; and its index alone."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from pathlib import Path

from index.archive import Archive, open_archive
from index.article import DatelineError, Hit, QueryComplaint
from index.config import Config, load_config, shipped
from index.fulltext import SCHEMA, ArticleDoc, Index, Stamp
from index.newsform.reading import read_form
from tests.bench.corpus import Corpus, Piece
from tests.bench.engines.base import ROWS, Answer, Clock, Engine, Session, Size, bytes_below
from tests.bench.questions import NEAR, Question

_PROBE = 0.1
"""Seconds between looks whether anything can be found yet."""
_BATCH = 1000
"""Articles that the index is told of at once, as when they are taken in."""


class Reader(Engine):
    """The whole text phase: read, canonical text, news form, store, index. No quotes are read."""

    def __init__(self, processes: int) -> None:
        self.name = "Dateline" if processes == 1 else f"Dateline, {processes} processes"
        self._processes = processes

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        probe = _Probe(folder, clock)
        config = replace(config_for(folder), processes=self._processes)
        with open_archive(folder, config, start=True) as archive, probe:
            archive.ingest.add([corpus.dump], lambda _: None, read=False)

    def size(self, folder: Path) -> Size:
        return Size(bytes_below(folder / "index"), bytes_below(folder))

    def open(self, corpus: Corpus, folder: Path) -> Session | None:
        """What several processes built is no other index: it is asked once."""
        if self._processes > 1:
            return None
        return _ReaderSession(open_archive(folder, config_for(folder)))


class IndexPart(Engine):
    """The full-text index alone, from articles whose news form has been read already."""

    name = "Dateline, index alone"

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        index = Index.create(folder / "index", stamp=Stamp("bench", SCHEMA, 0))
        batch: list[ArticleDoc] = []
        with clock.paused():
            for number, piece in enumerate(corpus.pieces(), 1):
                batch.append(_document(number, piece))
                if len(batch) == _BATCH or number == corpus.size:
                    clock.start()
                    index.apply(batch)
                    clock.searchable()
                    clock.stop()
                    batch = []
        index.close()

    def size(self, folder: Path) -> Size:
        return Size(bytes_below(folder), bytes_below(folder))

    def open(self, corpus: Corpus, folder: Path) -> None:
        """It answers in the reader."""
        return


def _document(number: int, piece: Piece) -> ArticleDoc:
    text = f"{piece.title}\n\n{piece.text}" if piece.title else piece.text
    return ArticleDoc(f"{number:012x}", text, read_form(text))


def config_for(folder: Path) -> Config:
    """The shipped settings; nothing of the person who measures is read."""
    return replace(load_config(shipped("config.yaml")), archive_folder=folder)


class _Probe:
    """Searches beside the taking in, until something is found: what a person would do."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        with open_archive(self._folder, config_for(self._folder)) as archive:
            while not self._done.wait(_PROBE):
                if (self._folder / "index").is_dir() and _finds(archive):
                    self._clock.searchable()
                    return

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        self._clock.searchable()


def _finds(archive: Archive) -> bool:
    with contextlib.suppress(DatelineError):  # not made yet, or being made
        return archive.search.find("the OR said").count > 0
    return False


class _ReaderSession(Session):
    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def ask(self, question: Question) -> Answer | None:
        search = self._archive.search
        typed = _typed(question)
        if question.kind == "facets":
            facets = search.facets(typed)
            values = tuple(f"{v.text} {v.count}" for facet in facets for v in facet.values)
            return Answer(search.find(typed).count, values)
        by_date = question.kind == "sorted by date"
        try:
            found = search.find(typed, sort="-date" if by_date else "relevance")
        except QueryComplaint:  # its language does not know the class
            return None
        if question.kind == "exact count":
            return Answer(found.count)
        return Answer(found.count, _shown(search.hits(found, 0, ROWS)))

    def typed(self, letters: str) -> Answer | None:
        search = self._archive.search
        try:
            found = search.find(letters, typing=True)
        except DatelineError:  # what is half typed need not parse
            return Answer(0)
        return Answer(found.count, _shown(search.hits(found, 0, ROWS)))

    def close(self) -> None:
        self._archive.close()


def _shown(hits: list[Hit]) -> tuple[str, ...]:
    return tuple(hit.snippets[0].text if hit.snippets else "" for hit in hits)


def _typed(question: Question) -> str:
    """The question as a person types it."""
    together = " ".join(question.words)
    match question.kind:
        case "phrase" | "stop-word phrase":
            return f'"{together}"'
        case "proximity":
            return f'"{together}"~{NEAR}'
        case "prefix":
            return f"{together}*"
        case "wildcard":
            return question.pattern
        case "fuzzy":
            return f"~{together}"
        case "field and dates":
            dates = f"date:[{question.since} to {question.until}]"
            return f'{together} outlet:"{question.outlet}" {dates}'
        case _:
            # So that no word is taken for AND, OR or NOT: they are lower-case here.
            return together
