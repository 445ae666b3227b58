"""Transcripts: paragraphs that begin with the label of who speaks ("MR. CARNEY: …", "Q: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Span
from index.extract.actors.cast import Cast, Role
from index.extract.actors.people import plain
from index.extract.quotes.drafts import Draft, How
from index.extract.quotes.mentions import Mention
from index.extract.view import Block
from index.extract.words.givennames import GIVEN
from index.extract.words.states import CAPITALS, STATES

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de"  # with the accented ones of "JUAN GONZÁLEZ"
_CAPITALS = rf"[{_UPPER}][{_UPPER}'-]+"
_LABEL = re.compile(
    rf"""((?:(?:M[RS]|MRS|DR|SEN|REP|GEN|GOV|AMB|PROF|LT|COL|ADM)\.?\ )?
        (?:{_CAPITALS}|[{_UPPER}]\.)(?:\ (?:{_CAPITALS}|[{_UPPER}]\.|Mc[A-Z]+)){{0,4}})
        (?:\ \([^)\n]{{1,60}}\)|,\ [^:\n]{{1,60}})?:\s+(?=\S)""",
    re.VERBOSE,
)
_LETTER = re.compile(r"([QA])(?:[:.]\s+|\s{2,}|\s+[-\u2013\u2014]+\s+)(?=\S)")
_QUESTION = frozenset({"Q", "A", "QUESTION", "ANSWER", "REPORTER", "MODERATOR", "HOST"})
_TITLED = re.compile(r"(?:M[RS]|MRS|DR|SEN|REP|GEN|GOV|AMB|PROF|LT|COL|ADM)\.? ")
_CAPITAL_RUN = re.compile(rf"[{_UPPER}]{{2,}}")
_WHOLE = 4  # turns from which on a text is a transcript as a whole, not an article with a few
_HEADINGS = frozenset(
    """NOTE NOTES UPDATE UPDATED CORRECTION CLARIFICATION SOURCE SOURCES CONTACT EDITOR EDITORS
    SUMMARY BREAKING DEVELOPING LIVE WATCH READ RELATED PHOTO PHOTOS VIDEO ANALYSIS OPINION
    EXCLUSIVE WARNING SUBJECT FROM TO DATE RE TEL FAX EMAIL WHO WHAT WHEN WHERE WHY HOW
    SYNOPSIS BACKGROUND CAPTION CREDIT HEADLINE BYLINE SLUG DATELINE ADVISORY EMBARGO""".split()
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker of a transcript says in one paragraph; `label` is where the label stands.

    `goes_on` is True for a paragraph without a label, whose speaker is that of the one before.
    """

    label: Span
    start: int
    end: int
    goes_on: bool = False


def turns_of(view: str, blocks: Sequence[Block]) -> dict[int, Turn]:
    """The labelled paragraphs of a transcript by the number of their block; none in an article.

    A transcript has at least two labels of which one comes again, is a title with a name, or
    asks and answers: "WASHINGTON:" and "NOTE:" alone make none.
    """
    found: dict[int, Turn] = {}
    for number, block in enumerate(blocks):
        if not block.first:
            continue
        # In a transcript that is quoted whole each paragraph may open with a mark.
        start = block.start + (view[block.start] == '"')
        match = _LABEL.match(view, start, block.end) or _LETTER.match(view, start, block.end)
        if match is not None and not _is_heading(match[1]):
            found[number] = Turn(match.span(1), match.end(), _end(view, start, block))
    names = Counter(view[slice(*turn.label)] for turn in found.values())
    sure = any(
        count > 1
        or name in _QUESTION
        or _TITLED.match(name)
        or name.split()[0].capitalize() in GIVEN
        for name, count in names.items()
    )
    return _with_rest(view, blocks, found) if len(found) > 1 and sure else {}


def _with_rest(view: str, blocks: Sequence[Block], turns: dict[int, Turn]) -> dict[int, Turn]:
    """The turns with the further paragraphs of long ones, where most of the text is turns."""
    first, last = min(turns), max(turns)
    if len(turns) < _WHOLE or 2 * len(turns) < last - first:
        return turns
    found: dict[int, Turn] = {}
    for number in range(first, last + 1):
        if number in turns:
            found[number] = turns[number]
            continue
        block = blocks[number]
        start = block.start + (view[block.start] == '"')
        if start < block.end and view[start] not in "[(*":  # "[crosstalk]", "(APPLAUSE)"
            label = found[max(found)].label
            found[number] = Turn(label, start, _end(view, start, block), goes_on=True)
    return found


def _end(view: str, start: int, block: Block) -> int:
    """The end of a turn, before the mark that closes the whole transcript."""
    closed = start > block.start and view[block.end - 1] == '"'
    return block.end - 1 if closed else block.end


def _is_heading(label: str) -> bool:
    words = label.split()
    place = label.title()
    return words[0].strip("'S") in _HEADINGS or place in CAPITALS or place in STATES


def without_labels(blocks: Sequence[Block], turns: dict[int, Turn]) -> list[Block]:
    """The paragraphs without their labels, which are no part of what is said."""
    return [
        replace(block, start=turns[number].start) if number in turns else block
        for number, block in enumerate(blocks)
    ]


def turn_draft(view: str, number: int, turn: Turn) -> Draft:
    """What is said in a turn, as one direct quote of the one whom its label names."""
    label = view[slice(*turn.label)]
    mention = Mention(turn.label, label.split()[-1].lower(), "label", True, head_span=turn.label)
    words = (turn.start, turn.end)
    how: How = "inherited" if turn.goes_on else "named"
    return Draft(*words, "direct", number, (words,), mention, how=how)


def labelled(label: str, cast: Cast) -> tuple[str | None, Role | None]:
    """Whom a label names: a person of the text by full name or surname.

    Else it is the label itself, written as names are. "Q" and the like name nobody.
    """
    name = _TITLED.sub("", label).strip()
    if name in _QUESTION:
        return None, None
    people = [role for role in cast.roles if role.kind == "person"]
    full = [role for role in people if any(plain(one) == plain(name) for one in role.names)]
    surname = plain(name.split()[-1])
    fits = full or [role for role in people if plain(role.name.split()[-1]) == surname]
    if len(fits) == 1:
        return fits[0].name, fits[0]
    name = re.sub(r"^THE ", "", name)
    mixed = any(char.islower() for char in name)  # "Florida GOP": its capitals are an acronym's
    return _CAPITAL_RUN.sub(lambda run: _as_written(run, mixed=mixed), name), None


def _as_written(run: re.Match[str], *, mixed: bool) -> str:
    """A word in capitals as names are written: "Carney", "McCain"."""
    word = run[0]
    if mixed and len(word) < 5:
        return word
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
