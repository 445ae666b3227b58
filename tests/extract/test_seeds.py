"""The four seed articles: what a careful reader finds in them."""

from __future__ import annotations

import pytest

from index.article import Extraction
from index.config import shipped
from index.extract import extract
from index.extract.parsing.model import Model
from tests.extract.conftest import actor, spoken

WANTED = [
    ("000", "We believe it is necessary to assemble a meeting", "Sergei Lavrov"),
    ("000", "the European Union could contribute, I think", "Sergei Lavrov"),
    ("000", "We all should push the Syrian group", "Sergei Lavrov"),
    ("000", "no shortage of people who want to sabotage", "Sergei Lavrov"),
    ("000", "The goal of such a meeting", "Sergei Lavrov"),
    ("000", "destructive", "Russia"),
    ("000", "The main aim here is to confirm", "Dmitry Trenin"),
    ("001", "On the Syrian issue, the two heads of state", "Chinese state television"),
    ("001", "Our approaches are not only close", "Vladimir Putin"),
    ("001", "Both sides oppose external intervention", "Liu Weimin"),
    ("001", "We believe ultimately the Syrian issue", "Liu Weimin"),
    ("001", "This issue is of rather corporate nature", "Dmitry Peskov"),
    ("002", "Our approaches are close and harmonious", "Vladimir Putin"),
    ("002", "We believe that ultimately the Syrian issue", "Liu Weimin"),
    ("003", "do a lot more", "Sergei Lavrov"),
    ("003", "under which government forces", "Sergei Lavrov"),
    ("003", "I do not plan to touch on this subject", "Sergei Lavrov"),
]


@pytest.fixture(scope="module")
def readings(model: Model) -> dict[str, tuple[str, Extraction]]:
    found = {}
    for file in sorted(shipped("seeds").glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        found[file.name[:3]] = (text, extract(text, model=model))
    return found


@pytest.mark.parametrize(("seed", "words", "speaker"), WANTED)
def test_words_in_marks_have_their_speaker(
    readings: dict[str, tuple[str, Extraction]], seed: str, words: str, speaker: str
) -> None:
    text, found = readings[seed]
    quotes = [
        quote
        for quote in spoken(found)
        if any(text[a:b].replace("\u00a0", " ").startswith(words) for a, b in quote.verbatim)
    ]
    assert [quote.speaker for quote in quotes] == [speaker]


def test_no_verbatim_words_are_lost(readings: dict[str, tuple[str, Extraction]]) -> None:
    text, found = readings["003"]
    (quote,) = [quote for quote in spoken(found) if "do a lot more" in quote.text[:60]]
    assert quote.kind == "mixed"
    assert quote.text.startswith("that he had urged Syria’s government")
    assert quote.text.endswith("must also press rebels to stop the violence")
    assert [text[a:b] for a, b in quote.verbatim] == ["do a lot more"]


def test_the_cast_of_the_second_seed(readings: dict[str, tuple[str, Extraction]]) -> None:
    _, found = readings["001"]
    assert set(actor(found, "Bashar al-Assad").aliases) == {"Bashar al-Assad", "Assad", "Bashar"}
    assert actor(found, "Dmitry Peskov").quotes == 2
    assert {"U.N."} <= set(actor(found, "United Nations").aliases)
    assert actor(found, "Russia").kind == "state"
    assert {"Moscow", "Russia"} <= set(actor(found, "Russia").aliases)
