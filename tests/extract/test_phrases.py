"""Attributions by a phrase or a noun, and sentences that their cue breaks."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, said, spoken


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The phrase at the end stands for all that its sentence says, not for its last clause.
        (
            "The river rose by a metre and the lower fields were flooded, according to Anna Weber.",
            "The river rose by a metre and the lower fields were flooded",
        ),
        # Items of a list go on after a semicolon.
        (
            "The mill was paid $400; the bakery was paid $90; and the inn got nothing, "
            "according to Anna Weber.",
            "The mill was paid $400; the bakery was paid $90; and the inn got nothing",
        ),
        # What is told in brackets is attributed in brackets.
        (
            "The council blamed the rain (the dam had leaked since May, according to Anna Weber).",
            "the dam had leaked since May",
        ),
        # A bare circumstance in front is no statement of its own.
        (
            "In addition, according to Anna Weber, the bridge was closed in May.",
            "the bridge was closed in May",
        ),
        # Words between marks run on in the sentence of the phrase.
        (
            "According to opposition leader Anna Weber, the papers “speak for themselves.”",
            "the papers “speak for themselves.”",
        ),
    ],
)
def test_according_to_stands_for_its_sentence(read: Read, text: str, words: str) -> None:
    assert said(read(text)) == [("Anna Weber", words)]


def test_what_follows_according_to_by_itself_is_the_narrators(read: Read) -> None:
    found = read("The mill has closed, according to Anna Weber, leaving the valley without bread.")
    assert said(found) == [("Anna Weber", "The mill has closed")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # Whatever stands before a cue set off by commas belongs to what it breaks.
        (
            "Instead, Anna Weber said, the town would sell the mill.",
            ["Instead", "the town would sell the mill"],
        ),
        (
            "When the rule takes effect, Anna Weber added, “it will feel like a holiday.”",
            ["When the rule takes effect", "it will feel like a holiday."],
        ),
        # Parsers give the verb both subjects; the nearer one speaks.
        (
            "Voters, Anna Weber suggested, do not have to worry about the mill.",
            ["Voters", "do not have to worry about the mill"],
        ),
    ],
)
def test_a_cue_breaks_a_sentence(read: Read, text: str, pieces: list[str]) -> None:
    assert said(read(text)) == [("Anna Weber", piece) for piece in pieces]


def test_a_circumstance_before_a_cue_without_commas_is_the_narrators(read: Read) -> None:
    found = read("On Friday, Anna Weber said the mill had burnt down.")
    assert said(found) == [("Anna Weber", "the mill had burnt down")]


def test_the_sentence_before_marks_belongs_to_their_cue(read: Read) -> None:
    # "the plan “is dead,” X said": the marks begin in the middle of the statement.
    found = read("With thousands of small mills, “there is no single point of failure,” he said.")
    (quote,) = spoken(found)
    assert quote.kind == "mixed"
    assert quote.text.startswith("With thousands of small mills")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # The thing that gets a name belongs to the name.
        ("Anna Weber called the town's standards “strong.”", "the town's standards “strong.”"),
        # Several marks of one object are one quote.
        (
            "Anna Weber replied by post, calling the charge “pathetic” and “dangerous.”",
            "the charge “pathetic” and “dangerous.”",
        ),
    ],
)
def test_marks_keep_the_object_they_stand_in(read: Read, text: str, words: str) -> None:
    assert said(read(text)) == [("Anna Weber", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # "that" hangs on the noun between to the parser.
        (
            "Anna Weber said in one of a series of letters that the mill was carrying debts.",
            "that the mill was carrying debts",
        ),
        # A gerund begins the clause.
        (
            "Anna Weber said legalizing it could put thousands of millers to work.",
            "legalizing it could put thousands of millers to work",
        ),
        # A circumstance between cue and clause, without "that".
        (
            "Anna Weber said after the meeting she would not sign the paper.",
            "she would not sign the paper",
        ),
    ],
)
def test_clauses_that_stand_apart_from_their_cue(read: Read, text: str, words: str) -> None:
    assert said(read(text)) == [("Anna Weber", words)]


def test_an_apposition_ends_right_before_its_verb(read: Read) -> None:
    found = read(
        "Though many here were deeply sceptical about the mayor's plan, the town clerk, "
        "Anna Weber, bluntly suggested that the mill's loud style amounted to an act."
    )
    assert said(found) == [("Anna Weber", "that the mill's loud style amounted to an act")]


def test_a_report_within_a_report_stays_with_its_speaker(read: Read) -> None:
    found = read("Anna Weber said she thinks the mill is beyond repair.")
    assert said(found) == [("Anna Weber", "she thinks the mill is beyond repair")]


def test_what_is_thought_is_told(read: Read) -> None:
    # News knows what somebody thinks from what they say, denied or not.
    found = read("Anna Weber does not think the mill can be saved.")
    assert said(found) == [("Anna Weber", "the mill can be saved")]


def test_what_is_described_or_criticized_is_speech(read: Read) -> None:
    found = read("Anna Weber criticized the sale of the mill.")
    assert said(found) == [("Anna Weber", "the sale of the mill")]


def test_what_is_announced_without_a_clause_is_speech(read: Read) -> None:
    # Announcing is done with words, whatever they are about; what was not announced was not said.
    found = read("Anna Weber announced the sale of the mill.")
    assert said(found) == [("Anna Weber", "the sale of the mill")]
    assert spoken(read("Anna Weber did not mention the sale of the mill.")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # What the narrator adds after a comma was not said.
        (
            "Anna Weber said she received a call from her niece, who had grown up in Norway.",
            "she received a call from her niece",
        ),
        (
            "Anna Weber said the mill would be sold, despite years of protest in the valley.",
            "the mill would be sold",
        ),
        # What those do who are told of is told with them.
        (
            "Anna Weber said the mill was the only choice for villagers who know what work is.",
            "the mill was the only choice for villagers who know what work is",
        ),
    ],
)
def test_a_clause_ends_where_the_narrator_goes_on(read: Read, text: str, words: str) -> None:
    assert said(read(text)) == [("Anna Weber", words)]


def test_a_thing_runs_on_as_far_as_its_relative_clause(read: Read) -> None:
    # Parsers hang "that fund …" on the verb.
    found = read("Critics point to Norwegian charities that fund groups suspected of smuggling.")
    assert said(found) == [
        ("Critics", "Norwegian charities that fund groups suspected of smuggling")
    ]


def test_those_of_whom_it_is_told_what_they_say_do_not_end_a_clause(read: Read) -> None:
    found = read("Anna Weber said she never met villagers who suggested that the mill be sold.")
    assert said(found) == [
        ("Anna Weber", "she never met villagers who suggested that the mill be sold")
    ]


def test_according_to_somebody_ends_with_the_comma(read: Read) -> None:
    text = (
        "According to opposition leader Ana Silva, the papers “speak for themselves” and bore us."
    )
    [quote] = spoken(read(text))
    assert (quote.speaker, quote.kind) == ("Ana Silva", "mixed")
    assert quote.text.startswith("the papers “speak")


def test_what_varies_according_to_something_is_not_told_by_it(read: Read) -> None:
    assert spoken(read("Rents in the old town vary according to housing conditions.")) == []


def test_what_is_no_person_by_its_ending_does_not_speak(read: Read) -> None:
    assert spoken(read("The settlements argued against “peace” in the valley.")) == []
    assert spoken(read("Engineering argues that the dam is old.")) == []


def test_speech_of_one_cue_is_told_once(read: Read) -> None:
    found = read(
        "Ann Doyle had been describing the views of specific plaintiffs in a specific case."
    )
    assert len([quote for quote in found.quotes if quote.cue == "describing"]) == 1


@pytest.mark.parametrize("mark", [";", ":"])
def test_a_sentence_before_a_colon_or_semicolon_stands_for_itself(read: Read, mark: str) -> None:
    found = read(
        f"In explaining the tax, Ann Doyle said it was meant for mills{mark} she later added that "
        "the money had been spent."
    )
    assert not any("Ann Doyle" in words for _, words in said(found))
    assert "that the money had been spent" in [words for _, words in said(found)]


def test_whether_somebody_says_so_is_only_asked(read: Read) -> None:
    found = read("Asked if he thinks the dam is unsafe, Doyle said nobody knew.")
    assert said(found) == [("Doyle", "nobody knew")]


def test_while_others_said_is_theirs(read: Read) -> None:
    found = read(
        "Some voters said the former president had made a good case for his wife, while other "
        "voters said they had not heard anything to pull them away from Mr. Sanders."
    )
    assert said(found) == [
        ("Some voters", "the former president had made a good case for his wife"),
        ("other voters", "they had not heard anything to pull them away from Mr. Sanders"),
    ]


def test_a_participle_behind_marks_goes_on_reporting(read: Read) -> None:
    found = read(
        "Cardin stressed that “the way to proceed is to get both parties working together,” "
        "suggesting that the only way to do that might be to pass it."
    )
    assert [quote.speaker for quote in spoken(found)] == ["Cardin", "Cardin"]
    assert [quote.kind for quote in spoken(found)] == ["mixed", "indirect"]


def test_what_which_they_say_brings(read: Read) -> None:
    found = read("Aides spoke of the drawdown in Iraq, which they say left a vacuum for rebels.")
    assert "left a vacuum for rebels" in [words for _, words in said(found)]
