"""What an archive lists as not to be read."""

from __future__ import annotations

from index.archive import Archive


def told_of(archive: Archive) -> tuple[tuple[str, str], ...]:
    """Each file, part or row that could not be read, with the reason, as a person is told."""
    return tuple(each.told for each in archive.unread.listed())
