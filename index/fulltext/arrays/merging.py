"""Several segments made one, array by array: deleted documents and their terms are left out.

The terms are gone through in slices, so that memory is bounded whatever the size of the
segments; what is read is mapped and what is written goes out at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays.layout import SectionWriter
from index.fulltext.arrays.reading import FieldArrays, SegmentArrays
from index.fulltext.arrays.sections import Lexicon, put_landmarks

_SLICE: Final = 1 << 21
"""Postings or positions in one slice, or about so many; a term that has more is a slice."""

Integers = NDArray[np.int64]


class _Part(NamedTuple):
    """One segment's share: its field, which of its documents live (None: all), and the new
    number of each."""

    field: FieldArrays
    live: NDArray[np.bool_] | None
    numbers: Integers


class _Kept(NamedTuple):
    """What is kept of some terms of one part: `counts` postings a term; for each of these its
    document and weight and how many positions it has; the `positions`, and how many a term."""

    counts: Integers
    docs: Integers
    weights: NDArray[np.uint16]
    widths: Integers
    positions: NDArray[np.uint32]
    places: Integers


def merge(segments: Sequence[SegmentArrays], path: Path) -> int:
    """Write the documents of these segments that are not deleted, in order, as one segment.

    Returns how many they are. Raises `IndexDamaged` for a torn segment.
    """
    numbers: list[Integers] = []
    total = 0
    for segment in segments:
        live = np.ones(segment.size, np.bool_) if segment.live is None else segment.live
        numbers.append(np.cumsum(live) - 1 + total)
        total += int(np.count_nonzero(live))
    with SectionWriter(path, total) as out:
        for name in sorted({name for segment in segments for name in segment.fields}):
            parts = [
                _Part(field, segment.live, new)
                for segment, new in zip(segments, numbers, strict=True)
                if (field := segment.field(name)) is not None
            ]
            if _merge_field(out, name, parts) and any(part.field.is_worded for part in parts):
                _merge_lengths(out, name, segments, total)
        for name in sorted({name for segment in segments for name in segment.columns}):
            columns = [_living(segment.column(name), segment) for segment in segments]
            out.put(f"column/{name}", np.concatenate(columns))
    return total


def _merge_lengths(
    out: SectionWriter, name: str, segments: Sequence[SegmentArrays], total: int
) -> None:
    area = out.area(f"{name}/lengths", np.dtype(np.uint32), total)
    counts, places = [], []
    for segment in segments:
        field = segment.field(name)
        lengths = np.zeros(segment.size, np.uint32) if field is None else field.lengths
        area.write(_living(lengths, segment))
        rows, values = segment.all_landmarks(name)
        widths = np.diff(rows)
        kept = np.ones(segment.size, np.bool_) if segment.live is None else segment.live
        counts.append(widths[kept])
        places.append(values[np.repeat(kept, widths)])
    starts = np.concatenate(([0], np.cumsum(np.concatenate(counts), dtype=np.int64)))
    put_landmarks(out, name, starts, np.concatenate(places))


def _merge_field(out: SectionWriter, name: str, parts: Sequence[_Part]) -> bool:
    """Write terms and postings of a field, unless no document is left that has it."""
    is_worded = any(part.field.is_worded for part in parts)
    postings, positions = 0, 0
    for part in parts:
        kept = _kept_everywhere(part)
        postings += kept[0]
        positions += kept[1]
    if not postings:
        return False
    docs = out.area(f"{name}/docs", np.dtype(np.uint32), postings)
    if is_worded:
        weights = out.area(f"{name}/weights", np.dtype(np.uint16), postings)
        starts = out.area(f"{name}/starts", np.dtype(np.uint32), postings + 1)
        places = out.area(f"{name}/positions", np.dtype(np.uint32), positions)
        starts.write(np.zeros(1, np.uint32))
    lexicon = Lexicon()
    before = 0
    for spans in _slices(parts):
        for merged in _merge_slice(parts, spans, lexicon):
            docs.write(merged.docs)
            if is_worded:
                weights.write(merged.weights)
                starts.write(before + np.cumsum(merged.widths))
                places.write(merged.positions)
                before += len(merged.positions)
    lexicon.put(out, name)
    return True


def _living(values: NDArray[Any], segment: SegmentArrays) -> NDArray[Any]:
    return values if segment.live is None else values[segment.live]


def _kept_everywhere(part: _Part) -> tuple[int, int]:
    """How many postings and positions of a part belong to living documents."""
    field = part.field
    if part.live is None:
        return len(field.docs), len(field.positions)
    postings = positions = 0
    for first in range(0, len(field.docs), _SLICE):
        last = min(first + _SLICE, len(field.docs))
        kept = part.live[field.docs[first:last]]
        postings += int(np.count_nonzero(kept))
        if field.is_worded:
            widths = np.diff(field.starts[first : last + 1])
            positions += int(widths[kept].sum(dtype=np.int64))
    return postings, positions


def _slices(parts: Sequence[_Part]) -> Iterator[list[tuple[int, int]]]:
    """Runs of terms, as ordinals in each part, that together are all terms in order."""
    largest = max((part.field for part in parts), key=lambda field: len(field.docs))
    ends = largest.posting_starts.astype(np.int64)
    if largest.is_worded:
        ends = largest.starts[ends].astype(np.int64)
    share = _SLICE // len(parts)
    befores = [0] * len(parts)
    ordinal = 0
    while ordinal < largest.size:
        # As many terms as fit; a term that is larger than a slice has one of its own.
        following = int(np.searchsorted(ends, ends[ordinal] + share, "right")) - 1
        ordinal = max(following, ordinal + 1)
        if ordinal >= largest.size:
            break
        border = largest.term(ordinal)
        afters = [part.field.first_from(border) for part in parts]
        yield list(zip(befores, afters, strict=True))
        befores = afters
    yield [(first, part.field.size) for first, part in zip(befores, parts, strict=True)]


def _merge_slice(
    parts: Sequence[_Part], spans: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[_Kept]:
    """What is kept of a slice, in order; its terms that are left go to the lexicon."""
    lexica = [part.field.terms(*span) for part, span in zip(parts, spans, strict=True)]
    # The parts are sorted each, which is what this sorting is quick at.
    union = list(dict.fromkeys(sorted(chain.from_iterable(lexica))))
    rank = {term: number for number, term in enumerate(union)}
    ranks = [np.fromiter(map(rank.__getitem__, terms), np.int64, len(terms)) for terms in lexica]
    kept = (_keep(part, *span) for part, span in zip(parts, spans, strict=True))
    if len(union) == 1:
        # What the parts have of one term follows each other as it is.
        total = 0
        for share in kept:
            total += len(share.docs)
            yield share
        lexicon.add(union if total else [], np.array([total] if total else [], np.int64))
        return
    shares = list(kept)
    counts, widths = np.zeros(len(union), np.int64), np.zeros(len(union), np.int64)
    for which, share in zip(ranks, shares, strict=True):
        counts[which] += share.counts
        widths[which] += share.places
    postings, positions = int(counts.sum()), int(widths.sum())
    merged = _Kept(
        counts,
        np.empty(postings, np.int64),
        np.empty(postings, np.uint16),
        np.empty(postings, np.int64),
        np.empty(positions, np.uint32),
        widths,
    )
    posting_at, position_at = np.cumsum(counts) - counts, np.cumsum(widths) - widths
    for which, share in zip(ranks, shares, strict=True):
        to = _targets(posting_at, which, share.counts)
        merged.docs[to] = share.docs
        merged.weights[to] = share.weights
        merged.widths[to] = share.widths
        merged.positions[_targets(position_at, which, share.places)] = share.positions
    left = np.flatnonzero(counts)
    lexicon.add([union[number] for number in left.tolist()], counts[left])
    yield merged


def _targets(following: Integers, which: Integers, counts: Integers) -> Integers:
    """Where runs of `counts` rows go, one for each of the terms `which`; `following` is where
    the next run of each term goes, and is moved on."""
    begins = following[which] - (np.cumsum(counts) - counts)
    following[which] += counts
    return np.repeat(begins, counts) + np.arange(int(counts.sum()))


def _keep(part: _Part, first: int, last: int) -> _Kept:
    """What living documents have of the terms with these ordinals."""
    field = part.field
    bounds = field.posting_starts[first : last + 1].astype(np.int64)
    begin, end = int(bounds[0]), int(bounds[-1])
    docs, weights = field.docs[begin:end], field.weights[begin:end]
    if field.is_worded:
        starts = field.starts[begin : end + 1].astype(np.int64)
        widths = np.diff(starts)
        positions = field.positions[int(starts[0]) : int(starts[-1])]
    else:
        widths, positions = np.zeros(end - begin, np.int64), field.positions
    counts = np.diff(bounds)
    if part.live is not None:
        kept = part.live[docs]
        counts = np.diff(np.concatenate(([0], np.cumsum(kept)))[bounds - begin])
        if field.is_worded:
            positions = positions[np.repeat(kept, widths)]
        docs, weights, widths = docs[kept], weights[kept], widths[kept]
    before = np.concatenate(([0], np.cumsum(widths)))
    places = np.diff(before[np.concatenate(([0], np.cumsum(counts)))])
    return _Kept(counts, part.numbers[docs], weights, widths, positions, places)
