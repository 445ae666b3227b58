"""Archives begun, filled, checked and mended: add, doctor, rebuild, and the sample."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from index.config import shipped
from tests.cli.runs import Dateline, Spawn

STORY = (
    "Border reopens after talks\n\nGENEVA, June 5 (Reuters) - The border reopened on Tuesday.\n\n"
    "{}\n"
)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with two articles and three files that hold none."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, said in (("one", "“It is open,” Minister Jane Roe said."), ("two", "Trains ran.")):
        (folder / f"{name}.txt").write_text(STORY.format(said), encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "huge.txt").write_bytes(b"x" * 20_000_000)
    return folder


def test_without_an_archive_the_sample_answers_and_says_so(dateline: Dateline) -> None:
    done = dateline("search", "annan", "--json")
    assert done.code == 0
    assert len(done.records) == 4
    assert done.err.startswith("This is the sample archive. `dateline add FOLDER` starts your own.")


def test_adding_begins_an_archive_of_ones_own(
    dateline: Dateline, stories: Path, home: Path
) -> None:
    done = dateline("add", stories)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("2 articles taken in, 3 files could not be read.")
    found = dateline("search", "border", "--json")
    assert {Path(hit["files"][0]).stem for hit in found.records} == {"one", "two"}
    assert "sample" not in found.err
    assert dateline("search", "annan").code == 1
    folder = home / "data/dateline/archive"
    assert folder.stat().st_mode & 0o077 == 0


def test_what_is_added_is_read_for_quotes(dateline: Dateline, stories: Path) -> None:
    dateline("add", stories)
    [quote] = dateline("quotes", "--kind", "direct", "--json").records
    assert (quote["text"], quote["speaker"]) == ("It is open,", "Jane Roe")


def test_again_takes_in_only_what_changed(dateline: Dateline, stories: Path) -> None:
    dateline("add", stories)
    (stories / "three.txt").write_text(STORY.format("Buses ran too."), encoding="utf-8")
    done = dateline("add", stories, "--json")
    assert done.code == 0
    [report] = done.records
    assert (report["new"], report["changed"], report["unchanged"]) == (1, 0, 2)


def test_what_could_not_be_read_is_listed_with_its_reason(
    dateline: Dateline, stories: Path
) -> None:
    done = dateline("add", stories, "--report")
    reasons = dict(line.split(": ", 1) for line in done.out.splitlines())
    assert {Path(file).name for file in reasons} == {"empty.txt", "binary.txt", "huge.txt"}
    assert all(reasons.values())
    [report] = dateline("add", stories, "--json").records
    assert {item["file"]: item["reason"] for item in report["unread"]} == reasons


def test_what_could_not_be_read_is_told_once_while_it_stays_as_it_is(
    dateline: Dateline, stories: Path
) -> None:
    (stories / "blank.txt").touch()
    said = dateline("add", stories).err
    assert "4 files could not be read." in said
    assert len(re.findall(r"\.txt \(", said)) == 3
    assert "; 1 more: --report lists them." in said
    again = dateline("add", stories)
    assert (again.code, again.err) == (0, "2 files unchanged.\n")
    (stories / "bare.txt").touch()
    assert dateline("add", stories).err.startswith("2 files unchanged, 1 file could not be read. ")
    assert len(dateline("add", stories, "--report").out.splitlines()) == 5
    assert dateline("add", stories / "empty.txt").code == 3


def test_what_could_not_be_read_is_listed_later_and_tried_again(
    dateline: Dateline, stories: Path
) -> None:
    dateline("add", stories)
    done = dateline("add", "--report")
    assert (done.code, done.err) == (0, "`dateline add --retry` tries these again.\n")
    listed = dict(line.split(": ", 1) for line in done.out.splitlines())
    assert {Path(file).name for file in listed} == {"empty.txt", "binary.txt", "huge.txt"}
    records = dateline("add", "--report", "--json").records
    assert {each["file"]: each["reason"] for each in records} == listed
    (stories / "empty.txt").write_text(STORY.format("Buses ran."), encoding="utf-8")
    (stories / "four.txt").write_text(STORY.format("Ferries ran."), encoding="utf-8")
    again = dateline("add", "--retry")
    assert again.code == 0
    assert again.err.startswith("1 article taken in, 2 files could not be read.")
    assert dateline("add", "--retry").code == 3
    for name in ("binary.txt", "huge.txt"):
        (stories / name).unlink()
    dateline("add", stories, "--retry")
    for option in ("--retry", "--report"):
        done = dateline("add", option)
        assert (done.code, done.out, done.err) == (1, "", "Every file could be read.\n")
    assert dateline("add").code == 2


def test_where_the_sample_goes_is_told_once(
    dateline: Dateline, stories: Path, home: Path, tmp_path: Path
) -> None:
    dateline("search", "annan")
    said = dateline("add", stories).err
    sample = home / "data/dateline/sample"
    assert f"Your own archive is started in {home / 'data/dateline/archive'};" in said
    assert f"the sample stays at {sample} (`dateline --archive {sample}` opens it)" in said
    assert dateline("--archive", sample, "search", "annan").code == 0
    assert "started" not in dateline("add", stories).err
    assert "started" not in dateline("add", stories, "--archive", tmp_path / "other").err


def test_where_no_file_could_be_read_that_is_a_problem(dateline: Dateline, stories: Path) -> None:
    done = dateline("add", stories / "binary.txt", stories / "none.txt", "--json")
    assert done.code == 3
    assert list(done.records[-1]) == ["error"]


def test_a_folder_with_nothing_to_read_is_nothing_found(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = dateline("add", tmp_path / "bare")
    assert done.code == 1
    assert done.err.startswith("There is nothing to read there.\n")


def test_what_is_not_there_begins_no_archive(
    dateline: Dateline, tmp_path: Path, home: Path
) -> None:
    done = dateline("add", tmp_path / "none")
    assert done.code == 3
    assert f"There is no such file or folder: {tmp_path / 'none'}." in done.err
    assert not (home / "data/dateline/archive").exists()


def test_hostile_and_undecodable_names_are_told_harmlessly(
    dateline: Dateline, tmp_path: Path
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    names = (b"a\x1b]0;x\x07.txt", b"b\xff\xfe.txt", "c\u202e\u009b31m.txt".encode())
    for name in names:
        (folder / os.fsdecode(name)).write_text(STORY.format("x"), encoding="utf-8")
    (folder / os.fsdecode(b"bad\x1b[2J\xff.txt")).write_bytes(b"\x00")
    outputs = [
        dateline("add", folder, "--report"),
        dateline("search", "border"),
        dateline("show", "a"),
        dateline("export", "border"),
        dateline("search", "border", "--json"),
    ]
    assert [done.code for done in outputs] == [0, 0, 0, 0, 0]
    for done in outputs:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out + done.err)


def test_ctrl_c_keeps_what_was_taken_in_and_the_same_command_goes_on(
    dateline: Dateline, spawn: Spawn, stories: Path, home: Path
) -> None:
    for number in range(300):
        (stories / f"more {number}.txt").write_text(STORY.format(number), encoding="utf-8")
    process = spawn("add", stories)
    store = home / "data/dateline/archive/dateline.sqlite3"
    while not (store.exists() and dateline("search", "border", "--limit", "1").out):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.decode().count("Stopped; the same command goes on from here.") == 1
    assert b"Traceback" not in said
    assert dateline("add", stories).code == 0
    assert len(dateline("search", "border", "--limit", "0", "--json").records) == 302
    assert all(hit["extracted"] for hit in dateline("search", "border", "--json").records)


def test_an_archive_that_is_not_there_is_a_problem(dateline: Dateline, tmp_path: Path) -> None:
    done = dateline("--archive", tmp_path / "none", "search", "x", "--json")
    assert done.code == 3
    assert "There is no archive in" in str(done.records[0]["error"])


def test_an_archive_is_begun_where_one_says(
    dateline: Dateline, stories: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    assert dateline("add", stories, "--archive", folder).code == 0
    assert len(dateline("search", "border", "--json", "--archive", folder).records) == 2


def test_the_doctor_finds_a_sound_archive_sound(dateline: Dateline, stories: Path) -> None:
    dateline("add", stories)
    done = dateline("doctor", "--json")
    assert done.code == 0
    assert done.records
    assert all(set(finding) == {"ok", "what"} and finding["ok"] for finding in done.records)
    assert all(
        line.startswith(("right  ", "       ")) for line in dateline("doctor").out.splitlines()
    )


def test_the_doctor_sees_a_damaged_index_and_rebuilding_mends_it(
    dateline: Dateline, stories: Path, home: Path
) -> None:
    dateline("add", stories)
    before = dateline("search", "border", "--json").records
    folder = home / "data/dateline/archive"
    for file in folder.rglob("*"):
        if file.is_file() and file.parent != folder:
            file.write_bytes(b"")
    done = dateline("doctor", "--json")
    assert done.code == 3
    assert any(finding.get("ok") is False for finding in done.records)
    assert list(done.records[-1]) == ["error"]
    assert dateline("rebuild", "--json").records == [{"articles": 2}]
    assert dateline("doctor").code == 0
    assert dateline("search", "border", "--json").records == before


def test_the_seeds_are_taken_in_from_where_they_are_shipped(dateline: Dateline) -> None:
    found = dateline("search", "russia", "--limit", "0", "--json").records
    assert {Path(hit["files"][0]).parent for hit in found} == {shipped("seeds")}


def test_an_article_whose_file_is_gone_says_so(dateline: Dateline, stories: Path) -> None:
    dateline("add", stories)
    said = "is gone or has changed since; what was taken from it is kept"
    assert said not in dateline("show", "one").out
    (stories / "one.txt").unlink()
    dateline("add", stories)
    assert said in dateline("show", "one").out


def test_a_row_of_a_dump_is_cited_with_its_number(dateline: Dateline, tmp_path: Path) -> None:
    dump = tmp_path / "dump.csv"
    dump.write_text('title,text\nOne,"Trams ran."\nTwo,"Buses ran too."\n')
    dateline("add", dump)
    assert "item 2" in dateline("show", "Two").out
    cited = dateline("export", "buses", "--format", "markdown").out
    assert "Part of the file: item 2" in cited
