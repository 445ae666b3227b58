"""The engines that are measured: one interface, one small class each."""

from __future__ import annotations

from tests.bench.engines.base import Engine
from tests.bench.engines.fts5 import Fts5
from tests.bench.engines.plain_whoosh import PlainWhoosh
from tests.bench.engines.reader import IndexPart, Reader
from tests.bench.engines.recoll import Recoll
from tests.bench.engines.ripgrep import Ripgrep

ENGINES: tuple[Engine, ...] = (
    Reader(processes=1),
    Reader(processes=2),
    IndexPart(),
    PlainWhoosh(),
    Fts5(),
    Recoll(),
    Ripgrep(),
)
"""The reader first, then what it is measured by."""


def named(name: str) -> Engine:
    """The engine of this name."""
    return next(engine for engine in ENGINES if engine.name == name)


__all__ = ["ENGINES", "Engine", "named"]
