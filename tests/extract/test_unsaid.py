"""What was not said is no quote."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the ministry did not say when the law would come into force.",
        "The minister declined to say whether talks had failed.",
        "John Smith refused to say whether the plan was dead.",
        "Maria Lopez would not say who had paid.",
        "John Smith never said that he would go.",
        "The company has not said when the plant would open.",
        "Officials would neither confirm nor deny that the plane was lost.",
        "Nobody said the plan was good.",
        "The ministry was unable to say how many had died.",
        "John Smith left the room without saying that he would return.",
    ],
)
def test_what_was_not_said_is_no_quote(read: Read, text: str) -> None:
    assert spoken(read(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("John Smith said he did not know the man.", "he did not know the man"),
        ("John Smith not only said that he would stay.", "that he would stay"),
        ("John Smith did not resign and said the plan was good.", "the plan was good"),
    ],
)
def test_what_was_said_of_a_denial_is_a_quote(read: Read, text: str, words: str) -> None:
    assert ("John Smith", words) in said(read(text))


def test_somebody_who_was_asked_did_not_ask(read: Read) -> None:
    found = read("Asked whether the plan was dead, a senior official said: “We agree.”")
    # The question is an act of somebody whom the sentence does not name.
    assert [one for one in found.quotes if one.kind == "act"] == []
    assert said(found) == [("senior official", "We agree.")]
