"""What the layouts of deliveries have in common: labels, days, and how an article is put down."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.readers.composing import Paragraph, composed
from index.readers.deliveries.languages import code_of
from index.readers.raw import RawArticle, Unreadable
from index.text import canonical, one_line

Pieces = Sequence[Paragraph]
"""Paragraphs of a delivery in canonical form, without space around them; empty ones kept."""

_LABEL = re.compile(r"([^\W\d_]+(?:[ -][^\W\d_]+){0,2}) ?:")
_LONGEST_LABEL = 30
LONGEST = 2000
"""Characters of a fact; more is none."""
_MOST_STRETCHES = 20

# A whole day in any language: its year, the figure of the day, and the month as word or figure.
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_DAY_FIGURE = re.compile(r"(?<!\d)(?:[012]?\d|3[01])(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_IN_FIGURES = re.compile(r"(?<!\d)(\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4})(?!\d)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일]")
_LONGEST_DAY = 80
_MOST_WORDS = 12

_ENGLISH_DAY = re.compile(
    r"(?:(?P<month1>[A-Z][a-z]{2,8})\.? (?P<day1>\d\d?),? (?P<year1>\d{4}))|"
    r"(?:(?P<day2>\d\d?) (?P<month2>[A-Z][a-z]{2,8})\.?,? (?P<year2>\d{4}))"
)
_HOUR = re.compile(
    r"(?<![\d:])(?P<hour>\d\d?):(?P<minute>\d\d)(?::\d\d)?(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:\s+(?P<zone>[A-Z]{3,4})\b)?(?![\d:])"
)
# Those that mean one offset only; CST, IST and BST are several places' own.
_ZONES = {
    "GMT": "+00:00",
    "UTC": "+00:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}

_COPYRIGHT = re.compile(r"copyright\b|©|\(c\)\s", re.IGNORECASE)
_RIGHTS = re.compile(
    r"all rights reserved|tous droits (?:de reproduction )?r[ée]serv[ée]s|alle rechte vorbehalten|"
    r"todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(r"Page \d+ of \d+\Z")
_PLACE = re.compile(r"[^,;(\d]+")


def tidied(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs in canonical form, without the numbers of the delivery's own pages."""
    tidy = ((what, canonical(words).strip()) for what, words in paragraphs)
    return [(what, "" if _PAGE_OF.match(words) else words) for what, words in tidy]


@dataclass(slots=True)
class Facts:
    """What a delivery states of one article. Values are as printed; empty where it says nothing."""

    title: str = ""
    outlet: str = ""
    day: str = ""
    hour: str = ""
    section: str = ""
    byline: str = ""
    language: str = ""
    place: str = ""
    url: str = ""
    id: str = ""

    def given(self) -> dict[str, tuple[str, ...]]:
        place = _PLACE.match(self.place)
        told = {
            "id": self.id,
            "title": self.title,
            "date": _date_told(self.day, self.hour),
            "outlet": self.outlet,
            "section": self.section,
            "author": self.byline,
            "language": code_of(self.language) or "",
            "dateline": place[0] if place else "",
            "url": self.url,
        }
        lines = {name: one_line(value[:LONGEST]) for name, value in told.items()}
        return {name: (value,) for name, value in lines.items() if value}


def article(facts: Facts, body: Iterable[Paragraph], part: str) -> RawArticle | Unreadable:
    """The article; a reason in its place where the delivery has no text of it.

    In its body bold lines are subheads: its headline stands above it.
    """
    text, marks = composed(
        ("subhead" if what == "headline" else what, words) for what, words in body
    )
    if not text:
        name = f'{part}, "{one_line(facts.title)}"' if facts.title else part
        return Unreadable(f"{name}: the delivery has no text of it")
    return RawArticle(text, facts.given(), marks=marks, part=part)


