"""Names where they stand: candidates for actors, with the evidence for what they name.

The language model proposes; titles, given names, the last word of an organisation's name and
the words around decide. One name has one kind in one document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.article import ActorKind, Span
from index.extract.givennames import GIVEN, TITLES
from index.extract.knownbodies import INTERNATIONAL, undotted
from index.extract.lexicon import (
    COMPANY_NOUNS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    ROLE_NOUNS,
)
from index.extract.states import (
    CAPITALS,
    DEMONYMS,
    REGIONS,
    STATES,
)
from index.extract.view import Block

_KIND_OF_LABEL: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_WORD = r"(?:[A-Z][\w\u2019'&-]*[\w&]|[A-Z]\.(?:[A-Z]\.)*|[A-Z])"
_LINK = r"(?: (?:of|for|and|the|de|bin|al|von|van|der|la|du|&)){1,2}"
_RUN = re.compile(rf"\b{_WORD}(?:{_LINK} {_WORD}| (?:al|el)-{_WORD}| {_WORD})*")
_POSSESSIVE = re.compile(r"(?:'s?|\u2019s?)$")
_EDGE = " \n\t,.;:!?\"'()[]{}-\u2013\u2014/*_<>|=#@\u2026"
_OF_A_STATE = frozenset(
    """Ministry Parliament Army Navy Embassy Cabinet Government Senate Council Bank Guard Court
    Commission Agency Department Church Police Assembly Congress""".split()
)
_FORMS_OF_ADDRESS = frozenset(
    "Mr Mrs Ms Mister Madam Sir Dame Maître Maitre Monsieur Herr Frau Señor Señora".split()
)
_MEDIA = frozenset("television newspaper magazine channel broadcaster daily radio".split())
_COMMON_REGION = re.compile(r"\b[A-Z][a-z]+ (?:peninsula|archipelago)\b")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name may stand: its span, the name as written, the model's label."""

    span: Span
    name: str
    label: str | None


def proposed(view: str, spans: Iterable[tuple[int, int, str]]) -> list[Sighting]:
    """Names the model saw, cleaned: no titles, possessives, articles; split at slashes."""
    found: list[Sighting] = []
    for start, end, label in spans:
        if label not in _KIND_OF_LABEL:
            continue
        for a, b in _parts(view, start, end):
            cleaned = clean(view, a, b, label)
            if cleaned is not None:
                found.append(_widened(view, cleaned))
                found.extend(_employer(view, found[-1]))
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda one: (one.span[0], -one.span[1])):
        if not kept or sighting.span[0] >= kept[-1].span[1]:
            kept.append(sighting)
    return kept


def _parts(view: str, start: int, end: int) -> list[Span]:
    """A name the model saw, parted at lines, slashes and between two organisations' names."""
    parts: list[Span] = []
    at = start
    for border in re.finditer(r"[\n/]| ?[()]| and (?:the )?(?=[A-Z])", view[start:end]):
        head = re.search(r"(\w+)$", view[at : start + border.start()])
        after = re.match(r"\w+", view[start + border.end() :])
        both = head and after and head[1] in ORGANISATION_HEADS and after[0] in ORGANISATION_HEADS
        if border[0].startswith(" and") and not both:
            continue
        parts.append((at, start + border.start()))
        at = start + border.end()
    parts.append((at, end))
    return parts


def _employer(view: str, person: Sighting) -> list[Sighting]:
    """The company whose person this is: "Gazprom's Alexei Miller"."""
    start = person.span[0]
    owner = re.search(r"\b([A-Z][\w-]+)'s $", view[max(0, start - 40) : start])
    if person.label != "PERSON" or " " not in person.name or owner is None:
        return []
    name = owner[1]
    if name in STATES or name in CAPITALS or name in GIVEN or not _is_name(name):
        return []
    begin = start - len(name) - 3
    return [Sighting((begin, begin + len(name)), name, "ORG")]


def _widened(view: str, sighting: Sighting) -> Sighting:
    """A name with what belongs to it before: a given name, or the state of a ministry."""
    start, end = sighting.span
    before = re.search(
        r"(?:^|[\s(\"'])((?:[A-Z][\w.-]+ )?[A-Z][\w.-]+?)('s)? $", view[max(0, start - 40) : start]
    )
    if before is None:
        return sighting
    word = before[1].split()[-1]
    if sighting.label == "PERSON":
        first = sighting.name.split()[0]
        if word in GIVEN and first not in GIVEN and not before[2] and word not in TITLES:
            begin = start - len(word) - 1
            return Sighting((begin, end), view[begin:end], "PERSON")
    elif sighting.label == "ORG" and sighting.name.split()[-1] in _OF_A_STATE:
        for owner in (before[1], word):
            if owner in DEMONYMS or (owner in STATES and before[2]):
                begin = start - 1 - len(before[2] or "") - len(owner)
                return Sighting((begin, end), view[begin:end].replace("\n", " "), "ORG")
    return sighting


