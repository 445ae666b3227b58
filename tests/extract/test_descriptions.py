"""Descriptions that stand for somebody: "the senator", "the 54-year-old"."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said


@pytest.mark.parametrize("who", ["the senator", "the Utah Republican", "the 54-year-old"])
def test_a_description_is_whom_the_paragraph_is_about(read: Read, who: str) -> None:
    found = read(f"Paul Reyes opened the fair on Monday. “It was a good year,” {who} said.")
    assert said(found) == [("Paul Reyes", "It was a good year,")]


def test_a_title_written_short_is_the_role(read: Read) -> None:
    found = read(
        "New Jersey Gov. Paul Reyes met Anna Wu. Wu said it rained.\n\n"
        "“It will clear up,” the New Jersey governor said."
    )
    assert said(found)[-1] == ("Paul Reyes", "It will clear up,")


@pytest.mark.parametrize(
    ("before", "who"),
    [
        # Of these there are many: it is one who is not named.
        ("Paul Reyes opened the fair on Monday.", "the spokesman"),
        # Two others carry the role.
        ("Governor Anna Wu and Governor Al Diaz came. Paul Reyes saw them.", "the governor"),
        # Somebody else was brought in between.
        ("Paul Reyes opened the fair on Monday. A young lawmaker clapped.", "the lawmaker"),
        # A new paragraph, and others were named since.
        ("Paul Reyes spoke.\n\nIt was raining over Anna Wu's tents in Ohio.", "the senator"),
    ],
)
def test_a_description_that_may_mean_somebody_else_is_left_as_it_is(
    read: Read, before: str, who: str
) -> None:
    found = read(f"{before} “It was a good year,” {who} said.")
    assert said(found)[-1][0] in (who.removeprefix("the "), None)


def test_who_asked_is_not_who_answers(read: Read) -> None:
    found = read(
        "“I am proud of it,” Paul Reyes said.\n\n“Of the fair?” Anna Wu asked.\n\n"
        "“Of the fair and of the town,” the senator said."
    )
    assert said(found)[-1][0] != "Anna Wu"


@pytest.mark.parametrize(
    ("before", "who", "speaker"),
    [
        ("The Harbour Ministry met on Monday.", "the ministry", "Harbour Ministry"),
        ("Marlow Freight Corp cut jobs on Monday.", "the company", "Marlow Freight Corp"),
        (
            "Marlow Freight Corp met the Roemer Bank.\n\nIt rained.",
            "the company",
            "Marlow Freight Corp",
        ),
        # Either of two may be meant.
        ("The Harbour Ministry met the Road Ministry.", "the ministry", "ministry"),
        # A ministry is no company.
        ("The Harbour Ministry met on Monday.", "the company", "company"),
    ],
)
def test_a_body_is_meant_by_what_it_is(read: Read, before: str, who: str, speaker: str) -> None:
    found = read(f"{before} “It was a good year,” {who} said.")
    assert said(found)[-1][0] == speaker
