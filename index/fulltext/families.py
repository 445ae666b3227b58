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
    " ied eli ely es ed s y i e ly li l d"
)
_ENDING: Final = "(?:" + "|".join(sorted(_PIECES.split(), key=len, reverse=True)) + ")*+"


@lru_cache(maxsize=100_000)
def root(term: str) -> str:
    """What the forms of one word have in common, in British and American spelling."""
    return stem(american(term))


class Family(NamedTuple):
    """Forms of a word: all begin with `beginning`, and what follows fits `ending`, if any.

    Not everything that is so is a form: that tells `root`.
    """

    beginning: str
    ending: re.Pattern[str] | None


@lru_cache(maxsize=512)
def families(term: str) -> tuple[Family, ...]:
    """Where the forms of a term but itself are to be looked for."""
    form = american(term)
    beginning, stemmed = family_prefix(form), stem(form)
    found = [Family(start, None) for start in spelled(term)]
    if beginning != form and stemmed.startswith(beginning):
        # The last letter of a stem may be doubled ("planned") or left out ("filing").
        last = "".join(char for char in stemmed[len(beginning) :][:1] if char.isalpha())
        doubled = f"(?:{last}{last}?)?" if last else ""
        found.append(Family(beginning, re.compile(doubled + _ENDING)))
    elif form.isascii() and form.isalpha() and len(form) > 2:
        found.append(Family(beginning, None))
    return tuple(found)
