"""A paragraph that recurs is read once, by whichever process, and nobody relies on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import open_archive
from index.config import Config
from index.ingest import paragraphs
from index.ingest.paragraphs import FILE_NAME, Paragraphs

FOUND = {bytes([n]) * 16: bytes(range(n)) for n in range(6)}


def recalled(folder: Path | None) -> Mapping[bytes, bytes]:
    return Paragraphs(folder).recall(list(FOUND))


def test_what_one_process_keeps_another_recalls(tmp_path: Path) -> None:
    one, other = Paragraphs(tmp_path), Paragraphs(tmp_path)
    one.keep(FOUND)
    assert other.recall([*FOUND, b"another key....."]) == FOUND
    one.close()
    other.close()
    assert recalled(tmp_path) == FOUND


def test_without_a_folder_it_is_kept_for_as_long_as_the_process_runs(tmp_path: Path) -> None:
    held = Paragraphs(None)
    held.keep(FOUND)
    assert held.recall(list(FOUND)) == FOUND
    assert recalled(None) == {}
    assert list(tmp_path.iterdir()) == []


def test_more_keys_than_sqlite_takes_at_once_are_looked_up(tmp_path: Path) -> None:
    many = {number.to_bytes(16, "big"): b"x" for number in range(1700)}
    held = Paragraphs(tmp_path)
    held.keep(many)
    assert held.recall(list(many)) == many


def test_what_was_changed_on_the_disk_is_not_recalled(tmp_path: Path) -> None:
    Paragraphs(tmp_path).keep(FOUND)
    with sqlite3.connect(tmp_path / FILE_NAME) as spoiling:
        spoiling.execute("UPDATE paragraphs SET packed = packed || x'ff00' WHERE number = 2")
        spoiling.execute("UPDATE paragraphs SET packed = 'words' WHERE number = 3")
        spoiling.execute("UPDATE paragraphs SET key = x'0102' WHERE number = 4")
    left = [key for number, key in enumerate(FOUND, 1) if number not in (2, 3, 4)]
    assert recalled(tmp_path) == {key: FOUND[key] for key in left}


@pytest.mark.parametrize(
    "spoilt",
    [b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000, b""],
    ids=["words", "a beginning", "empty"],
)
def test_a_file_that_cannot_be_used_is_begun_anew(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(spoilt)
    Paragraphs(tmp_path).keep(FOUND)
    assert recalled(tmp_path) == FOUND


def test_a_table_of_another_layout_is_begun_anew(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("PRAGMA user_version = 99")
        other.execute("CREATE TABLE paragraphs (something)")
    Paragraphs(tmp_path).keep(FOUND)
    assert recalled(tmp_path) == FOUND


def test_where_nothing_can_be_kept_it_is_done_without(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    held = Paragraphs(tmp_path)
    held.keep(FOUND)
    assert held.recall(list(FOUND)) == {}


def test_a_file_that_breaks_under_way_is_done_without(tmp_path: Path) -> None:
    held = Paragraphs(tmp_path)
    held.keep(FOUND)
    with sqlite3.connect(tmp_path / FILE_NAME) as other:
        other.execute("DROP TABLE paragraphs")
    assert held.recall(list(FOUND)) == {}
    held.keep(FOUND)
    assert recalled(tmp_path) == {}


def test_what_came_first_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraphs, "_MOST", 100_000)
    held = Paragraphs(tmp_path)
    keys = [number.to_bytes(16, "big") for number in range(1000)]
    for key in keys:
        held.keep({key: b"x" * 400})
    left = held.recall(keys)
    assert set(keys[-100:]) <= set(left)
    assert not set(keys[:300]) & set(left)


TEXTS = {
    "a.txt": "Mayor Ann Brown opened the bridge.\n\n“It will stand,” she said on Monday.\n",
    "b.txt": "Mayor Mary Stone closed the bridge.\n\n“It will stand,” she said on Monday.\n",
}


@pytest.mark.parametrize("processes", [1, 2])
def test_who_is_meant_in_a_paragraph_that_recurs_is_found_anew(
    tmp_path: Path, config: Config, processes: int
) -> None:
    files = []
    for name, text in {
        f"{n}{name}": text for n in range(5) for name, text in TEXTS.items()
    }.items():
        (tmp_path / name).write_text(text)
        files.append(tmp_path / name)
    with open_archive(None, replace(config, processes=processes), start=True) as archive:
        archive.ingest.add(files, lambda _: None)
        speakers = [
            archive.articles.get(archive.articles.resolve(file.name)).quotes[0].speaker
            for file in files
        ]
        assert speakers == ["Ann Brown", "Mary Stone"] * 5
        with sqlite3.connect(archive.folder / FILE_NAME) as kept:
            # Three paragraphs that differ, each read for names; one of them tells of speech.
            assert kept.execute("SELECT count(*) FROM paragraphs").fetchone() == (4,)


def test_a_purge_leaves_nothing_that_was_read_in_the_articles(
    tmp_path: Path, config: Config
) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["a.txt"])
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / "a.txt"], lambda _: None)
        assert (archive.folder / FILE_NAME).exists()
        archive.removing.purge([archive.articles.resolve("a.txt")], lambda _: None)
        assert not list(archive.folder.glob(f"{FILE_NAME}*"))
