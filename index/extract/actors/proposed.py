"""The names that the language model saw, mended: what it cut, joined or mistook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from index.article import Span
from index.extract.actors.names import OFFICES, UPPER, Sighting, clean, is_name
from index.extract.actors.people import SUFFIX
from index.extract.words.cues import CUES
from index.extract.words.givennames import FAMILY_FIRST, GIVEN, TITLES
from index.extract.words.knownbodies import known_as
from index.extract.words.lexicon import (
    NOT_NAMES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    SURNAMES_TOO,
)
from index.extract.words.states import (
    CAPITALS,
    DEMONYMS,
    STATES,
)

# Given names that begin a sentence as words too.
_WORDS_TOO = frozenset(
    "Will Mark Grant May Hope Faith Grace Bill Pat Rob Sue Drew Chase Dean".split()
)
_LABELS = frozenset("PERSON ORG GPE LOC FAC".split())
_OF_A_STATE = frozenset(
    """Ministry Parliament Army Navy Embassy Cabinet Government Senate Council Bank Guard Court
    Commission Agency Department Church Police Assembly Congress""".split()
)
_HEADS = "|".join(sorted((ORGANISATION_HEADS | PLACE_HEADS) - SURNAMES_TOO - OFFICES))
_NAMED_AFTER = re.compile(rf"(?:\s[A-Z]\w+){{0,2}}\s(?=[A-Z])({_HEADS})\b")
_AGENCY = (
    r"(?:Getty|AP\b|AFP|Reuters|REUTERS|EPA\b|Bloomberg|NurPhoto|Shutterstock|Xinhua|PA\b|Redux)"
)
_CREDIT_BEHIND = re.compile(rf" ?/ ?(?:The )?{_AGENCY}| ?(?:via|for|\|) ?{_AGENCY}")
_CREDIT_AHEAD = re.compile(
    rf"(?:{_AGENCY}(?: Images)? ?/ ?|[Pp]hoto(?:graph|s)?(?: credit| courtesy)?(?: by| of|:) |"
    r"(?:Image|Credit|Illustration|Video|Graphic)s?(?: credit)?(?: by|:) )$"
)


_ACRONYM_THEN = re.compile(r"((?:[A-Z]\.){2,}) ([A-Z]\w+)")
_SECOND_NAME = re.compile(
    r"\s([A-Z][a-z]{2,}(?:-[A-Za-z]+)?)\b(?!'s [A-Z])(?=[,.;:')\"]| [^A-Z]|$)"
)


def proposed(view: str, spans: Iterable[tuple[int, int, str]]) -> list[Sighting]:
    """Names the model saw, cleaned: no titles, possessives, articles; split at slashes."""
    found: list[Sighting] = []
    for start, end, label in spans:
        if label not in _LABELS:
            continue
        for a, b in _parts(view, start, end):
            cleaned = clean(view, a, b, label)
            if cleaned is None or is_credited(view, cleaned.span):
                continue
            if view[cleaned.span[1] : cleaned.span[1] + 1] != "]" or cleaned.name not in GIVEN:
                found.append(_widened(view, cleaned))
                found.extend(_employer(view, found[-1]))
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda one: (one.span[0], -one.span[1])):
        if kept and _goes_on(view, kept[-1], sighting):
            whole = (kept[-1].span[0], sighting.span[1])
            kept[-1] = Sighting(whole, view[slice(*whole)].replace("\n", " "), "PERSON")
        elif not kept or sighting.span[0] >= kept[-1].span[1]:
            kept.append(sighting)
    return _without_strays(_at_sentence_ends(view, kept))


def _at_sentence_ends(view: str, kept: Sequence[Sighting]) -> list[Sighting]:
    """The names parted where an acronym's dot ends a sentence: "in the U.N. Roe said"."""
    found: list[Sighting] = []
    for one in kept:
        fused = _ACRONYM_THEN.fullmatch(one.name)
        if fused is None or not _parted(view, fused[1], fused[2]):
            found.append(one)
            continue
        start, end = one.span
        found.append(Sighting((start, start + len(fused[1])), fused[1], "ORG"))
        found.append(Sighting((end - len(fused[2]), end), fused[2], "PERSON"))
    return found


def _parted(view: str, acronym: str, surname: str) -> bool:
    """Whether an acronym is a body's or a land's, and somebody in the text bears the surname."""
    if known_as(acronym) is None and acronym not in STATES:
        return False
    given = re.findall(rf"\b(\w+) {re.escape(surname)}\b", view)
    return any(word in GIVEN for word in given)


def _goes_on(view: str, person: Sighting, then: Sighting) -> bool:
    """Whether a name that the model cut in two goes on: "Enrique Pena" "Nieto"."""
    if person.label != "PERSON" or then.span[0] != person.span[1] + 1 or " " in then.name:
        return False
    plain = then.name.isalpha() and then.name.istitle() and len(then.name) > 2
    known = then.name in STATES or then.name in CAPITALS or known_as(then.name) is not None
    return plain and not known and then.name not in ORGANISATION_HEADS | PLACE_HEADS


