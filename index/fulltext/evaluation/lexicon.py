"""Which terms of a lexicon a slot takes, without looking at each of them in Python."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.fulltext.analysis import FIRST_WORD, tails_of
from index.fulltext.arrays import FieldArrays
from index.fulltext.families import families, root
from index.fulltext.languages import ABROAD, forms_of
from index.fulltext.patterns import Slot, fitting, raw, spelt

Ordinals = NDArray[np.int64]

MOST_TERMS: Final = 5_000
"""Of more words than this that a wildcard might mean, the most frequent are looked at."""

_LETTERS: Final = re.compile(r"[^*?]+")


class Chosen(NamedTuple):
    """Terms of a field, by ordinal: `first` up to `last`, and `others`, which rise.

    `typed` is the ordinal of the term as it was typed, -1 where the field does not have it.
    `cut` tells that there may be more.
    """

    first: int
    last: int
    others: Ordinals
    typed: int = -1
    cut: bool = False

    @property
    def size(self) -> int:
        return self.last - self.first + len(self.others)

    @property
    def ordinals(self) -> Ordinals:
        run = np.arange(self.first, self.last)
        return np.concatenate([run, self.others]) if len(self.others) else run

    def joined(self, other: Chosen) -> Chosen:
        """The terms of both."""
        if other.last > other.first:
            self, other = other, self
        more = other.ordinals
        more = more[(more < self.first) | (more >= self.last)]
        typed = self.typed if self.typed >= 0 else other.typed
        more = np.union1d(self.others, more)
        return Chosen(self.first, self.last, more, typed, self.cut or other.cut)

    @property
    def runs(self) -> list[tuple[int, int]]:
        """The terms as runs of ordinals, each up to its end."""
        runs = [(self.first, self.last)] if self.last > self.first else []
        return runs + [(ordinal, ordinal + 1) for ordinal in self.others.tolist()]

    def postings(self, field: FieldArrays) -> slice | NDArray[np.int64]:
        """Where their postings stand in `docs` and `weights` of the field."""
        if not len(self.others):
            first, last = self.first, self.last
        elif self.size == 1:
            first, last = int(self.others[0]), int(self.others[0]) + 1
        else:
            starts = field.posting_starts[self.ordinals]
            return places(starts, field.posting_starts[self.ordinals + 1] - starts)
        return slice(int(field.posting_starts[first]), int(field.posting_starts[last]))


def places(starts: NDArray[np.uint32], counts: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The numbers from each of `starts` on, as many as `counts` tells, one run after another."""
    ends = np.cumsum(counts, dtype=np.int64)
    shift = starts - (ends - counts)
    numbers = np.repeat(shift, counts)
    numbers += np.arange(len(numbers))
    return numbers


_NONE: Final = np.empty(0, np.int64)


def choose(field: FieldArrays, slot: Slot) -> Chosen:
    """The terms of a field that a slot takes, whatever the language of a document.

    What it takes only where a document is in English, or its language unknown, `family` has.
    """
    text = raw(slot.text)
    typed = field.find(text)
    if slot.manner == "prefix":
        first, last = field.span(text)
        return Chosen(first, last, _NONE, typed)
    if slot.manner == "stem":
        languages = languages_of(field)
        forms = _forms_abroad(field, slot, languages) if languages else _family(field, slot.text)
        return Chosen(0, 0, np.array(sorted(forms | ({typed} - {-1})), np.int64), typed)
    if slot.manner == "wildcard":
        return _fitting(field, slot.text)
    if slot.manner == "fuzzy":
        near, _ = misspelt(field, slot.text, slot.edits)
        return Chosen(0, 0, near, typed)
    return Chosen(typed, typed + 1, _NONE, typed) if typed >= 0 else Chosen(0, 0, _NONE)


def family(field: FieldArrays, slot: Slot) -> Ordinals:
    """The terms of a field that a slot takes in some of the documents only, by their language."""
    if slot.manner != "stem" or not languages_of(field):
        return _NONE
    return np.array(sorted(_family(field, slot.text)), np.int64)


