"""The two Whoosh indexes of one archive, as one folder with one stamp."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from errno import EROFS
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from index.fulltext.arrays import (
    ArrayIndex,
    ArraySegment,
    ArrayWriter,
    MergePolicy,
    Vocabulary,
    arrays_of,
)
from index.fulltext.documents import ArticleDoc, PreparedArticle, QuoteDocs
from index.fulltext.engine import FileLock, IndexReader, fields
from index.fulltext.errors import IndexDamaged, busy, damaged, reading, writing
from index.fulltext.files import LOCKS, Generation
from index.fulltext.merging import merge_into_few, merge_like_sizes, scattered
from index.fulltext.schema import article_schema, prepare, quote_schema, reading_fields
from index.fulltext.searcher import Searcher
from index.fulltext.stamp import (
    CHECKED_AT_OPENING,
    NAME,
    Files,
    Inventory,
    Stamp,
    check,
    read_inventory,
    survey,
    sync_folder,
    write_inventory,
)

_LOCK: Final = "writing.lock"
_ATTEMPTS: Final = 5
_SCHEMAS: Final[dict[str, Callable[[], fields.Schema]]] = {
    "articles": article_schema,
    "quotes": quote_schema,
}


class Index:
    """The search index of one archive: `articles` and `quotes`, always of one generation.

    One process writes; any number read. Everything in it can be made anew from the store.
    """

    def __init__(self, folder: Path, inventory: Inventory, *, read_only: bool) -> None:
        self._folder = folder
        self._inventory = inventory
        self._read_only = read_only
        self._lock = threading.Lock()
        self._vocabulary = Vocabulary()

    @classmethod
    def open(cls, folder: Path, *, stamp: Stamp, read_only: bool = False) -> Index:
        """Open the index that `stamp` describes.

        The generation may be one ahead of the stamp's, since the index is committed before the
        store notes it; to a reader it may be any number ahead. Raises `IndexDamaged` for
        anything missing, torn, foreign, older, or of another version. Nothing is unpickled.
        """
        inventory = read_inventory(folder)
        found = inventory.stamp
        if found.archive_uuid != stamp.archive_uuid:
            raise damaged(folder, "it belongs to another archive")
        if found.schema != stamp.schema:
            raise damaged(folder, "it was made by another version")
        ahead = found.generation - stamp.generation
        if ahead < 0 or (ahead > 1 and not read_only):
            raise damaged(folder, "it is not of one age with the archive")
        index = cls(folder, Inventory(stamp), read_only=read_only)
        index.searcher().close()
        return index

    @classmethod
    def create(cls, folder: Path, *, stamp: Stamp) -> Index:
        """Make an empty index and wipe what is there. Raises `ArchiveBusy`, `IndexNotWritten`."""
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            index = cls(folder, Inventory(stamp), read_only=False)
            with index._writing_alone():
                index._sweep(keep=frozenset())
                made: list[str] = []
                for name, schema in _SCHEMAS.items():
                    (folder / name).mkdir(mode=0o700)
                    storage = Generation(folder / name, frozenset(), readonly=False)
                    ArrayIndex.create(storage, schema())
                    made += [f"{name}/{file}" for file in storage.list()]
                index._stamp(stamp, made)
        return index

    @property
    def stamp(self) -> Stamp:
        """The stamp of the generation that this object last read or wrote."""
        return self._inventory.stamp

    def apply(
        self,
        articles_changed: Iterable[ArticleDoc | PreparedArticle],
        removed: Iterable[str] = (),
        quotes: Iterable[QuoteDocs] = (),
    ) -> None:
        """Bring the index up to date in one commit; the generation grows by one.

        Articles may come as they are or prepared, by `prepare` in another process.
        Each article and each set of quotes takes the place of what was indexed under its id, so
        applying the same again changes nothing. Removed articles lose their quotes too; an
        article that only changed keeps its own. All or nothing: after an error or a kill the
        generation before it stands. Raises `ArchiveBusy`, `IndexNotWritten`, `IndexDamaged`.
        """
        gone = list(dict.fromkeys(removed))
        articles = {article.id: article for article in articles_changed}
        quoted = {docs.article: docs for docs in quotes}
        stale_articles = list(dict.fromkeys([*gone, *articles]))
        stale_quotes = list(dict.fromkeys([*gone, *quoted]))
        new_quotes = chain.from_iterable(map(reading_fields, quoted.values()))
        with self._writing_alone():
            self._inventory = before = self._current()
            with writing(self._folder):
                self._sweep(keep=frozenset(before.files))
            names = [
                *self._commit("articles", "id", stale_articles, map(_fields, articles.values())),
                *self._commit("quotes", "article", stale_quotes, new_quotes),
            ]
            self._succeed(before.stamp, names)

    def settle(self) -> bool:
        """Merge what came bit by bit, when no more is to come for now; whether there was any.

        If so the generation grows by one. Raises as `apply`.
        """
        with self._writing_alone():
            self._inventory = before = self._current()
            names: list[str] = []
            merged = False
            for name in _SCHEMAS:
                with self._writer(name) as (writer, storage):
                    if scattered(writer.segments):
                        with writing(self._folder):
                            writer.commit(mergetype=partial(self._choose, name, merge_into_few))
                        merged = True
                    else:
                        writer.cancel()
                names += [f"{name}/{file}" for file in storage.list()]
            if merged:
                self._succeed(before.stamp, names)
        return merged

    def searcher(self) -> Searcher:
        """A searcher over the newest generation; raises `IndexDamaged`."""
        for attempt in range(_ATTEMPTS):
            inventory = self._current()
            try:
                check(
                    self._folder,
                    inventory.files,
                    trusted=self._inventory.files,
                    budget=CHECKED_AT_OPENING,
                )
                with reading(self._folder):
                    opened = [self._reader(name, inventory.files) for name in _SCHEMAS]
                searcher = Searcher(self._folder, *opened)
            except IndexDamaged:
                # A writer may have put the next generation in the place of this one meanwhile.
                if attempt + 1 < _ATTEMPTS and self._current() != inventory:
                    continue
                raise
            self._inventory = inventory
            return searcher
        raise damaged(self._folder, "it changes too fast to be opened")

    def verify(self) -> None:
        """Compare every byte with the checksums of the stamp; raises `IndexDamaged`."""
        check(self._folder, self._current().files, trusted={}, budget=None)

    def close(self) -> None:
        """Let go of the index. Searchers that were opened have a `close` of their own."""
        self._inventory = Inventory(self._inventory.stamp)
        self._vocabulary = Vocabulary()

    def _current(self) -> Inventory:
        """What is on the disk now, which must still be this archive's index."""
        inventory = read_inventory(self._folder)
        ours, found = self._inventory.stamp, inventory.stamp
        if (found.archive_uuid, found.schema) != (ours.archive_uuid, ours.schema):
            raise damaged(self._folder, "another index has taken its place")
        return inventory

    def _storage(self, name: str, files: Files, *, readonly: bool) -> Generation:
        inside = f"{name}/"
        names = frozenset(file.removeprefix(inside) for file in files if file.startswith(inside))
        return Generation(self._folder / name, names, readonly=readonly)

    def _reader(self, name: str, files: Files) -> IndexReader:
        storage = self._storage(name, files, readonly=True)
        return ArrayIndex(storage, _SCHEMAS[name]()).reader()

    def _commit(
        self, name: str, key: str, stale: list[str], fresh: Iterable[dict[str, object]]
    ) -> list[str]:
        """Delete by key, add, and give the files of the new generation of one index."""
        storage = self._storage(name, self._inventory.files, readonly=False)
        fresh = iter(fresh)
        first = next(fresh, None)
        if first is not None or stale:
            with self._writer(name) as (writer, storage):
                with writing(self._folder):
                    _delete(writer, key, stale)
                for document in chain(() if first is None else (first,), fresh):
                    with writing(self._folder):
                        writer.add_document(**document)
                with writing(self._folder):
                    writer.commit(mergetype=partial(self._choose, name, merge_like_sizes))
        return [f"{name}/{file}" for file in storage.list()]

    @contextmanager
    def _writer(self, name: str) -> Iterator[tuple[ArrayWriter, Generation]]:
        """Whoosh's writer of one index, and the storage that it writes to."""
        storage = self._storage(name, self._inventory.files, readonly=False)
        with writing(self._folder):
            if self._vocabulary.is_full:
                self._vocabulary = Vocabulary()
            writer = ArrayIndex(storage, _SCHEMAS[name]()).writer(self._vocabulary)
        try:
            yield writer, storage
        except BaseException:
            # A writer that is dropped would hold its lock until it is collected.
            if not writer.is_closed:
                writer.writelock.release()
                writer.is_closed = True
            raise

    def _choose(
        self, name: str, policy: MergePolicy, writer: ArrayWriter, segments: list[ArraySegment]
    ) -> list[ArraySegment]:
        """The segments to keep. Those to be merged are compared with their checksums first:
        what is torn must not be written anew as if it were whole."""
        kept = policy(writer, segments)
        merged = {f"{name}/{each.filename}" for each in segments if each not in kept}
        files = {file: facts for file, facts in self._inventory.files.items() if file in merged}
        check(self._folder, files, trusted={}, budget=None)
        return kept

    def _succeed(self, known: Stamp, names: list[str]) -> None:
        """Stamp these files as the generation after that one, and delete what it leaves."""
        stamp = Stamp(known.archive_uuid, known.schema, known.generation + 1)
        with writing(self._folder):
            self._stamp(stamp, names)
            self._sweep(keep=frozenset(names))

    def _stamp(self, stamp: Stamp, names: list[str]) -> None:
        files = survey(self._folder, names, self._inventory.files)
        for name in _SCHEMAS:
            sync_folder(self._folder / name)
        self._inventory = Inventory(stamp, files)
        write_inventory(self._folder, self._inventory)

    def _sweep(self, keep: frozenset[str]) -> None:
        """Delete what no stamp names: the generation before, and what a killed writer left."""
        for path in self._folder.iterdir():
            if path.name == _LOCK or (keep and path.name == NAME):
                continue
            if not keep or path.name not in _SCHEMAS:
                _remove(path)
                continue
            for inner in path.iterdir():
                if f"{path.name}/{inner.name}" not in keep and not inner.name.endswith(LOCKS):
                    _remove(inner)

    @contextmanager
    def _writing_alone(self) -> Iterator[None]:
        lock: Any = FileLock(str(self._folder / _LOCK))
        with self._lock:
            with writing(self._folder):
                if self._read_only:
                    raise PermissionError(EROFS, "it was opened for reading only")
                if not lock.acquire():
                    raise busy(self._folder)
            try:
                yield
            finally:
                lock.release()


def _fields(article: ArticleDoc | PreparedArticle) -> dict[str, object]:
    prepared = article if isinstance(article, PreparedArticle) else prepare(article)
    return prepared.fields


def _delete(writer: ArrayWriter, key: str, values: list[str]) -> None:
    """Delete the documents with these keys; one reader serves for all of them."""
    if not values or not writer.segments:
        return
    keys = [value.encode("utf-8", "surrogatepass") for value in values]
    reader = writer.reader()
    try:
        for leaf, base in reader.leaf_readers():
            field = arrays_of(leaf).field(key)
            if field is None:
                continue
            for ordinal in field.find_all(keys):
                for number in field.block(ordinal).docs.tolist():
                    writer.delete_document(base + number)
    finally:
        reader.close()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
