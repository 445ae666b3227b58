"""Evidence: what the places where a name stands, and the name itself, say it names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.article import ActorKind, Span
from index.extract.actors.names import Sighting, names_a_person, word_before
from index.extract.words.givennames import FAMILY_FIRST, GIVEN, TITLES
from index.extract.words.knownbodies import (
    EVENT_HEADS,
    EVENT_OPENINGS,
    INTERNATIONAL,
    NO_ACTORS,
    VESSELS,
    known_as,
    undotted,
)
from index.extract.words.lexicon import (
    COMPANY_NOUNS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PLACE_WORDS,
    ROLE_NOUNS,
    SURNAMES_TOO,
    is_person_noun,
)
from index.extract.words.states import AMBIGUOUS_STATES, AMERICAN_STATES, CAPITALS, REGIONS, STATES

_KIND_OF_LABEL: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_MODEL = re.compile(r"[A-Z]{1,5}-?\d+[A-Za-z]*|#.*")
_CREED = re.compile(r"[a-z](?:isms?|ites|ists)$")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3} ?[A-Z]\w+$|[A-Z]J [A-Z][a-z]\w+$|J[A-Z] [A-Z][a-z]\w+$")
_ROLE_BEHIND = re.compile(
    r", (?:(?:an?|the|its|his|her|their|former|[A-Z][\w.]+(?:'s)?) (?:[\w.-]+(?:'s)? ){0,4}?)?"
    r"([a-z]{3,})"
    r"(?: (?:of|at|for|in|with|and|who)\b|[,.])"
)
_ROLE_AHEAD = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\w-]+ ){0,2}?([a-z]{3,}), $"
)
# Titles that nothing but a person bears; "General", "Major" and "Premier" begin bodies' names.
_SURE_TITLES = frozenset(
    """Mr Mrs Ms Mister Miss Dr Prof Professor President Senator Sen Sens Rep Reps Gov Governor
    Congressman Congresswoman Mayor Pope Ayatollah Sheikh Gen Col Capt Lt Maj Sgt Cmdr Adm Rev
    Chancellor Ambassador Sir Madam Monsieur Madame Herr Frau Rabbi Archbishop Imam""".split()
)
_BODY_NOUNS = frozenset(
    """organization organisation party militia movement union faction outfit nonprofit charity
    newspaper journal foundation institute club team side university college firm consultancy
    subsidiary regulator ministry school hospital""".split()
)
_COMPANY_FORMS = frozenset("SA AG NV PLC Plc plc SpA GmbH Oyj ASA AB KK Bhd Pty LP SAS".split())
_OUTLETS_TOO = frozenset({"Atlantic"})
_PEOPLE_BY_INITIALS = frozenset("JFK FDR LBJ AOC MLK OJ DSK MBS RBG RFK HRC".split())


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind of one name, over the whole document."""

    votes: Counter[ActorKind] = field(default_factory=Counter)
    tagged: list[Span] = field(default_factory=list)
    titled: bool = False

    def kind(self) -> ActorKind | None:
        best = self.votes.most_common(1)
        return best[0][0] if best and best[0][1] > 0 else None


def weigh(view: str, sightings: Sequence[Sighting]) -> dict[str, Evidence]:
    """The evidence for every name seen, by the name as written."""
    found: dict[str, Evidence] = defaultdict(Evidence)
    labels: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for sighting in sightings:
        evidence = found[sighting.name]
        evidence.tagged.append(sighting.span)
        if sighting.label is not None:
            labels[sighting.name][_KIND_OF_LABEL[sighting.label]] += 2
        _weigh_place(view, sighting, evidence)
    common = _common_words(view, found)
    for name, evidence in found.items():
        told = max(evidence.votes.values(), default=0) > 0
        evidence.votes.update(labels[name])
        if evidence.titled:
            evidence.votes["person"] += max(labels[name].values(), default=0)
        _weigh_form(name, evidence.votes)
        if no_actor(name) or (name in common and not told):
            evidence.votes.clear()
    return dict(found)


def _common_words(view: str, names: Iterable[str]) -> frozenset[str]:
    """The names of one word that the text also writes small, as a common noun: "Caravan".

    Not those that are part of a person's name or known: "Rice" beside "Condoleezza Rice".
    """
    names = list(names)
    parts = {part for name in names if " " in name for part in name.split()}
    alone = [
        name
        for name in names
        if name.isalpha() and (name.istitle() or (name.isupper() and len(name) > 3))
        if name not in parts and name not in GIVEN
        if not (name in INTERNATIONAL or name in STATES or name in CAPITALS or name in REGIONS)
    ]
    if not alone:
        return frozenset()
    small = set(_SMALL.findall(view))
    return frozenset(name for name in alone if name.lower() in small)


