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
