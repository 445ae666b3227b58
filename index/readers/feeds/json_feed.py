"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.readers.columns import record_of
from index.readers.feeds.entries import Entry, Text, article_of
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.raw import Bounds, Document, Read, Unreadable

_VERSION = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org\\?/version\\?/')
_AT_HEAD = 4096

_Said = Mapping[str, object]


def _tells(head: Head) -> bool:
    text = (head.text or "").lstrip()
    return text.startswith("{") and _VERSION.search(text[:_AT_HEAD]) is not None


def _articles(document: Document, bounds: Bounds) -> Read:
    feed = record_of(document.data)
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise Unreadable("a feed without entries")
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield article_of(_entry(item, feed), number)
        else:
            yield Unreadable(f"entry {number}: not a JSON object")


def _entry(said: _Said, feed: _Said) -> Entry:
    return Entry(
        {
            "id": [said.get("id")],
            "title": [said.get("title")],
            "url": [said.get("url") or said.get("external_url")],
            "author": _names(said) or _names(feed),
            "section": [tag for tag in _list(said.get("tags")) if isinstance(tag, str)][:1],
            "language": [said.get("language")],
        },
        list(_texts(said)),
        _text(said.get("date_published")),
        _text(said.get("date_modified")),
        {"outlet": feed.get("title"), "language": feed.get("language")},
    )


def _texts(said: _Said) -> Iterator[Text]:
    for name, html in (("content_html", True), ("content_text", False), ("summary", False)):
        if words := _text(said.get(name)):
            yield Text(words, html)


def _names(said: _Said) -> list[object]:
    """Those of "authors", of which version 1 had one as "author"."""
    authors = [*_list(said.get("authors")), said.get("author")]
    return [each["name"] for each in authors if isinstance(each, dict) and each.get("name")]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


FORMAT = Whole("json feed", 1, _tells, _articles)
