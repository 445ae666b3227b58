"""What is being typed where the cursor stands: the name of a field, or a value in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.query.fields import ALIASES, DATE_FIELDS, FIELDS
from index.text import fold

VALUE_FIELDS: Final = DATE_FIELDS.union(
    ("speaker", "about", "actor", "outlet", "agency", "place", "byline", "kind", "tag", "language")
)
"""Fields whose values can be told from their first letters."""

_FEWEST = 2
_RUN = re.compile(r"[^\s\"()]*")
_BARE = re.compile(r"[-+!]*([A-Za-z]*)")
_VALUE = re.compile(r"[-+!]*([A-Za-z]+):(=?)(.*)", re.DOTALL)
_WAITING = re.compile(r"(?:^|[\s(\-+!])([A-Za-z]+):(=?)\s*$")
_PLAIN = re.compile(r"\w[\w.'&-]*")
_QUOTES = re.compile('"')


@dataclass(frozen=True, slots=True)
class Typed:
    """A part of a query that is being typed: `query[start:end]`, of which `text` stands before
    the cursor, without quotation marks.

    `field` is the field whose value it is, None where it is the name of a field.
    """

    start: int
    end: int
    field: str | None
    text: str


def typed_at(query: str, at: int) -> Typed | None:
    """What is being typed at an offset of a query; None where nothing can be completed."""
    text = fold(query)
    at = max(0, min(at, len(text)))
    opened = _open_quote(text, at)
    if opened is not None:
        field = _waiting(text, opened)
        close = text.find('"', at)
        end = close + 1 if close >= 0 else at
        return None if field is None else Typed(opened, end, field, text[opened + 1 : at])
    start = max(text.rfind(mark, 0, at) for mark in (*" \t\n()", '"')) + 1
    run = _RUN.match(text, start)
    end = run.end() if run else at
    before = text[start:at]
    if value := _VALUE.match(before):
        field = _known(value.group(1))
        return None if field is None else Typed(start + value.start(3), end, field, value.group(3))
    field = _waiting(text, start) or _around(text, start)
    if field is not None:
        bare = before.removeprefix("=")
        return Typed(at - len(bare), end, field, bare)
    name = _BARE.fullmatch(before)
    if name is None or len(name.group(1)) < _FEWEST or ":" in text[at:end]:
        return None
    return Typed(start + name.start(1), end, None, name.group(1))


def field_names(beginning: str) -> tuple[str, ...]:
    """The fields whose names, or other names, begin so, in the order in which help has them."""
    beginning = beginning.lower()
    meant = {field for name, field in ALIASES.items() if name.startswith(beginning)}
    return tuple(field for field in FIELDS if field.startswith(beginning) or field in meant)


def written(value: str) -> str:
    """A value as it is typed into a query: in quotation marks where it needs them."""
    bare = _QUOTES.sub("", fold(value)).strip()
    return bare if _PLAIN.fullmatch(bare) else f'"{bare}"'


def _open_quote(text: str, at: int) -> int | None:
    """Where the quotation mark stands that is open at an offset."""
    start = -1
    while True:
        start = text.find('"', start + 1, at)
        if start < 0:
            return None
        close = text.find('"', start + 1, at)
        if close < 0:
            return start
        start = close


def _known(name: str) -> str | None:
    name = name.lower()
    name = ALIASES.get(name, name)
    return name if name in VALUE_FIELDS else None


def _waiting(text: str, start: int) -> str | None:
    """The field that stands just before an offset and waits for its value."""
    # No name of a field is longer than this: the search stays quick on any text.
    found = _WAITING.search(text[max(0, start - 40) : start])
    return _known(found.group(1)) if found else None


def _around(text: str, at: int) -> str | None:
    """The field in whose parentheses an offset stands: `speaker:(annan OR …`."""
    opened: list[int] = []
    quoted = False
    for place, mark in enumerate(text[:at]):
        if mark == '"':
            quoted = not quoted
        elif mark == "(" and not quoted:
            opened.append(place)
        elif mark == ")" and not quoted and opened:
            opened.pop()
    for place in reversed(opened):
        if field := _waiting(text, place):
            return field
    return None
