"""Evidence: what the places where a name stands, and the name itself, say it names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import ActorKind, Span
from index.extract.givennames import GIVEN, TITLES
from index.extract.knownbodies import INTERNATIONAL, undotted
from index.extract.lexicon import (
    COMPANY_NOUNS,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PLACE_WORDS,
    ROLE_NOUNS,
)
from index.extract.names import Sighting, word_before
from index.extract.states import AMBIGUOUS_STATES, AMERICAN_STATES, CAPITALS, REGIONS, STATES

_KIND_OF_LABEL: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


@dataclass(slots=True)
class Evidence:
    """What speaks for each kind of one name, over the whole document."""

    votes: Counter[ActorKind] = field(default_factory=Counter)
    tagged: list[Span] = field(default_factory=list)

    def kind(self) -> ActorKind | None:
        best = self.votes.most_common(1)
        return best[0][0] if best and best[0][1] > 0 else None


def weigh(view: str, sightings: Sequence[Sighting]) -> dict[str, Evidence]:
    """The evidence for every name seen, by the name as written."""
    found: dict[str, Evidence] = defaultdict(Evidence)
    for sighting in sightings:
        evidence = found[sighting.name]
        evidence.tagged.append(sighting.span)
        if sighting.label is not None:
            evidence.votes[_KIND_OF_LABEL[sighting.label]] += 2
        _weigh_place(view, sighting, evidence.votes)
    for name, evidence in found.items():
        _weigh_form(name, evidence.votes)
    return dict(found)


def _weigh_place(view: str, sighting: Sighting, votes: Counter[ActorKind]) -> None:
    """What the words around one sighting say."""
    start, end = sighting.span
    before, after = word_before(view, start), view[end : end + 40]
    title = before.rstrip(".")
    if title in TITLES and before[:1].isupper() and title not in ("First", "Former", "Staff"):
        votes["person"] += 4
    elif before.lower() in ROLE_NOUNS:
        votes["person"] += 3
    elif before.lower() in COMPANY_NOUNS:
        votes["organisation"] += 3
    elif before.lower() in ("in", "near", "outside"):
        votes["place"] += 2
        votes["person"] -= 2
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


def _weigh_form(name: str, votes: Counter[ActorKind]) -> None:
    """What the name itself says."""
    words = name.split()
    first, last = words[0].strip("."), words[-1]
    plain = undotted(name)
    if name in STATES:
        votes["state"] += 100 if name not in AMBIGUOUS_STATES else 3 * max(1, votes["place"])
    elif plain in INTERNATIONAL:
        votes["organisation"] += 100
    elif name in REGIONS or name in AMERICAN_STATES:
        votes["place"] += 100
    elif name in CAPITALS:
        votes["place"] += 6
    if len(words) > 1:
        leads = first in ORGANISATION_HEADS and words[1] in ("of", "for")
        if leads or last.strip(".") in ORGANISATION_HEADS:
            votes["organisation"] += 8
        elif last in PLACE_HEADS:
            votes["place"] += 6
        elif first in GIVEN and len(words) <= 4:
            votes["person"] += 5
        elif "of" in words or "and" in words or "for" in words:
            votes["person"] -= 4
    elif len(plain) > 1 and plain.isupper() and "." not in name:
        votes["organisation"] += 1
        votes["person"] -= 1
