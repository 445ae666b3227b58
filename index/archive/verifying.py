"""Are exported passages still what the stored texts and the source files say?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.article import DatelineError
from index.export.parsing import Exported, exported
from index.ingest.anew import texts_of
from index.ingest.terms import Terms
from index.readers import Unreadable
from index.readers.opening import opened
from index.store import articles, files, removals
from index.store.database import Database
from index.text import canonical, one_line

_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one passage; `why` is a sentence.

    "ok": the stored text has these words at this place, and so has a source file. "changed":
    either of them says something else. "gone": there is nothing left to compare with.
    """

    passage: Exported
    status: Literal["ok", "changed", "gone"]
    why: str

    def to_json(self) -> dict[str, object]:
        return {
            "status": self.status,
            "why": self.why,
            "exact": self.passage.exact,
            "start": self.passage.start,
            "end": self.passage.end,
            "text_sha256": self.passage.text_sha256,
            "file_sha256": self.passage.file_sha256,
        }


class Verifying:
    """Compares the passages of one export with the archive. Reads each source file once."""

    def __init__(self, database: Database, terms: Terms) -> None:
        self._database = database
        self._terms = terms
        self._hashes: dict[Path, str | None] = {}
        self._now: dict[Path, tuple[str, ...]] = {}

    def verify(self, file: Path) -> Iterator[Verdict]:
        """A verdict on each passage of an export, in order. Raises `DatelineError`."""
        return map(self._verdict, _passages(file))

    def _verdict(self, passage: Exported) -> Verdict:
        connection = self._database.connection()
        text = articles.text_with_hash(connection, passage.text_sha256)
        if text is None:
            if removals.is_purged_file(connection, passage.file_sha256):
                return Verdict(
                    passage, "gone", "Its article was removed from the archive for good."
                )
            return Verdict(passage, "gone", "This archive does not have the text it is from.")
        words = text[passage.start : passage.end]
        if passage.exact not in (words, canonical(words)):
            elsewhere = text.find(passage.exact) if passage.exact else -1
            why = (
                f"The stored text has these words at character {elsewhere} and not where it says."
                if elsewhere >= 0
                else f"The stored text says there: “{_shortened(words)}”."
            )
            return Verdict(passage, "changed", why)
        return self._compared_with_files(passage, words)

    def _compared_with_files(self, passage: Exported, words: str) -> Verdict:
        paths = files.that_held(self._database.connection(), passage.file_sha256)
        there = [path for path in paths if self._hash(path) is not None]
        for path in there:
            if self._hash(path) == passage.file_sha256:
                return self._as_read_now(passage, words, path)
        for path in there:
            if any(words in text for text in self._texts(path)):
                return Verdict(
                    passage,
                    "ok",
                    f"{_name(path)} has changed since; these words still stand in it.",
                )
        if there:
            return Verdict(
                passage,
                "changed",
                f"{_name(there[0])} has changed, and these words no longer stand in it. The "
                "stored text still has them.",
            )
        return Verdict(
            passage,
            "gone",
            "The file it is from is no longer where it was. The stored text still says so.",
        )

    def _as_read_now(self, passage: Exported, words: str, path: Path) -> Verdict:
        """What is said of a passage whose file is as it was: it may be read otherwise since."""
        connection = self._database.connection()
        if not articles.is_read_otherwise(connection, passage.file_sha256, passage.text_sha256):
            return Verdict(passage, "ok", f"So say the stored text and {_name(path)}.")
        if articles.file_says(connection, passage.file_sha256, words):
            return Verdict(
                passage,
                "ok",
                f"{_name(path)} is read otherwise since, and these words still stand in it.",
            )
        return Verdict(
            passage,
            "changed",
            f"{_name(path)} is as it was and is read otherwise since: these words are no longer "
            "in the article. The text it was taken from is stored and still has them.",
        )

    def _hash(self, path: Path) -> str | None:
        if path not in self._hashes:
            try:
                with opened(path) as source:
                    self._hashes[path] = source.sha256()
            except Unreadable:
                self._hashes[path] = None
        return self._hashes[path]

    def _texts(self, path: Path) -> tuple[str, ...]:
        """The canonical texts in a file as it stands now; of a dump all that its rows say."""
        if path not in self._now:
            self._now[path] = tuple(texts_of(path, self._terms))
        return self._now[path]


def _passages(file: Path) -> Sequence[Exported]:
    try:
        if file.stat().st_size > _LARGEST:
            raise DatelineError(f"{file} is too large for an export.")
        content = file.read_text(encoding="utf-8", errors="strict")
    except UnicodeDecodeError:
        content = ""
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        raise DatelineError(f"{file} cannot be read: {why}.") from error
    passages = exported(content)
    if not passages:
        raise DatelineError(
            f"There is no passage in {file} that Dateline has exported: neither as Markdown, "
            "text, CSV nor JSON."
        )
    return passages


def _name(path: Path) -> str:
    return one_line(str(path))


def _shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= 60 else f"{line[:57].rstrip()}…"
