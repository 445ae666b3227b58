"""Where the cast is named: every place in the text, and whom a name means there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.article import ActorKind, Span
from index.extract.actors.capitals import acts, is_where
from index.extract.actors.cast import Role
from index.extract.actors.evidence import Evidence
from index.extract.actors.names import in_capitals
from index.extract.actors.people import SUFFIX, Person, meant_by, of_short
from index.extract.view import Block
from index.extract.words.givennames import TITLES
from index.extract.words.knownbodies import known_as
from index.extract.words.lexicon import NOT_NAMES
from index.extract.words.states import CAPITALS, DEMONYMS, STATES

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


_SAYS = re.compile(
    r" (?:also |later |then |[a-z]+ly )?"
    r"(?:said|says|told|added|adds|stated|argued|explained|noted)\b"
)
_CHILD = re.compile(r"\b(?:daughter|son|grandson|granddaughter),? $")
_PARENT = re.compile(r"\b(?:mother|father|parent|grandmother|grandfather),? $")
_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le bin bint ibn ten ter".split()
)


def title_before(view: str, at: int) -> str | None:
    """The title that stands before a place, without its dot."""
    match = re.search(r"([A-Z][\w-]*)\.?\s$", view[max(0, at - 20) : at])
    return match[1] if match is not None and match[1] in TITLES else None


def find_spans(
    view: str,
    blocks: Sequence[Block],
    outside: Sequence[Block],
    roles: Sequence[Role],
    people: Sequence[Person],
    kinds: Mapping[str, ActorKind],
    evidence: Mapping[str, Evidence],
    subjects: Sequence[Span],
) -> None:
    """Every place in the text where a name of the cast stands, given to who it means."""
    owners: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        for name in role.names:
            owners[name].append(role)
    person_roles = [role for role in roles if role.kind == "person"]
    for name, kind in kinds.items():
        if kind == "person" and name not in owners:
            meant = {person.name for person in meant_by(people, name)}
            owners[name] = [role for role in person_roles if role.name in meant]
    bare = _surnames(person_roles, people, kinds, owners)
    owners.update(bare)
    for name, role in _variants(person_roles, owners):
        owners[name] = [role]
    acting = sorted(subjects)
    flat = view.replace("\n", " ")
    surfaces = _by_first_word(owners)
    shared: list[tuple[Span, str]] = []
    for block in (*blocks, *outside):
        headed = block in outside and in_capitals(view, block)
        for span in _places(flat, block, surfaces):
            name = flat[span[0] : span[1]]
            fits = owners[name]
            if not _counts(flat, span, name, evidence.get(name)):
                continue
            if name in bare and not (headed or _stands_alone(flat, span)):
                continue
            if name in bare and name in _ORDINARY_WORDS and not _SAYS.match(flat, span[1]):
                continue
            if name in CAPITALS and {role.kind for role in fits} == {"place", "state"}:
                acting_here = block in outside or acts(view, span, acting)
                wanted = "state" if acting_here and not is_where(view, span) else "place"
                next(role for role in fits if role.kind == wanted).spans.append(span)
            elif len(fits) == 1:
                fits[0].spans.append(span)
            elif fits:
                shared.append((span, name))
    _share_out(view, shared, owners)


def _variants(
    people: Sequence[Role], owners: Mapping[str, Sequence[Role]]
) -> Iterator[tuple[str, Role]]:
    """Other forms of people's names: without the middle, with particles, "Al-…" for "al-…"."""
    found: dict[str, list[Role]] = defaultdict(list)
    for role in people:
        words = SUFFIX.sub("", role.name).split()
        if len(words) > 2:
            found[f"{words[0]} {words[-1]}"].append(role)
        suffix = SUFFIX.search(role.name)
        if suffix is not None and len(words) > 1:
            found[words[-1] + suffix[0]].append(role)
        at = next((i for i, word in enumerate(words) if word.lower() in _PARTICLES), 0)
        if at:
            surname = " ".join(words[at:])
            found[surname].append(role)
            found[surname[0].upper() + surname[1:]].append(role)
        for name in [*role.names, words[-1]]:
            if name[:3] in ("al-", "el-"):
                found[name[0].upper() + name[1:]].append(role)
    for name, roles in found.items():
        if name not in owners and len(roles) == 1:
            yield name, roles[0]


def _share_out(
    view: str, shared: Sequence[tuple[Span, str]], owners: Mapping[str, Sequence[Role]]
) -> None:
    """A name that several people bear is given to whom its title or the article means.

    News calls the one it is about by the bare surname, and relatives by name: so it is who is
    named in full first, or far more often than that one.
    """
    weight: dict[int, float] = {}
    titles: dict[int, set[str]] = defaultdict(set)
    for role in {id(role): role for _, name in shared for role in owners[name]}.values():
        full = [span for span in role.spans if " " in view[slice(*span)].strip()]
        first = min(role.spans)[0] if role.spans else len(view)
        weight[id(role)] = len(full) - first / (len(view) + 1)
        titles[id(role)].update(filter(None, (title_before(view, a) for a, _ in full)))
    for span, name in shared:
        fits = list(owners[name])
        title = title_before(view, span[0])
        gender = TITLES.get(title) if title is not None else None
        if gender is not None:
            fits = [role for role in fits if role.gender in (gender, None)] or fits
        if title in ("Mr", "Mrs"):  # a child of theirs goes by a given name
            fits = [role for role in fits if not _is_a_child(view, role, fits)] or fits
        same = [role for role in fits if title in titles[id(role)]]
        earliest = min(fits, key=lambda role: min(role.spans, default=(len(view), 0)))
        weights = {id(role): weight[id(role)] + 1.5 * (role is earliest) for role in fits}
        max(same or fits, key=lambda role: weights[id(role)]).spans.append(span)


def _is_a_child(view: str, role: Role, others: Sequence[Role]) -> bool:
    """Whether somebody is told to be the child of another of the name: "her mother, Jane Roe"."""
    return any(
        _told_before(view, role, _CHILD) or (one is not role and _told_before(view, one, _PARENT))
        for one in others
    ) and not _told_before(view, role, _PARENT)


def _told_before(view: str, role: Role, relative: re.Pattern[str]) -> bool:
    return any(relative.search(view[max(0, start - 24) : start]) for start, _ in role.spans)


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
        taken = surname in kinds or surname in owners or surname in NOT_NAMES
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
    before = re.search(r"([\w'-]+)(\.?) $", flat[max(0, span[0] - 30) : span[0]])
    if before is None or not before[1][0].isupper():
        return True
    if before[2] and len(before[1]) > 4:  # a sentence has ended; "Prof." and the like have not
        return True
    if before[2] and _SAYS.match(flat, span[1]):  # "in the U.N. Roe said"
        acronym = re.search(r"(?:[A-Z]\.){2,}(?= $)", flat[max(0, span[0] - 12) : span[0]])
        if acronym is not None and (known_as(acronym[0]) or acronym[0] in STATES):
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
    if name not in NOT_NAMES and _SAYS.match(flat, span[1]):
        return True
    before = flat[: span[0]].rstrip()[-1:] if span[0] < 3 else flat[span[0] - 3 : span[0]].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] == ",") and name not in NOT_NAMES
