"""The cast of one document: every person, organisation, state and place once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.article import Actor, ActorKind, Span
from index.extract.words.givennames import Gender


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

    def called(self, name: str) -> Role | None:
        """Whom a name means that stands where nobody is named; None where several could be meant.

        First the one that goes by it, then the one that is called so too, then the one person of
        this surname: news tell the full name once, and the surname alone after it.
        """
        goes = [role for role in self.roles if role.name == name]
        called = [role for role in self.roles if name in role.names]
        people = [role for role in self.roles if role.kind == "person"]
        surnamed = [person for person in people if person.name.split()[1:][-1:] == [name]]
        for found in (goes, called, surnamed):
            if found:
                return found[0] if len(found) == 1 else None
        return None

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
