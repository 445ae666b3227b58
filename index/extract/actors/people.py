"""People: which names are one person's, and which of two people a surname means."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from index.extract.words.givennames import FAMILY_FIRST, GIVEN, SHORT_FOR, TITLES, Gender

SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
"""What may stand after a surname and is no name."""
_PARTICLES = re.compile(r"^(?:al|el|ash|as|an|ad|bin|ben)[- ]", re.IGNORECASE)

_COMMON = 8192
"""Words whose plain form is kept; the same come up in every article."""


@dataclass(slots=True)
class Person:
    """One person of a document: the full name, all names it goes by, and its gender."""

    name: str
    names: set[str] = field(default_factory=set)
    gender: Gender | None = None
    words: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = [words_of(name) for name in sorted(self.names)]

    def add(self, name: str) -> None:
        """Take another name of the same person."""
        if name not in self.names:
            self.names.add(name)
            self.words.append(words_of(name))

    @property
    def given(self) -> str:
        return self.name.split()[0]


@lru_cache(_COMMON)
def plain(word: str) -> str:
    """A name's word for comparison: without case, accents, dots and Arabic articles."""
    word = unicodedata.normalize("NFD", word)
    word = "".join(char for char in word if not unicodedata.combining(char))
    return _PARTICLES.sub("", word).replace(".", "").replace("'", "").casefold()


def words_of(name: str) -> list[str]:
    """The words of a name for comparison, without "Jr." and the like."""
    return [plain(word) for word in SUFFIX.sub("", name).split() if plain(word)]


def group(
    names: Iterable[str], titled: Mapping[str, set[str]], relatives: Set[str] = frozenset()
) -> list[Person]:
    """Full names that are one person's become one person; short names join where only one fits.

    `titled` gives for each name the titles that stand before it in the text; `relatives` are the
    names brought in as somebody's wife, son and the like. A surname that two
    people bear is left out here: `of_short` tells which of them a single mention means.
    """
    ordered = sorted(set(names), key=lambda name: (-len(words_of(name)), name))
    people: list[Person] = []
    bearing: dict[str, list[Person]] = defaultdict(list)
    short: list[str] = []
    for name in ordered:
        words = words_of(name)
        if len(words) < 2:
            short.append(name)
            continue
        same = [
            person
            for person in bearing[words[-1]]
            if _same(person, words) and _generation(person.name) == _generation(name)
        ]
        first = [person for person in same if person.words[0][0] == words[0]]
        if len(same) == 1 or len(first) == 1:
            (first or same)[0].add(name)
        elif not same:
            people.append(Person(name, {name}))
            for word in set(words):
                bearing[word].append(people[-1])
    for name in short:
        fits = of_short(people, name)
        if not fits:
            others = [person for person in people if plain(person.name) == plain(name)]
            if others:
                others[0].add(name)
            else:
                people.append(Person(name, {name}))
        elif len(fits) == 1 and _well_known(fits[0], name, titled, relatives):
            people.append(Person(name, {name}))
        elif len(fits) == 1 and not _conflict(fits[0], name, titled):
            fits[0].add(name)
    for person in people:
        person.gender = _gender(person, titled)
    return people


def meant_by(people: Sequence[Person], name: str) -> list[Person]:
    """The people whom a name may mean, that is nobody's alone."""
    words = words_of(name)
    if len(words) < 2:
        return of_short(people, name)
    return [person for person in people if _same(person, words)]


def of_short(people: Sequence[Person], name: str) -> list[Person]:
    """The people with full names whom a single word may mean: by surname, else by first name."""
    words = words_of(name)
    if len(words) != 1:
        return []
    full = [person for person in people if len(person.words[0]) > 1]
    word = words[0]
    last = [p for p in full if any(known[-1] == word for known in p.words) or _first(p) == word]
    if last:
        return last
    hyphened = [p for p in full if word in p.words[0][-1].split("-")]
    return [p for p in full if p.words[0][0] == word] or hyphened or _nicknamed(full, word)


def _first(person: Person) -> str:
    """The family name of one who bears it before the given name: "Kim" of "Kim Jong Un"."""
    return person.words[0][0] if person.given in FAMILY_FIRST else ""


def _nicknamed(people: Sequence[Person], word: str) -> list[Person]:
    """Whom a first name cut short means: "Shaq" is Shaquille O'Neal, "Bill" is William."""
    full = plain(SHORT_FOR.get(word.capitalize(), ""))
    return [
        person
        for person in people
        if (full and person.words[0][0] == full)
        or (
            len(word) > 3
            and len(person.words[0][0]) > len(word) + 2
            and person.words[0][0].startswith(word)
        )
    ]


def _generation(name: str) -> str:
    """What tells a son from his father: "jr"."""
    suffix = SUFFIX.search(name)
    return suffix[0].strip(" ,.").casefold() if suffix is not None else ""


def _same(person: Person, words: Sequence[str]) -> bool:
    return any(_one_person(known, words) for known in person.words)


def _one_person(long: Sequence[str], short: Sequence[str]) -> bool:
    if len(long) < 2 or len(short) < 2:
        return False
    if long == short:
        return True
    if len(short) < len(long) and (
        list(long[-len(short) :]) == list(short)
        or (list(long[: len(short)]) == list(short) and len(short) > 2)
    ):
        return True  # "Suu Kyi" of "Aung San Suu Kyi"
    if long[-1] != short[-1]:
        return False
    return _given_fit(long[0], short[0])


def _given_fit(one: str, other: str) -> bool:
    if (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    ):
        return True
    long = {plain(short): plain(full) for short, full in SHORT_FOR.items()}
    if long.get(one, one) == long.get(other, other):
        return True
    # Transliterations: "Sergei" and "Sergey", "Mohamed" and "Mohammed".
    return (
        len(one) > 4 and len(other) > 4 and one[:4] == other[:4] and abs(len(one) - len(other)) <= 1
    )


def _well_known(
    person: Person, name: str, titled: Mapping[str, set[str]], relatives: Set[str]
) -> bool:
    """Whether a surname is that of somebody who need not be named in full: "President Trump".

    So it is where it stands with an office and the one named in full, without it, is a relative:
    "first lady Melania Trump".
    """
    offices = {title for title in titled.get(name, ()) if TITLES.get(title) is None}
    own = {title for known in person.names for title in titled.get(known, ())}
    return bool(offices) and not offices & own and bool(person.names & relatives)


def _conflict(person: Person, name: str, titled: Mapping[str, set[str]]) -> bool:
    """Whether the titles before a short name speak of another gender than the full name."""
    told = {TITLES[title] for title in titled.get(name, ()) if TITLES.get(title)}
    gender = GIVEN.get(person.given)
    return gender is not None and bool(told) and gender not in told


def _gender(person: Person, titled: Mapping[str, set[str]]) -> Gender | None:
    votes: dict[Gender, int] = defaultdict(int)
    for name in person.names:
        for title in titled.get(name, ()):
            gender = TITLES.get(title)
            if gender is not None:
                votes[gender] += 1
    if len(votes) == 1:
        return next(iter(votes))
    gender = GIVEN.get(person.given)
    # A man's given name alone may be a surname ("Allen", "Thomas"), a woman's hardly ever is.
    return gender if len(words_of(person.name)) > 1 or gender == "f" else None