def no_actor(name: str) -> bool:
    """Whether a name is that of an event, a law, a vessel, a model or the like."""
    if name in NO_ACTORS:
        return True
    words = name.split()
    if len(words) == 1:
        event = (name in EVENT_HEADS or _CREED.search(name) is not None) and name not in GIVEN
        return event or (_MODEL.fullmatch(name) is not None and name not in INTERNATIONAL)
    person = words[0] in GIVEN and len(words) == 2
    if (words[-1] in EVENT_HEADS or words[0] in EVENT_OPENINGS) and not person:
        return undotted(name) not in INTERNATIONAL
    return not person and any(word in ("Getty", "Photo", "Photos", "Images") for word in words)


def _weigh_place(view: str, sighting: Sighting, evidence: Evidence) -> None:
    """What the words around one sighting say."""
    votes = evidence.votes
    start, end = sighting.span
    before, after = word_before(view, start), view[end : end + 60]
    title = before.rstrip(".")
    noun = before.lower()
    if title in TITLES and before[:1].isupper() and title not in ("First", "Former", "Staff"):
        votes["person"] += 4
        evidence.titled = evidence.titled or title in _SURE_TITLES
    elif noun in ROLE_NOUNS or (noun not in COMPANY_NOUNS and names_a_person(before)):
        votes["person"] += 3
    elif noun in COMPANY_NOUNS or noun in _BODY_NOUNS:
        votes["organisation"] += 3
    elif noun in ("in", "near", "outside"):
        votes["place"] += 2
        votes["person"] -= 2
    elif before in VESSELS:
        votes["person"] -= 3
        votes["organisation"] -= 3
    following = re.match(r"\s+([a-z-]+)", after)
    if following is not None and following[1] in PLACE_WORDS:
        votes["place"] += 4
    elif following is not None and following[1] in COMPANY_NOUNS:
        votes["organisation"] += 3
    elif re.match(r"(?:'s|') [A-Z]", after):
        given = re.match(r"(?:'s|') ([A-Z]\w+)", after)
        if given is not None and given[1] in GIVEN:
            votes["organisation"] += 4
    if re.match(r", \d\d,", after):
        votes["person"] += 4
    if re.match(r",? who\b", after):
        votes["person"] += 1
    if " " in sighting.name and _in_apposition(view, start, after):
        votes["person"] += 3


def _in_apposition(view: str, start: int, after: str) -> bool:
    """Whether a person's role stands beside a name, behind a comma."""
    role = _ROLE_BEHIND.match(after)
    if role is not None and is_person_noun(role[1]):
        return True
    if after[:1] != "," or view[start - 2 : start] != ", ":
        return False
    ahead = _ROLE_AHEAD.search(view[max(0, start - 40) : start])
    return ahead is not None and is_person_noun(ahead[1])


def _weigh_form(name: str, votes: Counter[ActorKind]) -> None:
    """What the name itself says."""
    words = name.split()
    first, last = words[0].strip("."), words[-1]
    plain = undotted(name)
    if name in STATES:
        votes["state"] += 100 if name not in AMBIGUOUS_STATES else 3 * max(1, votes["place"])
    elif known_as(name) is not None:
        votes["organisation"] += 100
    elif name in _OUTLETS_TOO and votes["organisation"] > 3:
        votes["place"] = 0  # "the Atlantic's Jane Roe"
    elif name in REGIONS or name in AMERICAN_STATES:
        votes["place"] += 100
    elif name in CAPITALS:
        votes["place"] += 6
    if len(words) > 1:
        leads = first in ORGANISATION_HEADS and words[1] in ("of", "for")
        surname = last in SURNAMES_TOO and first in GIVEN and len(words) == 2
        head = last.strip(".") in ORGANISATION_HEADS
        formed = plain.split()[-1] in _COMPANY_FORMS
        if formed or ((leads or head) and not surname):
            votes["organisation"] += 8
        elif last in PLACE_HEADS and not surname:
            votes["place"] += 6
        elif first in GIVEN and len(words) <= 4:
            votes["person"] += 5
        elif "of" in words or "and" in words or "for" in words:
            votes["person"] -= 4
        elif _INITIALS.match(name) and words[0] not in STATES and plain[:2] not in ("UN", "EU"):
            votes["person"] += 5 + votes["organisation"]
        elif first in FAMILY_FIRST and len(words) < 4 and all(map(str.isalpha, words)):
            votes["person"] += 3
    elif name in GIVEN:
        votes["person"] += 2
    elif len(plain) > 1 and plain.isupper() and "." not in name:
        votes["organisation"] += 1
        votes["person"] -= 1
        if len(plain) < 6 and plain not in _PEOPLE_BY_INITIALS:
            votes["organisation"] += max(votes["person"], 0)
            votes["person"] = 0
