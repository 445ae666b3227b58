"""Names: what a stretch of text is as a name, without titles, offices and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import Span
from index.extract.view import Block
from index.extract.words.givennames import GIVEN, TITLES
from index.extract.words.knownbodies import INTERNATIONAL, known_as, undotted
from index.extract.words.lexicon import (
    DAYS,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    ROLE_NOUNS,
    is_person_noun,
)
from index.extract.words.states import (
    DEMONYMS,
    STATES,
)

UPPER = "A-ZÀ-ÖØ-ÞĆČĐİŁŚŞŠŹŻŽ"
"""Capital letters of names in Latin script, for the inside of a pattern's brackets."""
POSSESSIVE = re.compile(r"(?:'s?|\u2019s?)$")
EDGE = " \n\t,.;:!?\"'()[]{}-\u2013\u2014/*_<>|=#@&\u2026"
# Words that begin a sentence and stand before a name by chance.
_SENTENCE_WORDS = frozenset(
    """In On At For From With By Of As To And But Or If When While After Before Since Although
    Though Because Until Unlike Under Over Then Meanwhile However Also Even Only Add Why How What
    Where Is Are Was Were Did Does Do Can Yes No Not Dear Ex Another Once One Two Three Four Five
    Six Seven Eight Nine Ten Some Many Most All Both Every Each Few Several Other Others Neither
    Either""".split()
)
OFFICES = frozenset(
    """Counsel Secretary Leader Chairman Chairwoman Spokesman Spokeswoman Chief Director
    Correspondent Minister President Ambassador Commissioner Whip Speaker Press Majority Minority
    Prime Vice Deputy Special Undersecretary Adviser Advisor Envoy Coach CEO CFO Editor
    Administrator Analyst Economist Lawyer Attorney Congressman Rep Sen Gov""".split()
)
_DAY_BEHIND = re.compile(rf"\s(?:{'|'.join(re.escape(day) for day in sorted(DAYS))})$")
_OF_A_PARTY = re.compile(
    r"(?:Republican|Democrat|Democratic|GOP|Libertarian|Conservative|Labour|Tory|Green) ([A-Z]\w+)"
)
_SECRETARY_OF = re.compile(r"(\w+ (?:\w+ )?)([A-Z]\w+) [A-Z][\w-]+$")
_ADJECTIVES = frozenset(
    """liberal conservative moderate progressive independent christian american muslim jew lead
    head chief star general major public fellow lone youth""".split()
)
_FORMS_OF_ADDRESS = frozenset(
    "Mr Mrs Ms Mister Madam Sir Dame Maître Maitre Monsieur Herr Frau Señor Señora".split()
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a name may stand: its span, the name as written, the model's label."""

    span: Span
    name: str
    label: str | None


def clean(view: str, start: int, end: int, label: str | None) -> Sighting | None:
    """A stretch of text as a name, or None when nothing of it is a name."""
    start, end = _trim(view, start, end)
    address = re.match(r"\w+", view[start:end])
    if label == "ORG" and address is not None and address[0] in _FORMS_OF_ADDRESS:
        label = "PERSON"  # "Maître Noëlle Bouchard"
    office = _SECRETARY_OF.match(view[start:end]) if label == "ORG" else None
    if office is not None and office[2] in GIVEN and view[max(0, start - 4) : start] == " of ":
        start, label = start + office.start(2), "PERSON"  # "Secretary of State Jane Roe"
    party = _OF_A_PARTY.match(view, start, end)
    if party is not None and party[1] in GIVEN:
        start, label = party.start(1), "PERSON"  # "Republican Mike Braun"
    person = label == "PERSON"
    inner = re.search(r"(?:'s|s') ", view[start:end])
    if inner is not None and (person or view[start : start + inner.start()] not in STATES):
        start += inner.end()
    while start < end:
        first = re.match(r"\S+", view[start:end])
        if first is None:
            return None
        word = first[0].strip(EDGE)
        rest = end - start - first.end()
        titled = person and (word in TITLES or word in DEMONYMS or word.lower() in ROLE_NOUNS)
        # "Sociologist Max Weber", but not "Baron Cohen".
        described = person and word not in GIVEN and is_person_noun(word.lower())
        titled = titled or (described and " " in view[start + first.end() : end].strip())
        if rest > 0 and (
            first[0].lower() in ("the", "a", "an", "former")
            or (label is not None and word in _SENTENCE_WORDS)
            or (not word[:1].isupper() and word[:3] not in ("al-", "el-", "bin"))
            or titled
        ):
            start += first.end()
            start, end = _trim(view, start, end)
            continue
        break
    if label == "ORG":
        end = _without_office(view, start, end)
    day = _DAY_BEHIND.search(view[start:end])
    if day is not None:
        end = start + day.start()  # "for Trump Sunday"
    possessive = POSSESSIVE.search(view[start:end])
    if possessive is not None:
        end = start + possessive.start()
    start, end = _trim(view, start, end)
    name = view[start:end].replace("\n", " ")
    if not is_name(name):
        return None
    opening = name.split()[0]
    known = known_as(opening) is not None or (opening in STATES and opening not in GIVEN)
    if person and " " in name and known:
        return None  # "Twitter Pinterest", "U.S. Credit"
    return Sighting((start, end), name, label)


def _without_office(view: str, start: int, end: int) -> int:
    """Where a body's name ends before the office of one of its people: "White House Counsel"."""
    words = view[start:end].split()
    if "of" in words or "for" in words or not words or words[-1] not in OFFICES:
        return end
    office = re.search(rf"(?:^|\s)(?:(?:{'|'.join(sorted(OFFICES))})(?:\s|$))+$", view[start:end])
    return start + office.start() if office is not None else end


def _trim(view: str, start: int, end: int) -> Span:
    while start < end and view[start] in EDGE:
        start += 1
    while end > start and view[end - 1] in EDGE:
        # The last dot of an acronym or an abbreviated name belongs to it.
        if view[end - 1] == "." and re.search(
            r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))\.$", view[start:end]
        ):
            break
        end -= 1
    return start, end