def languages_of(field: FieldArrays) -> tuple[str, ...]:
    """The languages of documents that are told not to be English; an empty one for those whose
    words have no forms."""
    known = _languages.get(field)
    if known is None:
        found: list[str] = []
        at = field.first_from(ABROAD.encode())
        while at < field.size and (term := spelt(field.term(at))).startswith(ABROAD):
            language = term[1:].partition(ABROAD)[0]
            found.append(language)
            at = field.span(raw(f"{ABROAD}{language}{ABROAD}"))[1] if language else at + 1
        known = _languages[field] = tuple(found)
    return known


_languages: WeakKeyDictionary[FieldArrays, tuple[str, ...]] = WeakKeyDictionary()


def _forms_abroad(field: FieldArrays, slot: Slot, languages: tuple[str, ...]) -> set[int]:
    """The ordinals of the forms of a word in other languages, but of what was typed."""
    typed = raw(f"{ABROAD}{slot.text}")
    return {
        ordinal
        for language in languages
        for beginning in forms_of(slot.written, language)
        for ordinal in range(*field.span(raw(beginning)))
        if not field.term(ordinal).endswith(typed)
    }


def tails(field: FieldArrays, chosen: Chosen) -> Ordinals:
    """The tails of the compounds whose joined forms are chosen."""
    first, last = field.span(tails_of("")[:1].encode())
    if first == last:
        return _NONE
    found: list[int] = []
    for ordinal in chosen.ordinals.tolist():
        beginning = raw(tails_of(spelt(field.term(ordinal))))
        at = field.first_from(beginning)
        while at < last and field.term(at).startswith(beginning):
            found.append(at)
            at += 1
    return np.array(sorted(found), np.int64)


def words_of(field: FieldArrays) -> int:
    """The ordinal of the first term that is a word and no helper."""
    return field.first_from(FIRST_WORD.encode())


def _family(field: FieldArrays, text: str) -> set[int]:
    """The ordinals of the other forms of a word."""
    wanted = root(text)
    found: set[int] = set()
    for each in families(text):
        first, last = field.span(each.beginning)
        for ordinal, term in enumerate(field.terms(first, last), first):
            if each.may_have(term) and root(spelt(term)) == wanted:
                found.add(ordinal)
    return found


def _fitting(field: FieldArrays, wildcard: str) -> Chosen:
    """The words that fit a wildcard: by its first letters, its last, its longest, then all."""
    pieces = _LETTERS.findall(wildcard) or [""]
    beginning = pieces[0] if wildcard.startswith(pieces[0]) else ""
    ending = pieces[-1] if wildcard.endswith(pieces[-1]) else ""
    inner = max(pieces, key=len)
    first, last = field.span(raw(beginning))
    first = max(first, words_of(field))
    near = _ending(field, np.arange(first, max(first, last)), raw(ending))
    if len(near) and inner not in (beginning, ending):
        near = near[_holding(field, first, last, raw(inner))[near]]
    cut = len(near) > MOST_TERMS
    if cut:
        often = np.argpartition(-field.frequencies[near].astype(np.int64), MOST_TERMS)
        near = np.sort(near[often[:MOST_TERMS]])
    if wildcard in (f"*{ending}", f"*{inner}*"):
        return Chosen(0, 0, near, cut=cut)
    fits = fitting(wildcard).fullmatch
    kept = [n for n in near.tolist() if fits(spelt(field.term(n)))]
    return Chosen(0, 0, np.array(kept, np.int64), cut=cut)


def _ending(field: FieldArrays, near: Ordinals, ending: bytes) -> Ordinals:
    """Those of the terms that end so."""
    ends = field.term_starts[1:]
    if ending:
        near = near[ends[near] - field.term_starts[near] >= len(ending)]
    for back, byte in enumerate(reversed(ending), 1):
        near = near[field.letters[ends[near] - np.uint32(back)] == byte]
    return near