def _without_strays(kept: Sequence[Sighting]) -> list[Sighting]:
    """The names without a word of the sentence at an end: "Add Donald Trump", "Jane Roe Slams"."""
    people = Counter(
        one.name for one in kept if one.label == "PERSON" and one.name.split()[0] in GIVEN
    )
    return [_without_stray(one, people) for one in kept]


def _without_stray(one: Sighting, people: Counter[str]) -> Sighting:
    words = one.name.split()
    start, end = one.span
    verb = len(words) == 2 and words[0][5:].endswith("ing")  # "Echoing Cruz"
    if verb and any(name.endswith(f" {words[1]}") for name in people):
        return Sighting((end - len(words[1]), end), words[1], one.label)
    if one.label != "PERSON" or len(words) < 3:
        return one
    rest = " ".join(words[1:])
    bare = re.sub(r" [A-Z]\. ", " ", rest)
    if words[0] not in GIVEN and words[1] in GIVEN and (rest in people or bare in people):
        return Sighting((end - len(rest), end), rest, one.label)
    front = " ".join(words[:-1])
    if words[-1].lower() in CUES and words[-1].endswith("s") and words[0] in GIVEN:
        return Sighting((start, start + len(front)), front, one.label)
    front = " ".join(words[:2])
    if people[front] > people[one.name] and not SUFFIX.search(one.name):
        return Sighting((start, start + len(front)), front, one.label)
    return one


def is_credited(view: str, span: Span) -> bool:
    """Whether a name is a photographer's or an agency's in a credit: "Jane Roe/Getty Images"."""
    if _CREDIT_BEHIND.match(view, span[1], span[1] + 30) is not None:
        return True
    if not view[max(0, span[0] - 3) : span[0]].endswith(("by ", "of ", ": ", "/", "/ ")):
        return False  # a quick look before the slow pattern
    return _CREDIT_AHEAD.search(view[max(0, span[0] - 40) : span[0]]) is not None


def _parts(view: str, start: int, end: int) -> list[Span]:
    """A name the model saw, parted at lines, slashes and between two organisations' names."""
    if known_as(view[start:end].replace("\n", " ")) is not None:
        return [(start, end)]
    parts: list[Span] = []
    at = start
    for border in re.finditer(r"\n\n|/| ?[()\[\]]| and (?:the )?(?=[A-Z])", view[start:end]):
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
    if name in STATES or name in CAPITALS or name in GIVEN or not is_name(name):
        return []
    begin = start - len(name) - 3
    return [Sighting((begin, begin + len(name)), name, "ORG")]


def _is_second(word: str) -> bool:
    """Whether a capitalised word behind a first name can belong to it: "Xi" "Jinping"."""
    known = word in STATES or word in DEMONYMS or known_as(word) is not None or word in TITLES
    told = word.endswith("ing") and word.lower() not in ("ming", "ping", "ting", "jing", "ning")
    return not known and not told and word not in NOT_NAMES | ORGANISATION_HEADS | PLACE_HEADS


def _widened(view: str, sighting: Sighting) -> Sighting:
    """A name with what belongs to it before: a given name, or the state of a ministry."""
    start, end = sighting.span
    named_after = _NAMED_AFTER.match(view, end, end + 50) if sighting.label == "PERSON" else None
    if named_after is not None:
        end = named_after.end()
        label = "ORG" if named_after[1] in ORGANISATION_HEADS else "FAC"
        return Sighting((start, end), view[start:end].replace("\n", " "), label)
    given = sighting.name.split()[0] in GIVEN and sighting.label == "PERSON"
    if (given and sighting.name.count(" ") < 2) or sighting.name in FAMILY_FIRST:
        second = _SECOND_NAME.match(view, end, end + 30)
        if second is not None and _is_second(second[1]):
            end = second.end(1)
            sighting = Sighting((start, end), view[start:end].replace("\n", " "), "PERSON")
    before = re.search(
        rf"(?:^|[\s(\"'])((?:[{UPPER}][\w.-]+ )?[{UPPER}][\w.-]+?)('s)? $",
        view[max(0, start - 40) : start],
    )
    if before is None:
        return sighting
    word = before[1].split()[-1]
    if sighting.label == "PERSON":
        first = sighting.name.split()[0]
        given = word in GIVEN and word not in TITLES and word not in _WORDS_TOO
        if given and not before[2] and (first not in GIVEN or " " in sighting.name):
            begin = start - len(word) - 1
            return Sighting((begin, end), view[begin:end], "PERSON")
    elif sighting.label == "ORG" and sighting.name.split()[-1] in _OF_A_STATE:
        for owner in (before[1], word):
            if owner in DEMONYMS or (owner in STATES and before[2]):
                begin = start - 1 - len(before[2] or "") - len(owner)
                return Sighting((begin, end), view[begin:end].replace("\n", " "), "ORG")
    return sighting
