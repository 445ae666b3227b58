"""Passages: clip, clippings, export."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.runs import Dateline, Done

pytestmark = pytest.mark.xdist_group("seeds_archive")

PASSAGE = {
    "id", "article", "start", "end", "exact", "prefix", "suffix", "paragraph", "text_sha256",
    "file_sha256", "note", "tags",
}  # fmt: skip


@pytest.fixture
def ask(dateline: Dateline, home: Path) -> Dateline:
    """A command on the sample archive, with nothing kept in it yet."""
    return dateline


@pytest.fixture
def kept(ask: Dateline) -> dict[str, object]:
    """A clipping of a body paragraph of an article."""
    [record] = ask("show", "001_", "--json").records
    start = record["text"].index("\n\n", 1500) + 2
    end = record["text"].index("\n\n", start)
    done = ask(
        "clip", record["id"], start, end, "--note", "why", "--tag", "un", "--tag", "syria", "--json"
    )
    assert done.code == 0
    [passage] = done.records
    assert passage["exact"] == record["text"][start:end]
    assert passage["prefix"] == record["text"][start - 32 : start]
    assert passage["suffix"] == record["text"][end : end + 32]
    return passage


def test_a_clipping_is_a_passage_and_is_there_again(ask: Dateline, kept: dict[str, object]) -> None:
    assert set(kept) == PASSAGE
    assert (kept["note"], kept["tags"]) == ("why", ["un", "syria"])
    [record] = ask("clippings", "--json").records
    assert {name: record[name] for name in PASSAGE} == kept
    assert all(quote["article"] == kept["article"] for quote in record["quotes"])
    assert str(record["citation"]).endswith(f"paragraph {kept['paragraph']}.")
    page = ask("clippings").out
    assert " ".join(str(kept["exact"]).split()) in page
    assert "    Note: why\n" in page
    assert f"    {kept['id']}  {kept['article']} {kept['start']} {kept['end']}" in page


def test_clippings_of_what_a_query_finds(ask: Dateline, kept: dict[str, object]) -> None:
    [word] = sorted(str(kept["exact"]).split(), key=len)[-1:]
    assert ids(ask("clippings", word.strip(",."), "--json")) == [kept["id"]]
    done = ask("clippings", "xylophonist", "--json")
    assert (done.code, done.out) == (1, "")


def ids(done: Done) -> list[object]:
    return [record["id"] for record in done.records]


def test_keeping_a_passage_again_is_told_and_keeps_it_once(
    ask: Dateline, kept: dict[str, object]
) -> None:
    again = (kept["article"], kept["start"], kept["end"])
    done = ask("clip", *again, "--note", "why", "--tag", "syria", "--tag", "un")
    assert done.code == 0
    assert f"Already kept as {kept['id']}:" in done.err
    other = ask("clip", *again, "--note", "another thought")
    assert "\nKept as " in other.err
    assert len(ids(ask("clippings", "--json"))) == 2


def test_clippings_with_a_tag(ask: Dateline, kept: dict[str, object]) -> None:
    ask("clip", "001_", 0, 20, "--tag", "un")
    assert len(ids(ask("clippings", "--tag", "un", "--json"))) == 2
    assert ids(ask("clippings", "--tag", "un", "--tag", "syria", "--json")) == [kept["id"]]
    assert ask("clippings", "--tag", "sy").code == 1


def test_a_clipping_is_dropped_by_its_id(ask: Dateline, kept: dict[str, object]) -> None:
    done = ask("clippings", "--drop", kept["id"])
    assert (done.code, f"Dropped {kept['id']}:" in done.err) == (0, True)
    assert " ".join(str(kept["exact"]).split()) in done.out
    assert ask("clippings").code == 1
    gone = ask("clippings", "--drop", kept["id"], "--json")
    assert (gone.code, list(gone.records[0])) == (1, ["error"])
    assert ask("clippings", "syria", "--drop", kept["id"]).code == 2


def test_the_speech_in_a_clipping_is_told(ask: Dateline) -> None:
    quotes = ask("quotes", "--kind", "indirect", "--json").records
    quote = next(quote for quote in quotes if quote["speaker"])
    ask("clip", quote["article"], quote["start"], quote["end"])
    told = f"In it: {quote['speaker']}"
    for shown in (ask("clippings").out, ask("export").out):
        assert told in shown
        assert "(paraphrased)" in shown
    [record] = ask("clippings", "--json").records
    assert quote in record["quotes"]


def test_without_clippings_a_person_is_told_how_to_keep_them(ask: Dateline) -> None:
    done = ask("clippings")
    assert done.code == 1
    assert "`dateline clip`" in done.err
    done = ask("export")
    assert (done.code, done.out) == (1, "")
    assert "no passage was kept yet" in done.err


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((5, 5), "its end must come after its start"),
        ((377, 333), "its end must come after its start"),
        ((0, 10_000_000), "its text has"),
    ],
)
def test_a_span_that_is_no_passage_is_a_problem(
    ask: Dateline, span: tuple[int, int], said: str
) -> None:
    done = ask("clip", "001_", *span, "--json")
    assert done.code == 3
    assert said in done.records[0]["error"]
    assert ask("clippings").code == 1


def test_an_export_in_each_format_holds_the_words_hash_and_offsets(
    ask: Dateline, kept: dict[str, object], tmp_path: Path
) -> None:
    for form in ("markdown", "text", "csv", "json"):
        done = ask("export", "--format", form)
        assert done.code == 0
        file = tmp_path / f"passages.{form}"
        assert ask("export", "--format", form, "-o", file).code == 0
        assert file.read_bytes().decode() == done.out
        for piece in ("exact", "text_sha256", "file_sha256", "start", "end"):
            assert str(kept[piece]) in done.out.replace('\\"', '"'), (form, piece)
    [annotation] = json.loads(ask("export", "--format", "json").out)
    assert annotation["passage"] == kept
    [row] = csv.DictReader(io.StringIO(ask("export", "--format", "csv").out, newline=""))
    assert row["exact"] == kept["exact"]


def test_the_end_of_the_files_name_tells_the_format(
    ask: Dateline, kept: dict[str, object], tmp_path: Path
) -> None:
    done = ask("export", "-o", tmp_path / "a.csv", "--json")
    assert done.records == [{"file": str(tmp_path / "a.csv"), "format": "csv", "passages": 1}]
    assert (tmp_path / "a.csv").read_text().startswith("id,article,")
    assert ask("export").out.startswith("> ")


def test_an_export_never_overwrites_unasked(
    ask: Dateline, kept: dict[str, object], tmp_path: Path
) -> None:
    file = tmp_path / "mine.md"
    file.write_text("mine")
    done = ask("export", "-o", file)
    assert done.code == 3
    assert "--overwrite" in done.err
    assert file.read_text() == "mine"
    assert ask("export", "-o", file, "--overwrite").code == 0
    assert str(kept["exact"]) in file.read_text()


def test_the_paragraphs_that_a_query_finds(ask: Dateline) -> None:
    annotations = json.loads(ask("export", "annan", "--format", "json").out)
    assert annotations
    for annotation in annotations:
        passage = annotation["passage"]
        assert "annan" in passage["exact"].lower()
        assert "\n\n" not in passage["exact"]
        [record] = ask("show", passage["article"], "--json").records
        assert record["text"][passage["start"] : passage["end"]] == passage["exact"]
    done = ask("export", "xylophonist")
    assert (done.code, done.out) == (1, "")


def test_under_json_each_passage_is_an_object_on_a_line(
    ask: Dateline, kept: dict[str, object]
) -> None:
    done = ask("export", "--json")
    assert done.records == ask("clippings", "--json").records
    found = ask("export", "annan", "--json").records
    assert len(found) > 1
    assert all(set(record) > PASSAGE and record["citation"] for record in found)
    [annotation] = json.loads(ask("export", "--format", "json", "--json").out)
    assert annotation["passage"] == kept
    assert ask("export", "--format", "csv", "--json").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "x.docx"), "No format has files that end in .docx."),
        (("-o", "x.docx"), "markdown (.md), text (.txt), csv (.csv), json (.json)"),
        (("--format", "csv", "-o", "x.json"), "is for json, and --format says csv"),
    ],
)
def test_a_name_that_is_of_no_format_or_of_another_is_wrong_usage(
    ask: Dateline,
    kept: dict[str, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = ask("export", *arguments)
    assert (done.code, said in done.err) == (2, True)
    assert not list(tmp_path.glob("x.*"))
    assert ask("export", "--format", "csv", "-o", "x.docx").code == 0
    assert ask("export", "-o", "notes").code == 0


def test_a_format_that_is_none_is_wrong_usage(ask: Dateline) -> None:
    done = ask("export", "--format", "word")
    assert done.code == 2
    assert "markdown, text, csv, json" in done.err
