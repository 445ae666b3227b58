"""Dumps taken in: what a row says is stated, bad rows are listed, nothing is taken in twice."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, Asked, Progress, Report, open_archive
from index.config import Config
from tests.unread import told_of


def nothing(_: object) -> None:
    """A progress that nobody looks at."""


def story(number: int) -> dict[str, object]:
    return {
        "id": f"n{number}",
        "title": f"Council votes on item {number}",
        "date": f"2012-06-{1 + number % 28:02}T10:00:00",
        "outlet": "The Valley Herald",
        "author": "Jane Roe",
        "url": f"https://example.com/{number}",
        "text": f"Council votes on item {number}\n\nLONDON, June 5 (Reuters) - The council met on "
        f"zugzwang{number}.\n\n“It was time,” John Doe said.\n",
    }


def dump(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def add(archive: Archive, *paths: Path, stop: Callable[[], bool] = lambda: False) -> Report:
    return archive.ingest.add(paths, nothing, read=False, stop=stop)


def test_what_a_row_says_is_stated_and_its_text_is_all_that_is_quoted(
    tmp_path: Path, config: Config
) -> None:
    path = dump(tmp_path / "news.jsonl", story(0), story(1))
    with open_archive(None, config, start=True) as archive:
        assert add(archive, path).new == 2
        [article] = archive.search.find("zugzwang1").ids
        reading = archive.articles.get(article)
        form = reading.article.form
        assert reading.text == story(1)["text"]
        assert (form.title.value, form.title.basis) == ("Council votes on item 1", "stated")
        assert form.headline == (0, len("Council votes on item 1"))
        assert (form.date.value, form.date.basis) == ("2012-06-02", "stated")
        assert (form.outlet.value, form.byline.value) == ("The Valley Herald", ("Jane Roe",))
        assert form.url.value == "https://example.com/1"
        assert (form.dateline.value, form.agency.value) == ("LONDON", "Reuters")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert reading.article.item == 1
        assert article == hashlib.sha256(f"{digest}:1".encode()).hexdigest()[:12]
        assert archive.search.find("byline:roe outlet:valley date:2012-06-02").count == 1
        assert archive.search.find("file:news").count == 2


def test_bad_rows_are_listed_with_file_row_and_reason(tmp_path: Path, config: Config) -> None:
    path = dump(tmp_path / "news.jsonl", story(0), {"title": "x"}, story(2))
    with path.open("a") as more:
        more.write("cut sho\n")
    with open_archive(None, config, start=True) as archive:
        for _ in range(2):
            report = add(archive, path)
            assert [row.rsplit("/", 1)[1] for row, _ in report.bad_rows] == [
                "news.jsonl, row 2",
                "news.jsonl, row 4",
            ]
            assert report.bad_rows[1][1] == "not JSON"
            assert told_of(archive) == report.bad_rows
        assert archive.articles.count() == 2
        dump(path, story(0), story(2))
        assert add(archive, path).bad_rows == told_of(archive) == ()


def test_a_dump_without_any_article_is_a_file_that_cannot_be_read(
    tmp_path: Path, config: Config
) -> None:
    path = dump(tmp_path / "figures.jsonl", {"a": 1}, {"a": 2})
    with open_archive(None, config, start=True) as archive:
        report = add(archive, path)
        [(file, reason)] = report.unread
        assert file.endswith("figures.jsonl")
        assert reason.startswith("nothing in it gives an article: no field for the text (text, ")
        assert report.bad_rows == ()
        assert told_of(archive) == report.unread


def test_other_names_for_columns_read_a_dump_again(tmp_path: Path, config: Config) -> None:
    path = dump(tmp_path / "news.jsonl", {"body": "One.", "paper": "The Times"}, {"words": "Two."})
    with open_archive(None, config, start=True) as archive:
        assert (add(archive, path).new, len(add(archive, path).bad_rows)) == (1, 1)
        [first] = archive.search.find("").ids
    dumps = {**config.dumps, "text": ("body", "words"), "outlet": ("paper",)}
    with open_archive(None, replace(config, dumps=dumps), start=True) as archive:
        report = add(archive, path)
        assert (report.new + report.changed, report.bad_rows) == (2, ())
        assert archive.articles.count() == 2
        assert archive.articles.get(first).article.form.outlet.value == "The Times"
        assert list(archive.search.find("outlet:times").ids) == [first]
        assert add(archive, path).unchanged == 1


def test_a_dump_that_was_stopped_is_gone_on_with_and_no_row_is_taken_in_twice(
    tmp_path: Path, config: Config
) -> None:
    path = tmp_path / "news.jsonl.gz"
    rows = "".join(json.dumps(story(n)) + "\n" for n in range(700))
    path.write_bytes(gzip.compress(rows.encode()))
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    with open_archive(None, config, start=True) as archive:
        report = add(archive, path, stop=stop)
        assert report.stopped
        there = archive.articles.count()
        assert 0 < there == report.new < 700
        assert archive.search.find("").count == there, "what is in is searchable"
        report = add(archive, path)
        assert (report.new, report.stopped) == (700 - there, False)
        assert archive.search.find("").count == archive.articles.count() == 700
        assert add(archive, path).unchanged == 1


def _said_by_doe(archive: Archive) -> set[str]:
    with archive.ledger.open(Asked("speaker:Doe")) as listed:
        return {entry.quote.text for entry in listed}


def test_rows_that_are_as_they_were_keep_what_was_read_in_them(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = dump(tmp_path / "news.jsonl", *(story(n) for n in range(4)))
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([path], nothing)
        assert archive.ingest.waiting() == 0
        before = _said_by_doe(archive)
        [old] = archive.search.find("zugzwang3").ids
        moved = {**story(2), "text": str(story(2)["text"]).replace("Doe", "Poe")}
        dump(path, story(9), story(0), moved, story(3))
        report = add(archive, path)
        assert (report.new, report.changed) == (1, 1)
        assert archive.ingest.waiting() == 2, "the new row and the changed one"
        [new] = archive.search.find("zugzwang3").ids
        assert new != old
        reading = archive.articles.get(new)
        assert (reading.article.version_of, reading.article.item) == (old, 3)
        assert [quote.speaker for quote in reading.quotes] == ["John Doe"]
        assert len(archive.articles.get(old).quotes) == 1, "the old version keeps its own"
        assert _said_by_doe(archive) == before
        # A row that is no longer there stays, and is told to be gone from its file.
        [gone] = archive.search.find("zugzwang1").ids
        assert archive.articles.get(gone).article.gone
        assert not archive.articles.get(new).article.gone
        assert archive.articles.count() == 5
        assert [finding.what for finding in archive.doctor() if not finding.ok] == []


def test_a_moved_or_copied_dump_is_not_taken_in_again(tmp_path: Path, config: Config) -> None:
    path = dump(tmp_path / "news.jsonl", story(0), story(1))
    with open_archive(None, config, start=True) as archive:
        add(archive, tmp_path)
        path.rename(tmp_path / "moved.jsonl")
        report = add(archive, tmp_path)
        assert (report.new, report.changed, report.moved, report.vanished) == (0, 0, 1, 0)
        assert archive.search.find("file:moved").count == 2
        assert archive.search.find("file:news").count == 0


def test_progress_estimates_the_rows_of_a_dump(tmp_path: Path, config: Config) -> None:
    path = dump(tmp_path / "news.jsonl", *(story(n) for n in range(900)))
    told: list[Progress] = []
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([path], told.append, read=False)
    taking = [progress for progress in told if progress.what == "taking in"]
    assert (taking[-1].done, taking[-1].total, taking[-1].about) == (900, 900, False)
    assert all(progress.done <= progress.total for progress in taking)


def test_several_processes_take_in_the_same(tmp_path: Path, config: Config) -> None:
    path = dump(tmp_path / "news.jsonl", *(story(n) for n in range(2500)), {"text": None})
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([path], nothing, read=False, processes=3)
        assert (report.new, len(report.bad_rows)) == (2500, 1)
        assert archive.search.find("council").count == 2500
        for number in (0, 1249, 2499):
            [article] = archive.search.find(f"zugzwang{number}").ids
            assert archive.articles.get(article).article.item == number
