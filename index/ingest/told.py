"""A file, or a row of a dump, as a person is told of it."""

from __future__ import annotations

import os
from pathlib import Path

from index.text import one_line


def shown(path: Path, item: int | None, reason: str) -> tuple[str, str]:
    """A file or a row of one, counted from 1, and why it could not be read."""
    row = "" if item is None else f", row {item + 1:,}"
    return one_line(os.fsdecode(path)) + row, reason
