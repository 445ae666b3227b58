"""Pages saved as text: the menu above, the boxes and lists below; the article between them."""

from __future__ import annotations

import pytest

from index.newsform.layout import layout
from index.newsform.reading import read_form
from tests.newsform.pages import COPY, page

HEADLINE = "Talks falter as government stays away"
MENU = (
    "Skip to main content",
    "Skip to navigation",
    "Support us",
    "Print subscriptions",
    "International edition",
    "Sign in",
    "The Guardian",
    "News | Opinion | Sport | Culture | Lifestyle",
    "Environment › Climate crisis",
)


def test_the_headline_is_the_first_line_below_the_menu() -> None:
    form = read_form(page(*MENU, HEADLINE, "Envoys wait in vain", "By Jane Doe"))
    assert (form.title.value, form.title.basis) == (HEADLINE, "stated")
    assert (form.outlet.value, form.outlet.basis) == ("The Guardian", "stated")
    assert [piece.what for piece in form.furniture] == ["navigation"] * len(MENU) + ["byline"]


def test_a_menu_of_many_lines_does_not_push_the_headline_out_of_sight() -> None:
    menu = ("Menu", *("News", "Opinion", "Sport", "Culture", "Lifestyle") * 8, "Show more")
    assert read_form(page(*menu, HEADLINE, "By Jane Doe")).title.value == HEADLINE


def test_a_short_headline_above_the_buttons_is_no_part_of_a_menu() -> None:
    text = page("Sign in", "Menu", "Envoys go home", "By Jane Doe", "Share", "Print")
    assert read_form(text).title.value == "Envoys go home"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe Environment correspondent", ("Jane Doe",)),
        ("Mary Ann Doe Chief political correspondent", ("Mary Ann Doe",)),
        ("Jane Roe in Paris", ("Jane Roe",)),
        ("Anna Kowalska, Warsaw", ("Anna Kowalska",)),
    ],
)
def test_a_name_under_the_headline_beside_a_date_is_the_byline(
    line: str, names: tuple[str, ...]
) -> None:
    form = read_form(page(HEADLINE, line, "Tue 9 Feb 2021 06.00 GMT"))
    assert form.byline.value == names
    assert form.byline.basis == "inferred"
    assert form.title.value == HEADLINE


def test_a_name_and_a_place_with_nothing_above_them_are_the_headline() -> None:
    form = read_form(page("John Roe in Paris", "5 June 2012"))
    assert form.title.value == "John Roe in Paris"
    assert form.byline.basis == "unknown"


def test_what_the_site_sets_below_is_no_body() -> None:
    below = (
        "Sign up to Green Light",
        "The planet's most important stories. Get all the week's environment news.",
        "Enter your email address",
        "Privacy Notice: Newsletters may contain information about charities.",
        "Most viewed",
        "1 Ministers on trial: day two – live",
        "2 The best air fryers, tested",
        "© 2021 The Echo or its affiliated companies. All rights reserved.",
    )
    text = page(HEADLINE, "By Jane Doe", below=below)
    body = [text[p.start : p.end] for p in layout(text, read_form(text)) if p.what == "body"]
    assert body == list(COPY)


def test_copy_between_a_box_and_a_list_is_body() -> None:
    copy = (*COPY, "Sign up to Green Light", *COPY, "Most viewed", *COPY)
    text = page(HEADLINE, copy=copy)
    body = [text[p.start : p.end] for p in layout(text, read_form(text)) if p.what == "body"]
    assert body == list(COPY) * 3
