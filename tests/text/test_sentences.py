"""Sentences for selecting by sentence: what belongs together is selected together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import canonical
from index.text.sentence_breaks import sentences


def _read(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Annan met Gen. Mood in St. Petersburg on Jan. 5 to discuss the U.N. Security Council.",
        "J. Edgar Hoover and John F. Kennedy never agreed.",
        "He said the U.S. Senate would vote at 9 a.m. Monday.",
        "Rep. Cummings (D-Md.) said no.",
        "Shares of Acme Corp. Ltd. rose 5.3 percent to No. 5 on the list.",
        '"Why not?" Lavrov asked reporters.',
        '"Go!" he said.',
        "“We do not know,” the Rev. Al Sharpton said.",
        "It was … well, late.",
        "Read it at example.com today.",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(sentence: str) -> None:
    assert _read(sentence) == [sentence]


@pytest.mark.parametrize(
    "apart",
    [
        ["He went home.", "She stayed."],
        ["“They have done a lot.”", "Lavrov left the room."],
        ['"I do not plan to."', '"Not now."'],
        ["He lives in the U.S.", "The others left."],
        ["Was it true?", "Nobody knew."],
        ["They waited...", "Then it rained."],
        ["It began on Jan. 5.", "In April it ended."],
        ["He said no.", "Annan agreed."],
        ["(It was late.)", "They slept."],
        ["That was plan B.", "The rest is known."],
    ],
)
def test_sentences_end_with_their_closing_marks(apart: list[str]) -> None:
    assert _read(" ".join(apart)) == apart


def test_a_paragraph_end_ends_a_sentence() -> None:
    assert _read("A headline\n\nThe lede. And more.") == ["A headline", "The lede.", "And more."]


def test_offsets_are_into_the_whole_text() -> None:
    text = "One. Two. Three."
    assert sentences(text, 5, len(text)) == [(5, 9), (10, 16)]


@given(
    st.text(alphabet=st.sampled_from("Ab .!?…\"')\n“”U.S. Mr. ") | st.characters(), max_size=200),
    st.data(),
)
def test_sentences_are_in_order_apart_and_leave_no_word_out(text: str, data: st.DataObject) -> None:
    text = canonical(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    covered = start
    for first, last in sentences(text, start, end):
        assert covered <= first < last <= end
        assert text[covered:first].strip() == ""
        covered = last
    assert text[covered:end].strip() == ""
