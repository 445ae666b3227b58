"""What a document says of itself by the way, as Word and PDF have it: a guess, never more.

Nobody looks at these properties: the title is often that of the file it was made from, the
author the machine's, the day the one of a copy.
"""

from __future__ import annotations

import datetime
import re

from index.readers.raw import Guessed
from index.text import one_line

_FILE = re.compile(
    r"\.(?:docx?|docm|dotx?|rtf|odt|pages|txt|wpd|pdf|ps|eps|indd?|qx[dp]|pm[d6]|fm|pub|pptx?|xlsx?|"
    r"html?|aspx?|php|jpe?g|png|tiff?)\Z",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"(?:Microsoft (?:Word|PowerPoint|Excel|Publisher)|Word|Print)\s+-\s", re.I)
_EMPTY = re.compile(
    r"(?:untitled|unknown|title|no title|document|doc|layout|slide|page|scan|copy|print|draft|"
    r"new document|neues dokument|sans titre|sin título|senza titolo|\(anonymous\))[ _-]*\d*\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?: (?:(?:van|von|de|der|den|la|le|al|bin|da|dos|di) )*"
    r"[^\W\d_a-z][\w.'’-]*){1,4}\Z"
)
_NOBODY = re.compile(
    r"\b(?:microsoft|office|user|admin\w*|windows|adobe|acrobat|scanner|owner|guest|workstation|"
    r"registered|company|desktop|laptop|administrator|default|unknown|editor|newsroom)\b",
    re.IGNORECASE,
)
_LONGEST = 300
_FIRST_YEAR = 1985


def guesses(of: str, *, title: str = "", author: str = "", day: str = "") -> Guessed:
    """What the properties of a document let one guess. `of` is whose they are, "the PDF's own";
    `day` is ISO or empty."""
    found: dict[str, tuple[str, str]] = {}
    title, author = one_line(title[:2000]), one_line(author[:2000])
    if _is_title(title):
        found["title"] = (title, f"from {of} title")
    if names := _names(author):
        found["author"] = (names, f"from {of} author")
    if _is_day(day):
        found["date"] = (day[:10], f"from {of} date of creation")
    return found


def _is_title(title: str) -> bool:
    return (
        0 < len(title) <= _LONGEST
        and _LETTERS.search(title) is not None
        and not _FILE.search(title)
        and not _PROGRAM.match(title)
        and not _EMPTY.match(title)
        and not ("\\" in title or "\ufffd" in title)
        and (" " in title or not re.search(r"[_\d/]", title))
    )


def _names(author: str) -> str:
    """The persons among the authors, with semicolons between; "" where there is none."""
    names = [name.strip() for name in re.split(r";|,(?=\s*[^\W\d_]+ )| and ", author)]
    people = [name for name in names if _NAME.match(name) and not _NOBODY.search(name)]
    return "; ".join(people) if len(people) == len(names) else ""


def _is_day(day: str) -> bool:
    try:
        return datetime.date.fromisoformat(day[:10]).year >= _FIRST_YEAR
    except ValueError:
        return False
