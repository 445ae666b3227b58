"""Whoosh as its documentation teaches it: one writing process, stemming, phrases, stored text."""

from __future__ import annotations

import logging
import warnings
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.bench.corpus import Corpus, Piece
from tests.bench.engines.base import ROWS, Answer, Clock, Engine, Session, Size, bytes_below
from tests.bench.questions import NEAR, Question

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it is older than the Python it runs on
    from whoosh import fields, index, query, sorting
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.qparser import FuzzyTermPlugin, MultifieldParser


class PlainWhoosh(Engine):
    """Of larger corpora than `most` it is not asked: building takes minutes, some queries too."""

    name = "plain Whoosh"
    most = 10_000

    def build(self, corpus: Corpus, folder: Path, clock: Clock) -> None:
        stemming = StemmingAnalyzer()
        schema = fields.Schema(
            title=fields.TEXT(stored=True, analyzer=stemming),
            text=fields.TEXT(stored=True, analyzer=stemming, phrase=True),
            outlet=fields.ID(stored=True, sortable=True),
            month=fields.ID(sortable=True),
            date=fields.DATETIME(stored=True, sortable=True),
        )
        writer = index.create_in(str(folder), schema).writer(limitmb=256, procs=1)
        for piece in corpus.pieces():
            writer.add_document(
                title=piece.title,
                text=piece.text,
                outlet=piece.outlet,
                month=piece.date[:7],
                date=_moment(piece),
            )
        writer.commit()
        clock.searchable()

    def size(self, folder: Path) -> Size:
        """The texts are stored in the index."""
        stored = bytes_below(folder)
        return Size(stored, stored)

    def open(self, corpus: Corpus, folder: Path) -> Session:
        return _WhooshSession(index.open_dir(str(folder)))


class _WhooshSession(Session):
    def __init__(self, opened: Any) -> None:
        logging.getLogger("whoosh").setLevel(logging.ERROR)
        self._searcher = opened.searcher()
        self._parser = MultifieldParser(["title", "text"], opened.schema)
        self._parser.add_plugin(FuzzyTermPlugin())

    def ask(self, question: Question) -> Answer | None:
        asked = self._parser.parse(_typed(question))
        match question.kind:
            case "exact count":
                return Answer(len(self._searcher.search(asked, limit=1)))
            case "facets":
                return self._facets(asked)
            case "sorted by date":
                found = self._searcher.search(asked, limit=ROWS, sortedby="date", reverse=True)
            case "field and dates":
                bounds = query.And(
                    [
                        query.Term("outlet", question.outlet),
                        query.DateRange(
                            "date",
                            datetime.fromisoformat(question.since),
                            datetime.fromisoformat(question.until),
                        ),
                    ]
                )
                found = self._searcher.search(asked, limit=ROWS, filter=bounds)
            case _:
                found = self._searcher.search(asked, limit=ROWS)
        return Answer(len(found), tuple(hit.highlights("text") for hit in found))

    def close(self) -> None:
        self._searcher.close()

    def _facets(self, asked: Any) -> Answer:
        by = sorting.Facets().add_field("outlet").add_field("month")
        found = self._searcher.search(asked, limit=None, groupedby=by, maptype=sorting.Count)
        rows: list[str] = []
        for name in by.names():
            groups = sorted(found.groups(name).items(), key=lambda group: -group[1])
            rows += (f"{value} {count}" for value, count in groups[:12])
        return Answer(len(found), tuple(rows))


def _typed(question: Question) -> str:
    """The question in the language of Whoosh's own parser."""
    together = " ".join(question.words)
    match question.kind:
        case "phrase" | "stop-word phrase":
            return f'"{together}"'
        case "proximity":  # in this order only, which is all that its phrases know
            return f'"{together}"~{NEAR}'
        case "prefix":
            return f"{together}*"
        case "wildcard":
            return question.pattern
        case "fuzzy":
            return f"{together}~1/2"
        case _:
            return together


def _moment(piece: Piece) -> datetime | None:
    try:
        return datetime.fromisoformat(piece.date)
    except ValueError:
        return None