def clean(view: str, start: int, end: int, label: str | None) -> Sighting | None:
    """A stretch of text as a name, or None when nothing of it is a name."""
    start, end = _trim(view, start, end)
    address = re.match(r"\w+", view[start:end])
    if label == "ORG" and address is not None and address[0] in _FORMS_OF_ADDRESS:
        label = "PERSON"  # "Maître Noëlle Bouchard"
    person = label == "PERSON"
    inner = re.search(r"(?:'s|s') ", view[start:end])
    if inner is not None and (person or view[start : start + inner.start()] not in STATES):
        start += inner.end()
    while start < end:
        first = re.match(r"\S+", view[start:end])
        if first is None:
            return None
        word = first[0].strip(_EDGE)
        rest = end - start - first.end()
        titled = person and (word in TITLES or word in DEMONYMS or word.lower() in ROLE_NOUNS)
        if rest > 0 and (
            word.lower() in ("the", "a", "an", "former")
            or (not word[:1].isupper() and word[:3] not in ("al-", "el-", "bin"))
            or titled
        ):
            start += first.end()
            start, end = _trim(view, start, end)
            continue
        break
    possessive = _POSSESSIVE.search(view[start:end])
    if possessive is not None:
        end = start + possessive.start()
    start, end = _trim(view, start, end)
    name = view[start:end].replace("\n", " ")
    if not _is_name(name):
        return None
    return Sighting((start, end), name, label)


def _trim(view: str, start: int, end: int) -> Span:
    while start < end and view[start] in _EDGE:
        start += 1
    while end > start and view[end - 1] in _EDGE:
        # The last dot of an acronym or an abbreviated name belongs to it.
        if view[end - 1] == "." and re.search(
            r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))\.$", view[start:end]
        ):
            break
        end -= 1
    return start, end


def _is_name(name: str) -> bool:
    if len(name) < 2 or not any(char.isalpha() for char in name) or len(name) > 80:
        return False
    words = name.split()
    if len(words) > 8 or "  " in name or '"' in name:
        return False
    if not (name[0].isupper() or name[:3] in ("al-", "el-", "bin")):
        return False
    if len(words) == 1:
        if name in ORGANISATION_HEADS and undotted(name) not in INTERNATIONAL:
            return name in ("Parliament", "Fed")
        return name not in NOT_NAMES and name not in DEMONYMS and name.rstrip(".") not in TITLES
    if words[-1] in ("Special", "Former") or words[-1] in DEMONYMS:
        return False
    if all(word.strip(".,") in TITLES or word in NOT_NAMES for word in words):
        return False
    return not (
        words[0] in NOT_NAMES
        and words[0] not in DEMONYMS
        and words[0].lower() in ("i", "he", "she", "it", "they", "we", "you", "and", "but")
    )


def overlooked(view: str, blocks: Sequence[Block], seen: Sequence[Sighting]) -> list[Sighting]:
    """Names the model did not see, where their words alone say what they are."""
    taken = sorted(sighting.span for sighting in seen)
    found: list[Sighting] = []
    for block in blocks:
        for match in _RUN.finditer(view, block.start, block.end):
            span = match.span()
            if any(a < span[1] and b > span[0] for a, b in _near(taken, span)):
                continue
            found.extend(_from_run(view, match))
        for match in _COMMON_REGION.finditer(view, block.start, block.end):
            found.append(Sighting(match.span(), match[0], "LOC"))
    return found


def _near(taken: Sequence[Span], span: Span) -> Sequence[Span]:
    at = bisect_left(taken, (span[0], 0))
    return taken[max(0, at - 3) : at + 12]


def _from_run(view: str, match: re.Match[str]) -> list[Sighting]:
    words = match[0].split()
    start, end = match.span()
    bare = _POSSESSIVE.sub("", match[0])
    if undotted(bare) in INTERNATIONAL or bare in STATES or bare in CAPITALS or bare in REGIONS:
        cleaned = clean(view, start, end, None)
        return [cleaned] if cleaned is not None else []
    if len(words) < 2:
        before = word_before(view, start)
        if before.rstrip(".") in TITLES and before[:1].isupper():
            cleaned = clean(view, start, end, "PERSON")
            return [cleaned] if cleaned is not None else []
        after = re.match(r" ([a-z-]+)", view[end : end + 24])
        if before in COMPANY_NOUNS or (after is not None and after[1] in _MEDIA):
            cleaned = clean(view, start, end, "ORG")
            return [cleaned] if cleaned is not None else []
        return []
    last = _POSSESSIVE.sub("", words[-1]).strip(_EDGE)
    label = None
    first = words[0].strip(".")
    if last in ORGANISATION_HEADS or (
        first in ORGANISATION_HEADS and len(words) > 2 and words[1] in ("of", "for")
    ):
        label = "ORG"
    elif last in PLACE_HEADS:
        label = "LOC"
    elif (first in GIVEN or first in TITLES) and len(words) <= 4 and "and" not in words:
        label = "PERSON"
    if label is None:
        return []
    cleaned = clean(view, start, end, label)
    return [cleaned] if cleaned is not None else []


def word_before(view: str, at: int) -> str:
    match = re.search(r"(\S+)\s$", view[max(0, at - 30) : at])
    return match[1].lstrip("\"'(") if match else ""


def _words_after(view: str, at: int) -> str:
    return view[at : at + 40]
