"""Which written forms count as one word: Porter's stemmer, and where it must not be trusted."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

_SHORTEST: Final = 3

# Parts the stem of "used" from the word "us".
_CUT_SHORT: Final = "\x1f"

# Words that Porter's rules would join to others of another meaning; most are the exceptions
# that Porter himself made in his later English stemmer.
_ING: Final = ("inning", "outing", "canning", "herring", "earring")
_APART: Final = frozenset(
    {"news", "united", "this", "his", "was", "has", "does", "hers", "ours", "yours", "its"}
    | {"theirs", "proceed", "exceed", "succeed", *_ING}
)
_FORMS: Final = {
    **{f"{verb}{end}": verb for verb in ("die", "lie", "tie", "vie") for end in "sd"},
    **{f"{noun}s": noun for noun in _ING},
}


@cache
def _porter() -> Callable[[str], str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.lang.porter import stem as porter
    rules: Callable[[str], str] = porter
    return rules


@lru_cache(maxsize=100_000)
def stem(term: str) -> str:
    """The stem of a term. Short words, figures and words in other scripts are their own.

    Two letters are left alone so that "US" and "UN" are not taken for "use" and the like.
    """
    term = _FORMS.get(term, term)
    if len(term) < _SHORTEST or term in _APART or not (term.isascii() and term.isalpha()):
        return term
    stemmed = _porter()(term)
    return stemmed if len(stemmed) >= _SHORTEST else stemmed + _CUT_SHORT


def family_prefix(term: str) -> str:
    """What every term that shares this term's stem begins with.

    Porter changes the end of a stem ("policies" to "polici", "ability" to "able"), so the
    letters that may be changed are left off.
    """
    stemmed = stem(term)
    if not (stemmed.isascii() and stemmed.removesuffix(_CUT_SHORT).isalpha()):
        return term
    if stemmed in _APART or len(stemmed) < _SHORTEST:
        return stemmed
    if stemmed.endswith(_CUT_SHORT):
        return stemmed[:-2] or stemmed[:1] if stemmed[-2] == "i" else stemmed[:-1]
    return stemmed[: -2 if stemmed.endswith("le") else -1]
