"""The day of a page that does not state it, by its address and its words."""

from __future__ import annotations

import logging
import re

from index.readers.extras import needing
from index.readers.html.trees import Element
from index.readers.raw import Given

_SILENT = logging.CRITICAL + 1
_DAY = "%Y-%m-%d"


def guessed_day(tree: Element, given: Given) -> tuple[str, str] | None:
    """The day on which a page was published, and from what that is guessed; None without one."""
    with needing("a web page", "html"):
        from htmldate import find_date
    logging.getLogger("htmldate").setLevel(_SILENT)
    url = next(iter(given.get("url", ())), None)
    try:
        day = find_date(tree, original_date=True, outputformat=_DAY, url=url)
    except Exception:
        return None  # hostile pages bring it to errors of every sort
    if day is None:
        return None
    figures = r"\D?0?".join(part.lstrip("0") for part in day.split("-"))
    if url is not None and re.search(figures, url):
        return day, "from the address of the page"
    return day, "from the words of the page"
