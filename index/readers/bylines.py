"""Bylines as agencies write them, in whatever language: who wrote it, without the agency itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BY = re.compile(r"(?:by|von|par|por|di|door|av|af)\s+(?=[^\W\d_])", re.IGNORECASE)
_HOUSE = re.compile(r"\s*[,/|(–—-]\s*")


def writers(lines: Iterable[str], houses: Iterable[str]) -> Iterator[str]:
    """The people whom these bylines name: "Von Jo Roe, dpa" of the house of dpa names Jo Roe.

    A byline that names nobody but the house is none.
    """
    known = {house.casefold() for house in houses if house}
    for line in lines:
        named = _BY.sub("", line, count=1) if _BY.match(line) else line
        parts = _HOUSE.split(named.strip(" ()"))
        while parts and parts[-1].strip(" ()").casefold() in known:
            named = named.strip(" ()")[: -len(parts.pop())].rstrip(" ,/|(–—-")
        if named.strip():
            yield named.strip()
