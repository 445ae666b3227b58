"""Where the index has a query's words in an article, and the parts of its text that are meant.

A text is cut into words again only there, and what is found in it is exact; so the traces may be
those of a version that is no longer the newest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.article import Span
from index.fulltext.analysis import LANDMARK_STEP

_LONGEST: Final = 200
"""Code points over which the border of a word is looked for."""

_HYPHENS: Final = frozenset("-\u2010\u2011\u2012")


class Traces(NamedTuple):
    """Where the index has the words of a query in the body of one article.

    `positions` rise; `clauses` tells for each which of the terms that the query asks of a body
    stands there, in the order of `hits.asked_of_body`. `landmarks` are those of the article.
    """

    positions: NDArray[np.uint32]
    clauses: NDArray[np.uint8]
    landmarks: NDArray[np.uint32]

    def bounds(self, length: int, most: int) -> list[tuple[int, int, int]]:
        """For each of the first `most` positions: about where it is, from where, up to where.

        In code points of a text of this length.
        """
        positions = self.positions[:most].astype(np.int64)
        marks = np.append(self.landmarks, np.uint32(length)).astype(np.int64)
        marks = np.minimum(marks, length)
        about = np.interp(positions, np.arange(len(marks)) * LANDMARK_STEP, marks)
        before = np.minimum(positions // LANDMARK_STEP, len(marks) - 1)
        after = np.minimum(before + 1, len(marks) - 1)
        bounds = np.stack((about.astype(np.int64), marks[before], marks[after]), axis=1)
        return list(map(tuple, bounds.tolist()))


def cut_out(text: str, stretches: Iterable[Span], parts: Sequence[Span]) -> list[Span]:
    """What some parts of a text and its stretches have in common, from word to word, in order."""
    found: list[Span] = []
    parts = sorted(parts)
    for start, end in stretches:
        for low, high in parts:
            if low >= end or high <= start:
                continue
            a = _border(text, max(low, start), start, -1)
            b = _border(text, min(high, end), end, 1)
            if found and a <= found[-1][1]:
                found[-1] = (found[-1][0], max(b, found[-1][1]))
            else:
                found.append((a, b))
    return found


def _border(text: str, at: int, limit: int, step: int) -> int:
    """The nearest offset, in one direction, at which neither a word nor a compound is parted."""
    stop = max(limit, at - _LONGEST) if step < 0 else min(limit, at + _LONGEST)
    while at != stop and not _parts(text, at):
        at += step
    return at


def _parts(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST) : at].rstrip() if text[at - 1].isspace() else ""
    return bool(before) and before[-1] not in _HYPHENS
