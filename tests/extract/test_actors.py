"""Persons, organisations, states and places: each once, under one name and of one kind."""

from __future__ import annotations

from tests.extract.conftest import Read, actor, names, said


def test_a_person_is_one_under_all_names(read: Read) -> None:
    text = (
        "President Bashar al-Assad spoke in Damascus. Mr. Assad's critics were not impressed. "
        "They said Bashar had lost the country, and Bashar al-Assad had to go."
    )
    found = read(text)
    person = actor(found, "Bashar al-Assad")
    assert person.kind == "person"
    assert set(person.aliases) == {"Bashar al-Assad", "Assad", "Bashar"}
    assert [text[a:b] for a, b in person.mentions] == [
        "Bashar al-Assad",
        "Assad",
        "Bashar",
        "Bashar al-Assad",
    ]
    assert person.count == 4


def test_a_family_name_may_come_first(read: Read) -> None:
    found = read("President Hu Jintao met Vladimir Putin. Hu and Putin agreed to talk.")
    assert set(actor(found, "Hu Jintao").aliases) == {"Hu Jintao", "Hu"}


def test_two_people_of_one_surname_stay_two(read: Read) -> None:
    found = read(
        "Bill Clinton and Hillary Clinton came to Ohio. Mr. Clinton spoke first. "
        "Mrs. Clinton said the plan would work."
    )
    assert actor(found, "Bill Clinton").count == 2
    assert actor(found, "Hillary Clinton").count == 2
    assert actor(found, "Hillary Clinton").quotes == 1


def test_middle_names_and_short_forms_are_one_person(read: Read) -> None:
    found = read("Hillary Rodham Clinton spoke. Hillary Clinton left. Ms. Clinton did not return.")
    assert names(found, "person") == {"Hillary Rodham Clinton"}


def test_an_acronym_is_the_organisation_it_stands_for(read: Read) -> None:
    found = read(
        "The Shanghai Cooperation Organisation (SCO) met in Geneva. The SCO has six members."
    )
    assert set(actor(found, "Shanghai Cooperation Organisation").aliases) == {
        "Shanghai Cooperation Organisation",
        "SCO",
    }


def test_the_united_nations_are_one_however_written(read: Read) -> None:
    found = read("The United Nations met. The U.N. voted. A UN envoy left for the United Nations.")
    assert names(found, "organisation") == {"United Nations"}
    assert set(actor(found, "United Nations").aliases) == {"United Nations", "U.N.", "UN"}


def test_a_ministry_belongs_to_its_state_in_either_form(read: Read) -> None:
    found = read(
        "China's Foreign Ministry protested. The Chinese Foreign Ministry summoned the envoy."
    )
    assert set(actor(found, "China's Foreign Ministry").aliases) == {
        "China's Foreign Ministry",
        "Chinese Foreign Ministry",
    }


def test_a_capital_that_acts_is_its_state(read: Read) -> None:
    found = read(
        "Talks were held in Moscow on Monday. Moscow hopes to finalise the deal this year. "
        "Russia is the largest producer."
    )
    assert set(actor(found, "Russia").aliases) == {"Moscow", "Russia"}
    assert actor(found, "Moscow").kind == "place"
    assert actor(found, "Moscow").count == 1


def test_states_and_places_are_told_apart(read: Read) -> None:
    found = read("Syria and Iran met in Geneva. The Houla region and the Middle East were quiet.")
    assert names(found, "state") == {"Syria", "Iran"}
    assert names(found, "place") == {"Geneva", "Houla", "Middle East"}


def test_demonyms_days_and_months_are_no_actors(read: Read) -> None:
    found = read(
        "On Wednesday, Chinese and Russian leaders met Arab ministers. In June, Americans voted."
    )
    assert found.actors == ()


def test_a_name_has_one_kind(read: Read) -> None:
    found = read(
        "Sergei Lavrov spoke. Lavrov's remarks were short. Lavrov has been minister since 2004. "
        "Lavrov cast the meeting as an alternative."
    )
    assert [(one.name, one.kind, one.count) for one in found.actors] == [
        ("Sergei Lavrov", "person", 4)
    ]


def test_a_company_is_known_by_the_words_beside_it(read: Read) -> None:
    found = read(
        "Gas giant Gazprom's Alexei Miller and oil major Rosneft's Igor Sechin came along. "
        "He told state-run Rossiya-24 television the deal was close."
    )
    assert names(found, "organisation") == {"Gazprom", "Rosneft", "Rossiya-24"}
    assert names(found, "person") == {"Alexei Miller", "Igor Sechin"}


def test_a_bare_surname_is_the_person_named_in_full(read: Read) -> None:
    found = read(
        "White House spokesman Larry Speakes said the president was told.\n\n"
        "Speakes said: “He was shocked.”"
    )
    assert [speaker for speaker, _ in said(found)] == ["Larry Speakes", "Larry Speakes"]
    assert actor(found, "Larry Speakes").aliases == ("Larry Speakes", "Speakes")


def test_a_surname_within_another_name_is_not_the_person(read: Read) -> None:
    found = read("Larry Speakes spoke on Monday.\n\nThe Speakes Foundation opened a school.")
    assert actor(found, "Larry Speakes").count == 1


def test_a_title_before_the_surname_makes_the_full_name_a_person(read: Read) -> None:
    found = read(
        "He thanked Italy's Giorgia Meloni.\n\n"
        "Ms. Meloni said that Italy would “do everything it can.”"
    )
    assert actor(found, "Giorgia Meloni").kind == "person"
    assert [speaker for speaker, _ in said(found)] == ["Giorgia Meloni"]


def test_a_form_of_address_makes_a_person_not_a_body(read: Read) -> None:
    found = read("Mr. Lefevre's lawyer, Maître Noëlle Bouchard, told the court: “He is naïve.”")
    assert actor(found, "Noëlle Bouchard").kind == "person"
    assert said(found) == [("Noëlle Bouchard", "He is naïve.")]
