"""Quotes are scored as the benchmark says, and its table is printed for any gold."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from tests.bench.finders import Marks
from tests.bench.quotes import main
from tests.bench.scoring import Found, Gold, Score, overlap, same_speaker, score, trimmed

TEXT = "“It is late,” said Ann Brown. Tom Hill said that it was early.\n"
LATE = (1, 11)
EARLY = (44, 61)


def scored(found: list[Found], *gold: Gold) -> Score:
    marked = gold or (
        Gold(*LATE, ("Ann Brown",), "direct"),
        Gold(*EARLY, ("Tom Hill",), "indirect"),
    )
    return score({"a": marked}, {"a": found}, {"a": TEXT})


def counts(one: Score) -> tuple[int, int, int, int, int]:
    return one.gold, one.found, one.exact, one.overlapping, one.attributed


def test_the_spans_of_these_tests() -> None:
    assert TEXT[slice(*LATE)] == "It is late"
    assert TEXT[slice(*EARLY)] == "that it was early"


def test_all_right_is_all_right() -> None:
    one = scored([Found(*LATE, "Brown"), Found(*EARLY, "Tom Hill")])
    assert counts(one) == (2, 2, 2, 2, 2)
    assert one.f1(one.attributed) == (100, 100, 100)
    assert one.mistakes == []


def test_marks_and_punctuation_at_the_ends_are_no_difference() -> None:
    one = scored([Found(0, 13, "Ann Brown")])
    assert counts(one) == (2, 1, 1, 1, 1)
    assert one.f1(one.exact) == (100, 50, pytest.approx(200 / 3))


def test_half_in_common_is_a_match_and_no_exact_one() -> None:
    assert counts(scored([Found(1, 7, "Brown")])) == (2, 1, 0, 1, 1)
    assert counts(scored([Found(1, 5, "Brown")])) == (2, 1, 0, 0, 0)


def test_a_quote_is_found_once_by_the_one_that_fits_best() -> None:
    one = scored([Found(1, 8, "Hill"), Found(*LATE, "Brown")], Gold(*LATE, ("Brown",), "direct"))
    assert counts(one) == (1, 2, 1, 1, 1)
    assert [mistake.cause for mistake in one.mistakes] == ["false, over a quote with other borders"]


def test_the_same_stretch_twice_counts_once() -> None:
    assert counts(scored([Found(*LATE, "Brown"), Found(*LATE, "Hill")])) == (2, 1, 1, 1, 1)


def test_what_is_not_asked_for_is_neither_missed_nor_false() -> None:
    optional = Gold(*EARLY, ("Tom Hill",), "indirect", asked=False)
    late = Gold(*LATE, ("Brown",), "direct")
    assert counts(scored([], late, optional)) == (1, 0, 0, 0, 0)
    assert counts(scored([Found(*EARLY, "Hill")], late, optional)) == (1, 0, 0, 0, 0)
    assert counts(scored([Found(50, 57, "Hill")], late, optional)) == (1, 0, 0, 0, 0)
    assert counts(scored([Found(30, 38, "Hill")], late, optional)) == (1, 1, 0, 0, 0)


def test_mistakes_are_told_by_their_cause_and_with_what_stands_around() -> None:
    one = scored([Found(*LATE, "Hill"), Found(33, 40, None)])
    assert [mistake.cause for mistake in one.mistakes] == [
        "another speaker: direct",
        "missed: indirect",
        "false",
    ]
    assert one.mistakes[0].expected == "Ann Brown"
    assert one.mistakes[0].given == "Hill"
    assert one.mistakes[0].around == TEXT
    unknown = scored([Found(*LATE), Found(EARLY[0], EARLY[1] - 10, "Hill")])
    assert [mistake.cause for mistake in unknown.mistakes] == [
        "speaker unknown: direct",
        "missed, found with other borders: indirect",
        "false, over a quote with other borders",
    ]


def test_confidence_is_held_against_what_is_right() -> None:
    one = scored(
        [
            Found(*LATE, "Brown", 0.95),
            Found(*EARLY, "Brown", 0.9),
            Found(30, 38, "Brown", 0.45),
        ]
    )
    assert dict(one.bands[0.9]) == {"counted": 2, "quotes": 2, "right": 1}
    assert dict(one.bands[0.0]) == {"counted": 1, "quotes": 0, "right": 0}


@pytest.mark.parametrize(
    ("right", "given"),
    [
        ("Bashar al-Assad", "President Assad"),
        ("Assad", "Bashar al-Assad"),
        ("Martin Nesirky, the spokesman", "Nesirky"),
        ("the U.N.", "UN"),
        ("Robert Kennedy Jr.", "Kennedy"),
        ("Annan's", "Kofi Annan"),
        ("a spokesman for the ministry", "The spokesman"),
    ],
)
def test_one_speaker_under_two_names(right: str, given: str) -> None:
    assert same_speaker([right], given)
    assert same_speaker(["Nobody", right], given)


@pytest.mark.parametrize(
    ("right", "given"),
    [("Bashar Assad", "Bashar Jaafari"), ("the minister", "the ministry"), ("Assad", None)],
)
def test_two_speakers(right: str, given: str | None) -> None:
    assert not same_speaker([right], given)


def test_stretches_are_trimmed_and_laid_over_each_other() -> None:
    assert trimmed("“Well, …”", 0, 9) == (1, 8)
    assert trimmed("“ ”", 0, 3) == (0, 3)
    assert overlap((0, 10), (5, 15)) == pytest.approx(1 / 3)
    assert overlap((0, 5), (5, 9)) == 0


def test_the_plain_matcher_takes_what_is_between_marks_and_the_nearest_name() -> None:
    text = 'Ann Brown came. "It is late," said Tom Hill.\n\nHe wrote "Home." “Not now,” he said.\n'
    found = Marks().find({"a": text})["a"]
    assert [(text[one.start : one.end], one.speaker) for one in found] == [
        ("It is late,", "Tom Hill"),
        ("Not now,", None),
    ]


def test_a_table_is_printed_for_any_gold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quotes = [
        {"start": LATE[0], "end": LATE[1], "speaker": "Ann Brown", "type": "direct"},
        {"start": EARLY[0], "end": EARLY[1], "speakers": ["Tom Hill"], "type": "indirect"},
        {"start": 0, "end": 5, "speaker": None, "type": "belief"},
    ]
    gold, text, errors = tmp_path / "gold.jsonl", tmp_path / "text.jsonl", tmp_path / "errors.jsonl"
    gold.write_text(json.dumps({"doc": "a", "quotes": quotes}) + "\n")
    text.write_text(json.dumps({"doc": "a", "text": TEXT}) + "\n")
    main([str(gold), str(text), "--types", "direct,indirect", "--errors", str(errors)])
    told = capsys.readouterr().out
    rows = {
        cells[1].strip(): [cell.strip() for cell in cells[2:-1]]
        for line in told.splitlines()
        if line.startswith("| ") and (cells := line.split("|"))
    }
    assert rows["Dateline"][1:10] == ["100.0"] * 9
    assert rows["marks, nearest name"][1:10] == ["100.0", "50.0", "66.7"] * 3
    assert "gold.jsonl: 2 quotes in 1 articles; direct,indirect" in told
    assert errors.read_text() == ""
    if importlib.util.find_spec("textacy") is None:
        assert "textacy is not asked: it is not installed" in told
        assert "textacy" not in rows
