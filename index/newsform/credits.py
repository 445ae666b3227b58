"""Bylines and sign-offs: who wrote, reported and edited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.newsform.days import days_in
from index.newsform.names import Credited, agency_named, credited, is_person, outlet_named

_LONGEST_BYLINE = 240
_MOST_BARE_TOKENS = 3
_BYLINE = re.compile(
    r"(?:(?:written|words|text|story|posted|published|article|submitted|opinion|analysis|"
    r"exclusive|report)\s+)?by:?\s+(?=\S)|(?:authors?|byline|reporters?)\s*:\s*",
    re.IGNORECASE,
)
# French, German, Spanish and Portuguese, Italian, Dutch; persons only, so that "Di Maio" and
# "Von der Leyen" stay what they are.
_FOREIGN_BYLINE = re.compile(r"(?:Par|PAR|Von|VON|Por|POR|Di|Door|DOOR)\s+(?=[A-ZÀ-ÖØ-Þ])")
# Where the names end, on lines that say more: a day, an address, a rule.
_TAIL = re.compile(
    r"\s*(?:•|·|@|\bhttps?:|\b[Ee]-?mail\b|\b(?:Last )?(?:Updated|Published|Posted|UPDATED|"
    r"PUBLISHED|POSTED)\b|\bon Twitter\b|\bFollow\b|\d{1,2}:\d\d).*\Z",
    re.DOTALL,
)
_DASHED = re.compile(r"\s+(?:--|[-–—―])\s+(?=[A-Z])")

_WORK = r"(?:reporting|writing|editing|compiled|written|edited|reported)"
_ROLE = re.compile(
    rf"(?P<role>(?:(?:additional|further|extra|more|with|original|and|&|,)\s+)*{_WORK}"
    rf"(?:\s*(?:,|and|&|/)\s*(?:additional\s+|further\s+)?{_WORK})*"
    r"(?:\s+for\s+[\w ]{1,30})?)\s+by:?\s+",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(rf"\(?\s*{_ROLE.pattern}", re.IGNORECASE)
_SIGN_OFF_AFTER = re.compile(rf"(?<=[.!?\"')])\s+(?={_ROLE.pattern}[A-Z])", re.IGNORECASE)
_CONTRIBUTING = re.compile(
    r"[\W_]*(?:contribut(?:ing|ors?|ed by)\s*:|(?:with\s+)?(?:additional\s+)?assistance\s+"
    r"(?:by|from):?|with\s+(?:reporting|files|contributions)\s+(?:by|from):?|"
    r"with contributions by)\s+",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\A[\W_]*(?P<who>[^.!?\"]{3,200}?)\s+(?:also\s+)?(?:contributed|reported)\s+(?:to|for|from)\s+"
    r"(?:this|the)\s+(?:report|story|article|post|column)\b",
)
_CONTRIBUTED_SHORT = re.compile(
    r"\A[\W_]*(?P<who>[^.!?\"]{3,200}?)\s+contributed(?:\s+(?:reporting|research|writing)"
    r"(?:\s+(?:from|in|to)\s+[A-Z][^.!?\"]{2,60})?)?\W*\Z"
)
# "Roe reported from Paris. News Agency writers Ann Poe and John Doe contributed to this report."
_REPORTED_FROM = re.compile(
    r"\A[\W_]*[A-Z][^.!?\"]{2,120}? reported from (?:[A-Z][^.!?\"]|[^.!?\"]){2,160}\."
    r"(?: .{3,240} contributed(?: to this (?:report|story|article))?\.)?\W*\Z"
)
_COPY_NOTE = re.compile(
    r"\A[\W_]*(?:this (?:article|story|report) (?:is|was) (?:based|adapted|provided|supplied|"
    r"first published|originally published|published)|the associated press contributed|"
    r"(?:the )?(?:opinions|views) expressed|the writer is|the author is|"
    r"reach (?:him|her|them|the (?:author|writer|reporter))\b|"
    r"follow (?:him|her|them|@?\w+(?: \w+)?) on twitter|"
    r"send (?:letters|tips|comments|questions)|contact (?:us|the (?:author|writer))\b|"
    r"to contact the (?:reporters?|authors?|editors?)\b|a version of this (?:article|story) appear|"
    r"(?:e-?mail\s*:\s*)?[\w.+-]{2,40}@[\w-]+\.\w|write to [A-Z]|"
    r"e-?mail (?:us|him|her|the (?:author|writer)))",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[-–—―]{1,2}\s*(?P<who>[^-–—―].{2,120})\Z", re.DOTALL)
_EDITED = re.compile(
    r"\(?(?:editors?|edited by)\s*:\s*(?P<who>[A-Z][^:]{3,100}?)\)?\Z", re.IGNORECASE
)
_SOURCE_LINE = re.compile(
    r"(?:(?i:sources?|via|agency|agencies)\s*:\s*(?P<who_labelled>.{2,60})|"
    r"[(\[–—-]{1,2}\s?(?P<who_marked>[A-Z].{1,40}?)[)\]]?\.?)\Z"
)
_SOURCE_BEHIND = re.compile(
    r"(?<=[.!?\"'])\s*(?P<mark>\(|[–—]\s?|--?\s?)(?P<who>[A-Z][\w. -]{1,25}?)\)?\.?\Z"
)
_SOURCE_MARK = re.compile(r"[(–—-]")
_SOURCE_REACH = 32  # from the last such mark before a source to the end, at the most
_LONGEST_SOURCE = 120
_LONGEST_SIGN_OFF = 700
_LONGEST_NOTE = 400

_SENTENCE_OR_SEMICOLON = re.compile(r";|(?<=[a-z]{2})\.(?=\s|\Z|\))|\)")
_AND_WORK = re.compile(r"\s*(?:,|\band\b|&)\s*\Z")


@dataclass(frozen=True, slots=True)
class SignOff:
    """What a sign-off says; `start` is where it begins in the words that were read.

    `reporters` are those whose report it is, `helpers` those who added to it.
    """

    start: int
    writers: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None


def read_byline(text: str) -> Credited | None:
    """Whom a byline names, None where the words are no byline. A day may stand behind."""
    if len(text) > _LONGEST_BYLINE:
        return None
    text = text.strip("*_ ")  # set in italics in Markdown
    match = _BYLINE.match(text)
    if match is None:
        return _foreign_byline(text)
    names = text[match.end() :]
    days = days_in(names)
    if days:
        names = names[: days[0].start]
    # Behind a rule stands a source; any other words there are the site's.
    names, *behind = _TAIL.sub("", names).split("|")
    names = ", ".join([names, *filter(_is_source, behind)])
    return credited(_DASHED.sub(", ", names).strip(" ,-–—"))


def _foreign_byline(text: str) -> Credited | None:
    match = _FOREIGN_BYLINE.match(text)
    if match is None or text.endswith((".", "?", "!", ":")):
        return None
    parts = re.split(r"\s*(?:,|\bet\b|\bund\b|\by\b|\be\b|\ben\b|&)\s*", text[match.end() :])
    if not parts or not all(map(is_person, parts)) or not _short(tuple(parts)):
        return None
    return credited(", ".join(parts))


def _is_source(words: str) -> bool:
    words = words.strip(" -–—")
    return bool(agency_named(words) or outlet_named(words))


def bare_names(text: str) -> Credited | None:
    """Persons' names with nothing before them: "Trevor Hughes and Doug Stanglin"."""
    if len(text) > _LONGEST_BYLINE or text.endswith((".", ":", "?", "!")) or text.isupper():
        return None
    found = credited(text)
    return found if found and found.people and _short(found.people) else None


