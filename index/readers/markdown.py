"""Markdown: headings, lists, block quotes and tables as what they are, facts in front matter.

Told by front matter that names facts, or by its name: a plain text may have asterisks too.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from index.readers.columns import facts_among, known
from index.readers.composing import Paragraph, composed
from index.readers.format import Whole
from index.readers.head import Head
from index.readers.markdown_blocks import paragraphs_of
from index.readers.moments import moment
from index.readers.plain_yaml import mapping
from index.readers.raw import (
    Bounds,
    Document,
    Given,
    Names,
    RawArticle,
    Read,
    Unreadable,
    larger_than,
)
from index.text import NotText, canonical, decode

_SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_YAML = re.compile(r"---[ \t]*\n(.{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.{0,65536}?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_NAME = re.compile(r"^(\w[\w .-]{0,40}?)[ \t]*[:=]", re.MULTILINE)
_LINE = re.compile(r"(\w[\w .-]{0,40}):[ \t]+(.*\S)")
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_ALSO = {"section": ("categories",), "updated": ("lastmod", "last modified at")}
"""What Hugo and Jekyll call facts for which columns of dumps have other names."""
_WORD = re.compile(r"\w+")


def _tells(head: Head) -> bool:
    if head.text is None:
        return False
    if head.suffix in _SUFFIXES:
        return bool(head.text.strip()) and _PAGE.match(head.text) is None
    above = _plain_ends(head.text)
    front = _YAML.match(above) or _TOML.match(above)
    return front is not None and bool(known(_NAME.findall(front[1]), head.names))


def _articles(document: Document, bounds: Bounds) -> Read:
    if len(document.data) > bounds.article:
        raise Unreadable(larger_than(bounds.article))
    try:
        decoded = decode(document.data)
    except NotText as error:
        raise Unreadable(str(error)) from error
    given, source = _front_matter(_plain_ends(decoded.lstrip("\ufeff")), bounds.names)
    found = paragraphs_of(source)
    if (headline := _headline(found, given)) is not None:
        given = {"title": (headline,), **given}
        found = found[1:]
    text, marks = composed(_subheads(found, alone="title" not in given))
    if not text:
        raise Unreadable("no text, only a headline" if "title" in given else "empty")
    yield RawArticle(text, given, marks=marks, marked=True)


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(text: str, names: Names) -> tuple[Given, str]:
    """The facts above a text, and the text; nothing and all of it without front matter."""
    yaml, toml = _YAML.match(text), _TOML.match(text)
    values: Mapping[str, object]
    if yaml is not None:
        values, rest = _said_in_yaml(yaml[1]), text[yaml.end() :]
    elif toml is not None:
        values, rest = _said_in_toml(toml[1]), text[toml.end() :]
    else:
        return {}, text
    wider = {field: (*named, *_ALSO.get(field, ())) for field, named in names.items()}
    facts = dict(facts_among(values, wider))
    for field in facts.keys() & {"date", "updated"}:
        facts[field] = tuple(map(moment, facts[field]))
    if "url" in facts and not facts["url"][0].startswith(("http://", "https://")):
        del facts["url"]  # a place within a site, which is no address
    return (facts, rest) if facts else ({}, text)


def _said_in_yaml(text: str) -> Mapping[str, object]:
    """The values; where the YAML is broken, those of lines that say one: `title: One: two`."""
    try:
        return mapping(text)
    except Unreadable:
        said = (_LINE.fullmatch(line.rstrip()) for line in text.splitlines())
        return {match[1]: match[2].strip("'\"") for match in said if match is not None}


def _said_in_toml(text: str) -> Mapping[str, object]:
    import tomllib

    try:
        return {name: _plain(value) for name, value in tomllib.loads(text).items()}
    except (ValueError, RecursionError):
        return {}


def _plain(value: object) -> object:
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def _headline(found: Sequence[Paragraph], given: Given) -> str | None:
    """The heading that opens the document, if it is its headline."""
    if not found or found[0][0] != "headline":
        return None
    headline = canonical(" ".join(found[0][1].split()))
    if "title" in given and _words(headline) != _words(given["title"][0]):
        return None
    return headline


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _subheads(found: Sequence[Paragraph], *, alone: bool) -> Iterator[Paragraph]:
    """With headings of the first order as subheads, but for the only one that may be a headline."""
    first = sum(1 for what, _ in found if what == "headline")
    # It is one if all that stands above it are single lines, as of a kicker.
    above = list(takewhile(lambda each: each[0] != "headline", found))
    stays = alone and first == 1 and all(what is None and len(it) < 80 for what, it in above)
    for what, words in found:
        yield ("subhead" if what == "headline" and not stays else what), words


FORMAT = Whole("markdown", 1, _tells, _articles)
