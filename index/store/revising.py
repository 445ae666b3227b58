"""The rows of one article as a person corrected them: rows in, rows out."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from index.article import Span
from index.store.corrections import Said
from index.text import fold_name

_HALF = 0.5

Row = dict[str, Any]
"""A row of `quotes` or `appearances` by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Parting:
    """A split as it concerns the rows of the archive: mentions of these actors are another's."""

    actors: frozenset[int]
    alias: str
    other: int
    name: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a stretch of an article, as a person says; `actor` is None for unknown."""

    span: Span
    said: Said
    actor: int | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """Finds in one text what a person said of a quote in it, or in an older version of it."""

    text: str
    text_sha256: str
    here: Collection[str]

    def find(self, said: Said) -> Span | None:
        """Where the words stand; None for another article's, or where they are gone."""
        if said.text_sha256 == self.text_sha256:
            if self.text[said.start : said.end] == said.exact:
                return said.start, said.end
        elif said.article not in self.here:
            return None
        return nearest(self.text, said)


def nearest(text: str, said: Said) -> Span | None:
    """Where a text has the exact words of a quote, nearest to their old place; None without."""
    best: int | None = None
    at = text.find(said.exact) if said.exact else -1
    while at >= 0 and (best is None or abs(at - said.start) < abs(best - said.start)):
        best = at
        at = text.find(said.exact, at + 1)
    return None if best is None else (best, best + len(said.exact))


def named_apart(appearances: list[Row], text: str, parting: Parting) -> list[Row]:
    """The appearances when mentions that say the alias are another's."""
    kept: list[Row] = []
    moved: list[Span] = []
    for row in appearances:
        mentions: list[Span] = [(start, end) for start, end in json.loads(row["mentions"])]
        parted = [span for span in mentions if _says(text, span, parting.alias)]
        if row["actor"] not in parting.actors or not parted:
            kept.append(row)
            continue
        moved += parted
        left = [span for span in mentions if span not in parted]
        if left:
            aliases = [each for each in json.loads(row["aliases"]) if not _is(each, parting.alias)]
            name = row["name"]
            if _is(name, parting.alias):
                name = next(iter(aliases), text[slice(*left[0])])
            kept.append({**row, "name": name, **_counted(left, aliases)})
    if not moved:
        return appearances
    there = next((row for row in kept if row["actor"] == parting.other), None)
    forms = dict.fromkeys(text[start:end] for start, end in sorted(moved))
    if there is None:
        number = appearances[0]["article"]
        there = {"article": number, "actor": parting.other, "name": parting.name}
        there |= _counted([], [])
        kept.append(there)
    others = dict.fromkeys([*json.loads(there["aliases"]), *forms])
    others.pop(there["name"], None)
    spans = [(start, end) for start, end in json.loads(there["mentions"])]
    changed = {**there, **_counted(sorted([*spans, *moved]), list(others))}
    return [changed if row is there else row for row in kept]


def spoken_by_another(
    quotes: list[Row], appearances: list[Row], text: str, parting: Parting
) -> list[Row]:
    """The quotes when mentions that say the alias are another's.

    A pronoun means whoever was named last before it.
    """
    mentions = sorted(
        (start, end)
        for row in appearances
        if row["actor"] in parting.actors
        for start, end in json.loads(row["mentions"])
    )
    shown = []
    for row in quotes:
        if row["speaker_id"] in parting.actors and mentions:
            at = row["start"] if row["mention_start"] is None else row["mention_start"]
            before = [span for span in mentions if span[0] <= at]
            if _says(text, before[-1] if before else mentions[0], parting.alias):
                row = {**row, "speaker": parting.name, "speaker_id": parting.other}
        shown.append(row)
    return shown


def _counted(mentions: Sequence[Span], aliases: Sequence[str]) -> Row:
    return {
        "aliases": json.dumps(list(aliases)),
        "mentions": json.dumps(list(mentions)),
        "count": len(mentions),
    }


def _says(text: str, span: Span, alias: str) -> bool:
    return _is(text[slice(*span)], alias)


def _is(name: str, alias: str) -> bool:
    return fold_name(name).strip() == alias


def corrected(
    quotes: list[Row], number: int, none: list[tuple[Span, Said]], speakers: list[Speaker]
) -> list[Row]:
    """The quotes as a person left them. What the machine finds no more is there all the same."""
    gone = [row for span, said in none for row in _meant(quotes, span, said)]
    shown = [row for row in quotes if row not in gone]
    for speaker in speakers:
        changed = {"speaker": speaker.name, "speaker_id": speaker.actor, "confidence": 1.0}
        meant = _meant(shown, speaker.span, speaker.said)
        shown = [{**row, **changed} if row in meant else row for row in shown]
        if not meant and not any(_overlap(speaker.span, span) for span, _ in none):
            shown.append(_as_it_was_left(number, speaker) | changed)
    return shown


def _meant(quotes: Sequence[Row], span: Span, said: Said) -> list[Row]:
    """The quotes that the machine finds where a person saw one.

    That very span; or else the one that shares most of it, if that is half of what both cover
    together; or else all that share at least half of the shorter of the two with it, as the
    parts of a quote do.
    """
    alike = [row for row in quotes if (row["kind"] == "act") == (said.kind == "act")]
    nearest = max(alike, key=lambda row: _agreement(_span(row), span), default=None)
    if nearest is not None and _agreement(_span(nearest), span) >= _HALF:
        return [nearest]
    lengths = [(row, min(span[1] - span[0], row["end"] - row["start"])) for row in alike]
    return [row for row, shorter in lengths if _overlap(_span(row), span) >= _HALF * shorter]


def _agreement(one: Span, other: Span) -> float:
    """What two spans share of what they cover together: 1 for one and the same."""
    shared = _overlap(one, other)
    return shared / max(one[1] - one[0] + other[1] - other[0] - shared, 1)


def _span(row: Row) -> Span:
    return row["start"], row["end"]


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _as_it_was_left(number: int, speaker: Speaker) -> Row:
    start, end = speaker.span
    moved = start - speaker.said.start
    verbatim = [(first + moved, last + moved) for first, last in speaker.said.verbatim]
    nothing = dict.fromkeys(
        ("mention", "mention_start", "mention_end", "cue", "cue_start", "cue_end")
    )
    return {
        "article": number,
        "start": start,
        "end": end,
        "kind": speaker.said.kind,
        "verbatim": json.dumps(verbatim),
        **nothing,
    }


def order(row: Row) -> tuple[int, int]:
    return (row["start"], row["end"]) if "start" in row else (row["actor"], 0)
