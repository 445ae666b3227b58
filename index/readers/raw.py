"""What a reader is given, what it gives, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from index.article import Mark

Names = Mapping[str, tuple[str, ...]]
"""For each field of an article the names that dumps may have for it, the first one first."""

Given = Mapping[str, tuple[str, ...]]
"""What is said of an article beside its text, by field, each in one line: `{"title": ("…",)}`.

Fields are those of `index.config.DUMP_FIELDS` but "text"; "date" and "updated" as they were
written, with time and zone where these were told: "2024-05-16T23:30:00-04:00". "id" is what the
source itself calls the article: a message's id, a feed's guid.
"""

Guessed = Mapping[str, tuple[str, str]]
"""What a reader only infers, by field: the value, and from what, as a clause for a person."""


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as a reader gives it: its canonical text, and what is said of it beside that.

    `marks` are in order and do not overlap; they tell where the source itself says how a
    paragraph is set, and `marked` that it would have said so: paragraphs without a mark are plain
    copy then. `pages` has for each page of a paged source where it begins in the text, and what
    it is called. `part` names the part of the file that the article stands in, "" for all of it;
    `facts` are what a sidecar of that part says.
    """

    text: str
    given: Given = field(default_factory=dict)
    guessed: Guessed = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    marked: bool = False
    pages: tuple[tuple[int, str], ...] = ()
    part: str = ""
    facts: Given = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes that are read as one, a file or a part of one.

    `name` is the file's own name, or where the part lies within it ("2024/may.html"). `given` is
    what is said of it by what it lay in, as the address by a web archive: it holds where the
    document itself says nothing else; `facts` are what a sidecar says, which holds in any case.
    """

    name: str
    data: bytes
    given: Given = field(default_factory=dict)
    facts: Given = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """`article` bytes of text an article may have, `document` bytes a file that is read as a
    whole; `names` are those that columns of dumps may have."""

    article: int
    document: int
    names: Names


class Unreadable(Exception):
    """A file or a part that gives no article. `reason` is a short clause for a person: "empty"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


Found = RawArticle | Document | Unreadable
"""What a document gives: articles, further documents that lie in it, and what cannot be read."""

Read = Iterator[Found]


def larger_than(size: int) -> str:
    """The clause for what has more than so many bytes."""
    return f"larger than {size // (1024 * 1024)} MB"
