"""The cast of one document: every person, organisation, state and place once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.article import Actor, ActorKind, Span
from index.extract.capitals import acts
from index.extract.givennames import TITLES, Gender
from index.extract.lexicon import NOT_NAMES, ORGANISATION_HEADS
from index.extract.names import INTERNATIONAL, Evidence, Sighting, undotted
from index.extract.people import SUFFIX, Person, group, of_short, words_of
from index.extract.states import CAPITALS, DEMONYMS, STATES
from index.extract.view import Block

# Capitalised at a sentence's start, before a name that does not belong to them.
_OPENERS = frozenset(
    """And But For In On At As With To By From When While After Before Since If Though Although
    Because So Yet That Then Now Later Like Both Neither Either Even Still Also""".split()
)

# Names that are ordinary words as well: as the first word of a sentence they are no names
# unless the model takes them for one.
_ORDINARY_WORDS = (
    frozenset(
        """Will Mark Hope Rose Grace Young Bill Rich Frank Drew Chance Price Brown Black White Green
    Long King Best Case Early Hunt Law Love Page Pace Park Reed Sharp Short Small Stone Strong
    Wise Wolf Wood Woods Banks Bush Cash Christian Cook Day Field Fox Gay Good Gore Graves Guy
    Hand Head Hill Ho House Just Kind Lane Little Major Man Means Moon More New Noble Power
    Powers Quick Read Ray Rush Sad See Sky So Sun Swift Sweet Tell The To Too Walker Wall Ward
    Way Ways West Win Winter You An He In My No Do Go Le Ma Min Mo Pat Sue""".split()
    )
    | NOT_NAMES
)


@dataclass(slots=True)
class Role:
    """One actor of the cast, with all its names and the places where it is named."""

    name: str
    kind: ActorKind
    names: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False


@dataclass(slots=True)
class Cast:
    """All actors of a document, and who is named where."""

    roles: list[Role]
    _starts: list[int] = field(default_factory=list)
    _places: list[tuple[Span, Role]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._places = sorted(
            ((span, role) for role in self.roles for span in role.spans), key=lambda at: at[0]
        )
        self._starts = [span[0] for span, _ in self._places]

    def within(self, span: Span) -> list[tuple[Span, Role]]:
        """The namings that overlap a span, in order of place."""
        first = max(0, bisect_left(self._starts, span[0]) - 1)
        last = bisect_right(self._starts, span[1])
        return [at for at in self._places[first:last] if at[0][1] > span[0] and at[0][0] < span[1]]

    def before(self, place: int, reach: int) -> list[tuple[Span, Role]]:
        """The namings that begin in the `reach` code points before a place, in order."""
        first = bisect_left(self._starts, place - reach)
        return self._places[first : bisect_left(self._starts, place)]

    def actors(self, text: str, spoken: Mapping[str, int]) -> tuple[Actor, ...]:
        """The cast as values; `spoken` tells how many quotes each name speaks."""
        found = []
        for role in self.roles:
            if not role.spans:
                continue
            spans = tuple(sorted(role.spans))
            written = [" ".join(text[a:b].split()) for a, b in spans]
            aliases = tuple(dict.fromkeys(written))
            found.append(
                Actor(role.name, role.kind, aliases, spans, len(spans), spoken.get(role.name, 0))
            )
        return tuple(sorted(found, key=lambda actor: actor.mentions[0]))


def cast_of(
    view: str,
    blocks: Sequence[Block],
    sightings: Sequence[Sighting],
    evidence: Mapping[str, Evidence],
    subjects: Sequence[Span],
) -> Cast:
    """Everyone and everything named in the body, each once.

    `subjects` are the stretches of text that the parser found to be subjects of a verb.
    """
    kinds = _kinds(evidence)
    titled = _titles_before(view, sightings)
    people = group((name for name, kind in kinds.items() if kind == "person"), titled)
    roles = [Role(p.name, "person", set(p.names), gender=p.gender) for p in people]
    roles.extend(_bodies(view, kinds))
    roles.extend(_lands(kinds))
    _find_spans(view, blocks, roles, people, kinds, evidence, subjects)
    return Cast([role for role in roles if role.spans])


def _kinds(evidence: Mapping[str, Evidence]) -> dict[str, ActorKind]:
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
    return kinds


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


def title_before(view: str, at: int) -> str | None:
    """The title that stands before a place, without its dot."""
    match = re.search(r"([A-Z][\w-]*)\.?\s$", view[max(0, at - 20) : at])
    return match[1] if match is not None and match[1] in TITLES else None


def _body_key(name: str) -> str:
    """An organisation's name for comparison: "China's Foreign Ministry", "Chinese …"."""
    plain = undotted(name)
    plain = INTERNATIONAL.get(plain, plain)
    plain = re.sub(r"^(?:the|The) ", "", plain)
    for demonym in (plain.split()[0], " ".join(plain.split()[:2])):
        state = DEMONYMS.get(demonym) or STATES.get(demonym.removesuffix("'s"))
        if state is not None and len(plain) > len(demonym) + 1:
            plain = f"{state} {plain[len(demonym) + 1 :]}"
            break
    plain = plain.replace("United Nations ", "UN ").replace("Organization", "Organisation")
    return plain.replace("Center", "Centre").replace("&", "and").replace("-", " ").casefold()


