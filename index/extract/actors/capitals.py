"""Capitals that act: "Moscow hopes to finalise a deal" names a state, "in Moscow" a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from index.article import Span
from index.extract.words.cues import CUES

_WHERE = frozenset(
    """in at from near outside around through across visit visited visiting reach reached reaching
    leave left leaving enter entered central downtown greater inside throughout to into of
    northern southern eastern western nearby toward towards outskirts""".split()
)
_COUNTERPART = frozenset(
    "between against by with pressure persuade urge press blame accuse".split()
)
_ACTS = frozenset(
    """has have had will would may might must should could can is was does did says said wants
    hopes seeks plans sees denies insists considers regards supports opposes backs continues
    refused agreed""".split()
)
_PLACE_OWNED = frozenset(
    """streets street airport suburbs mayor downtown subway residents outskirts districts district
    metro university centre center square police skyline weather main famous city hotels hotel
    nightlife historic old oldest population""".split()
)


def _word_before(view: str, at: int) -> str:
    before = re.search(r"(\w+)\s+$", view[max(0, at - 24) : at])
    return before[1].lower() if before else ""


def is_where(view: str, span: Span) -> bool:
    """Whether a capital stands behind a preposition of place: "in Moscow"."""
    return _word_before(view, span[0]) in _WHERE


def acts(view: str, span: Span, subjects: Sequence[Span]) -> bool:
    """Whether a capital's name stands for its state here.

    It does as the subject of a verb, as the owner of a policy, and as one of two who deal with
    each other; it does not after a preposition of place. `subjects` are the subjects that the
    parser found, in order of place.
    """
    start, end = span
    word = _word_before(view, start)
    after = view[end : end + 60]
    if word in _WHERE:
        return False
    owned = re.match(r"'s?\s+(\S+)", after)
    if owned is not None:
        return owned[1].strip(",.").lower() not in _PLACE_OWNED
    if word in _COUNTERPART:
        return True
    at = bisect_left(subjects, (start, 0))
    if any(a <= start < b for a, b in subjects[max(0, at - 1) : at + 1]):
        return True
    verb = re.match(
        r"(?: and [A-Z]\w+)?\s+(?:also |still |now |itself |has |once )?([a-z]+)", after
    )
    if verb is None:
        return False
    return verb[1] in _ACTS or (verb[1] in CUES and verb[1].endswith(("s", "ed")))
