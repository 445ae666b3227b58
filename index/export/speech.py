"""Whose words a passage holds, and how: what a citation says of the speech in it.

A passage is printed as it stands, without a mark added. So that a paraphrase is not taken for
somebody's words, nor words for the article's own, the citation tells each apart: "quoted" for
direct speech, "partly quoted" with the words for mixed, "paraphrased" for indirect.
"""

from __future__ import annotations

from index.article import DOUBTFUL, Cited, Quote
from index.text import one_line

_HOW = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
_OPENING = "“„‟«‹"
_CLOSING = "”»›"
_STRAIGHT = '"'
_BEFORE_OPENING = "([{—–-‘'“«"


def in_it(cited: Cited) -> str:
    """Who speaks in the passage and how, in order of place; empty where nobody does."""
    if not cited.article.extracted:
        return "not yet read for quotes"
    told: dict[str, list[str]] = {}
    words: dict[tuple[str, str], list[str]] = {}
    for quote in cited.quotes:
        who = _speaker(quote)
        hows = told.setdefault(who, [])
        if _HOW[quote.kind] not in hows:
            hows.append(_HOW[quote.kind])
        if quote.kind == "mixed":
            words.setdefault((who, _HOW["mixed"]), []).extend(verbatim(cited, quote))
    parts = []
    for who, hows in told.items():
        named = [
            how + (": " + ", ".join(said) if (said := words.get((who, how))) else "")
            for how in hows
        ]
        parts.append(f"{who} ({', '.join(named)})")
    return "; ".join(parts)


def marks_left_out(cited: Cited) -> str:
    """What to know of quotation marks around the passage that are not in it; else empty."""
    begins, ends = _begins_inside(cited), _ends_inside(cited)
    if not begins and not ends:
        return ""
    how = "begins and ends" if begins and ends else "begins" if begins else "ends"
    return f"the passage {how} inside quotation marks that it leaves out"


def speech_of(cited: Cited) -> list[str]:
    """Both of these as lines for a person, each with its name; none where nobody speaks."""
    told = {"In it": in_it(cited), "Quotation marks": marks_left_out(cited)}
    return [f"{name}: {value}" for name, value in told.items() if value]


def _speaker(quote: Quote) -> str:
    if not quote.speaker:
        return "speaker unknown"
    return quote.speaker + (" (uncertain)" if quote.confidence < DOUBTFUL else "")


def verbatim(cited: Cited, quote: Quote) -> list[str]:
    """The words of a quote that stand in quotation marks, as far as the passage has them."""
    passage = cited.passage
    spans = [(max(a, passage.start), min(b, passage.end)) for a, b in quote.verbatim]
    pieces = (passage.exact[a - passage.start : b - passage.start] for a, b in spans if a < b)
    return [f"“{line}”" for piece in pieces if (line := one_line(piece).strip())]


def _begins_inside(cited: Cited) -> bool:
    passage = cited.passage
    if any(a < passage.start < b for quote in cited.quotes for a, b in quote.verbatim):
        return True
    mark, before = passage.prefix[-1:], passage.prefix[-2:-1]
    if mark == _STRAIGHT:  # opens where a word could begin, and one does
        free = not before or before.isspace() or before in _BEFORE_OPENING
        return free and not passage.exact[:1].isspace()
    return bool(mark) and mark in _OPENING


def _ends_inside(cited: Cited) -> bool:
    passage = cited.passage
    if any(a < passage.end < b for quote in cited.quotes for a, b in quote.verbatim):
        return True
    mark = passage.suffix[:1]
    if mark == _STRAIGHT:
        return not passage.exact[-1:].isspace()
    return bool(mark) and mark in _CLOSING
