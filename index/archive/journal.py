"""The journal's steps back and forth: undo and redo of all that a person did."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive.corrections_told import sentence
from index.store import articles, corrections, journal, overruling, removals
from index.store.database import Database
from index.store.journal import Entry


class Journal:
    """Undo and redo, one archive's. Each step is an entry of the journal itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def undo(self) -> str | None:
        """Take back the last thing done; a sentence saying what, None if there is nothing."""
        return self._step("undo")

    def redo(self) -> str | None:
        """Bring back what was last taken back; a sentence saying what, or None."""
        return self._step("redo")

    def _step(self, kind: str) -> str | None:
        with self._database.transaction() as connection:
            done = journal.entries(connection)
            entry = journal.to_undo(done) if kind == "undo" else journal.to_redo(done)
            if entry is None:
                return None
            step = journal.append(connection, kind, {"entry": entry.seq})
            if journal.articles_in(entry):
                removals.settle(connection, [*done, step])
            if corrected := corrections.concerned(entry, done):
                overruling.settle(connection, corrected)
            return self._told(entry, done, back=kind == "undo")

    def _told(self, entry: Entry, done: Sequence[Entry], *, back: bool) -> str:
        if corrected := corrections.concerned(entry, done):
            holds = (entry.kind == "take back") == back
            return f"{'Holds again' if holds else 'No longer so'}: {sentence(corrected[0])}"
        if entry.kind in ("save", "unsave"):
            is_saved = (entry.kind == "save") != back
            name = str(entry.data["name"])
            before = journal.searches([each for each in done if each.seq < entry.seq])
            if entry.kind == "save" and back and name in before:
                return f"Saved as before: {_shortened(name)}"
            return f"{'Saved again' if is_saved else 'No longer saved'}: {_shortened(name)}"
        if concerned := journal.articles_in(entry):
            is_removed = (entry.kind == "remove") != back
            told = "Removed again" if is_removed else "Back in search"
            purged = [each for each in concerned if self._is_purged(each)]
            if not is_removed and len(purged) == len(concerned):
                told = "Deleted for good, and not to be brought back"
            return f"{told}: {self._named(concerned)}"
        return _of_a_clipping(entry, done, back=back)

    def _is_purged(self, article: str) -> bool:
        return removals.is_purged(self._database.connection(), article)

    def _named(self, ids: Sequence[str]) -> str:
        if len(ids) > 1:
            return f"{len(ids):,} articles"
        known = articles.get(self._database.connection(), ids)
        return _shortened(known[ids[0]].title) if ids[0] in known else ids[0]


def _of_a_clipping(entry: Entry, done: Sequence[Entry], *, back: bool) -> str:
    if entry.kind == "keep":
        words = _shortened(str(entry.data["exact"]))
        return f"No longer kept: {words}" if back else f"Kept again: {words}"
    kept = next((e for e in done if e.kind == "keep" and e.data["id"] == entry.data["id"]), entry)
    words = _shortened(str(kept.data.get("exact", "")))
    return f"Kept again: {words}" if back else f"Dropped again: {words}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= 60 else f"“{line[:57].rstrip()}…”"
