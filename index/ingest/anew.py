"""What a file says now, without storing it: for comparing it with what was taken from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.ingest.crew import Crew
from index.ingest.progress import never
from index.ingest.terms import Terms
from index.ingest.understanding import FileRead, FileTask, Outcome, Task, Understanding
from index.readers import Document, Dump, Unreadable, articles_of, reading
from index.readers.columns import Columns, record_of
from index.text import canonical


def texts_of(path: Path, terms: Terms) -> Iterator[str]:
    """The canonical texts in a file; of a dump all that its rows say. Of one that cannot be read
    none."""
    job = Understanding(terms, terms.patience)
    with Crew[Task, Outcome](job, 0, ahead=1, helping=True) as crew:
        for _, outcome in crew.results(iter([FileTask(path)]), ordered=True, stop=never):
            if isinstance(outcome, FileRead):
                yield from (each.article.text for each in outcome.articles or ())
            elif isinstance(outcome, Dump):
                yield from _rows(outcome, terms)


def _rows(dump: Dump, terms: Terms) -> Iterator[str]:
    columns = Columns(terms.names)
    with reading(dump, terms.bounds) as (_, rows):
        for row in rows:
            if isinstance(row, Document):
                found = articles_of(row, columns, terms.bounds, risky=True)
                yield from (each.text for each in found if not isinstance(each, Unreadable))
                continue
            try:
                record = record_of(row) if isinstance(row, bytes) else row
            except Unreadable:
                continue
            if isinstance(record, Unreadable):
                continue
            for value in record.values():
                parts = value if isinstance(value, list) else [value]
                told = [part for part in parts if isinstance(part, str)]
                if told:
                    yield canonical("\n\n".join(told))
