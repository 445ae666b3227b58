"""Whose article it is: outlet, agency, byline, editors, reporting, from the evidence for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import NOBODY, NOTHING, Fact
from index.newsform.credits import SignOff
from index.newsform.datelines import Dateline
from index.newsform.names import Credited, agency_named, outlet_named
from index.newsform.pictures import Picture
from index.newsform.pitches import outlet_in_pitch, rights_holder

_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """What stands in an article about where it comes from, in order of place.

    `lines` are paragraphs above the lede that are an outlet's or agency's name and no more;
    `names` persons' names alone above it; `signed` the names under the article; `around` the
    words of pitches and notices; `site` the name behind the headline; `issuer` the body that
    issued a release.
    """

    dateline: Dateline | None = None
    bylines: Sequence[Credited] = ()
    lines: Sequence[str] = ()
    names: Credited | None = None
    sign_offs: Sequence[SignOff] = ()
    signed: tuple[str, ...] = ()
    pictures: Sequence[Picture] = ()
    around: Sequence[str] = ()
    site: str | None = None
    issuer: str | None = None


def agency_of(sources: Sources, outlet: str | None) -> Fact[str | None]:
    """The agency whose copy it is. A picture of an agency's alone is no proof of its copy."""
    stated = (
        *([sources.dateline.agency] if sources.dateline else []),
        *(byline.agency for byline in sources.bylines),
        *(agency_named(line) for line in sources.lines),
        *(sign_off.agency for sign_off in sources.sign_offs),
    )
    for agency in stated:
        if agency:
            return Fact(agency, "stated")
    for words in sources.around:
        if _RIGHTS.search(words) and (agency := rights_holder(words)[1]):
            return Fact(agency, "inferred", "from the copyright line")
    wire_form = any(
        sign_off.writers or sign_off.reporters or sign_off.editors for sign_off in sources.sign_offs
    )
    for picture in sources.pictures:
        if picture.agency and outlet is None and (picture.house_style or wire_form):
            return Fact(picture.agency, "inferred", "from the photo credit")
    return NOTHING


def outlet_of(sources: Sources) -> Fact[str | None]:
    """Who published it."""
    if sources.dateline and sources.dateline.outlet:
        return Fact(sources.dateline.outlet, "stated")
    for byline in sources.bylines:
        if byline.outlet:
            return Fact(byline.outlet, "stated")
    for line in sources.lines:
        if (outlet := outlet_named(line)) is not None:
            return Fact(outlet, "stated")
    for sign_off in sources.sign_offs:
        if sign_off.outlet:
            return Fact(sign_off.outlet, "stated")
    if sources.issuer:
        return Fact(sources.issuer, "inferred", "the body that issued it")
    if sources.site:
        return Fact(sources.site, "inferred", "from the name behind the headline")
    for words in sources.around:
        if (outlet := outlet_in_pitch(words)) is not None:
            return Fact(outlet, "inferred", f"from the site's pitch “{_short(words)}”")
    for words in sources.around:
        if _RIGHTS.search(words) and (outlet := rights_holder(words)[0]) is not None:
            return Fact(outlet, "inferred", "from the copyright line")
    return NOTHING


def byline_of(sources: Sources) -> Fact[tuple[str, ...]]:
    """Who wrote it: the byline, or who else is credited with it where none stands."""
    for byline in sources.bylines:
        if byline.people:
            return Fact(byline.people, "stated")
    if sources.names is not None and sources.names.people:
        return Fact(sources.names.people, "inferred", "names alone above the lede")
    for people, reason in _credited_below(sources.sign_offs):
        if people:
            return Fact(people, "inferred", reason)
    if sources.signed:
        return Fact(sources.signed, "inferred", "the name under the article")
    return NOBODY


def _credited_below(sign_offs: Sequence[SignOff]) -> Iterator[tuple[tuple[str, ...], str]]:
    for sign_off in sign_offs:
        yield sign_off.writers, "from the credit “Writing by” at the end"
    for sign_off in sign_offs:
        yield sign_off.reporters, "from the credit “Reporting by” at the end"


def editors_of(sources: Sources) -> Fact[tuple[str, ...]]:
    people = _once(name for sign_off in sources.sign_offs for name in sign_off.editors)
    return Fact(people, "stated") if people else NOBODY


def reporting_of(sources: Sources) -> Fact[tuple[str, ...]]:
    """Who reported it, or helped to."""
    people = _once(
        name for sign_off in sources.sign_offs for name in (*sign_off.reporters, *sign_off.helpers)
    )
    return Fact(people, "stated") if people else NOBODY


def photo_credit_of(sources: Sources) -> Fact[str | None]:
    for picture in sources.pictures:
        if picture.photographer:
            return Fact(picture.photographer, "inferred", "from the credit of the photo")
    for picture in sources.pictures:
        if picture.agency:
            return Fact(picture.agency, "inferred", "from the credit of the photo")
    return NOTHING


def _once(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59].rsplit(" ", 1)[0] + " …"
