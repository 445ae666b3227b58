"""Every file of the index cut short, changed or deleted in turn: the next search mends it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive, Asked, open_archive
from index.config import Config
from tests.kills import settings, story

COUNT = 12
ALL, ONE = "council", "number7"


pytestmark = pytest.mark.xdist_group("index_files")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose index has several segments, documents deleted from them, and quotes."""
    home = tmp_path_factory.mktemp("made")
    news = home / "news"
    news.mkdir()
    with open_archive(home / "archive", settings(home / "archive"), start=True) as archive:
        for number in range(COUNT):
            (news / f"{number}.txt").write_text(story(number))
            if number % 4 == 3:
                archive.ingest.add([news], lambda _: None, read=False)
        (news / "3.txt").write_text(story(3, version=2))
        archive.ingest.add([news], lambda _: None)
        assert archive.search.find(ALL).count == COUNT
    return home / "archive"


@pytest.fixture
def sound(made: Path, config: Config) -> Path:
    return shutil.copytree(made, config.archive_folder)


def told(archive: Archive) -> int:
    """How many quotes the index knows by their words and their kinds."""
    with archive.ledger.open(Asked("said:time kind:direct")) as listed:
        return len(listed)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in {0, len(data) // 2, len(data) - 1} if data else ():
        data[at] ^= 0x55
    path.write_bytes(bytes(data))


def deleted(path: Path) -> None:
    path.unlink()


def made_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [cut, emptied, flipped, deleted, made_a_folder])
def test_each_file_in_turn(
    sound: Path, config: Config, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    names = sorted(
        path.relative_to(sound) for path in (sound / "index").rglob("*") if path.is_file()
    )
    assert len(names) >= 5
    with open_archive(sound, config) as archive:
        expected = [archive.search.find(query).ids for query in (ALL, ONE)]
        quotes = told(archive)
    assert quotes
    for number, name in enumerate(names):
        copy = tmp_path / f"copy{number}"
        shutil.copytree(sound, copy)
        harm(copy / name)
        with open_archive(copy, config) as archive:
            found = [archive.search.find(query).ids for query in (ALL, ONE)]
            assert [sorted(ids) for ids in found] == [sorted(ids) for ids in expected], name
            assert told(archive) == quotes, name
            wrong = [each.what for each in archive.doctor(thoroughly=True) if not each.ok]
            assert wrong == [], name
        shutil.rmtree(copy)


@pytest.mark.parametrize("harm", [cut, flipped, deleted])
def test_a_harm_that_comes_while_the_archive_is_open(
    sound: Path, config: Config, harm: Callable[[Path], None]
) -> None:
    with open_archive(sound, config) as archive:
        count = archive.search.find(ALL).count
        for path in sorted((sound / "index").rglob("*")):
            if path.is_file():
                harm(path)
        archive.search.close()
        assert archive.search.find(ALL).count == count


def test_the_whole_folder_gone_or_in_the_way(sound: Path, config: Config) -> None:
    for in_its_place in (None, "a file", "a link"):
        shutil.rmtree(sound / "index")
        if in_its_place == "a file":
            (sound / "index").write_text("mine")
        elif in_its_place == "a link":
            (sound / "index").symlink_to(sound / "nowhere")
        with open_archive(sound, config) as archive:
            assert archive.search.find(ALL).count == COUNT
        assert (sound / "index").is_dir()


def test_what_a_killed_process_left_is_swept_away(sound: Path, config: Config) -> None:
    for name in ("index.new", "index.old"):
        shutil.copytree(sound / "index", sound / name)
    with open_archive(sound, config) as archive:
        archive.ingest.add([], lambda _: None, read=False)
    assert {path.name for path in sound.iterdir() if path.is_dir()} == {"index"}


def test_an_index_of_another_archive_is_not_believed(
    sound: Path, config: Config, tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text("A xylophonist came.\n")
    with open_archive(tmp_path / "other", config, start=True) as other:
        other.ingest.add([tmp_path / "x.txt"], lambda _: None, read=False)
    shutil.rmtree(sound / "index")
    shutil.copytree(tmp_path / "other" / "index", sound / "index")
    with open_archive(sound, config) as archive:
        assert archive.search.find("xylophonist").count == 0
        assert archive.search.find(ALL).count == COUNT


@pytest.mark.parametrize("which", ["older", "newer"])
def test_an_index_of_another_time_is_not_believed(
    sound: Path, config: Config, tmp_path: Path, which: str
) -> None:
    part = "index" if which == "older" else "dateline.sqlite3"
    save = tmp_path / "save"
    (shutil.copytree if which == "older" else shutil.copy)(sound / part, save)
    (tmp_path / "x.txt").write_text("A xylophonist came.\n")
    with open_archive(sound, config) as archive:
        archive.ingest.add([tmp_path / "x.txt"], lambda _: None, read=False)
        for number in range(3):
            (tmp_path / "x.txt").write_text(f"A xylophonist came {number}.\n")
            archive.ingest.add([tmp_path / "x.txt"], lambda _: None, read=False)
    if which == "older":
        shutil.rmtree(sound / "index")
    else:
        for left in sound.glob("dateline.sqlite3*"):
            left.unlink()
    save.rename(sound / part)
    with open_archive(sound, config) as archive:
        assert archive.search.find("xylophonist").count == (1 if which == "older" else 0)
        assert archive.search.find(ALL).count == COUNT
