"""Who is meant by the words that name a speaker."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read, actor, said, spoken


def test_the_mention_is_as_written_and_the_speaker_is_the_actor(read: Read) -> None:
    text = "“We oppose force,” Chinese Foreign Ministry spokesman Liu Weimin said."
    (quote,) = spoken(read(text))
    assert quote.speaker == "Liu Weimin"
    assert quote.mention == "Chinese Foreign Ministry spokesman Liu Weimin"
    assert quote.mention_span is not None
    assert text[slice(*quote.mention_span)] == quote.mention
    assert (quote.cue, text[slice(*(quote.cue_span or (0, 0)))]) == ("said", "said")


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("Chinese state television", "Chinese state television"),
        ("Syrian rebels", "Syrian rebels"),
        ("Saudi Arabia's foreign minister", "Saudi Arabia's foreign minister"),
        ("The leaders of Russia and China", "leaders of Russia and China"),
        ("The U.N.", "United Nations"),
        ("Russia", "Russia"),
        ("China's Foreign Ministry", "China's Foreign Ministry"),
    ],
)
def test_collective_speakers_keep_their_whole_noun_phrase(
    read: Read, who: str, speaker: str
) -> None:
    assert said(read(f"{who} said that talks should begin.")) == [
        (speaker, "that talks should begin")
    ]


def test_a_pronoun_means_the_subject_of_the_last_cue(read: Read) -> None:
    found = read(
        "“Nobody has seen the plans,” John Miller said of Peter Brandt. “It is a scandal,” he said."
    )
    assert [speaker for speaker, _ in said(found)] == ["John Miller", "John Miller"]
    assert spoken(found)[-1].mention == "he"


def test_a_pronoun_fits_its_person(read: Read) -> None:
    found = read(
        "Maria Lopez and John Miller met on Monday. John Miller said he was pleased. "
        "She said the talks had failed."
    )
    assert said(found)[-1] == ("Maria Lopez", "the talks had failed")


def test_a_title_tells_what_a_name_does_not(read: Read) -> None:
    found = read("Mr. Okonkwo met Mrs. Achebe on Monday. She said the talks had failed.")
    assert said(found) == [("Achebe", "the talks had failed")]


def test_nobody_named_inside_a_quotation_is_meant(read: Read) -> None:
    found = read(
        "“I never met Peter Brandt,” John Miller said.\n\nHe said the plans were a secret."
    )
    assert said(found)[-1] == ("John Miller", "the plans were a secret")


def test_a_relative_pronoun_means_what_it_stands_for(read: Read) -> None:
    (quote,) = spoken(read("They met John Miller, who said the plans were a secret."))
    assert (quote.speaker, quote.mention) == ("John Miller", "who")


def test_a_role_means_the_one_who_carries_it(read: Read) -> None:
    found = read(
        "Putin's spokesman said that prices were not on the agenda.\n\n"
        "“Experts should finish their work,” the spokesman Dmitry Peskov told reporters."
    )
    assert [speaker for speaker, _ in said(found)] == ["Dmitry Peskov", "Dmitry Peskov"]


def test_a_role_of_another_state_means_somebody_else(read: Read) -> None:
    found = read(
        "Foreign Minister Sergei Lavrov arrived on Monday. "
        "Saudi Arabia's foreign minister said the plan had failed."
    )
    assert said(found) == [("Saudi Arabia's foreign minister", "the plan had failed")]


def test_it_means_the_document_just_told_of(read: Read) -> None:
    found = read(
        "In a joint declaration issued on Wednesday, the two members called for talks.\n\n"
        "“Russia and China speak out against the use of force,” it said."
    )
    (quote,) = [quote for quote in spoken(found) if quote.kind == "direct"]
    assert (quote.speaker, quote.mention) == ("joint declaration", "it")


def test_estimates_are_those_of_their_owner(read: Read) -> None:
    found = read("More than 9,000 people have died, according to U.N. estimates.")
    assert [speaker for speaker, _ in said(found)] == ["United Nations"]


def test_an_actor_counts_the_quotes_it_speaks(read: Read) -> None:
    found = read(
        "“We will go,” Maria Lopez said. She said the road was open. "
        "Lopez urged the council to act."
    )
    assert actor(found, "Maria Lopez").quotes == 2


@pytest.mark.parametrize(
    "text",
    [
        "Councilman Al Reyes and engineer Dana Wu said the bridge was safe.",
        "“The bridge is safe,” Councilman Al Reyes and engineer Dana Wu said.",
        "“The bridge is safe,” said Councilman Al Reyes and engineer Dana Wu.",
    ],
)
def test_those_who_speak_together_are_both_the_speaker(read: Read, text: str) -> None:
    ((speaker, _),) = said(read(text))
    assert speaker == "Councilman Al Reyes and engineer Dana Wu"


def test_an_object_of_the_sentence_before_does_not_speak_along(read: Read) -> None:
    found = read("Officials met Al Reyes on Monday and Dana Wu said the bridge was safe.")
    assert said(found) == [("Dana Wu", "the bridge was safe")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("In Moscow, Dmitry Peskov called the reports “fiction,” the TASS agency reported.",
         "fiction,", "Dmitry Peskov"),
        ("Andrzej Duda said he had been told by John Miller that “the town is safe”.",
         "the town is safe", "John Miller"),
        ("Dmitry Peskov said that the reports were “pure fiction”, and left.",
         "pure fiction", "Dmitry Peskov"),
    ],
)  # fmt: skip
def test_words_between_marks_are_those_of_the_nearer_attribution(
    read: Read, text: str, words: str, speaker: str
) -> None:
    found = read(text)
    held = [
        quote.speaker
        for quote in spoken(found)
        if words in [text[slice(*one)] for one in quote.verbatim]
    ]
    assert held == [speaker]


@pytest.mark.parametrize(
    "before",
    [
        "The council voted 5-4.",
        "The council sent a joint letter to the mayor on Monday.",
        "“Nothing was decided,” the ministry said on Monday.\n\nThe council voted 5-4.",
    ],
)
def test_it_means_the_body_that_the_sentence_before_is_about(read: Read, before: str) -> None:
    found = read(f"The mayor had a joint letter on Sunday.\n\n{before} It said the vote was final.")
    assert said(found)[-1] == ("council", "the vote was final")


def test_a_press_secretary_is_not_the_secretary(read: Read) -> None:
    found = read("Press Secretary Jay Carney spoke on Monday. The Secretary said talks were good.")
    assert said(found) == [("Secretary", "talks were good")]


def test_a_description_used_before_anybody_is_named_with_it_means_somebody_else(
    read: Read,
) -> None:
    found = read(
        "The president said the road was open.\n\nHe wrote to President Vladimir Putin.\n\n"
        "The president said the talks were good."
    )
    assert "Vladimir Putin" not in {speaker for speaker, _ in said(found)}
    named = read(
        "President Vladimir Putin spoke on Monday. The president said the talks were good."
    )
    assert said(named) == [("Vladimir Putin", "the talks were good")]


def test_of_two_presidents_neither_is_the_president(read: Read) -> None:
    found = read(
        "President George Bush met President Vladimir Putin on Monday. "
        "The president said the talks were good."
    )
    assert said(found) == [("president", "the talks were good")]


def test_an_apposition_ends_with_its_clause(read: Read) -> None:
    # Lopez is not the spokesman of the next sentence.
    found = read(
        "“We will rebuild the bridge,” said Maria Lopez, who said the money was there. Her "
        "spokesman said the work would begin in May."
    )
    assert [speaker for speaker, _ in said(found)] == [
        "Maria Lopez",
        "Maria Lopez",
        "Her spokesman",
    ]


def test_an_office_told_behind_the_name_means_its_holder(read: Read) -> None:
    found = read(
        "“We will go home,” said Dmitry Orlov, the president's spokesman. The spokesman added "
        "that it was late. Ivan Petrov, a former Army Gen. and senator, objected."
    )
    assert {speaker for speaker, _ in said(found)} == {"Dmitry Orlov"}


def test_they_are_never_things(read: Read) -> None:
    found = read(
        "The housing conditions say that rents will fall. “In tight markets,” they write, “the "
        "poor do worse when the rich get richer.”"
    )
    assert {quote.speaker for quote in found.quotes if quote.kind == "direct"} == {None}


def test_a_name_at_the_beginning_of_a_sentence_is_a_name(read: Read) -> None:
    # Taggers take "Trump" for a noun there; elsewhere in the text it is plainly a name.
    found = read("The crowd met Donald Trump. Trump asserts that his report provides clarity.")
    assert [speaker for speaker, _ in said(found)] == ["Donald Trump"]


def test_a_surname_that_is_a_word_is_still_the_persons(read: Read) -> None:
    # At the beginning of a sentence "Power" may be a word; who speaks is named in full here.
    found = read(
        "Ambassador Samantha Power abstained on Friday.\n\nPower said: “The vote was not easy.”"
    )
    assert [speaker for speaker, _ in said(found)] == ["Samantha Power"]
