"""Passages out of the archive, in the formats of `index.export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.archive.articles import Articles
from index.archive.clippings import Clippings
from index.archive.searching import Search
from index.article import Cited
from index.export import FORMATS, cite, record, render, speech_of, write


class Export:
    """Gathers, renders and writes cited passages. It keeps nothing."""

    def __init__(self, search: Search, articles: Articles, clippings: Clippings) -> None:
        self._search = search
        self._articles = articles
        self._clippings = clippings

    def found(self, query: str) -> list[Cited]:
        """The paragraphs in which a query has a hit, by article in the order of the results.

        Raises `QueryComplaint`, or `IndexMending`.
        """
        cited = []
        for article in self._search.find(query).ids:
            reading = self._articles.get(article)
            hits = self._search.matches(query, reading)
            for paragraph in reading.paragraphs:
                if any(start < paragraph.end and end > paragraph.start for start, end in hits):
                    cited.append(self._clippings.passage(article, paragraph.start, paragraph.end))
        return cited

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of the formats, the usual one first."""
        return tuple(FORMATS)

    def render(self, cited: Sequence[Cited], format: str) -> str:  # noqa: A002
        return render(cited, format)

    def cite(self, cited: Cited) -> str:
        """One passage with its citation, as plain text for the clipboard."""
        return cite(cited)

    def record(self, cited: Cited) -> dict[str, object]:
        """The passage's stable shape, with its citation and the speech in it."""
        return record(cited)

    def speech(self, cited: Cited) -> list[str]:
        """Whose words the passage holds and how, a line each; empty where there is no speech."""
        return speech_of(cited)

    def default_name(self, format: str) -> str:  # noqa: A002
        """A name for a file of this format."""
        return f"passages{FORMATS[format].extension}"

    def write(
        self,
        cited: Sequence[Cited],
        format: str,  # noqa: A002
        path: Path,
        overwrite: bool = False,
    ) -> Path:
        """Write the passages to a file, whole or not at all.

        Raises `DatelineError` when the file is there and `overwrite` is not set, or when it
        cannot be written.
        """
        write(path, render(cited, format), overwrite=overwrite)
        return path
