"""The sentences that tell a person how things stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from tui.words import amount, duration, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.archive import Archive, NotRead, Progress

SAMPLE = "Sample archive: four articles. `/` searches. `dateline add FOLDER` starts your own."
EMPTY = "This archive is empty. `dateline add FOLDER` takes in articles; they appear here."
EARLIER = "An earlier version; the file has changed since."
READ_ONLY = "This archive is read-only: searching and export work, keeping passages does not."
NOT_CORRECTED = "This archive is read-only: nothing can be corrected in it."
CANCELLED = "Reading for quotes was cancelled; what was read stays. `X` goes on with it."
NOT_READ = "Not read yet: reading was cancelled, X goes on with it."
NEVER_READ = "Not read yet, and this archive is read-only."
TOO_SMALL = "This window is too small to read in: 40 columns and 10 lines are the least."

_CODE = re.compile("`([^`]+)`")
_DOING = {"taking in": "Taking in", "reading for quotes": "Reading"}


def content(sentence: str) -> Content:
    """A sentence as it is shown: what stands in backticks is to be typed, and bold."""
    parts: list[str | tuple[str, str]] = []
    at = 0
    for typed in _CODE.finditer(sentence):
        parts += [sentence[at : typed.start()], (typed.group(1), "bold")]
        at = typed.end()
    return Content.assemble(*parts, sentence[at:])


def progress(now: Progress) -> str:
    """How far the worker is, in a sentence; empty while it has nothing to do."""
    if now.trouble:
        return now.trouble
    if now.what == "busy elsewhere":
        return "Another Dateline takes articles into this archive; they appear here."
    if now.what == "mending the index":
        return "Mending the index: search is complete again in a moment."
    if now.what not in _DOING or not now.total:
        return ""
    parts = [f"{_DOING[now.what]} {now.done:,} of {now.total:,}"]
    if now.rate >= 1:
        parts.append(f"{now.rate:,.0f} a second")
    if now.seconds_left is not None and now.done:
        parts.append(f"{duration(now.seconds_left)} left")
    return " · ".join([*parts, "searchable already. `X` cancels, nothing is lost."])


def can_be_cancelled(now: Progress) -> bool:
    """Whether there is work going on that a person may cancel."""
    return now.what in _DOING and bool(now.total)


def unread(named: Sequence[NotRead], count: int, room: int | None = None) -> str:
    """What could not be read, in a sentence of at most `room` cells; empty where all could.

    `named` are the first of so many. Where there is no room for their names they are only counted.
    """
    if not count:
        return ""
    first = [each.told for each in named[:2]]
    told = ", ".join(f"`{_name(place)}` ({one_line(reason)})" for place, reason in first)
    if count > 2:
        told += f" and {count - 2:,} more"
    counted = f"{amount(count, 'file')} could not be read"
    said = f"{counted}: {told}. `:report` lists them."
    if room is not None and content(said).cell_length > room:
        return f"{counted}. `:report` says which and why."
    return said


def nothing_found(query: str, suggestion: str | None) -> str:
    """What to say of a query that found nothing."""
    query = one_line(query)
    shown = query if len(query) <= 60 else query[:59] + "…"
    said = f"Nothing says {shown}."
    return f"{said} Did you mean {one_line(suggestion)}? `Tab` takes it." if suggestion else said


def standing(
    archive: Archive, now: Progress, *, searched: bool, report: str = "", arrived: int = 0
) -> str:
    """The most pressing sentence of those that hold for a while; empty when there is none.

    `report` says what could not be read, while that is still to be told; how many articles
    `arrived` of late stands before all else.
    """
    pressing = _pressing(archive, now, searched=searched, report=report)
    if arrived:
        return f"{amount(arrived, 'new article')}. {pressing}".rstrip()
    return pressing


def _pressing(archive: Archive, now: Progress, *, searched: bool, report: str) -> str:
    if archive.ingest.cancelled:
        return CANCELLED
    if sentence := progress(now):
        return sentence
    if archive.read_only:
        return READ_ONLY
    if report:
        return report
    return SAMPLE if archive.is_sample and not searched else ""


def idle(archive: Archive) -> str:
    """Why articles that are still to be read are not being read; empty while they are."""
    if archive.ingest.cancelled:
        return NOT_READ
    return NEVER_READ if archive.read_only else ""


def _name(path: str) -> str:
    name = one_line(path).rsplit("/", 1)[-1].replace("`", "'")
    return name if len(name) <= 40 else name[:39] + "…"
