"""`remove`, `backup`, `restore`, `doctor --thorough`: what a person reads and a script gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import Dateline

STORY = "Mayor meets the {who}\n\nLISBON, June 5 (Reuters) - The mayor met the {who} on Monday.\n"


@pytest.fixture
def news(dateline: Dateline, tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for who in ("xylophonist", "aldermen"):
        (folder / f"{who}.txt").write_text(STORY.format(who=who))
    assert dateline("add", folder).code == 0
    return folder


def test_an_article_is_removed_listed_and_brought_back(dateline: Dateline, news: Path) -> None:
    done = dateline("remove", "mayor meets the xylo")
    assert (done.code, done.out) == (0, "")
    assert "Removed from search: 1 article, “Mayor meets the xylophonist”" in done.err
    assert "`dateline remove --undo` brings it back" in done.err
    assert dateline("search", "xylophonist").code == 1
    [listed] = dateline("remove", "--list", "--json").records
    assert (listed["title"], listed["purged"]) == ("Mayor meets the xylophonist", False)
    assert dateline("remove", "--list").out.startswith(str(listed["id"]))
    assert dateline("add", news).code == 0
    assert dateline("search", "xylophonist").code == 1
    assert "Back in search: 1 article." in dateline("remove", "--undo", listed["id"]).err
    assert dateline("search", "xylophonist").code == 0
    assert dateline("remove", "--list").code == 1


def test_purging_asks_and_where_nobody_is_to_be_asked_wants_to_be_told(
    dateline: Dateline, news: Path
) -> None:
    refused = dateline("remove", "--purge", news / "xylophonist.txt")
    assert (refused.code, "--yes" in refused.err) == (2, True)
    assert dateline("search", "xylophonist").code == 0
    done = dateline("remove", "--purge", "--yes", news / "xylophonist.txt")
    assert (done.code, "Deleted for good: 1 article" in done.err) == (0, True)
    assert dateline("search", "xylophonist").code == 1
    back = dateline("remove", "--undo", news / "xylophonist.txt")
    assert "may come in again: 1 article. `dateline add`" in back.err
    assert dateline("add", news).code == 0
    assert dateline("search", "xylophonist").code == 0


@pytest.mark.parametrize(
    "arguments",
    [(), ("--list", "x"), ("--undo",), ("--undo", "--purge", "x"), ("--undo", "--yes", "x")],
)
def test_a_remove_that_says_nothing_that_can_be_done(
    dateline: Dateline, news: Path, arguments: tuple[str, ...]
) -> None:
    assert dateline("remove", *arguments).code == 2


def test_what_is_not_there_cannot_be_removed(dateline: Dateline, news: Path) -> None:
    assert dateline("remove", "none").code == 1
    assert dateline("remove", "--undo", "none").code == 1


def test_an_archive_is_backed_up_and_restored(
    dateline: Dateline, news: Path, tmp_path: Path
) -> None:
    file, folder = tmp_path / "backup", tmp_path / "again"
    done = dateline("backup", file)
    assert done.code == 0
    assert f"Backed up to {file}: 2 articles, 0 clippings, 0." in done.err
    assert dateline("backup", file).code == 3
    [record] = dateline("backup", "--overwrite", file, "--json").records
    assert (record["bytes"], record["articles"]) == (file.stat().st_size, 2)
    done = dateline("restore", file, "--archive", folder)
    assert (done.code, f"Restored into {folder}: 2 articles" in done.err) == (0, True)
    assert dateline("search", "xylophonist", "--archive", folder).code == 0
    again = dateline("restore", file, "--archive", folder, "--json")
    assert (again.code, list(again.records[0])) == (3, ["error"])


def test_the_doctor_is_content_with_a_sound_archive(dateline: Dateline, news: Path) -> None:
    for how in ((), ("--thorough",)):
        done = dateline("doctor", *how, "--json")
        assert done.code == 0
        assert all(record["ok"] for record in done.records)


def test_a_search_is_saved_tells_what_is_new_is_opened_and_dropped(
    dateline: Dateline, news: Path
) -> None:
    assert dateline("searches").code == 1
    done = dateline("search", "mayor", "--save", "The mayor")
    assert (done.code, "Saved as The mayor" in done.err) == (0, True)
    (news / "late.txt").write_text(STORY.format(who="glaziers"))
    assert dateline("add", news).code == 0
    [record] = dateline("searches", "--json").records
    assert (record["name"], record["query"], record["new"]) == ("The mayor", "mayor", 1)
    assert dateline("searches").out == "The mayor  1 new\n    mayor\n"
    opened = dateline("searches", "The", "mayor", "--json")
    assert (opened.code, len(opened.records)) == (0, 3)
    assert dateline("searches", "--json").records[0]["new"] == 0
    assert dateline("searches", "--drop").code == 2
    assert dateline("searches", "--drop", "The mayor").code == 0
    assert dateline("searches", "The mayor").code == 1
    assert dateline("search", "date:yesteryear", "--save", "x").code == 2
