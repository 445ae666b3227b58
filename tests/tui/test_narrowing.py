"""Narrowing a query in the open, taking it back, and walking back through what was asked."""

from __future__ import annotations

import pytest

from tui.narrowing import narrowed, narrows, widened
from tui.recall import Recall

TIMES = 'outlet:="The Times"'


@pytest.mark.parametrize(
    ("query", "so_narrowed"),
    [
        ("", TIMES),
        ("annan", f"annan {TIMES}"),
        ("annan OR brahimi", f"(annan OR brahimi) {TIMES}"),
        ('"a OR b"', f'"a OR b" {TIMES}'),
        ("(annan OR brahimi)", f"(annan OR brahimi) {TIMES}"),
        ("(a b) OR (c d)", f"((a b) OR (c d)) {TIMES}"),
        ("annan -china", f"annan -china {TIMES}"),
    ],
)
def test_a_clause_narrows_the_whole_of_a_query(query: str, so_narrowed: str) -> None:
    assert narrowed(query, TIMES) == so_narrowed
    assert narrows(so_narrowed, TIMES)


@pytest.mark.parametrize("query", ["", "annan", "annan OR brahimi", "(a b) OR (c d)", "(a) (b)"])
def test_what_is_taken_back_leaves_the_query_as_it_was(query: str) -> None:
    assert widened(narrowed(query, TIMES), TIMES) == query
    twice = narrowed(narrowed(query, TIMES), "date:2012-06")
    assert widened(widened(twice, TIMES), "date:2012-06") == query


def test_a_year_is_not_taken_for_one_of_its_months() -> None:
    assert not narrows("annan date:2012-06", "date:2012")
    assert widened("annan date:2012-06", "date:2012") == "annan date:2012-06"


def test_the_walk_back_goes_through_what_holds_the_words_typed_and_returns_to_them() -> None:
    walk = Recall("Ann", ["kofi annan", "syria", "ann", "annan OR brahimi"])
    assert walk.back() == "kofi annan"
    assert walk.back() == "annan OR brahimi"
    assert walk.back() is None
    assert walk.stands_at("annan OR brahimi")
    assert walk.forward() == "kofi annan"
    assert walk.forward() == "Ann"
    assert walk.forward() is None


def test_an_empty_line_walks_through_everything() -> None:
    walk = Recall("", ["b", "a"])
    assert [walk.back(), walk.back(), walk.back()] == ["b", "a", None]
