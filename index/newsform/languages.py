"""The language of a text by the commonest words of seven."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.article import NOTHING, Fact
from index.newsform.blocks import words
from index.text import fold

_COMMONEST = {
    "en": "the of and to in that was is for said on with",
    "fr": "le la les des du et en est une un que qui dans pour pas au aux sur il de ne se",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine er es als",
    "es": "el la los las de que en un una del se por con para su es lo al no",
    "it": "il di che e la un una per non del della è con i le gli nel dei alla si",
    "nl": "de het een van en dat op te zijn met voor niet aan er in om is ook door",
    "pt": "os as de que do da em um uma para com não dos no na por se ao",
}
_LISTED = {language: set(listed.split()) for language, listed in _COMMONEST.items()}
_RUN = re.compile(r"\w+")

# The same for text in ASCII, whose runs of letters are told apart many times quicker as bytes.
_LISTED_ASCII = {
    language: {word.encode() for word in listed if word.isascii()}
    for language, listed in _LISTED.items()
}
_SPACED = bytes(n if _RUN.match(chr(n)) else ord(" ") for n in range(256))

_SHARE = 0.1  # of all words, at the least; copy has from 0.2 to 0.5
_FEWEST = 4  # of them that are not the same; a table may have one or two many times
_SAMPLE = 3000


def language_of(text: str) -> Fact[str | None]:
    """The language as a code of two letters, inferred; unknown where none of the seven fits."""
    sample = text[:_SAMPLE]
    plain = fold(sample)
    runs: Sequence[str | bytes]
    listed: Mapping[str, AbstractSet[str | bytes]]
    if plain.isascii():
        runs, listed = plain.encode().translate(_SPACED).split(), _LISTED_ASCII
    else:
        runs, listed = _RUN.findall(sample), _LISTED
    stand = Counter(runs)
    found = {
        language: sum([stand[word] for word in each if word in stand])
        for language, each in listed.items()
    }
    best = max(found, key=found.__getitem__)
    enough = best == "en" or sum(word in stand for word in listed[best]) >= _FEWEST
    if enough and found[best] and _is_share(found[best], runs, sample):
        return Fact(best, "inferred", "from its commonest words")
    return NOTHING


def _is_share(found: int, runs: Sequence[object], sample: str) -> bool:
    """Is it enough of all words? There are no more words than runs, which are told sooner."""
    return found >= _SHARE * len(runs) or found >= _SHARE * len(words(sample))