def is_name(name: str) -> bool:
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
        if name in PLACE_HEADS:
            return name == "Gulf"
        return name not in NOT_NAMES and name not in DEMONYMS and name.rstrip(".") not in TITLES
    if words[-1] in ("Special", "Former", "Democratic", "Republican", "Democrat") or (
        words[-1] in DEMONYMS and words[0] not in GIVEN
    ):
        return False
    if all(word.strip(".,") in TITLES or word in NOT_NAMES for word in words):
        return False
    if words[-1] in ("of", "and", "the", "for") or (words[0] in OFFICES and words[1] == "of"):
        return False  # "Secretary of State"
    return not (
        words[0] in NOT_NAMES
        and words[0] not in DEMONYMS
        and words[0].lower() in ("i", "he", "she", "it", "they", "we", "you", "and", "but")
    )


def in_capitals(view: str, block: Block) -> bool:
    """Whether a headline writes most of its words with a capital, names or not."""
    if view[block.end - 1] == ".":
        return False
    words = [word for word in re.findall(r"[A-Za-z]+", view[block.start : block.end]) if word[3:]]
    return bool(sum(word[0].isupper() for word in words) * 5 > 3 * len(words))


def names_a_person(noun: str) -> bool:
    """Whether a noun before a name says that the name is one person's: "daughter", "analyst"."""
    return noun.islower() and noun not in _ADJECTIVES and is_person_noun(noun)


def word_before(view: str, at: int) -> str:
    """The word that stands before a place, without what opens it; empty where none does."""
    if not at or not view[at - 1].isspace():
        return ""
    words = view[max(0, at - 30) : at - 1].split(" ")
    word = words[-1].rpartition("\n")[2]
    return word.lstrip("\"'(")
