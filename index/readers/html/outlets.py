"""Who publishes a page, by the name that is printed: not by an address, nor a handle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.readers.html.said import Said
from index.readers.html.words import letters, plain

_NAMES = ("og:site_name", "og_site_name", "twitter:app:name:iphone", "publisher", "dc.publisher")
_MORE_NAMES = ("dcterms.publisher", "application-name", "apple-mobile-web-app-title", "cre")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/?\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:\||[-–—·•:*»«])\s+(?=\S)|\s*\|\s*")
_HOST = re.compile(
    r"https?://(?P<host>(?:www\d?\.|m\.|amp\.)?(?P<name>[\w-]{1,60})"
    r"(?:\.[\w-]{1,20}){1,3})(?:[:/?#]|\Z)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©,]*(?:(?:\d{4}\s*[-–]\s*)?\d{4})?[\s,]*(?:by\s)?"
    r"(?P<name>[^\W\d][^.|©\n]{1,59})",
    re.IGNORECASE,
)
_COMPANY = re.compile(r",?\s+(?:LLC|L\.L\.C|Inc|Ltd|Limited|PLC|Corp|Company|Co)\b.*\Z")
_BY = re.compile(r"\s*by\s", re.IGNORECASE)
_LONGEST = 60
_SHORTEST = 3  # letters of a name that others may begin with
_FEW = 2  # words of such names
_TAGLINE = re.compile(r"\s*(?:\||:|\s[-–—•]\s|,\s).*\Z")


def outlet_of(said: Said, url: str | None) -> tuple[str | None, tuple[str, str] | None]:
    """The outlet's name, as it is stated; and where it is not, a guess and from what it is made:
    the page's title, whose rights it says are reserved, or its address (`url`)."""
    stated = _best([*said.meta(*_NAMES[:2]), *_publishers(said), *said.meta(*_NAMES[2:])])
    if stated is None or _rank(stated):
        stated = _best(filter(None, (stated, *said.meta(*_MORE_NAMES))))
    title = _called_so(said, stated)
    if stated is None:
        return None, _guessed(said, title, url)
    # "thedailypost" is a name without its capitals, and "ABC" one of many kinds of house: the
    # title of the page has the name as the house of news prints it.
    return title or stated, None


def _guessed(said: Said, title: str | None, url: str | None) -> tuple[str, str] | None:
    host = _HOST.match(url or "")
    parts = [part for part in _SUFFIX.split(said.title)[1:] if not _BY.match(part)]
    for part in reversed(parts):
        if host is not None and _is_of(part, host["name"]):
            return part.strip(), "from the title of the page"
    if title is not None:
        return title, "from the title of the page"
    if host is None:
        return None
    for text in said.tree.itertext():
        if ("©" in text or "opyright" in text) and (match := _RIGHTS.search(text)) is not None:
            name = _COMPANY.sub("", _shorn(match["name"])).strip()
            if _is_of(name, host["name"]):
                return name, "from the copyright line on the page"
    return host["host"].lower(), "from the address of the page"


def _is_of(name: str, host: str) -> bool:
    """May an outlet of this name have this address? "latimes" is of "Los Angeles Times"."""
    words = [letters(word) for word in name.split() if letters(word)]
    words = words[1:] if words[:1] == ["the"] else words
    own = letters(host).removeprefix("the")
    initials = "".join(word[0] for word in words)
    forms = {initials[:place] + "".join(words[place:]) for place in range(len(words) + 1)}
    return len(own) >= _SHORTEST and own in forms


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind it, or before it."""
    own = letters(outlet or "")
    parts = list(_SUFFIX.finditer(title)) if own else []
    for match in parts:
        # "… - World | The Post": the section goes with the name.
        behind = title[match.end() :]
        if _is_own(behind, own) or (
            any(_is_own(part, own) for part in _SUFFIX.split(behind)) and len(behind) <= _LONGEST
        ):
            return title[: match.start()].strip()
    if parts and _is_own(title[: parts[0].start()], own):
        return title[parts[0].end() :].strip()
    return title.strip()


def _is_own(part: str, own: str) -> bool:
    """Is this the outlet's name, its address ("Globalnews.ca" of "Global News"), or that of one of
    its desks ("BBC News" of "BBC")?"""
    found = letters(part)
    return bool(found) and (
        found in (own, f"the{own}")
        or f"the{found}" == own
        or (
            len(own) >= _SHORTEST
            and found.startswith(own)
            and (_DOMAIN.match(part.strip()) is not None or len(part.split()) <= _FEW)
        )
    )


def _publishers(said: Said) -> Iterator[str]:
    for value in said.linked.each("publisher", "sourceOrganization", "isPartOf"):
        for node in said.linked.resolved(value):
            if isinstance(node, str):
                yield plain(node)
            elif isinstance(node, dict) and isinstance(name := node.get("name"), str):
                yield plain(name)
    for element in said.marked("publisher"):
        for inner in element.iterfind(".//*[@itemprop='name']"):
            yield plain(inner.get("content") or "".join(inner.itertext()))


def _best(told: Iterable[str]) -> str | None:
    """The first that is a name as it is printed; else what comes nearest to one."""
    names = [_shorn(name) for name in told if name and not name.startswith("@")]
    names = [name for name in names if name and len(name) <= _LONGEST and "://" not in name]
    return min(names, key=_rank, default=None)


def _rank(name: str) -> int:
    """0 for a name as it is printed; more for one that is an address, or in small letters."""
    return (_DOMAIN.match(name) is not None) + 2 * (name == name.lower())


def _shorn(name: str) -> str:
    """A name without what a site says of itself behind it: "The Post | News and opinion"."""
    name = name.strip()
    shorn = _TAGLINE.sub("", name)
    return shorn if len(name) > _LONGEST // 2 and len(shorn) >= 2 else name


def _called_so(said: Said, stated: str | None) -> str | None:
    """The last part of the page's title, where it is the outlet's name: as it is stated but with
    capitals or "News" behind it, or behind the headline that is printed where none is stated."""
    own = letters(stated or "").removesuffix("com")
    parts = [part.strip() for part in _SUFFIX.split(said.title) if not _BY.match(part)]
    if len(parts) < 2 or len(parts[-1]) > _LONGEST:
        return None
    last = parts[-1]
    found = letters(last)
    if own:
        if found == f"{own}news":
            return last
        alike = found in (own, f"the{own}") or f"the{found}" == own
        return last if alike and _rank(last) < _rank(stated or "") else None
    headings = {letters(heading) for heading in said.headings}
    return last if letters(" ".join(parts[:-1])) in headings or "|" in said.title else None
