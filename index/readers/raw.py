"""What a reader gives, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

Names = Mapping[str, tuple[str, ...]]
"""For each field of an article the names that dumps may have for it, the first one first."""

Given = Mapping[str, tuple[str, ...]]
"""What is said of an article beside its text, by field, each in one line: `{"title": ("…",)}`."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it stands in a file: its canonical text, and of which bytes it is made.

    `item` counts the articles of one file from 0, rows of a dump that cannot be read included;
    `size` is the file's, in bytes, `mtime_ns` its time of change in nanoseconds since 1970.
    """

    path: Path
    item: int
    text: str
    file_sha256: str
    size: int
    mtime_ns: int
    given: Given = field(default_factory=dict)


class Unreadable(Exception):
    """A file or a row that gives no article. `reason` is a short clause for a person: "empty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
