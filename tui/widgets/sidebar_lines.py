"""What stands in the sidebar: the actors and the quotes of an article as lines of one width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.article import DOUBTFUL, Actor, ActorKind, Quote, Reading, Span
from tui.widgets.cells import drawn
from tui.widgets.cells import width as cells
from tui.widgets.marks import CORRECTED, QUOTE, SPEECH
from tui.widgets.wrap import wrap
from tui.words import one_line, opening

GROUPS: tuple[tuple[ActorKind, str], ...] = (
    ("person", "PEOPLE"),
    ("organisation", "ORGANISATIONS"),
    ("state", "STATES"),
    ("place", "PLACES"),
)
"""The kinds of actors in the order in which they are shown, and their headings."""

MOST = 5
"""The most lines that the words of a quote take."""

About = Actor | Quote
"""What an entry is about."""

_INDENT = 2


class Part(NamedTuple):
    """A stretch of a line in one style: words of our own, or a place in the article's text."""

    style: str
    words: str = ""
    place: Span | None = None


class Line(NamedTuple):
    """A line, and the index of the entry it belongs to (None for headings and blanks)."""

    parts: tuple[Part, ...] = ()
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor or a quote to go to.

    `key` is the same when the article is read anew. `places` are gone to in turn, `mentions`
    stand out in the article meanwhile, and `query` finds more of the kind ("" for nothing).
    """

    about: About
    key: tuple[object, ...]
    places: tuple[Span, ...]
    mentions: tuple[Span, ...]
    query: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines of one tab, and the entries they belong to. Column 0 is left to the cursor."""

    lines: tuple[Line, ...]
    entries: tuple[Entry, ...] = ()

    def lines_of(self, entry: int) -> tuple[int, int]:
        """The first line of an entry, and the one after its last."""
        own = [at for at, line in enumerate(self.lines) if line.entry == entry]
        return (own[0], own[-1] + 1) if own else (0, 0)


def actors(reading: Reading, width: int, *, idle: str = "") -> Listing:
    """The actors by kind, those named most first. `idle` says why nobody reads the article now."""
    lines: list[Line] = []
    entries: list[Entry] = []
    counts = {id(actor): _counts(actor) for actor in reading.actors}
    number = max((len(count) for count, _ in counts.values()), default=0)
    quoted = max((cells(quotes) for _, quotes in counts.values()), default=0)
    for kind, heading in GROUPS:
        group = [actor for actor in reading.actors if actor.kind == kind]
        if not group:
            continue
        lines += [Line()] if lines else []
        lines.append(Line((Part("heading", heading),)))
        for actor in sorted(group, key=lambda one: (-_count(one), one.mentions[:1])):
            count, quotes = counts[id(actor)]
            right = count.rjust(number)
            right += f" {quotes.ljust(quoted)}" if quoted else ""
            entry = len(entries)
            if actor.corrected:
                right = f"{CORRECTED} {right}"
            lines += _named(actor.name, right, "name", "count", width, entry)
            query = f'actor:"{_unquoted(actor.name)}"'
            key = (actor.kind, actor.name) if actor.id is None else (actor.id,)
            entries.append(Entry(actor, key, actor.mentions, actor.mentions, query))
    if not entries:
        lines += _state(reading, "actors", width, idle)
    return Listing(tuple(lines), tuple(entries))


def quotes(reading: Reading, width: int, *, acts: bool, idle: str = "") -> Listing:
    """The quotes in order of place; acts only when asked for."""
    lines: list[Line] = []
    entries: list[Entry] = []
    mentions = {actor.name: actor.mentions for actor in reading.actors}
    for quote in shown_quotes(reading, acts=acts):
        entry = len(entries)
        lines += [Line()] if lines else []
        name = quote.speaker or "speaker unknown"
        if quote.speaker and quote.confidence < DOUBTFUL:
            name += "?"
        kind: str = "" if quote.kind == "direct" else quote.kind
        if quote.corrected:
            kind = f"{CORRECTED} {kind}".rstrip()
        style = "name" if quote.speaker else "unknown"
        lines += _named(name, kind, style, "kind", width, entry)
        lines += _words(reading.text, quote, width, entry)
        below = " · ".join(part for part in (quote.cue or "", _paragraph(reading, quote)) if part)
        lines += [
            Line((Part("", " " * (_INDENT + 1)), Part("below", below[a.start : a.stop])), entry)
            for a in wrap(below, 0, len(below), max(width - _INDENT - 1, 2))
        ]
        query = f'speaker:"{_unquoted(quote.speaker)}"' if quote.speaker else ""
        span = (quote.start, quote.end)
        own = (quote.mention_span,) if quote.mention_span else ()
        entries.append(Entry(quote, span, (span,), mentions.get(quote.speaker or "", own), query))
    if not entries:
        lines += _state(reading, "quotes", width, idle)
    return Listing(tuple(lines), tuple(entries))


