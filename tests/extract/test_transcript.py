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


def test_a_transcript_quoted_whole_has_its_speakers(read: Read) -> None:
    # Each paragraph opens with a mark, none closes: the labels say who speaks, not the marks.
    found = read(
        "They spoke on Sunday.\n\n“WEBER: Do you see those two as equals?\n\n"
        "“HALE: Look, they are out there every day.\n\n“WEBER: But will she be there?”"
    )
    assert said(found) == [
        ("Weber", "Do you see those two as equals?"),
        ("Hale", "Look, they are out there every day."),
        ("Weber", "But will she be there?"),
    ]


def test_a_post_is_its_signers(read: Read) -> None:
    # A post has no marks; name and handle below it say whose words it is.
    found = read("The dam is safe. Full stop. — Anna Weber (@annaweber) June 5, 2016")
    assert said(found) == [("Anna Weber", "The dam is safe. Full stop.")]


def test_a_signature_may_be_decorated(read: Read) -> None:
    found = read("The dam is safe. Full stop. — Anna Weber🍝 (@annaweber) June 5, 2016")
    assert said(found) == [("Anna Weber", "The dam is safe. Full stop.")]


def test_a_signature_of_its_own_signs_the_post_before_it(read: Read) -> None:
    found = read(
        "The mayor was at it again.\n\nThe dam is safe.\n\n— Anna Weber (@annaweber) 5 June 2016"
    )
    assert said(found) == [("Anna Weber", "The dam is safe.")]


def test_a_handle_without_a_signature_is_no_post(read: Read) -> None:
    assert spoken(read("The reader (@annaweber) took the picture of the dam in June.")) == []


def test_a_turn_goes_on_over_paragraphs_without_a_label(read: Read) -> None:
    text = (
        "ANA GONZÁLEZ: We turn to the schools now.\n\n"
        "Good evening to you.\n\n"
        "TOM BAKER: Good evening. It is a disaster.\n\n"
        "Let me add one thing: the money is gone.\n\n"
        "[break]\n\n"
        "ANA GONZÁLEZ: Thank you for that.\n\n"
        "TOM BAKER: Thank you.\n\n"
        "The programme may be copied."
    )
    speakers = [speaker for speaker, _ in said(read(text))]
    ana, tom = "Ana González", "Tom Baker"
    assert speakers == [ana, ana, tom, tom, ana, tom]
