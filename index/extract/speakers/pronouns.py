"""Pronouns: whom "he", "she" and "it" mean where somebody speaks.

The subject of the last cue comes first, then whoever the narrator's sentences are about; nothing
that stands inside a quotation counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import ActorKind, Span
from index.extract.actors.cast import Cast, Role
from index.extract.quotes.marks import Marked
from index.extract.words.givennames import Gender
from index.extract.words.lexicon import GROUP_NOUNS

REACH = 1500
"""Code points back to which a pronoun may point: about three paragraphs of news."""

_JUST = 120
"""Code points back to which somebody was just named: about a sentence."""

_DOCUMENT = re.compile(
    r"\b(?:(?:an?|the|its|his|her|their|this)\s|'s?\s|(?=[A-Z]))"
    r"((?:(?!(?:an?|the|its|his|her|their|this)\b)[\w-]+ ){0,3}?(?:statement|"
    r"declaration|report|communique|letter|resolution|memo|document|study|article|lawsuit|editorial|filing))\b"
)
_SENTENCE_STOP = re.compile(r"(?<![A-Z.])[.?!]\"?\s+(?=[A-Z\"])")
_LEADING = re.compile(
    r"^(?:(?:in|on|by|of|to|from|with|for|and|that|issued|released|published|said)\s+)*"
    r"(?:(?:a|an|the|its|his|her|their|this)\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody spoke at a place: the name, the actor if it is one, whether it is many."""

    place: int
    name: str
    role: Role | None
    plural: bool


@dataclass(slots=True)
class Focus:
    """Who spoke so far, in order of place."""

    said: list[Spoken] = field(default_factory=list)

    def spoke(self, place: int, name: str | None, role: Role | None, *, plural: bool) -> None:
        if name is not None:
            self.said.append(Spoken(place, name, role, plural))

    def plural(self, place: int) -> str | None:
        """The last who spoke and were many."""
        for one in reversed(self.said):
            if place - one.place > REACH:
                return None
            if one.plural:
                return one.name
        return None


