"""An entry of a feed to an article, whatever the feed is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index.readers.composing import Paragraph, composed
from index.readers.html import fragment
from index.readers.moments import moment
from index.readers.raw import RawArticle, Unreadable
from index.text import one_line

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 2000
"""Characters of a fact; more is none."""


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry says: in HTML or in plain words."""

    words: str
    html: bool

    def paragraphs(self) -> list[Paragraph]:
        """Raises `Unreadable`."""
        if self.html:
            return fragment(self.words)
        return [(None, part) for part in _EMPTY_LINE.split(self.words)]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of an entry, by field, and its texts, the fullest first.

    `published` and `updated` are as they were written.
    """

    facts: Mapping[str, Iterable[object]]
    texts: Sequence[Text] = ()
    published: str = ""
    updated: str = ""
    also: Mapping[str, object] = field(default_factory=dict)
    """What the feed as a whole says, where the entry says nothing else."""


def article_of(entry: Entry, number: int) -> RawArticle | Unreadable:
    """The article of the entry of this number, or why there is none."""
    whole = {name: tuple(_lines([told])) for name, told in entry.also.items()}
    own = {name: tuple(_lines(told)) for name, told in entry.facts.items()}
    given = {name: told for said in (whole, own) for name, told in said.items() if told}
    if "url" in given and not given["url"][0].startswith(("http://", "https://")):
        del given["url"]
    guessed = {}
    if entry.published:
        given["date"] = (moment(entry.published),)
    elif entry.updated:
        guessed["date"] = (moment(entry.updated), "from when it was last changed")
    if entry.updated and moment(entry.updated) != moment(entry.published or "-"):
        given["updated"] = (moment(entry.updated),)
    part = f"entry {number}"
    for text in entry.texts:
        try:
            words, marks = composed(text.paragraphs())
        except Unreadable as error:
            return Unreadable(f"{part}: {error.reason}")
        if words:
            return RawArticle(words, given, guessed, marks, marked=text.html, part=part)
    return Unreadable(f"{part}: no text, only a headline")


def plain_words(text: str, *, html: bool) -> str:
    """A title on one line, its markup undone where it has some."""
    if html and ("<" in text or "&" in text):
        text = " ".join(words for _, words in fragment(text))
    return one_line(text[:_LONGEST])


def _lines(told: Iterable[object]) -> Iterable[str]:
    for each in told:
        if isinstance(each, str | int) and (line := one_line(str(each)[:_LONGEST])):
            yield line
