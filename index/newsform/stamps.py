"""Timestamps: lines that say when an article was published or updated, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.newsform.days import Day, day_at, days_in
from index.newsform.names import agency_named, outlet_named
from index.newsform.places import is_place

_LONGEST = 160

_TIME = re.compile(
    r"\b(?:(?:at|à|um|om|alle|a las|às)\s+)?(?:\d{1,2}\s?h(?:\s?\d{2})?\b|"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\d{4}(?=\s*(?:GMT|UTC|HKT|hrs|ET|EST|EDT|BST)))",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|MSK|HKT|SGT|JST|AE[SD]T|SAST|UK|Z|Eastern|"
    r"local time|hrs|hours|Uhr|uur|horas|[+-]\d\d:?\d\d)\b(?:\s+Time\b)?"
)
_LABEL = re.compile(
    r"\b(?:(?:first|originally|last)\s+)?(?:published|posted|updated?|modified|revised|created|"
    r"issued|filed|uploaded|released|date|pub(?:lication)?\s?date|publish(?:ed)?\s?date|time|"
    r"live|this (?:article|story|post) was|has been|publiée?|mise? à jour|modifiée?|"
    r"veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|pubblicato|aggiornato|"
    r"gepubliceerd|geplaatst|bijgewerkt)\b(?:\s+(?:on|at|in|le|am|um|el|em|il|op))?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\b\d+\s*[- ]?min(?:ute)?s?\.?(?:\s+read)?\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?:an?|\d+)\s+(?:second|minute|hour|day|week|month|year)s?\s+(?:ago|old)\b", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:lun|mar|mercre|jeu|"
    r"vendre|same)di|dimanche|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|terça|quarta|quinta|sexta)-feira)\b",
    re.IGNORECASE,
)
_NOTHING_LEFT = re.compile(r"[\W_]*(?:(?:on|at|and|of|in|the|le|am|den|el|il|op|em)\b[\W_]*)?\Z")

# What parts a line of date, source and place; running copy has no such marks.
_SEPARATORS = re.compile(r"[|/•·,;]|\s[-–—]+(?:\s|\Z)|(?:\A|\s)by\s", re.IGNORECASE)
_SEPARATED = re.compile(r"[|/•·]|\s[-–—]\s|\d:\d\d|\b(?:[Uu]pdated|[Pp]ublished|[Pp]osted)\b")
_LONGEST_LINE = 100
_MOST_PARTS = 3
_MOST_WORDS = 3

_UPDATED = re.compile(
    r"(?:updat|modif|revis|mise? à jour|a[ck]?tuali[sz]|aggiorn|bijgewerkt)"
    r"\w*\W+(?:\w+\W+){0,6}?\Z",
    re.IGNORECASE,
)
_ANOTHER_LABEL = re.compile(r"(?:publish|posted|creat|issued|filed|original)\w*", re.IGNORECASE)

_PREFIX = re.compile(
    r"(?P<label>(?:first\s+|originally\s+)?(?:published|posted|updated|date|publication date)"
    r"(?:\s+(?:on|at))?\s*:?\s+)?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_ISO_AT = re.compile(r"(?:1[6-9]|20|21)\d\d-\d\d-\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an article appeared, or was updated, as a line of its own prints it.

    Offsets are into the text that was read. Either day may be None; both are when the line
    only tells a time.
    """

    published: Day | None
    updated: Day | None
    american: bool | None  # does the time zone or clock tell the order of the figures?


def read_stamp(text: str) -> Stamp | None:
    """The stamp, if the words are a timestamp and nothing else; None otherwise."""
    parted = _parted(text)
    if parted is None or not _NOTHING_LEFT.match(parted[1]):
        return None
    return _stamp(text, parted[0])


def dated_line(text: str, *, credited: bool = False) -> tuple[Stamp, list[str]] | None:
    """A line above an article with a whole day and little else: the stamp, and what else.

    "June 6, 2012 / 9:03 AM EDT / AP", "Updated - June 06, 2012 09:03 am IST - Beijing".
    `credited` says that a byline stands right above it.
    """
    parted = _parted(text)
    if parted is None or not any(day.year for day in parted[0]) or len(text) > _LONGEST_LINE:
        return None
    rest = [part.strip(" .") for part in _SEPARATORS.split(parted[1]) if part.strip(" .")]
    known = all(outlet_named(part) or agency_named(part) or is_place(part) for part in rest)
    # "The Observer, Sunday 22 July 2018"; under a byline a place need not be known.
    if not _SEPARATED.search(text) and not (known or (credited and _is_capitalised(rest))):
        return None
    if len(rest) > _MOST_PARTS or any(len(part.split()) > _MOST_WORDS for part in rest):
        return None
    return _stamp(text, parted[0]), rest


def _is_capitalised(parts: list[str]) -> bool:
    return len(parts) == 1 and all(word[0].isupper() for word in parts[0].split())


def _parted(text: str) -> tuple[list[Day], str] | None:
    """The days of a line, and what is left of it without days, times and labels."""
    if len(text) > _LONGEST or not _FIGURE.search(text):
        return None
    days = days_in(text)
    rest = text
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    if not days and not _TIME.search(rest) and not _AGO.search(rest):
        return None
    for pattern in (_AGO, _READING_TIME, _TIME, _ZONE, _LABEL, _WEEKDAY):
        rest = pattern.sub(" ", rest)
    return days, rest


def stamp_before(text: str) -> tuple[Stamp, int] | None:
    """A stamp that runs into the copy after it (" date 2012-06-22 MOSCOW …"), and its length.

    Only a labelled day or one in ISO form: "June 5, 2012, was a …" is copy.
    """
    label = _PREFIX.match(text)
    at = label.end() if label else 0
    if not (label and label["label"]) and not _ISO_AT.match(text, at):
        return None
    day = day_at(text, at)
    if day is None or day.year is None:
        return None
    end = day.end
    for pattern in (_TIME, _ZONE):
        more = re.compile(r"\W{0,3}" + pattern.pattern, pattern.flags).match(text, end)
        end = more.end() if more else end
    return _stamp(text[:end], [day]), end


def _stamp(text: str, days: list[Day]) -> Stamp:
    published = updated = None
    for day in days:
        if _is_update(text, day):
            updated = updated or day
        else:
            published = published or day
    return Stamp(published, updated, _order(text))


def _is_update(text: str, day: Day) -> bool:
    before = _UPDATED.search(text[: day.start])
    return before is not None and not _ANOTHER_LABEL.search(before[0]) and not days_in(before[0])


def _order(text: str) -> bool | None:
    """True where the month comes first by the clock or the time zone, False where the day does."""
    if re.search(r"\b(?:[ECMP][SD]?T|Eastern)\b", text):
        return True
    if re.search(r"\b(?:GMT|BST|UTC|CES?T|IST|AE[SD]T|MSK|SAST)\b", text):
        return False
    return None
