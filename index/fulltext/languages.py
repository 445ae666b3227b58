"""Articles in other languages than English: all forms of their words, each in its own language.

English words are found in all forms by the family of their root (`index.fulltext.families`), and
nothing stemmed is indexed for them. An article that is told to be in another language has beside
each of its words, at the same position, a *form*: U+001D, the code of the language, U+001D, the
word's stem in that language, U+001D and the word as a term (`\\x1dde\\x1dhaus\\x1dhauser`). The
forms of a word are then one run of the lexicon, and no language's forms are found in another's
articles. The first word of such a field bears U+001D alone, `ABROAD`: there the families of
English do not count. Where a language has no stemmer its words are found as they are written.

The stemmers are Whoosh's, which are Porter's Snowball. That for Arabic is not of use (it takes
words for their three-letter roots, and does not run on today's Python): Arabic has the light
stemmer of Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval"
(2007), known as light10.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final

from index.article import STEMMERS
from index.fulltext.analysis import LONGEST_TERM, Chunk, Piece, chunks_within, fold_letters, term_of

HOME: Final = "en"
"""The language whose words have families; so have those of articles whose language is unknown."""

ABROAD: Final = "\x1d"
"""What every form begins with, and what parts its language, its stem and its word."""

_SHORTEST: Final = 3
# Words that are written as one with the next.
_ELIDED: Final = {
    "fr": "l d qu j n s c m t jusqu lorsqu puisqu quoiqu presqu",
    "it": "l un dell all nell sull dall coll d c s m t v quell quest bell sant gl nessun tutt",
    "ca": "l d s n m t",
}
_ELISIONS: Final = {
    language: re.compile(rf"(?:{'|'.join(listed.split())})'(?=\w\w)", re.IGNORECASE)
    for language, listed in _ELIDED.items()
}

# What a letter without its accent may stand for, where the rules of a language ask for it.
_ACCENTS: Final = {
    "es": "a á, e é, i í, o ó, u ú",
    "fr": "e é, e è",
    "it": "a à, e è, i ì, o ò, u ù",
    "pt": "a á, e é, i í, o ó, u ú, e ê, a ã, cao ção, coes ções, oes ões",
    "hu": "a á, e é, i í, o ó, o ö, o ő, u ú, u ü, u ű",
    "ro": "a ă, a â, i î, s ş, t ţ, tii ţii, tie ţie",
}
_RESTORED: Final = {
    language: tuple((plain, accented) for plain, accented in map(str.split, listed.split(",")))
    for language, listed in _ACCENTS.items()
}
_NEAR_END: Final = 8
"""Letters from the end of a word in which its endings stand."""

# Where Whoosh's rules take a noun for something else, or leave its plural apart.
_MENDED: Final = {
    "es": re.compile("(?<=er)nos$"),
    "pt": re.compile("ões$"),
}
_MENDING: Final = {"es": "no", "pt": "ão"}
# Romanian is written with a comma below these letters; its stemmer knows the cedilla.
_CEDILLA: Final = str.maketrans("șț", "şţ")

_ARTICLES: Final = ("وال", "بال", "كال", "فال", "ال", "لل")
_ENDINGS: Final = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_ARABIC: Final = str.maketrans("ىة", "يه")


def abroad(language: str | None) -> str:
    """The language of an article where it is told and not English; else empty."""
    return "" if language is None or language == HOME else language


def chunks_abroad(folded: str, language: str) -> Iterator[tuple[int, Chunk]]:
    """`chunks_within` of a text in another language: each word has its form beside it."""
    for at, chunk in chunks_within(folded):
        if language not in STEMMERS and language not in _ELISIONS:
            yield at, chunk
            continue
        beside: list[Piece] = []
        for piece in chunk.pieces:
            if piece.width == 1:
                beside.extend(_beside(piece, folded[at + piece.start : at + piece.end], language))
        yield at, Chunk(chunk.width, (*chunk.pieces, *beside)) if beside else chunk


def _beside(piece: Piece, written: str, language: str) -> Iterator[Piece]:
    """What stands at the position of a word: the word without an elided one, its form."""
    term, start = piece.term, piece.start
    if (bare := _unelided(written, language)) != written:
        term, start = term_of(bare), piece.end - len(bare)
        yield Piece(piece.position, term, start, piece.end, 0)
    if language in STEMMERS and term.isalpha() and len(term) >= _SHORTEST:
        form = f"{ABROAD}{language}{ABROAD}{_stem(bare.lower(), language)}{ABROAD}{term}"
        yield Piece(piece.position, form, start, piece.end, 0)


def is_form_of(term: str, written: str) -> bool:
    """Whether a term is a form of a word, as a person wrote that, in the form's language."""
    language = term[1:].partition(ABROAD)[0]
    return term.startswith(forms_of(written, language))


@lru_cache(maxsize=4096)
def forms_of(written: str, language: str) -> tuple[str, ...]:
    """What all forms of a word begin with in a language; empty where it has no other forms.

    The word is as a person wrote it. Where accents are left out that the rules of the language
    ask for, each of its letters may have one.
    """
    bare = _unelided(written, language).lower()
    if language not in STEMMERS or len(bare) < _SHORTEST or not term_of(bare).isalpha():
        return ()
    meant = {bare}
    if bare.isascii():
        for plain, accented in _RESTORED.get(language, ()):
            at = bare.find(plain, max(0, len(bare) - _NEAR_END))
            while at >= 0:
                meant.add(bare[:at] + accented + bare[at + len(plain) :])
                at = bare.find(plain, at + 1)
    stems = sorted({_stem(each, language) for each in meant})
    return tuple(f"{ABROAD}{language}{ABROAD}{stem}{ABROAD}" for stem in stems)


def _unelided(written: str, language: str) -> str:
    elision = _ELISIONS[language].match(written) if language in _ELISIONS else None
    return written[elision.end() :] if elision else written


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    """The stem of a word in small letters, without accents."""
    word = word.removesuffix("'s").replace("'", "")[:LONGEST_TERM]
    if language == "ar":
        return _light10(fold_letters(word))
    if language in _MENDED:
        word = _MENDED[language].sub(_MENDING[language], word)
    try:
        stemmed = fold_letters(_snowball(language)(word.translate(_CEDILLA)))
    except Exception:  # Whoosh's rules stumble over some words, the Spanish over "argue"
        stemmed = ""
    return stemmed if len(stemmed) > 1 else fold_letters(word)


def _light10(word: str) -> str:
    word = word.translate(_ARABIC)
    if word.startswith("و") and len(word) > 3:
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 2:
            word = word[len(article) :]
            break
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            word = word[: -len(ending)]
    return word


@cache
def _snowball(language: str) -> Callable[[str], str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.lang.snowball import classes
    rules: Callable[[str], str] = classes[language]().stem
    return rules
