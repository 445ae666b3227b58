"""A batch of texts turned into the arrays of one field at once, without a step per word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.article import Span
from index.fulltext.analysis import LANDMARK_STEP, after_gap
from index.fulltext.arrays.vocabulary import (
    ABROAD_TERM,
    PARAGRAPH_TERM,
    SENTENCE_TERM,
    Vocabulary,
)
from index.fulltext.languages import ABROAD

_BETWEEN: Final = "\f"  # white space between two stretches
_WRAPPED: Final = re.compile("-\n *")
_LAST_SPACE: Final = 0x3000
_SPACES: Final = np.array([chr(point).isspace() for point in range(_LAST_SPACE + 2)])
_MOST_WEIGHT: Final = 0xFFFF

Integers = NDArray[np.int64]


class Copy(NamedTuple):
    """The words of one field of one document; offsets are code points of `text`.

    `text` is folded (`index.text.fold`); its `stretches` are what counts of it, in order and
    without overlap. The words of `lede` count twice. `sentences` and `paragraphs` are where
    those begin, rising. With `landmarks` the places of its words are kept. `language` is that of
    the text where it is told and not English.
    """

    text: str
    stretches: tuple[Span, ...]
    lede: Span = (0, 0)
    sentences: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    landmarks: bool = False
    language: str = ""


class Inverted(NamedTuple):
    """One field of a new segment: see the package for what its arrays are."""

    terms: list[bytes]
    posting_starts: NDArray[np.uint32]
    docs: NDArray[np.uint32]
    weights: NDArray[np.uint16]
    starts: NDArray[np.uint32]
    positions: NDArray[np.uint32]
    lengths: NDArray[np.uint32]
    landmark_starts: NDArray[np.uint32]
    landmarks: NDArray[np.uint32]


class _Stretches(NamedTuple):
    """All stretches of the batch, in order.

    `pieces` are their texts, which one after the other make the *big text*. `begins` is where
    each begins in it, `copies` whose each is, `starts` and `ends` where it stands when the whole
    texts are laid end to end.
    """

    pieces: list[str]
    begins: Integers
    copies: Integers
    starts: Integers
    ends: Integers
    texts: Integers
    """Where each copy's text begins when they are laid end to end; one more at the end."""


class _Places(NamedTuple):
    """All positions of the batch at which a word stands, in order.

    `at` is where each stands in the big text, `offsets` where in its own text, `positions` its
    position, `copies` whose it is.
    """

    at: Integers
    offsets: Integers
    positions: Integers
    copies: Integers


class _Pieces(NamedTuple):
    """All terms of the batch at their positions: by copy, within a copy by position, but for
    boundaries, which come last."""

    terms: Integers
    owners: Integers
    positions: Integers
    doubled: NDArray[np.bool_]


def invert(
    vocabulary: Vocabulary, numbers: Sequence[int], copies: Sequence[Copy], documents: int
) -> Inverted | None:
    """The copies of the documents with these rising numbers; None where there is no word.

    The segment has so many `documents`. Time is that of sorting the words by term.
    """
    stretches = _lay_out(copies)
    # Piece by piece, so that the words of each are still at hand when they are looked up.
    words = chain.from_iterable(
        map(str.split, stretches.pieces)
        if not any(copy.language for copy in copies)
        else map(_words_of, stretches.pieces, [copies[n].language for n in stretches.copies])
    )
    tokens = np.fromiter(map(vocabulary.__getitem__, words), np.int64)
    if not len(tokens):
        return None
    table = vocabulary.table()
    token_starts = _word_starts(_BETWEEN.join(stretches.pieces))
    firsts = np.append(np.searchsorted(token_starts, stretches.begins), len(tokens))
    widths = table.part_starts[tokens + 1].astype(np.int64) - table.part_starts[tokens]
    before = np.concatenate(([0], np.cumsum(widths)))
    bases = _bases(stretches.copies, np.diff(before[firsts]))
    counts = np.diff(firsts)
    token_positions = before[:-1] + np.repeat(bases - before[firsts[:-1]], counts)
    token_stretches = np.repeat(np.arange(len(counts)), counts)
    if before[-1] == 0:
        return None

    rows, inside = _expand(table.part_starts, tokens)
    at = token_starts[rows] + table.parts[inside]
    places = _Places(
        at,
        at - stretches.begins[token_stretches[rows]] + _own(stretches)[token_stretches[rows]],
        token_positions[rows] + inside - table.part_starts[tokens[rows]],
        stretches.copies[token_stretches[rows]],
    )
    rows, inside = _expand(table.piece_starts, tokens)
    terms = table.terms[inside].astype(np.int64)
    positions = token_positions[rows] + table.places[inside]
    owners = stretches.copies[token_stretches[rows]]
    del table, rows, inside, tokens, token_positions, token_stretches

    doubled = _in_lede(copies, stretches, places, owners, positions)
    marks = [
        (ABROAD_TERM, _firsts_abroad(copies, places)),
        (SENTENCE_TERM, _boundaries(copies, stretches, places, lambda copy: copy.sentences)),
        (PARAGRAPH_TERM, _boundaries(copies, stretches, places, lambda copy: copy.paragraphs)),
    ]
    for term, standing in marks:
        terms = np.concatenate((terms, np.full(len(standing), term)))
        positions = np.concatenate((positions, places.positions[standing]))
        owners = np.concatenate((owners, places.copies[standing]))
        doubled = np.concatenate((doubled, np.zeros(len(standing), np.bool_)))
    pieces = _Pieces(terms, owners, positions, doubled)
    return _sorted(vocabulary, np.asarray(numbers), documents, copies, places, pieces)


