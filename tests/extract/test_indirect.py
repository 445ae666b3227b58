"""Speech without marks, with some words in marks, and acts."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Anna Weber said the dam was safe.",
            "Anna Weber",
            "the dam was safe",
        ),
        (
            "Anna Weber said on Monday that the dam was safe.",
            "Anna Weber",
            "that the dam was safe",
        ),
        (
            "The dam was safe, Anna Weber said.",
            "Anna Weber",
            "The dam was safe",
        ),
        (
            "The dam was safe, according to Anna Weber.",
            "Anna Weber",
            "The dam was safe",
        ),
        (
            "According to Anna Weber, the dam was safe.",
            "Anna Weber",
            "the dam was safe",
        ),
        (
            "Anna Weber acknowledged that the dam had leaked.",
            "Anna Weber",
            "that the dam had leaked",
        ),
        (
            "Anna Weber told reporters that the dam had leaked.",
            "Anna Weber",
            "that the dam had leaked",
        ),
        (
            "Syrian rebels said on Monday they were no longer bound by the truce.",
            "Syrian rebels",
            "they were no longer bound by the truce",
        ),
    ],
)
def test_indirect_speech(read: Read, text: str, speaker: str, words: str) -> None:
    (quote,) = spoken(read(text))
    assert (quote.kind, quote.speaker, quote.text) == ("indirect", speaker, words)
    assert quote.verbatim == ()


def test_a_cue_inside_parts_what_was_said(read: Read) -> None:
    found = read("The old bridge, Anna Weber said, was closed to lorries last week.")
    assert said(found) == [
        ("Anna Weber", "The old bridge"),
        ("Anna Weber", "was closed to lorries last week"),
    ]


def test_a_cue_inside_a_relative_clause(read: Read) -> None:
    found = read("They met the rebels, whose forces, the U.N. says, have killed dozens of people.")
    assert said(found) == [("United Nations", "have killed dozens of people")]


def test_verbs_joined_by_and_share_their_subject(read: Read) -> None:
    found = read("Anna Weber said the dam was safe and suggested the town would grow.")
    assert said(found) == [
        ("Anna Weber", "the dam was safe"),
        ("Anna Weber", "the town would grow"),
    ]


def test_saying_and_adding_take_the_subject_of_their_sentence(read: Read) -> None:
    found = read("Anna Weber left the meeting, saying that the dam would have to wait.")
    assert said(found) == [("Anna Weber", "that the dam would have to wait")]
    found = read("The dam is safe, Anna Weber said, adding that “the wall could crack, I think”.")
    assert said(found)[-1] == ("Anna Weber", "that “the wall could crack, I think”")
    assert spoken(found)[-1].kind == "mixed"


def test_what_it_says_in_a_relative_clause_is_told_apart(read: Read) -> None:
    found = read(
        "Russia said in April the group could undermine Annan's efforts, "
        "which it says must not be abandoned."
    )
    assert said(found) == [
        ("Russia", "the group could undermine Annan's efforts"),
        ("Russia", "must not be abandoned"),
    ]


def test_mixed_speech_covers_its_clause_and_keeps_the_words_apart(read: Read) -> None:
    text = "Russia said in April the group was “destructive” and could undermine the talks."
    (quote,) = spoken(read(text))
    assert quote.kind == "mixed"
    assert quote.text == "the group was “destructive” and could undermine the talks"
    assert [text[a:b] for a, b in quote.verbatim] == ["destructive"]


def test_mixed_speech_may_end_with_whole_sentences(read: Read) -> None:
    text = "Lavrov said he hoped for a deal “under which forces withdraw. He told me that today.”"
    (quote,) = spoken(read(text))
    assert quote.kind == "mixed"
    assert quote.text == text[text.index("he hoped") :]
    assert [text[a:b] for a, b in quote.verbatim] == [
        "under which forces withdraw. He told me that today."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The show of unity from the two leaders showed how reluctant they were.",
        "The rise in prices suggested that the harvest had been poor.",
        "The bridge reads as an act of faith.",
    ],
)
def test_things_do_not_speak(read: Read, text: str) -> None:
    assert spoken(read(text)) == []


def test_documents_and_bodies_do(read: Read) -> None:
    found = read("The report concluded that the dam was unsafe. The ministry denied it had known.")
    assert [speaker for speaker, _ in said(found)] == ["report", "ministry"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber urged the council to close the dam.",
        "Anna Weber called for an inquiry into the dam.",
        "Anna Weber accused the council of neglect.",
        "Anna Weber promised to rebuild the dam.",
        "Anna Weber believes the dam will hold.",
        "Anna Weber wants the dam to be rebuilt.",
    ],
)
def test_acts_are_attributed_and_are_not_speech(read: Read, text: str) -> None:
    found = read(text)
    assert spoken(found) == []
    assert {(quote.kind, quote.speaker) for quote in found.quotes} == {("act", "Anna Weber")}


def test_an_act_in_somebodys_words_is_mixed(read: Read) -> None:
    (quote,) = spoken(read("Anna Weber called the new dam “a monument to neglect”."))
    assert (quote.kind, quote.speaker) == ("mixed", "Anna Weber")
    assert "monument" in quote.text
