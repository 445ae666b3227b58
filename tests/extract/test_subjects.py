"""Who speaks, where parsers lose the subject of a cue."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Read as a name with a participle: "Hale, a senator, tweeted".
        (
            "Mark Hale, the 2012 Republican presidential nominee, tweeted in response: "
            "“Important distinction: some of us build dams.”",
            "Mark Hale",
        ),
        # After a quotation whoever stands after the verb speaks, and is not what was said.
        (
            "“What is coming is a battle for the ages,” said Mark Hale, a Weber confidant who "
            "heads the pro-Weber super PAC Correct the Record.",
            "Mark Hale",
        ),
        # The one written to has not spoken.
        ("Mark Hale emailed supporters saying: “The struggle continues.”", "Mark Hale"),
        # Who asked is not told; who answered is.
        ("When asked why, Mark Hale replied in a letter: “I never liked the dam.”", "Mark Hale"),
        # A name of one word at the beginning of a sentence, after a question.
        ("“Do you think I will change?” Weber asked reporters last month.", "Weber"),
        # "go on" is speech between marks.
        ("“You know, it happens,” Mark Hale went on, as if nobody had spoken.", "Mark Hale"),
    ],
)
def test_the_subject_of_a_quotation(read: Read, text: str, speaker: str) -> None:
    (quote,) = spoken(read(text))
    assert (quote.kind, quote.speaker) == ("direct", speaker)


def test_whoever_said_goes_on_adding(read: Read) -> None:
    # "noting" hangs on "contradicting" to the parser; it is Hale who notes.
    found = read(
        "Mark Hale said that the candidate was not contradicting her stance by accepting help, "
        "noting that most of the money would go to the party."
    )
    assert {speaker for speaker, _ in said(found)} == {"Mark Hale"}


def test_those_more_likely_to_say_so_say_it(read: Read) -> None:
    found = read("Older voters were slightly more likely to say they preferred the dam.")
    assert said(found) == [("Older voters", "they preferred the dam")]


def test_that_said_is_no_speech(read: Read) -> None:
    found = read("That said, the old mill cannot be saved at this point.")
    assert spoken(found) == []


def test_what_goes_on_without_marks_is_no_speech(read: Read) -> None:
    found = read("As the day went on, the river rose by a metre.")
    assert spoken(found) == []


def test_the_one_who_introduces_words_is_named_with_them(read: Read) -> None:
    text = "Mark Hale made a remark. He said:\n\n“Nobody asked us about the dam.”"
    (quote,) = spoken(read(text))
    assert (quote.speaker, quote.mention) == ("Mark Hale", "He")


def test_a_name_before_a_comma_is_not_part_of_the_next(read: Read) -> None:
    found = read("His loyalty has moved from Reed to Doyle to, now, Weber, Hale said in a speech.")
    assert {speaker for speaker, _ in said(found)} == {"Hale"}


def test_a_label_is_its_givers(read: Read) -> None:
    found = read("Norway branded the new dam an “outlaw of the valley.”")
    assert [(quote.kind, quote.speaker) for quote in spoken(found)] == [("mixed", "Norway")]


def test_those_shown_speaking_are_the_subject(read: Read) -> None:
    found = read(
        "The spot concludes with footage of Anna Weber saying during the debate, “That makes me "
        "smart.”"
    )
    assert [speaker for speaker, _ in said(found)] == ["Anna Weber"]


def test_how_it_was_said_was_not_said(read: Read) -> None:
    found = read(
        "“He would float like a butterfly,” Mr. Orlov said, not even needing to mention the "
        "author of that boast, who died three months ago."
    )
    assert [words for _, words in said(found)] == ["He would float like a butterfly,"]
