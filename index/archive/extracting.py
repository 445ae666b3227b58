"""Quotes and actors of texts that stand in no archive."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from index.article import DatelineError, Extraction
from index.config import Config


def extract_texts(
    rows: Iterable[tuple[str, str]], config: Config, *, ahead: bool = False
) -> Iterator[tuple[str, Extraction]]:
    """For each (name, text) the name and what was found, one at a time, in order.

    With `ahead`, rows are taken before they are wanted, so that the processes which the
    configuration grants can be at several. Offsets are code points into the text exactly as it
    was handed in. Furniture is told by the rules of news form and yields nothing. Raises
    `DatelineError` when the model is not there, and for a text over which reading fails.
    """
    from index.ingest.crew import Crew, Failed, how_many
    from index.ingest.progress import never
    from index.ingest.reading import FEW, Quoting, ReadTask
    from index.newsform.reading import read_form

    waiting = iter(rows)
    first = list(islice(waiting, FEW + 1)) if ahead else []
    processes = how_many(config.processes) if len(first) > FEW else 1
    tasks = (
        ReadTask(name, text, read_form(text, file_name=name))
        for name, text in chain(first, waiting)
    )
    with tempfile.TemporaryDirectory(prefix="dateline-") as shared:
        alone = processes == 1
        job = Quoting(config.model, None if alone else Path(shared))
        with Crew(job, 0 if alone else processes, ahead=1, helping=False) as crew:
            for task, found in crew.results(tasks, ordered=True, stop=never):
                if isinstance(found, Failed):
                    raise DatelineError(f"{task.article} could not be read: {found.why}.")
                yield task.article, found
