"""`search --facets` and `search --concordance`: what was found, seen in other ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runs import Dateline

pytestmark = pytest.mark.xdist_group("seeds_archive")


def _records(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_facets_have_clauses_that_narrow_the_search(
    dateline: Dateline, seeds_archive: Path
) -> None:
    done = dateline("--archive", seeds_archive, "search", "--json", "--facets", "syria")
    values = _records(done.out)
    assert done.code == 0
    assert {value["field"] for value in values} >= {"outlet", "year", "speaker", "actor", "place"}
    for value in values:
        assert set(value) == {"field", "text", "count", "clause"}
    for value in [values[0], *(v for v in values if v["field"] == "speaker")][:4]:
        narrowed = dateline(
            "--archive", seeds_archive, "search", "--json", "--limit", 0, f"syria {value['clause']}"
        )
        assert len(_records(narrowed.out)) == value["count"]


def test_facets_for_a_person_stand_under_their_names(
    dateline: Dateline, seeds_archive: Path
) -> None:
    done = dateline("--archive", seeds_archive, "search", "--facets", "syria")
    assert "Outlet" in done.out.splitlines()
    assert "date:2012" in done.out


def test_a_concordance_is_a_line_a_hit(dateline: Dateline, seeds_archive: Path) -> None:
    arguments = ("--archive", seeds_archive, "search", "--concordance", "right", "annan")
    lines = _records(dateline(*arguments, "--json").out)
    assert all(
        set(line)
        == {"article", "title", "outlet", "date", "left", "match", "right", "start", "end"}
        for line in lines
    )
    assert {str(line["match"]).lower() for line in lines} <= {"annan", "annan's", "annan’s"}
    printed = dateline(*arguments)
    shown = printed.out.splitlines()
    assert len(shown) == len(lines)
    assert {line.lower().index("annan", 44) for line in shown} == {44}
    assert f"{len(lines)} hits" in printed.err


def test_nothing_found_is_said_with_exit_code_1(dateline: Dateline, seeds_archive: Path) -> None:
    for view in (("--facets",), ("--concordance", "place")):
        done = dateline("--archive", seeds_archive, "search", *view, "zugzwang")
        assert (done.code, done.out) == (1, "")
        assert "zugzwang" in done.err