def _words_of(text: str, language: str) -> list[str]:
    """The words of a text as a vocabulary knows them."""
    words = text.split()
    return [f"{word}{ABROAD}{language}" for word in words] if language else words


def _firsts_abroad(copies: Sequence[Copy], places: _Places) -> Integers:
    """The places of the first words of the copies in other languages."""
    numbers = [number for number, copy in enumerate(copies) if copy.language]
    if not numbers:
        return np.empty(0, np.int64)
    first = np.searchsorted(places.copies, numbers)
    there = first < len(places.copies)
    there[there] = places.copies[first[there]] == np.array(numbers)[there]
    return first[there]


def _lay_out(copies: Sequence[Copy]) -> _Stretches:
    pieces: list[str] = []
    rows: list[tuple[int, int, int]] = []
    texts = np.cumsum([0, *(len(copy.text) + 1 for copy in copies)])
    for number, copy in enumerate(copies):
        base = int(texts[number])
        for start, end in copy.stretches:
            pieces.append(_unbroken(copy.text[start:end]))
            rows.append((number, base + start, base + end))
    begins = np.cumsum([0, *(len(piece) + 1 for piece in pieces)])[:-1]
    owners, starts, ends = np.array(rows, np.int64).reshape(-1, 3).T
    return _Stretches(pieces, begins, owners, starts, ends, texts)


def _unbroken(text: str) -> str:
    """A text in which a word that is hyphenated at the end of a line has no white space."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    if "-\n" in text:
        text = _WRAPPED.sub(lambda match: "-" + "\x00" * (len(match[0]) - 1), text)
    return text


def _own(stretches: _Stretches) -> Integers:
    """Where each stretch begins in its own text."""
    return stretches.starts - stretches.texts[stretches.copies]


def _word_starts(text: str) -> Integers:
    """Where each of `text.split()` begins."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    blank = np.take(_SPACES, np.minimum(points, _LAST_SPACE + 1))
    begins = ~blank
    begins[1:] &= blank[:-1]
    return np.flatnonzero(begins)


def _bases(copies: Integers, widths: Integers) -> Integers:
    """The position at which each stretch begins."""
    bases = np.zeros(len(copies), np.int64)
    before, position = -1, 0
    for row, (copy, width) in enumerate(zip(copies.tolist(), widths.tolist(), strict=True)):
        position = 0 if copy != before else after_gap(position)
        bases[row] = position
        before, position = copy, position + width
    return bases


def _expand(starts: NDArray[np.uint32], rows: Integers) -> tuple[Integers, Integers]:
    """The places within the rows of a table of unequal rows: which of `rows`, and which place."""
    first = starts[rows].astype(np.int64)
    counts = starts[rows + 1] - first
    ends = np.cumsum(counts)
    which = np.repeat(np.arange(len(rows)), counts)
    return which, np.arange(len(which)) + np.repeat(first - (ends - counts), counts)


def _in_big(stretches: _Stretches, marks: Integers) -> Integers:
    """Places in the texts laid end to end as places in the big text; those in no stretch are
    where the next one begins."""
    which = np.searchsorted(stretches.starts, marks, "right") - 1
    end = stretches.begins[-1] + len(stretches.pieces[-1]) + 1
    begins = np.append(stretches.begins, end)
    inside = (which >= 0) & (marks < stretches.ends[which])
    return np.where(
        inside, begins[which] + marks - stretches.starts[which], begins[which + 1]
    ).astype(np.int64)


