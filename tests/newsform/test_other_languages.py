"""Papers in other languages: what their form gives away, and which language it is."""

from __future__ import annotations

import pytest

from index.newsform.reading import read_form
from tests.newsform.pages import COPY, read

FRENCH = (
    "Le candidat de la droite a déclaré lundi qu’il ne céderait pas à la pression et que la "
    "campagne était rude pour les élus.",
    "« Je ne renoncerai jamais », a-t-il affirmé devant des élus dans une salle de la ville.",
)
COPIES = {
    "fr": " ".join(FRENCH),
    "de": "Die Regierung hat am Montag erklärt, dass sie nicht an den Gesprächen teilnehmen werde. "
    "Der Minister sagte, das sei mit dem Kanzler und den Ländern nicht abgesprochen.",
    "es": "El Gobierno anunció el lunes que no participará en las conversaciones con los "
    "sindicatos. El ministro dijo que la oferta no es seria y que se lo había dicho.",
    "it": "Il governo ha detto lunedì che non parteciperà ai colloqui della prossima settimana. "
    "Il ministro ha spiegato che la proposta non è seria e che i sindacati lo sanno.",
    "nl": "De regering heeft maandag gezegd dat ze niet aan het overleg zal meedoen. De minister "
    "vindt dat het aanbod van de bonden niet serieus is en dat er meer moet komen.",
    "pt": "O governo disse na segunda-feira que não vai participar das conversas. O ministro "
    "afirmou que a oferta dos sindicatos não é séria e que isso já foi dito a eles em Lisboa.",
    "en": " ".join(COPY),
}


@pytest.mark.parametrize("language", COPIES)
def test_a_language_is_told_by_its_commonest_words(language: str) -> None:
    form = read_form(COPIES[language])
    assert (form.language.value, form.language.basis) == (language, "inferred")


def test_english_copy_that_names_the_french_is_english() -> None:
    copy = ("Le Monde and La Repubblica called Les Miserables the best of the year.", *COPY)
    assert read(copy=copy).language.value == "en"


@pytest.mark.parametrize("text", ["1987 1.25 3.40", "Ala ma kota, a kot ma Alę i psa.", "X"])
def test_what_is_none_of_the_seven_stays_unknown(text: str) -> None:
    assert read_form(text).language.basis == "unknown"


def test_a_french_page_gives_byline_date_and_headline() -> None:
    form = read(
        "Le Monde",
        "Publié le 3 avril 2017 à 11h20",
        "Par Raphaëlle Bacqué et Jean Dupont",
        "Élysée : l’entourage du candidat s’inquiète",
        copy=FRENCH,
    )
    assert (form.byline.value, form.byline.basis) == (
        ("Raphaëlle Bacqué", "Jean Dupont"),
        "stated",
    )
    assert form.title.value == "Élysée : l’entourage du candidat s’inquiète"
    assert form.date.value == "2017-04-03"
    assert form.outlet.value == "Le Monde"


@pytest.mark.parametrize(
    "line", ["Von Anna Müller und Max Weber", "Por Ana García", "Di Mario Rossi", "Door Jan Smit"]
)
def test_bylines_of_the_neighbours_name_persons(line: str) -> None:
    assert read("Kabinett sagt Treffen ab", line).byline.basis == "stated"


@pytest.mark.parametrize("line", ["Von der Leyen", "Di Maio", "Par for the course"])
def test_words_that_only_look_like_them_are_no_byline(line: str) -> None:
    assert read("Talks falter as government stays away", line).byline.basis != "stated"