def _holding(field: FieldArrays, first: int, last: int, letters: bytes) -> NDArray[np.bool_]:
    """Of all terms, which of those from `first` to `last` have these letters in them."""
    begin, end = int(field.term_starts[first]), int(field.term_starts[last])
    text = field.letters[begin:end]
    at = np.flatnonzero(text[: max(0, len(text) - len(letters) + 1)] == letters[0])
    for further, byte in enumerate(letters[1:], 1):
        at = at[text[at + further] == byte]
    at += begin
    terms = np.searchsorted(field.term_starts, at, "right") - 1
    holding = np.zeros(field.size, np.bool_)
    holding[terms[at + len(letters) <= field.term_starts[terms + 1]]] = True
    return holding


def misspelt(field: FieldArrays, text: str, edits: int) -> tuple[Ordinals, NDArray[np.int64]]:
    """The words at most `edits` changes from a text, and by how many each is off.

    A change is a letter put in, left out, changed, or swapped with the next; no part of a word
    is changed twice (Damerau and Levenshtein's distance, in its restricted form).
    """
    lengths, letters = _letters_of(field)
    # Each change touches the set of letters in at most two places.
    near = np.flatnonzero(
        (np.abs(lengths.astype(np.int16) - len(text)) <= edits)
        & (np.bitwise_count(letters ^ _letter_set(text)) <= 2 * edits)
    )
    near = near[near >= words_of(field)]
    if not len(near):
        return near, near
    terms = [spelt(field.term(ordinal)) for ordinal in near.tolist()]
    off = distances(text, terms, edits)
    return near[off <= edits], off[off <= edits]


def distances(text: str, terms: list[str], most: int) -> NDArray[np.int64]:
    """How many changes each of the terms is off, `most` + 1 for more; all of them at once.

    The cells of the table of Wagner and Fischer, each a vector over the terms, and of these only
    the diagonals that can be within `most`.
    """
    width = max(map(len, terms))
    table = np.array(terms, f"U{width}").view(np.uint32).reshape(len(terms), width)
    lengths = np.array([len(term) for term in terms])
    far = np.full(len(terms), most + 1, np.int8)
    before: list[NDArray[np.int8]] = []
    row = [np.minimum(far, np.int8(j)) for j in range(width + 1)]
    for i, char in enumerate(text, 1):
        last, before, row = before, row, [far] * (width + 1)
        row[0] = np.minimum(far, np.int8(i))
        for j in range(max(1, i - most), min(width, i + most) + 1):
            here = table[:, j - 1]
            cell = before[j - 1] + (here != ord(char))
            np.minimum(cell, before[j] + 1, out=cell)
            np.minimum(cell, row[j - 1] + 1, out=cell)
            if i > 1 and j > 1:
                swapped = (here == ord(text[i - 2])) & (table[:, j - 2] == ord(char))
                cell = np.where(swapped, np.minimum(cell, last[j - 2] + 1), cell)
            row[j] = cell
    off: NDArray[np.int8] = np.stack(row)[lengths, np.arange(len(terms))]
    return np.minimum(off, far).astype(np.int64)


_Letters = tuple[NDArray[np.uint8], NDArray[np.uint32]]
_letters: WeakKeyDictionary[FieldArrays, _Letters] = WeakKeyDictionary()


def _letters_of(field: FieldArrays) -> _Letters:
    """For each term how many characters it has, and which, as a set of 32 bits."""
    known = _letters.get(field)
    if known is None:
        # In UTF-8 every character has one byte that does not begin with the bits 10.
        begins = (field.letters & 0xC0) != 0x80
        bits = np.left_shift(np.uint32(1), (field.letters & 31).astype(np.uint32))
        bits[~begins] = 0
        starts = field.term_starts[:-1]
        lengths = np.add.reduceat(begins, starts, dtype=np.uint8)
        known = _letters[field] = lengths, np.bitwise_or.reduceat(bits, starts)
    return known


def _letter_set(text: str) -> np.uint32:
    bits = 0
    for char in text:
        bits |= 1 << (raw(char)[0] & 31)
    return np.uint32(bits)
