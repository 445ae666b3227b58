"""What lies beside the parts of a zip: sidecars, and the folders of pages that were saved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from index.readers.parts import is_beside, page_folders, steps_of
from index.readers.passed_over import page_name
from index.readers.sidecars import is_yaml, names_of
from index.readers.zips.directory import Entry

_MOST = 100_000
"""Sidecars that are held; nobody writes more of them by hand."""


class Beside:
    """Which entries of a zip are read for themselves, and which belong to others.

    Goes through the entries once, and again where there may be what belongs to others: what is
    held is what does, not all that is in a zip.
    """

    def __init__(self, entries: Callable[[], Iterator[Entry]]) -> None:
        self._sidecars: dict[PurePosixPath, Entry] = {}
        self._used: set[PurePosixPath] = set()
        self._folders: set[tuple[tuple[str, ...], str]] = set()
        self._pages: set[tuple[tuple[str, ...], str]] = set()
        for entry in entries():
            steps = steps_of(entry.name)
            if not is_beside(steps):
                self._folders.update(page_folders(steps))
                path = PurePosixPath(*steps)
                if not entry.is_folder and is_yaml(path) and len(self._sidecars) < _MOST:
                    self._sidecars[path] = entry
        if self._sidecars or self._folders:
            self._match(entries())

    def _match(self, entries: Iterator[Entry]) -> None:
        for entry in entries:
            steps = steps_of(entry.name)
            if entry.is_folder or not steps or is_beside(steps):
                continue
            path = PurePosixPath(*steps)
            if self._sidecars and not is_yaml(path):
                self._used.update(name for name in names_of(path) if name in self._sidecars)
            page = page_name(steps[-1])
            if page is not None and (place := (tuple(steps[:-1]), page)) in self._folders:
                self._pages.add(place)

    def is_passed_over(self, entry: Entry) -> bool:
        """Whether it is a folder, or is only there for a system or for a page that was saved."""
        steps = steps_of(entry.name)
        return (
            entry.is_folder
            or is_beside(steps)
            or (bool(self._pages) and not self._pages.isdisjoint(page_folders(steps)))
        )

    @staticmethod
    def is_sidecar(entry: Entry) -> bool:
        return is_yaml(PurePosixPath(*steps_of(entry.name)))

    def is_used(self, sidecar: Entry) -> bool:
        """Whether there is a part that this sidecar is for."""
        return PurePosixPath(*steps_of(sidecar.name)) in self._used

    def sidecar_of(self, entry: Entry) -> Entry | None:
        """The sidecar of a part; the one that names it in full where there are two."""
        if not self._sidecars:
            return None
        names = names_of(PurePosixPath(*steps_of(entry.name)))
        return next((self._sidecars[name] for name in names if name in self._sidecars), None)
