"""Searches: remembered, saved, dropped, undone, and what is new in them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.archive import Archive, SavedSearch, open_archive
from index.article import DatelineError, NothingFound, QueryComplaint
from index.config import Config


def news(archive: Archive, folder: Path, *names: str, says: str = "the council") -> None:
    for name in names:
        folder.joinpath(f"{name}.txt").write_text(f"On Monday {says} met in {name}.\n")
    archive.ingest.add([folder / f"{name}.txt" for name in names], lambda _: None, read=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    return made


def test_queries_are_remembered_newest_first_and_each_once(archive: Archive) -> None:
    for query in ("annan", "  syria\tplan ", "", "putin", "annan"):
        archive.searches.remember(query)
    assert archive.searches.history() == ["annan", "putin", "syria plan"]
    assert archive.searches.history(limit=1) == ["annan"]


def test_the_order_is_that_of_the_asking_whatever_the_clock_says(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.searches.remember("first")
    monkeypatch.setattr("index.store.history.now", lambda: "1999-01-01T00:00:00.000+00:00")
    archive.searches.remember("second")
    assert archive.searches.history() == ["second", "first"]


def test_only_so_many_are_remembered(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.store.history._REMEMBERED", 3)
    for number in range(6):
        archive.searches.remember(f"query {number}")
    assert archive.searches.history() == ["query 5", "query 4", "query 3"]


def test_a_saved_search_tells_how_many_finds_came_in_since_it_was_opened(
    archive: Archive, folder: Path
) -> None:
    news(archive, folder, "lisbon")
    archive.searches.save("council", "council")
    assert archive.searches.get("council").new == 0
    news(archive, folder, "paris", "rome")
    news(archive, folder, "bonn", says="nobody")
    [search] = archive.searches.saved()
    assert (search.name, search.query, search.new) == ("council", "council", 2)
    archive.searches.opened("council")
    again = archive.searches.get("council")
    assert again.new == 0
    assert again.opened_at >= search.opened_at


def test_what_is_new_goes_by_the_order_of_coming_in_not_by_the_clock(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.searches.save("council", "council")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    monkeypatch.setattr("index.store.articles.now", lambda: "1999-01-01T00:00:00.000+00:00")
    news(archive, folder, "lisbon")
    assert archive.searches.get("council").new == 1


def test_saving_and_dropping_can_be_undone_and_done_again(archive: Archive) -> None:
    def saved() -> dict[str, str]:
        return {search.name: search.query for search in archive.searches.saved()}

    archive.searches.save("one", "annan")
    archive.searches.save("one", "annan plan")
    archive.searches.drop("one")
    assert saved() == {}
    assert archive.journal.undo() == "Saved again: “one”"
    assert saved() == {"one": "annan plan"}
    assert archive.journal.undo() == "Saved as before: “one”"
    assert saved() == {"one": "annan"}
    assert archive.journal.undo() == "No longer saved: “one”"
    assert saved() == {}
    assert archive.journal.undo() is None
    assert [archive.journal.redo() for _ in range(4)] == [
        "Saved again: “one”", "Saved again: “one”", "No longer saved: “one”", None,
    ]  # fmt: skip
    assert saved() == {}


def test_saved_searches_are_there_after_a_restart(archive: Archive, config: Config) -> None:
    saved = archive.searches.save("b", "annan")
    archive.searches.save("A", "date:2012")
    with open_archive(None, config) as again:
        assert [search.name for search in again.searches.saved()] == ["A", "b"]
        assert again.searches.get("b") == saved
        assert isinstance(saved, SavedSearch)


def test_a_search_that_is_none_is_not_saved(archive: Archive) -> None:
    with pytest.raises(QueryComplaint):
        archive.searches.save("name", "date:yesteryear")
    with pytest.raises(DatelineError, match="needs a name of at most"):
        archive.searches.save(" ", "annan")
    with pytest.raises(DatelineError, match="needs a name of at most"):
        archive.searches.save("n" * 61, "annan")
    with pytest.raises(DatelineError, match="no query to save"):
        archive.searches.save("name", " ")
    with pytest.raises(NothingFound, match="No search is saved as “name”"):
        archive.searches.drop("name")
    assert archive.searches.saved() == []


def test_a_read_only_archive_remembers_nothing_and_does_not_complain(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.searches.save("one", "annan")
    archive.searches.remember("annan")
    archive.close()
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(config.archive_folder, config) as reading:
        reading.searches.remember("putin")
        reading.searches.opened("one")
        assert reading.searches.history() == ["annan"]
        assert [search.name for search in reading.searches.saved()] == ["one"]
