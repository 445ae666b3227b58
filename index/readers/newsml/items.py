"""NewsML-G2: a news item, its facts, and its copy in XHTML, NITF or plain words (IPTC)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.readers.bylines import writers
from index.readers.composing import Paragraph, composed
from index.readers.newsml import nitf
from index.readers.newsml.trees import (
    attribute,
    below,
    below_dateline,
    child,
    children,
    copy_of,
    days,
    first,
    name_of,
    text_of,
    words,
)
from index.readers.raw import Given, RawArticle, Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_TOPICS = ("geoArea", "person", "organisation", "object", "poi", "event")
_SECOND = re.compile(r"sub|2$|kicker|overline|short", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,5}")
"""A name in full: an agency's writers are also told by their initials, or as they log in."""
_MEDIA = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "a sound",
    "animated": "an animation",
    "composite": "a package: a list of other items",
}


def article_of(item: Element) -> RawArticle:
    """The article that a `<newsItem>` is. Raises `Unreadable`."""
    meta, about = child(item, "itemMeta"), child(item, "contentMeta")
    status = _code(child(meta, "pubStatus"))
    if status in ("canceled", "cancelled"):
        raise Unreadable("withdrawn by its agency")
    given = _facts(item, meta, about)
    copy, within = _copy(child(item, "contentSet"))
    text, marks = composed(below_dateline(copy, words(child(about, "dateline"))))
    if not text:
        raise Unreadable(_why(item, meta, given))
    return RawArticle(text, {**within, **given}, marks=marks, marked=True)


def _facts(item: Element, meta: Element | None, about: Element | None) -> Given:
    dates = days(
        words(child(about, "contentCreated")),
        words(child(meta, "firstCreated")),
        words(child(meta, "versionCreated")),
    )
    changed = days(words(child(meta, "versionCreated")), words(child(about, "contentModified")))
    houses = (
        _named(child(meta, "provider")),
        words(child(about, "creditline")),
        *(_named(source) for source in children(about, "infoSource")),
    )
    people = list(writers(map(words, children(about, "by")), houses))
    named = [line for each in children(about, "creator") if (line := _named(each))]
    found = {
        "id": tuple(filter(None, (attribute(item, "guid"), *map(words, children(about, "altId"))))),
        "title": first(_headline(about), words(child(meta, "title"))),
        "author": tuple(people or [name for name in named if _NAME.fullmatch(name)]),
        "agency": first(*houses),
        "section": first(*_topics(about)),
        "date": tuple(dates[:1]),
        "updated": tuple(each for each in changed[:1] if each not in dates[:1]),
        "language": first(
            *(attribute(each, "tag") for each in children(about, "language")),
            attribute(item, "lang"),
        ),
    }
    return {name: told for name, told in found.items() if told}


def _headline(about: Element | None) -> str:
    """The headline: of several the one that is no line over or under it."""
    lines = [each for each in children(about, "headline") if words(each)]
    main = [each for each in lines if not _SECOND.search(attribute(each, "role"))]
    ranked = sorted(main or lines, key=lambda each: attribute(each, "rank") or "1")
    return words(ranked[0]) if ranked else ""


def _named(party: Element | None) -> str:
    """What a party is called; a provider may have no name but its code ("nprov:AFP")."""
    scheme, _, code = attribute(party, "qcode").partition(":")
    return (
        words(child(party, "name"))
        or attribute(party, "literal")
        or (code if scheme == "nprov" else "")
    )


def _topics(about: Element | None) -> Iterator[str]:
    for subject in children(about, "subject"):
        if not attribute(subject, "type").endswith(_NOT_TOPICS):
            yield words(child(subject, "name"))


def _code(element: Element | None) -> str:
    told = attribute(element, "qcode") or attribute(element, "uri")
    return re.split(r"[:/]", told)[-1].lower()


def _copy(contents: Element | None) -> tuple[list[Paragraph], Given]:
    """The first form of the content that has words, and what it says of the article itself."""
    for content in children(contents, "inlineXML", "inlineData"):
        if name_of(content) == "inlineData":
            found = text_of("".join(content.itertext()))
        elif (inside := next(below(content, "nitf"), None)) is not None:
            found, facts = nitf.paragraphs_of(inside), nitf.facts_of(inside)
            if any(text.strip() for _, text in found):
                return found, facts
            continue
        else:
            found = copy_of(next(below(content, "body"), content))
        if any(text.strip() for _, text in found):
            return found, {}
    return [], {}


def _why(item: Element, meta: Element | None, given: Given) -> str:
    kind = _code(child(meta, "itemClass"))
    if kind in _MEDIA:
        return _MEDIA[kind]
    if child(item, "contentSet", "remoteContent") is not None:
        return "its text lies in another file"
    return "no text, only a headline" if "title" in given else "no text"
