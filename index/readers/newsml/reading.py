"""Files of NewsML-G2, NewsML 1 and NITF: told by their root, each item in them an article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from index.readers.format import Whole
from index.readers.head import Head
from index.readers.newsml import first, items, nitf
from index.readers.newsml.trees import below, name_of
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable
from index.readers.xml_files import root_of, tree_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_G2 = {
    "packageItem": "a package: a list of other items",
    "conceptItem": "a definition of terms, no article",
    "knowledgeItem": "definitions of terms, no article",
    "planningItem": "a plan of coverage, no article",
    "catalogItem": "a catalogue of terms, no article",
}
_ROOTS = frozenset(("newsItem", "newsMessage", "NewsML", "nitf", *_G2))


def _tells(head: Head) -> bool:
    root = root_of(head)
    return root is not None and root.name in _ROOTS


def _articles(document: Document, bounds: Bounds) -> Read:
    root = tree_of(document.data, "NewsML")
    name = name_of(root)
    if name in _G2:
        raise Unreadable(_G2[name])
    if name == "nitf":
        yield nitf.article_of(root)
        return
    read: Callable[[Element], RawArticle] = items.article_of
    found = [root] if name == "newsItem" else list(below(root, "newsItem"))
    if name == "NewsML":
        read, found = first.article_of, list(below(root, "NewsItem"))
    if not found:
        within = next((_G2[kind] for each in root.iter() if (kind := name_of(each)) in _G2), None)
        raise Unreadable(within or "there is no article in it")
    for number, item in enumerate(found, 1):
        yield _article(read, item, "" if len(found) == 1 else f"item {number}")


def _article(
    read: Callable[[Element], RawArticle], item: Element, part: str
) -> RawArticle | Unreadable:
    try:
        return replace(read(item), part=part)
    except Unreadable as error:
        return Unreadable(f"{part}: {error.reason}" if part else error.reason)


FORMAT = Whole("newsml", 1, _tells, _articles)
