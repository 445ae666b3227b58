"""The day of an article, from whatever tells it: a timestamp, a dateline, a caption, a name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import NOTHING, Fact
from index.newsform.days import Day, days_in, iso, weekday_number, weekday_of
from index.newsform.judging import Judged
from index.newsform.labels import Label, values
from index.newsform.lede import Start
from index.newsform.stamps import Stamp, read_stamp

_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_OLD_PICTURE = re.compile(r"\b(?:file|archive|undated|courtesy)\b", re.IGNORECASE)
_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?P<year>(?:1[6-9]|20)\d\d)(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])"
    r"(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"
)
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=/|\b)", re.IGNORECASE)
_LABELLED_STAMP = re.compile(r"\b(?:published|posted|updated|date)\b", re.IGNORECASE)
_HALF_YEAR = 183  # days


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything in an article that tells of its day.

    `dateline` is the day in the dateline, `captions` the words of captions in order,
    `agency_picture` whether one is credited as agencies credit their own, `lede` the first
    paragraphs, `years` years that stand for sure elsewhere (a notice of copyright by
    the agency).
    """

    stamps: Sequence[Stamp] = ()
    dateline: Day | None = None
    captions: Sequence[str] = ()
    agency_picture: bool = False
    lede: Sequence[str] = ()
    years: Sequence[int] = ()
    file_name: str = ""
    url: str | None = None


def stamps_of(
    judged: Sequence[Judged],
    head: int,
    start: Start | None,
    labels: Sequence[Label],
) -> list[Stamp]:
    """Timestamps above the lede, before its words, in the byline, and labelled ones below."""
    found: list[Stamp] = []
    for value in values(labels, "date"):
        found.append(read_stamp(value) or _loose(value))
    for value in values(labels, "updated"):
        stamp = read_stamp(value) or _loose(value)
        found.append(Stamp(None, stamp.published or stamp.updated, stamp.american))
    found.extend(one.stamp for one in judged[: head + 1] if one.stamp is not None)
    for one in judged[: head + 1]:
        if one.byline is not None and (days := days_in(one.block.text)):
            rest = one.block.text[_before(one.block.text, days[0]) :]
            found.append(read_stamp(rest) or Stamp(days[0], None, None))
    if start is not None and start.stamp is not None:
        found.append(start.stamp)
    found.extend(
        one.stamp
        for one in judged[head + 1 :]
        if one.stamp is not None and _LABELLED_STAMP.search(one.block.text)
    )
    return found


def _before(text: str, day: Day) -> int:
    """Where the label of a day in a byline begins, or the day itself."""
    label = re.search(r"\b(?:Published|Posted|Updated|UPDATED|PUBLISHED)\b", text[: day.start])
    return label.start() if label else day.start


def _loose(value: str) -> Stamp:
    days = days_in(value)
    return Stamp(days[0] if days else None, None, None)


def date_of(evidence: Evidence) -> tuple[Fact[str | None], Fact[str | None]]:
    """(date, updated): each stated, inferred with its reason, or unknown."""
    order = _order(evidence)
    updated = _updated(evidence, order)
    for stamp in evidence.stamps:
        if stamp.published is not None and stamp.published.year:
            return _settled(stamp.published, order, evidence), updated
    for fact in (
        _from_dateline(evidence, updated.value),
        _from_update(evidence, updated.value),
        _from_captions(evidence),
        _from_url(evidence.url),
        _from_name(evidence.file_name),
    ):
        if fact is not None:
            return fact, updated
    return NOTHING, updated


def _updated(evidence: Evidence, order: bool | None) -> Fact[str | None]:
    for stamp in evidence.stamps:
        if stamp.updated is not None and stamp.updated.year:
            return _settled(stamp.updated, order, evidence)
    return NOTHING


def _order(evidence: Evidence) -> bool | None:
    """Does the month come first in figures? None where nothing tells."""
    for stamp in evidence.stamps:
        if stamp.american is not None:
            return stamp.american
    for stamp in evidence.stamps:
        for day in (stamp.published, stamp.updated):
            if day is not None and day.month_first is not None:
                return day.month_first
    return None


