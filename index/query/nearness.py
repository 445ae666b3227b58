"""How people ask for words near each other, in the manner of whatever archive they come from.

`w/5` and `pre/5` are of LexisNexis and dtSearch, `/5`, `/s` and `/p` of Westlaw, `near5` and
`adj5` of Factiva, `NEAR/5` of ProQuest and Web of Science, `AROUND(5)` of Google.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Within = Literal["words", "sentence", "paragraph"]

FARTHEST: Final = 1000
"""Words farther apart than this are not near each other."""

USUAL: Final = 10
"""How near NEAR without a number is, as in SQLite's and Yahoo's."""

_NAMES = "w|within|near|n|pre|p|onear|adj"
_SLASHED = re.compile(rf"({_NAMES})?/(\d+|s|p|sent|sentence|par|para|paragraph)", re.IGNORECASE)
_JOINED = re.compile(r"(near|adj)(\d+)", re.IGNORECASE)
AROUND: Final = re.compile(r"AROUND\s?\(\s?(\d{1,9})\s?\)")
_ORDERED = ("pre", "p", "onear", "adj")
_NUMBERLESS = re.compile(rf"(?i:{_NAMES})/")
_UNFINISHED = re.compile(rf"(?i:{_NAMES})?/|AROUND\s?(?:\(\s?\d*\s?)?")

LONGEST: Final = 24
"""Code points of the longest operator."""


class Nearness(NamedTuple):
    """How near parts stand: see `index.query.tree.Near`."""

    distance: int | None
    within: Within = "words"
    ordered: bool = False


def nearness(run: str) -> Nearness | None:
    """What an operator between two words asks for; None for a run that is none.

    The distance is as written and may be out of bounds.
    """
    if run == "NEAR":
        return Nearness(USUAL)
    if found := AROUND.fullmatch(run):
        return Nearness(int(found.group(1)))
    found = _SLASHED.fullmatch(run) or _JOINED.fullmatch(run)
    if found is None or len(found.group(2)) > 9:
        return None
    ordered = (found.group(1) or "").lower() in _ORDERED
    reach = found.group(2).lower()
    if reach.isdigit():
        return Nearness(int(reach), ordered=ordered)
    return Nearness(None, "sentence" if reach.startswith("s") else "paragraph", ordered)


def lacks_its_number(run: str) -> bool:
    """Whether this is such an operator whose number was forgotten: `w/`."""
    return _NUMBERLESS.fullmatch(run) is not None


def may_become_nearness(run: str) -> bool:
    """Whether these characters are the beginning of such an operator: `w/`, `AROUND(5`."""
    return _UNFINISHED.fullmatch(run) is not None
