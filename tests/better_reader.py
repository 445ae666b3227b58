"""A reader that reads plain text better than the present one, as a later release may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from index.readers import plain, registry
from index.readers.format import Whole, mark
from index.readers.raw import Bounds, Document, RawArticle, Read

MENU = "Home | News | Sport\n\n"
MORE = "\nRead more: All about the harbour\n"


def printed(text: str) -> str:
    """A text with what a site prints around it."""
    return MENU + text + MORE


def without(raw: RawArticle) -> list[RawArticle]:
    """The article and nothing else."""
    return [replace(raw, text=raw.text.removeprefix(MENU).removesuffix(MORE))]


def use(
    monkeypatch: pytest.MonkeyPatch, better: Callable[[RawArticle], list[RawArticle]] = without
) -> None:
    """From now on plain text is read by a reader of the next version."""

    def articles(document: Document, bounds: Bounds) -> Read:
        for found in plain.FORMAT.articles(document, bounds):
            yield from better(found) if isinstance(found, RawArticle) else [found]

    known = registry.FORMATS
    text = Whole("text", plain.FORMAT.version + 1, plain.FORMAT.tells, articles, risky=False)
    formats = tuple(text if each is plain.FORMAT else each for each in known)
    monkeypatch.setattr(registry, "FORMATS", formats)
    monkeypatch.setattr("index.readers.MARKS", frozenset(map(mark, formats)))
