"""Units of a text: a selection moves over them in the direction asked for and is never empty."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.text import paragraphs
from index.text.sentence_breaks import sentences
from tui.widgets.cells import clusters, drawn
from tui.widgets.selection import Selection, Stops, Unit
from tui.widgets.spans import Spans

UNITS: tuple[Unit, ...] = ("character", "word", "sentence", "paragraph")
TEXTS = (
    st.lists(
        st.sampled_from(
            [
                "Annan left. ",
                "U.N. ",
                "cease-fire",
                " ",
                "\n\n",
                "“Peace?” he said. ",
                "和平。",
                "👨‍👩‍👧",
                "e\u0301",
            ]
        ),
        min_size=1,
        max_size=14,
    )
    .map("".join)
    .filter(str.strip)
)
MOVES = st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from([1, -1])), max_size=12)


def stops(text: str) -> Stops:
    return Stops(text, paragraphs(text), sentences)


@given(TEXTS, MOVES, st.integers(0, 100))
def test_a_selection_goes_where_it_is_sent_and_is_never_empty(
    text: str, moves: list[tuple[Unit, int]], at: int
) -> None:
    units = stops(text)
    span = units.around("sentence", at % len(text))
    assert span is not None
    selection = Selection(*span, "sentence")
    for unit, step in moves:
        before, selection = selection, units.moved(selection, unit, step)
        start, end = selection.span
        assert 0 <= start < end <= len(text)
        assert (selection.head - before.head) * step >= 0
        assert selection.unit == unit


@given(TEXTS, MOVES, st.integers(0, 100))
def test_a_selection_never_parts_a_cluster(
    text: str, moves: list[tuple[Unit, int]], at: int
) -> None:
    units = stops(text)
    edges = {0} | {cluster.end for cluster in clusters(drawn(text))}
    span = units.around("character", at % len(text))
    assert span is not None
    selection = Selection(*span, "character")
    for unit, step in moves:
        selection = units.moved(selection, unit, step)
        assert set(selection.span) <= edges


@given(TEXTS)
def test_every_paragraph_is_reached_by_paragraphs(text: str) -> None:
    units = stops(text)
    blocks = paragraphs(text)
    selection = Selection(*blocks[0], "paragraph")
    for _, end in blocks[1:]:
        selection = units.moved(selection, "paragraph", 1)
        assert selection.span == (blocks[0][0], end)
    assert units.moved(selection, "paragraph", 1) == selection


def test_a_head_that_passes_the_anchor_keeps_what_was_selected() -> None:
    selection = Selection(5, 9, "word")
    assert selection.to(3, "line") == Selection(9, 3, "line")
    assert selection.swapped().to(12, "line") == Selection(5, 12, "line")
    assert selection.to(5, "line").span == (5, 9)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12),
    st.integers(0, 30),
    st.integers(1, 10),
)
def test_spans_over_a_stretch_are_those_that_share_a_character_with_it(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    found = Spans(spans).over(start, start + length)
    shared = {(a, b) for a, b in spans if a < b and a < start + length and start < b}
    assert found == sorted(shared)
    assert Spans(spans).touches(start, start + length) == bool(shared)


def test_words_are_whole_in_any_script() -> None:
    text = "हिन्दी U.N.-backed Annan's e\u0301tat"
    words = [text[start:end] for start, end in stops(text).spans("word", 0)]
    assert words == ["हिन्दी", "U.N.", "backed", "Annan's", "e\u0301tat"]
