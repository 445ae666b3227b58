"""Written forms that find each other, alone and in phrases, in the index and in the text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.fulltext.corpus import article, corpus

SAME = [
    (["U.N.", "UN", "u.n", "U.N.'s"], "the {} envoy"),
    (
        ["cease-fire", "ceasefire", "cease\u2010fire", "Cease-Fire", "cease-\nfire"],
        "the {} deadline",
    ),
    (["U.N.-backed", "UN-backed"], "a {} truce"),
    (["al-Assad", "Al-Assad's", "al‑Assad’s"], "that {} must"),
    (["O'Brien", "O’Brien", "OBrien", "O'Brien's"], "when {} spoke"),
    (["café", "cafe", "cafe\u0301", "CAFÉ"], "in a {} there"),
    (["9,000", "9000"], "some {} people"),
    (["Łódź", "Lodz", "LODZ"], "of {} today"),
    (["don't", "don’t", "dont"], "they {} know"),
    (["AT&T", "at&t"], "of {} shares"),
]
PAIRS = [(one, other, frame) for forms, frame in SAME for one in forms for other in forms]


@pytest.mark.parametrize(("typed", "printed", "frame"), PAIRS)
def test_written_forms_find_each_other(
    tmp_path: Path, typed: str, printed: str, frame: str
) -> None:
    archive = corpus(
        tmp_path,
        article("a", f"Long before {frame.format(printed)} at last."),
        article("b", "Nothing of the kind, in other words."),
    )
    typed = typed.replace("\n", "")
    assert archive.find(typed) == {"a"}
    assert archive.find(f'"{frame.format(typed)}"') == {"a"}
    assert archive.find(f"“{frame.format(typed)}”") == {"a"}
    [word] = archive.hits(typed)
    assert word.removesuffix("'s").removesuffix("’s") in (
        unicodedata.normalize("NFC", printed).removesuffix("'s").removesuffix("’s"),
        unicodedata.normalize("NFC", printed),
    )
    [phrase] = archive.hits(f'"{frame.format(typed)}"')
    assert phrase.split()[0] == frame.split()[0]
    assert phrase.split()[-1] == frame.split()[-1]


def test_a_part_of_a_compound_is_found_by_itself(tmp_path: Path) -> None:
    archive = corpus(tmp_path, article("a", "the cease-fire ended"), article("b", "a ceasefire"))
    assert archive.find("fire") == {"a"}
    assert archive.hits("fire") == ["fire"]
    assert archive.hits('"fire ended"') == ["fire ended"]
    assert archive.find('"cease fire"') == {"a"}


def test_a_compound_of_three_parts_is_found_by_two_of_them_joined(tmp_path: Path) -> None:
    archive = corpus(tmp_path, article("a", "a pro-cease-fire rally"), article("b", "a rally"))
    assert archive.find("ceasefire") == {"a"}
    assert archive.hits("ceasefire") == ["cease-fire"]
    assert archive.hits('"a pro-ceasefire rally"') == ["a pro-cease-fire rally"]
    assert archive.hits('"ceasefire rally"') == ["cease-fire rally"]


def test_figures_are_never_joined(tmp_path: Path) -> None:
    archive = corpus(tmp_path, article("a", "from 10-15 people"), article("b", "some 1015 people"))
    assert archive.find("1015") == {"b"}
    assert archive.find("10-15") == {"a"}


def test_words_are_found_in_all_forms_and_phrases_word_for_word(tmp_path: Path) -> None:
    archive = corpus(
        tmp_path,
        article("a", "Friends of Syria urged new peace plans."),
        article("b", "A friend in Syria; the news of a peace plan."),
    )
    assert archive.find("plan") == {"a", "b"}
    assert archive.find("friend urging") == {"a"}
    assert archive.find('"peace plan"') == {"b"}
    assert archive.find('"Friends of Syria"') == {"a"}
    assert archive.find('"Friends in Syria"') == set()
    assert archive.find("news") == {"b"}


def test_a_country_is_not_taken_for_a_verb(tmp_path: Path) -> None:
    archive = corpus(tmp_path, article("a", "The U.S. denied it."), article("b", "They used it."))
    assert archive.find("US") == {"a"}
    assert archive.find("use") == {"b"}
