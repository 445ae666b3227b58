"""A moment as pages write it, in ISO 8601 with the zone that it was written with."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?\Z", re.DOTALL)
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?\Z",
    re.IGNORECASE,
)
_LONGEST = 60


def moment(told: str) -> str | None:
    """A day or a moment, in ISO 8601 where it was told in that or as mails have it; other words
    as they were, where there is a figure in them; None where it is none."""
    told = " ".join(told.split())
    if not told or len(told) > _LONGEST or not any(map(str.isdigit, told)):
        return None
    if (match := _TIME.match(told)) is not None:
        time = match["time"] if len(match["time"]) > 5 else f"{match['time']}:00"
        return _checked(f"{match['day']}T{time}{_zone(match['zone'])}")
    if _ISO.match(told):
        return _checked(told[:10])
    try:
        found = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return told
    return found.isoformat(timespec="seconds") if found.year > 1600 else told


def _zone(told: str | None) -> str:
    if not told:
        return ""
    if told.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    figures = told[1:].replace(":", "")
    return f"{told[0]}{figures[:2]}:{figures[2:] or '00'}"


def _checked(told: str) -> str | None:
    try:
        datetime.datetime.fromisoformat(told)
    except ValueError:
        return None
    return told
