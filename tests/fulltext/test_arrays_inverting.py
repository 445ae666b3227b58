"""A batch of texts inverted at once has the terms that the texts have one by one."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import Span
from index.fulltext.analysis import (
    LANDMARK_STEP,
    PARAGRAPH,
    SENTENCE,
    chunks,
    tail_parts,
    tails_of,
    tokens,
)
from index.fulltext.arrays import Copy, Inverted, Vocabulary, invert
from index.text import canonical, fold

WORDS = ["cease-fire", "U.N.-backed", "the", "Annan's", "10-15", "a-b-c", "AT&T", "C#", "日本", "é"]
WORDS += ["", ",", "--", "a-\nb", "a-\n  b", "-\n", "\n\n", "\x1c", "\x85", "inter-\n", "a-a-a"]
WORDS += [
    "x" * 99,
    "$1,234.50",
    "'90s",
    "C++.",
    ".5.6.",
    "Annan's'",
    "_a_",
    "-a-",
    "U.N.,",
    "#a",
    "@a's",
]
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
TEXT = st.one_of(
    PROSE, st.text(max_size=60), st.text(alphabet="a-\n. 'é\x00B#+&5,s$_", max_size=30)
)


@st.composite
def copies(draw: st.DrawFn) -> Copy:
    text = draw(TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    stretches = list(zip(cuts[::2], cuts[1::2], strict=False)) or [(0, len(text))]
    first, last = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return Copy(fold(text), tuple(stretches), (first, last), landmarks=True)


def one_by_one(copy: Copy) -> dict[str, list[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for token in tokens(copy.text.replace("\x00", "\ufffd"), copy.stretches):
        found[token.term].add(token.position)
    return {term: sorted(places) for term, places in found.items()}


def of_document(inverted: Inverted | None, number: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    if inverted is None:
        return found
    for ordinal, term in enumerate(inverted.terms):
        first, last = inverted.posting_starts[ordinal : ordinal + 2]
        docs = inverted.docs[first:last].tolist()
        assert docs == sorted(set(docs))
        if number in docs:
            at = int(first) + docs.index(number)
            places = inverted.positions[inverted.starts[at] : inverted.starts[at + 1]].tolist()
            found[term.decode("utf-8", "surrogatepass")] = places
    return found


def words_at(copy: Copy) -> list[tuple[int, int, str]]:
    """Position, offset and word of each part of a copy."""
    return [
        (position + piece.position, at + piece.start, piece.term)
        for position, at, chunk in chunks(copy.text.replace("\x00", "\ufffd"), copy.stretches)
        for piece in chunk.pieces
        if piece.width == 1
    ]


@given(st.lists(copies(), min_size=1, max_size=4))
@example([Copy("a-a-a a-\n  b", ((0, 12),)), Copy("", ((0, 0),)), Copy("b", ((0, 1),))])
def test_each_document_has_the_terms_of_its_text(batch: list[Copy]) -> None:
    numbers = [3 * number for number in range(len(batch))]
    inverted = invert(Vocabulary(), numbers, batch, 3 * len(batch))
    for number, copy in zip(numbers, batch, strict=True):
        assert of_document(inverted, number) == one_by_one(copy)
        if inverted is not None:
            assert inverted.lengths[number] == len(words_at(copy))
    if inverted is not None:
        assert inverted.terms == sorted(set(inverted.terms))
        assert inverted.lengths.sum() == sum(len(words_at(copy)) for copy in batch)


@given(st.lists(copies(), min_size=1, max_size=3))
def test_words_that_are_known_already_are_the_same(batch: list[Copy]) -> None:
    vocabulary = Vocabulary()
    numbers = range(len(batch))
    first = invert(vocabulary, numbers, batch, len(batch))
    again = invert(vocabulary, numbers, batch, len(batch))
    assert (first is None) == (again is None)
    if first is not None and again is not None:
        assert first.terms == again.terms
        for name in Inverted._fields[1:]:
            assert np.array_equal(getattr(first, name), getattr(again, name))


@given(st.lists(copies(), min_size=1, max_size=3))
def test_a_landmark_says_where_the_word_at_its_position_stands(batch: list[Copy]) -> None:
    inverted = invert(Vocabulary(), range(len(batch)), batch, len(batch))
    for number, copy in enumerate(batch):
        words = words_at(copy)
        if inverted is None or not words:
            continue
        first, last = inverted.landmark_starts[number : number + 2]
        landmarks = inverted.landmarks[first:last].tolist()
        assert len(landmarks) == words[-1][0] // LANDMARK_STEP + 1
        for step, landmark in enumerate(landmarks):
            position, offset, _ = next(w for w in words if w[0] >= step * LANDMARK_STEP)
            assert landmark == offset
            # Of those that are alike the last has its word at its very position.
            if landmarks.count(landmark) == landmarks[: step + 1].count(landmark):
                assert position == step * LANDMARK_STEP


def test_the_words_of_the_lede_count_double() -> None:
    text = "WASHINGTON - A truce holds. A truce it is."
    lede = (text.index("A truce"), text.index(" A truce it"))
    inverted = invert(Vocabulary(), [0], [Copy(text, ((0, len(text)),), lede)], 1)
    assert inverted is not None
    weights = dict(zip(inverted.terms, inverted.weights.tolist(), strict=True))
    doubled = {b"a": 3, b"truce": 3, b"holds": 2}
    assert weights == {b"washington": 1, b"it": 1, b"is": 1, **doubled}


def boundaries(text: str, sentences: list[str], stretches: list[Span]) -> list[str]:
    """The words at which the boundary term stands when sentences begin with these words."""
    marks = tuple(text.index(words) for words in sentences)
    copy = Copy(text, tuple(stretches), sentences=marks)
    found = of_document(invert(Vocabulary(), [0], [copy], 1), 0)
    assert PARAGRAPH not in found
    words = {position: word for position, _, word in words_at(copy)}
    return [words[position] for position in found.get(SENTENCE, [])]


def test_a_boundary_stands_at_the_first_word_of_what_begins_there() -> None:
    text = 'One two. "Three four." *** Five-six.'
    assert boundaries(text, ["One", '"Three', "***", "Five"], [(0, len(text))]) == [
        *("one", "three", "five"),
    ]


def test_what_comes_after_a_stretch_left_out_begins_anew() -> None:
    text = "One two READ MORE three. Four."
    stretches = [(0, 7), (18, len(text))]
    assert boundaries(text, ["One", "READ", "Four"], stretches) == ["one", "three", "four"]


def test_no_boundaries_without_marks() -> None:
    text = "One two. Three."
    assert boundaries(text, [], [(0, len(text))]) == []


def test_weights_have_a_highest_value_and_places_have_none() -> None:
    copy = Copy("so " * 70_000, ((0, 210_000),))
    inverted = invert(Vocabulary(), [0], [copy], 1)
    assert inverted is not None
    assert inverted.weights.tolist() == [65_535]
    assert len(inverted.positions) == 70_000


def test_tails_are_taken_apart_again_and_sort_before_words() -> None:
    tail = tails_of("ceasefire") + "5"
    assert tail_parts(tail) == ("ceasefire", 5)
    assert tail_parts("ceasefire") is None
    assert SENTENCE < PARAGRAPH[:1] + "~" < tail < "0"


def test_hostile_runs_are_inverted_too() -> None:
    for run in ("a-" * 20_000, "-\n" * 20_000, "a\u0301" * 20_000, "\x00" * 9, "日" * 20_000):
        text = fold(canonical(run)) + " end"
        inverted = invert(Vocabulary(), [0], [Copy(text, ((0, len(text)),))], 1)
        assert inverted is not None
        assert b"end" in inverted.terms