def _in_lede(
    copies: Sequence[Copy],
    stretches: _Stretches,
    places: _Places,
    owners: Integers,
    positions: Integers,
) -> NDArray[np.bool_]:
    """Which of the pieces with these owners and positions stand in their copy's lede."""
    ledes = np.array([copy.lede for copy in copies], np.int64).reshape(-1, 2)
    if not ledes.any():
        return np.zeros(len(positions), np.bool_)
    base = stretches.texts[:-1]
    first = np.searchsorted(places.at, _in_big(stretches, base + ledes[:, 0]))
    last = np.searchsorted(places.at, _in_big(stretches, base + ledes[:, 1]))
    some = last > first
    low = np.where(some, places.positions[np.minimum(first, len(places.at) - 1)], 1)
    high = np.where(some, places.positions[np.maximum(last, 1) - 1], 0)
    inside: NDArray[np.bool_] = (positions >= low[owners]) & (positions <= high[owners])
    return inside


def _boundaries(
    copies: Sequence[Copy],
    stretches: _Stretches,
    places: _Places,
    marks_of: Callable[[Copy], tuple[int, ...]],
) -> Integers:
    """The places at which something begins that begins at the marks, and every stretch does."""
    counts = np.array([len(marks_of(copy)) for copy in copies], np.int64)
    if not counts.any():
        return np.empty(0, np.int64)
    marks = np.fromiter(chain.from_iterable(map(marks_of, copies)), np.int64, int(counts.sum()))
    marks += np.repeat(stretches.texts[:-1], counts)
    # Only what is marked at all has boundaries where its stretches begin.
    begins = stretches.begins[counts[stretches.copies] > 0]
    wanted = np.concatenate((_in_big(stretches, marks), begins))
    found: Integers = np.unique(np.searchsorted(places.at, wanted))
    found = found[found < len(places.at)]
    return found[counts[places.copies[found]] > 0]


def _sorted(
    vocabulary: Vocabulary,
    numbers: NDArray[Any],
    documents: int,
    copies: Sequence[Copy],
    places: _Places,
    pieces: _Pieces,
) -> Inverted:
    terms, owners, positions, doubled = pieces
    used = np.flatnonzero(np.bincount(terms, minlength=1)).tolist()
    used.sort(key=vocabulary.terms.__getitem__)
    ranks = np.zeros(len(vocabulary.terms), np.uint64)
    ranks[used] = np.arange(len(used))
    # Pieces are in order of document and position: term and place make one key to sort by.
    keys = ranks[terms] << np.uint64(32) | np.arange(len(terms), dtype=np.uint64)
    keys.sort()
    order = (keys & np.uint64(0xFFFFFFFF)).astype(np.int64)
    by_term = (keys >> np.uint64(32)).astype(np.int64)
    del keys
    owners, positions, doubled = owners[order], positions[order], doubled[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (by_term[1:] != by_term[:-1]) | (owners[1:] != owners[:-1])
    first = np.flatnonzero(new)
    starts = np.append(first, len(order))
    weights = np.diff(starts) + np.add.reduceat(doubled, first, dtype=np.int64)
    lengths = np.zeros(documents, np.uint32)
    lengths[numbers] = np.bincount(places.copies, minlength=len(copies))
    landmark_starts, landmarks = _landmarks(numbers, documents, copies, places)
    return Inverted(
        [vocabulary.terms[term] for term in used],
        np.searchsorted(by_term[first], np.arange(len(used) + 1)).astype(np.uint32),
        numbers[owners[first]].astype(np.uint32),
        np.minimum(weights, _MOST_WEIGHT).astype(np.uint16),
        starts.astype(np.uint32),
        positions.astype(np.uint32),
        lengths,
        landmark_starts,
        landmarks,
    )


def _landmarks(
    numbers: NDArray[Any], documents: int, copies: Sequence[Copy], places: _Places
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    counts = np.zeros(len(copies), np.int64)
    last = np.flatnonzero(np.append(places.copies[1:] != places.copies[:-1], True))
    counts[places.copies[last]] = places.positions[last] // LANDMARK_STEP + 1
    counts[[not copy.landmarks for copy in copies]] = 0
    which = np.repeat(np.arange(len(copies)), counts)
    step = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    wanted = (which << 32) + step * LANDMARK_STEP
    found = np.searchsorted((places.copies << 32) + places.positions, wanted)
    by_document = np.zeros(documents, np.int64)
    by_document[numbers] = counts
    starts = np.concatenate(([0], np.cumsum(by_document))).astype(np.uint32)
    return starts, places.offsets[found].astype(np.uint32)
