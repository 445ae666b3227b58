"""A file, or a part or a row of one, as a person is told of it."""

from __future__ import annotations

import os
from pathlib import Path

from index.text import one_line

_ROWS = 1 << 32
"""The second article of a row counts from here: see `index.ingest.understanding`."""


def shown(path: Path, item: int | None, reason: str) -> tuple[str, str]:
    """A file, or a part or row of one, in one line, and why it could not be read.

    The reason for a part names it first, as "2024/may.pdf: encrypted"; what is no part with a name
    is a row, counted from 1.
    """
    file = one_line(os.fsdecode(path))
    if item is None:
        return file, reason
    part, _, why = reason.rpartition(": ")
    if part:
        return f"{file}: {one_line(part)}", why
    return f"{file}, row {item % _ROWS + 1:,}", reason
