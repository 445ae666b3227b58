"""Where the index has a query's words in an article, and the parts of its text that are meant.

A text is cut into words again only there, and what is found in it is exact; so the traces may be
those of a version that is no longer the newest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.article import Span
from index.fulltext.analysis import LANDMARK_STEP
from index.fulltext.standing import word_border


class Traces(NamedTuple):
    """Where the index has the words of a query in the body of one article.

    `positions` rise; `clauses` tells for each which of the terms that the query asks of a body
    stands there, in the order of `asked.patterns_of` a body. `landmarks` are those of the article.
    """

    positions: Sequence[int]
    clauses: Sequence[int]
    landmarks: Sequence[int]

    def bounds(self, length: int, most: int, reach: int) -> list[tuple[int, int, int]]:
        """For each of the first `most` positions: about where it is, from where, up to where.

        In code points of a text of this length. What stands there covers at most `reach`
        positions.
        """
        marks = [*self.landmarks, length]
        positions = self.positions[:most]
        if (positions and positions[-1] // LANDMARK_STEP + 1 >= len(marks)) or max(marks) > length:
            # The index tells of another version of the text.
            return [(0, 0, length) for _ in positions]
        last = len(marks) - 1
        found = []
        for position in positions:
            step, beyond = divmod(position, LANDMARK_STEP)
            low, high = marks[step], marks[step + 1]
            about = low + (high - low) * beyond // LANDMARK_STEP
            beyond += reach
            if beyond > LANDMARK_STEP:
                high = marks[min(step + -(-beyond // LANDMARK_STEP), last)]
            found.append((about, low, high))
        return found


def cut_out(text: str, stretches: Iterable[Span], parts: Sequence[Span]) -> list[Span]:
    """What some parts of a text and its stretches have in common, from word to word, in order."""
    found: list[Span] = []
    parts = sorted(parts)
    for start, end in stretches:
        for low, high in parts:
            if low >= end or high <= start:
                continue
            a = word_border(text, max(low, start), start, -1)
            b = word_border(text, min(high, end), end, 1)
            if found and a <= found[-1][1]:
                found[-1] = (found[-1][0], max(b, found[-1][1]))
            else:
                found.append((a, b))
    return found
