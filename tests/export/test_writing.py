"""Writing an export to disk: whole or not at all, over nothing unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from index.article import DatelineError
from index.export import write


def test_the_file_holds_the_content_with_its_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "passages.csv"
    assert write(file, "é\r\nb\n") == file
    assert file.read_bytes() == "é\r\nb\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["passages.csv"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    write(file, "a")
    other.write_text("b")
    assert file.stat().st_mode == other.stat().st_mode


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("mine")
    with pytest.raises(DatelineError, match="is there already and was left as it is"):
        write(file, "theirs")
    assert file.read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_appears_meanwhile_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.md"
    sync = os.fsync

    def appear(descriptor: int) -> None:
        file.write_text("mine")
        sync(descriptor)

    monkeypatch.setattr("os.fsync", appear)
    with pytest.raises(DatelineError, match="is there already"):
        write(file, "theirs")
    assert file.read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_told_to_it_overwrites_and_keeps_the_permissions(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_text("old and longer")
    file.chmod(0o640)
    write(file, "new", overwrite=True)
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "real.md", tmp_path / "link.md"
    file.write_text("old")
    link.symlink_to(file)
    write(link, "new", overwrite=True)
    assert link.is_symlink()
    assert file.read_text() == "new"


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, overwrite: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DatelineError, match="is a folder. Name a file in it"):
        write(tmp_path, "x", overwrite)
    with pytest.raises(DatelineError, match="is not a plain file"):
        write(tmp_path / "pipe", "x", overwrite)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/a.md", "its folder does not exist"),
        ("file/a.md", "what should be its folder is a file"),
        ("n" * 300, "its name is too long"),
        ("a\0b", "this is no name of a file"),
    ],
)
def test_where_nothing_can_be_written_a_sentence_says_why(
    tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatelineError, match=said):
        write(tmp_path / name, "x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    file = tmp_path / "mine.md"
    if overwrite:
        file.write_text("mine")
    before = {entry.name: entry.read_text() for entry in tmp_path.iterdir()}

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatelineError, match="the disk is full"):
        write(file, "x", overwrite)
    assert {entry.name: entry.read_text() for entry in tmp_path.iterdir()} == before


def test_a_file_system_without_hard_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    file = tmp_path / "a.md"
    write(file, "a")
    assert file.read_text() == "a"
    with pytest.raises(DatelineError, match="is there already"):
        write(file, "b")


def test_a_hostile_name_is_told_harmlessly(tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as caught:
        write(tmp_path / "none\x1b[31m" / "a", "x")
    assert "\x1b" not in str(caught.value)
