"""Corrections as YAML: the same bytes for the same state, into a fresh archive and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive, open_archive
from index.article import DatelineError
from index.config import Config
from index.store import corrections_file
from index.store.corrections import fold
from index.store.journal import Entry
from tests.archive.correcting import ENVOY, HARBOUR, LATER, Desk, envoy, harbour, later, open_desk


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        yield open_desk(archive, tmp_path / "news")


@pytest.fixture
def fresh(config: Config, tmp_path: Path) -> Iterator[Archive]:
    other = replace(config, archive_folder=tmp_path / "fresh")
    with open_archive(None, other, start=True) as archive:
        yield archive


def correct_all(desk: Desk) -> None:
    """One correction of each kind."""
    corrections = desk.archive.corrections
    corrections.merge([desk.id("Muammar Hadad")], desk.id("Moammar Haddad"))
    corrections.merge([desk.id("Smith", "harbour")], desk.id("Harbour Board"), sure=True)
    corrections.rename(desk.id("Harbour Board"), "The Board: “No”\x1b[31m")
    corrections.kind(desk.id("Port Council"), "state")
    corrections.reject(desk.id("Friday", "envoy"))
    corrections.split(desk.id("Moammar Haddad"), "Haddad", "Samir Haddad")
    corrections.split(
        desk.id("Moammar Haddad"), "Moammar Haddad", "Omar", article=desk.ids["envoy"]
    )
    corrections.speaker(desk.quote("envoy", "We wait,").id, "Syrian rebels")
    corrections.speaker(desk.quote("envoy", "It is cold,").id, None)
    corrections.no_quote(desk.quote("harbour", "The port is closed,").id)


def shown(desk: Desk) -> object:
    """What is shown, whatever the ids of this archive are."""
    articles = [desk.archive.articles.get(each) for each in sorted(desk.ids.values())]
    return (
        sorted((replace(each, id=None) for each in desk.actors()), key=repr),
        [[replace(each, id=None) for each in article.actors] for article in articles],
        [[replace(each, speaker_id=None) for each in article.quotes] for article in articles],
        sorted(desk.listed()),
    )


def test_what_was_exported_is_taken_into_a_fresh_archive(
    desk: Desk, fresh: Archive, tmp_path: Path
) -> None:
    correct_all(desk)
    written = desk.archive.corrections.write()
    assert written == desk.archive.corrections.write()
    assert "\x1b" not in written
    other = open_desk(fresh, tmp_path / "news2")
    assert other.ids == desk.ids, "the same files have the same ids everywhere"
    told = other.archive.corrections.read(written)
    assert told[0].endswith("Stood already: 0.")
    assert shown(other) == shown(desk)
    assert other.archive.corrections.write() == written
    assert other.archive.corrections.read(written)[0].startswith("Taken in: 0 corrections.")


def test_corrections_are_there_before_the_articles(
    desk: Desk, fresh: Archive, tmp_path: Path
) -> None:
    correct_all(desk)
    told = fresh.corrections.read(desk.archive.corrections.write())
    assert "“Muammar Hadad” is “Moammar Haddad”: this fits nothing in this archive yet" in "".join(
        told
    )
    assert {each.waits for each in fresh.corrections.listed() if "quote" in each.kind} == {
        "no article here has these words"
    }
    other = open_desk(fresh, tmp_path / "news2")
    assert shown(other) == shown(desk)


def test_what_was_taken_in_says_what_it_means(desk: Desk, fresh: Archive) -> None:
    corrections = desk.archive.corrections
    corrections.kind(desk.id("Port Council"), "state")
    corrections.rename(desk.id("Harbour Board"), "Quay Board")
    corrections.merge([desk.id("Smith", "harbour")], desk.id("Smith", "envoy"))
    fresh.corrections.read(corrections.write())
    assert {each.told for each in fresh.corrections.listed()} == {
        "“Port Council”, an organisation, is a state.",
        "“Quay Board” is the name to show.",
        "“Harbour Board” is “Quay Board”.",
        "“Smith” of one article is that of another.",
    }


def test_an_import_is_undone_step_by_step(desk: Desk, fresh: Archive, tmp_path: Path) -> None:
    other = open_desk(fresh, tmp_path / "news2")
    before = shown(other)
    correct_all(desk)
    other.archive.corrections.read(desk.archive.corrections.write())
    while other.archive.journal.undo():
        pass
    assert shown(other) == before


HEAD = "version: 1\n"
QUOTE = (
    HEAD + "quotes:\n- {article: 1f8c714e2bf9, text_sha256: " + "a" * 64 + ", start: 0, end: 2,\n"
    "   exact: hi, kind: direct, verbatim: [[0, 2]], speaker: {name: Jo, kind: person}}\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Line 1: Here is missing version"),
        ("version: 2\n", "Line 1: Only version 1"),
        ("- a\n", "Line 1: Here should stand the whole, with version"),
        (HEAD + "people: []\n", "Line 2: “people” is not known in the whole"),
        (HEAD + "actors: 5\n", "Line 2: actors is a list"),
        (HEAD + "actors:\n- {name: A}\n", "Line 3: Here is missing kind in an actor"),
        (HEAD + "actors:\n- {name: A, kind: animal, called: B}\n", "Line 3: kind is person, "),
        (HEAD + "actors:\n- {name: A, kind: person}\n", "Line 3: Here is missing who else"),
        (HEAD + "rejected:\n- {name: '', kind: person}\n", "Line 3: name is a name"),
        (HEAD + "rejected:\n- {name: " + "x" * 201 + ", kind: person}\n", "Line 3: name is a name"),
        (HEAD + "rejected:\n- {name: A, kind: person, article: x}\n", "Line 3: article has 12"),
        (HEAD + "rejected:\n- &a {name: A, kind: person}\n- *a\n", "Line 3: Aliases"),
        (HEAD + "rejected: !!python/object:os.system []\n", "Line 2: Tags"),
        (HEAD + "rejected: [[[[[[[[[[]]]]]]]]]]\n", "Line 2: Here should|nested too deeply"),
        (HEAD + "rejected: [\n", "Line [23]: This is no YAML"),
        (HEAD + "version: 1\n", "Line 2: version stands here twice"),
        (HEAD + "---\nversion: 1\n", "Line 2: A second text"),
        (HEAD + "a: \x07\n", "Line 2: Here is a control character"),
        (HEAD + "a: \udc80\n", "Line 2: Here is half a character"),
        (HEAD + "? [a]\n: b\n", "Line 2: Here should stand the name of a field"),
        (QUOTE.replace("end: 2", "end: 3"), "Line 3: From start to end are 3 characters"),
        (QUOTE.replace("start: 0", "start: -1"), "Line 3: start is a whole number"),
        (QUOTE.replace("[[0, 2]]", "[[0, 9]]"), "Line 4: A span of verbatim"),
        (QUOTE.replace("kind: direct", "kind: loud"), "Line 4: kind is direct, mixed"),
        (QUOTE.replace("name: Jo", "name: [Jo]"), "Line 4: name is a single value"),
        (QUOTE.replace("article: 1f8c714e2bf9, ", ""), "Line 3: Here is missing article"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_taken_in(
    fresh: Archive, text: str, told: str
) -> None:
    with pytest.raises(DatelineError, match=told) as problem:
        fresh.corrections.read(text)
    assert str(problem.value).endswith("Nothing was taken in.")
    assert fresh.corrections.listed() == []
    fresh.corrections.read(QUOTE)
    assert len(fresh.corrections.listed()) == 1


def test_what_was_named_so_stays_a_name(fresh: Archive) -> None:
    fresh.corrections.read(HEAD + "rejected:\n- {name: No, kind: person, everywhere: true}\n")
    assert fresh.corrections.listed()[0].told.startswith("“No” ")


NAMES = st.text(min_size=1, max_size=20).filter(lambda name: any(map(str.isalnum, name)))


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5))
def test_any_name_is_read_as_it_was_written(names: list[tuple[str, str]]) -> None:
    entries = []
    for number, (one, other) in enumerate(names):
        data = {
            "actors": [{"name": corrections_file.one_line(one), "kind": "person"}],
            "into": {"name": corrections_file.one_line(other), "kind": "place"},
        }
        if all(corrections_file.fold_name(each).strip() for each in (one, other)):
            entries.append(Entry(number, "", "merge", data))
    state = fold(entries)
    written = corrections_file.write(state)
    back = fold(
        [
            Entry(number, "", kind, data)
            for number, (kind, data) in enumerate(corrections_file.read(written))
        ]
    )
    assert back.same.keys() == state.same.keys()
    assert all(back.root(key) == state.root(key) for key in state.same)
    assert corrections_file.write(back) == written


def test_texts_of_the_tests_hold_what_they_are_about() -> None:
    assert all("Friday" in text for text in (ENVOY, HARBOUR, LATER))
    assert [len(read(text).quotes) for read, text in ((envoy, ENVOY), (harbour, HARBOUR))] == [4, 1]
    assert len(later(LATER).quotes) == 2
