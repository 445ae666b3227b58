"""Bringing the index up to date: one commit, all or nothing, the same again changes nothing."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path

import pytest

from index.article import ArchiveBusy
from index.fulltext import Index, IndexNotWritten, QuoteDoc, QuoteDocs
from index.fulltext.engine import FileLock
from tests.fulltext.corpus import NOBODY, STAMP, Names, article, asked, corpus

LAVROV = Names(ids={"Lavrov": frozenset({1})})


def found(index: Index, query: str, names: Names = NOBODY) -> set[str]:
    searcher = index.searcher()
    try:
        return set(searcher.search(asked(query), names).ids)
    finally:
        searcher.close()


def spoken(*words: str) -> tuple[QuoteDoc, ...]:
    return tuple(QuoteDoc(n, n + len(w), w, "direct", 1) for n, w in enumerate(words))


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index.create(tmp_path / "index", stamp=STAMP)
    made.apply(
        [article("a", "A truce."), article("b", "A rest.")],
        quotes=[QuoteDocs("a", spoken("deeds")), QuoteDocs("b", spoken("words"))],
    )
    return made


def test_every_commit_is_one_generation(index: Index) -> None:
    assert index.stamp.generation == 1
    index.apply([], ["b"])
    assert index.stamp.generation == 2


def test_what_came_bit_by_bit_is_settled_into_few_segments_that_find_the_same(
    index: Index,
) -> None:
    for number in range(9):
        quoted = QuoteDocs(f"n{number}", spoken(f"deed{number}"))
        index.apply([article(f"n{number}", f"A truce of {number} days.")], ["b"], [quoted])
    index.apply([], ["n3"])
    asked_for = ("truce", "days", "rest", "said:deed4 speaker:Lavrov", "said:deed3", "")
    before = [found(index, query, LAVROV) for query in asked_for]
    generation = index.stamp.generation
    assert index.settle()
    assert index.stamp.generation == generation + 1
    assert [found(index, query, LAVROV) for query in asked_for] == before
    for name in ("articles", "quotes"):
        assert len(list((index._folder / name).glob("*.arr"))) <= 2
    assert not index.settle()
    assert index.stamp.generation == generation + 1
    index.apply([article("z", "Another truce.")])
    assert found(index, "truce") == before[0] | {"z"}


def test_the_same_again_changes_nothing(index: Index) -> None:
    for _ in range(3):
        index.apply([article("a", "A truce.")], ["x"], [QuoteDocs("a", spoken("deeds"))])
    searcher = index.searcher()
    assert searcher.search(asked(""), NOBODY).count == 2
    assert searcher.search(asked("truce"), NOBODY).ids == ("a",)
    assert len(searcher.quotes(asked(""), LAVROV)) == 2


def test_a_changed_article_takes_the_place_of_the_one_before_and_keeps_its_quotes(
    index: Index,
) -> None:
    index.apply([article("a", "A pause.")])
    assert found(index, "truce") == set()
    assert found(index, "pause") == {"a"}
    assert found(index, "said:deeds") == {"a"}


def test_quotes_are_written_without_touching_the_articles(index: Index) -> None:
    folder = index._folder / "articles"
    before = sorted(folder.iterdir())
    index.apply([], [], [QuoteDocs("a", spoken("other", "things")), QuoteDocs("b", ())])
    assert sorted(folder.iterdir()) == before
    assert found(index, "said:deeds") == set()
    assert found(index, "said:things speaker:Lavrov", LAVROV) == {"a"}
    assert found(index, "said:words") == set()
    assert found(index, "truce") == {"a"}


def test_a_removed_article_takes_its_quotes_along(index: Index) -> None:
    index.apply([], ["a"])
    assert found(index, "") == {"b"}
    searcher = index.searcher()
    assert searcher.quotes(asked(""), NOBODY) == ["b:0-5"]


def test_an_article_both_removed_and_given_is_there(index: Index) -> None:
    index.apply([article("a", "A pause.")], ["a"])
    assert found(index, "pause") == {"a"}


def test_a_searcher_stays_with_its_generation(index: Index) -> None:
    before = index.searcher()
    index.apply([article("c", "A truce again.")], ["a"])
    assert before.search(asked("truce"), NOBODY).ids == ("a",)
    assert found(index, "truce") == {"c"}


def test_many_commits_are_merged_and_leave_nothing_behind(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "index", stamp=STAMP)
    for number in range(40):
        index.apply([article(str(number), f"Truce {number}.", day="2012-06-05")])
    segments = list((tmp_path / "index" / "articles").glob("*.arr"))
    assert len(segments) < 10
    assert found(index, "truce") == {str(number) for number in range(40)}
    assert found(index, "date:2012-06") == {str(number) for number in range(40)}
    assert found(index, "39") == {"39"}
    index.apply([], [str(number) for number in range(40)])
    assert found(index, "") == set()
    assert list((tmp_path / "index" / "articles").glob("*.arr")) == []


def test_an_error_half_way_leaves_the_generation_before(index: Index) -> None:
    def broken() -> Iterator[QuoteDocs]:
        yield QuoteDocs("a", spoken("other"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.apply([article("7", "A pause.")], ["a"], broken())
    assert found(index, "") == {"a", "b"}
    index.apply([article("8", "A pause.")])
    assert found(index, "") == {"a", "b", "8"}


def test_a_full_disk_is_told_and_nothing_is_lost(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("index.fulltext.stamp.os.fsync", full)
        with pytest.raises(IndexNotWritten, match="No space left on device"):
            index.apply([article("c", "Late.")], ["a"])
    assert found(index, "") == {"a", "b"}
    index.apply([article("c", "Late.")], ["a"])
    assert found(index, "") == {"b", "c"}


def test_what_a_killed_writer_left_is_never_read_and_swept_away(
    index: Index, tmp_path: Path
) -> None:
    """The files of a commit whose stamp was never written are those of a kill before it."""
    folder = tmp_path / "index"
    stamp = (folder / "stamp.json").read_bytes()
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    index.apply([article("c", "Unstamped.")], ["a"])
    for path in (folder / "articles").iterdir():
        if not (kept / "articles" / path.name).exists():
            shutil.copy(path, kept / "articles")
    assert (kept / "stamp.json").read_bytes() == stamp
    again = Index.open(kept, stamp=replace(index.stamp, generation=1))
    assert found(again, "") == {"a", "b"}
    again.apply([article("d", "After.")])
    assert found(again, "") == {"a", "b", "d"}
    vouched = {name.rpartition("/")[2] for name in again._inventory.files}
    left = {path.name for path in (kept / "articles").iterdir()}
    assert left - vouched <= {"MAIN_WRITELOCK"}


def test_two_writers_are_told_apart_in_a_sentence(index: Index) -> None:
    lock = FileLock(str(index._folder / "writing.lock"))
    assert lock.acquire()
    with pytest.raises(ArchiveBusy, match="Another process is writing the search index"):
        index.apply([article("c", "Late.")])
    lock.release()
    index.apply([article("c", "Late.")])
    assert found(index, "late") == {"c"}


def test_an_index_opened_for_reading_is_not_written(index: Index, tmp_path: Path) -> None:
    reader = Index.open(tmp_path / "index", stamp=index.stamp, read_only=True)
    assert found(reader, "truce") == {"a"}
    with pytest.raises(IndexNotWritten, match="could not be written"):
        reader.apply([article("c", "Late.")])


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(index: Index, tmp_path: Path) -> None:
    folder = tmp_path / "index" / "articles"
    folder.chmod(0o500)
    try:
        with pytest.raises(IndexNotWritten, match="could not be written"):
            index.apply([article("c", "Late.")])
    finally:
        folder.chmod(0o700)
    assert found(index, "") == {"a", "b"}


def test_threads_share_a_searcher(tmp_path: Path) -> None:
    archive = corpus(tmp_path, *(article(str(n), f"truce of day {n}") for n in range(50)))
    wrong: list[object] = []

    def ask(number: int) -> None:
        for _ in range(20):
            ids = archive.searcher.search(asked(f'"truce of day {number}"'), NOBODY).ids
            if ids != (str(number),):
                wrong.append(ids)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
