"""Transcripts: a label at a paragraph's start tells who says the whole of it."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken

BRIEFING = (
    "Press Secretary Jay Carney met reporters on Thursday.\n\n"
    "MR. CARNEY: Good afternoon, everyone. I have nothing to announce.\n\n"
    "Q: Thanks, Jay. Does the President believe that “talks” will help?\n\n"
    "MR. CARNEY: “Lead or leave,” as the Secretary said.\n\n"
    "Q  And Libya?"
)


def test_the_label_names_the_speaker_of_the_whole_paragraph(read: Read) -> None:
    assert said(read(BRIEFING)) == [
        ("Jay Carney", "Good afternoon, everyone. I have nothing to announce."),
        (None, "Thanks, Jay. Does the President believe that “talks” will help?"),
        ("Jay Carney", "“Lead or leave,” as the Secretary said."),
        (None, "And Libya?"),
    ]


def test_a_label_is_the_mention_and_no_actor(read: Read) -> None:
    found = read(BRIEFING)
    first, second, *_ = spoken(found)
    assert (first.mention, second.mention) == ("MR. CARNEY", "Q")
    assert {quote.kind for quote in spoken(found)} == {"direct"}
    assert not {"MR", "MR. CARNEY", "CARNEY", "Q"} & {one.name for one in found.actors}


def test_somebody_whom_only_labels_name_is_called_as_they_tell(read: Read) -> None:
    found = read("JANE ROE: The dam will hold.\n\nJOHN MCDOE: Nobody knows that.")
    assert said(found) == [("Jane Roe", "The dam will hold."), ("John McDoe", "Nobody knows that.")]


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON: The dam will hold.\n\nThe road is open.",
        "WASHINGTON: The dam will hold.\n\nLONDON: The road is open.",
        "NOTE: The dam will hold.\n\nNOTE: The road is open.",
        "MR. CARNEY: The dam will hold.\n\nThe road is open.",
    ],
)
def test_a_heading_or_a_single_label_makes_no_transcript(read: Read, text: str) -> None:
    assert said(read(text)) == []
