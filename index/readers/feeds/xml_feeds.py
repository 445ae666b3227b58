"""RSS from 0.9 to 2.0, and Atom: what feedparser makes of one, with zones as they were written.

It is given nothing but bytes, and fetches nothing then.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.readers.extras import needing
from index.readers.feeds.entries import Entry, Text, article_of, plain_words
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.raw import Bounds, Document, Read, Unreadable
from index.readers.xml_files import root_of, xml_text

_HTML = frozenset(("text/html", "application/xhtml+xml"))
_ATOM = ("w3.org/2005/Atom", "purl.org/atom")
_RDF = ("purl.org/rss/1.0", "my.netscape.com/rdf", "channel.netscape.com/rdf", "purl.org/net/rss")
_ADDRESSED = re.compile(r"\S{1,200}@\S{1,200}\s+\((.{1,200})\)\s*\Z")
_SAMPLE = 4096

_Said = Mapping[str, Any]


def _tells(head: Head) -> bool:
    root = root_of(head)
    if root is None or head.text is None:
        return False
    if root.name == "feed":
        return any(space in root.namespace for space in _ATOM)
    if root.name == "RDF":
        return any(space in head.text[:_SAMPLE] for space in _RDF)
    return root.name == "rss"


def _articles(document: Document, bounds: Bounds) -> Read:
    text = xml_text(document.data)
    with needing("a feed", "feeds"):
        import feedparser
    try:
        found = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except (RecursionError, AssertionError, KeyError, IndexError, ValueError) as error:
        raise Unreadable("a feed that cannot be taken apart") from error
    # As plain dictionaries: its own answer for one name with another.
    feed = dict(found.feed)
    entries = [dict(each) for each in found.entries]
    if not entries:
        raise Unreadable("a feed without entries")
    atom = str(found.version or "").startswith("atom")
    for number, said in enumerate(entries, 1):
        try:
            entry = _entry(said, feed, atom=atom)
        except Unreadable as error:
            yield Unreadable(f"entry {number}: {error.reason}")
        else:
            yield article_of(entry, number)


def _entry(said: _Said, feed: _Said, *, atom: bool) -> Entry:
    source: _Said = said.get("source") or {}
    published, updated = str(said.get("published", "")), str(said.get("updated", ""))
    if not (published or atom):
        published, updated = updated, ""  # dc:date, which in RSS is all that there is
    authors = _names(said) or (_names(feed) if atom else [])
    terms = (tag.get("label") or tag.get("term") for tag in said.get("tags") or ())
    sections = [term for term in terms if term and "://" not in term]
    return Entry(
        {
            "id": [said.get("id")],
            "title": [_title(said)],
            "url": [said.get("link")],
            "author": authors,
            "outlet": [source.get("title")],
            "section": sections[:1],
            "language": [said.get("language")],
        },
        list(_texts(said)),
        published,
        updated,
        {"outlet": _title(feed), "language": feed.get("language")},
    )


def _texts(said: _Said) -> Iterator[Text]:
    found = [
        Text(str(each.get("value", "")), each.get("type") in _HTML)
        for each in said.get("content") or ()
        if each.get("type") in _HTML or str(each.get("type", "text/plain")).startswith("text/")
    ]
    yield from sorted(found, key=lambda text: len(text.words), reverse=True)
    if summary := said.get("summary"):
        kind = (said.get("summary_detail") or {}).get("type", "text/html")
        yield Text(str(summary), kind in _HTML)


def _title(said: _Said) -> str:
    kind = (said.get("title_detail") or {}).get("type", "text/plain")
    return plain_words(str(said.get("title", "")), html=kind in _HTML)


def _names(said: _Said) -> list[str]:
    """Who wrote it: RSS has an address for each, and the name in brackets behind it."""
    authors = said.get("authors")
    if not isinstance(authors, list):
        return []
    if len(authors) == 1 and (match := _ADDRESSED.match(str(said.get("author", "")))):
        return [match[1]]
    found = (each.get("name") or each.get("email") for each in authors if isinstance(each, dict))
    return [str(name) for name in found if name]


FORMAT = Whole("feed", 1, _tells, _articles)
