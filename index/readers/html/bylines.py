"""Who wrote it where no data say so: what looks like a byline on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.readers.html.clutter import tokens_of
from index.readers.html.people import names_in
from index.readers.html.said import Said
from index.readers.html.trees import Element
from index.readers.html.words import words_of

_BYLINE = re.compile(r"(?:\A|[\W_])(?:by-?line|author|creator)s?(?:-?names?)?(?:\Z|[\W_])", re.I)
_BY = re.compile(r"\s*by\b[:\s]*", re.IGNORECASE)
_PAGE_OF = re.compile(
    r"/(?:authors?|by|staff|people|profiles?|writers?|journalists?|contributors?|reporters?|"
    r"columnists?|correspondents?)/[\w.%-]{3,80}/?(?:[?#].*)?\Z",
    re.IGNORECASE,
)
_LONGEST = 160
_LEAST_WORDS = 2
_PARTICLES = frozenset("de da di do dos del della la le van von der den ter ten el al bin".split())
_LONG = 120  # characters of a paragraph of the copy; the standfirst may be one
_MOST = 50  # words "By" that are looked at
_COPY = 3  # such paragraphs: no byline stands below them
# What stands in one line with a name and is none.
_BESIDE = re.compile(
    r"\d|(?:by|and|with|for|name|share|follow|print|email|twitter|facebook|today|yesterday|&)\Z|"
    r"(?:posted|published|updated|follow|share|last)\b|"
    r".*\b(?:ago|hours?|minutes?|min|read|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|may|"
    r"january|february|march|april|june|july|august|september|october|november|december)\.?"
    r"\s+\d{1,2}|\d{1,2}:\d\d|\d{4})\b",
    re.IGNORECASE,
)
# In parts of a page that are so called, others write than who wrote the article.
_OTHERS = frozenset(("comment", "comments", "commentlist", "related", "recommended"))
_JOB = re.compile(r"\b(?:editor|reporter|correspondent|writer|producer|columnist|staff)\b", re.I)


def bylines(said: Said) -> Iterator[str]:
    """What looks like a byline: what is linked as an author's, what the page's style calls so,
    what begins with "By" below the headline, what leads to a page of one who writes there."""
    for element in said.tree.iterfind(".//a[@rel]"):
        if "author" in element.get("rel").lower().split() and words_of(element):
            yield _told(element)
            return
    for element in said.tree.iterfind(".//*[@class]"):
        if not _BYLINE.search(element.get("class")) or not (told := _names(element)):
            continue
        if not any(not _OTHERS.isdisjoint(tokens_of(each)) for each in element.iterancestors()):
            yield told
            return
    yield from _below_headline(said.tree)


def marked_authors(said: Said) -> Iterator[str]:
    """Those that microdata say are the authors, of the first article of the page alone."""
    whole = None
    for element in said.marked("author", "creator"):
        holder = element.getparent()
        holder = holder.getparent() if holder is not None else None
        if whole is None:
            whole = (holder,)
        if whole[0] is holder:
            yield _told(element) or element.get("content") or ""


def _below_headline(tree: Element) -> Iterator[str]:
    below = tree.find(".//h1") is None
    long = tries = 0
    for element in tree.iter():
        long += below and element.tag == "p" and len(words_of(element)) > _LONG
        if long >= _COPY or tries > _MOST:
            return
        if element.tag == "h1":
            below = True
        if not below or not isinstance(element.tag, str):
            continue
        if _BY.match(element.text or "") and element.tag not in ("script", "style", "title"):
            tries += 1
            told = _names(element) or _names(element.getparent())
            if told and _is_whole_name(told):
                yield told
                return
        elif (
            element.tag == "a"
            and _PAGE_OF.search(element.get("href") or "")
            and (told := _names(element))
            and _is_whole_name(told)
        ):
            yield told
            return


def _names(element: Element) -> str:
    """The words of an element that is a byline; "" where it is none."""
    if not isinstance(element.tag, str) or not 0 < len(words_of(element)) <= _LONGEST:
        return ""
    told = _told(element)
    return told if names_in([told], None) else ""


def _told(element: Element) -> str:
    """What may be names among the words of an element, each part of it on a line."""
    parts = [" ".join(_BY.sub("", part, count=1).split()) for part in element.itertext()]
    names = [part for part in parts if part and not _BESIDE.match(part)]
    people = [part for part in names if not _JOB.search(part)]
    return "\n".join(people or names)


def _is_whole_name(told: str) -> bool:
    """Is there a first and a last name among these, each in capitals at its head?"""
    for name in names_in([told], None):
        words = [word for word in name.split() if word.casefold() not in _PARTICLES]
        if len(words) >= _LEAST_WORDS and all(word[0].isupper() for word in words):
            return True
    return False
