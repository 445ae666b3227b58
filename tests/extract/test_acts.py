"""What is attributed but is not words: urging, accusing, condemning."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, spoken


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("The prime minister urged both parties to return to talks.", "prime minister", "urged"),
        ("Norway called for an inquiry into the sinking.", "Norway", "called"),
        ("The union accused the company of delay.", "union", "accused"),
        # Praise and blame are done with words, and what follows is their target, not the words.
        ("Ann Doyle condemned the attack on the harbour.", "Ann Doyle", "condemned"),
        ("Senator Mark Hale criticized the budget for its cuts.", "Mark Hale", "criticized"),
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


def test_marks_make_speech_of_what_would_be_an_act(read: Read) -> None:
    found = read("Ann Doyle condemned the attack as “a cowardly and pointless act of violence”.")
    [quote] = spoken(found)
    assert quote.speaker == "Ann Doyle"
    assert quote.verbatim
