"""Plain text: one article a file, in whatever encoding it comes."""

from __future__ import annotations

from index.readers.formats import foreign
from index.readers.raw import Unreadable
from index.text import NotText, canonical, decode


def articles(data: bytes) -> list[str]:
    """The canonical texts of the articles in a file's bytes: one. Raises `Unreadable`."""
    try:
        decoded = decode(data)
    except NotText as error:
        raise Unreadable(str(error)) from error
    if (what := foreign(decoded)) is not None:
        raise Unreadable(what)
    text = canonical(decoded)
    if not text.strip():
        raise Unreadable("empty")
    return [text]
