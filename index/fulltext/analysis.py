"""Text to terms. The same rules index an article, read a query and find the hits in a text.

A term is a word as it is written, without case, accents, possessive and inner apostrophes:
"O'Brien" is `obrien`, "U.N." is `un`, "9,000" is `9000`, "AT&T" is `at&t`. No word is left out
and none is stemmed, so that phrases, prefixes and inflected forms all work on one index.

A compound ("cease-fire") has its parts at successive positions. Every two neighbouring
parts, and the whole of three or four, also stand joined (`ceasefire`) at the first position of
the run, and at each further position of the run stands a tail: U+001F, the joined form, U+001F
and how many characters of it lie before this part (`\\x1fceasefire\\x1f5`). U+001F is no letter,
so nobody can type a tail and no text holds one. Tails, and the terms that say where sentences and
paragraphs begin (`SENTENCE`, `PARAGRAPH`), sort before every word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from index.article import Span
from index.text import fold

ANALYSIS: Final = 3
"""Version of these rules: an index made by others is made anew."""

TAIL: Final = "\x1f"
"""What a tail begins with, and what parts its joined form from its figure."""

SENTENCE: Final = "\x1es"
PARAGRAPH: Final = "\x1ep"
"""The terms that stand at the first word of every sentence and of every paragraph of a body."""

FIRST_WORD: Final = " "
"""Every word sorts after this, and every tail and boundary before it."""

LANDMARK_STEP: Final = 16
"""Every so many positions of a text its place is kept; see `SegmentArrays.landmarks`."""

GAP: Final = 8
"""At least so many positions stay free between stretches that do not follow each other, so that
no phrase spans them."""

LONGEST_TERM: Final = 64
_LONGEST_RUN: Final = 4

# Scripts written without spaces: each character is a word. Thai, Lao, Burmese and Khmer letters
# have vowel signs and tone marks that belong to them.
_SINGLE = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec6"
    "\u0edc-\u0edf\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
)
# Marks that belong to the letter before them, and the joiners of Arabic and Indic scripts.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0c00-\u0c04"
    "\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200c\u200d"
)
_ALNUM = rf"[^\W_{_SINGLE}]"
_LETTER = rf"[^\W\d_{_SINGLE}]"
_MARKED = rf"{_LETTER}[{_MARKS}]*+"
_PLAIN = rf"{_ALNUM}++(?:[{_MARKS}]++{_ALNUM}*+)*+"
_POSSESSIVE = rf"(?:'[sS](?!{_ALNUM}))?"
# Bounded repeats keep the scan linear, whatever the text.
_PART = (
    rf"{_MARKED}(?:\.{_MARKED}){{1,9}}+(?!{_ALNUM})\.?{_POSSESSIVE}"  # U.N., a.m.
    rf"|\d{{1,3}}(?:,\d{{3}}){{1,9}}+(?!\d)(?:\.\d++)?(?:{_PLAIN})?"  # 9,000
    rf"|\d++\.\d++(?:{_PLAIN})?"  # 3.5bn
    rf"|(?:(?<!{_ALNUM})[A-Za-z]\#(?!{_ALNUM})|{_PLAIN}\+\+(?!{_ALNUM}))"  # C#, C++
    rf"|{_PLAIN}(?:['&]{_PLAIN})*+"
)
# A hyphen at the end of a hard-wrapped line joins too: "inter-\nvention".
# Most words are letters and then a space: the first alternative is only a short cut.
_CHUNK = re.compile(
    rf"[A-Za-z]++(?=[ ,\n])|(?:{_PART})(?:-(?:\n[ ]*)?(?:{_PART}))*+|[{_SINGLE}][{_MARKS}]*+"
)
_PARTS = re.compile(_PART)
# Accents and joiners; points of Hebrew, vowel signs and hamzas of Arabic, its stretched lines.
_COMBINING = re.compile(
    "[\u0300-\u036f\u200c\u200d\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]"
)
# Letters that no decomposition turns into their base letter; after case folding.
_BASE = str.maketrans(
    {
        **dict(zip("øłđðħŧıŋĸ", "olddhtink", strict=True)),
        **dict(zip("æœþß", ("ae", "oe", "th", "ss"), strict=True)),
    }
)


class Piece(NamedTuple):
    """One term of a chunk: its position and its span, both relative to the chunk's start.

    `width` counts the parts that the term covers; it is 0 for a tail, and for what stands only
    beside a word (`index.fulltext.languages`).
    """

    position: int
    term: str
    start: int
    end: int
    width: int


class Chunk(NamedTuple):
    """A word or compound as it stands between spaces; `width` counts its parts."""

    width: int
    pieces: tuple[Piece, ...]


class Token(NamedTuple):
    """A term at a position, with its span of absolute code points."""

    term: str
    position: int
    start: int
    end: int


_MEMO_LIMIT = 50_000
_memo: dict[str, Chunk] = {}


def chunks(text: str, stretches: Iterable[Span]) -> Iterator[tuple[int, int, Chunk]]:
    """Each chunk of the stretches of a text: its position, its offset, its terms.

    Positions count parts from 0; a stretch begins at `after_gap` of the end of the one before.
    Every letter and every digit of the stretches is part of some term.
    """
    folded = fold(text)
    position = 0
    for start, end in stretches:
        for match in _CHUNK.finditer(folded[start:end]):
            raw = match.group()
            chunk = _memo.get(raw) or _remember(raw)
            yield position, start + match.start(), chunk
            position += chunk.width
        position = after_gap(position)


def after_gap(position: int) -> int:
    """Where the next stretch begins when one ends before this position: at a landmark."""
    return -(-(position + GAP) // LANDMARK_STEP) * LANDMARK_STEP


def chunks_within(folded: str) -> Iterator[tuple[int, Chunk]]:
    """Each chunk of a short folded text, nothing of it kept in mind: its offset, its terms."""
    for match in _CHUNK.finditer(folded):
        yield match.start(), _analyse(match.group())


def tails_of(joined: str) -> str:
    """What every tail of this joined form begins with."""
    return f"{TAIL}{joined}{TAIL}"


def tail_parts(term: str) -> tuple[str, int] | None:
    """A tail's joined form, and how many of its characters lie before; None for other terms."""
    if not term.startswith(TAIL):
        return None
    joined, _, before = term[1:].partition(TAIL)
    return joined, int(before)


