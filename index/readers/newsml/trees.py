"""Trees of XML, gone through by names without namespaces: agencies differ in these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from index.readers.composing import Paragraph
from index.readers.html import fragment
from index.readers.moments import moment
from index.readers.raw import Unreadable
from index.text import one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST = 2000
_PLACE = 20
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_DATED = re.compile(r"\d{4}-?\d\d-?\d\d")

# NITF's names for what HTML has other names for; what is left out is no copy.
_AS_HTML = {
    "hl1": "h2",
    "hl2": "h2",
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "body.head": "div",
    "bq": "blockquote",
    "media": "figure",
    "media-caption": "figcaption",
    "nitf-table": "div",
    "nitf": "div",
    "lang": "span",
    "note": "div",
    "credit": "p",
    "tagline": "p",
    "fn": "div",
}
_NO_COPY = frozenset(
    "media-reference media-metadata media-object media-producer nitf-table-metadata "
    "head script style nav custom-table".split()
)
_AROUND = frozenset(("header", "footer", "nav"))
"""Of a page: what is printed around the copy, and stands among the facts already."""


def name_of(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names, in order."""
    if element is not None:
        yield from (child for child in element if name_of(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element on a path of names from child to child."""
    for name in path:
        element = next(children(element, name), None)
    return element


def below(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements of these names at any depth, in order."""
    if element is not None:
        yield from (each for each in element.iter() if name_of(each) in names)


def words(element: Element | None) -> str:
    """The words of an element on one line; "" without it."""
    if element is None:
        return ""
    found: list[str] = []
    size = 0
    for part in element.itertext():
        found.append(part)
        size += len(part)
        if size > _LONGEST:
            break
    return one_line("".join(found)[:_LONGEST])


def attribute(element: Element | None, name: str) -> str:
    """An attribute on one line, in whatever namespace; "" without it."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return one_line(value[:_LONGEST])
    return ""


def first(*told: str) -> tuple[str, ...]:
    """The first that says anything, as a fact; none where nothing does."""
    return next(((each,) for each in told if each), ())


def days(*told: str) -> list[str]:
    """Those that name a day, in ISO form, in order; midnight without a zone is just that."""
    return [moment(each).removesuffix("T00:00:00") for each in told if _DATED.match(each)]


def copy_of(element: Element) -> list[Paragraph]:
    """The paragraphs of copy in XHTML, NITF, or as a text within the XML. Raises `Unreadable`."""
    if len(element) == 0:
        return text_of(element.text or "")
    from xml.etree import ElementTree

    _rename(element)
    try:
        html = ElementTree.tostring(element, encoding="unicode", method="html")
    except RecursionError:
        raise Unreadable("its elements are nested too deeply") from None
    return fragment(html)


def text_of(text: str) -> list[Paragraph]:
    """The paragraphs of copy that stands in XML as a text: with markup of its own, or without."""
    if _MARKUP.search(text):
        return fragment(text)
    return [(None, part) for part in _EMPTY_LINE.split(text)]


def _rename(root: Element) -> None:
    for element in root.iter():
        name = name_of(element)
        _without(element, _NO_COPY)
        if name == "body" and any(words(each) for each in element if name_of(each) not in _AROUND):
            _without(element, _AROUND)
        if isinstance(element.tag, str):
            element.tag = _AS_HTML.get(name, name)
            for key in [key for key in element.attrib if key not in ("hidden", "style")]:
                del element.attrib[key]


def _without(element: Element, names: frozenset[str]) -> None:
    """Take children of these names out, but not the words behind them."""
    if not any(name_of(each) in names for each in element):
        return
    kept: list[Element] = []
    for each in element:
        if name_of(each) not in names:
            kept.append(each)
        elif each.tail and kept:
            kept[-1].tail = (kept[-1].tail or "") + each.tail
        elif each.tail:
            element.text = (element.text or "") + each.tail
    element[:] = kept


def below_dateline(paragraphs: Iterable[Paragraph], dateline: str) -> list[Paragraph]:
    """The copy with its dateline before its first paragraph, unless one begins with its place."""
    found = list(paragraphs)
    place = dateline.split("(")[0].strip(" ,-–—")[:_PLACE] or dateline
    plain = [at for at, (what, text) in enumerate(found) if what is None and text.strip()]
    if not dateline or any(found[at][1].strip(" (").startswith(place) for at in plain):
        return found
    for at in plain[:1]:
        dash = " " if dateline.endswith(("-", "–", "—", ":")) else " – "
        found[at] = (None, f"{dateline}{dash}{found[at][1].lstrip()}")
    return found
