"""The older layout of LexisNexis: "3 of 25 DOCUMENTS", and labels in capitals.

    3 of 25 DOCUMENTS

    The Herald

    June 5, 2012 Tuesday
    Final Edition

    Talks falter

    BYLINE: By Jane Roe

    SECTION: NEWS; Pg. 3

    LENGTH: 355 words

    The text.

    LOAD-DATE: June 6, 2012

    LANGUAGE: ENGLISH

    Copyright 2012 The Herald

Other sources have the copyright above the outlet, the headline under `HEADLINE:` and the text
under `BODY:`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.readers.composing import Paragraph
from index.readers.deliveries.labels import HEAD, SURE, label_of, put_down
from index.readers.deliveries.pieces import (
    Facts,
    Pieces,
    article,
    is_copyright,
    is_dated,
    lines_of,
    runs,
    spelled,
    without_copyright,
)
from index.readers.raw import RawArticle, Unreadable

_MARK = re.compile(
    r"(?:FOCUS - )?(?:(?:DOCUMENT|Document[oe]?|Dokument) )?(?P<number>\d{1,5}) "
    r"(?:of|von|de|van|di|sur) (?P<all>\d{1,5})"
    r"(?: (?:DOCUMENT[OI]?S?|Document[eosn]*|Dokumenten?))?\Z"
)
_WORD = re.compile(r"do[ck]ument", re.IGNORECASE)
_ASKED = re.compile(r"^Download Request:[^:\n]*:\s*(\d[\d,; -]*)$", re.MULTILINE)
_EDITION = re.compile(r"\b(?:edition|édition|ausgabe|edición|edizione|editie)\b", re.IGNORECASE)
_LONGEST_EDITION = 60
_ABOVE = frozenset(HEAD.values())
_MOST_HEAD = 40
_SHORT = 40
_FAR = 12
_MOST_STRETCHES = 500
_TAIL = 200  # paragraphs below an article


def split(pieces: Pieces) -> list[RawArticle | Unreadable] | None:
    """The articles of such a delivery; None where the paragraphs are none."""
    marks = [
        (at, int(match["number"]), int(match["all"]))
        for at, (_, words) in enumerate(pieces)
        if (match := _MARK.match(words)) is not None and _WORD.search(words)
    ]
    if not marks or not _is_labelled(pieces[marks[0][0] :]):
        return None
    found: list[RawArticle | Unreadable] = []
    for (at, number, _), (end, _, _) in pairwise([*marks, (len(pieces), 0, 0)]):
        found.append(_article(pieces[at + 1 : end], f"document {number}"))
    announced = max(total for _, _, total in marks)
    asked = _asked("\n".join(words for _, words in pieces[: marks[0][0]]), announced)
    if missing := sorted(asked - {number for _, number, _ in marks}):
        what = "documents" if len(missing) > 1 else "document"
        found.append(Unreadable(f"{what} {spelled(missing)} of {announced}: not in the delivery"))
    return found


def _is_labelled(pieces: Pieces) -> bool:
    """Other databases count documents too, but label their articles otherwise."""
    meanings = {
        label[0]
        for _, words in pieces
        if words[:1].isupper() and (label := _label(words)) is not None
    }
    return "length" in meanings or bool(meanings & SURE)


def _asked(cover: str, announced: int) -> set[int]:
    """The numbers of the documents that were asked for, as the cover has them: all without one."""
    everything = set(range(1, announced + 1))
    if (match := _ASKED.search(cover)) is None:
        return everything
    asked: set[int] = set()
    for stretch in re.split(r"[,;]", match[1].replace(" ", ""))[:_MOST_STRETCHES]:
        first, _, last = stretch.partition("-")
        if first.isdigit() and (last or first).isdigit():
            asked |= set(range(int(first), min(int(last or first), announced) + 1))
    return asked if 0 < len(asked) < announced else everything


def _label(words: str) -> tuple[str, str] | None:
    """The label in capitals that the paragraph begins with."""
    colon = words.find(":")
    if colon < 0 or not words[:colon].isupper():
        return None
    return label_of(words)


def _article(pieces: Pieces, part: str) -> RawArticle | Unreadable:
    first = next(
        (
            at
            for at, (_, words) in enumerate(pieces[:_MOST_HEAD])
            if (label := _label(words)) is not None and label[0] in _ABOVE
        ),
        None,
    )
    if first is None:
        return Unreadable(f"{part}: not laid out as an article")
    facts = _above(pieces[:first])
    start, before = _labelled_head(pieces, first, facts)
    end = _end_of_body(pieces, start)
    body = [*before, *pieces[start:end], *_labelled_tail(pieces[end:], facts)]
    return article(facts, body, part)


def _above(pieces: Pieces) -> Facts:
    """What stands above the labels: outlet, day, edition, headline, each set apart."""
    groups = [lines for run in runs(pieces) if (lines := without_copyright(lines_of(run)))]
    facts = Facts()
    dated = next(
        (
            (group, line)
            for group, lines in enumerate(groups)
            for line, words in enumerate(lines)
            if (group or line) and is_dated(words)
        ),
        None,
    )
    if dated is None:
        if groups:
            facts.outlet = groups[0][0]
            facts.title = " ".join(line for lines in (groups[0][1:], *groups[1:]) for line in lines)
        return facts
    group, line = dated
    facts.outlet = " ".join(groups[0] if group else groups[0][:line])
    facts.day = groups[dated[0]][dated[1]]
    titles = groups[group + 1 :]
    while len(titles) > 1 and _is_edition(titles[0]):
        titles = titles[1:]
    facts.title = " ".join(words for lines in titles for words in lines)
    return facts


def _is_edition(lines: list[str]) -> bool:
    return len(" ".join(lines)) <= _LONGEST_EDITION and any(map(_EDITION.search, lines))


def _labelled_head(pieces: Pieces, first: int, facts: Facts) -> tuple[int, list[Paragraph]]:
    """Where the text begins, and what is printed above it: the highlight."""
    body = _labelled_body(pieces, first)
    before: list[Paragraph] = []
    last: str | None = None
    at = first
    while at < len(pieces):
        what, words = pieces[at]
        label = _label(words)
        if label is not None and label[0] in _ABOVE:
            last = label[0]
            if last == "body":
                return at + 1, [*before, (what, label[1])]
            put_down(facts, last, label[1])
            if last == "highlight":
                before.append(("subhead", label[1]))
        elif words and body is None:
            break
        elif words and last == "highlight":
            before.append((what, words))
        elif words and last is not None and body is not None:
            put_down(facts, last, words, more=True)
        at += 1
    return at, before


def _labelled_body(pieces: Pieces, first: int) -> int | None:
    """Where `BODY:` stands; None without it, or where other text comes first."""
    for at, (_, words) in enumerate(pieces[first : first + _MOST_HEAD], first):
        label = _label(words)
        if label is not None and label[0] == "body":
            return at
        if label is not None and label[0] not in _ABOVE:
            return None
    return None


def _end_of_body(pieces: Pieces, start: int) -> int:
    """Where the labels below the text begin.

    From the first that no article has, back over the other labels right above it. A picture's
    description may have several paragraphs.
    """
    places = {
        at: label[0]
        for at in range(start, len(pieces))
        if (label := _label(pieces[at][1])) is not None and label[0] not in _ABOVE
    }
    sure = next((at for at, meaning in places.items() if meaning in SURE), None)
    if sure is None:
        below = [at for at in places if at >= len(pieces) - 2 * _FAR]
        sure = next((at for at in below if places[at] == "language"), below[-1] if below else None)
    if sure is None:
        while len(pieces) > start and _is_notice(pieces[-1][1]):
            pieces = pieces[:-1]
        return len(pieces)
    end = sure
    for at in sorted((at for at in places if at < sure), reverse=True):
        if end - at > _TAIL:
            break
        between = [words for _, words in pieces[at + 1 : end] if words]
        near = all(len(words) <= _SHORT and " " not in words for words in between)
        if near or (places[at] in ("graphic", "correction") and len(between) <= _FAR):
            end = at
    return end


def _is_notice(words: str) -> bool:
    return not words or is_copyright(words)


def _labelled_tail(pieces: Pieces, facts: Facts) -> list[Paragraph]:
    """The facts below the text; and of what stands there, what is printed with it."""
    printed: list[Paragraph] = []
    last: str | None = None
    for what, words in pieces:
        label = _label(words)
        if label is not None:
            last = label[0]
            put_down(facts, last, label[1])
            if last == "graphic":
                printed.append(("caption", label[1]))
            elif last == "correction":
                printed.append((what, words))
        elif words and is_copyright(words):
            last = None
        elif words and last in ("graphic", "correction"):
            printed.append(("caption" if last == "graphic" else what, words))
    return printed
