"""Casting: from the evidence for names to the persons, organisations, states and places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.article import ActorKind, Span
from index.extract.actors.cast import Cast, Role
from index.extract.actors.evidence import Evidence
from index.extract.actors.names import Sighting, in_capitals
from index.extract.actors.namings import find_spans, title_before
from index.extract.actors.organisations import organisations
from index.extract.actors.people import Person, group, of_short, plain, words_of
from index.extract.view import Block
from index.extract.words.cues import CUES
from index.extract.words.givennames import GIVEN, TITLES
from index.extract.words.knownbodies import INTERNATIONAL, undotted
from index.extract.words.lexicon import NOT_NAMES, ORGANISATION_HEADS
from index.extract.words.states import ABBREVIATED, CAPITALS, DEMONYMS, STATES

_RELATIVE = re.compile(
    r"\b(?:wife|husband|widow|widower|daughter|son|mother|father|sister|brother|[Ff]irst [Ll]ady|"
    r"grandson|granddaughter|nephew|niece|uncle|aunt|cousin|stepson|stepdaughter|ex-wife|"
    r"ex-husband|lady),? $"
)
_WHERE = r"(?:in|from|into|across|outside|throughout|near|between|visit|visited|visiting)"
_FULL_NAME = re.compile(r"\b([A-Z][\w'-]*\w(?: [A-Z]\.)?)(?<!'s) ([A-Z][\w-]*[a-z])\b")


def cast_of(
    view: str,
    blocks: Sequence[Block],
    sightings: Sequence[Sighting],
    evidence: Mapping[str, Evidence],
    subjects: Sequence[Span],
    outside: Sequence[Block] = (),
) -> Cast:
    """Everyone and everything named in the body, each once.

    `subjects` are the stretches of text that the parser found to be subjects of a verb;
    `outside` are headline, subheads and captions, where the same are named.
    """
    kinds = _kinds(view, evidence)
    surnames = {name.split()[-1] for name, kind in kinds.items() if kind == "person"}
    for name in [name for name in kinds if name[-1:] == "s" and name[:-1] in surnames]:
        del kinds[name]  # a family, "the Clintons"
    for name in _named_in_full(view, outside, kinds):
        kinds.setdefault(name, "person")
    titled = _titles_before(view, sightings)
    relatives = {one.name for one in sightings if _RELATIVE.search(_before(view, one.span[0]))}
    people = group((name for name, kind in kinds.items() if kind == "person"), titled, relatives)
    roles = [Role(p.name, "person", set(p.names), gender=p.gender) for p in people]
    roles.extend(organisations(view, kinds))
    roles.extend(_lands(kinds))
    find_spans(view, blocks, outside, roles, people, kinds, evidence, subjects)
    return Cast([role for role in roles if role.spans])


def _kinds(view: str, evidence: Mapping[str, Evidence]) -> dict[str, ActorKind]:
    """One kind for each name; a surname of somebody named in full is a person's."""
    kinds = {name: kind for name, found in evidence.items() if (kind := found.kind())}
    for name in kinds:
        if kinds[name] == "organisation" and _bears_a_surname(name, kinds, evidence):
            kinds[name] = "person"
    full = [name for name, kind in kinds.items() if kind == "person" and len(words_of(name)) > 1]
    people = [Person(name, {name}) for name in full]
    for name, kind in kinds.items():
        fixed = name in STATES or name in CAPITALS or undotted(name) in INTERNATIONAL
        if kind != "person" and " " not in name and not fixed and of_short(people, name):
            surname = any(words_of(other)[-1] == words_of(name)[0] for other in full)
            if surname or evidence[name].votes["person"] > 0:
                kinds[name] = "person"
        elif (
            fixed
            and any(words_of(other)[-1] == plain(name) for other in full)
            and _speaks_as_a_person(view, name)
        ):
            kinds[name] = "person"
    return kinds


def _speaks_as_a_person(view: str, name: str) -> bool:
    """Whether a land's name is only a surname here: "Holland said", and nothing of the Dutch."""
    land = STATES.get(name) or CAPITALS.get(name)
    called = {word for word, state in STATES.items() if state == land and word != name}
    called |= {word for word, state in DEMONYMS.items() if state == land}
    if any(re.search(rf"\b{re.escape(word)}\b", view) for word in called):
        return False
    word = re.escape(name)
    if re.search(rf"\b{_WHERE}\s+{word}\b|[A-Z]\w+,\s+{word}[,.;]", view):
        return False
    after = re.findall(rf"(?<!\w ){word}\s+(?:[a-z]+ly\s+|also\s+|then\s+)?([a-z]+)", view)
    before = re.findall(rf"[\"']\s+([a-z]+)\s+{word}\b(?! [A-Z])", view)
    return any(word in CUES and CUES[word].kind == "say" for word in after + before)


def _named_in_full(
    view: str, outside: Sequence[Block], kinds: Mapping[str, ActorKind]
) -> Iterator[str]:
    """The full names that headline and captions give to people called by surname in the body."""
    surnames = {name.split()[-1] for name, kind in kinds.items() if kind == "person"}
    for block in outside:
        capitals = in_capitals(view, block)
        for match in _FULL_NAME.finditer(view, block.start, block.end):
            given, surname = match[1], match[2]
            first = given.split()[0].strip(".")
            plainly = not capitals and match.start() > block.start and surname not in GIVEN
            known = first in TITLES or first in NOT_NAMES or first in DEMONYMS or first in STATES
            if surname in surnames and (first in GIVEN or (plainly and not known)):
                yield f"{given} {surname}"


def _bears_a_surname(
    name: str, kinds: Mapping[str, ActorKind], evidence: Mapping[str, Evidence]
) -> bool:
    """Whether "Giorgia Meloni" is a person, since "Ms. Meloni" is one."""
    words = name.split()
    last = words[-1]
    plainly = all(word.isalpha() and word.istitle() for word in words)
    if not plainly or not 2 <= len(words) <= 3 or set(words) & ORGANISATION_HEADS:
        return False
    titled = kinds.get(last) == "person" and evidence[last].votes["person"] >= 4
    return titled and evidence[name].votes["organisation"] < 8


def _before(view: str, at: int) -> str:
    return view[max(0, at - 24) : at]


def _titles_before(view: str, sightings: Iterable[Sighting]) -> dict[str, set[str]]:
    titled: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        title = title_before(view, sighting.span[0])
        if title is not None:
            titled[sighting.name].add(title)
        inside = sighting.name.split()[0].rstrip(".")
        if inside in TITLES:
            titled[sighting.name].add(inside)
    return titled


def _lands(kinds: Mapping[str, ActorKind]) -> list[Role]:
    roles: dict[tuple[str, ActorKind], Role] = {}
    for name, kind in sorted(kinds.items()):
        if kind == "state":
            state = STATES[name]
            roles.setdefault((state, "state"), Role(state, "state")).names.add(name)
        elif kind == "place":
            whole = ABBREVIATED.get(name, name)
            key = re.sub(r"^(?:St|Saint)\.? ", "St. ", whole).casefold()
            roles.setdefault((key, "place"), Role(whole, "place")).names.add(name)
            if name in CAPITALS:
                state = CAPITALS[name]
                roles.setdefault((state, "state"), Role(state, "state")).names.add(name)
    return list(roles.values())
