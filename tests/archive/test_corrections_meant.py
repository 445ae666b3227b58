"""Whom a correction means: those who are known already, and when a person is asked first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import open_archive
from index.article import DatelineError, Doubtful, Extraction
from index.config import Config
from tests.archive.correcting import Desk, open_desk, quote
from tests.readings import actor

GRANGE = (
    "Dykes of Grange\n\nGRANGE, June 7 (Reuters) - “The dykes hold,” Anna P. Holm said. Grange, "
    "which some call Holm, was calm. “We watch the sea,” Holm said.\n"
)


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, tmp_path / "news")
        desk.add("grange", GRANGE)
        text = desk.text("grange")
        quotes = (
            quote(text, "The dykes hold,", "Anna P. Holm", "Anna P. Holm"),
            quote(text, "We watch the sea,", "Grange", "Holm"),
        )
        people = actor(text, "Anna P. Holm", "person", quotes=1)
        places = actor(text, "Grange", "state", "Holm", quotes=1)
        desk.read("grange", Extraction(quotes, (people, places)))
        yield desk


@pytest.mark.parametrize("by_id", [True, False])
@pytest.mark.parametrize("here", [True, False])
def test_what_is_split_off_goes_to_the_one_who_is_known(
    desk: Desk, by_id: bool, here: bool
) -> None:
    before = desk.actor("Anna P. Holm")
    who = before.id or 0 if by_id else "Anna P. Holm"
    article = desk.ids["grange"] if here else None
    desk.archive.corrections.split(desk.id("Grange"), "Holm", who, article=article)
    after = desk.actor("Anna P. Holm")
    assert (after.id, after.kind) == (before.id, "person")
    assert after.quotes == before.quotes + 1
    assert desk.quotes("grange")["We watch the sea,"] == "Anna P. Holm"


def test_who_is_split_off_a_state_and_is_not_known_is_a_person(desk: Desk) -> None:
    split = desk.archive.corrections.split
    split(desk.id("Grange"), "Holm", "Berta Holm")
    assert desk.actor("Berta Holm").kind == "person"
    desk.archive.journal.undo()
    split(desk.id("Grange"), "Holm", "Holm Bank", kind="organisation")
    assert desk.actor("Holm Bank").kind == "organisation"
    with pytest.raises(DatelineError, match="no kind"):
        split(desk.id("Grange"), "Holm", "Holm Bank", kind="bank")


def test_a_name_split_off_everywhere_is_nobody_who_is_one_in_each_article(desk: Desk) -> None:
    smith = desk.id("Smith", "envoy")
    with pytest.raises(DatelineError, match="one in each article"):
        desk.archive.corrections.split(desk.id("Grange"), "Holm", smith)


def test_nobody_is_split_off_itself(desk: Desk) -> None:
    grange = desk.id("Grange")
    for who in (grange, "grange"):
        with pytest.raises(DatelineError, match="the same actor"):
            desk.archive.corrections.split(grange, "Holm", who)


def test_a_name_that_the_articles_never_give_is_not_split_off(desk: Desk) -> None:
    split = desk.archive.corrections.split
    with pytest.raises(DatelineError) as refused:
        split(desk.id("Grange"), "Holme", "Berta Holm")
    written = "“Grange” “Holme”: it writes “Holm”, “Grange”."
    assert str(refused.value) == f"This archive never calls {written}"
    with pytest.raises(DatelineError) as refused:
        split(desk.id("Grange"), "Holme", "Berta Holm", article=desk.ids["grange"])
    assert str(refused.value) == f"This article never calls {written}"
    assert desk.archive.corrections.listed() == []


def test_an_actor_gets_no_name_that_another_bears_unasked(desk: Desk) -> None:
    board, rename = desk.id("Harbour Board"), desk.archive.corrections.rename
    with pytest.raises(Doubtful) as doubt:
        rename(board, "port council")
    question = "There is already “Port Council”, an organisation: are they one?"
    assert doubt.value.question == question
    assert str(doubt.value) == f"{question} If so, `dateline actors merge` makes them one."
    assert desk.archive.corrections.listed() == []
    rename(board, "port council", sure=True)
    assert desk.actor("port council").count == 2


def test_a_name_that_was_taken_back_is_free_again(desk: Desk) -> None:
    rename = desk.archive.corrections.rename
    rename(desk.id("Harbour Board"), "Quay Board")
    desk.archive.journal.undo()
    rename(desk.id("Port Council"), "Quay Board")
    assert desk.actor("Quay Board").count == 1
    rename(desk.id("Quay Board"), "Port Council")
    assert desk.actor("Port Council").count == 1, "its own old name is nobody else's"


def test_actors_of_different_kinds_are_not_merged_unasked(desk: Desk) -> None:
    merge = desk.archive.corrections.merge
    grange, holm = desk.id("Grange"), desk.id("Anna P. Holm")
    with pytest.raises(Doubtful) as doubt:
        merge([grange], holm)
    question = "“Grange” is a state, “Anna P. Holm” a person: are they one?"
    assert doubt.value.question == question
    assert str(doubt.value).endswith("say it with --yes.")
    merge([grange], holm, sure=True)
    assert "Grange" not in desk.names()


def test_a_speaker_nobody_knew_is_kept_and_told(desk: Desk) -> None:
    told = desk.archive.corrections.speaker(desk.quote("grange", "We watch the sea,").id, "Ruth O")
    assert told == (
        "“Ruth O” says “We watch the sea,”. "
        "Nobody in this archive is called “Ruth O”; it is kept as written."
    )
    assert desk.quotes("grange")["We watch the sea,"] == "Ruth O"


def test_an_actor_is_meant_by_the_name_a_person_gave_it(desk: Desk) -> None:
    corrections = desk.archive.corrections
    corrections.rename(desk.id("Anna P. Holm"), "Anna Q. Holm")
    [one] = corrections.named("anna q. holm")
    assert [one] == corrections.names("Anna Q")
    told = corrections.speaker(desk.quote("envoy", "We wait,").id, "Anna Q. Holm")
    assert told == "“Anna Q. Holm” says “We wait,”."
    assert desk.said_by("Anna Q. Holm") == {"The dykes hold,", "We wait,"}
