"""Bylines, sign-offs, agencies, outlets: who is credited with what, and how it is known."""

from __future__ import annotations

import pytest

from tests.newsform.pages import COPY, LEDE, furniture, page, read

HEADLINE = "Talks falter as government stays away"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Gleb Bryanski and Sui-Lee Wee", ("Gleb Bryanski", "Sui-Lee Wee")),
        ("By Jane Doe, Staff Writer", ("Jane Doe",)),
        ("By Jane Doe, CNN", ("Jane Doe",)),
        ("By Andrew Oxlade for the Daily Mail", ("Andrew Oxlade",)),
        ("By BBC Middle East correspondent Tom Bateman, Tel Aviv", ("Tom Bateman",)),
        (
            "BY STEVE PEOPLES AND AMELIA THOMSON-DEVEAUX",
            ("Steve Peoples", "Amelia Thomson-Deveaux"),
        ),
        ("By BRIAN McDONALD, Associated Press", ("Brian McDonald",)),
        ("By Ali al-Hassan in Baghdad and Tom Perry in Beirut", ("Ali al-Hassan", "Tom Perry")),
        ("By Jane Doe | June 5, 2012", ("Jane Doe",)),
        ("Author: Jane Doe", ("Jane Doe",)),
        ("*By Jane Doe, 5 June 2012*", ("Jane Doe",)),
    ],
)
def test_bylines_name_persons_and_not_their_posts(line: str, people: tuple[str, ...]) -> None:
    form = read(HEADLINE, line)
    assert (form.byline.value, form.byline.basis) == (people, "stated")
    assert ("byline", line) in furniture(page(HEADLINE, line))


@pytest.mark.parametrize(
    "line",
    [
        "By the time he arrived, the hall was empty and the others had left for the airport.",
        "By a vote of 51 to 49",
        "By Monday, nothing had been heard of either side, and nobody was surprised.",
    ],
)
def test_copy_that_begins_with_by_is_no_byline(line: str) -> None:
    form = read(HEADLINE, copy=(*COPY, line, *COPY))
    assert form.byline.basis == "unknown"
    assert all(piece.what != "byline" for piece in form.furniture)


def test_names_alone_above_the_lede_are_inferred() -> None:
    form = read("Trevor Hughes and Doug Stanglin", "USA TODAY")
    assert form.byline.value == ("Trevor Hughes", "Doug Stanglin")
    assert form.byline.basis == "inferred"
    assert form.byline.reason
    assert form.outlet.value == "USA TODAY"
    assert form.outlet.basis == "stated"


def test_a_sign_off_tells_writers_reporters_and_editors_apart() -> None:
    sign_off = (
        "(Additional reporting by Ann Lee in Moscow and Bo Ek in Oslo; Writing by Jane Doe; "
        "Editing by John Roe)"
    )
    form = read(HEADLINE, below=(sign_off,))
    assert form.byline.value == ("Jane Doe",)
    assert form.byline.basis == "inferred"
    assert form.reporting.value == ("Ann Lee", "Bo Ek")
    assert form.editors.value == ("John Roe",)


def test_a_byline_that_stands_is_not_replaced_by_the_credits_below() -> None:
    form = read(HEADLINE, "By Jane Doe", below=("Writing by Ann Lee; Editing by John Roe",))
    assert (form.byline.value, form.byline.basis) == (("Jane Doe",), "stated")


def test_a_sign_off_behind_the_last_sentence_leaves_the_sentence_alone() -> None:
    last = COPY[2] + " (Reporting by Jane Doe)"
    text = page(HEADLINE, copy=(LEDE, last))
    assert furniture(text) == [("sign-off", "(Reporting by Jane Doe)")]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Jane Doe and John Roe contributed to this report.", ("Jane Doe", "John Roe")),
        ("CNN's Jane Doe contributed to this report.", ("Jane Doe",)),
        ("Contributing: Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("— With assistance by Miao Han, and Natalie Lung", ("Miao Han", "Natalie Lung")),
        ("Michael Schwirtz contributed reporting from Moscow.", ("Michael Schwirtz",)),
    ],
)
def test_helpers_are_reporting_and_wrote_nothing(line: str, people: tuple[str, ...]) -> None:
    form = read(HEADLINE, below=(line,))
    assert form.reporting.value == people
    assert form.byline.basis == "unknown"
    assert furniture(page(HEADLINE, below=(line,))) == [("sign-off", line)]


