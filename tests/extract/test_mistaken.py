"""Speakers that are easily mistaken for somebody or something else."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, names, said, spoken


def test_a_surname_that_is_a_lands_name_too_speaks_for_its_person(read: Read) -> None:
    found = read(
        "Peter J. Holland, president of the railway, met reporters on Monday. "
        "Holland said the line would close.\n\n“It cannot be helped,” Holland said."
    )
    assert {speaker for speaker, _ in said(found)} == {"Peter J. Holland"}
    assert not names(found, "state")


def test_a_land_that_is_plainly_told_of_stays_a_land(read: Read) -> None:
    found = read(
        "Peter J. Holland, president of the railway, met reporters in Holland on Monday. "
        "The Dutch minister was there. Holland said the line would close."
    )
    assert "Netherlands" in names(found, "state")


def test_a_province_before_a_premiers_name_does_not_speak(read: Read) -> None:
    found = read(
        "“We should think about it now,” commented Ontario Premier Alan Wright, who has been "
        "critical. Ontario's Wright met reporters."
    )
    assert said(found)[0][0] == "Alan Wright"


def test_a_surname_that_is_a_word_is_a_name_before_a_cue(read: Read) -> None:
    found = read(
        "Ambassador Samantha Power spoke on Friday.\n\nPower said the vote was not easy.\n\n"
        "Power stated that it was needed."
    )
    assert [speaker for speaker, _ in said(found)] == ["Samantha Power", "Samantha Power"]


@pytest.mark.parametrize(
    "report",
    ["Carter is still asleep and cannot say when", "Carter had a plan for the harbor"],
)
def test_whom_somebodys_words_are_about_does_not_go_on_speaking(read: Read, report: str) -> None:
    found = read(
        f"Henry Carter and Paul Miller met. Miller said {report}.\n\n"
        "“We have waited long enough,” he said."
    )
    assert spoken(found)[-1].speaker == "Paul Miller"


def test_the_one_whom_a_paper_quotes_has_spoken(read: Read) -> None:
    found = read(
        "“Two bridges were closed,” the Harbour Star quoted the port's head Peter Brandt. "
        "“The others are safe.”"
    )
    assert {speaker for speaker, _ in said(found)} == {"Peter Brandt"}


def test_it_is_not_a_body_that_spoke_before_many_others(read: Read) -> None:
    found = read(
        "The storm had turned, Channel Nine reported.\n\nThe mayors of six towns met on Saturday "
        "and said that help was late.\n\n“We know that people wait,” it said."
    )
    assert spoken(found)[-1].speaker is None


def test_a_womans_name_just_named_comes_before_one_that_may_be_a_mans(read: Read) -> None:
    found = read(
        "Chris Marlow said he was tired. On the stage stood Maria Lopez. She said that the party "
        "must change."
    )
    assert said(found)[-1][0] == "Maria Lopez"


def test_whose_insistence_it_is_is_a_person(read: Read) -> None:
    found = read(
        "Maria Lopez said the plan was ready. She was asked about her insistence that "
        "the harbor should be closed."
    )
    assert all(speaker == "Maria Lopez" for speaker, _ in said(found))


@pytest.mark.parametrize("who", ["Four of the gunman's knives", "*"])
def test_things_and_signs_do_not_speak(read: Read, who: str) -> None:
    assert [one for one, _ in said(read(f"{who} said that he was late."))] in ([], [None])


def test_a_sentence_ends_at_an_acronyms_dot(read: Read) -> None:
    found = read(
        "Samantha Power spoke on Friday. She said Israel had long met bias in the U.N. Power "
        "said:\n\n“This vote was not straightforward for us.”"
    )
    assert spoken(found)[-1].speaker == "Samantha Power"
    assert names(found, "organisation") == {"United Nations"}


def test_a_married_womans_title_does_not_mean_the_daughter(read: Read) -> None:
    found = read(
        "Laura Webster campaigned in Iowa on Monday for her mother, Helen Webster. "
        "Mrs. Webster said she was glad."
    )
    assert said(found) == [("Helen Webster", "she was glad")]


def test_an_acronym_in_a_signature_keeps_its_capitals(read: Read) -> None:
    found = read(
        "“We would welcome the convention here.” — Ohio GOP (@OhioGOP) May 25, 2020\n\n"
        "The party met on Monday."
    )
    assert [speaker for speaker, _ in said(found)] == ["Ohio GOP"]


def test_a_premier_behind_a_provinces_name_is_a_person(read: Read) -> None:
    found = read("Manitoba Premier Neil Getty agreed, “Everybody wants the bridge.”")
    assert said(found)[0][0] == "Neil Getty"
    assert names(found, "person") == {"Neil Getty"}
