"""Descriptions: whom "the senator", "the 54-year-old" and "the company" mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.extract.actors.cast import Cast, Role
from index.extract.actors.organisations import LEGAL_FORMS
from index.extract.quotes.mentions import Mention
from index.extract.speakers.pronouns import Focus, Narration
from index.extract.words.givennames import Gender
from index.extract.words.knownbodies import known_as
from index.extract.words.lexicon import FEMININE_NOUNS, MASCULINE_NOUNS

Offices = dict[str, list[tuple[frozenset[str], Role]]]
"""By a role's noun, those who carry it in the text, each with the words that narrow it."""

# Descriptions that stand for whoever was just quoted; of a spokesman or an aide there are many.
_DESCRIPTIONS = frozenset(
    """senator governor congressman congresswoman lawmaker republican democrat candidate nominee
    businessman businesswoman mogul billionaire tycoon hopeful contender front-runner frontrunner
    politician actor actress singer rapper musician coach striker midfielder
    goalkeeper quarterback golfer professor economist scientist mayor director star comedian
    journalist leader""".split()
)
_RANKS = frozenset("senator governor congressman congresswoman mayor president".split())
_AGE = re.compile(r"[Tt]he \d{1,3}-year-old(?: [a-z-]+){0,2}")
_RIVAL = 400  # code points within which another who carries the role makes it doubtful
_BROUGHT_IN = re.compile(
    r"\b(?:a|an|one|another) (?:[\w-]+ ){0,3}?(?:man|woman|boy|girl|child|official|aide|operative|"
    r"adviser|spokesman|spokeswoman|reporter|voter|member|person|friend|senator|governor|"
    r"congressman|lawmaker|republican|democrat|candidate|professor|author|mayor|leader)\b",
    re.IGNORECASE,
)
_COMPANIES = frozenset(
    """company firm automaker carmaker retailer lender insurer airline manufacturer producer
    maker chipmaker drugmaker conglomerate bank group""".split()
)
# What no company's name ends in.
_NO_COMPANY = frozenset(
    """Ministry Committee Court Department Senate Congress Party Police Parliament Council
    Commission Government Assembly Army Navy Force Agency Union Office Administration University
    House Church Press""".split()
)


def gender_of_noun(noun: str) -> Gender | None:
    """The gender that a noun for a person tells."""
    if noun in FEMININE_NOUNS:
        return "f"
    return "m" if noun in MASCULINE_NOUNS else None


def person_described(
    view: str,
    written: str,
    mention: Mention,
    place: int,
    narration: Narration,
    focus: Focus,
    offices: Offices,
) -> Role | None:
    """The person who spoke last, where "the senator" or "the 54-year-old" means that one.

    News calls whom it has just quoted by what everybody knows of him. Not where somebody else
    carries the role, or was brought in between ("one operative … the insider").
    """
    age = _AGE.fullmatch(written)
    told = mention.head in _DESCRIPTIONS and written[:4].lower() == "the "
    if mention.plural or not (age or told):
        return None
    role = narration.described(place, focus)
    if role is None:
        return None
    gender = gender_of_noun(mention.head)
    if gender is not None and role.gender not in (gender, None):
        return None
    holders = [holder for _, holder in offices.get(mention.head, ())]
    rivals = [] if role in holders else [span for one in holders for span in one.spans]
    named = any(place - _RIVAL <= start < place for start, _ in rivals)
    if named or role in _of_other_rank(mention.head, offices):
        return None
    last = max((span[1] for span in role.spans if span[0] < place), default=place)
    return None if _BROUGHT_IN.search(view, last, mention.span[0]) else role


def _of_other_rank(noun: str, offices: Offices) -> list[Role]:
    """Who carries another of the offices of which nobody carries two."""
    if noun not in _RANKS:
        return []
    return [role for rank in _RANKS - {noun} for _, role in offices.get(rank, ())]


def body_described(
    written: str,
    mention: Mention,
    place: int,
    cast: Cast,
    narration: Narration,
    focus: Focus,
) -> Role | None:
    """The body that "the ministry" or "the company" means.

    It is the one body named before that is one by its name ("the Harbour Ministry"), or, of
    companies, the one that the paragraph is about, else the only one with a company's full name.
    """
    noun = mention.head
    if written.lower() != f"the {noun}":
        return None
    before = [
        role
        for role in cast.roles
        if role.kind == "organisation" and any(start < place for start, _ in role.spans)
    ]
    named = [role for role in before if _ends_in(role, noun)]
    if named or noun not in _COMPANIES:
        return named[0] if len(named) == 1 else None
    role = narration.described(place, focus, "organisation")
    if role is None:
        firms = [one for one in before if _ends_as_a_firm(one)]
        return firms[0] if len(firms) == 1 else None
    public = known_as(role.name) is not None or _is_public(role.names)
    return None if public else role


def _ends_in(role: Role, noun: str) -> bool:
    return any(" " in name and name.rpartition(" ")[2].lower() == noun for name in role.names)


def _ends_as_a_firm(role: Role) -> bool:
    return any(name.rpartition(" ")[2].strip(".") in LEGAL_FORMS for name in role.names)


def _is_public(names: Iterable[str]) -> bool:
    return any(name.rpartition(" ")[2] in _NO_COMPANY for name in names)
