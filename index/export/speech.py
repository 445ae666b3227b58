"""Whose words a passage holds, and how: what a citation says of the speech in it.

So that a paraphrase is not taken for somebody's words, nor words for the article's own, the
citation tells each apart: "quoted" for direct speech, "partly quoted" with the words for mixed,
"paraphrased" for indirect. A speaker whom a person set is said to be.
"""

from __future__ import annotations

from index.article import DOUBTFUL, Cited, Passage, Quote
from index.text import one_line

_HOW = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
_OPENING = "“„‟«‹"
_CLOSING = "”»›"
_STRAIGHT = '"'
_BY_HAND = "speaker set by the reader"
_BEFORE_OPENING = "([{—–-‘'“«"


def in_it(cited: Cited) -> str:
    """Who speaks in the passage and how, in order of place; empty where nobody does."""
    if cited.article.unread:
        return f"not read for quotes: {cited.article.unread}"
    if not cited.article.extracted:
        return "not yet read for quotes"
    told: dict[str, list[str]] = {}
    words: dict[tuple[str, str], list[str]] = {}
    by_hand = {_speaker(quote) for quote in cited.quotes if quote.corrected}
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
        note = f"; {_BY_HAND}" if who in by_hand else ""
        parts.append(f"{who} ({', '.join(named)}{note})")
    return "; ".join(parts)


def whole(cited: Cited) -> Quote | None:
    """The one quote of which the passage is all or a part; None where it is none of one."""
    passage = cited.passage
    if len(cited.quotes) != 1:
        return None
    quote = cited.quotes[0]
    return quote if quote.start <= passage.start and passage.end <= quote.end else None


def lacks_marks(cited: Cited) -> bool:
    """Whether the passage is direct speech from end to end, and nothing in it shows that."""
    quote, exact = whole(cited), cited.passage.exact
    marked = exact[:1] in _OPENING + _STRAIGHT and exact[-1:] in _CLOSING + _STRAIGHT
    return quote is not None and quote.kind == "direct" and not marked


def attribution(cited: Cited) -> str:
    """Whose words the passage is, and how where they are not direct speech; else empty."""
    quote = whole(cited)
    if quote is None:
        return ""
    how = "" if quote.kind == "direct" else f", {_HOW[quote.kind]}"
    return one_line(_speaker(quote)) + how + (f" ({_BY_HAND})" if quote.corrected else "")


def marks_left_out(cited: Cited) -> str:
    """What to know of quotation around the passage that it does not show; else empty."""
    passage = cited.passage
    verbatim_spans = [span for quote in cited.quotes for span in quote.verbatim]
    opened, closed = _mark_before(passage), _mark_after(passage)
    begins = opened or any(a < passage.start < b for a, b in verbatim_spans)
    ends = closed or any(a < passage.end < b for a, b in verbatim_spans)
    if not begins and not ends:
        return ""
    how = "begins and ends" if begins and ends else "begins" if begins else "ends"
    # Where no mark is in sight there may be none: the words of a transcript have none.
    inside = "quotation marks that it leaves out" if opened or closed else "quoted words"
    return f"the passage {how} inside {inside}"


def speech_of(cited: Cited) -> list[str]:
    """Both of these as lines for a person, each with its name; none where nobody speaks."""
    told = {"In it": in_it(cited), "Quotation marks": marks_left_out(cited)}
    return [f"{name}: {value}" for name, value in told.items() if value]


def _speaker(quote: Quote) -> str:
    if not quote.speaker:
        return "speaker unknown" + (f": “{quote.mention}”" if quote.mention else "")
    return quote.speaker + (" (uncertain)" if quote.confidence < DOUBTFUL else "")


def verbatim(cited: Cited, quote: Quote) -> list[str]:
    """The words of a quote that stand in quotation marks, as far as the passage has them."""
    passage = cited.passage
    spans = [(max(a, passage.start), min(b, passage.end)) for a, b in quote.verbatim]
    pieces = (passage.exact[a - passage.start : b - passage.start] for a, b in spans if a < b)
    return [f"“{line}”" for piece in pieces if (line := one_line(piece).strip())]


def _mark_before(passage: Passage) -> bool:
    """Whether an opening quotation mark stands right before the passage."""
    mark, before = passage.prefix[-1:], passage.prefix[-2:-1]
    if mark == _STRAIGHT:  # opens where a word could begin, and one does
        free = not before or before.isspace() or before in _BEFORE_OPENING
        return free and not passage.exact[:1].isspace()
    return bool(mark) and mark in _OPENING


def _mark_after(passage: Passage) -> bool:
    """Whether a closing quotation mark stands right behind the passage."""
    mark, after = passage.suffix[:1], passage.suffix[1:2]
    if mark == _STRAIGHT:  # closes behind a word, where none begins
        return not passage.exact[-1:].isspace() and not after.isalnum()
    return bool(mark) and mark in _CLOSING
