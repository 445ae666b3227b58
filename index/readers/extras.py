"""Libraries that only some installations have: one for each sort of file that is rarer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from index.readers.raw import Unreadable


@contextmanager
def needing(what: str, extra: str) -> Iterator[None]:
    """Where libraries are imported: without one of them, says which command adds it.

    `what` is the sort of file, "a PDF"; `extra` the name of what brings the library along.
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise Unreadable(
            f"{what}, and reading it needs {missing.name}, "
            f"which `pip install 'dateline[{extra}]'` adds"
        ) from missing
