"""The newer layout of LexisNexis (Nexis Uni, Lexis+): headline first, "Body", "End of Document".

    Talks falter
    The Herald
    June 5, 2012 Tuesday
    Final Edition

    Copyright 2012 The Herald
    All Rights Reserved

    Section: NEWS; Pg. 3
    Length: 355 words
    Byline: By Jane Roe

    Body

    The text.

    Load-Date: June 6, 2012

    End of Document

Before the first one there may be a cover: who asked for it, and "Documents (25)" with a list.
"""

from __future__ import annotations

import re

from index.readers.composing import Paragraph
from index.readers.deliveries.labels import HEAD, label_of, put_down
from index.readers.deliveries.pieces import (
    Facts,
    Pieces,
    article,
    is_copyright,
    is_dated,
    runs,
)
from index.readers.raw import RawArticle, Unreadable
from index.text import one_line

_END = re.compile(
    r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Fine del documento|"
    r"Einde van document",
    re.IGNORECASE,
)
_BODY = frozenset(("Body", "Corps", "Body:"))
_SECTIONS = {
    "Graphic": "graphic",
    "Correction": "correction",
    "Classification": "classification",
    "Notes": "notes",
}
_COUNT = re.compile(r"(?:Documents?|Dokumente?|Documenten|Documentos?|Documenti) \((\d{1,5})\)\Z")
_LISTED = re.compile(r"(\d{1,5})\.\s+(\S.*)", re.DOTALL)
_LABELLED = frozenset(("section", "length", "byline", "highlight", "dateline"))
_HEADER = 6  # lines above an article, from its headline down to the copyright
_MOST_NAMED = 20


def split(pieces: Pieces) -> list[RawArticle | Unreadable] | None:
    """The articles of such a delivery; None where the paragraphs are none."""
    documents = list(_documents(pieces))
    if not any(_is_laid_out(document) for document in documents):
        return None
    titles, announced, first = _cover(documents[0])
    documents[0] = first
    found = [
        _article(document, f"document {number}", cut=number == 1)
        for number, document in enumerate(documents, 1)
    ]
    if announced > len(found):
        found.append(Unreadable(_missing(announced, found, titles)))
    return found


def _documents(pieces: Pieces) -> list[Pieces]:
    documents: list[Pieces] = []
    start = 0
    for at, (_, words) in enumerate(pieces):
        if _END.fullmatch(words):
            documents.append(pieces[start:at])
            start = at + 1
    rest = pieces[start:]
    return [*documents, rest] if not documents or _is_laid_out(rest) else documents


def _is_laid_out(document: Pieces) -> bool:
    """Has it its text under "Body", and a length above it or a day of loading below?"""
    body = _body_of(document)
    if body is None:
        return False
    meanings = {label[0] for _, words in document if (label := label_of(words)) is not None}
    return bool(meanings & {"length", "load-date", "section"})


def _body_of(document: Pieces) -> int | None:
    return next((at for at, (_, words) in enumerate(document) if words in _BODY), None)


def _cover(document: Pieces) -> tuple[list[str], int, Pieces]:
    """The headlines that the cover lists, how many it announces, and what follows the cover."""
    counted = next(
        (
            (at, int(match[1]))
            for at, (_, words) in enumerate(document)
            if (match := _COUNT.match(words)) is not None
        ),
        None,
    )
    if counted is None:
        return [], 0, document
    at, announced = counted
    titles: list[str] = []
    for _, words in document[at + 1 :]:
        match = _LISTED.match(words)
        if match is not None and int(match[1]) == len(titles) + 1:
            titles.append(one_line(match[2]))
    end = _body_of(document) or len(document)
    starts = [
        place for place in range(at + 1, end) if titles and _same(document[place][1], titles[0])
    ]
    return titles, announced, document[starts[-1] :] if starts else document


def _same(words: str, title: str) -> bool:
    return one_line(words).casefold() == title.casefold()


def _missing(announced: int, found: list[RawArticle | Unreadable], titles: list[str]) -> str:
    """What the cover announces and the delivery has not."""
    count = announced - len(found)
    text = f"{count} of the {announced} documents that the cover announces: not in the delivery"
    there = {
        title.casefold()
        for each in found
        if isinstance(each, RawArticle)
        for title in each.given.get("title", ())
    }
    lost = [title for title in titles if title.casefold() not in there]
    if len(lost) != count or count > _MOST_NAMED:
        return text
    return f"{text} ({'; '.join(lost)})"


def _article(document: Pieces, part: str, *, cut: bool) -> RawArticle | Unreadable:
    """`cut` tells that other lines may stand above the headline: those of a cover."""
    body = _body_of(document)
    head = document[: body if body is not None else len(document)]
    labelled = next(
        (
            at
            for at, (_, words) in enumerate(head)
            if (label := label_of(words)) is not None and label[0] in _LABELLED
        ),
        len(head),
    )
    facts, before = Facts(), list[Paragraph]()
    _above(head[:labelled], facts, cut=cut)
    last: str | None = None
    for what, words in head[labelled:]:
        label = label_of(words)
        if label is not None and label[0] in HEAD.values():
            last = label[0]
            put_down(facts, last, label[1])
            if last == "highlight":
                before.append(("subhead", label[1]))
        elif words and last == "highlight":
            before.append((what, words))
        elif words and last is not None:
            put_down(facts, last, words, more=True)
    if body is None:
        return article(facts, (), part)
    return article(facts, [*before, *_printed(document[body + 1 :], facts)], part)


def _above(pieces: Pieces, facts: Facts, *, cut: bool) -> None:
    """The headline, under it the outlet and the day; an edition and the copyright follow."""
    notice = next((at for at, (_, words) in enumerate(pieces) if is_copyright(words)), len(pieces))
    lines = _under_a_cover(pieces[:notice]) if cut else [words for _, words in pieces[:notice]]
    lines = [words for words in lines if words]
    if not lines:
        return
    facts.title = lines[0]
    rest = [line for words in lines[1:] for line in words.split("\n")]
    day = next((at for at, line in enumerate(rest[:_HEADER]) if is_dated(line)), None)
    if day is not None:
        facts.day = rest[day]
        rest = rest[:day]
    if rest:
        facts.outlet = rest[0]


def _under_a_cover(pieces: Pieces) -> list[str]:
    """The lines above an article, where a cover may stand above them.

    The day stands two under the headline; without one they are the last that stand together.
    """
    words = [piece[1] for piece in pieces if piece[1]]
    near = range(max(len(words) - _HEADER, 2), len(words))
    day = next((at for at in near if is_dated(words[at].split("\n")[0])), None)
    if day is not None:
        return words[day - 2 :]
    return [piece[1] for run in list(runs(pieces))[-1:] for piece in run]


def _printed(pieces: Pieces, facts: Facts) -> list[Paragraph]:
    """The text, and what is printed with it; what else stands below goes into the facts."""
    printed: list[Paragraph] = []
    section = "body"
    for what, words in pieces:
        label = label_of(words)
        if words in _SECTIONS:
            section = _SECTIONS[words]
        elif label is not None and (label[0] == "load-date" or section == "classification"):
            section = "classification"
            put_down(facts, label[0], label[1])
        elif section == "body":
            printed.append((what, words))
        elif section == "graphic" and words:
            printed.append(("caption", words))
        elif section == "correction" and words:
            printed.append((what, words))
    return printed
