"""MHTML: a web page with all that it shows, saved by a browser as one letter (RFC 2557)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.readers.format import Whole
from index.readers.head import Head
from index.readers.mail.headers import clean, fields_above
from index.readers.mail.parts import content_of, letter_of, text_of
from index.readers.raw import Bounds, Document, Given, Read, Unreadable
from index.text import NotText

if TYPE_CHECKING:
    from email.message import Message

_SAVED = re.compile(r"\W*saved by\b", re.IGNORECASE)
_SENT = frozenset(("from", "to", "cc", "received", "message-id", "delivered-to"))
_URL = re.compile(r"https?://\S{1,2000}")
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_BOM = b"\xef\xbb\xbf"


def _tells(head: Head) -> bool:
    fields = fields_above(head)
    if fields is None:
        return False
    if "snapshot-content-location" in fields:
        return True
    kind = fields.get("content-type", "").lower()
    if not kind.startswith(("multipart/related", "text/html", "multipart/alternative")):
        return False
    if _SAVED.match(fields.get("from", "")) or head.suffix in (".mht", ".mhtml"):
        return True
    # Word writes no more than what it needs: neither from whom nor to whom.
    return kind.startswith("multipart/related") and not (fields.keys() & _SENT)


def _articles(document: Document, bounds: Bounds) -> Read:
    letter = letter_of(document.data)
    page = _page(letter)
    if page is None:
        raise Unreadable("a saved web page in which there is no page")
    yield Document(_name(document), _recoded(page), _address(letter, page))


def _page(letter: Message) -> Message | None:
    """The part that is the page: the one that is named so, else the first."""
    try:
        pages = [part for part in letter.walk() if part.get_content_type() in _PAGES]
    except RecursionError:
        raise Unreadable("its parts are nested too deeply") from None
    start = str(letter.get_param("start", "") or "")
    named = (part for part in pages if start and clean(part, "content-id") == start)
    return next(_first(named, pages), None)


def _first(*among: Iterator[Message] | list[Message]) -> Iterator[Message]:
    for parts in among:
        yield from parts


def _recoded(page: Message) -> bytes:
    """The page in UTF-8 with its mark where its encoding is told beside it, else as it is."""
    if page.get_content_charset() is None:
        return content_of(page)
    try:
        return _BOM + text_of(page).removeprefix("\ufeff").encode("utf-8", "replace")
    except NotText as error:
        raise Unreadable(str(error)) from error


def _address(letter: Message, page: Message) -> Given:
    for part, name in ((letter, "snapshot-content-location"), (page, "content-location")):
        if _URL.fullmatch(told := clean(part, name)):
            return {"url": (told,)}
    return {}


def _name(document: Document) -> str:
    stem = document.name.rpartition("/")[2].rpartition(".")[0] or document.name
    return f"{stem}.html"


FORMAT = Whole("mhtml", 1, _tells, _articles)