def read_sign_off(text: str) -> SignOff | None:
    """The sign-off with which the words end, or which they are; None where there is none."""
    start = _sign_off_start(text)
    if start is not None:
        found = _roles(text, start)
        if found is not None:
            return found
    return _source(text) or _contributions(text)


def signature(text: str) -> tuple[str, ...]:
    """The persons in a line of a dash and names under an article: "— Brett Samuels"."""
    match = _SIGNED.match(text)
    found = credited(match["who"]) if match else None
    return found.people if found and _short(found.people) else ()


def _short(people: tuple[str, ...]) -> bool:
    """Names without a word that says so are names only when they are as short as most."""
    return all(len(name.split()) <= _MOST_BARE_TOKENS for name in people)


def is_note(text: str) -> bool:
    """Is it a line about the copy or its writer, as papers set below an article?"""
    if len(text) > _LONGEST_NOTE or '"' in text:
        return False
    return bool(_COPY_NOTE.match(text) or _REPORTED_FROM.match(text))


def _sign_off_start(text: str) -> int | None:
    if _SIGN_OFF.match(text) and len(text) <= _LONGEST_SIGN_OFF:
        return 0
    tail = max(0, len(text) - _LONGEST_SIGN_OFF)
    bracket = text.rfind("(", tail)
    if bracket > 0 and text.rstrip(" .")[-1:] == ")" and _SIGN_OFF.match(text, bracket):
        return bracket
    if " by " not in text[tail:]:
        return None
    after = _SIGN_OFF_AFTER.search(text, tail)
    return after.end() if after else None


