"""Factiva's two layouts: with field codes, and as shown on its screen.

    HD  Talks falter                    Talks falter
    BY  By Jane Roe                     By Jane Roe
    WC  355 words                       355 words
    PD  5 June 2012                     5 June 2012
    ET  14:05                           14:05
    SN  The Herald                      The Herald
    SC  HRLD                            HRLD
    LA  English                         English
    CY  (c) 2012 The Herald             (c) 2012 The Herald

    LP  The first paragraphs.           The text.

    TD  The text.                       Document HRLD000020120605e8650001x

    AN  Document HRLD000020120605e8650001x

A code may stand alone above what it names, as it does where each is a table's cell. Both layouts
end an article with its accession number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import SetAs
from index.readers.composing import Paragraph
from index.readers.deliveries.languages import code_of
from index.readers.deliveries.pieces import (
    LONGEST,
    Facts,
    Pieces,
    article,
    is_copyright,
    is_dated,
    lines_of,
    runs,
)
from index.readers.raw import RawArticle, Unreadable

_END = re.compile(
    r"(?:Document|Dokument|Documento|文件|文書|Документ)\s?"
    r"(?P<id>[A-Za-z][A-Za-z0-9]{1,12}(?:1[89]|20)\d{6}[A-Za-z][A-Za-z0-9]{5,10})\Z"
)
_CODE = re.compile(
    r"(?P<code>HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|SE|CLM|CX|ART|RF|NS|RE|CO|IN|IPC|IPD|"
    r"PUB|AN|DE|NGC|GC|ATM|DLN)(?P<gap>[ \t|:]*)(?P<value>(?:(?<=[ \t|:])\S.*)?)\Z",
    re.DOTALL,
)
_FACTS = {
    "HD": "title",
    "BY": "byline",
    "PD": "day",
    "ET": "hour",
    "SN": "outlet",
    "SE": "section",
    "LA": "language",
    "DLN": "place",
}
_COPY = frozenset(("LP", "TD"))
_PRINTED: dict[str, SetAs | None] = {"ART": "caption", "CX": None}
_WIDE = re.compile(r" {2,}| ?[\t|][\t| ]*")
_BELOW = re.compile(r"(?:\w+ : \S|Document \w)")
_LENGTH = re.compile(
    r"[\d,.\u202f ]{1,9}\s?(?:words|mots|Wörter|Worte|palabras|parole|palavras|woorden|ord|слов\w*|"
    r"字|語|ワード)\Z"
)
_HOUR = re.compile(r"\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?(?: [A-Z]{3,4})?\Z", re.IGNORECASE)
_BY = re.compile(r"(?:By|BY|Par|PAR|Von|VON|Por|POR|Di|DI|Door|DOOR)\s")
_NAMES = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:(?:,? and |, |; | )[^\W\d_a-z][\w'’.-]*){1,9}\Z")
_MOST_HEAD = 14
_MOST_ABOVE = 5
_LONGEST_SECTION = 60


def split(pieces: Pieces) -> list[RawArticle | Unreadable] | None:
    """The articles of such a delivery; None where the paragraphs are none."""
    documents = list(_documents(pieces))
    found = [one for document in documents if (one := _article(*document)) is not None]
    return found or None


def _documents(pieces: Pieces) -> Iterator[tuple[Pieces, str]]:
    """What ends with an accession number, each with that number."""
    start = 0
    for at, (_, words) in enumerate(pieces):
        last = words.rsplit("\n", 1)[-1].strip()
        match = _END.match(last)
        if match is None and (code := _CODE.match(last)) is not None and code["code"] == "AN":
            match = _END.match(code["value"])
        if match is not None:
            above = words[: len(words) - len(last)].rstrip()
            yield [*pieces[start:at], (pieces[at][0], above)], match["id"]
            start = at + 1


def _article(document: Pieces, number: str) -> RawArticle | Unreadable | None:
    return _by_codes(document, number) or _as_shown(document, number)


def _by_codes(document: Pieces, number: str) -> RawArticle | Unreadable | None:
    """The article of a document with field codes; None for one without."""
    facts, body = Facts(id=number), list[Paragraph]()
    code, seen = "", set[str]()
    for what, line in _coded_lines(document):
        match = _CODE.match(line)
        if match is not None and _is_code(match, code):
            code, line = match["code"], match["value"].strip(" \t|")
            seen.add(code)
            if code in _COPY and not line:
                body.append((None, ""))
        if code in _COPY or code in _PRINTED:
            body.append((_PRINTED.get(code, what), line))
        elif line and (name := _FACTS.get(code)) and len(getattr(facts, name)) < LONGEST:
            setattr(facts, name, f"{getattr(facts, name)} {line}".strip())
    if not {"HD", "PD"} <= seen and not ("HD" in seen and seen & _COPY):
        return None
    return article(facts, _rejoined(body), f"document {number}")


def _coded_lines(document: Pieces) -> Iterator[Paragraph]:
    """The lines of the document; an empty one behind each paragraph."""
    for what, words in document:
        for line in words.split("\n"):
            yield what, line.strip()
        yield None, ""


def _is_code(match: re.Match[str], before: str) -> bool:
    """In the text a code stands alone or with a gap behind it, or has such values as no copy."""
    if not match["value"]:
        return True
    if before in _COPY:
        wide = _WIDE.fullmatch(match["gap"]) is not None
        return wide or _BELOW.match(match["value"]) is not None
    return True


def _rejoined(lines: list[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs out of lines, which empty ones part."""
    for run in runs(lines):
        yield run[0][0], "\n".join(words for _, words in run)


