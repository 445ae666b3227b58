"""How dates, numbers and places are said on the screen."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from index.article import DOUBTFUL, Article, Fact, NewsForm, Passage, Quote, Reading, page_named
from tui.widgets.cells import crop, drawn

if TYPE_CHECKING:
    from index.archive import Group, Listed

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_THAT = re.compile(r"that\s+")


def day(iso: str) -> str:
    """ "2012-06-05" as "5 Jun 2012"; a month or a year alone as far as it goes."""
    year, *rest = iso.split("-")
    try:
        if len(rest) == 0:
            return year
        month = MONTHS[int(rest[0]) - 1]
        return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"
    except (ValueError, IndexError):
        return iso


def span_of_dates(span: tuple[str, str] | None) -> str:
    """The months an archive covers: "Jun 2012", "Jun – Sep 2012", "Jun 2012 – Mar 2024"."""
    if span is None:
        return ""
    first, last = (day(iso[:7]) for iso in span)
    if first == last:
        return first
    if first[-4:] == last[-4:]:
        first = first[:-5]
    return f"{first} – {last}"


def amount(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 article", "30,173 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def quotes_told(listed: Listed) -> str:
    """ "214 quotes by 39 speakers in 120 articles": how much a ledger lists."""
    if not len(listed):
        return amount(0, "quote")
    by = f" by {amount(listed.speakers, 'speaker')}" if listed.speakers else ""
    return f"{amount(len(listed), 'quote')}{by} in {amount(listed.articles, 'article')}"


def group_named(group: Group, *, by_day: bool) -> str:
    """ "Vladimir Putin", "speaker unknown", "5 Jun 2012", "undated"; of somebody known by a single
    name also in which article that is: "Putin (in: Talks on the harbour begin)"."""
    if by_day:
        return day(group.key) if isinstance(group.key, str) else "undated"
    named = one_line(group.name) or "speaker unknown"
    return f"{named} (in: {one_line(group.headline)})" if group.headline else named


def speaker(quote: Quote) -> str:
    """Who says a quote, with ? behind a name that is doubtful."""
    if quote.speaker is None:
        return "speaker unknown"
    return one_line(quote.speaker) + ("?" if quote.confidence < DOUBTFUL else "")


def opening(quote: Quote) -> int:
    """How many code points of a quote are no words of it: the "that" which begins its clause."""
    begun = None if quote.kind == "direct" else _THAT.match(quote.text)
    return begun.end() if begun is not None else 0


def fact(known: Fact[str | None], shown: str | None = None) -> str:
    """A fact's value, with ~ before what was inferred; empty where it is unknown."""
    if known.value is None:
        return ""
    return ("~" if known.basis == "inferred" else "") + (shown or known.value)


def outlet(article: Article) -> str:
    """Who published an article, or whose copy it is."""
    return one_line(fact(article.form.outlet) or fact(article.form.agency)) or "outlet unknown"


def source(article: Article, room: int | None = None) -> str:
    """ "Reuters · ~5 Jun 2012": who published an article, or whose copy it is, and the day.

    In so many cells of `room` the day stays whole and the name is cut.
    """
    form = article.form
    who = outlet(article)
    when = " · " + (fact(form.date, day(form.date.value)) if form.date.value else "date unknown")
    if room is not None and len(who) + len(when) > room:
        when = when.replace("date unknown", "undated")
        who = crop(drawn(who), max(8, room - len(when)), "…")
    return who + when


def duration(seconds: float) -> str:
    """ "40 s", "6 min", "2 h 5 min"."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"


def extent(reading: Reading, start: int, end: int) -> str:
    """ "¶5 · 41 words" or "¶5–6 p. 3 · 80 words": where a span stands and how long it is."""
    numbers = [
        paragraph.number
        for paragraph in reading.paragraphs
        if paragraph.number is not None and paragraph.start < end and start < paragraph.end
    ]
    words = amount(len(reading.text[start:end].split()), "word")
    place = f"¶{numbers[0]}" if numbers else ""
    place += f"–{numbers[-1]}" if numbers[1:] else ""
    page = page_named(reading.article.form.page_of(start, end))
    stands = " ".join(part for part in (place, page) if part)
    return f"{stands} · {words}" if stands else words


def place(passage: Passage) -> str:
    """ "¶5", or "outside the body", and the page where the source has pages."""
    place = f"¶{passage.paragraph}" if passage.paragraph is not None else "outside the body"
    return f"{place} · {page_named(passage.page)}" if passage.page else place


def pages_told(form: NewsForm) -> str:
    """ "12 pages, 3 to 14": the pages of its source that an article stands on."""
    names = [one_line(page) for _, page in form.pages]
    return f"{amount(len(names), 'page')}, {names[0]}" + (f" to {names[-1]}" if names[1:] else "")


def one_line(text: str) -> str:
    """Text on one line, its line feeds as spaces."""
    return " ".join(text.split())


def begins(typed: str, *names: str) -> bool:
    """Whether a word of one of these names begins as what is typed, case and accents apart."""
    wanted = f" {_plain(typed)}"
    return any(wanted in f" {_plain(name)}" for name in names)


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    return one_line("".join(letter for letter in parts if not unicodedata.combining(letter)))
