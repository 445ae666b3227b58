"""Files read with the shipped names for columns, and dumps gone through to their end."""

from __future__ import annotations

from pathlib import Path

from index.config import load_config, shipped
from index.readers import (
    Columns,
    Dump,
    Given,
    RawArticle,
    Unreadable,
    read,
    reading,
    record_of,
)

NAMES = load_config(shipped("config.yaml")).dumps
LIMIT = 1024 * 1024


def articles(path: Path, max_bytes: int = LIMIT) -> list[RawArticle]:
    """The articles of a file that is no dump."""
    found = read(path, max_bytes=max_bytes, names=NAMES)
    assert isinstance(found, list)
    return found


def refusal(path: Path, max_bytes: int = LIMIT) -> str:
    """Why a file is refused."""
    try:
        found = read(path, max_bytes=max_bytes, names=NAMES)
    except Unreadable as refused:
        return refused.reason
    raise AssertionError(f"read as {found}")


def rows(path: Path, max_bytes: int = LIMIT) -> list[tuple[str, Given] | str]:
    """Of each row of a dump the text and what is given beside it, or why there is none."""
    found = read(path, max_bytes=max_bytes, names=NAMES)
    assert isinstance(found, Dump)
    columns = Columns(NAMES)
    told: list[tuple[str, Given] | str] = []
    with reading(found, max_bytes=max_bytes) as (_, raw):
        for row in raw:
            try:
                if isinstance(row, Unreadable):
                    raise row
                record = record_of(row) if isinstance(row, bytes) else row
                told.append(columns.article_of(record))
            except Unreadable as bad:
                told.append(bad.reason)
    return told


def texts(path: Path, max_bytes: int = LIMIT) -> list[str]:
    """The texts of a dump, a reason in the place of a row without one."""
    return [row if isinstance(row, str) else row[0] for row in rows(path, max_bytes)]
