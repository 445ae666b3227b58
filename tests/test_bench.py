"""The benchmark runs: on a dump as small as it takes, with every engine that is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import reading
from tests.bench.__main__ import main
from tests.bench.questions import KINDS

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Thirty articles, each a few paragraphs of a seed, from two outlets and many days."""
    file = tmp_path / "dump.jsonl"
    paragraphs = [
        [part for part in seed.read_text(encoding="utf-8").split("\n\n") if len(part) > 80]
        for seed in sorted(SEEDS.glob("*.txt"))
    ]
    with file.open("w", encoding="utf-8") as lines:
        for number in range(30):
            parts = paragraphs[number % len(paragraphs)]
            at = number % max(1, len(parts) - 3)
            record = {
                "title": f"Article {number} of them",
                "date": f"2012-06-{1 + number % 28:02}T10:00:00",
                "outlet": "Reuters" if number % 3 else "BBC News",
                "author": None,
                "text": "\n\n".join(parts[at : at + 4]),
            }
            lines.write(json.dumps(record) + "\n")
    return file


def test_every_class_is_asked_and_every_figure_is_told(
    dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = ["--each", "2", "--rounds", "1", "--typed", "2"]
    engines = ["--engines", "Dateline", "Dateline, index alone", "plain Whoosh", "SQLite FTS5"]
    main([str(dump), "--sizes", "15", "30", *engines, *few, "--parts", "asking", "typing"])
    told = capsys.readouterr().out
    for size in ("15", "30"):
        for part in ("Building, {} articles", "snippets and exact count, {} articles"):
            assert part.format(size) in told
    assert "Growth with the number" in told
    asked = first_figures(told)
    assert set(KINDS) <= set(asked)
    for kind in ("common word", "phrase", "prefix", "sorted by date", "exact count"):
        assert asked[kind][0].isdigit(), f"the reader was not asked for {kind}"


def test_the_reader_is_launched_scrolled_and_typed_into(
    dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = ["--each", "2", "--on-screen", "1", "--runs", "1", "--repeats", "5"]
    main([str(dump), "--sizes", "30", "--engines", "Dateline", "--parts", "screen", *few])
    told = capsys.readouterr().out
    for table in ("Launch to first results painted", "A step down the results", "Typing"):
        assert table in told
    assert first_figures(told)["letters never seen"] == "0"


def first_figures(told: str) -> dict[str, str]:
    """The first figure of every row of the tables, by the name of the row."""
    rows = [line.split("|") for line in told.splitlines() if line.startswith("| ")]
    return {row[1].strip(): row[2].strip() for row in rows}


def test_an_engine_that_is_not_there_is_named_and_left_out(
    dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    main([str(dump), "--sizes", "30", "--engines", "ripgrep", "--parts", "--each", "2"])
    assert "ripgrep is not measured: there is no rg on this machine." in capsys.readouterr().out


def test_reading_is_measured_beside_the_pipe_of_spacy(
    dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reading.main([str(dump), "--articles", "12", "--rounds", "1"])
    told = capsys.readouterr().out
    figures = first_figures(told)
    for name in (*reading.ROLES, "names", "parsing", "rules", "the store and the index"):
        assert figures[name][0].isdigit(), f"{name} was not measured"
    rows = {line.split("|")[1].strip(): line for line in told.splitlines() if "|" in line}
    assert rows["Dateline, two processes"].count("×") >= 2, "beside spaCy's time"
