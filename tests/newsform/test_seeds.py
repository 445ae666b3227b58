"""The news form of the seed articles, as a person reads it off them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.article import Fact, NewsForm
from index.newsform.layout import layout
from index.newsform.reading import read_form
from index.text import canonical, decode

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def _text(number: int) -> str:
    return canonical(decode(SEEDS[number].read_bytes()))


def _form(number: int) -> NewsForm:
    return read_form(_text(number), file_name=SEEDS[number].name)


def _furniture(number: int) -> list[tuple[str, str]]:
    text = _text(number)
    return [(piece.what, text[piece.start : piece.end]) for piece in _form(number).furniture]


def test_reuters_copy_with_its_picture_and_no_headline() -> None:
    form = _form(0)
    assert form.title.basis == "inferred"
    assert form.title.value is not None
    assert form.title.value.startswith("Russia called on Wednesday for an international meeting")
    assert form.headline is None
    assert (form.date.value, form.date.basis) == ("2012-06-06", "inferred")
    assert "photo caption" in (form.date.reason or "")
    assert (form.agency.value, form.agency.basis) == ("Reuters", "inferred")
    assert form.outlet == Fact(None)
    assert form.dateline == Fact("BEIJING", "stated")
    assert form.byline.value == ("Ben Blanchard", "Steve Gutterman")
    assert form.byline.basis == "inferred"
    assert form.editors == Fact(("Robert Birsel",), "stated")
    assert form.reporting == Fact(("Steve Gutterman",), "stated")
    assert form.photo_credit.value == "Alexsey Druginyn"
    text = _text(0)
    assert [text[start:end] for start, end in form.subheads] == ["FALTERING PEACE PLAN"]
    caption, dateline, sign_off = _furniture(0)
    assert caption[0] == "caption"
    assert caption[1].endswith("REUTERS/Alexsey Druginyn/RIA Novosti/Pool")
    assert dateline == ("dateline", "BEIJING")
    assert sign_off[0] == "sign-off"
    assert sign_off[1].startswith("(Additional reporting by")


def test_a_wire_story_on_a_site_with_two_dates() -> None:
    form = _form(1)
    text = _text(1)
    headline = "Vladimir Putin's China Visit: Moscow, Beijing Close Ranks On Syria Issue"
    assert form.title == Fact(headline, "stated")
    assert form.headline is not None
    assert text[slice(*form.headline)] == headline
    assert form.date == Fact("2012-06-05", "stated")
    assert form.updated == Fact("2012-08-05", "stated")
    assert form.agency == Fact("Reuters", "stated")
    assert form.byline == Fact(("Gleb Bryanski", "Sui-Lee Wee"), "stated")
    assert form.reporting == Fact(("Chris Buckley",), "stated")
    assert form.editors == Fact(("Robert Birsel",), "stated")
    assert _furniture(1) == [
        ("timestamp", "06/05/2012 09:03 am ET Updated Aug 05, 2012"),
        (
            "update-note",
            "(Updates with comment from Chinese, Russian leaders, officials, comment on gas "
            "negotiations)",
        ),
        ("byline", "By Gleb Bryanski and Sui-Lee Wee"),
        ("dateline", "BEIJING, June 5 (Reuters) -"),
        (
            "sign-off",
            "(Writing and additional reporting by Chris Buckley; Editing by Robert Birsel)",
        ),
        ("gallery", "Putin in China"),
    ]
    spoken = [part for part in layout(text, form) if "reporters. (Writing" in text[part.start :]]
    assert spoken[-1].what in ("body", "gallery")


def test_a_paper_that_asks_for_support_before_and_after() -> None:
    form = _form(2)
    assert form.title == Fact("Putin, Hu Urge Support for Syria Peace Plan", "stated")
    assert form.outlet.value == "The Moscow Times"
    assert form.outlet.basis == "inferred"
    assert form.date == Fact(None)
    assert form.agency == Fact(None)
    assert form.dateline == Fact("BEIJING", "stated")
    assert form.byline == form.editors == form.reporting == Fact(())
    before, _, after = _furniture(2)
    assert before == ("pitch", "Support The Moscow Times!")
    assert after[1].startswith("… we have a small favor to ask.")
    assert _text(2).rstrip().endswith(after[1])


def test_a_stray_date_runs_into_the_dateline() -> None:
    form = _form(3)
    assert form.title.basis == "inferred"
    assert form.date == Fact("2012-06-22", "stated")
    assert form.agency == Fact("Reuters", "stated")
    assert form.dateline == Fact("ST PETERSBURG, Russia", "stated")
    assert _furniture(3) == [
        ("timestamp", "date 2012-06-22"),
        ("dateline", "ST PETERSBURG, Russia (Reuters) -"),
    ]


@pytest.mark.parametrize(("number", "paragraphs"), [(0, 22), (1, 18), (2, 13), (3, 12)])
def test_body_paragraphs_are_numbered_from_one(number: int, paragraphs: int) -> None:
    numbers = [part.number for part in layout(_text(number), _form(number)) if part.number]
    assert numbers == list(range(1, paragraphs + 1))
