"""Datelines: "BEIJING, June 5 (Reuters) -", "WINSTON-SALEM, N.C., March 13 -", "KYIV —".

After the AP and Reuters stylebooks: place in capitals, state or country as it is written, day,
agency in brackets, dash. Each part may be missing; what is left must still tell a dateline
from a lede that begins with capitals ("NATO said", "THE company").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.newsform.days import Day, day_at
from index.newsform.names import agency_named, outlet_named
from index.newsform.places import is_city, is_place

_UP = "A-ZÀ-ÖØ-Þ"
_LETTER = "A-ZÀ-ÖØ-Þa-zà-öø-ÿ"
_CAPS_WORD = rf"[{_UP}][{_UP}.'-]*[{_UP}](?![{_LETTER}])\.?"
_SMALL_WORD = r"(?:DE|LA|de|da|do|la|el|al|of|on|upon|es)"
_CAPS = rf"{_CAPS_WORD}(?:\ (?:{_SMALL_WORD}\ )?{_CAPS_WORD})*"
_MIXED_WORD = rf"[{_UP}][{_LETTER}.'-]+"
_MIXED = rf"{_MIXED_WORD}(?:\ (?:{_SMALL_WORD}\ )?{_MIXED_WORD}){{0,3}}"

_PLACE_CAPS = re.compile(rf"{_CAPS}(?:\s?/\s?{_CAPS})*")
_PLACE_MIXED = re.compile(rf"{_MIXED}(?:/{_MIXED})*")
_REGION = re.compile(rf",\ ({_MIXED_WORD}(?:\ (?:of\ )?{_MIXED_WORD}){{0,2}})(?=[\s,(:/–—―-]|\Z)")
# The month is not read strictly: wire copy has "Juen 19".
_DAY = re.compile(rf"[,.]?\ ?\b([{_UP}][{_LETTER}]{{2,8}}\.?)\ \d\d?(?:,\ ?\d{{4}})?(?!\d)")
_BEFORE_DAY = re.compile(r"[,.]?\ (?=\d)")
_AGENT = re.compile(r"[.,]?\s*[(/]([A-Za-z][\w.&' -]{1,30})[)/]\.?")
_AGENT_ALONE = re.compile(r"\(([A-Z][\w.& -]{1,30})\)\s*(?:--+|[-–—―_:])?\s*(?=[\"'A-Z])")
# "June 6 (Bloomberg) -- ", "March 13 (Reuters) - "
_DAY_AND_AGENT = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d\d? \(([A-Z][\w.& -]{1,30})\)\s*(?:--+|[-–—―])\s*"
)
_DASH = re.compile(r"[.,]?\s*(?:--+|[–—―_]|-(?=\s))\s*")
_COLON = re.compile(r":\s+")
_ALONE_END = re.compile(r"\.?\Z")

# What desks print in capitals before a dash and is no place.
_NO_PLACE_LISTED = """
analysis breaking brief briefing column comment commentary correct corrected correction corrections
developing editorial essay exclusive explainer fact factbox feature file focus highlights interview
live media news note op-ed opinion photo photos poll preview profile question refile report
review roundup rpt spotlight story summary timeline transcript update updated video watch wrapup
trending urgent alert reuters the a an is are was of to in on for with and or how why what who when
over under from not no by this that these aids asean brics dhs fbi hamas iaea isil isis nasa nato
npr opec osce unesco unhcr unicef monday tuesday wednesday thursday friday saturday sunday
"""
_NO_PLACE = frozenset(_NO_PLACE_LISTED.split())
_LINKS = frozenset(("of", "on", "the", "by", "upon", "and"))
_LONGEST_PLACE = 48
_MOST_WORDS = 4
_FEWEST_LETTERS = 4  # in a place that nothing but its capitals and a dash give away


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the beginning of a paragraph; `length` counts its code points.

    The white space between it and the lede is not counted.
    """

    place: str | None
    day: Day | None = None
    agency: str | None = None
    outlet: str | None = None
    length: int = 0


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which this paragraph of copy begins, or None."""
    alone = _AGENT_ALONE.match(text)
    if alone:
        agency, outlet = agency_named(alone[1]), outlet_named(alone[1])
        if not agency and not outlet:
            return None
        after = read_dateline(text[alone.end() :])  # "(AP) BEIJING - "
        if after is None or after.place is None:
            return Dateline(None, None, agency, outlet, len(alone[0].rstrip()))
        return replace(after, agency=agency, outlet=outlet, length=alone.end() + after.length)
    dated = _DAY_AND_AGENT.match(text)
    if dated and (agency := agency_named(dated[1])) is not None:
        return Dateline(None, day_at(text, 0), agency, None, len(dated[0].rstrip()))
    for pattern, capitals in ((_PLACE_CAPS, True), (_PLACE_MIXED, False)):
        match = pattern.match(text)
        if match is not None:
            found = _read(text, match.end(), capitals=capitals)
            if found is not None:
                return found
    return _run_in(text)


def dateline_alone(text: str) -> Dateline | None:
    """A dateline that is a paragraph by itself, as in old papers: "Pittsburgh, Sept. 7." """
    match = _PLACE_MIXED.match(text)
    if match is None or len(text) > _LONGEST_PLACE or _not_a_place(match[0]):
        return None
    region, at = _region(text, match.end())
    day_match = _DAY.match(text, at)
    day = day_at(text, day_match.start(1)) if day_match else None
    if day_match is None or day is None or not _ALONE_END.match(text, day_match.end()):
        return None
    # Its day is the letter's, often weeks before the paper's.
    return Dateline(_place(match[0]) + region, length=len(text))


def _read(text: str, end: int, *, capitals: bool) -> Dateline | None:
    name = text[:end]
    if len(name) > _LONGEST_PLACE or _not_a_place(name):
        return None
    region, at = _region(text, end)
    dated, day, at = _dated(text, at)
    agent_match = _AGENT.match(text, at)
    agency = outlet = None
    if agent_match:
        agency, outlet = agency_named(agent_match[1]), outlet_named(agent_match[1])
        if not agency and not outlet:
            if not capitals or is_place(agent_match[1]) or not _DASH.match(text, agent_match.end()):
                return None
            outlet = agent_match[1]
        at = agent_match.end()
    dash = _DASH.match(text, at)
    if not _stands(name, region, text, capitals, dated, bool(agent_match), dash):
        return None
    if dash is None:
        colon = None if agent_match else _COLON.match(text, at)
        if not agent_match and colon is None:
            return None
        dash = colon
    stop = dash.end() if dash else at
    if stop >= len(text):
        return None
    return Dateline(_place(name) + region, day, agency, outlet, len(text[:stop].rstrip()))


def _dated(text: str, at: int) -> tuple[bool, Day | None, int]:
    """Whether a day follows the place, which, and where what comes after it begins."""
    match = _DAY.match(text, at)
    if match is not None:
        return True, day_at(text, match.start(1)), match.end()
    # "LJUBLJANA, 12 April 2020 -", "MARSEILLE, 5 mars 2019 (AFP) -"
    start = _BEFORE_DAY.match(text, at)
    day = day_at(text, start.end()) if start else None
    return (True, day, day.end) if day else (False, None, at)


def _stands(
    name: str,
    region: str,
    text: str,
    capitals: bool,
    dated: bool,
    signed: bool,
    dash: re.Match[str] | None,
) -> bool:
    """Is there enough of a dateline? A known place in capitals is; other words need more."""
    if signed:
        return True
    first = re.split(r"\s?/\s?", name)[0]
    if dash is None:
        return capitals and is_city(first) and not region
    if is_city(first) or (dated and (capitals or name.count(" ") < 2)):
        return True
    if dated or dash[0].startswith("."):
        return False
    lede = text[dash.end() : dash.end() + 1]
    if not lede or lede.islower():
        return False
    if region and is_place(region.strip(", ")):
        return capitals
    letters = sum(map(str.isalpha, name))
    return capitals and letters >= _FEWEST_LETTERS and name.count(" ") < _MOST_WORDS


def _not_a_place(name: str) -> bool:
    words = re.split(r"[ /]+", name)
    # "Irish Emigrants. New York": a full stop behind more than "St." ends a title.
    titled = any(word.endswith(".") and len(word) > len("Mt.") for word in words[:-1])
    # "KING OF PRUSSIA": a link within a name is none of those words.
    telling = [word for place, word in enumerate(words) if not place or word.lower() not in _LINKS]
    return titled or any(word.strip(".'").lower() in _NO_PLACE for word in telling)


def _run_in(text: str) -> Dateline | None:
    """A place in capitals that runs straight into the lede: "BEIJING Russia called …"."""
    match = _PLACE_CAPS.match(text)
    if match is None:
        return None
    words = match[0].split(" ")
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:count])
        rest = text[len(name) :]
        if is_city(name) and re.match(r" [A-Z\"'\d]", rest) and not text.isupper():
            return Dateline(name, length=len(name))
    return None


def _region(text: str, at: int) -> tuple[str, int]:
    """State or country after the place, up to two: ", N.C.", ", Crimea, Ukraine"."""
    region = ""
    for _ in range(2):
        match = _REGION.match(text, at)
        if match is None or _DAY.match(text, at):
            break
        region += match[0]
        at = match.end()
    return region, at


def _place(name: str) -> str:
    return name.rstrip(".") if name.count(".") == 1 and "St." not in name else name
