"""NITF: an article with its head, as agencies and archives of newspapers deliver it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.readers.bylines import writers
from index.readers.composing import Paragraph, composed
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


def article_of(nitf: Element) -> RawArticle:
    """The article that an `<nitf>` is. Raises `Unreadable`."""
    given = facts_of(nitf)
    text, marks = composed(paragraphs_of(nitf))
    if not text:
        raise Unreadable("no text, only a headline" if "title" in given else "no text")
    return RawArticle(text, given, marks=marks, marked=True)


def paragraphs_of(nitf: Element) -> list[Paragraph]:
    """The copy: lines below the headline, an abstract, the dateline with the body, its end."""
    body = child(nitf, "body")
    above = child(body, "body.head")
    found: list[Paragraph] = [
        ("subhead", line)
        for hl2 in children(child(above, "hedline"), "hl2")
        if (line := words(hl2))
    ]
    if (abstract := child(above, "abstract")) is not None:
        found.extend(copy_of(abstract))
    copy = [each for content in children(body, "body.content") for each in _content(content)]
    found.extend(below_dateline(copy, _dateline(child(above, "dateline"))))
    if (end := child(body, "body.end")) is not None:
        found.extend(copy_of(end))
    return found


def _content(content: Element) -> list[Paragraph]:
    """The copy, without a lead that a later block has all of: archives of papers keep both."""
    blocks = list(children(content, "block"))
    if len(blocks) > 1 and len(blocks) == len(content):
        lead = [words(each) for each in children(blocks[0], "p")]
        rest = [words(each) for block in blocks[1:] for each in children(block, "p")]
        if lead and lead == rest[: len(lead)]:
            content.remove(blocks[0])
    return copy_of(content)


def facts_of(nitf: Element) -> Given:
    """What an `<nitf>` says of its article."""
    head, above = child(nitf, "head"), child(nitf, "body", "body.head")
    data, paper = child(head, "docdata"), child(head, "pubdata")
    hedline = child(above, "hedline")
    agency = words(child(above, "distributor"))
    dates = days(
        attribute(child(data, "date.issue"), "norm"),
        attribute(paper, "date.publication"),
        attribute(child(data, "date.release"), "norm"),
    )
    sections = (
        attribute(meta, "content")
        for meta in children(head, "meta")
        if attribute(meta, "name") in ("online_sections", "section")
    )
    found = {
        "id": first(attribute(child(data, "doc-id"), "id-string"), attribute(nitf, "uno")),
        "title": first(words(child(hedline, "hl1")), words(hedline), words(child(head, "title"))),
        "author": tuple(writers(map(_byline, children(above, "byline")), [agency])),
        "outlet": first(attribute(paper, "name")),
        "agency": first(agency),
        "section": first(
            next((each for each in sections if each), ""), attribute(paper, "position.section")
        ),
        "date": tuple(dates[:1]),
        "language": first(attribute(nitf, "lang")),
        "url": first(attribute(paper, "ex-ref")),
    }
    return {name: told for name, told in found.items() if told}


def _byline(byline: Element) -> str:
    """Who is named in a byline, without a title: a `<byttl>` is "Staff Reporter"."""
    titles = {words(title) for title in below(byline, "byttl")} - {""}
    people = [words(person) for person in below(byline, "person")]
    line = " and ".join(filter(None, people)) or words(byline)
    for title in titles:
        line = line.replace(title, "")
    return line.strip(" ,;")


def _dateline(dateline: Element | None) -> str:
    """The line without the name of the day, which stands among the facts."""
    return " ".join(_apart(dateline)).replace(" ,", ",").strip() if dateline is not None else ""


def _apart(dateline: Element) -> Iterator[str]:
    if dateline.text and dateline.text.strip():
        yield dateline.text.strip()
    for part in dateline:
        if text := words(part):
            yield text
        if part.tail and part.tail.strip():
            yield part.tail.strip()
