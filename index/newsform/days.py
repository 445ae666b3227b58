"""Days as English-language papers write them.

A day may lack its year (a dateline has none), and its figures may be in either order
("03/04/2012"). What is missing is left open here; `index.newsform.dating` decides.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from index.article import Span

_MONTHS = "january february march april may june july august september october november december"
_MONTH_NUMBERS = {
    short: number
    for number, name in enumerate(_MONTHS.split(), 1)
    for short in (name, name[:3], *(["sept"] if number == 9 else []))
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Months of the neighbours' papers, each list from January on. Read only where a year follows.
_FOREIGN_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_FOREIGN_NUMBERS = {
    name: number for months in _FOREIGN_MONTHS for number, name in enumerate(months.split(), 1)
}
_FOREIGN_MONTH = "|".join(sorted(_FOREIGN_NUMBERS, key=len, reverse=True))

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|"
    r"Sat(?:urday)?|Sun(?:day)?)"
)
FIRST_YEAR, LAST_YEAR = 1600, 2199
"""Of what years days are: four figures may be anything else."""
_YEAR = r"(?:1[6-9]|20|21)\d\d"
_DAY = re.compile(
    rf"""(?<![\w/.-])
    (?:(?P<weekday>{_WEEKDAY})\b\.?,?\s+(?:the\s+)?)?
    (?:
        (?P<iso_year>{_YEAR})(?P<dash>[-/.])(?P<iso_month>\d\d?)(?P=dash)(?P<iso_day>\d\d?)
            (?![\d/-])(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?
      | (?P<month1>{_MONTH})\b\.?\s+(?P<day1>\d\d?)(?:st|nd|rd|th)?\b(?!:|[/.-]\d|%)
            (?:,?\s+(?P<year1>{_YEAR})\b)?
      | (?P<day2>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?(?P<gap>\s+|-)(?P<month2>{_MONTH})\b\.?
            (?:(?:,?\s+|-)(?P<year2>{_YEAR})\b)?
      | (?P<day4>\d\d?)(?:er|\.|º|°)?\s+(?:de\s+)?(?P<month4>{_FOREIGN_MONTH})\b,?\s+
            (?:del?\s+)?(?P<year4>{_YEAR})\b
      | (?P<first>\d\d?)(?P<mark>[/.-])(?P<second>\d\d?)(?P=mark)(?P<year3>{_YEAR}|\d\d)(?![\d/-])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PIVOT = 69  # a year of two figures below it is of this century (as POSIX has it)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed at `start:end`. `year` is None where none is printed.

    `swapped` is the other reading of a day in figures, (month, day), None where there is none;
    `month_first` is the order of figures that can be read in one order only.
    `weekday` counts from Monday, 0, where one is printed with it.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    swapped: Span | None = None
    weekday: int | None = None
    month_first: bool | None = None

    def iso(self, year: int | None = None) -> str | None:
        """The ISO day, with this year where none is printed; None if there is no such day."""
        return iso(self.year or year, self.month, self.day)


def iso(year: int | None, month: int, day: int) -> str | None:
    """An ISO day, None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat() if year else None
    except ValueError:
        return None


def days_in(text: str, start: int = 0, end: int | None = None) -> list[Day]:
    """Every day printed in `text[start:end]`, in order, with offsets into `text`."""
    found = []
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        day = _read(match)
        if day is not None:
            found.append(day)
    return found


def day_at(text: str, at: int) -> Day | None:
    """The day printed right at this place, or None."""
    match = _DAY.match(text, at)
    return _read(match) if match else None


def weekday_of(iso_day: str) -> int:
    return datetime.date.fromisoformat(iso_day).weekday()


def weekday_number(name: str) -> int:
    """Monday is 0; the name may be cut to three letters."""
    return next(n for n, full in enumerate(WEEKDAYS) if full.startswith(name.lower()[:3]))


def _read(match: re.Match[str]) -> Day | None:
    swapped: Span | None = None
    month_first: bool | None = None
    year: int | None
    if match["iso_year"]:
        year, month, day = (int(match[part]) for part in ("iso_year", "iso_month", "iso_day"))
    elif match["month1"]:
        year, month, day = _optional(match["year1"]), _month(match["month1"]), int(match["day1"])
    elif match["month2"]:
        year, month, day = _optional(match["year2"]), _month(match["month2"]), int(match["day2"])
    elif match["month4"]:
        year, day = int(match["year4"]), int(match["day4"])
        month = _FOREIGN_NUMBERS[match["month4"].lower()]
    else:
        year, month, day = _full_year(match["year3"]), int(match["first"]), int(match["second"])
        if month > 12:
            month, day, month_first = day, month, False
        elif day > 12:
            month_first = True
        elif month != day:
            swapped = (day, month)
        if match["mark"] == "." and swapped:
            # 05.06.2012 is written where the day comes first.
            (month, day), swapped = swapped, None
    if not 1 <= month <= 12 or iso(year or 2000, month, day) is None:
        return None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return Day(match.start(), match.end(), year, month, day, swapped, weekday, month_first)


def _month(name: str) -> int:
    return _MONTH_NUMBERS.get(name.lower(), _MONTH_NUMBERS[name.lower()[:3]])


def _optional(year: str | None) -> int | None:
    return int(year) if year else None


def _full_year(year: str) -> int:
    value = int(year)
    return value if len(year) == 4 else value + (2000 if value < _PIVOT else 1900)
