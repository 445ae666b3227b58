"""Paragraphs that stand on pages to a text, with where each page begins in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.article import Mark
from index.readers.composing import composed
from index.readers.pdf.paragraphs import Paged
from index.readers.raw import RawArticle

Pages = tuple[tuple[int, str], ...]


def paged(
    paragraphs: Sequence[Paged], labels: Sequence[str]
) -> tuple[str, tuple[Mark, ...], Pages]:
    """The text, the marks in it, and where each page begins, with what it is called."""
    text, marks = composed((each.what, each.words) for each in paragraphs)
    return text, marks, _pages(text, paragraphs, labels)


def paged_as(article: RawArticle, paragraphs: Sequence[Paged], labels: Sequence[str]) -> RawArticle:
    """An article of a delivery, whose paragraphs are among these, with its pages."""
    whole = {composed([(None, each.words)])[0]: each for each in reversed(paragraphs)}
    own = [whole[part] for part in article.text.split("\n\n") if part in whole]
    return replace(article, pages=_pages(article.text, own, labels))


def _pages(text: str, paragraphs: Sequence[Paged], labels: Sequence[str]) -> Pages:
    """Where the first words of each page stand. Nothing but spaces was changed in them."""
    found: list[tuple[int, str]] = []
    last = -1
    at = 0
    for paragraph in paragraphs:
        words, _ = composed([(None, paragraph.words)])
        start = text.find(words, at) if words else -1
        if start < 0:
            continue
        before = ""
        for page, part in paragraph.parts:
            if page > last:
                place = start + len(composed([(None, before)])[0])
                while place < start + len(words) and text[place] == " ":
                    place += 1
                found.append((place, labels[page]))
                last = page
            before += part
        at = start + len(words)
    return tuple(found)