def label_in(words: str, labels: Mapping[str, str]) -> tuple[str, str] | None:
    """What the label means that the paragraph begins with, and the rest; None without one."""
    match = _LABEL.match(words[:_LONGEST_LABEL])
    if match is None:
        return None
    meaning = labels.get(match[1].replace(" ", "-").casefold())
    return (meaning, words[match.end() :].strip()) if meaning else None


def runs(pieces: Pieces) -> Iterator[list[Paragraph]]:
    """The paragraphs between empty ones."""
    run: list[Paragraph] = []
    for piece in pieces:
        if piece[1]:
            run.append(piece)
        elif run:
            yield run
            run = []
    if run:
        yield run


def lines_of(pieces: Pieces) -> list[str]:
    """The lines of some paragraphs, each without space around it; no empty ones."""
    return [line.strip() for _, words in pieces for line in words.split("\n") if line.strip()]


def is_copyright(line: str) -> bool:
    """Is it the line of a copyright notice?"""
    return _COPYRIGHT.match(line) is not None or _RIGHTS.search(line) is not None


def without_copyright(lines: list[str]) -> list[str]:
    """Lines that stand together, without the copyright notice among them.

    It ends with the words that reserve all rights; without these it has one line, or all that
    stand with it.
    """
    start = next((at for at, line in enumerate(lines) if is_copyright(line)), None)
    if start is None:
        return lines
    end = next((at + 1 for at in range(start, len(lines)) if _RIGHTS.search(lines[at])), None)
    if end is None:
        end = start + 1 if start else len(lines)
    return [*lines[:start], *lines[end:]]


def is_dated(line: str) -> bool:
    """Does the line print a whole day, and little else? In whatever language."""
    if len(line) > _LONGEST_DAY or len(line.split()) > _MOST_WORDS or is_copyright(line):
        return False
    if _IN_FIGURES.search(line) or _CJK.search(line):
        return True
    year = _YEAR.search(line)
    if year is None:
        return False
    rest = line[: year.start()] + " " + line[year.end() :]
    return _DAY_FIGURE.search(rest) is not None and _WORD.search(rest) is not None


def _date_told(day: str, hour: str = "") -> str:
    """A day as it was printed; in ISO form with its time and zone where a time is printed too."""
    if (cjk := _CJK.search(day)) is not None:
        day = f"{cjk[1]}-{int(cjk[2]):02}-{int(cjk[3]):02}" + day[cjk.end() :]
    time = _HOUR.search(hour or day)
    plain = _iso(day) if time is not None else None
    if time is None or plain is None:
        return day
    hours = int(time["hour"])
    if time["half"]:
        if not 1 <= hours <= 12:
            return day
        hours = hours % 12 + (12 if time["half"] in "pP" else 0)
    if hours > 23 or int(time["minute"]) > 59:
        return day
    return f"{plain}T{hours:02}:{time['minute']}:00{_ZONES.get(time['zone'] or '', '')}"


def _iso(day: str) -> str | None:
    """The ISO day of one that is printed in English or is one already."""
    try:
        return datetime.date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        pass
    match = _ENGLISH_DAY.search(day)
    if match is None:
        return None
    month, number, year = (
        match[f"{part}1"] or match[f"{part}2"] for part in ("month", "day", "year")
    )
    for form in ("%B", "%b"):
        try:
            found = datetime.datetime.strptime(f"{number} {month} {year}", f"%d {form} %Y")
        except ValueError:
            continue
        return found.date().isoformat()
    return None


def spelled(numbers: Sequence[int]) -> str:
    """Numbers in order as a person writes them: "3, 5 to 9 and 12"; very many only in part."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and stretches[-1][-1] == number - 1:
            stretches[-1][1:] = [number]
        else:
            stretches.append([number])
    parts = [
        str(first) if first == last else f"{first} {'and' if last == first + 1 else 'to'} {last}"
        for first, last in ((stretch[0], stretch[-1]) for stretch in stretches)
    ]
    if len(parts) > _MOST_STRETCHES:
        parts = [*parts[:_MOST_STRETCHES], "others"]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
