"""Facts of an article as a person states them: what was typed, made canonical, and the news form
with them in the place of what was read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from index.article import FACTS, NOBODY, NOTHING, DatelineError, Fact, NewsForm
from index.newsform.days import FIRST_YEAR, LAST_YEAR, days_in, iso
from index.text import one_line

MOMENTS: Final = {"date": "published_at", "updated": "updated_at"}
"""The facts that tell the hour of a day; stated together with the day."""

STATED: Final = tuple(name for name in FACTS if name not in MOMENTS.values())
"""The facts that a person can state, in the order in which they are shown."""

PEOPLE: Final = ("byline", "editors", "reporting")
"""Those that are names, of several people maybe."""

CALLED: Final = {
    "title": "headline",
    "updated": "day of the update",
    "photo_credit": "photo credit",
    "url": "address",
}
"""What a fact is called in a sentence, where its name is no word."""

Value = str | tuple[str, ...] | None

_LONGEST = {"title": 500, "url": 2000}
_LONGEST_OTHER = 200
_MOST_PEOPLE = 50
_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)")
_ZONE = r"(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
_TIME = re.compile(
    rf"(?:[\sT,]+|\s+at\s+)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?\s*{_ZONE}\Z",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")
_AMONG_PEOPLE = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{1,3}|IV)")


def called(name: str) -> str:
    """A fact's name as it stands in a sentence."""
    return CALLED.get(name, name)


def understood(name: str, typed: str) -> str | tuple[str, ...]:
    """The value of a fact that a person typed, in its canonical form.

    A day is ISO, with its hour and zone where they were typed ("2012-06-05T14:05:00+08:00").
    Several people stand with semicolons between them, or else with commas and "and". Raises
    `DatelineError` with what is wanted.
    """
    if name in PEOPLE:
        return _people(name, typed)
    line = _line(name, typed)
    if name in MOMENTS:
        return _moment(line)
    if name == "url":
        return _address(line)
    if name == "language":
        match = _LANGUAGE.fullmatch(line)
        if match is None:
            raise DatelineError(
                f"A language is told by its code of two or three letters, as in en, not “{line}”."
            )
        return match[1].lower()
    return line


def names(name: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Several people as a file names them, each for itself. Raises `DatelineError`."""
    people = tuple(dict.fromkeys(_line(name, part) for part in parts))
    if not people:
        raise DatelineError(f"The {called(name)} needs a name.")
    if len(people) > _MOST_PEOPLE:
        raise DatelineError(f"The {called(name)} may have {_MOST_PEOPLE} names.")
    return people


def typed(name: str, value: Value) -> str:
    """A value as it may be typed; `understood` makes the same of it."""
    if name in MOMENTS and isinstance(value, str):
        day, _, rest = value.partition("T")
        time = rest[:5] if rest[5:8] in ("", ":00") else rest[:8]
        return " ".join(part for part in (day, time, rest[8:]) if part)
    if isinstance(value, tuple):
        alone = len(value) == 1 and _AMONG_PEOPLE.search(value[0]) is not None
        return "; ".join(value) + (";" if alone else "")
    return value or ""


def corrected(form: NewsForm, said: Mapping[str, Value]) -> NewsForm:
    """The form with facts as a person states them; None for one that is not known."""
    facts: dict[str, Fact[object]] = {}
    for name, value in said.items():
        if name in PEOPLE:
            facts[name] = Fact(value, "corrected") if value else NOBODY
        elif name in MOMENTS:
            facts |= _dated(form, name, value)
        else:
            facts[name] = Fact(value, "corrected") if value else NOTHING
    return replace(form, **facts)  # type: ignore[arg-type]


def _dated(form: NewsForm, name: str, value: Value) -> dict[str, Fact[object]]:
    """A day and its moment. What was read of the hour stays where the day is that very one."""
    moment = MOMENTS[name]
    if not isinstance(value, str):
        return {name: NOTHING, moment: NOTHING}
    day, told = value[:10], value[10:]
    known: Fact[str | None] = getattr(form, moment)
    if told:
        known = Fact(value, "corrected")
    elif known.value is None or known.value[:10] != day:
        known = NOTHING
    return {name: Fact(day, "corrected"), moment: known}


def _line(name: str, typed: str) -> str:
    """What was typed on one line. Raises `DatelineError` for what can be no value."""
    line = one_line(typed)
    longest = _LONGEST.get(name, _LONGEST_OTHER)
    if not any(char.isalnum() for char in line):
        raise DatelineError(f"The {called(name)} needs a letter or a figure in it.")
    if "\ufffd" in line:
        raise DatelineError(f"The {called(name)} has a character in it that cannot be shown.")
    if len(line) > longest:
        raise DatelineError(
            f"The {called(name)} may have {longest:,} characters; this has {len(line):,}."
        )
    return line


def _people(name: str, typed: str) -> tuple[str, ...]:
    line = one_line(typed)
    parts = [part.strip() for part in line.split(";")]
    if len(parts) == 1:
        parts = []
        for part in _AMONG_PEOPLE.split(line):
            if parts and _SUFFIX.fullmatch(part.strip()):
                parts[-1] += f", {part.strip()}"
            else:
                parts.append(part.strip())
    return names(name, [part for part in parts if part])


def _moment(line: str) -> str:
    """A day as ISO 8601 has it, with its time if one was typed."""
    time = _TIME.search(line)
    day = _day(line[: time.start()] if time else line)
    if time is None:
        return day
    zone = (time["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    if len(zone) == 3:
        zone += ":00"
    try:
        moment = datetime.datetime.fromisoformat(
            f"{day}T{int(time['hour']):02}:{time['minute']}:{time['second'] or '00'}{zone}"
        )
    except ValueError:
        raise DatelineError(f"There is no such time of day as in “{line}”.") from None
    return moment.isoformat(timespec="seconds")


def _day(line: str) -> str:
    line = line.strip(" ,.")
    if (figures := _FIGURES.fullmatch(line)) is not None:
        year, month, day = (int(part) for part in figures.groups())
        if FIRST_YEAR <= year <= LAST_YEAR and (plain := iso(year, month, day)):
            return plain
    found = [day for day in days_in(line) if (day.start, day.end) == (0, len(line))]
    if not found:
        raise DatelineError(
            f"“{line}” is no day: write it as in 2012-06-05 or 5 June 2012, with the time behind "
            "it if that is known, as in 2012-06-05 14:05 +08:00."
        )
    printed = found[0]
    if printed.year is None:
        raise DatelineError(f"“{line}” lacks its year, as in 5 June 2012.")
    if printed.swapped is not None:
        other = iso(printed.year, *printed.swapped)
        raise DatelineError(f"“{line}” may be two days: write {printed.iso()} or {other}.")
    return printed.iso() or ""


def _address(line: str) -> str:
    try:
        parts = urlsplit(line)
        host = parts.hostname
    except ValueError:
        host = None
    if " " in line or not host or parts.scheme not in ("http", "https"):
        raise DatelineError(
            f"“{line}” is no address of a page: it begins with http:// or https://."
        )
    return line
