"""NewsML 1, which agencies delivered before NewsML-G2, and some still do."""

from __future__ import annotations

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
    words,
)
from index.readers.raw import Given, RawArticle, Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 50


def article_of(item: Element) -> RawArticle:
    """The article that a `<NewsItem>` is. Raises `Unreadable`."""
    management = child(item, "NewsManagement")
    if attribute(child(management, "Status"), "FormalName").lower() in ("canceled", "cancelled"):
        raise Unreadable("withdrawn by its agency")
    component = child(item, "NewsComponent")
    lines = next(below(component, "NewsLines"), None)
    given = _facts(item, management, component, lines)
    copy, captions, within = _copy(component)
    text, marks = composed([*below_dateline(copy, words(child(lines, "DateLine"))), *captions])
    if not copy or not text:
        raise Unreadable("no text, only a headline" if "title" in given else "no text")
    return RawArticle(text, {**within, **given}, marks=marks, marked=True)


def _facts(
    item: Element, management: Element | None, component: Element | None, lines: Element | None
) -> Given:
    identifier = child(item, "Identification", "NewsIdentifier")
    created = days(words(child(management, "FirstCreated")))
    changed = days(words(child(management, "ThisRevisionCreated")))
    about = next(below(component, "AdministrativeMetadata"), None)
    parties = [
        attribute(party, "FormalName")
        for kind in ("Source", "Provider")
        for each in children(about, kind)
        for party in children(each, "Party")
    ]
    houses = (*parties, words(child(lines, "CreditLine")))
    found = {
        "id": first(words(child(identifier, "PublicIdentifier"))),
        "title": first(*map(words, children(lines, "HeadLine"))),
        "author": tuple(writers(map(words, children(lines, "ByLine")), houses)),
        "agency": first(*houses),
        "date": tuple((created or changed)[:1]),
        "updated": tuple(each for each in changed[:1] if created and each != created[0]),
        "language": first(
            *(attribute(each, "FormalName") for each in below(component, "Language"))
        ),
    }
    return {name: told for name, told in found.items() if told}


def _copy(component: Element | None) -> tuple[list[Paragraph], list[Paragraph], Given]:
    """The copy, the captions, and what the copy says of the article itself."""
    copy: list[Paragraph] = []
    captions: list[Paragraph] = []
    facts: dict[str, tuple[str, ...]] = {}
    seen = set()
    for holder, content in _contents(component, 0):
        data = child(content, "DataContent")
        kind = attribute(child(content, "MediaType"), "FormalName").lower()
        if data is None or kind not in ("", "text"):
            continue
        caption = attribute(child(holder, "Role"), "FormalName").lower() == "caption"
        equal = attribute(holder, "EquivalentsList") == "yes"
        if equal and id(holder) in seen:
            continue
        inside = next(below(data, "nitf"), None)
        if inside is not None:
            facts = {**nitf.facts_of(inside), **facts}
            found = nitf.paragraphs_of(inside)
        else:
            found = copy_of(next(below(data, "body", "body.content"), data))
        if any(text.strip() for _, text in found):
            seen.add(id(holder))
        if caption:
            captions.extend(("caption", text) for _, text in found)
        else:
            copy.extend(found)
    return copy, captions, facts


def _contents(component: Element | None, depth: int) -> Iterator[tuple[Element, Element]]:
    """The items of content with what holds them."""
    if component is None or depth > _DEEPEST:
        return
    for each in children(component, "ContentItem", "NewsComponent"):
        if each.tag == component.tag:
            yield from _contents(each, depth + 1)
        else:
            yield component, each
