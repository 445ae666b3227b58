"""An article that is the same in every character is read once, any other anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.article import Extraction, Fact, NewsForm
from index.ingest import twins
from index.ingest.twins import Twins

TEXT = "“It will stand,” Ann Brown said."
FORM = NewsForm(date=Fact("2012-06-05", "stated"), byline=Fact(("Tom Hill",), "stated"))


class Reading:
    """Notes what it is asked to read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str, form: NewsForm) -> Extraction:
        self.asked.append(text)
        return Extraction()


@pytest.fixture
def reading() -> Reading:
    return Reading()


def test_one_that_appeared_on_another_day_elsewhere_is_not_read_again(reading: Reading) -> None:
    reader = Twins(reading)
    other = replace(FORM, date=Fact("1990-01-01", "stated"), outlet=Fact("Reuters", "stated"))
    assert reader.read(TEXT, FORM) == reader.read(TEXT, other)
    assert reading.asked == [TEXT]


def test_one_character_or_another_byline_or_headline_is_another_article(reading: Reading) -> None:
    reader = Twins(reading)
    reader.read(TEXT, FORM)
    reader.read(TEXT + " ", FORM)
    reader.read(TEXT, replace(FORM, byline=Fact(("Ann Brown",), "stated")))
    reader.read(TEXT, replace(FORM, headline=(0, 5)))
    assert len(reading.asked) == 4


def test_what_was_not_used_longest_is_forgotten(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Twins(reading)
    reader.read(TEXT, FORM)
    monkeypatch.setattr(twins, "_MOST", 500)
    for number in range(20):
        reader.read(f"{number}", FORM)
    assert reader.read("19", FORM) == Extraction()
    assert len(reading.asked) == 21
    reader.read(TEXT, FORM)
    assert len(reading.asked) == 22
