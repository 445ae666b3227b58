"""How sure a reading says it is."""

from __future__ import annotations

from index.article import DOUBTFUL
from tests.extract.conftest import Read, spoken


def test_words_in_marks_beside_their_named_speaker_are_surest(read: Read) -> None:
    text = (
        "“We will rebuild the bridge before the winter,” Maria Lopez said. She suggested that "
        "the council had no plan of its own."
    )
    direct, indirect = spoken(read(text))
    assert direct.confidence >= 0.9
    assert DOUBTFUL <= indirect.confidence < direct.confidence


def test_whom_a_pronoun_means_is_less_sure_than_a_name(read: Read) -> None:
    text = (
        "“We will rebuild the bridge before the winter,” Maria Lopez said.\n\n"
        "“We have the money for all of it now,” she said."
    )
    by_name, by_pronoun = spoken(read(text))
    assert by_pronoun.speaker == by_name.speaker
    assert by_pronoun.confidence < by_name.confidence


def test_a_quote_of_an_unknown_speaker_is_doubtful(read: Read) -> None:
    (quote,) = spoken(read("“The bridge was never safe, and everybody in the town knew it.”"))
    assert quote.speaker is None
    assert quote.confidence < DOUBTFUL


def test_a_stray_phrase_in_marks_is_less_sure_than_a_sentence(read: Read) -> None:
    (phrase,) = spoken(read("Maria Lopez called the bridge a “disgrace.”"))
    (whole,) = spoken(read("Maria Lopez said the bridge was “a disgrace to all of the town.”"))
    assert phrase.confidence < whole.confidence
