"""Which archive opens: one's own, another that is named, or the sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import open_archive
from index.article import DatelineError
from index.config import Config


def test_without_an_archive_of_ones_own_the_sample_opens(config: Config) -> None:
    with open_archive(None, config) as archive:
        assert archive.is_sample
        assert archive.articles.count() == 4
        assert archive.search.find("annan").count == 4


def test_an_archive_into_which_nothing_came_does_not_hide_the_sample(
    tmp_path: Path, config: Config
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / "empty.txt"], lambda _: None, read=False)
    with open_archive(None, config) as archive:
        assert archive.is_sample


def test_the_first_article_makes_an_archive_ones_own(tmp_path: Path, config: Config) -> None:
    (tmp_path / "a.txt").write_text("The council met on Monday.\n")
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / "a.txt"], lambda _: None, read=False)
    with open_archive(None, config) as archive:
        assert not archive.is_sample
        assert archive.articles.count() == 1


def test_an_archive_that_is_named_and_not_there_is_not_begun_by_looking(
    tmp_path: Path, config: Config
) -> None:
    with pytest.raises(DatelineError, match="no archive in"):
        open_archive(tmp_path / "none", config)
    assert not (tmp_path / "none").exists()


def test_what_was_cut_short_before_it_was_indexed_is_found_all_the_same(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.ingest import indexing

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"The council met on day {number}.\n")
    with open_archive(None, config, start=True) as archive:
        with monkeypatch.context() as patched:
            patched.setattr(indexing.Indexer, "catch_up", lambda _: None)
            archive.ingest.add([tmp_path / f"{n}.txt" for n in range(3)], print, read=False)
        assert archive.search.find("council").count == 3