def _as_shown(document: Pieces, number: str) -> RawArticle | Unreadable | None:
    """The article of a document as the screen shows it; None where it is not laid out so."""
    lines = [
        (what, line.strip(), at)
        for at, (what, words) in enumerate(document)
        for line in words.split("\n")
    ]
    length = next((at for at in range(len(lines)) if _is_length(lines, at)), None)
    if length is None:
        return None
    facts = Facts(id=number)
    _above([(what, words) for what, words, _ in lines[:length]], facts)
    end = _below([(words, at) for _, words, at in lines[length + 1 :]], facts)
    if end is None:
        return None
    return article(facts, document[end:], f"document {number}")


def _is_length(lines: Sequence[tuple[SetAs | None, str, int]], at: int) -> bool:
    """A count of words with a day right under it; a list of contents has both in one line."""
    if not _LENGTH.match(lines[at][1]):
        return False
    below = [words for _, words, _ in lines[at + 1 : at + 5] if words]
    return bool(below) and is_dated(below[0])


def _above(lines: Pieces, facts: Facts) -> None:
    """The section, the headline and the writers, right above the count of words."""
    groups = list(runs(lines))
    if not groups:
        return
    group = groups[-1][-_MOST_ABOVE:]
    if len(group) == 1 and len(groups) > 1 and _BY.match(group[0][1]):
        group = [*groups[-2][-_MOST_ABOVE:], *group]
    marked = [at for at, (what, _) in enumerate(group) if what == "headline"]
    if marked:
        facts.section = " ".join(words for _, words in group[: marked[0]])
        facts.title = " ".join(words for _, words in group[marked[0] : marked[-1] + 1])
        facts.byline = " ".join(words for _, words in group[marked[-1] + 1 :])
        return
    words = lines_of(group)
    if len(words) > 1 and (_BY.match(words[-1]) or _is_names(words[-1], words[-2])):
        facts.byline = words.pop()
    if len(words) > 1 and len(words[0]) <= _LONGEST_SECTION and len(words[0]) < len(words[1]):
        facts.section = words.pop(0)
    facts.title = " ".join(words)


def _is_names(line: str, above: str) -> bool:
    return len(line) < len(above) and _NAMES.match(line) is not None


def _below(lines: list[tuple[str, int]], facts: Facts) -> int | None:
    """The facts under the count of words, down to the copyright: where the text begins.

    After the language a copyright stands, whatever it says. None where no language is named.
    """
    told = [(words, at) for words, at in lines[: 2 * _MOST_HEAD] if words][:_MOST_HEAD]
    language = next((place for place, (words, _) in enumerate(told) if code_of(words)), None)
    if language is None or not told:
        return None
    facts.day = told[0][0]
    rest = told[1:language]
    if rest and _HOUR.match(rest[0][0]):
        facts.hour = rest.pop(0)[0]
    facts.outlet = rest[0][0] if rest else ""
    facts.language = told[language][0]
    end = told[language][1] + 1
    for words, at in told[language + 1 :]:
        if at > told[language][1] + 1 and not is_copyright(words):
            break
        if is_copyright(words) or at == told[language][1]:
            end = max(end, at + 1)
    return end
