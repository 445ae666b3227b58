"""Wire copy as it came off the line: slugs, marked headlines and bylines, transmission lines.

Agencies sent "^" before each line of the head and "<" or "=" behind it (after ANPA 1312, the
wire format of American papers): "^AM-Talks, Bjt,0812<", "^Envoys Go Home<", "^By JANE DOE<",
"^Associated Press Writer<". Below stands when it was sent: "upi 01-28-86 08:12 pes",
"AP-NY-01-28-86 0812EST<".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.newsform.blocks import Block, words
from index.newsform.credits import read_byline
from index.newsform.days import days_in
from index.newsform.judging import Judged
from index.newsform.names import Credited, agency_named
from index.newsform.stamps import Stamp

_MARKS = "^<= "
_LONGEST = 120
_HEAD = 12  # paragraphs
_SLUG = re.compile(
    r"\^?(?:[a-z] ){0,3}(?:AM|PM|BC)-[A-Z][\w'&.-]*"
    r"(?:,[^.!?]{0,60}|\s+(?:\d\d-\d\d|\d{3,4})\b[\d\s-]*)?[<=]?\Z"
)
_BARE_SLUG = re.compile(r"\^(?:[a-z] ){0,3}(?:AM|PM|BC)-.{1,80}\Z|\^(?i:eds|laserphoto)\b")
_ADVISORY = re.compile(
    r"(?:adv|advance|hold) for (?:release )?(?:ams|pms|sun|mon|tue|wed|thu|fri|sat|weekend)\b"
    r".{0,40}\Z",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<agency>upi|ap|afp)\s+(?P<day>\d\d-\d\d-\d\d)\s+\d\d:?\d\d\s*\w{0,5}\W?\Z|"
    r"(?P<house>AP)-[A-Z]{2}-(?P<house_day>\d\d-\d\d-\d\d)\s+\d{4}[A-Z]{3}\W?\Z",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:[A-Z][\w'/&-]*\s+){1,7}(?i:writer|reporter|correspondent|editor|analyst|columnist)(?i:s)?\Z"
)


@dataclass(frozen=True, slots=True)
class Wire:
    """The paragraphs with the wire's own lines marked, and what those lines give.

    `headline` is without its marks; `stamps` are of the lines that say when it was sent.
    """

    judged: list[Judged]
    headline: Block | None = None
    stamps: tuple[Stamp, ...] = ()
    agencies: tuple[str, ...] = ()


def read_wire(judged: Sequence[Judged]) -> Wire:
    """Read the lines that the wire set above and below the copy."""
    found = list(judged)
    headline: Block | None = None
    stamps: list[Stamp] = []
    agencies: list[str] = []
    for place, one in enumerate(found):
        text = one.block.text
        if len(text) > _LONGEST:
            continue
        sent = _SENT.match(text)
        if sent is not None and (days := days_in(sent["day"] or sent["house_day"])):
            stamp = Stamp(days[0], None, american=True)
            stamps.append(stamp)
            agencies.append((sent["agency"] or sent["house"]).upper())
            found[place] = Judged(one.block, "timestamp", stamp=stamp)
        elif _ADVISORY.match(text):
            found[place] = Judged(one.block, "navigation")
        elif place < _HEAD:
            line = _head_line(one, found[place - 1] if place else None)
            if line is not None:
                found[place] = line
            elif text.startswith("^") and headline is None and len(words(text)) > 1:
                headline = _unmarked(one.block)
                found[place] = replace(one, what=None)
    return Wire(found, headline, tuple(stamps), tuple(agencies))


def _head_line(one: Judged, above: Judged | None) -> Judged | None:
    """A slug, a byline, or the post of who wrote it; None where it is something else."""
    text = one.block.text
    if _SLUG.match(text) or _BARE_SLUG.match(text):
        return Judged(one.block, "navigation")
    plain = text.strip(_MARKS)
    marked = text.startswith("^") or text.endswith(("<", "="))
    if marked and (byline := read_byline(plain)) is not None:
        return Judged(one.block, "byline", byline=byline)
    under_byline = above is not None and above.byline is not None
    post = _POST.match(plain)
    if post is None or not (under_byline or text.startswith("^")):
        return None
    agency = _agency(plain)
    return Judged(one.block, "byline", byline=Credited(agency=agency)) if agency else None


def _agency(plain: str) -> str | None:
    """The agency with whose name a post begins: "UPI White House Reporter"."""
    tokens = plain.split()
    named = (agency_named(" ".join(tokens[:count])) for count in range(min(4, len(tokens)), 0, -1))
    return next(filter(None, named), None)


def _unmarked(block: Block) -> Block:
    left = len(block.text) - len(block.text.lstrip(_MARKS))
    text = block.text.strip(_MARKS)
    return Block(block.start + left, block.start + left + len(text), text)
