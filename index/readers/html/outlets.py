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
_LONGEST = 60
_SHORTEST = 3  # letters of a name that others may begin with
_FEW = 2  # words of such names
_TAGLINE = re.compile(r"\s*(?:\||:|\s[-–—•]\s|,\s).*\Z")


def outlet_of(said: Said) -> tuple[str | None, str | None]:
    """The outlet's name, as it is stated; and where it is not, as the page's title has it."""
    stated = _best([*said.meta(*_NAMES[:2]), *_publishers(said), *said.meta(*_NAMES[2:])])
    if stated is None or _rank(stated):
        stated = _best(filter(None, (stated, *said.meta(*_MORE_NAMES))))
    title = _called_so(said, stated)
    if stated is None:
        return None, title
    # "thedailypost" is a name without its capitals, and "ABC" one of many kinds of house: the
    # title of the page has the name as the house of news prints it.
    return title or stated, None


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
    parts = [part.strip() for part in _SUFFIX.split(said.title)]
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
