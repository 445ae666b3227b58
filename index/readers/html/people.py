"""Who wrote it, as pages say it in their data and above the copy, brought down to the names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.readers.html.words import letters

_BY = re.compile(
    r"(?:(?:written|words|text|story|posted|published|reported|reporting|report|analysis|opinion|"
    r"review|photographs?|interview)\s+)?by[:\s]\s*|(?:authors?|byline|reporters?)\s*:\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\.(?:com|org|net|html?|co\.uk|ca)\b", re.IGNORECASE)
_REACHED = re.compile(r"\S*@\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_WHERE = re.compile(r"(?<=\w)\s+(?:in|for|at|of)\s+(?:the\s+)?[A-Z].*\Z")
_EACH = re.compile(r"\s*[;\n•·]\s*")
_BEHIND = re.compile(r"\s*[|/]\s*|\s+[-–—]\s+")
_AND = re.compile(r"\s*,?\s+(?:and|&)\s+|\s*,\s*", re.IGNORECASE)
# What stands behind a name and is no name: where one works, and as what.
_JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|producer|journalist|staff|contributor|"
    r"contributing|photographer|bureau|chief|analyst|critic|fellow|professor|presenter|author|"
    r"senior|deputy|digital|freelance|special to|for the|updated|published|min read|desk)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator author authors editor editors staff unknown none null undefined guest "
    "anonymous webmaster user root newsroom reporter byline contributor".split()
)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "md", "m.d.", "phd", "ph.d."))
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*\Z")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_LONGEST = 80
_MOST_WORDS = 7


def names_in(told: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """The names in what is told of the authors, each once, in order.

    The outlet's own name behind a person's ("Jane Roe | The Post") is left out; alone it stays.
    """
    found: dict[str, str] = {}
    for words in told:
        for name in _names(words):
            found.setdefault(letters(name), name)
    people = [name for key, name in found.items() if not _is_slug_of(name, found.values())]
    own = letters(outlet or "").removeprefix("the").removesuffix("news")
    houses = {own, f"the{own}", f"{own}news", f"the{own}news"} if own else set()
    others = [name for name in people if letters(name) not in houses]
    return tuple(others or people)


def _names(words: str) -> list[str]:
    names: list[str] = []
    for one in _EACH.split(_BRACKETED.sub("", _REACHED.sub("", words))):
        # Behind a bar, a stroke or a dash stands for whom one writes.
        told = next(filter(None, (part.strip() for part in _BEHIND.split(_BY.sub("", one)))), "")
        pieces = [_placed(piece.strip(" ,:")) for piece in _AND.split(_BY.sub("", told))]
        names.extend(
            piece for place, piece in enumerate(pieces) if _is_name(piece, first=not place)
        )
    return names


def _placed(words: str) -> str:
    """A name without where one works, behind it: "Jane Roe in London"."""
    match = _WHERE.search(words)
    return words[: match.start()] if match and len(words[: match.start()].split()) > 1 else words


def _is_name(words: str, *, first: bool) -> bool:
    tokens = words.split()
    if not tokens or len(words) > _LONGEST or len(tokens) > _MOST_WORDS:
        return False
    if _ADDRESS.search(words) or words.casefold() in _NOBODY or not any(map(str.isalpha, words)):
        return False
    if sum(map(str.isdigit, words)) > 3 or words.endswith(("?", "!")):
        return False
    if not first and words.casefold() in _SUFFIXES:
        return False
    # "Gear Team" and "News Staff" may write, "senior reporter" and "Editor at Large" do not.
    jobs = len(_JOB.findall(words))
    return not jobs or (first and jobs < len(tokens) and tokens[0][0].isupper() and len(tokens) < 5)


def _is_slug_of(name: str, others: Iterable[str]) -> bool:
    """Is it "chuck-ross" among others?"""
    if " " in name or not _SLUG.match(name):
        return False
    return any(other != name for other in others)
