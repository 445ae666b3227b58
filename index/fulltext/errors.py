"""What can go wrong with an index on disk, as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.article import ArchiveBusy, DatelineError
from index.fulltext.engine import LockError


class IndexDamaged(DatelineError):
    """The index is missing, torn, foreign or of another version: make it anew from the store."""


class IndexNotWritten(DatelineError):
    """The disk took no more; what was there before still stands."""


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Whatever Whoosh raises while it reads becomes `IndexDamaged`.

    A torn file makes it raise nearly anything (struct.error, EOFError, TypeError, zlib.error,
    UnpicklingError …), so nothing narrower will do.
    """
    try:
        yield
    except DatelineError:
        raise
    except Exception as error:
        raise damaged(folder, str(error) or type(error).__name__) from error


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Like `reading`; a lock that is held and a disk that refuses have sentences of their own."""
    try:
        with reading(folder):
            yield
    except IndexDamaged as problem:
        cause = problem.__cause__
        if isinstance(cause, LockError):
            raise busy(folder) from cause
        if isinstance(cause, OSError) and not isinstance(cause, FileNotFoundError):
            raise IndexNotWritten(
                f"The search index in {folder} could not be written ({cause.strerror or cause}). "
                "Nothing is lost; make room or allow writing there, and it goes on."
            ) from cause
        raise


def damaged(folder: Path, why: str) -> IndexDamaged:
    """`why` is a clause for a person: "the stamp is missing"."""
    return IndexDamaged(
        f"The search index in {folder} cannot be used ({why}). It is made anew from the stored "
        "articles; nothing is lost."
    )


def busy(folder: Path) -> ArchiveBusy:
    return ArchiveBusy(
        f"Another process is writing the search index in {folder}. Wait until it is done."
    )
