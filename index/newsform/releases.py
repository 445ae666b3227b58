"""Releases and transcripts: the issuing body, the lines around it, the title below them.

As governments and firms print them: the body's name in large letters, its press office, "For
Immediate Release", the day, the title; "END" and the time under a transcript.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.newsform.blocks import ends_sentence, is_shouted, words
from index.newsform.judging import Judged

_RELEASE = re.compile(
    r"\W*(?:(?:for|not for|embargoed (?:for|until))\s+(?:immediate\s+)?release\b.{0,60}|"
    r"(?:press|news|media) release|embargoed until\b.{0,60})\Z",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"office of .{0,45}?(?:press|spokes\w+|secretary|affairs|"
    r"communications|information|media)\b.{0,40}\Z|(?:press|media) office\Z|"
    r"bureau of public affairs\Z",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:(?:daily )?press (?:briefing|conference|gaggle|availability)|(?:joint )?statement|"
    r"(?:opening |closing |joint )?remarks|readout|background briefing|address|interview|"
    r"transcript)\s+(?:by|of|from|with|on|to|at)\b",
    re.IGNORECASE,
)
# Bodies that print their name alone above a transcript, without naming their press office.
_INSTITUTION = re.compile(
    r"(?:the )?(?:white house|kremlin|pentagon|united nations|holy see)|"
    r"(?:[\w. ]{1,20} )?(?:department|ministry|office|bureau) of (?:the )?[\w ]{3,30}|"
    r"[\w. ]{2,30} (?:commission|council|ministry|department|parliament|government|secretariat|"
    r"embassy|agency)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\W*END(?: OF (?:TRANSCRIPT|BRIEFING))?\W*(?:\d{1,2}[:.]\d\d\s*[AP]\.?\s?M\.?\s*"
    r"(?:[A-Z]{2,4}|\([^)]*\))?)?\W*\Z"
)
_HEAD = 8  # paragraphs
_LONGEST_NAME = 70
_MOST_NAME_WORDS = 8
_SMALL = frozenset(("of", "the", "and", "for", "in", "on"))


@dataclass(frozen=True, slots=True)
class Release:
    """The body that issued it, as a name is written; which paragraphs are issuing lines."""

    issuer: str | None
    lines: frozenset[int]


def read_release(judged: Sequence[Judged]) -> Release:
    """The issuing lines above the title, and the mark of the end.

    What is no press office, no "For Immediate Release" and no title says nothing: then there is
    no issuer.
    """
    head = judged[:_HEAD]
    marks = {
        place
        for place, one in enumerate(head)
        if one.what is None
        and (_RELEASE.match(one.block.text) or (place and _OFFICE.match(one.block.text)))
    }
    ends = {place for place, one in enumerate(judged) if _END.match(one.block.text)}
    name = head[0].block.text if head and head[0].what is None else ""
    titled = _INSTITUTION.fullmatch(name) is not None and any(
        _TITLE.match(one.block.text) for one in head[1:]
    )
    if not (marks - {0} or titled) or not _is_body(name) or _TITLE.match(name):
        return Release(None, frozenset(marks | ends))
    # A headline stands above "For Immediate Release" only where nothing else can be one.
    first = min(marks - {0}, default=1)
    if first > 1 or not any(_may_be_title(one) for one in head[max(marks, default=0) + 1 :]):
        return Release(None, frozenset(marks | ends))
    return Release(_as_written(name), frozenset({0} | marks | ends))


def _is_body(name: str) -> bool:
    return (
        bool(name)
        and len(name) <= _LONGEST_NAME
        and 1 <= len(words(name)) <= _MOST_NAME_WORDS
        and not ends_sentence(name.rstrip("."))
        and all(word[0].isupper() or word in _SMALL for word in words(name))
    )


def _may_be_title(one: Judged) -> bool:
    text = one.block.text
    return one.what is None and len(words(text)) > 1 and not ends_sentence(text)


def _as_written(name: str) -> str:
    name = " ".join(name.split())
    if not is_shouted(name):
        return name
    written = [
        word
        if "." in word
        else (word.lower() if place and word.lower() in _SMALL else word.capitalize())
        for place, word in enumerate(name.split())
    ]
    return " ".join(written)
