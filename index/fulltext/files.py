"""A Whoosh storage that holds one generation of files and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.fulltext.engine import FileStorage

LOCKS = "_WRITELOCK"


class Generation(FileStorage):  # type: ignore[misc]
    """The files of one generation, and those that a writer adds to it.

    Whoosh opens the newest table of contents that it sees and, on commit, deletes what the new
    one does not need. It sees here only the files that a stamp names, and what it deletes of
    them stays on the disk until the next stamp stands: so a generation is whole for whoever
    reads it, whenever the writer is killed.
    """

    def __init__(self, folder: Path, names: frozenset[str], *, readonly: bool) -> None:
        super().__init__(str(folder), readonly=readonly)
        self._stamped = set(names)
        self._fresh: set[str] = set()

    def list(self) -> list[str]:
        return sorted(self._stamped | self._fresh)

    def file_exists(self, name: str) -> bool:
        return name in self._stamped or name in self._fresh

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        file = super().create_file(name, *args, **kwargs)
        self._fresh.add(name)
        return file

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        super().rename_file(oldname, newname, safe=safe)
        self._fresh.discard(oldname)
        self._fresh.add(newname)

    def delete_file(self, name: str) -> None:
        if name in self._fresh:
            super().delete_file(name)
            self._fresh.discard(name)
        else:
            self._stamped.discard(name)
