"""What the styles of a word processor set, by their names: in files they are English everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import SetAs

_HEADING = re.compile(r"heading \d\Z")
_QUOTE = re.compile(
    r"\b(?:quote|quotation|block ?quote|block text|pull ?quote|zitat|citation|cita)\b"
)
_LIST = re.compile(r"list (?:bullet|number|paragraph)|bullet|aufzählung|liste à puces")
_BYLINE = re.compile(r"(?:by[ -]?line|autorenzeile)\Z")
# Styles of what is no copy: it was made from it, or stands beside it.
_BESIDE = re.compile(
    r"toc \d|toc heading|table of figures|header|footer|annotation text|footnote text|endnote text|"
    r"index \d|macro"
)


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of a style are set, and whether they stand `beside` the copy. A `title` is
    the document's own."""

    kind: SetAs | None = None
    title: bool = False
    beside: bool = False


PLAIN = Style()


def style_named(name: str) -> Style | None:
    """The style of a name; None for one that tells nothing."""
    name = name.strip().casefold()
    if _BESIDE.match(name):
        return Style(beside=True)
    if name == "title":
        return Style("headline", title=True)
    if name == "subtitle" or _HEADING.match(name):
        return Style("subhead")
    if name.startswith("caption"):
        return Style("caption")
    if _BYLINE.match(name):
        return Style("byline")
    if _QUOTE.search(name):
        return Style("block quote")
    if _LIST.match(name) and name != "list paragraph":
        return Style("item")
    return None
