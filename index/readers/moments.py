"""Days and times as mails, feeds and agencies write them, in ISO form, with the zone as written."""

from __future__ import annotations

import datetime
import re

from index.text import one_line

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ]+(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d(?::?\d\d)?)?", re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_NAMED_ZONE = re.compile(r"(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))(?:\s*\([^)]*\))?\s*\Z", re.I)
_LONGEST = 100


def moment(told: str) -> str:
    """A moment in ISO 8601, "2024-05-16T23:30:00-04:00"; as it was told where it is none.

    Takes what RFC 5322, RFC 822 and RFC 3339 allow and the ISO 8601 of news agencies
    ("20240516T233000-0400"). A zone is kept, and none is made up: RFC 5322 says of "-0000" that
    nothing is known of the place.
    """
    from email.utils import parsedate_to_datetime

    told = one_line(told[:_LONGEST])
    if (match := _COMPACT.fullmatch(told)) is not None:
        year, month, day, hour, minute, second, zone = match.groups()
        return _valid(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{_zone(zone)}", told)
    if (match := _ISO.fullmatch(told)) is not None:
        time = match["time"] if len(match["time"]) > len("00:00") else match["time"] + ":00"
        return _valid(f"{match['day']}T{time}{_zone(match['zone'])}", told)
    if (match := _DAY.fullmatch(told)) is not None:
        return _valid("-".join(match.groups()), told)
    try:
        found = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return told
    if found.tzinfo is not None and _NAMED_ZONE.search(told) is None:
        found = found.replace(tzinfo=None)  # a zone of a name that nobody knows
    return found.isoformat(timespec="seconds")


def _zone(told: str | None) -> str:
    if not told:
        return ""
    if told.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    figures = told[1:].replace(":", "").ljust(4, "0")
    return f"{told[0]}{figures[:2]}:{figures[2:]}"


def _valid(moment: str, told: str) -> str:
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return told
    return moment
