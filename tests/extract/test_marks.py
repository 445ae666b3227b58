"""Which words stand between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.extract.quotes.marks import Marked, scan_marks
from index.extract.view import body_blocks, reading_view
from tests.extract.conftest import Read, spoken


def marked(text: str) -> list[Marked]:
    view = reading_view(text)
    return scan_marks(text, view, body_blocks(view, None))


def words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will go," he said. "Soon."', ["We will go,", "Soon."]),
        ("“We will go,” he said. “Soon.”", ["We will go,", "Soon."]),
        ("''We will go,'' he said.", ["We will go,"]),  # the New York Times for decades
        ("``We will go,'' he said.", ["We will go,"]),  # the wires, from their telex days
        ("« Nous irons », he said.", ["Nous irons"]),
        ("„Wir gehen“, he said.", ["Wir gehen"]),
        ("‘We will go,’ he said.", ["We will go,"]),  # British houses
        ('He is 6\'2" tall and said "no".', ["no"]),  # inches
        ("The '90s were the workers' years.", []),  # apostrophes
        ('""', []),
        ('He said "" and left.', []),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_single_marks_inside_double_ones_are_part_of_the_words() -> None:
    assert words("“They said, ‘Our way has failed,’” he said.") == [
        "They said, ‘Our way has failed,’"
    ]
    assert words("''He asked, 'What did he mean?''' Biden said.") == [
        "He asked, 'What did he mean?'"
    ]


def test_a_quotation_left_open_ends_with_its_paragraph_and_goes_on_in_the_next() -> None:
    found = marked("“We came.\n\n“We saw.\n\n“We won,” he said.")
    assert [(one.closed, one.chained) for one in found] == [
        (False, False),
        (False, True),
        (True, True),
    ]


def test_a_missing_mark_does_not_swallow_the_next_paragraph() -> None:
    text = '"We came, he said.\n\nNobody answered. "We won," he said.'
    assert words(text) == ["We came, he said.", "We won,"]
    assert not any(one.chained for one in marked(text))


def test_a_missing_closing_mark_ends_at_the_next_opening_one() -> None:
    assert words("“We came, he said. “We won,” he said.") == ["We came, he said.", "We won,"]


def test_a_stray_closing_mark_is_no_quotation() -> None:
    assert words("We came,” he said. They left.") == []


@given(st.text(alphabet=st.sampled_from("ab .,'\"“”‘’„«»`\n\u00a0\ud800"), max_size=80))
def test_marked_stretches_are_in_order_and_inside_the_text(text: str) -> None:
    found = marked(text)
    for one in found:
        assert 0 <= one.outer[0] < one.start < one.end <= one.outer[1] <= len(text)
        assert text[one.start : one.end].strip() != ""
    ordered = sorted(found, key=lambda one: one.start)
    assert ordered == found
    for before, after in pairwise(found):
        assert before.outer[1] <= after.outer[0]


@given(st.text(max_size=200))
def test_the_reading_view_has_the_length_of_the_text(text: str) -> None:
    assert len(reading_view(text)) == len(text)


@given(st.text(max_size=200))
def test_blocks_are_in_order_and_hold_no_white_space_at_their_ends(text: str) -> None:
    view = reading_view(text)
    at = 0
    for block in body_blocks(view, None):
        assert at <= block.start < block.end <= len(text)
        assert view[block.start : block.end] == view[block.start : block.end].strip()
        at = block.end


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Luke Pollard called the findings “damning”.", "the findings “damning”"),
        (
            "John Miller said Moscow would “wait for a new president.” Nobody answered.",
            "Moscow would “wait for a new president.”",
        ),
        (
            "John Miller said it was a “political process” that would end.",
            "it was a “political process” that would end",
        ),
        ("“Nobody knows the plan” was safe, John Miller said.", "“Nobody knows the plan” was safe"),
        ("Luke Pollard called the findings ``damning.''", "the findings ``damning.''"),
        ("John Miller said “the town is safe” and quiet.", "“the town is safe” and quiet"),
    ],
)
def test_a_span_holds_both_marks_of_a_pair_or_neither(read: Read, text: str, span: str) -> None:
    assert [quote.text for quote in spoken(read(text))] == [span]
