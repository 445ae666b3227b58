"""What stands behind `date:`, `before:` and `after:`, as ranges of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.article import QueryComplaint
from index.query.days import MONTHS, UNDATED, WEEKDAYS, one_date
from index.query.fields import value_complaint
from index.query.tree import DateRange, Node, Not

# Before, with, or behind the days of a date.
_BOUND = re.compile(r"[<>]=?")
_BORDER = re.compile(r"\.\.+|(?:^|(?<=\s))(?:to|until|till|-)(?=\s|$)|[–—]", re.IGNORECASE)
_YEARS = re.compile(r"\s*(\d{4})\s*-\s*(\d{4})\s*")
_RUN = re.compile(r"[^\s\"()\[\]]+")
_LONGEST = 9
"""Runs between spaces in the longest date: "5 June 2012 to 6 of June 2012"."""

_FIELD_BOUNDS = {"before": "<", "after": ">", "since": ">=", "until": "<="}
_OPENINGS = ("last", "this", "past", "previous")
_WORDS = (
    *(*MONTHS, *WEEKDAYS, "today", "yesterday", "undated", "to", "ago", *_OPENINGS),
    *("day", "days", "week", "weeks", "month", "months", "quarter", "year", "years"),
)
_TAILS = ("", "2", "12", "012", "-01", "/2012", " 2012", " week", " 7 days", " ago", " days ago")


class HalfRange(QueryComplaint):
    """A range without its ends, or whose end is too early: more figures may mend it."""


def dated(name: str, text: str, at: int, today: date) -> Node:
    """The days that a date field asks for.

    `date:` takes a date (see `index.query.days`), one with `<`, `<=`, `>` or `>=` before it, two
    with `..` or "to" between them, either of which may be left out, and `undated`. `before:`,
    `after:`, `since:` and `until:` take one date. Raises `QueryComplaint`.
    """
    if name != "date":
        days = one_date(text, at, today)
        if days is None:
            raise QueryComplaint(value_complaint(name), at)
        return _beyond(_FIELD_BOUNDS[name], days, at)
    if text.strip().lower() == "undated":
        return Not(UNDATED)
    if bound := _BOUND.match(text):
        days = one_date(text[bound.end() :], at, today)
        if days is None:
            raise QueryComplaint(value_complaint(name), at)
        return _beyond(bound.group(), days, at)
    return _range(text, at, today)


def span(text: str, at: int, today: date, *, typing: bool = False) -> int:
    """Where the date that begins at `at` ends: dates may have spaces ("June 5, 2012").

    Just the first run without spaces, unless that begins a date which further runs complete,
    or, with `typing`, may yet complete.
    """
    runs: list[int] = []
    end = at
    while len(runs) < _LONGEST and (run := _RUN.match(text, end)):
        runs.append(run.end())
        end = run.end()
        while end < len(text) and text[end].isspace():
            end += 1
    if not runs:
        return at
    first = text[at : runs[0]]
    if typing and end == len(text) and not _readable(first, today) and may_become(text[at:], today):
        return end
    for stop in reversed(runs[1:]):
        whole = _bare(text[at:stop])
        # A year or an ISO day is a date by itself: "2012 may" is a year and a word.
        border = _BORDER.search(whole)
        if border and border.group().strip(" ."):
            # "2012 to" may go on with a word; "2012 to 2013" is a range.
            closed = bool(whole[: border.start()].strip() and whole[border.end() :].strip())
        else:
            closed = border is not None or not _has_year(first)
        if closed and _readable(whole, today):
            return at + len(whole)
    return at + len(_bare(first))


def may_become(text: str, today: date) -> bool:
    """Whether what was typed so far may be the beginning of a date or a range of dates."""
    text = _BOUND.sub("", text.lower(), count=1)
    border = list(_BORDER.finditer(text))
    last = text[border[-1].end() :] if border else text
    beginning = re.search(r"[a-z]+$", last)
    endings = [last.rstrip(" -/.,")]
    if beginning:
        before = last[: beginning.start()]
        endings += [before + word for word in _WORDS if word.startswith(beginning.group())]
    elif not last.strip():
        return True
    return any(_readable(ending + tail, today) for ending in endings for tail in _TAILS)


def _bare(run: str) -> str:
    """Without the marks that end a sentence or a part of it; `2012..` is open at its end."""
    run = run.rstrip(",;:!?")
    return run if run.endswith("..") else run.removesuffix(".")


def _has_year(run: str) -> bool:
    return re.search(r"\d{4}", run) is not None


def _readable(text: str, today: date) -> bool:
    try:
        dated("date", text, 0, today)
    except HalfRange:
        return False
    except QueryComplaint as complaint:
        return str(complaint) != value_complaint("date")
    return True


def _range(text: str, at: int, today: date) -> DateRange:
    years = _YEARS.fullmatch(text)
    border = None if years else _BORDER.search(text)
    if border is None and years is None:
        days = one_date(text, at, today)
        if days is None:
            raise QueryComplaint(value_complaint("date"), at)
        return days
    ends = years.groups() if years else (text[: border.start()], text[border.end() :])  # type: ignore[union-attr]
    left, right = (end.strip(" *,") for end in ends)
    if not left and not right:
        raise HalfRange(
            "A range of dates wants at least one end, as in date:[2012-06-05 to 2012-06-22].", at
        )
    begin = one_date(left, at, today) if left else DateRange(None, None)
    finish = one_date(right, at, today) if right else DateRange(None, None)
    if begin is None or finish is None:
        raise QueryComplaint(value_complaint("date"), at)
    if begin.first and finish.last and begin.first > finish.last:
        raise HalfRange(f"This range ends before it begins: {left} to {right}.", at)
    return DateRange(begin.first, finish.last)


def _beyond(bound: str, days: DateRange, at: int) -> DateRange:
    """The days before or after some days, with them for `<=` and `>=`."""
    before = bound.startswith("<")
    edge = days.last if before == bound.endswith("=") else days.first
    if edge is not None and not bound.endswith("="):
        try:
            edge = (date.fromisoformat(edge) + timedelta(days=-1 if before else 1)).isoformat()
        except OverflowError:
            raise QueryComplaint("There is no day beyond that in the calendar.", at) from None
    return DateRange(None, edge) if before else DateRange(edge, None)