def test_a_dash_and_a_name_under_a_quotation_is_its_speaker_not_the_writer() -> None:
    quoted = '"We shall not come, and we have said so often enough to be believed by all."'
    form = read(HEADLINE, copy=(LEDE, quoted, "— Natasha Gow", *COPY))
    assert form.byline.basis == "unknown"
    assert form.furniture == ()
    assert read(HEADLINE, below=("— Natasha Gow",)).byline.value == ("Natasha Gow",)


@pytest.mark.parametrize(
    "line",
    [
        "Research by the Center for Policy Integrity showed that it had won three of 42 cases.",
        "Reporting by the newspaper found that nobody had been told of the decision in time.",
        "The group contributed to this year's campaign of the governor, records show.",
    ],
)
def test_copy_that_sounds_like_a_credit_stays_copy(line: str) -> None:
    assert read(HEADLINE, copy=(*COPY, line, *COPY)).furniture == ()


@pytest.mark.parametrize(
    ("above", "lede", "agency"),
    [
        ((), "BEIJING, June 5 (Reuters) - ", "Reuters"),
        ((), "MEXICO CITY (AP) — ", "AP"),
        ((), "MOSCOW, June 5. /TASS/. ", "TASS"),
        ((), "June 6 (Bloomberg) -- ", "Bloomberg"),
        ((), "(AP) BEIJING - ", "AP"),
        (("By The Associated Press",), "", "AP"),
        (("By Jane Doe, Associated Press",), "", "AP"),
        (("By Jane Doe | Reuters",), "", "Reuters"),
        (("June 6, 2012 / 9:03 AM EDT / AFP",), "", "AFP"),
        (("Xinhua",), "", "Xinhua"),
    ],
)
def test_an_agency_that_is_named_is_stated(above: tuple[str, ...], lede: str, agency: str) -> None:
    form = read(HEADLINE, *above, copy=(lede + LEDE, *COPY[1:]))
    assert (form.agency.value, form.agency.basis) == (agency, "stated")


def test_an_agency_behind_the_last_sentence_is_the_agency() -> None:
    assert read(copy=(*COPY[:2], COPY[2] + "—Reuters")).agency.value == "Reuters"
    assert read(copy=(*COPY[:2], COPY[2] + " (AFP)")).agency.value == "AFP"
    assert read(copy=(COPY[2] + " (AFP)", *COPY[:2])).agency.basis == "unknown"


def test_an_agency_in_a_picture_credit_is_at_most_inferred() -> None:
    reuters = "The minister arrives in Geneva, June 6, 2012. REUTERS/Jane Doe/Pool"
    form = read(reuters)
    assert (form.agency.value, form.agency.basis) == ("Reuters", "inferred")
    assert form.photo_credit.value == "Jane Doe"
    assert read("The minister arrives in Geneva. Jane Doe/AP").agency.basis == "unknown"
    assert read("BBC News", reuters).agency.basis == "unknown"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Support The Daily Echo!", "The Daily Echo"),
        ("Copyright © 2019 The Washington Times, LLC. Click here for reprint permission.", None),
        ("CLICK HERE TO GET THE FOX NEWS APP", "Fox News"),
        ("Visit Business Insider's homepage for more stories.", "Business Insider"),
    ],
)
def test_an_outlet_that_only_sells_itself_is_inferred(line: str, outlet: str | None) -> None:
    form = read(HEADLINE, below=(line,))
    assert form.outlet.value == (outlet or "The Washington Times")
    assert form.outlet.basis == "inferred"
    assert form.outlet.reason


def test_what_is_not_there_stays_unknown() -> None:
    form = read(HEADLINE)
    for fact in (form.date, form.updated, form.outlet, form.agency, form.dateline, form.url):
        assert (fact.value, fact.basis, fact.reason) == (None, "unknown", None)
    for people in (form.byline, form.editors, form.reporting):
        assert (people.value, people.basis) == ((), "unknown")
