"""Who belongs to the cast of an article, and who or what does not."""

from __future__ import annotations

import pytest

from index.article import ActorKind, Fact, Furniture, NewsForm
from index.extract import extract
from index.extract.actors.cast import Cast, Role
from index.extract.parsing.model import Model
from tests.extract.conftest import Read, actor, names


def test_the_headline_names_whom_the_body_names(model: Model) -> None:
    text = (
        "Orlova Defends Harbour Plan\n\nMayor Nadia Orlova opened the talks on Monday. "
        "Orlova said the plan was sound."
    )
    found = extract(text, NewsForm(headline=(0, 27)), model=model)
    assert actor(found, "Nadia Orlova").aliases == ("Orlova", "Nadia Orlova")
    assert actor(found, "Nadia Orlova").mentions[0] == (0, 6)


def test_a_full_name_that_the_headline_alone_gives_is_the_persons(model: Model) -> None:
    text = (
        "Why nobody was charged over the death of Imani Okafor\n\n"
        "Ms. Okafor died in May. The police said they had no evidence against anyone."
    )
    found = extract(text, NewsForm(headline=(0, 53)), model=model)
    assert set(actor(found, "Imani Okafor").aliases) == {"Imani Okafor", "Okafor"}


def test_captions_name_actors_and_credits_do_not(model: Model) -> None:
    caption = (
        "President Nadia Orlova arrives for the summit of the Northern Trade Organisation (NTO). "
        "REUTERS/Jonas Weber"
    )
    text = f"{caption}\n\nThe talks ended on Monday."
    form = NewsForm(
        furniture=(Furniture(0, len(caption), "caption"),),
        photo_credit=Fact("Jonas Weber", "stated"),
    )
    found = extract(text, form, model=model)
    assert names(found, "person") == {"Nadia Orlova"}
    assert set(actor(found, "Northern Trade Organisation").aliases) == {
        "Northern Trade Organisation",
        "NTO",
    }


def test_a_credit_within_the_text_is_of_no_actor(read: Read) -> None:
    found = read(
        "The bridge was closed on Monday. | Jonas Weber/Getty Images\n\nIt may open in May."
    )
    assert names(found, "person") == set()


def test_a_bare_surname_is_whom_the_article_is_about(read: Read) -> None:
    found = read(
        "Senator Paul Reyes resigned on Monday. His wife, Anna Reyes, said he was tired.\n\n"
        "Reyes had been in office for ten years."
    )
    assert set(actor(found, "Paul Reyes").aliases) == {"Paul Reyes", "Reyes"}
    assert actor(found, "Anna Reyes").aliases == ("Anna Reyes",)


def test_a_title_tells_which_of_two_a_surname_means(read: Read) -> None:
    found = read(
        "Paul Reyes and Gov. Anna Reyes opened the fair. Paul Reyes spoke. Gov. Reyes left early."
    )
    assert actor(found, "Anna Reyes").count == 2


def test_father_and_son_are_two(read: Read) -> None:
    found = read("Paul Reyes met Paul Reyes Jr. on Monday. Paul Reyes left on Tuesday.")
    assert names(found, "person") == {"Paul Reyes", "Paul Reyes Jr."}


@pytest.mark.parametrize(
    "sentence",
    [
        "COVID-19 spread in May.",  # a disease
        "The rescue of the schooner Marigold took a day.",  # a vessel
        "The Safe Harbours Act was passed.",  # a law
        "They lost the Hopfield Cup on penalties.",  # an event
        "Hurricane Marta came ashore.",  # a storm
        "The army bought four F-16s and a B-52.",  # models
    ],
)
def test_what_is_named_and_no_actor(read: Read, sentence: str) -> None:
    assert read(sentence).actors == ()


def test_a_word_that_the_text_writes_small_as_well_is_no_name(read: Read) -> None:
    found = read('"Stop the Caravan," he wrote. The caravan moved on. He said the Caravan must go.')
    assert "Caravan" not in {one.name for one in found.actors}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Opposition leader Zlatko Vrabec said the vote was lost.", "Zlatko Vrabec"),
        ("Miriam Achterberg, 54, said the vote was lost.", "Miriam Achterberg"),
        ("They left with their daughter Tuva Achterberg.", "Tuva Achterberg"),
        ("The book is by J.K. Achterberg and her son.", "J.K. Achterberg"),
        ("Republican Mike Achterberg won the seat.", "Mike Achterberg"),
        ("Sociologist Emil Achterberg wrote the book.", "Emil Achterberg"),
        ("President Enrique Vega Molina met the council.", "Enrique Vega Molina"),
        ("A Chinese official, Geng Weimin, met the council.", "Geng Weimin"),
    ],
)
def test_who_is_named_by_what_stands_beside(read: Read, sentence: str, name: str) -> None:
    assert names(read(sentence), "person") == {name}


def test_an_office_is_no_part_of_a_bodys_name(read: Read) -> None:
    found = read("Former White House Counsel Dan Marlow left. The White House said nothing.")
    assert names(found, "organisation") == {"White House"}


