"""The language of a text: by its script where that tells it, else by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, TypeVar

from index.article import NOTHING, Fact, language_name
from index.newsform.blocks import words
from index.newsform.commonest import (
    ARABIC,
    CYRILLIC,
    DEVANAGARI,
    ETHIOPIC,
    HEBREW,
    LATIN,
    SCRIPTS,
)
from index.text import fold

_Word = TypeVar("_Word", str, bytes)

_LISTS: Final = {
    "latin": LATIN,
    "cyrillic": CYRILLIC,
    "arabic": ARABIC,
    "hebrew": HEBREW,
    "devanagari": DEVANAGARI,
    "ethiopic": ETHIOPIC,
}
_LISTED: Final = {
    script: {language: frozenset(listed.split()) for language, listed in lists.items()}
    for script, lists in _LISTS.items()
}
_TOLD: Final = frozenset(language for lists in _LISTS.values() for language in lists) | {
    script for script, _ in SCRIPTS if len(script) == 2
}
"""The languages that can be told."""

_ENGLISH: Final = _LISTED["latin"]["en"]
_ENGLISH_BYTES: Final = frozenset(word.encode() for word in _ENGLISH)
# For text in ASCII, whose runs of letters are told apart many times quicker as bytes.
_SPACED: Final = bytes(
    ord(chr(n).lower()) if n < 128 and (chr(n).isalnum() or n == ord("_")) else ord(" ")
    for n in range(256)
)
_RUN: Final = re.compile(r"""[^\s.,;:!?"()\[\]{}<>'/|«»“”„‘’…،؛؟।。、–—-]+""")
_SCRIPT: Final = tuple((script, re.compile(f"[{letters}]")) for script, letters in SCRIPTS)
_FOREIGN: Final = re.compile("[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufefc]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")

_SYLLABIC: Final = 3
"""A character of these scripts is worth so many letters of the others."""
_WORTH: Final = dict.fromkeys(("zh", "ja", "ko"), _SYLLABIC)

_PREVAILS: Final = 0.6
"""Of the letters of a text, the least that are of the script it is written in."""
_KANA: Final = 0.05
"""Of the characters of Japanese, the least that are syllables of its own."""

_SHARE: Final = 0.1
_SHARE_INFLECTED: Final = 0.05
"""Of all words, the least that are commonest ones: copy has from 0.2 to 0.5, but far fewer
where endings and prefixes do what small words do elsewhere."""
_INFLECTED: Final = frozenset("fi hu tr et lt lv eu ar he kk mn am ti uk ru be cs sk pl".split())
_SURELY: Final = 0.2
"""Where so many words are English the other languages are not even looked at."""
_FEWEST: Final = 4
"""Of them so many are not the same; a table may have one or two many times."""
_LETTERS: Final = 8
"""Letters of a script from which on it tells a language."""
_AHEAD: Final = 1.5
"""So many times as often as a rival's own stand those words that the rival does not have."""
_RIVAL: Final = 0.5
"""With so much of the best one's words another language may be meant."""
_SAMPLE: Final = 3000

_PLAINLY: Final = 20
"""Words (letters of a script that tells) that gainsay what a source says of its language."""
_BESIDE: Final = 3
"""So many times as many words are of the language told as of the one that was stated."""
# Each of these is written so much like the others that its source knows better.
_ALIKE: Final = (
    frozenset({"hr", "sr", "bs"}),
    frozenset({"id", "ms"}),
    frozenset({"da", "no"}),
    frozenset({"cs", "sk"}),
    frozenset({"pt", "gl"}),
    frozenset({"nl", "af"}),
    frozenset({"bg", "mk"}),
    frozenset({"ru", "uk", "be"}),
    frozenset({"hi", "mr", "ne"}),
)


class _Telling(NamedTuple):
    """A language that a text is told to be of, what tells it, out of how many words or letters;
    and how many of them each language of its script has for itself."""

    language: str
    reason: str
    of: int
    found: Mapping[str, int]


