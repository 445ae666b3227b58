"""`dateline extract`: texts in, quotes and actors out, nothing kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import Dateline, Spawn

QUOTE = {
    "start", "end", "kind", "verbatim", "text", "speaker", "mention", "mention_span", "cue",
    "cue_span", "confidence",
}  # fmt: skip
ACTOR = {"name", "kind", "aliases", "mentions", "count", "quotes", "corrected"}

TEXT = (
    'MOSCOW (Reuters) - "We will not change our position," Foreign Minister Sergei Lavrov told '
    "reporters on Tuesday.\n\nLavrov said that Russia supported the plan. President Vladimir "
    "Putin urged restraint.\n"
)


def lines(*rows: object) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_each_text_gives_one_line_in_the_same_order(dateline: Dateline) -> None:
    done = dateline("extract", stdin=lines({"doc": "b", "text": TEXT}, {"doc": "a", "text": ""}))
    assert done.code == 0
    assert [record["doc"] for record in done.records] == ["b", "a"]
    first, second = done.records
    assert set(first) == {"doc", "quotes", "actors"}
    assert second == {"doc": "a", "quotes": [], "actors": []}


def test_quotes_and_actors_have_the_stable_shape_without_ids(dateline: Dateline) -> None:
    [record] = dateline("extract", stdin=lines({"doc": "a", "text": TEXT})).records
    quotes, actors = record["quotes"], record["actors"]
    assert quotes
    assert actors
    assert all(set(quote) == QUOTE for quote in quotes)
    assert all(set(actor) == ACTOR for actor in actors)
    for quote in quotes:
        assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    [direct] = [quote for quote in quotes if quote["kind"] == "direct"]
    assert direct["text"].startswith("We will not change our position")
    assert direct["speaker"] == "Sergei Lavrov"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], {"direct", "indirect"}),
        (["--kind", "direct"], {"direct"}),
        (["--kind", "indirect,mixed"], {"indirect"}),
        (["--kind", "direct", "--kind", "indirect"], {"direct", "indirect"}),
    ],
)
def test_only_the_kinds_asked_for_come_out(
    dateline: Dateline, arguments: list[str], wanted: set[str]
) -> None:
    [record] = dateline("extract", *arguments, stdin=lines({"doc": "a", "text": TEXT})).records
    quotes = record["quotes"]
    assert {quote["kind"] for quote in quotes} == wanted


def test_offsets_are_into_the_text_as_it_was_handed_in(dateline: Dateline) -> None:
    text = "\ufeff" + TEXT.replace("not change", "not\u00a0cha\u200bnge").replace("\n", "\r\n")
    text = text.replace("that Russia", "that E\u0301lodie and\tRussia").replace('"', "\u201c", 1)
    [record] = dateline("extract", stdin=lines({"doc": "a", "text": text})).records
    quotes = record["quotes"]
    assert quotes
    for quote in quotes:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_lone_surrogates_survive(dateline: Dateline) -> None:
    text = f"\ud800 {TEXT}"
    done = dateline("extract", stdin=lines({"doc": "\udcff", "text": text}))
    assert done.code == 0
    [record] = done.records
    assert record["doc"] == "\udcff"
    quotes = record["quotes"]
    assert text[quotes[0]["start"] : quotes[0]["end"]] == quotes[0]["text"]


def test_bad_lines_are_told_by_number_and_the_others_are_read(dateline: Dateline) -> None:
    given = b"\n".join(
        [
            b'{"doc": "a", "text": "x"}',
            b"not json",
            b"",
            b'{"doc": "b"}',
            b"[1]",
            b'{"doc": 1, "text": "x"}',
            b'{"doc": "\xff", "text": "x"}',
            b'{"doc": "c", "text": "x"}',
        ]
    )
    done = dateline("extract", stdin=given)
    assert done.code == 3
    assert [record["doc"] for record in done.records] == ["a", "c"]
    assert done.err.splitlines() == [
        "Line 2: this is not JSON.",
        'Line 4: "text" is not there or is no text.',
        'Line 5: this is no object with "doc" and "text".',
        'Line 6: "doc" is not there or is no text.',
        "Line 7: this is not UTF-8.",
        "5 lines could not be read.",
    ]
    assert dateline("extract", "--json", stdin=given).records[-1] == {
        "error": "5 lines could not be read."
    }


def test_a_file_is_read_like_standard_input(dateline: Dateline, tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(lines({"doc": "a", "text": TEXT}))
    assert dateline("extract", file) == dateline("extract", "-", stdin=file.read_bytes())
    done = dateline("extract", tmp_path / "none.jsonl")
    assert done.code == 3
    assert "none.jsonl cannot be read: no such file" in done.err


def test_no_text_at_all_is_nothing_found(dateline: Dateline) -> None:
    assert dateline("extract", stdin=b"\n").code == 1


def test_nothing_is_stored(dateline: Dateline, home: Path) -> None:
    dateline("extract", stdin=lines({"doc": "a", "text": TEXT}))
    assert not list(home.rglob("*.sqlite3"))


def test_each_line_comes_out_before_the_next_goes_in(
    spawn: Spawn,
) -> None:
    process = spawn("extract")
    assert process.stdin is not None
    assert process.stdout is not None
    for name in ("a", "b"):
        process.stdin.write(lines({"doc": name, "text": TEXT}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc"] == name
    process.stdin.close()
    assert process.wait() == 0


def test_a_long_file_is_read_in_its_order_by_as_many_processes_as_are_granted(
    dateline: Dateline, tmp_path: Path
) -> None:
    file = tmp_path / "texts.jsonl"
    names = [f"{number}" for number in range(14)]
    file.write_bytes(
        lines(*({"doc": name, "text": TEXT.replace("Monday", f"May {name}")} for name in names))
        + b"no JSON\n"
    )
    runs = []
    for processes in (1, 2):
        settings = tmp_path / f"{processes}.yaml"
        settings.write_text(f"processes: {processes}\n")
        runs.append(dateline("--config", settings, "extract", file))
    assert [record["doc"] for record in runs[0].records[: len(names)]] == names
    assert all(record["quotes"] for record in runs[0].records[: len(names)])
    assert runs[0] == runs[1]
    assert runs[0].code == 3
    assert "Line 15: this is not JSON." in runs[0].err
