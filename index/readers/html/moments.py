"""A moment as pages write it, in ISO 8601 with the zone that it was written with."""

from __future__ import annotations

import datetime
import re

from index.readers import moments

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?\Z", re.DOTALL)
_LONGEST = 60


def moment(told: str) -> str | None:
    """A day or a moment, in ISO 8601 where it was told in that or as mails have it; other words
    as they were, where there is a figure in them; None where it is none."""
    told = " ".join(told.split())
    if not told or len(told) > _LONGEST or not any(map(str.isdigit, told)):
        return None
    found = moments.moment(told)
    if _ISO.match(told) is None or _is_iso(found):
        return found
    # A day that no clock's time follows is a day all the same.
    return told[:10] if _is_iso(told[:10]) else None


def _is_iso(told: str) -> bool:
    try:
        datetime.datetime.fromisoformat(told)
    except ValueError:
        return False
    return True
