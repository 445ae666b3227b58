"""Ids held as one string, and the index files that are let go of when nobody uses them."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.archive.generations import Generations
from index.archive.results import Ids
from index.fulltext import Searcher
from index.store import names

ID = st.text("0123456789abcdef", min_size=12, max_size=12)


@given(st.lists(ID, max_size=20, unique=True), ID, st.integers(-25, 25), st.integers(-25, 25))
def test_ids_are_what_a_tuple_of_them_is(
    names: list[str], other: str, start: int, stop: int
) -> None:
    ids, known = Ids.of(names), tuple(names)
    assert len(ids) == len(known)
    assert tuple(ids) == known
    assert ids[start:stop] == list(known[start:stop])
    assert [ids.index(name) for name in names] == list(range(len(names)))
    assert all(name in ids for name in names)
    assert (other in ids) == (other in known)
    assert ids == Ids.of(names)
    with pytest.raises(IndexError):
        ids[len(names)]


def test_what_reads_like_an_id_across_two_is_none() -> None:
    ids = Ids.of(["000000aaaaaa", "bbbbbb000000"])
    assert "aaaaaabbbbbb" not in ids
    assert "" not in ids
    assert 7 not in ids
    with pytest.raises(ValueError, match="not among"):
        ids.index("aaaaaabbbbbb")


def _generations(archive: Archive) -> Generations:
    """The index of an archive, which nobody has to mend."""
    database = archive.search._database
    return Generations(database, archive.folder, lambda: False, lambda: None)


def _closings(monkeypatch: pytest.MonkeyPatch) -> list[Searcher]:
    closed: list[Searcher] = []
    close = Searcher.close

    def noted(searcher: Searcher) -> None:
        closed.append(searcher)
        close(searcher)

    monkeypatch.setattr(Searcher, "close", noted)
    return closed


def _news(archive: Archive, folder: Path, words: str) -> None:
    path = folder / f"{len(words)}.txt"
    path.write_text(f"Paris, Monday\n\nThe minister spoke of {words}.\n")
    archive.ingest.add([path], lambda _: None, read=False)


def test_one_searcher_serves_until_there_is_news(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generations = _generations(archive)
    with generations.searcher() as first, generations.searcher() as second:
        assert first is second
    closed = _closings(monkeypatch)
    found: list[Searcher] = []

    def elsewhere() -> None:
        with generations.searcher() as searcher:
            found.append(searcher)

    other = threading.Thread(target=elsewhere)
    other.start()
    other.join()
    assert found == [first]
    _news(archive, tmp_path, "barley")
    with generations.searcher() as later:
        assert later is not first
        assert first in closed
    generations.close()
    assert later in closed


def test_a_search_that_is_overtaken_by_news_keeps_its_files_until_it_ends(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generations = _generations(archive)
    closed = _closings(monkeypatch)
    with generations.searcher() as first:
        _news(archive, tmp_path, "barley")
        with generations.searcher() as second:
            assert second is not first
        assert first not in closed
        generations.close()
        assert first not in closed
        assert second in closed
    assert first in closed


def test_a_name_is_looked_up_once_for_a_page_however_many_quotes_there_are(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.ingest.add([], lambda _: None)
    results = archive.search.find("speaker:annan")
    looked_up: list[str] = []

    def named(connection: sqlite3.Connection, name: str) -> frozenset[int]:
        looked_up.append(name)
        return real(connection, name)

    real = names.named
    monkeypatch.setattr(names, "named", named)
    hits = archive.search.hits(results, 0, 10)
    assert any(snippet.matches for hit in hits for snippet in hit.snippets)
    assert looked_up == ["annan"]


@pytest.mark.parametrize("first", [1, 200])
def test_all_articles_stay_where_they_were_seen_when_others_come(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    monkeypatch.setattr("index.archive.results.FIRST", first)
    monkeypatch.setattr("index.archive.searching.FIRST", first)
    before = list(archive.search.find("").ids)
    results = archive.search.find("")
    seen = results.ids[0]
    new = tmp_path / "new.txt"
    new.write_text("Truce holds\n\nHAMA, Syria, Dec 24, 2030 (Reuters) - It held.\n", "utf-8")
    archive.ingest.add([new], lambda _: None, read=False)
    assert archive.search.find("").ids[1] == seen
    assert results.ids[0] == seen
    assert results.count == len(before)
    assert results.ids.index(seen) == 0
    assert results.ids[0] == seen
    assert len(set(results.ids)) == len(before)
    if first == 200:
        assert list(results.ids) == before
