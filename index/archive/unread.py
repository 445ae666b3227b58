"""What could not be read, each with the reason, and trying it again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.archive.taking_in import Ingest
from index.article import ReadOnlyArchive
from index.ingest.told import shown
from index.store import files
from index.store.database import Database


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file that could not be read, or a part of one, or a row; `trouble` is as it was noted.

    `item` counts the rows and parts of a file, None where it is all of it.
    """

    path: Path
    item: int | None
    trouble: str

    @property
    def told(self) -> tuple[str, str]:
        """The file, and the part or row of it, in one line: "a.csv, row 7"; and why it could not
        be read, in a clause: "encrypted"."""
        return shown(self.path, self.item, self.trouble)

    @property
    def reason(self) -> str:
        """Why it could not be read: asked of a hundred thousand to put them together."""
        return self.trouble if self.item is None else self.told[1]

    def to_json(self) -> dict[str, object]:
        place, reason = self.told
        return {"file": place, "reason": reason}


class Unread:
    """Lists the files, parts and rows that could not be read, and has them tried again."""

    def __init__(self, database: Database, ingest: Ingest) -> None:
        self._database = database
        self._ingest = ingest

    def __len__(self) -> int:
        connection = self._database.connection()
        return files.count_troubled(connection) + files.count_bad_rows(connection)

    def first(self, most: int) -> tuple[NotRead, ...]:
        """Some of them."""
        found = tuple(self._files(most))
        return (*found, *self._rows(most - len(found))) if len(found) < most else found

    def listed(self) -> tuple[NotRead, ...]:
        """All of them: the files by path, then the parts and rows of files by path and place."""
        return (*self._files(), *self._rows())

    def try_again(self, paths: Iterable[Path]) -> None:
        """Have these files tried again in the background, soon. Raises `ReadOnlyArchive`."""
        if self._database.read_only:
            raise ReadOnlyArchive(self._database.read_only_because)
        self._ingest.take(self.noted(paths))

    def noted(self, paths: Iterable[Path]) -> list[Path]:
        """Each of these files once, noted to be read again though they have not changed.

        A file of which nothing could be read is looked at again whenever it is taken in. One of
        which something could is not, until this was called. Raises `DatelineError`.
        """
        wanted = list(dict.fromkeys(paths))
        if files.bad_rows(self._database.connection(), most=1):
            with self._database.transaction() as connection:
                files.read_again(connection, wanted)
        return wanted

    def below(self, paths: Sequence[Path]) -> list[Path]:
        """The files with something that could not be read that are these, or lie below them."""
        folders = [os.path.abspath(path) for path in paths]  # noqa: PTH100
        return list(
            dict.fromkeys(
                each.path
                for each in self.listed()
                if any(
                    os.fspath(each.path) == folder
                    or os.fspath(each.path).startswith(os.path.join(folder, ""))  # noqa: PTH118
                    for folder in folders
                )
            )
        )

    def _files(self, most: int = -1) -> Iterator[NotRead]:
        for path, reason in files.troubled(self._database.connection(), most):
            yield NotRead(path, None, reason)

    def _rows(self, most: int = -1) -> Iterator[NotRead]:
        for row in files.bad_rows(self._database.connection(), most=most):
            yield NotRead(*row)
