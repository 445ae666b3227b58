"""Files read with the shipped names for columns, and dumps gone through to their end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index.config import load_config, shipped
from index.readers import (
    Bounds,
    Columns,
    Content,
    Dump,
    Given,
    RawArticle,
    Unreadable,
    articles_of,
    read,
    reading,
)

NAMES = load_config(shipped("config.yaml")).dumps
LIMIT = 1024 * 1024


BOUNDS = Bounds(LIMIT, 64 * LIMIT, NAMES)


def bounds(max_bytes: int) -> Bounds:
    return replace(BOUNDS, article=max_bytes)


def content(path: Path, max_bytes: int = LIMIT) -> Content:
    """What a file came to that is no dump."""
    found = read(path, bounds(max_bytes), risky=True)
    assert isinstance(found, Content)
    return found


def articles(path: Path, max_bytes: int = LIMIT) -> list[RawArticle]:
    """The articles of a file that is no dump."""
    found = content(path, max_bytes).found or ()
    return [each for each in found if isinstance(each, RawArticle)]


def only(path: Path, data: bytes | str) -> RawArticle:
    """The one article of a file with these bytes."""
    (article,) = articles(_written(path, data))
    return article


def found_in(folder: Path, data: bytes | str) -> list[RawArticle | str]:
    """The articles of a file that is told by its content alone, a reason in the place of one."""
    found = content(_written(folder / "told by its content", data)).found or ()
    return [each.reason if isinstance(each, Unreadable) else each for each in found]


def set_as(article: RawArticle) -> list[tuple[str, str]]:
    """The paragraphs of which the source says how they are set, with what it says."""
    return [(mark.what, article.text[mark.start : mark.end]) for mark in article.marks]


def refusal(path: Path, max_bytes: int = LIMIT) -> str:
    """Why a file is refused."""
    try:
        found = read(path, bounds(max_bytes), risky=True)
    except Unreadable as refused:
        return refused.reason
    if isinstance(found, Content) and found.found and isinstance(found.found[0], Unreadable):
        return found.found[0].reason
    raise AssertionError(f"read as {found}")


def gone_through(path: Path, max_bytes: int = LIMIT) -> list[RawArticle | Unreadable]:
    """What the rows of a dump come to, in order."""
    dump = read(path, bounds(max_bytes), risky=True)
    assert isinstance(dump, Dump)
    columns = Columns(NAMES)
    with reading(dump, bounds(max_bytes)) as (_, raw):
        return [each for row in raw for each in articles_of(row, columns, BOUNDS, risky=True)]


def rows(path: Path, max_bytes: int = LIMIT) -> list[tuple[str, Given] | str]:
    """Of each row of a dump the text and what is given beside it, or why there is none."""
    return [
        each.reason if isinstance(each, Unreadable) else (each.text, each.given)
        for each in gone_through(path, max_bytes)
    ]


def texts(path: Path, max_bytes: int = LIMIT) -> list[str]:
    """The texts of a dump, a reason in the place of a row without one."""
    return [row if isinstance(row, str) else row[0] for row in rows(path, max_bytes)]


def _written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path