def tokens(text: str, stretches: Iterable[Span] | None = None) -> Iterator[Token]:
    """Every term of a text, with its position and its span; of all of it by default."""
    for position, at, chunk in chunks(text, [(0, len(text))] if stretches is None else stretches):
        for offset, term, start, end, _ in chunk.pieces:
            yield Token(term, position + offset, at + start, at + end)


def _remember(raw: str) -> Chunk:
    chunk = _analyse(raw)
    if len(raw) <= LONGEST_TERM:
        if len(_memo) >= _MEMO_LIMIT:
            _memo.clear()
        _memo[raw] = chunk
    return chunk


def _analyse(raw: str) -> Chunk:
    if raw.isascii() and raw.isalnum():
        return Chunk(1, (Piece(0, raw.lower()[:LONGEST_TERM], 0, len(raw), 1),))
    spans = [match.span() for match in _PARTS.finditer(raw)] or [(0, len(raw))]
    terms = [term_of(raw[start:end]) for start, end in spans]
    pieces = [
        Piece(i, term, start, end, 1)
        for i, (term, (start, end)) in enumerate(zip(terms, spans, strict=True))
    ]
    for first in range(len(terms) - 1):
        pieces.extend(_joined(terms, spans, first, first + 1))
    if 2 < len(terms) <= _LONGEST_RUN:
        pieces.extend(_joined(terms, spans, 0, len(terms) - 1))
    return Chunk(len(terms), tuple(pieces))


def _joined(terms: list[str], spans: list[Span], first: int, last: int) -> Iterator[Piece]:
    """The joined form of a run of parts with its tails; figures alone are never joined."""
    run = terms[first : last + 1]
    joined = "".join(run)
    if len(joined) > LONGEST_TERM or not any(char.isalpha() for char in joined):
        return
    yield Piece(first, joined, spans[first][0], spans[last][1], len(run))
    before = 0
    for i in range(first + 1, last + 1):
        before += len(terms[i - 1])
        yield Piece(i, f"{tails_of(joined)}{before}", *spans[i], 0)


def term_of(part: str) -> str:
    """The term of one word, or of one part of a compound."""
    if part[-2:] in ("'s", "'S"):
        part = part[:-2]
    bare = part.replace("'", "")
    bare = bare.replace(",", "") if bare[:1].isdigit() else bare.replace(".", "")
    return fold_letters(bare)[:LONGEST_TERM]


def fold_letters(word: str) -> str:
    """A word without case and accents; the same for either Unicode form of it."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word).casefold().translate(_BASE)
    bare = unicodedata.normalize("NFC", _COMBINING.sub("", bare)).strip()
    return bare or word.casefold()