def language_of(text: str) -> Fact[str | None]:
    """The language as a code of two letters, inferred; unknown where none fits, or more than
    one does."""
    told = _told(text)
    return NOTHING if told is None else Fact(told.language, "inferred", told.reason)


def settled(language: Fact[str | None], text: str) -> Fact[str | None]:
    """What a source says of the language of a text; the text's own where that is plainly
    another."""
    stated = language.value
    if stated is None or stated not in _TOLD:
        return language
    told = _told(text)
    if told is None or told.language == stated or told.of < _PLAINLY:
        return language
    if any({stated, told.language} <= alike for alike in _ALIKE):
        return language
    if told.found.get(stated, 0) * _BESIDE > told.found[told.language]:
        return language
    said = f"called {language_name(stated)}, but its words are {language_name(told.language)}"
    return Fact(told.language, "inferred", said)


def _told(text: str) -> _Telling | None:
    sample = text[:_SAMPLE]
    plain = fold(sample)
    if plain.isascii():
        runs: Sequence[bytes] = plain.encode().translate(_SPACED).split()
        counted = Counter(runs)
        english = _count(counted, _ENGLISH_BYTES)
        if english >= _SURELY * len(runs) > 0:
            return _Telling("en", _WORDS, len(runs), {"en": english})
        stand = Counter({word.decode(): often for word, often in counted.items()})
        return _by_words("latin", stand, len(runs), sample)
    script, of = _script_of(sample)
    if script is None:
        return None
    if script not in _LISTED:
        return _Telling(script, "from its script", of, {script: of}) if of >= _LETTERS else None
    found = _RUN.findall(plain.lower())
    stand = Counter(found)
    if script == "latin" and (english := _count(stand, _ENGLISH)) >= _SURELY * len(found) > 0:
        return _Telling("en", _WORDS, len(found), {"en": english})
    return _by_words(script, stand, len(found), sample)


_WORDS: Final = "from its commonest words"


def _by_words(script: str, stand: Counter[str], runs: int, sample: str) -> _Telling | None:
    """The language whose commonest words these are, if they are plainly those of no other."""
    listed = _LISTED[script]
    found = {language: _count(stand, each) for language, each in listed.items()}
    best = max(found, key=found.__getitem__)
    enough = best == "en" or sum(word in stand for word in listed[best]) >= _FEWEST
    if not (enough and found[best] and _is_share(best, found[best], runs, sample)):
        return None
    for rival, often in found.items():
        if rival != best and often >= _RIVAL * found[best]:
            ours = _count(stand, listed[best] - listed[rival])
            theirs = _count(stand, listed[rival] - listed[best])
            if ours < _AHEAD * theirs or not ours:
                return None
    return _Telling(best, _WORDS, runs, found)


def _count(stand: Counter[_Word], listed: AbstractSet[_Word]) -> int:
    """How many of the words are listed."""
    return sum([stand[word] for word in listed if word in stand])


def _is_share(language: str, found: int, runs: int, sample: str) -> bool:
    """Is it enough of all words? There are no more words than runs, which are told sooner."""
    least = _SHARE_INFLECTED if language in _INFLECTED else _SHARE
    return found >= least * runs or found >= least * len(words(sample))


def _script_of(sample: str) -> tuple[str | None, int]:
    """The script that prevails in a text, and how many letters of it there are."""
    if not _FOREIGN.search(sample):
        return "latin", 0
    letters = {script: len(each.findall(sample)) for script, each in _SCRIPT}
    if letters["ja"] >= _KANA * (letters["ja"] + letters["zh"]):
        letters["ja"] += letters.pop("zh")
    letters["latin"] = len(_LATIN.findall(sample))
    worth = {script: count * _WORTH.get(script, 1) for script, count in letters.items()}
    best = max(worth, key=worth.__getitem__)
    if worth[best] < _PREVAILS * sum(worth.values()):
        return None, 0
    return best, letters[best]