def test_a_sure_title_outweighs_all_else(read: Read) -> None:
    found = read(
        "President Vrabec spoke. The Vrabec plan is old. Vrabec won. Critics of Vrabec lost. "
        "The Vrabec years were long."
    )
    assert actor(found, "Vrabec").kind == "person"


def test_an_acronym_is_no_person(read: Read) -> None:
    found = read("The ROTC program grew. ROTC said so. Officers of ROTC met in May.")
    assert names(found, "person") == set()


def test_a_company_is_named_again_by_the_beginning_of_its_name(read: Read) -> None:
    found = read(
        "Marlow Freight Corp lost money in May. Marlow Freight said the loss was small. "
        "Marlow's shares fell."
    )
    assert "Marlow Freight" in actor(found, "Marlow Freight Corp").aliases


def test_a_body_and_its_american_name_are_one(read: Read) -> None:
    found = read("The U.S. Department of State protested. The State Department said no more.")
    assert [one.name for one in found.actors if one.kind == "organisation"] == ["State Department"]


def test_a_place_named_after_somebody_is_a_place(read: Read) -> None:
    found = read("They met in the Ronald Marlow Memorial Library on Monday.")
    assert names(found, "person") == set()


def test_what_is_said_of_somebody_is_not_said_by_that_one(read: Read) -> None:
    found = read(
        "“We are tired of it,” John Miller said.\n\n"
        "Peter Brandt, who takes no money, fits the bill for many, he added."
    )
    assert {quote.speaker for quote in found.quotes} == {"John Miller"}


def test_one_who_need_not_be_named_in_full_is_not_the_relative_who_is(read: Read) -> None:
    found = read(
        "President Vrabec and his wife, Mira Vrabec, came to the fair. Vrabec said it was good."
    )
    assert actor(found, "Vrabec").quotes == 1
    assert actor(found, "Mira Vrabec").count == 1


def test_a_surname_has_its_particles(read: Read) -> None:
    found = read("Jan van der Berg came to the fair. Van der Berg said it was good.")
    assert set(actor(found, "Jan van der Berg").aliases) == {"Jan van der Berg", "Van der Berg"}


def test_a_family_is_no_person(read: Read) -> None:
    found = read("Paul Reyes and Anna Reyes came to the fair. The Reyess were late and sad.")
    assert "Reyess" not in {name for one in found.actors for name in one.aliases}


def test_a_family_name_that_comes_first_is_called_for_short(read: Read) -> None:
    found = read("Kim Jong Sun opened the fair. A guide, Tony Kim, was late. Kim said it was good.")
    assert actor(found, "Kim Jong Sun").quotes == 1


def test_what_stands_beside_a_name_by_chance_is_no_part_of_it(read: Read) -> None:
    found = read("Voters turned out for Paul Reyes Tuesday. Another Reyes rally is held in May.")
    assert names(found, "person") == {"Paul Reyes"}


def test_a_body_is_one_by_its_shorter_and_its_longer_name(read: Read) -> None:
    found = read(
        "US Sprint reported a loss. Sprint said its lines were leased. The Metro Nashville Police "
        "made an arrest. The Metro Nashville Police Department said nobody was hurt."
    )
    assert names(found, "organisation") == {"US Sprint", "Metro Nashville Police Department"}


def test_languages_and_greetings_name_nobody(read: Read) -> None:
    found = read(
        "Howdy, the banner said. He spoke in Hindi about the Bill of Rights and the Tax Cuts. "
        "Sir Walter Pym, M.P., moved to NYC."
    )
    assert {one.name for one in found.actors} == {"Walter Pym", "New York"}


@pytest.mark.parametrize(
    ("name", "cast", "meant"),
    [
        # The article names him in full, and by his surname after that.
        ("Roe", [("Jane Roe", "person", ("Roe",)), ("U.N. Roe", "organisation", ())], "Jane Roe"),
        ("Roe", [("Jane Roe", "person", ())], "Jane Roe"),
        ("Roe", [("Roe", "person", ()), ("Jane Roe", "person", ())], "Roe"),
        ("UFT", [("Union of Free Trades", "organisation", ("UFT",))], "Union of Free Trades"),
        # A couple, a firm with a person's name, and what is spelt like a name.
        ("Roe", [("Jane Roe", "person", ("Roe",)), ("John Roe", "person", ("Roe",))], None),
        ("Roe", [("Jane Roe", "person", ()), ("John Roe", "person", ())], None),
        ("Roe", [("Pitt Roe", "organisation", ())], None),
        ("roe", [("Jane Roe", "person", ("Roe",))], None),
        ("Jane", [("Jane Roe", "person", ())], None),
    ],
)
def test_whom_a_speaker_is_within_the_article(
    name: str, cast: list[tuple[str, ActorKind, tuple[str, ...]]], meant: str | None
) -> None:
    roles = [Role(each, kind, set(names), [(0, 1)]) for each, kind, names in cast]
    found = Cast(roles).called(name)
    assert (found.name if found else None) == meant
