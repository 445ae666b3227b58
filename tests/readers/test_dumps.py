"""Dumps: many articles in one file, told by content, read a row at a time, none of them trusted."""

from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import pytest

from tests.readers.gone_through import articles, refusal, rows, texts

ROWS = [
    {
        "id": 7,
        "headline": "Talks\n falter",
        "pubDate": "2012-06-05",
        "text": "The envoys\u00a0left.",
    },
    {"title": "War", "source": {"id": "x", "name": "The Times"}, "text": "“More.”\n\nThe end."},
]
READ = ["The envoys left.", "“More.”\n\nThe end."]


def as_lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.mark.parametrize(
    "content",
    [
        as_lines(*ROWS),
        "\ufeff" + as_lines(*ROWS).replace("\n", "\r\n\n"),
        as_lines(*ROWS).rstrip("\n"),
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
        " [\n" + ",\n".join(json.dumps(row) for row in ROWS) + "\n]\n",
        "\n".join(json.dumps(row, indent=1) for row in ROWS),
    ],
    ids=["lines", "windows", "no end", "list", "indented list", "a row a line", "one by one"],
)
def test_json_of_many_articles_is_a_dump_whatever_its_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(content, newline="")
    assert texts(path) == READ


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "content",
    [as_lines(*ROWS), 'title,text\nTalks,"The envoys left."\nWar,"“More.”\n\nThe end."\n'],
)
def test_a_dump_in_unicode_of_any_form_is_read(tmp_path: Path, content: str, encoding: str) -> None:
    path = tmp_path / "dump"
    path.write_bytes(content.encode(encoding))
    assert texts(path) == READ


def test_old_bytes_in_a_row_are_read_as_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_bytes(b'{"text": "Caf\xc3\xa9"}\n{"text": "\x93Caf\xe9\x94 society"}\n')
    assert texts(path) == ["Café", "“Café” society"]


def test_what_is_said_beside_the_text_is_given_by_field(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text(
        as_lines(
            *ROWS,
            {"Byline": ["A. Doe", {"name": "B. Roe"}, 3.5, None], "date": 1338900000, "body": "x"},
            {"title": "", "headline": "Second\x1b name", "text": None, "content": ["a", "b"]},
        )
    )
    given = [dict(row[1]) for row in rows(path) if not isinstance(row, str)]
    assert given == [
        {"id": ("7",), "title": ("Talks falter",), "date": ("2012-06-05",)},
        {"title": ("War",), "outlet": ("The Times",)},
        {"author": ("A. Doe", "B. Roe", "3.5"), "date": ("1338900000",)},
        {"title": ("Second\ufffd name",)},
    ]
    assert texts(path)[3] == "a\n\nb"


def test_bad_rows_are_told_in_their_place_and_stop_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    lines = [
        '{"text": "First."}',
        '{"text": "cut sho',
        "[1]",
        "",
        '{"text": " \\u200b "}',
        '{"title": "No text"}',
        '{"text": 7}',
        '{"a":' * 5000,
        '{"text": "' + "x" * 2_000_000 + '"}',
        '{"text": "<p>One.</p><p>Two.</p>"}',
        '{"text": "\\ud800 Last <b>one</b>."}',
    ]
    path.write_text("\n".join(lines))
    told = texts(path)
    assert told[0] == "First."
    assert told[-1] == "\ufffd Last <b>one</b>.", "tags that are no page's are copy"
    assert told[1:3] == ["not JSON", "not a JSON object"]
    assert told[3] == "its text is empty"
    assert told[4].startswith("no field for the text (text, body, ")
    assert told[5] == "its text is empty"
    assert told[6] in ("not JSON", "nested too deeply")
    assert told[7] == "longer than 1 MB"
    assert told[8] == "One.\n\nTwo."
    assert len(told) == 10, "a line without anything is no row"


def test_a_list_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(json.dumps([*ROWS, 5, *ROWS])[:-9])
    *before, last = texts(path)
    assert before == [*READ, "not a JSON object", READ[0]]
    assert last == "not JSON; what follows it cannot be read either"


def test_a_list_is_never_held_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    long = "x" * 300_000
    path.write_text(json.dumps([{"text": f"{long} {number}"} for number in range(12)]))
    assert path.stat().st_size > 3 * 1024 * 1024
    assert [text.rsplit(" ", 1)[1] for text in texts(path)] == [str(n) for n in range(12)]
    assert texts(path, max_bytes=200_000) == [
        "longer than an article may be; what follows it is not read"
    ]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / "dump.jsonl.packed"
    path.write_bytes(pack(as_lines(ROWS[0]).encode()) + pack(as_lines(ROWS[1]).encode()))
    assert texts(path) == READ, "files packed apart and put together are one"
    path.write_bytes(pack(b"The envoys left.\n"))
    assert [article.text for article in articles(path)] == ["The envoys left.\n"]
    path.write_bytes(pack(b"x" * (2 * 1024 * 1024)))
    assert refusal(path) == "larger than 1 MB"


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
def test_a_packed_dump_that_is_torn_gives_what_came_before(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / "dump.jsonl.packed"
    many = as_lines(*({"text": f"Story {n:05} of some length."} for n in range(30_000)))
    packed = pack(many.encode())
    path.write_bytes(packed[: len(packed) * 3 // 4])
    *before, last = texts(path)
    assert before[:2] == ["Story 00000 of some length.", "Story 00001 of some length."]
    assert len(before) > 10_000
    assert last == "damaged: it ends in the middle; what follows is not read"
    path.write_bytes(packed[:200] + b"x" * 50 + packed[250:])
    assert refusal(path).startswith("damaged: "), "not even its beginning can be looked at"


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress], ids=["gzip", "xz"])
def test_a_bomb_is_left_when_it_is_known_for_one(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / "bomb.jsonl"
    line = as_lines({"text": "The envoys left. " * 4000})
    path.write_bytes(pack((line * 1200).encode()))
    assert path.stat().st_size < 500_000
    told = texts(path)
    assert told[0].startswith("The envoys left.")
    assert told[-1].startswith("packed data that unpacks to over 200 times its size")
    assert len(told) < 1100


def test_copy_that_begins_like_json_is_copy(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    for content in ("{Embargoed}\nNews.\n", "[1] A note.\n", '["A", "B"]\n', "[{Sic}] he said.\n"):
        path.write_text(content)
        assert [article.text for article in articles(path)] == [content]


def test_a_name_tells_where_the_content_leaves_it_open(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text('{"text": "cut sho\n{"text": "Whole."}\n')
    assert texts(path) == ["not JSON", "Whole."]
    (tmp_path / "dump.jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert texts(tmp_path / "dump.jsonl.gz") == ["not JSON", "Whole."]
