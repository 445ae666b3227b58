"""`dateline facts`: what is known of an article, and what is stated instead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.runs import Dateline


@pytest.fixture
def ask(dateline: Dateline, seeds_archive: Path, tmp_path: Path) -> Dateline:
    """Runs a command on an archive of the seed articles of the test's own."""
    folder = tmp_path / "seeds"
    shutil.copytree(seeds_archive, folder)
    return lambda *arguments, **more: dateline("--archive", folder, *arguments, **more)


@pytest.fixture
def article(ask: Dateline) -> str:
    return str(ask("search", "ceasefire", "--json").records[0]["id"])


def facts(ask: Dateline, article: str) -> dict[str, dict[str, object]]:
    return {str(each["field"]): each for each in ask("facts", article, "--json").records}


def test_facts_are_stated_and_found_by_what_they_are(ask: Dateline, article: str) -> None:
    before = facts(ask, article)
    done = ask(
        "facts", article, "--set", "headline=Walruses gather", "--set", "date=4 June 2011 09:30",
        "--set", "byline=Jane Roe and John Doe", "--unknown", "agency",
    )  # fmt: skip
    assert done.code == 0
    assert done.err.splitlines() == [
        "The headline is “Walruses gather”.",
        "The date is 4 June 2011, 09:30.",
        "The byline is “Jane Roe” and “John Doe”.",
        "The agency is unknown.",
    ]
    assert "Headline:      Walruses gather (corrected; " in done.out
    assert "Date:          4 Jun 2011, 09:30 (corrected; " in done.out
    now = facts(ask, article)
    assert now["date"]["moment"] == "2011-06-04T09:30:00"
    assert now["title"]["read"] == {
        key: before["title"][key] for key in ("value", "moment", "basis", "reason")
    }
    shown = ask("show", article, "--json").records[0]
    assert shown["basis"]["title"] == shown["basis"]["byline"] == "corrected"
    assert [hit["id"] for hit in ask("search", "title:walruses", "--json").records] == [article]
    assert [hit["id"] for hit in ask("search", "date:2011", "--json").records] == [article]
    assert ask("facts", "Walruses").code == 0


def test_what_is_stated_no_longer_is_what_the_file_says(ask: Dateline, article: str) -> None:
    before = facts(ask, article)
    ask("facts", article, "--set", "outlet=The Herald")
    done = ask("facts", article, "--unset", "outlet")
    assert done.err.strip() == "No longer so: The outlet is “The Herald”."
    assert facts(ask, article) == before
    ask("facts", article, "--set", "outlet=The Star")
    [listed] = ask("actors", "corrections", "--json").records
    assert (listed["kind"], listed["article"], listed["told"]) == (
        *("fact", article),
        "The outlet is “The Star”.",
    )
    assert article in ask("actors", "corrections").out
    assert ask("actors", "undo").err.strip() == "No longer so: The outlet is “The Star”."
    assert ask("actors", "redo").err.strip() == "Holds again: The outlet is “The Star”."


@pytest.mark.parametrize(
    ("given", "code", "complaint"),
    [
        (["--set", "date"], 2, "lacks a value: it is FIELD=VALUE"),
        (["--set", "date="], 2, "--unknown FIELD says"),
        (["--set", "date=soon"], 3, "“soon” is no day"),
        (["--set", "colour=red"], 3, "is no fact that can be stated. There are title, date"),
        (["--unset", "title"], 3, "The headline was not corrected."),
        (["--unset", "title", "--set", "headline=x"], 3, "at once"),
    ],
)
def test_what_makes_no_sense_is_told(
    ask: Dateline, article: str, given: list[str], code: int, complaint: str
) -> None:
    done = ask("facts", article, *given)
    assert (done.code, complaint in done.err) == (code, True), done.err
    assert ask("actors", "corrections").code == 1


def test_an_article_that_is_not_there(ask: Dateline) -> None:
    assert ask("facts", "nothing begins so").code == 1
