"""What a reader gives, and how it says that it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it stands in a file: its canonical text, and of which bytes it is made.

    `item` counts the articles of one file from 0; `size` is the file's, in bytes, `mtime_ns`
    its time of change in nanoseconds since 1970.
    """

    path: Path
    item: int
    text: str
    file_sha256: str
    size: int
    mtime_ns: int


class Unreadable(Exception):
    """A file that gives no article. `reason` is a short clause for a person: "empty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
