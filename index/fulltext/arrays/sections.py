"""The sections of a field as they are written, for a new segment and for a merged one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.fulltext.arrays.inverting import Inverted
from index.fulltext.arrays.layout import SectionWriter


class Lexicon:
    """The terms of a field, gathered in order while its postings are written."""

    def __init__(self) -> None:
        self._letters: list[bytes] = []
        self._lengths: list[NDArray[np.int64]] = []
        self._postings: list[NDArray[np.int64]] = []

    def add(self, terms: Sequence[bytes], postings: NDArray[Any]) -> None:
        """The terms that come next, and how many postings each has."""
        self._letters.append(b"".join(terms))
        self._lengths.append(np.fromiter(map(len, terms), np.int64, len(terms)))
        self._postings.append(postings.astype(np.int64))

    def put(self, out: SectionWriter, field: str) -> None:
        out.put(f"{field}/terms", np.frombuffer(b"".join(self._letters), np.uint8))
        out.put(f"{field}/term_starts", _starts(self._lengths))
        out.put(f"{field}/posting_starts", _starts(self._postings))


def put_words(out: SectionWriter, field: str, inverted: Inverted) -> None:
    """A field of words."""
    lexicon = Lexicon()
    lexicon.add(inverted.terms, np.diff(inverted.posting_starts))
    lexicon.put(out, field)
    out.put(f"{field}/docs", inverted.docs)
    out.put(f"{field}/weights", inverted.weights)
    out.put(f"{field}/starts", inverted.starts)
    out.put(f"{field}/positions", inverted.positions)
    out.put(f"{field}/lengths", inverted.lengths)
    put_landmarks(out, field, inverted.landmark_starts, inverted.landmarks)


def put_landmarks(
    out: SectionWriter, field: str, starts: NDArray[Any], landmarks: NDArray[Any]
) -> None:
    """The landmarks of a field; nothing where there are none."""
    if len(landmarks):
        out.put(f"{field}/landmark_starts", starts.astype(np.uint32))
        out.put(f"{field}/landmarks", landmarks.astype(np.uint32))


def put_keys(out: SectionWriter, field: str, documents: Mapping[bytes, Sequence[int]]) -> None:
    """A field of whole values: each with the rising numbers of the documents that have it."""
    terms = sorted(documents)
    counts = np.array([len(documents[term]) for term in terms], np.int64)
    lexicon = Lexicon()
    lexicon.add(terms, counts)
    lexicon.put(out, field)
    standing = chain.from_iterable(documents[term] for term in terms)
    out.put(f"{field}/docs", np.fromiter(standing, np.uint32, int(counts.sum())))


def _starts(counts: Sequence[NDArray[np.int64]]) -> NDArray[np.uint32]:
    every = np.concatenate([np.zeros(1, np.int64), *counts])
    return np.cumsum(every).astype(np.uint32)
