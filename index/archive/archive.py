"""Opens an archive and hands out its services. The work is in them, not here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from index.archive.articles import Articles
from index.archive.clippings import Clippings
from index.archive.correcting import Corrections
from index.archive.journal import Journal
from index.archive.people import People
from index.archive.removing import Removing
from index.archive.searches import Searches
from index.archive.searching import Search
from index.archive.taking_in import Ingest
from index.archive.unread import Unread
from index.article import ReadOnlyArchive
from index.config import Config, shipped
from index.ingest.terms import Terms
from index.store.database import FILE_NAME, Database, data_version, make_private

if TYPE_CHECKING:
    from index.archive.doctor import Finding
    from index.archive.exporting import Export
    from index.archive.facts import Facts
    from index.archive.ledger import Ledger
    from index.archive.verifying import Verdict
    from index.ingest.progress import Progress


class Archive:
    """One open archive: `search`, `searches`, `articles`, `people`, `ledger`, `corrections`,
    `facts`, `clippings`, `removing`, `journal`, `ingest`, `unread`, `export`.

    A context manager; `close` ends the background worker too. `is_sample` tells the archive
    that is made of the shipped seed articles, `read_only` one that cannot be written to, for
    which `read_only_because` is a sentence, `begun` one that was not there before.
    """

    def __init__(self, folder: Path, config: Config, *, start: bool, is_sample: bool) -> None:
        self.folder = folder
        self.is_sample = is_sample
        self.name = "sample archive" if is_sample else folder.name
        self.begun = start and not (folder / FILE_NAME).exists()
        self._database = Database(folder, create=start)
        self.read_only = self._database.read_only
        self.read_only_because = self._database.read_only_because
        self._terms = terms = Terms(
            config.model,
            config.max_file_mb * 1024 * 1024,
            config.max_document_mb * 1024 * 1024,
            config.longest_reading,
            config.dumps,
            config.processes,
        )
        self.articles = Articles(self._database, config.model)
        # What arrives belongs into a person's own archive, and not into any that is looked at.
        watch = config.watch if not is_sample and folder == config.archive_folder else ()
        self.ingest = Ingest(self._database, folder, terms, give_way=config.give_way, watch=watch)
        self.unread = Unread(self._database, self.ingest)
        self.search = Search(
            self._database, folder, config.snippet_chars, self.ingest.mend, self.ingest.catch_up
        )
        self.people = People(self._database, self.search.found)
        self.clippings = Clippings(self._database, self.articles.get, self.search.found)
        self.corrections = Corrections(self._database)
        self.searches = Searches(self._database, self.search.found)
        self.journal = Journal(self._database)
        self.removing = Removing(self._database, folder, self.articles)

    @cached_property
    def export(self) -> Export:
        """Passages in the formats of `index.export`, loaded when they are first asked for."""
        from index.archive.exporting import Export

        return Export(self.search, self.articles, self.clippings)

    @cached_property
    def facts(self) -> Facts:
        """What is known of articles and may be corrected, loaded when it is first asked for."""
        from index.archive.facts import Facts

        return Facts(self._database)

    @cached_property
    def ledger(self) -> Ledger:
        """Who said what: all quotes under a query, loaded when it is first asked for."""
        from index.archive.ledger import Ledger

        return Ledger(self._database, self.search)

    def generation(self) -> int:
        """A number that changes when another process or thread has changed the archive.

        Cheap enough to ask several times a second.
        """
        return data_version(self._database.connection())

    def doctor(self, *, thoroughly: bool = False) -> list[Finding]:
        """What is right and what is wrong with the archive; see `index.archive.doctor`."""
        from index.archive.doctor import examine

        return examine(self._database, self.folder, self.search.names, thoroughly=thoroughly)

    def verify(self, file: Path) -> Iterator[Verdict]:
        """What became of each passage of an export; see `index.archive.verifying`."""
        from index.archive.verifying import Verifying

        return Verifying(self._database, self._terms).verify(file)

    def rebuild(self, progress: Callable[[Progress], None]) -> int:
        """Make the full-text index anew from the store; the number of articles in it.

        Raises `ArchiveBusy` when another process works on the archive.
        """
        from index.ingest.indexing import rebuild

        if self.read_only:
            raise ReadOnlyArchive(self.read_only_because)
        self.search.close()
        return rebuild(self._database, self.folder, progress)

    def backup(
        self, place: Path, copied: Callable[[int, int], None], *, overwrite: bool = False
    ) -> int:
        """Write a copy of all that is in the archive to a file; its size in bytes.

        `copied` is told the bytes copied and the bytes in all. Nobody who reads or writes waits
        for it. Raises `DatelineError`; see `index.store.backup`.
        """
        from index.store.backup import copy

        return copy(self._database, place, copied, overwrite=overwrite)

    def close(self) -> None:
        self.ingest.close()
        self.search.close()
        self._database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_archive(folder: Path | None, config: Config, *, start: bool = False) -> Archive:
    """Open the archive in `folder`; with None the person's own, or the sample while that
    is not there or empty.

    With `start` an archive that is not there yet is begun. Raises `DatelineError`.
    """
    if folder is not None:
        return Archive(folder, config, start=start, is_sample=False)
    own = config.archive_folder
    if start:
        return Archive(own, config, start=True, is_sample=False)
    if (own / FILE_NAME).exists():
        archive = Archive(own, config, start=False, is_sample=False)
        # One into which nothing ever came would only hide the sample.
        if archive.articles.count() or archive.clippings.count():
            return archive
        archive.close()
    return _open_sample(config)


def restore_archive(
    backup: Path, folder: Path | None, config: Config, copied: Callable[[int, int], None]
) -> Path:
    """Make an archive of a backup, in `folder` or where the person's own belongs; its folder.

    Its index is made with the first search. Raises `DatelineError` where an archive stands.
    """
    from index.store.backup import restore

    place = folder or config.archive_folder
    make_private(place)
    restore(backup, place / FILE_NAME, copied)
    return place


def _open_sample(config: Config) -> Archive:
    """The archive of the shipped seed articles, made on the first call.

    Another copy of Dateline may have made it, from its own seeds: the files are then taken in
    again from where they stand now, which finds them unchanged.
    """
    archive = Archive(sample_folder(), config, start=True, is_sample=True)
    try:
        seeds = shipped("seeds")
        if not archive.read_only and not archive.ingest.has(seeds.glob("*.txt")):
            archive.ingest.add_quietly([seeds])
    except BaseException:
        archive.close()
        raise
    return archive


def sample_folder() -> Path:
    """Where the archive of the seed articles is made when it is first asked for."""
    import platformdirs

    return Path(platformdirs.user_data_dir("dateline", appauthor=False)) / "sample"
