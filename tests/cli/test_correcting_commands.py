"""Correcting what was read from the command line, and the file of corrections."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runs import Dateline


@pytest.fixture
def ask(dateline: Dateline, seeds_archive: Path, tmp_path: Path) -> Dateline:
    """Runs a command on an archive of the seed articles of the test's own."""
    folder = tmp_path / "seeds"
    shutil.copytree(seeds_archive, folder)
    return lambda *arguments, **more: dateline("--archive", folder, *arguments, **more)


def actors(ask: Dateline) -> dict[str, dict[str, Any]]:
    return {each["name"]: each for each in ask("actors", "--json").records}


def test_actors_are_merged_and_parted_again(ask: Dateline) -> None:
    before = actors(ask)
    done = ask("actors", "merge", "Hu Jintao", "--into", "Vladimir Putin")
    assert (done.code, done.out) == (0, "")
    assert done.err.strip() == "“Hu Jintao” is “Vladimir Putin”."
    after = actors(ask)
    assert "Hu Jintao" not in after
    putin = after["Vladimir Putin"]
    assert putin["count"] == before["Vladimir Putin"]["count"] + before["Hu Jintao"]["count"]
    assert putin["corrected"]
    said = ask("quotes", "--speaker", "Hu Jintao", "--json").records
    speakers = {each["speaker"] for each in said}
    assert "Vladimir Putin" in speakers
    assert "Hu Jintao" not in speakers
    assert ask("actors", "undo").err.strip() == "No longer so: “Hu Jintao” is “Vladimir Putin”."
    assert actors(ask) == before
    assert ask("actors", "redo").err.strip() == "Holds again: “Hu Jintao” is “Vladimir Putin”."
    assert actors(ask) == after
    assert ask("actors", "redo").code == 1


def test_each_kind_of_correction_is_told_and_listed(ask: Dateline) -> None:
    [quote, other, *_] = ask("quotes", "--json").records
    told = [
        ask(*line).err.strip()
        for line in (
            ("actors", "rename", "Kofi Annan", "Kofi A. Annan"),
            ("actors", "kind", "Syria", "place"),
            ("actors", "reject", "NATO"),
            ("actors", "split", "Vladimir Putin", "--alias", "Putin", "--as", "Vera Putina"),
            ("quotes", "speaker", quote["id"], "Kofi A. Annan"),
            ("quotes", "none", other["id"]),
        )
    ]
    assert told[:4] == [
        "“Kofi Annan” is called “Kofi A. Annan”.",
        "“Syria” is a place.",
        "“NATO” is no actor.",
        "“Putin” is not “Vladimir Putin” but “Vera Putina”.",
    ]
    listed = ask("actors", "corrections", "--json").records
    assert [each["told"] for each in listed] == told
    assert list(listed[0]) == ["seq", "at", "kind", "told", "article", "waits"]
    assert [line.split("  ")[-1] for line in ask("actors", "corrections").out.splitlines()] == told
    found = actors(ask)
    assert "NATO" not in found
    assert found["Syria"]["kind"] == "place"
    assert {"Kofi A. Annan", "Vera Putina"} <= set(found)
    quotes = {each["id"]: each for each in ask("quotes", "--json").records}
    assert quotes[quote["id"]]["speaker"] == "Kofi A. Annan"
    assert quotes[quote["id"]]["corrected"]
    assert other["id"] not in quotes
    record = ask("actors", "undo", str(listed[2]["seq"]), "--json").records[0]
    assert record["told"] == "“NATO” is no actor."
    assert "NATO" in actors(ask)


def test_a_speaker_cannot_be_known(ask: Dateline) -> None:
    quote = ask("quotes", "--json").records[0]
    [record] = ask("quotes", "speaker", quote["id"], "--unknown", "--json").records
    assert (record["kind"], record["article"]) == ("speaker", quote["article"])
    [shown] = [each for each in ask("quotes", "--json").records if each["id"] == quote["id"]]
    assert (shown["speaker"], shown["speaker_id"]) == (None, None)


def test_a_name_that_fits_several_actors_is_asked_about(ask: Dateline) -> None:
    done = ask("actors", "reject", "Council")
    assert done.code == 2
    assert "may mean several actors: id:" in done.err
    number = actors(ask)["Kofi Annan"]["id"]
    assert ask("actors", "reject", f"id:{number}").err.strip() == "“Kofi Annan” is no actor."
    assert ask("actors", "reject", "Nobody Whosoever").code == 1
    assert ask("actors", "reject", "id:99999").code == 1


def test_what_is_split_off_is_who_goes_by_the_name(ask: Dateline) -> None:
    before = actors(ask)
    split = ("actors", "split", "Syria", "--alias", "Syria", "--as")
    told = ask(*split, "Annan").err.strip()
    assert told == "“Syria” is not “Syria” but “Kofi Annan”."
    annan = actors(ask)["Kofi Annan"]
    assert (annan["id"], annan["kind"]) == (before["Kofi Annan"]["id"], "person")
    ask("actors", "undo")
    ask(*split, f"id:{annan['id']}")
    assert actors(ask)["Kofi Annan"] == annan
    ask("actors", "undo")
    ask(*split, "Ruth Okafor")
    assert actors(ask)["Ruth Okafor"]["kind"] == "person"
    ask("actors", "undo")
    ask(*split, "Syria Bank", "--kind", "organisation")
    assert actors(ask)["Syria Bank"]["kind"] == "organisation"


