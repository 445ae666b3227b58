"""A day, week, month or year as a person writes it, as the days it has."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final

from index.article import QueryComplaint
from index.query.tree import DateRange

MONTHS: Final = tuple(calendar.month_name[number].lower() for number in range(1, 13))
WEEKDAYS: Final = tuple(name.lower() for name in calendar.day_name)
PERIODS: Final = (
    *("today", "yesterday", "this-week", "last-week", "past-7-days", "this-month", "last-month"),
    *("past-30-days", "this-quarter", "last-quarter", "this-year", "last-year"),
)
"""Stretches of days that are counted from today, as completion offers them."""

EARLIEST, LATEST = date.min.isoformat(), date.max.isoformat()
UNDATED: Final = DateRange(EARLIEST, LATEST)
"""All days there are: an article on none of them has no date."""

_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/._ ](\d{1,2})(?:[-/._ ](\d{1,2}))?)?")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DECADE = re.compile(r"(\d{3})0'?s")
_QUARTER = re.compile(r"(?:(\d{4})[-/ ]?q([1-4])|q([1-4])[-/ ]?(\d{4}))")
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_IN_WORDS = re.compile(r"[a-z0-9\s.,/_-]+")
_PART = re.compile(r"\d+|[a-z]+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_UNITS = ("day", "week", "month", "quarter", "year")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "a": 1}
_MOST = 9999


def one_date(text: str, at: int, today: date) -> DateRange | None:
    """The days that are meant; None for what is no date. Weeks begin on Monday.

    What has no year is the latest that has begun ("june", "june-5", "monday"). Raises
    `QueryComplaint` for a day that is in no calendar, and for one that may be read as day and
    month or as month and day.
    """
    word = text.strip()
    try:
        return _in_figures(word.lower(), at) or _in_words(word, at, today)
    except OverflowError:
        raise QueryComplaint("There is no such day in the calendar.", at) from None


def _in_figures(word: str, at: int) -> DateRange | None:
    if found := _YEAR_FIRST.fullmatch(word) or _RUN_TOGETHER.fullmatch(word):
        year, month, day = (int(part) if part else None for part in found.groups())
        return _stated(word, at, year or 0, month, day)
    if found := _YEAR_LAST.fullmatch(word):
        return _year_last(word, at, found)
    if found := _MONTH_AND_YEAR.fullmatch(word):
        return _stated(word, at, int(found.group(2)), int(found.group(1)), None)
    if found := _DECADE.fullmatch(word):
        first = int(found.group(1)) * 10
        return _days(date(first, 1, 1), date(first + 9, 12, 31)) if first else None
    if found := _QUARTER.fullmatch(word):
        year = int(found.group(1) or found.group(4))
        return _quarter(year, int(found.group(2) or found.group(3))) if year else None
    if found := _ISO_WEEK.fullmatch(word):
        try:
            monday = date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
        except ValueError:
            raise QueryComplaint(f"There is no week {word.upper()} in the calendar.", at) from None
        return _days(monday, monday + timedelta(days=6))
    return None


def _year_last(word: str, at: int, found: re.Match[str]) -> DateRange | None:
    one, mark, other, year = found.groups()
    left, right = int(one), int(other)
    # Points are written between figures where the day comes first.
    if mark != "." and left <= 12 and right <= 12 and left != right:
        try:
            british, us = date(int(year), right, left), date(int(year), left, right)
        except ValueError:
            return None
        raise QueryComplaint(
            f"{word} may be {left} {british:%B} {year} or {us:%B} {right}, {year}; "
            f"write {british} or {us}.",
            at,
        )
    day_first = mark == "." or right <= 12
    day, month = (left, right) if day_first else (right, left)
    return _stated(word, at, int(year), month, day)


def _in_words(word: str, at: int, today: date) -> DateRange | None:
    if not _IN_WORDS.fullmatch(word.lower()):
        return None
    found = _PART.findall(_ORDINAL.sub("", word.lower()))
    parts = [str(_NUMBERS.get(part, part)) for part in found if part not in ("of", "the")]
    if not 1 <= len(parts) <= 3 or any(len(part) > 4 for part in parts if part.isdigit()):
        return None
    return (
        _named(parts, today)
        or _counted(parts, today)
        or _with_month(word, at, parts, today)
        or _recent_weekday(parts, today)
    )


def _named(parts: list[str], today: date) -> DateRange | None:
    """today, yesterday; this or last week, month, quarter, year."""
    if parts in (["today"], ["yesterday"]):
        day = today - timedelta(days=parts == ["yesterday"])
        return _days(day, day)
    if len(parts) == 2 and parts[0] in ("this", "last", "previous") and parts[1] in _UNITS:
        return _unit_before(parts[1], parts[0] != "this", today)
    if len(parts) == 2 and parts[0] == "past" and parts[1] in _UNITS:
        return _last_days(1, parts[1], today)
    return None


def _counted(parts: list[str], today: date) -> DateRange | None:
    """past 7 days, last 2 weeks; 3 days ago."""
    if len(parts) != 3:
        return None
    if parts[0] in ("past", "last", "previous") and parts[1].isdigit():
        number, unit = int(parts[1]), parts[2].removesuffix("s")
        return _last_days(number, unit, today) if unit in _UNITS and number else None
    if parts[0].isdigit() and parts[2] == "ago":
        unit = parts[1].removesuffix("s")
        return _unit_before(unit, int(parts[0]), today) if unit in _UNITS else None
    return None


def _unit_before(unit: str, number: int, today: date) -> DateRange:
    """The whole day, week, month, quarter or year so many before the present one."""
    if unit == "day":
        day = today - timedelta(days=number)
        return _days(day, day)
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * number)
        return _days(monday, monday + timedelta(days=6))
    if unit == "year":
        return _month_or_year(_year(today.year - number), None)
    if unit == "quarter":
        quarters = today.year * 4 + (today.month - 1) // 3 - number
        return _quarter(_year(quarters // 4), quarters % 4 + 1)
    months = today.year * 12 + today.month - 1 - number
    return _month_or_year(_year(months // 12), months % 12 + 1)


def _last_days(number: int, unit: str, today: date) -> DateRange:
    """The days up to and with today, so many of them or of weeks, months, quarters, years."""
    if unit in ("day", "week"):
        return _days(today - timedelta(days=number * (7 if unit == "week" else 1) - 1), today)
    back = number * {"month": 1, "quarter": 3, "year": 12}[unit]
    months = today.year * 12 + today.month - 1 - back
    year, month = _year(months // 12), months % 12 + 1
    same = date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    return _days(same + timedelta(days=1), today)


def _with_month(word: str, at: int, parts: list[str], today: date) -> DateRange | None:
    """A month by its name, with a day, a year, both or neither; last June, this June."""
    which = parts[0] if parts[0] in ("last", "this") and len(parts) == 2 else None
    rest = parts[1:] if which else parts
    months = [number for part in rest if (number := _number_of(part, MONTHS))]
    figures = [part for part in rest if part.isdigit()]
    if len(months) != 1 or len(figures) != len(rest) - 1:
        return None
    years = [int(figure) for figure in figures if len(figure) == 4]
    days = [int(figure) for figure in figures if len(figure) <= 2]
    if len(years) + len(days) != len(figures) or len(years) > 1 or len(days) > 1:
        return None
    month, day = months[0], days[0] if days else None
    if years:
        return _stated(word, at, years[0], month, day)
    if which == "this":
        return _month_or_year(today.year, month)
    if day is None:
        begun = month < today.month or (month == today.month and which is None)
        return _month_or_year(_year(today.year - (not begun)), month)
    for year in range(today.year, max(today.year - 9, 0), -1) if day else ():
        if day <= calendar.monthrange(year, month)[1] and date(year, month, day) <= today:
            return _stated(word, at, year, month, day)
    raise QueryComplaint(f"There is no day {word} in the calendar.", at)


def _recent_weekday(parts: list[str], today: date) -> DateRange | None:
    number = _number_of(parts[-1], WEEKDAYS)
    if number is None or len(parts) > 2 or (len(parts) == 2 and parts[0] not in ("last", "this")):
        return None
    if parts[0] == "this":
        day = today + timedelta(days=number - 1 - today.weekday())
    else:
        back = (today.weekday() - number + 1) % 7
        day = today - timedelta(days=back or (7 if parts[0] == "last" else 0))
    return _days(day, day)


def _number_of(word: str, names: tuple[str, ...]) -> int | None:
    """The number, from 1, of a month or weekday by its name or its first letters."""
    for number, name in enumerate(names, 1):
        if len(word) >= 3 and (word == name or word in (name[:3], name[:4])):
            return number
    return {"tues": 2, "thurs": 4}.get(word) if names is WEEKDAYS else None


def _stated(word: str, at: int, year: int, month: int | None, day: int | None) -> DateRange | None:
    if year < 1 or (month is not None and not 1 <= month <= 12) or day == 0:
        return None
    if month is None or day is None:
        return _month_or_year(year, month)
    try:
        stated = date(year, month, day)
    except ValueError:
        raise QueryComplaint(f"There is no day {word} in the calendar.", at) from None
    return _days(stated, stated)


def _month_or_year(year: int, month: int | None) -> DateRange:
    if month is None:
        return _days(date(year, 1, 1), date(year, 12, 31))
    return _days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _quarter(year: int, number: int) -> DateRange:
    last = number * 3
    return _days(date(year, last - 2, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _year(year: int) -> int:
    if not 1 <= year <= _MOST:
        raise OverflowError
    return year


def _days(first: date, last: date) -> DateRange:
    return DateRange(first.isoformat(), last.isoformat())
