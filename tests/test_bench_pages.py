"""Pages are compared with their gold as the benchmark says, and its tables are printed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.bench.pages import f1, key, main, same_outlet
from tests.readers.html.pages import COPY, page, paragraphs

_HEAD = """<title>Ferry sails again | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Jané Roe">
<meta property="article:published_time" content="2024-05-16T08:00:00Z">"""


@pytest.mark.parametrize(
    ("found", "gold", "is_so"),
    [
        ("The Harbour Post", "HarbourPost", True),
        ("Harbour City Times", "HCTimes", True),
        ("North Harbour Post", "HarbourPost", True),
        ("Harbour", "HarbourPost", False),
        ("Post", "HarbourPost", False),
        (None, "HarbourPost", False),
        (None, None, True),
    ],
)
def test_outlets_are_compared_by_letters_and_short_forms(
    found: str | None, gold: str | None, *, is_so: bool
) -> None:
    assert same_outlet(found, gold) is is_so


def test_names_are_compared_without_case_accents_and_marks() -> None:
    assert key("JANÉ O’Roe-Doe") == key("jane oroe doe")


def test_bodies_are_compared_as_bags_of_words() -> None:
    assert f1("The quay is new.", "The quay is NEW") == 1
    assert f1("quay quay", "quay") == pytest.approx(2 / 3)
    assert f1("", "quay") == 0


def test_the_tables_tell_what_is_right_and_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    html = page(_HEAD, f"<article><h1>Ferry sails again</h1>{paragraphs()}</article>")
    (tmp_path / "ferry.html.gz").write_bytes(gzip.compress(html.encode()))
    (tmp_path / "empty.html.gz").write_bytes(gzip.compress(page().encode()))
    gold = {"page": "ferry.html.gz", "title": "Ferry sails again", "authors": ["Jane Roe"]}
    gold |= {"date": "2024-05-17", "outlet": "HarbourPost", "paragraphs": COPY}
    empty = {**gold, "page": "empty.html.gz", "date": None, "authors": None, "title": "Quay"}
    (tmp_path / "gold.jsonl").write_text(f"{json.dumps(gold)}\n{json.dumps(empty)}\n")
    main([str(tmp_path)])
    told = capsys.readouterr().out
    row = next(line for line in told.splitlines() if line.startswith("| dateline"))
    assert [cell.strip() for cell in row.split("|")[2:8]] == [
        *("50.0", "50.0", "100.0", "50.0"),
        *("0.495", "0.00"),
    ]
    assert "empty.html.gz" in told
    assert "under 0.5" in told
    assert "2024-05-17 | 2024-05-16" in " ".join(told.split())
