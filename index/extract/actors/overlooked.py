"""The names that the language model did not see, where their words alone say what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from index.article import NewsForm, Span
from index.extract.actors.names import (
    EDGE,
    POSSESSIVE,
    UPPER,
    Sighting,
    clean,
    in_capitals,
    names_a_person,
    word_before,
)
from index.extract.actors.proposed import is_credited
from index.extract.view import Block
from index.extract.words.givennames import GIVEN, TITLES
from index.extract.words.knownbodies import INTERNATIONAL, undotted
from index.extract.words.lexicon import (
    COMPANY_NOUNS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    ROLE_NOUNS,
)
from index.extract.words.states import (
    AMERICAN_STATES,
    CAPITALS,
    DEMONYMS,
    REGIONS,
    STATES,
)

_WORD = rf"(?:[{UPPER}][\w\u2019'&-]*[\w&]|[A-Z]\.(?:[A-Z]\.)*|[A-Z])"
_LINK = r"(?: (?:of|for|and|the|de|bin|al|von|van|der|la|du|&)){1,2}"
_RUN = re.compile(rf"\b{_WORD}(?:{_LINK} {_WORD}| (?:al|el)-{_WORD}| {_WORD})*")
_IN_BRACKETS = re.compile(r" \(([A-Z][A-Za-z&.-]{1,9})\)")
_MEDIA = frozenset("television newspaper magazine channel broadcaster daily radio".split())
_INITIALLED = re.compile(r"(?:[A-Z]\.(?: ?[A-Z]\.)*|[A-Z][a-z]+ [A-Z]\.) [A-Z][a-z]\w+$")
# "Alberta Premier Alan Wright": a title inside, and a first and a last name behind it.
_TITLED_IN_A_RUN = re.compile(r"(?:[A-Z]\w+ ){1,3}([A-Z]\w+)\.? ([A-Z]\w+ (?:[A-Z]\. )?[A-Z]\w+)")
_COMMON_REGION = re.compile(r"\b[A-Z][a-z]+ (?:peninsula|archipelago)\b")


def overlooked(view: str, blocks: Sequence[Block], seen: Sequence[Sighting]) -> list[Sighting]:
    """Names the model did not see, where their words alone say what they are."""
    taken = sorted(sighting.span for sighting in seen)
    found: list[Sighting] = []
    for block in blocks:
        for match in _RUN.finditer(view, block.start, block.end):
            span = match.span()
            if any(a < span[1] and b > span[0] for a, b in _near(taken, span)):
                continue
            if is_credited(view, span):
                continue
            found.extend(_from_run(view, match))
        for match in _COMMON_REGION.finditer(view, block.start, block.end):
            found.append(Sighting(match.span(), match[0], "LOC"))
    bodies = [one for one in (*seen, *found) if one.label == "ORG"]
    return found + [short for one in bodies for short in _bracketed(view, one, taken)]


def _bracketed(view: str, body: Sighting, taken: Sequence[Span]) -> list[Sighting]:
    """The acronym that stands in brackets behind a body's name: "Arab Fund (AF)"."""
    match = _IN_BRACKETS.match(view, body.span[1], body.span[1] + 14)
    words = [word for word in re.findall(r"[A-Za-z]+", body.name) if word.lower() != "the"]
    if match is None or len(words) < 2 or match[1][0] != words[0][0].upper():
        return []
    span = match.span(1)
    if any(a < span[1] and b > span[0] for a, b in _near(taken, span)):
        return []
    return [Sighting(span, match[1], "ORG")]


def captioned(
    view: str, outside: Sequence[Block], form: NewsForm | None, seen: Sequence[Sighting]
) -> list[Sighting]:
    """Names in headlines and captions whose words alone say what they are.

    Not the names of those who wrote the article or took its pictures. `seen` are the names in
    the body.
    """
    credited: set[str] = set()
    if form is not None:
        credited.update(form.byline.value, form.editors.value, form.reporting.value)
        credited.add(form.photo_credit.value or "")
    plain = [block for block in outside if not in_capitals(view, block)]
    bodies = {one.name for one in seen if one.label == "ORG"}
    found = (_without_its_place(one, bodies) for one in overlooked(view, plain, ()))
    return [one for one in found if one.name not in credited]


