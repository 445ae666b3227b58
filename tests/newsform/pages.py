"""Articles put together for the tests as papers print them."""

from __future__ import annotations

from index.article import NewsForm
from index.newsform.reading import read_form

LEDE = (
    "The government said on Wednesday that it would not take part in the talks, which are to "
    "begin next week in the capital."
)
COPY = (
    LEDE,
    'A spokesman told reporters that the offer was "far from serious" and that the other side '
    "had been told so.",
    "Neither side has met the other since the ceasefire broke down in the spring, and diplomats "
    "say that little has changed.",
)


def page(*above: str, below: tuple[str, ...] = (), copy: tuple[str, ...] = COPY) -> str:
    """Lines above the copy, the copy, lines below, parted by blank lines."""
    return "\n\n".join((*above, *copy, *below)) + "\n"


def read(*above: str, below: tuple[str, ...] = (), copy: tuple[str, ...] = COPY) -> NewsForm:
    return read_form(page(*above, below=below, copy=copy))


def furniture(text: str) -> list[tuple[str, str]]:
    return [(piece.what, text[piece.start : piece.end]) for piece in read_form(text).furniture]
