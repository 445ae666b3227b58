"""Which terms are forms of one word, and where a lexicon has them.

Nothing stemmed is indexed. The forms of a word are those terms that have its root: Porter's
stem of the spelling that stands for all, so that "labour" and "labors" are one word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from index.fulltext.spellings import american, spelled
from index.fulltext.stems import family_prefix, stem

# The letters in which the forms of one word may end, after Porter's lists of suffixes, in
# pieces. Asking his rules about each word that begins alike would take many times as long.
_PIECES: Final = (
    "ability ably able abl abil ible ibl ibly ibil ical icate icity iciti ic ality aliti alize"
    " alise alism ally alli al ance ancy anci ant ational ation ative ator ate at ence ency enci"
    " ently entli ent ement ment er ful ness fulness iveness ousness ivity iviti ivit ive ize ise"
    " izer iser ization isation ism iti ity ion sion tion tional ous ously ousli ou or ing ies"
    " ied eli ely es ed s y i e ly li l d ility iliti re r t u c ugh"
)
_ENDING: Final = "(?:" + "|".join(sorted(_PIECES.split(), key=len, reverse=True)) + ")*+"

_CHANGING: Final = "ceiklszw"


@lru_cache(maxsize=100_000)
def root(term: str) -> str:
    """What the forms of one word have in common, in British and American spelling."""
    return stem(american(term))


class Family(NamedTuple):
    """Terms among which forms of a word are: all begin with `beginning`.

    `line` matches those that may be forms, in terms that stand one a line; not each of them is
    one: that tells `root`.
    """

    beginning: str
    line: re.Pattern[bytes]


@lru_cache(maxsize=512)
def families(term: str) -> tuple[Family, ...]:
    """Where the forms of a term but itself are to be looked for."""
    form = american(term)
    beginning, stemmed = family_prefix(form), stem(form)
    found = [_family(start, "") for start in spelled(term)]
    if beginning != form and stemmed.startswith(beginning):
        # The last letter of a stem may be doubled ("planned") and come after a British u
        # ("labour"); some are another in its forms ("filing", "policy", "defence", "plough").
        last = "".join(char for char in stemmed[len(beginning) :][:1] if char.isalpha())
        there = "?" if last in _CHANGING else ""
        found.append(
            _family(beginning, f"(?:u?{last}{last}?){there}{_ENDING}" if last else _ENDING)
        )
    elif form.isascii() and form.isalpha() and len(form) > 2:
        found.append(_family(beginning, ""))
    return tuple(found)


def _family(beginning: str, ending: str) -> Family:
    line = f"^{re.escape(beginning)}{ending or '.*'}$"
    return Family(beginning, re.compile(line.encode("utf-8"), re.MULTILINE))