def test_what_may_not_be_meant_is_refused_with_the_way_to_mean_it(ask: Dateline) -> None:
    done = ask("actors", "rename", "Hu Jintao", "Kofi Annan")
    assert done.code != 0
    assert "There is already “Kofi Annan”, a person" in done.err
    assert "`dateline actors merge` makes them one." in done.err
    done = ask("actors", "merge", "Syria", "--into", "Kofi Annan")
    assert done.code != 0
    assert "“Syria” is a state, “Kofi Annan” a person: are they one?" in done.err
    done = ask("actors", "split", "Vladimir Putin", "--alias", "Puttin", "--as", "Vera Putina")
    assert "never calls “Vladimir Putin” “Puttin”: it writes “Putin”" in done.err
    assert ask("actors", "corrections").code == 1
    assert ask("actors", "merge", "Syria", "--into", "Kofi Annan", "--yes").code == 0
    assert "Syria" not in actors(ask)


def test_a_speaker_nobody_is_called_is_told(ask: Dateline) -> None:
    quote = ask("quotes", "--json").records[0]
    told = ask("quotes", "speaker", quote["id"], "Ruth Okafor").err
    assert "Nobody in this archive is called “Ruth Okafor”; it is kept as written." in told


def test_a_query_may_begin_with_the_name_of_a_command(ask: Dateline) -> None:
    assert "plan" in ask("actors", "merge").err or ask("actors", "merge").code == 2
    assert ask("actors", "--", "kind").code in (0, 1)
    assert ask("quotes", "--", "none").code in (0, 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("actors", "merge", "Kofi Annan"), "--into is missing"),
        (("actors", "kind", "Kofi Annan", "animal"), "'animal' is none of person"),
        (("actors", "undo", "x"), "is not a whole number"),
        (("actors", "--export", "a", "--import", "b"), "not allowed with"),
        (("actors", "peace", "--export", "a"), "they take no QUERY"),
        (("quotes", "speaker", "x:1-2"), "one of the arguments NAME --unknown is required"),
    ],
)
def test_wrong_usage_is_told(ask: Dateline, line: tuple[str, ...], said: str) -> None:
    done = ask(*line)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_corrections_go_into_a_file_and_out_of_it(ask: Dateline, tmp_path: Path) -> None:
    file = tmp_path / "corrections.yaml"
    ask("actors", "merge", "Hu Jintao", "--into", "Vladimir Putin")
    ask("actors", "reject", "NATO")
    assert ask("actors", "--export", file).err.strip() == f"2 corrections written to {file}."
    first = file.read_bytes()
    assert ask("actors", "--export", "-").out == first.decode()
    ask("actors", "undo")
    [record] = ask("actors", "--export", file, "--json").records
    assert record == {"file": str(file), "corrections": 1}, "an earlier export is written over"
    file.write_bytes(first)
    done = ask("actors", "--import", file)
    assert done.err.strip() == "Taken in: 1 correction. Stood already: 1."
    assert "NATO" not in actors(ask)
    assert ask("actors", "--export", "-").out == first.decode()
    assert ask("actors", "--import", "-", stdin=first).err.startswith("Taken in: 0 corrections.")


def test_a_file_that_is_no_export_is_neither_read_nor_written_over(
    ask: Dateline, tmp_path: Path
) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"my notes\n\xff\n")
    done = ask("actors", "--export", file)
    assert (done.code, file.read_bytes()) == (3, b"my notes\n\xff\n")
    done = ask("actors", "--import", file)
    assert (done.code, done.err) == (3, "Line 2: This is no UTF-8. Nothing was taken in.\n")
    file.write_text("my notes\n")
    assert "Line 1: Here should stand the whole" in ask("actors", "--import", file).err
    assert ask("actors", "--import", tmp_path / "none").code == 3
    assert ask("actors", "corrections").code == 1


def test_names_of_others_reach_no_terminal(ask: Dateline, tmp_path: Path) -> None:
    file = tmp_path / "corrections.yaml"
    file.write_text('version: 1\nrejected:\n- {name: "\\e[31mRed [b]x[/b]\\u202e", kind: person}\n')
    done = ask("actors", "--import", file)
    assert done.code == 0
    shown = done.err + ask("actors", "corrections").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_what_was_corrected_is_shown_so_with_its_article(ask: Dateline) -> None:
    [quote, *_] = ask("quotes", "--json").records
    before = ask("show", quote["article"]).out
    assert "corrected" not in before
    ask("quotes", "speaker", quote["id"], "Ruth Okafor")
    ask("actors", "kind", "Syria", "place")
    shown = ask("show", quote["article"]).out.splitlines()
    assert any(line.startswith("Ruth Okafor") and line.endswith("corrected") for line in shown)
    assert any(line.strip().startswith("Syria:") and "corrected" in line for line in shown)
