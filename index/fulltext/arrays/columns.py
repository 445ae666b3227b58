"""Columns of fixed width, as the schema names them and Whoosh's stock writer takes them too."""

from __future__ import annotations

from typing import Any, Final, Literal

import numpy as np

from index.fulltext.engine import columns

IDENTIFIER: Final = np.dtype("S12")
"""An article's id: 12 bytes, fewer are filled up with zeros."""


class Figures(columns.NumericColumn):  # type: ignore[misc]
    """Whole numbers of 32 bits, signed (`i`) or not (`I`); 0 where a document has none."""

    def __init__(self, typecode: Literal["i", "I"]) -> None:
        super().__init__(typecode, default=0)
        self.kind: np.dtype[Any] = np.dtype("<i4" if typecode == "i" else "<u4")


class Identifiers(columns.VarBytesColumn):  # type: ignore[misc]
    """Ids of articles; empty where a document has none."""

    kind: np.dtype[Any] = IDENTIFIER
