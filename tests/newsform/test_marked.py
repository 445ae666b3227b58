"""The form of an article whose source says how its paragraphs are set, and who wrote it."""

from __future__ import annotations

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form
from tests.newsform.pages import LEDE, page

AUTHORS = {"title": ("Talks falter",), "author": ("Jane Roe", "John Doe")}


def furniture(*paragraphs: str, given: dict[str, tuple[str, ...]] = AUTHORS) -> list[str]:
    text = page(below=paragraphs)
    form = read_form(text, beside=Beside(given, marked=True))
    return [text[piece.start : piece.end] for piece in form.furniture]


@pytest.mark.parametrize(
    "words",
    [
        "Jane Roe is a reporter who covers the islands.",
        "JOHN DOE has covered ferries and their crews since 1998.",
        "Jane Roe covers the islands. Write to her about boats of all sorts.",
    ],
)
def test_who_an_author_is_stands_under_an_article_and_is_not_of_it(words: str) -> None:
    assert furniture(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Jane Roe was on the quay when the first boat came in at last.",
        "Jane Poe is a reporter who covers the islands.",
        "“Jane Roe is a friend of mine,” the mayor said of the reporter.",
    ],
)
def test_what_others_are_is_copy(words: str) -> None:
    assert furniture(words) == []


def test_who_an_author_is_is_copy_in_the_midst_of_it() -> None:
    words = "Jane Roe is a reporter who covers the islands."
    assert furniture(words, *[f"{LEDE} Paragraph {number}." for number in range(4)]) == []


@pytest.mark.parametrize(
    "words",
    [
        "Our website is the place for the latest news. Please bookmark harbourpost.example and "
        "sign up for our daily newsletter, Ferries.",
        "Roe reported from Paris and Doe from Rome. News Agency writers Ann Poe in Oslo and Tom "
        "Hill in Bonn contributed to this report.",
        "• Email: jroe@harbourpost.example",
    ],
)
def test_pitches_and_credits_below_the_copy_are_not_of_it(words: str) -> None:
    assert furniture(words) == [words]


def test_an_agency_that_is_named_as_the_author_is_whose_copy_it_is() -> None:
    form = read_form(page(), beside=Beside({"author": ("The Associated Press",)}))
    assert form.byline.value == ("The Associated Press",)
    assert (form.agency.value, form.agency.basis) == ("AP", "stated")
