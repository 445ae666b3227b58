"""Quotes and actors of texts that stand in no archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.article import Extraction
from index.config import Config


def extract_texts(
    rows: Iterable[tuple[str, str]], config: Config
) -> Iterator[tuple[str, Extraction]]:
    """For each (name, text) the name and what was found, one at a time.

    Offsets are code points into the text exactly as it was handed in. Furniture is told by the
    rules of news form and yields nothing. Raises `DatelineError` when the model is not there.
    """
    from index.extract import extract, load_model
    from index.newsform.reading import read_form

    model = load_model(config.model)
    for name, text in rows:
        yield name, extract(text, read_form(text, file_name=name), model=model)