def _without_its_place(one: Sighting, bodies: Set[str]) -> Sighting:
    """A body's name in a headline without where it is: "fire at Ohio Burger Barn"."""
    place, _, rest = one.name.partition(" ")
    local = place in AMERICAN_STATES and one.name not in bodies and rest in bodies
    if not local or " " not in rest:
        return one
    return Sighting((one.span[1] - len(rest), one.span[1]), rest, one.label)


def _near(taken: Sequence[Span], span: Span) -> Sequence[Span]:
    at = bisect_left(taken, (span[0], 0))
    return taken[max(0, at - 3) : at + 12]


def _from_run(view: str, match: re.Match[str]) -> list[Sighting]:
    words = match[0].split()
    start, end = match.span()
    bare = POSSESSIVE.sub("", match[0])
    if undotted(bare) in INTERNATIONAL or bare in STATES or bare in CAPITALS or bare in REGIONS:
        cleaned = clean(view, start, end, None)
        return [cleaned] if cleaned is not None else []
    if len(words) < 2:
        before = word_before(view, start)
        titled = before.rstrip(".") in TITLES and before[:1].isupper()
        if titled or (before.islower() and before in ROLE_NOUNS and start > 1):
            cleaned = clean(view, start, end, "PERSON")
            return [cleaned] if cleaned is not None else []
        after = re.match(r" ([a-z-]+)", view[end : end + 24])
        if bare in GIVEN and bare not in NOT_NAMES and _beside_a_given_name(view, start, end):
            cleaned = clean(view, start, end, "PERSON")
            return [cleaned] if cleaned is not None else []
        if before in COMPANY_NOUNS or (after is not None and after[1] in _MEDIA):
            cleaned = clean(view, start, end, "ORG")
            return [cleaned] if cleaned is not None else []
        return []
    office = _TITLED_IN_A_RUN.fullmatch(bare)
    if office is not None and office[1] in TITLES and office[2].split()[0] in GIVEN:
        cleaned = clean(view, start + office.start(2), start + office.end(2), "PERSON")
        return [cleaned] if cleaned is not None else []
    last = POSSESSIVE.sub("", words[-1]).strip(EDGE)
    label = None
    first = words[0].strip(".")
    if last in ORGANISATION_HEADS or (
        first in ORGANISATION_HEADS and len(words) > 2 and words[1] in ("of", "for")
    ):
        label = "ORG"
    elif last in PLACE_HEADS:
        label = "LOC"
    elif len(words) <= 4 and "and" not in words and _is_told_a_person(view, match, words):
        label = "PERSON"
    if label is None:
        return []
    cleaned = clean(view, start, end, label)
    return [cleaned] if cleaned is not None else []


def _is_told_a_person(view: str, match: re.Match[str], words: Sequence[str]) -> bool:
    """Whether a run of capitalised words is a person's name by its form or by what is beside it."""
    first = words[0].strip(".")
    state = words[0] in STATES or undotted(words[0]) in INTERNATIONAL  # "U.S. Dollar"
    if first in GIVEN or first in TITLES or (_INITIALLED.match(match[0]) and not state):
        return True
    if not all(word.isalpha() or "-" in word for word in words) or first in DEMONYMS:
        return False
    start, end = match.span()
    if re.match(r", (?:\d\d,|who\b)", view[end : end + 6]):
        return True
    before = word_before(view, start)
    titled = before.rstrip(".") in TITLES and before[:1].isupper()
    return titled or names_a_person(before)


def _beside_a_given_name(view: str, start: int, end: int) -> bool:
    """Whether a given name is joined to another: "Rachel and Finn"."""
    before = re.search(r"([A-Z]\w+)(?:'s)?(?: and |, )$", view[max(0, start - 30) : start])
    after = re.match(r"(?:'s)?(?: and |, )([A-Z]\w+)", view[end : end + 30])
    return any(near is not None and near[1] in GIVEN for near in (before, after))
