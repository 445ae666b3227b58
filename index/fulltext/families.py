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
_ENDING: Final = re.compile(
    b"(?:" + "|".join(sorted(_PIECES.split(), key=len, reverse=True)).encode() + b")*+"
)

_CHANGING: Final = "ceiklszw"


@lru_cache(maxsize=100_000)
def root(term: str) -> str:
    """What the forms of one word have in common, in British and American spelling."""
    return stem(american(term))


class Family(NamedTuple):
    """Terms, in UTF-8, among which forms of a word are: all begin with `beginning`.

    `last` is the last letter of the stem, which stands next: perhaps doubled ("planned") and
    after a British u ("labour"); where it is `changing` another may stand in its place ("filing",
    "policy", "defence", "plough"). Without one an ending follows at once. What is not `ending`
    may go on in any way.
    """

    beginning: bytes
    ending: bool = False
    last: bytes = b""
    changing: bool = False

    def may_have(self, term: bytes) -> bool:
        """Whether a term that begins so may be a form of the word; whether it is tells `root`."""
        at, last = len(self.beginning), self.last
        if not self.ending:
            return True
        if (not last or self.changing) and _ENDING.fullmatch(term, at):
            return True
        if not last:
            return False
        for place in (at, at + 1) if term[at : at + 1] == b"u" else (at,):
            if term[place : place + 1] == last and (
                _ENDING.fullmatch(term, place + 1)
                or (term[place + 1 : place + 2] == last and _ENDING.fullmatch(term, place + 2))
            ):
                return True
        return False


@lru_cache(maxsize=512)
def families(term: str) -> tuple[Family, ...]:
    """Where the forms of a term but itself are to be looked for."""
    form = american(term)
    beginning, stemmed = family_prefix(form), stem(form)
    found = [Family(start.encode("utf-8", "surrogatepass")) for start in spelled(term)]
    if beginning != form and stemmed.startswith(beginning):
        last = "".join(char for char in stemmed[len(beginning) :][:1] if char.isalpha())
        changing = last in _CHANGING
        found.append(Family(beginning.encode(), ending=True, last=last.encode(), changing=changing))
    elif form.isascii() and form.isalpha() and len(form) > 2:
        found.append(Family(beginning.encode()))
    return tuple(found)
