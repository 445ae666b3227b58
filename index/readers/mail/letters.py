"""A letter: what its fields say, its copy, and the documents that are attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from index.readers.composing import Paragraph, composed
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.html import fragment
from index.readers.mail.headers import facts_of, fields_above, received
from index.readers.mail.parts import letter_of, parts_of
from index.readers.raw import Bounds, Document, RawArticle, Read, Unreadable

_APPLE = re.compile(rb"(\d{1,10})[ \t]*\r?\n")
"""Apple Mail has the number of bytes above a letter, and a list of its own below it."""
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_LINK = re.compile(r"[(<\[]?\s?https?://\S+")
_WORD = re.compile(r"\w+")


def _tells(head: Head) -> bool:
    if head.suffix == ".emlx" and (match := _APPLE.match(head.data)) is not None:
        head = Head(head.data[match.end() :], head.name, head.names)
    return fields_above(head) is not None


def _articles(document: Document, bounds: Bounds) -> Read:
    data = document.data
    if document.name.lower().endswith(".emlx") and (match := _APPLE.match(data)) is not None:
        data = data[match.end() : match.end() + int(match[1])]
    letter = letter_of(data)
    parts = parts_of(letter)
    paragraphs: list[Paragraph] = []
    marked = True
    for plain, marked_up in parts.copies:
        if marked_up is not None and (found := _better(plain, marked_up)):
            paragraphs.extend(found)
        elif plain is not None:
            paragraphs.extend(_plain_paragraphs(plain))
            marked = False
    text, marks = composed(paragraphs)
    if text:
        given = facts_of(letter)
        guessed = {}
        if "date" not in given and (when := received(letter)):
            guessed["date"] = (when, "from when it was received")
        yield RawArticle(text, given, guessed, marks, marked)
    yield from parts.trouble
    for name, content in parts.attached:
        yield Document(name, content)
    if not (text or parts.trouble or parts.attached):
        yield Unreadable("a letter without text")


def _better(plain: str | None, html: str) -> list[Paragraph]:
    """The copy in HTML where the plain one says much less, or is full of addresses; else none."""
    try:
        marked_up = fragment(html)
    except Unreadable:
        if plain is None:
            raise
        return []
    if plain is None or not plain.strip():
        return marked_up
    links = sum(map(len, _LINK.findall(plain)))
    words = len(_words(_LINK.sub(" ", plain)))
    in_html = sum(len(_words(each)) for _, each in marked_up)
    return marked_up if 2 * words < in_html or (in_html and 2 * links > len(plain)) else []


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _plain_paragraphs(text: str) -> Iterator[Paragraph]:
    """Paragraphs as they were typed; what is quoted of another letter is a block quote."""
    for part in _EMPTY_LINE.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        for quoted, lines in groupby(part.split("\n"), lambda line: line.startswith(">")):
            yield "block quote" if quoted else None, "\n".join(lines)


FORMAT = Whole("eml", 1, _tells, _articles)
