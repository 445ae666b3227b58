"""Words between marks, and the cue that says whose they are."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the bridge,” Maria Lopez said.",
        "“We will rebuild the bridge,” said Maria Lopez.",
        "“We will rebuild the bridge,” Maria Lopez, the mayor, told reporters on Monday.",
        "“We will rebuild the bridge,” said Maria Lopez, who took office in May.",
        "Maria Lopez said: “We will rebuild the bridge.”",
        "Maria Lopez said, “We will rebuild the bridge.”",
        "Maria Lopez told the council on Monday, “We will rebuild the bridge.”",
        "Maria Lopez: “We will rebuild the bridge.”",  # no verb at all
        "“We will rebuild the bridge.” — Maria Lopez",
        "Maria Lopez said,“We will rebuild the bridge.”",  # a lost space
        "''We will rebuild the bridge,'' Maria Lopez said.",
        "Maria Lopez interrupted the chairman: “We will rebuild the bridge.”",  # any verb
    ],
)
def test_the_cue_stands_on_either_side(read: Read, text: str) -> None:
    (quote,) = spoken(read(text))
    assert quote.kind == "direct"
    assert quote.text.strip(",.") == "We will rebuild the bridge"
    assert quote.speaker == "Maria Lopez"


def test_each_part_of_a_split_quotation_is_a_quote_of_its_own(read: Read) -> None:
    found = read("“I do not plan to justify myself,” Lavrov said. “I do not plan to touch on it.”")
    assert said(found) == [
        ("Lavrov", "I do not plan to justify myself,"),
        ("Lavrov", "I do not plan to touch on it."),
    ]


def test_a_quotation_without_a_cue_takes_the_speaker_of_the_paragraph_before(read: Read) -> None:
    found = read(
        "“Both sides oppose force,” spokesman Liu Weimin told a briefing.\n\n"
        "“We believe the issue should be settled by talks among the parties.”"
    )
    first, second = spoken(found)
    assert first.speaker == second.speaker == "Liu Weimin"
    assert second.mention is None
    assert second.confidence < first.confidence


def test_a_long_quotation_goes_on_over_paragraphs(read: Read) -> None:
    # Each paragraph opens anew, only the last closes: it is one quotation.
    text = (
        "Anna Weber said: “We came to this valley with nothing.\n\n"
        "“We worked for thirty years.\n\n“We are not leaving.”"
    )
    (quote,) = spoken(read(text))
    assert (quote.kind, quote.speaker) == ("direct", "Anna Weber")
    assert (text[quote.start - 1], text[quote.end]) == ("“", "”")
    assert [text[a:b] for a, b in quote.verbatim] == [
        "We came to this valley with nothing.",
        "We worked for thirty years.",
        "We are not leaving.",
    ]


def test_a_long_quotation_is_known_by_the_cue_of_its_last_paragraph(read: Read) -> None:
    found = read(
        "The dam was late again.\n\n“We came to this valley with nothing.\n\n"
        "“We are not leaving,” Anna Weber said."
    )
    assert [quote.speaker for quote in spoken(found)] == ["Anna Weber"]


def test_a_closed_quotation_does_not_run_on(read: Read) -> None:
    found = read("“We came with nothing,” Anna Weber said. “It was hard.”\n\n“We stayed.”")
    assert [words for _, words in said(found)] == [
        "We came with nothing,", "It was hard.", "We stayed.",
    ]  # fmt: skip


def test_a_colon_brings_the_words_of_the_next_paragraph(read: Read) -> None:
    found = read("Anna Weber made the following remark:\n\n“Nobody asked us about the dam.”")
    assert said(found) == [("Anna Weber", "Nobody asked us about the dam.")]


def test_scare_quotes_are_no_speech(read: Read) -> None:
    found = read("The so-called “smart money” left the town. Shops sold “organic” bread.")
    assert spoken(found) == []


def test_a_title_is_no_speech(read: Read) -> None:
    found = read("Anna Weber wrote the book “The River and the Wall” in a year.")
    assert not any(quote.kind == "direct" for quote in spoken(found))


def test_marks_and_cue_of_another_sentence_do_not_meet(read: Read) -> None:
    found = read("Tom Reed said he was tired. The sign above the door read “closed for repairs”.")
    assert all("closed" not in words or speaker != "Tom Reed" for speaker, words in said(found))


def test_a_speaker_that_is_not_told_stays_unknown(read: Read) -> None:
    found = read("“The roof will not hold for another winter.”")
    (quote,) = spoken(found)
    assert quote.speaker is None
    assert quote.confidence < 0.5


def test_two_reports_that_each_hold_the_other_are_both_read_to_the_end(read: Read) -> None:
    found = read(
        "Polls show that the pillars of Mr. Lopez's popularity shifted in early spring. Voters "
        'now say they admire Mr. Lopez more for a role as a  "protector"  from external threats '
        'than for the role of  "provider,"  a study by an influential Russian sociologist, '
        "Dana F. Wu, concluded this year."
    )
    assert any("protector" in quote.text for quote in spoken(found))


@pytest.mark.parametrize(
    "text",
    [
        "“We will rebuild the bridge,” Lopez began.",
        "“We will rebuild the bridge,” Lopez shot back.",
        "“We will rebuild the bridge,” Lopez can be heard saying.",
        "“We will rebuild the bridge,” Lopez reacted.",
    ],
)
def test_verbs_that_bring_words_in_marks_alone(read: Read, text: str) -> None:
    assert [speaker for speaker, _ in said(read(text))] == ["Lopez"]


def test_what_began_without_marks_was_not_said(read: Read) -> None:
    assert spoken(read("After years of delays, Lopez began work on the bridge in May.")) == []


def test_the_programme_that_was_told_is_no_speech(read: Read) -> None:
    found = read("Doyle told “Good Morning America” Tuesday that he was not satisfied.")
    assert said(found) == [("Doyle", "that he was not satisfied")]