def shown_quotes(reading: Reading, *, acts: bool) -> list[Quote]:
    """The quotes that the sidebar lists, in order of place."""
    found = [quote for quote in reading.quotes if acts or quote.kind in SPEECH]
    return sorted(found, key=lambda quote: (quote.start, quote.end))


def _named(
    name: str, right: str, style: str, right_style: str, width: int, entry: int
) -> list[Line]:
    """A name, over several indented lines if need be, with something at the right of the first."""
    shown = drawn(name)
    room = width - 1 - cells(right) - (1 if right else 0)
    names = wrap(shown, 0, len(shown), room)
    lines: list[Line] = []
    for at, piece in enumerate(names):
        words = shown[piece.start : piece.stop]
        if at:
            rest = wrap(shown, piece.start, len(shown), room - _INDENT)
            return lines + [
                Line(
                    (Part("", " " * (1 + _INDENT)), Part(style, shown[line.start : line.stop])),
                    entry,
                )
                for line in rest
            ]
        gap = " " * (width - 1 - cells(words) - cells(right))
        lines.append(
            Line(
                (Part("", " "), Part(style, words), Part("", gap), Part(right_style, right)), entry
            )
        )
    return lines


def _words(text: str, quote: Quote, width: int, entry: int) -> list[Line]:
    """What was said, shortened; direct speech in marks, as it stood in the article."""
    direct = quote.kind == "direct"
    room = width - 1 - _INDENT - (2 if direct else 1)
    pieces = wrap(text, quote.start + opening(quote), quote.end, room)
    lines: list[Line] = []
    for at, piece in enumerate(pieces[:MOST]):
        gutter = QUOTE if at == 0 and quote.verbatim else " "
        last = at == min(len(pieces), MOST) - 1
        close = ("…" if last and len(pieces) > MOST else "") + ("”" if last and direct else "")
        lines.append(
            Line(
                (
                    Part("mark", f" {gutter} "),
                    Part("verbatim", "“" if at == 0 and direct else ""),
                    Part("words", place=(piece.start, piece.stop)),
                    Part("verbatim" if direct else "words", close),
                ),
                entry,
            )
        )
    return lines


def _paragraph(reading: Reading, quote: Quote) -> str:
    for paragraph in reading.paragraphs:
        if paragraph.start <= quote.start < paragraph.end and paragraph.number is not None:
            return f"¶{paragraph.number}"
    return ""


def _counts(actor: Actor) -> tuple[str, str]:
    return str(_count(actor)), f"{QUOTE}{actor.quotes}" if actor.quotes else ""


def _count(actor: Actor) -> int:
    return actor.count or len(actor.mentions)


def _state(reading: Reading, what: str, width: int, idle: str) -> Sequence[Line]:
    words = f"No {what} in this article."
    by_language = reading.by_language
    unread = by_language.why if by_language is not None else None
    if unread := unread or reading.article.unread:
        words = f"Not read for {what}: {one_line(unread)}."
    elif not reading.article.extracted:
        words = idle or f"Reading for {what} …"
    return said(drawn(words), width)


def said(words: str, width: int) -> Sequence[Line]:
    """A sentence to the reader as lines."""
    return [
        Line((Part("", " "), Part("state", words[line.start : line.stop])))
        for line in wrap(words, 0, len(words), width - 2)
    ]


def _unquoted(name: str) -> str:
    return " ".join(name.replace('"', " ").split())