def _bodies(view: str, kinds: Mapping[str, ActorKind]) -> list[Role]:
    names = sorted(
        (name for name, kind in kinds.items() if kind == "organisation"),
        key=lambda name: (-len(name), name),
    )
    roles: dict[str, Role] = {}
    for name in names:
        key = _body_key(name)
        role = roles.get(key)
        if role is None:
            role = _longer(name, roles) or _acronym(view, name, roles)
        if role is None:
            known = INTERNATIONAL.get(undotted(name))
            role = roles[key] = Role(known or name, "organisation")
        elif "'s " in name and "'s " not in role.name and role.name not in INTERNATIONAL.values():
            role.name = name  # "China's Foreign Ministry" rather than "Chinese Foreign Ministry"
        role.names.add(name)
    return list(roles.values())


def _longer(name: str, roles: Mapping[str, Role]) -> Role | None:
    """The one organisation whose name ends with this one ("Security Council")."""
    if " " not in name or undotted(name) in INTERNATIONAL:
        return None
    key = _body_key(name)
    fits = [role for other, role in roles.items() if other.endswith(" " + key)]
    return fits[0] if len(fits) == 1 else None


def _acronym(view: str, name: str, roles: Mapping[str, Role]) -> Role | None:
    """The one organisation of which this is the acronym, in brackets or by its initials."""
    plain = undotted(name)
    if not plain.isupper() or not 2 <= len(plain) <= 7 or plain in INTERNATIONAL:
        return None
    fits = []
    for role in roles.values():
        for long in role.names:
            words = [word for word in re.findall(r"[A-Za-z]+", long) if word not in ("the", "The")]
            capitals = "".join(word[0] for word in words if word[0].isupper())
            every = "".join(word[0].upper() for word in words)
            bracketed = f"{long} ({name})" in view
            if len(words) > 1 and (bracketed or plain in (capitals, every)):
                fits.append(role)
                break
    return fits[0] if len(fits) == 1 else None


def _lands(kinds: Mapping[str, ActorKind]) -> list[Role]:
    roles: dict[tuple[str, ActorKind], Role] = {}
    for name, kind in sorted(kinds.items()):
        if kind == "state":
            state = STATES[name]
            roles.setdefault((state, "state"), Role(state, "state")).names.add(name)
        elif kind == "place":
            key = re.sub(r"^(?:St|Saint)\.? ", "St. ", name).casefold()
            roles.setdefault((key, "place"), Role(name, "place")).names.add(name)
            if name in CAPITALS:
                state = CAPITALS[name]
                roles.setdefault((state, "state"), Role(state, "state")).names.add(name)
    return list(roles.values())


