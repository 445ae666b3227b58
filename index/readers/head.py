"""How a file begins, as what tells formats apart looks at it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from index.readers.raw import Names
from index.text import NotText, decode

SAMPLE = 1 << 16
"""Bytes from the beginning of a file that tell what it is."""

_PACKINGS = frozenset((".gz", ".xz", ".bz2", ".txt"))
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class Head:
    """The first `SAMPLE` bytes of a file or part, or all of a shorter one, unpacked.

    `names` are those that columns of dumps may have.
    """

    data: bytes
    name: str
    names: Names

    @property
    def whole(self) -> bool:
        """Whether this is all there is."""
        return len(self.data) < SAMPLE

    @cached_property
    def suffix(self) -> str:
        """The suffix in small letters, with its dot, packings aside: ".html" of "A.HTML.gz"."""
        suffixes = PurePath(self.name).suffixes
        return next((s for s in map(str.lower, reversed(suffixes)) if s not in _PACKINGS), "")

    @cached_property
    def text(self) -> str | None:
        """The bytes as text, without a byte-order mark; None where they are none."""
        try:
            if self.data.startswith(_UTF16):
                return self.data.decode("utf-16", "replace").lstrip("\ufeff")
            return decode(self.data).lstrip("\ufeff")
        except NotText:
            return None
