"""What is attributed but is not words: urging, accusing, hoping, planning, opposing."""

from __future__ import annotations

import pytest

from index.article import Quote
from tests.extract.conftest import Read, spoken


def acts(read: Read, text: str) -> list[Quote]:
    return [quote for quote in read(text).quotes if quote.kind == "act"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The prime minister urged both parties to return to talks.", "prime minister", "urged"),
        ("Norway called for an inquiry into the sinking.", "Norway", "called"),
        ("The union accused the company of delay.", "union", "accused"),
        # Praise and blame are done with words, and what follows is their target, not the words.
        ("Ann Doyle condemned the attack on the harbour.", "Ann Doyle", "condemned"),
        ("Senator Mark Hale praised the budget for its thrift.", "Mark Hale", "praised"),
    ],
)  # fmt: skip
def test_an_act_is_found_and_is_no_speech(
    read: Read, sentence: str, speaker: str, cue: str
) -> None:
    found = read(sentence)
    assert spoken(found) == []
    [act] = found.quotes
    assert act.kind == "act"
    assert speaker in (act.speaker or "")
    assert act.cue == cue


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # A clause keeps its "that", an infinitive its "to".
        ("Ann Doyle hopes that the ferry will sail in May.", "that the ferry will sail in May"),
        ("Fishermen fear the harbour will close.", "the harbour will close"),
        ("The union refused to sign the agreement.", "to sign the agreement"),
        ("Ann Doyle wants the board to resign.", "the board to resign"),
        ("The board ruled out selling the ferry.", "selling the ferry"),
        ("The inspectors do not know whether the hull is safe.", "whether the hull is safe"),
        # Whoever is urged belongs to what is urged.
        ("The mayor urged the board to resign.", "the board to resign"),
        # The preposition is the cue's.
        ("Ann Doyle voted against the new tariff.", "the new tariff"),
        ("The mayor spoke out against the closure.", "the closure"),
        # What is said of the target belongs to it.
        ("The mayor praised the crew for its patience.", "the crew for its patience"),
        ("Ann Doyle dismissed the report as a fairy tale.", "the report as a fairy tale"),
        ("The papers called the vote a sham.", "the vote a sham"),
        # Things show what they show.
        ("The figures show that fares rose by a tenth.", "that fares rose by a tenth"),
    ],
)
def test_what_a_verb_attributes(read: Read, sentence: str, words: str) -> None:
    assert [act.text for act in acts(read, sentence)] == [words]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        # What parsers cut off belongs to it.
        ("The mayor called for the board to resign.", "the board to resign"),
        ("Ann Doyle thinks of the deal as a swindle.", "the deal as a swindle"),
        ("The union railed against the board for its delay.", "the board for its delay"),
        # When and where it was done does not.
        ("The mayor praised the crew during a debate.", "the crew"),
        ("Ann Doyle endorsed the bridge on Tuesday.", "the bridge"),
        ("Ann Doyle endorsed the bridge in an interview.", "the bridge"),
        ("Norway called Wednesday for an international inquiry into the sinking.",
         "an international inquiry into the sinking"),
        # Nor does what is told of somebody in passing.
        ("The mayor praised Ann Doyle, who has since resigned.", "Ann Doyle"),
    ],
)  # fmt: skip
def test_an_act_ends_where_it_ends(read: Read, sentence: str, words: str) -> None:
    assert [act.text for act in acts(read, sentence)] == [words]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Ann Doyle's hope that the ferry is safe has many friends.", "Ann Doyle",
         "that the ferry is safe"),
        ("The mayor expressed concern about the fares.", "mayor", "the fares"),
        ("Ann Doyle repeated her opposition to the bridge.", "Ann Doyle",
         "her opposition to the bridge"),
        ("Ann Doyle is confident that the ferry will sail.", "Ann Doyle",
         "that the ferry will sail"),
        ("Ann Doyle's hope is that the ferry will sail.", "Ann Doyle",
         "that the ferry will sail"),
        ("Ann Doyle made it clear that the ferry will sail.", "Ann Doyle",
         "that the ferry will sail"),
        ("The union was willing to wait.", "union", "to wait"),
        ("Ann Doyle was convinced that the hull was safe.", "Ann Doyle", "that the hull was safe"),
        ("The mayor is skeptical of the bridge.", "mayor", "the bridge"),
    ],
)  # fmt: skip
def test_nouns_and_adjectives_attribute_too(
    read: Read, sentence: str, speaker: str, words: str
) -> None:
    [act] = acts(read, sentence)
    assert act.text == words
    assert speaker in (act.speaker or "")


def test_a_passive_act_belongs_to_its_agent(read: Read) -> None:
    [act] = acts(read, "The bridge was criticized by the union.")
    assert act.text == "The bridge"
    assert "union" in (act.speaker or "")


def test_a_denied_act_is_an_act(read: Read) -> None:
    [act] = acts(read, "Ann Doyle did not endorse the plan.")
    assert act.text == "the plan"


@pytest.mark.parametrize(
    "text",
    [
        # What should be done is not done.
        "Voters should support the bridge.",
        # Nobody is said to do it.
        "Ann Doyle ran a campaign focused on repairs.",
        "To praise a rival takes courage.",
        "The committee is expected to approve the bridge.",
        "The captain was accused of fraud.",
        # How somebody looks is the writer's to say.
        "The committee seems to favour the bridge.",
    ],
)
def test_what_nobody_does_is_no_act(read: Read, text: str) -> None:
    assert acts(read, text) == []


def test_an_act_inside_speech_is_the_speakers_to_tell(read: Read) -> None:
    assert acts(read, "Ann Doyle said the board wants the captain to resign.") == []


def test_of_acts_inside_one_another_the_outermost_is_told(read: Read) -> None:
    [act] = acts(read, "Ann Doyle hopes the board will endorse the bridge.")
    assert act.text == "the board will endorse the bridge"


def test_marks_make_speech_of_what_would_be_an_act(read: Read) -> None:
    found = read("Ann Doyle condemned the attack as “a cowardly and pointless act of violence”.")
    [quote] = spoken(found)
    assert quote.speaker == "Ann Doyle"
    assert quote.verbatim
