"""What is said of an article beside its text, as a dump says it, laid over what the text tells.

A fact given so is stated, and counts more than one read in the text: it was written down for
that purpose. Where the text stands, what is furniture and what is body is read in the text alone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.article import NOTHING, Basis, Fact, Mark, NewsForm, language_code
from index.newsform.blocks import Block
from index.newsform.corrected import MOMENTS
from index.newsform.credits import bare_names, read_byline
from index.newsform.days import FIRST_YEAR, LAST_YEAR, days_in, iso
from index.newsform.headlines import without_site
from index.newsform.names import agency_named
from index.text import fold

Given = Mapping[str, tuple[str, ...]]
"""By field, each value in one line: title, date, updated, outlet, section, agency, author,
language, url."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the source of a text says beside it.

    `given` is stated, of `guessed` each fact is a value and from what it was inferred. `marks`
    tell how paragraphs are set, in order; where `marked` is set, those without one are plain
    copy, and need not be judged by their looks. `pages` are where pages begin, with their names.
    """

    given: Given = field(default_factory=dict)
    guessed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    marked: bool = False
    pages: tuple[tuple[int, str], ...] = ()


_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_TIMED = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d")
_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?(?:T.*)?\Z")
_SECONDS = re.compile(r"(\d{9,10})(?:\.\d*)?\Z")
_MILLISECONDS = re.compile(r"(\d{12,13})\Z")
_WORD = re.compile(r"\w+")
_LONGEST_SITE = 80
_AMONG = 4
"""Paragraphs at the head among which a headline that was given is looked for."""


def headline_given(title: str, blocks: Sequence[Block]) -> Block | None:
    """The paragraph at the head of the text that is this headline; None if none is.

    Case, marks and spacing aside; a site's name may stand behind it.
    """
    wanted = _words(title)
    for block in blocks[:_AMONG] if wanted else ():
        if len(block.text) > 2 * len(title) + _LONGEST_SITE:
            continue
        if wanted in (_words(block.text), _words(without_site(block.text)[0])):
            return block
    return None


def laid_over(form: NewsForm, given: Given, basis: Basis = "stated") -> NewsForm:
    """The form with the facts that were given in the place of those read in the text."""
    facts = {
        fact: Fact(value, basis if reason is None else "inferred", reason)
        for fact, (value, reason) in _facts(given).items()
    }
    if not facts:
        return form
    agencies = filter(None, map(agency_named, given.get("author", ())))
    if "agency" not in facts and form.agency.value is None and (agency := next(agencies, None)):
        facts["agency"] = Fact(agency, basis)
    # A day without its hour takes the place of another day with one.
    for day, moment in MOMENTS.items():
        if day in facts and moment not in facts:
            facts[moment] = NOTHING
    return replace(form, **facts)  # type: ignore[arg-type]


def filled_up(form: NewsForm, guessed: Mapping[str, tuple[str, str]]) -> NewsForm:
    """The form with what its source lets one guess, where the text tells no more than that."""
    facts: dict[str, Fact[object]] = {}
    for name, (told, why) in guessed.items():
        for fact, (value, _) in _facts({name: (told,)}).items():
            if getattr(form, fact).basis in ("unknown", "inferred"):
                facts[fact] = Fact(value, "inferred", why)
    return replace(form, **facts) if facts else form  # type: ignore[arg-type]


def _facts(given: Given) -> dict[str, tuple[object, str | None]]:
    """What is given as values of a news form, each with why it is only inferred, if it is."""
    facts: dict[str, tuple[object, str | None]] = {
        fact: (given[fact][0], None)
        for fact in ("title", "outlet", "section", "agency", "dateline", "url")
        if fact in given
    }
    for fact, exactly in MOMENTS.items():
        if fact in given and (day := _day(given[fact][0])) is not None:
            facts[fact] = day
            if (moment := _moment(given[fact][0])) is not None:
                facts[exactly] = (moment, None)
    if "language" in given and (code := language_code(given["language"][0])):
        facts["language"] = (code, None)
    if "author" in given:
        facts["byline"] = (_people(given["author"]), None)
    return facts


def _day(told: str) -> tuple[str, str | None] | None:
    """A day as a database writes it, or as a person does, and why it is only inferred, if it is;
    None if it is none."""
    if (match := _ISO.match(told) or _FIGURES.match(told)) is not None:
        year, month, day = (int(part) for part in match.groups())
        plain = iso(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
        return (plain, None) if plain else None
    for pattern, a_second in ((_SECONDS, 1), (_MILLISECONDS, 1000)):
        if (match := pattern.match(told)) is not None:
            moment = datetime.datetime.fromtimestamp(int(match[1]) / a_second, datetime.UTC)
            return moment.date().isoformat(), None
    for found in days_in(told):
        if (plain := found.iso()) is not None:
            if found.swapped is None:
                return plain, None
            return plain, "the figures were read with the month first"
    return None


def _moment(told: str) -> str | None:
    """A day with its time, as ISO 8601 has it, to the second; None where there is no time."""
    if _TIMED.match(told) is None:
        return None
    try:
        return datetime.datetime.fromisoformat(told).isoformat(timespec="seconds")
    except ValueError:
        return None


def _people(authors: Sequence[str]) -> tuple[str, ...]:
    """The names, as a byline names them; the words as they were given where they are none."""
    names: list[str] = []
    for told in authors:
        for part in told.split(";"):
            found = read_byline(part) or bare_names(part)
            people = found.people if found else ()
            names.extend(people or filter(None, [part.strip()]))
    return tuple(dict.fromkeys(names))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).casefold())
