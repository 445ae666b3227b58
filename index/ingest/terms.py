"""What the configuration says of the work."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """`model` is the package that reads for quotes, `max_bytes` bounds a file of plain text."""

    model: str
    max_bytes: int
