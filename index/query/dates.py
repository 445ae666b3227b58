"""Days, months and years as a person writes them, as ranges of days."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from index.article import QueryComplaint
from index.query.fields import DATE_COMPLAINT
from index.query.tree import DateRange

_STATED = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_BOUND = re.compile(r"[<>]=?")
_BORDER = re.compile(r"(?:^|(?<=\s))to(?=\s|$)", re.IGNORECASE)


def one_date(text: str, at: int, today: date) -> DateRange:
    """A year, month or day, `today` or `yesterday`; from one to another (`2012..2013`), or
    before or after one (`<2012`, `>=2012-06`). Raises `QueryComplaint` otherwise."""
    word = text.strip()
    if ".." in word:
        left, _, right = word.partition("..")
        return date_range(f"{left} to {right}", at, today)
    if bound := _BOUND.match(word):
        try:
            return _beyond(bound.group(), one_date(word[bound.end() :], at, today))
        except OverflowError:
            raise QueryComplaint("There is no day beyond that in the calendar.", at) from None
    if word.lower() in ("today", "yesterday"):
        day = today - timedelta(days=word.lower() == "yesterday")
        return DateRange(day.isoformat(), day.isoformat())
    stated = _STATED.fullmatch(word)
    if stated is None:
        raise QueryComplaint(DATE_COMPLAINT, at)
    year, month, day_number = (int(part) if part else None for part in stated.groups())
    try:
        first = date(year or 0, month or 1, day_number or 1)
    except ValueError:
        sentence = f"There is no day {word} in the calendar." if day_number else DATE_COMPLAINT
        raise QueryComplaint(sentence, at) from None
    if day_number:
        last = first
    elif month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    else:
        last = first.replace(month=12, day=31)
    return DateRange(first.isoformat(), last.isoformat())


def _beyond(bound: str, days: DateRange) -> DateRange:
    """The days before or after some days, with them for `<=` and `>=`."""
    before = bound.startswith("<")
    edge = days.last if before == bound.endswith("=") else days.first
    if edge is not None and not bound.endswith("="):
        step = timedelta(days=-1 if before else 1)
        edge = (date.fromisoformat(edge) + step).isoformat()
    return DateRange(None, edge) if before else DateRange(edge, None)


def date_range(inside: str, at: int, today: date) -> DateRange:
    """What stands between the brackets of `date:[A to B]`; either end may be left open."""
    border = _BORDER.search(inside)
    if border is None:
        return one_date(inside, at, today)
    left, right = inside[: border.start()].strip(" *"), inside[border.end() :].strip(" *")
    if not left and not right:
        raise QueryComplaint(
            "A range of dates wants at least one end, as in date:[2012-06-05 to 2012-06-22].", at
        )
    first = one_date(left, at, today).first if left else None
    last = one_date(right, at, today).last if right else None
    if first and last and first > last:
        raise QueryComplaint(f"This range ends before it begins: {left} to {right}.", at)
    return DateRange(first, last)