def _find_spans(
    view: str,
    blocks: Sequence[Block],
    roles: Sequence[Role],
    people: Sequence[Person],
    kinds: Mapping[str, ActorKind],
    evidence: Mapping[str, Evidence],
    subjects: Sequence[Span],
) -> None:
    """Every place in the body where a name of the cast stands, given to who it means."""
    owners: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        for name in role.names:
            owners[name].append(role)
    person_roles = [role for role in roles if role.kind == "person"]
    for name, kind in kinds.items():
        if kind == "person" and name not in owners:
            fits = of_short(people, name)
            owners[name] = [role for role in person_roles if role.name in {p.name for p in fits}]
    bare = _surnames(person_roles, people, kinds, owners)
    owners.update(bare)
    acting = sorted(subjects)
    flat = view.replace("\n", " ")
    surfaces = _by_first_word(owners)
    last: dict[str, Role] = {}
    for block in blocks:
        for span in _places(flat, block, surfaces):
            name = flat[span[0] : span[1]]
            if not _counts(flat, span, name, evidence.get(name)):
                continue
            if name in bare and not _stands_alone(flat, span):
                continue
            meant = _which(flat, span, name, owners[name], last, acting)
            if meant is not None:
                meant.spans.append(span)
                if meant.kind == "person":
                    last[words_of(name)[-1]] = meant


def _surnames(
    roles: Sequence[Role],
    people: Sequence[Person],
    kinds: Mapping[str, ActorKind],
    owners: Mapping[str, list[Role]],
) -> dict[str, list[Role]]:
    """The surnames of people named in full that nobody has seen alone, with whom they mean."""
    found: dict[str, list[Role]] = {}
    for role in roles:
        words = SUFFIX.sub("", role.name).split()
        surname = words[-1]
        taken = surname in kinds or surname in owners or surname in _ORDINARY_WORDS
        if len(words) < 2 or taken or len(surname) < 3 or not surname[0].isupper():
            continue
        if surname in STATES or surname in CAPITALS or surname in DEMONYMS or surname in TITLES:
            continue
        meant = {person.name for person in of_short(people, surname)}
        found[surname] = [one for one in roles if one.name in meant]
    return found


def _stands_alone(flat: str, span: Span) -> bool:
    """Whether a surname stands without other names: not "Clinton Foundation", "Hotel Hilton"."""
    if re.match(r"[ -][A-Z]", flat[span[1] : span[1] + 2]):
        return False
    before = re.search(r"([\w'-]+)\.? $", flat[max(0, span[0] - 30) : span[0]])
    if before is None or not before[1][0].isupper():
        return True
    return before[1] in TITLES or before[1] in _OPENERS


_FIRST_WORD = re.compile(r"\w+")


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """The names by their first word, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        first = _FIRST_WORD.search(name)
        if first is not None and first.start() == 0:
            found[first[0]].append(name)
    return found


def _places(flat: str, block: Block, names: Mapping[str, list[str]]) -> Iterator[Span]:
    """Where the names stand in a paragraph, the longest at each place."""
    at = block.start
    for word in _FIRST_WORD.finditer(flat, block.start, block.end):
        start = word.start()
        if start < at or (
            start and flat[start - 1] == "." and flat[start - 2 : start - 1].isalnum()
        ):
            continue
        for name in names.get(word[0], ()):
            end = start + len(name)
            if end > block.end or not flat.startswith(name, start):
                continue
            following = flat[end : end + 2]
            if following[:1].isalnum() or (following[:1] == "." and following[1:].isalnum()):
                continue
            yield start, end
            at = end
            break


def _counts(flat: str, span: Span, name: str, found: Evidence | None) -> bool:
    """Whether a name that is also a common word is a name here and not a sentence's first word."""
    if name not in _ORDINARY_WORDS:
        return True
    if found is not None and any(a <= span[0] < b for a, b in found.tagged):
        return True
    before = flat[: span[0]].rstrip()[-1:] if span[0] < 3 else flat[span[0] - 3 : span[0]].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] == ",") and name not in NOT_NAMES


def _which(
    view: str,
    span: Span,
    name: str,
    fits: Sequence[Role],
    last: Mapping[str, Role],
    acting: Sequence[Span],
) -> Role | None:
    if len(fits) == 1:
        return fits[0]
    if not fits:
        return None
    if name in CAPITALS and {role.kind for role in fits} == {"place", "state"}:
        wanted = "state" if acts(view, span, acting) else "place"
        return next(role for role in fits if role.kind == wanted)
    title = title_before(view, span[0])
    gender = TITLES.get(title) if title is not None else None
    if gender is not None:
        fits = [role for role in fits if role.gender in (gender, None)] or list(fits)
        if len(fits) == 1:
            return fits[0]
    recent = last.get(words_of(name)[-1])
    return recent if recent in fits else fits[0]