def _settled(day: Day, order: bool | None, evidence: Evidence) -> Fact[str | None]:
    """A printed day, with the order of its figures settled by whatever can settle it."""
    plain = day.iso()
    if day.swapped is None:
        return Fact(plain, "stated")
    other = iso(day.year, *day.swapped)
    if evidence.dateline is not None:
        printed = (evidence.dateline.month, evidence.dateline.day)
        if printed in ((day.month, day.day), day.swapped):
            return Fact(plain if printed == (day.month, day.day) else other, "stated")
    if day.weekday is not None and plain and other:
        fits = [choice for choice in (plain, other) if weekday_of(choice) == day.weekday]
        if len(fits) == 1:
            return Fact(fits[0], "stated")
    if order is not None:
        return Fact(plain if order else other, "stated")
    return Fact(plain, "inferred", "the figures were read with the month first")


def _from_dateline(evidence: Evidence, updated: str | None) -> Fact[str | None] | None:
    day = evidence.dateline
    if day is None:
        for stamp in evidence.stamps:
            if stamp.published is not None:
                day = stamp.published
    if day is None:
        return None
    source = "the dateline" if evidence.dateline is not None else "the line of the date"
    if day.year:
        return Fact(day.iso(), "stated")
    for year_of, whence in (
        (updated, "the update"),
        (_caption_day(evidence.captions), "the photo caption"),
        (_url_day(evidence.url), "the address"),
        (_name_day(evidence.file_name), "the file's name"),
    ):
        if year_of is not None:
            year = _nearest_year(day, year_of, before=whence == "the update")
            if year is not None:
                return Fact(day.iso(year), "inferred", f"day from {source}, year from {whence}")
    for year in evidence.years:
        if day.iso(year):
            return Fact(
                day.iso(year), "inferred", f"day from {source}, year from the copyright line"
            )
    return None


def _from_update(evidence: Evidence, updated: str | None) -> Fact[str | None] | None:
    """The day of an update that the lede names: the copy is of that day, too."""
    named = _WEEKDAY.search(evidence.lede[0]) if evidence.lede else None
    if updated is None or named is None or weekday_number(named[1]) != weekday_of(updated):
        return None
    return Fact(updated, "inferred", "the day of the update, which the lede names too")


def _nearest_year(day: Day, near: str, *, before: bool) -> int | None:
    """The year that puts the day close to another, or last before it."""
    anchor = datetime.date.fromisoformat(near)
    best: tuple[int, int] | None = None
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        text = day.iso(year)
        if text is None:
            continue
        apart = (anchor - datetime.date.fromisoformat(text)).days
        if before and apart < 0:
            continue
        if best is None or abs(apart) < best[0]:
            best = (abs(apart), year)
    return best[1] if best and (before or best[0] <= _HALF_YEAR) else None


def _caption_day(captions: Sequence[str]) -> str | None:
    for caption in captions:
        for day in days_in(caption):
            if day.year and not day.swapped:
                return day.iso()
    return None


def _from_captions(evidence: Evidence) -> Fact[str | None] | None:
    """The day of the picture where the copy is of that day, too.

    Pictures are often older than the article, so that its first paragraph must name the same
    weekday, or the next; or the copy none, under a picture that an agency sent out with its copy.
    """
    fresh = [caption for caption in evidence.captions if not _OLD_PICTURE.search(caption)]
    taken = _caption_day(fresh)
    if taken is None:
        return None
    named = _WEEKDAY.search(evidence.lede[0]) if evidence.lede else None
    if named is None:
        if evidence.agency_picture and not any(map(_WEEKDAY.search, evidence.lede)):
            return Fact(taken, "inferred", "from the photo caption")
        return None
    apart = (weekday_number(named[1]) - weekday_of(taken)) % 7
    if apart == 0:
        return Fact(taken, "inferred", "from the photo caption, a day that the lede names too")
    if apart == 1:
        told = datetime.date.fromisoformat(taken) + datetime.timedelta(days=1)
        reason = f"the {named[0]} of the lede, the day after the one in the photo caption"
        return Fact(told.isoformat(), "inferred", reason)
    return None


def _url_day(url: str | None) -> str | None:
    match = _IN_URL.search(url or "")
    if match is None:
        return None
    month = match[2]
    if month.isdigit():
        return iso(int(match[1]), int(month), int(match[3]))
    days = days_in(f"{match[3]} {month} {match[1]}")
    return days[0].iso() if days else None


def _from_url(url: str | None) -> Fact[str | None] | None:
    day = _url_day(url)
    return Fact(day, "inferred", "from the article's address") if day else None


def _name_day(file_name: str) -> str | None:
    match = _IN_NAME.search(file_name)
    return iso(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _from_name(file_name: str) -> Fact[str | None] | None:
    day = _name_day(file_name)
    return Fact(day, "inferred", "from the file's name") if day else None