class Narration:
    """The narrator's words: who is named in them, outside of quotations, and as subject of what."""

    def __init__(
        self,
        view: str,
        cast: Cast,
        marks: Sequence[Marked],
        subjects: Sequence[Span],
        bodies: Sequence[tuple[Span, Span]],
        reported: Sequence[Span] = (),
    ) -> None:
        self._view = view
        self._cast = cast
        self._marks = sorted(one.outer for one in marks)
        self._mark_starts = [span[0] for span in self._marks]
        self._subjects = sorted(subjects)
        self._bodies = sorted(bodies)
        self._reported = sorted(reported)
        self._reported_starts = [span[0] for span in self._reported]
        self._subject_starts = [span[0] for span in self._subjects]

    def quoted(self, place: int) -> bool:
        """Whether a place stands between quotation marks."""
        at = bisect_right(self._mark_starts, place) - 1
        return at >= 0 and self._marks[at][0] <= place < self._marks[at][1]

    def is_subject(self, span: Span) -> bool:
        """Whether a naming is the subject of a verb in the narrator's sentence."""
        at = bisect_left(self._subject_starts, span[0])
        return at < len(self._subjects) and self._subjects[at][0] < span[1]

    def _in_a_report(self, place: int) -> bool:
        """Whether a place stands in what somebody is reported to have said."""
        at = bisect_right(self._reported_starts, place) - 1
        return at >= 0 and self._reported[at][0] <= place < self._reported[at][1]

    def _told(self, place: int) -> list[tuple[Span, Role]]:
        return [
            (span, role)
            for span, role in self._cast.before(place, REACH)
            if span[1] <= place and not self.quoted(span[0])
        ]

    def person(self, place: int, gender: Gender, focus: Focus) -> Role | None:
        """The person whom "he" or "she" at a place means."""
        told = [(span, role) for span, role in self._told(place) if role.kind == "person"]
        fits = [(span, role) for span, role in told if role.gender in (gender, None)]
        spoken = [
            one
            for one in focus.said
            if place - REACH <= one.place < place
            and one.role is not None
            and one.role.kind == "person"
            and one.role.gender in (gender, None)
        ]
        if gender == "f":  # a woman whose name tells it comes before a name that does not
            fits = [at for at in fits if at[1].gender == "f"] or fits
        last = spoken[-1] if spoken else None
        subjects = [(span, role) for span, role in fits if self.is_subject(span)]
        if last is not None:
            # Whom the speaker's own words are about has not taken the speaker's place.
            newer = [
                at for at in subjects if at[0][0] > last.place and not self._in_a_report(at[0][0])
            ]
            if newer:
                return newer[-1][1]
            # Who is surely a woman, and was just named, comes before one who may be.
            unsure = gender == "f" and last.role is not None and last.role.gender is None
            just = [
                role
                for span, role in fits
                if role.gender == gender
                and max(last.place, place - _JUST) < span[0]
                and not self._in_a_report(span[0])
            ]
            return just[-1] if unsure and just else last.role
        if subjects:
            return subjects[-1][1]
        return self._first_of_last_sentence(fits)

    def described(self, place: int, focus: Focus, kind: ActorKind = "person") -> Role | None:
        """The person or body of whom a description at a place ("the senator") goes on to speak.

        It is who is the subject or spoke last: in the same paragraph, or in the one before when
        nobody else was named since. Who asked a question is not who answers it.
        """
        told = [(span, role) for span, role in self._told(place) if role.kind == kind]
        active = [
            (span[0], role)
            for span, role in told
            if self.is_subject(span) and not self._asked(span[0])
        ]
        active += [
            (one.place, one.role)
            for one in focus.said
            if one.place < place and one.role is not None and not self._asked(one.place)
        ]
        if not active:
            return None
        at, role = max(active, key=lambda each: each[0])
        paragraph = max(self._view.rfind("\n", 0, place), 0)
        others = any(other is not role and span[0] > at for span, other in told)
        near = at > paragraph or (not others and place - at < REACH // 2)
        return role if near and role.kind == kind else None

    def _asked(self, place: int) -> bool:
        return re.search(r"\?['\"]+ ?$", self._view[max(0, place - 4) : place]) is not None

    def _first_of_last_sentence(self, fits: Sequence[tuple[Span, Role]]) -> Role | None:
        if not fits:
            return None
        last = fits[-1][0][0]
        start = max(self._view.rfind(stop, 0, last) for stop in (". ", "\n", '." '))
        inside = [role for span, role in fits if span[0] > start]
        return inside[0] if inside else fits[-1][1]

    def _subject_before(self, place: int) -> tuple[str, Role | None] | None:
        """The organisation, state or other body that the sentence before is about."""
        paragraph = max(self._view.rfind("\n\n", 0, place), 0)
        stops = [
            stop.end()
            for stop in _SENTENCE_STOP.finditer(self._view, paragraph, place + 1)
            if not self.quoted(stop.start())
        ]
        here = stops[-1] if stops else paragraph
        before = stops[-2] if len(stops) > 1 else paragraph
        at = bisect_left(self._bodies, ((place, 0), (0, 0))) - 1
        if at < 0:
            return None
        head, phrase = self._bodies[at]
        if not before <= head[0] < here or self.quoted(head[0]):
            return None
        named = [role for span, role in self._cast.within(head)]
        if any(role.kind not in ("organisation", "state") for role in named):
            return None
        if named:
            return named[-1].name, named[-1]
        words = " ".join(self._view[slice(*phrase)].split())
        body = self._view[slice(*head)].lower() in GROUP_NOUNS
        return (_LEADING.sub("", words), None) if body else None

    def body(self, place: int, focus: Focus) -> tuple[str, Role | None] | None:
        """What "it" at a place means.

        The body that the sentence before is about comes first, then a document just told of,
        then the last body that spoke.
        """
        subject = self._subject_before(place)
        if subject is not None:
            return subject
        paragraph = max(self._view.rfind("\n\n", 0, place), 0)
        before = max(self._view.rfind("\n\n", 0, paragraph), 0)
        found = [
            match
            for match in _DOCUMENT.finditer(self._view, before, place)
            if not self.quoted(match.start())
        ]
        bodies = [
            one
            for one in focus.said
            if place - REACH <= one.place < place
            and not (one.role is not None and one.role.kind == "person")
        ]
        # Where many have spoken since, one body that spoke before them is no longer meant.
        last = bodies[-1] if bodies and not bodies[-1].plural else None
        if last is not None and last.place > before:
            return last.name, last.role
        told = [
            (span, role)
            for span, role in self._told(place)
            if role.kind in ("state", "organisation") and self.is_subject(span)
        ]
        near = told[-1] if told and told[-1][0][0] > before else None
        if found and (near is None or found[-1].start() > paragraph or near[0][0] < before):
            return _LEADING.sub("", found[-1][1]), None
        if near is not None:
            return near[1].name, near[1]
        if found:
            return _LEADING.sub("", found[-1][1]), None
        return (last.name, last.role) if last is not None else None
