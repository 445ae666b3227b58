"""What the words of texts are in terms, looked up once for each word as it is written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.fulltext.analysis import LONGEST_TERM, PARAGRAPH, SENTENCE, Chunk, chunks_within
from index.fulltext.languages import ABROAD, chunks_abroad

_TRIMMED: Final = " ,.;:!?\"()[]{}<>'-–—…$£€%*/=|~^@_\\"
"""Marks that are no part of a word which they stand before or behind."""

_BREAK: Final = "\x00"
_MOST_WORDS: Final = 250_000

SENTENCE_TERM: Final = 0
PARAGRAPH_TERM: Final = 1
ABROAD_TERM: Final = 2
"""Numbers of the two boundary terms, and of `ABROAD`, in every vocabulary."""


class Table(NamedTuple):
    """The words of a vocabulary by number, in rows of unequal length.

    Word `w` covers `part_starts[w + 1] - part_starts[w]` positions; `parts` holds where each
    of them begins in the word, in code points. Its terms are rows `piece_starts[w]` to
    `piece_starts[w + 1]` of `places` (which of its positions, rising) and `terms` (numbers).
    """

    part_starts: NDArray[np.uint32]
    parts: NDArray[np.uint32]
    piece_starts: NDArray[np.uint32]
    places: NDArray[np.uint32]
    terms: NDArray[np.uint32]


class Vocabulary(dict[str, int]):
    """Words, as they stand between white space in folded text, to numbers; a new one is added.

    A word of a text in another language than English has U+001D and the code of that behind it.
    In a word, U+0000 stands for the white space after a hyphen at the end of a line: the
    first of a run is the line feed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.terms: list[bytes] = [SENTENCE.encode(), PARAGRAPH.encode(), ABROAD.encode()]
        """Terms by number."""
        self._numbers = {term.decode(): number for number, term in enumerate(self.terms)}
        self._part_starts = array("I", [0])
        self._parts = array("I")
        self._piece_starts = array("I", [0])
        self._places = array("I")
        self._pieces = array("I")

    @property
    def is_full(self) -> bool:
        """Whether it holds so much that a new one had better be begun."""
        return len(self) >= _MOST_WORDS

    def table(self) -> Table:
        """Views of what is known; no word can be added while any of them lives."""
        return Table(
            *(
                np.frombuffer(column, np.uint32)
                for column in (
                    self._part_starts,
                    self._parts,
                    self._piece_starts,
                    self._places,
                    self._pieces,
                )
            )
        )

    def __missing__(self, word: str) -> int:
        if ABROAD in word:
            return self._add_abroad(word)
        core = word.strip(_TRIMMED)
        bare = core[:-2] if core[-2:] in ("'s", "'S") else core
        if bare.isascii() and bare.isalnum():
            # Most words: letters, and marks around them that belong to no word.
            self._parts.append(word.index(core))
            self._places.append(0)
            self._pieces.append(self._term(bare.lower()[:LONGEST_TERM]))
        elif core != word and core in self:
            self._repeat(self[core], word.index(core))
        else:
            self._analyse(word, chunks_within)
        return self._added(word)

    def _add_abroad(self, word: str) -> int:
        written, _, language = word.partition(ABROAD)
        core = written.strip(_TRIMMED)
        if core != written and (known := f"{core}{ABROAD}{language}") in self:
            self._repeat(self[known], written.index(core))
        else:
            self._analyse(written, partial(chunks_abroad, language=language))
        return self._added(word)

    def _added(self, word: str) -> int:
        self._part_starts.append(len(self._parts))
        self._piece_starts.append(len(self._pieces))
        number = self[word] = len(self)
        return number

    def _repeat(self, number: int, shift: int) -> None:
        """The same terms as a word that is known, so much further on."""
        first, last = self._part_starts[number], self._part_starts[number + 1]
        self._parts.extend([part + shift for part in self._parts[first:last]])
        first, last = self._piece_starts[number], self._piece_starts[number + 1]
        self._places.extend(self._places[first:last])
        self._pieces.extend(self._pieces[first:last])

    def _analyse(self, word: str, cut: Callable[[str], Iterator[tuple[int, Chunk]]]) -> None:
        if _BREAK in word:
            word = "-".join(_unbroken(piece) for piece in word.split("-"))
        width = 0
        pieces: dict[tuple[int, str], None] = {}
        for start, chunk in cut(word):
            offsets = [0] * chunk.width
            for piece in chunk.pieces:
                if piece.width == 1:
                    offsets[piece.position] = piece.start
                pieces[width + piece.position, piece.term] = None
            self._parts.extend(start + offset for offset in offsets)
            width += chunk.width
        for place, term in sorted(pieces, key=lambda piece: piece[0]):
            self._places.append(place)
            self._pieces.append(self._term(term))

    def _term(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.terms)
            self.terms.append(term.encode("utf-8", "surrogatepass"))
        return number


def _unbroken(piece: str) -> str:
    bare = piece.lstrip(_BREAK)
    blanks = len(piece) - len(bare)
    return "\n" + " " * (blanks - 1) + bare if blanks else piece