def _roles(text: str, start: int) -> SignOff | None:
    """Read "(Additional reporting by A in B; Writing by C and D; Editing by E)"."""
    work = list(_ROLE.finditer(text, start))
    writers: list[str] = []
    reporters: list[str] = []
    helpers: list[str] = []
    editors: list[str] = []
    agency = None
    understood = False
    bracketed = text[start] == "("
    for match, following in zip(work, [*work[1:], None], strict=True):
        end = following.start() if following else len(text)
        stop = _SENTENCE_OR_SEMICOLON.search(text, match.end(), end)
        names = _AND_WORK.sub("", text[match.end() : stop.start() if stop else end])
        if stop and following is None and text[stop.end() :].strip(" .)") and stop[0] == ".":
            names = text[match.end() : end]
        found = credited(names)
        people = found.people if found else _people_among(names)
        agency = agency or (found.agency if found else None)
        understood = understood or found is not None or (bracketed and bool(people))
        role = match["role"].lower()
        added = re.search(r"additional|further|extra|more|with\b", role) is not None
        if re.search(r"writ", role):
            writers.extend(people)
        if re.search(r"report", role):
            (helpers if added else reporters).extend(people)
        if re.search(r"edit|compil", role):
            editors.extend(people)
    if not understood:
        return None
    return SignOff(start, _once(writers), _once(reporters), _once(helpers), _once(editors), agency)


def _source(text: str) -> SignOff | None:
    """Where the copy is from, at its end: "(AFP)", "—Reuters", "Source: AP"; or who edited it."""
    match = _EDITED.match(text)
    if match is not None and len(text) <= _LONGEST_SOURCE:
        found = credited(match["who"])
        return SignOff(0, editors=found.people) if found and found.people else None
    match = _SOURCE_LINE.match(text) if len(text) <= _LONGEST_SOURCE else None
    if match is not None:
        found = credited(match["who_labelled"] or match["who_marked"])
        if found and not found.people:
            return SignOff(0, agency=found.agency, outlet=found.outlet)
    if not _SOURCE_MARK.search(text, max(0, len(text) - _SOURCE_REACH)):
        return None
    match = _SOURCE_BEHIND.search(text, max(0, len(text) - _LONGEST_SOURCE))
    agency = agency_named(match["who"]) if match else None
    return SignOff(match.start("mark"), agency=agency) if match and agency else None


def _contributions(text: str) -> SignOff | None:
    if len(text) > _LONGEST_NOTE:
        return None
    match = _CONTRIBUTING.match(text)
    names = text[match.end() :] if match else None
    if names is None:
        if "contributed" not in text and "reported" not in text:
            return None
        stated = _CONTRIBUTED.match(text) or _CONTRIBUTED_SHORT.match(text)
        names = stated["who"] if stated else None
    if names is None:
        return None
    found = credited(names)
    people = found.people if found else _people_among(names)
    if not people and not found and not re.search(r"[Ss]taff|[Pp]ress|wire|News", names):
        return None
    return SignOff(0, helpers=people, agency=None)


def _people_among(names: str) -> tuple[str, ...]:
    parts = re.split(r"\s*(?:,|;|\band\b|&|\bin\b|\bat\b|\bfor\b|\bof\b)\s*", names)
    return _once([part.strip(" .()") for part in parts if is_person(part.strip(" .()"))])


def _once(people: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(people))
