"""Readings made by hand, for tests of what the screen does with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.article import (
    Actor,
    Article,
    Fact,
    Furniture,
    NewsForm,
    Paragraph,
    Quote,
    QuoteKind,
    Reading,
    SetAs,
    Span,
)
from index.newsform.given import Beside
from index.newsform.layout import layout
from index.newsform.reading import read_form
from index.readers.composing import composed
from index.text import canonical, paragraphs, sha256

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def seed(number: int) -> str:
    """The canonical text of one of the four seed articles."""
    return canonical(sorted(SEEDS.glob("*.txt"))[number].read_text(encoding="utf-8"))


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where some words stand in a text for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def spans(text: str, words: str) -> list[Span]:
    """Everywhere some words stand in a text."""
    return [span(text, words, nth) for nth in range(text.count(words))]


def quote(
    text: str,
    words: str,
    speaker: str | None,
    kind: QuoteKind = "direct",
    *,
    verbatim: Sequence[str] | None = None,
    cue: str = "said",
    confidence: float = 0.9,
) -> Quote:
    """A quote of these words; a direct one is verbatim as a whole."""
    start, end = span(text, words)
    direct = [words] if kind == "direct" else []
    within = [span(text, part) for part in (direct if verbatim is None else verbatim)]
    return Quote(
        start, end, kind, words, tuple(within), speaker, speaker, None, cue, None, confidence
    )


def actor(text: str, name: str, kind: str, *aliases: str, quotes: int = 0) -> Actor:
    """An actor mentioned wherever the name or an alias stands, the longest name first."""
    found: list[Span] = []
    for alias in sorted((name, *aliases), key=len, reverse=True):
        for start, end in spans(text, alias):
            if not any(start < last and first < end for first, last in found):
                found.append((start, end))
    found.sort()
    return Actor(name, kind, aliases, tuple(found), len(found), quotes)  # type: ignore[arg-type]


def reading(
    text: str,
    *,
    headline: str | None = None,
    furniture: Sequence[tuple[str, str]] = (),
    subheads: Sequence[str] = (),
    quotes: Sequence[Quote] = (),
    actors: Sequence[Actor] = (),
    extracted: bool = True,
    article: str = "a" * 12,
    **facts: Fact[object],
) -> Reading:
    """An article with its paragraphs numbered, all but those of headline, subheads, furniture."""
    text = canonical(text)
    head = span(text, headline) if headline else None
    pieces = [Furniture(*span(text, words), what) for words, what in furniture]
    heads = [span(text, words) for words in subheads]
    rows: list[Paragraph] = []
    number = 0
    for start, end in paragraphs(text):
        what = next((f.what for f in pieces if f.start <= start and end <= f.end), "body")
        what = "subhead" if (start, end) in heads else what
        what = "headline" if (start, end) == head else what
        number += what == "body"
        rows.append(Paragraph(start, end, what, number if what == "body" else None))
    form = NewsForm(
        headline=head,
        furniture=tuple(sorted(pieces, key=lambda piece: piece.start)),
        subheads=tuple(heads),
        **{"title": Fact(headline, "stated"), **facts},  # type: ignore[arg-type]
    )
    about = Article(
        article,
        (f"{article}.txt",),
        0,
        sha256(text),
        sha256(text),
        1,
        None,
        form,
        len(text.split()),
        extracted,
    )
    return Reading(about, text, tuple(rows), tuple(quotes), tuple(actors))


def structured(
    paragraphs: Sequence[tuple[SetAs | None, str]],
    *,
    pages: Sequence[tuple[str, str]] = (),
    headline: str = "Talks in Geneva",
) -> Reading:
    """An article as a source gives it that says how its paragraphs are set.

    `pages` are the words with which pages begin, each with the name of its page.
    """
    text, marks = composed(paragraphs)
    starts = tuple((span(text, words)[0], page) for words, page in pages)
    given = {"title": (headline,)}
    form = read_form(text, beside=Beside(given, marks=marks, marked=True, pages=starts))
    whole = sha256(text)
    about = Article(
        "b" * 12, ("talks.html",), 0, whole, whole, 1, None, form, len(text.split()), extracted=True
    )
    return Reading(about, text, layout(text, form))


def moscow_times(*, extracted: bool = True) -> Reading:
    """The third seed as it reads once its form and some of its quotes and actors are known."""
    text = seed(2)
    favor = text.index("… we have a small favor")
    return reading(
        text,
        headline="Putin, Hu Urge Support for Syria Peace Plan",
        furniture=[("Support The Moscow Times!", "pitch"), (text[favor:].strip(), "pitch")],
        outlet=Fact("The Moscow Times", "inferred", "from the site's pitch"),
        dateline=Fact("BEIJING", "stated"),
        extracted=extracted,
        quotes=[
            quote(
                text,
                "they are no longer bound by a UN-backed truce because Assad had failed to observe "
                "their Friday deadline to implement the cease-fire",
                "Syrian rebels",
                "indirect",
            ),
            quote(
                text,
                "On the Syrian issue, the two heads of state said the international community "
                "should continue to support joint Arab League/UN special envoy Annan's mediation "
                "efforts and the UN monitoring mission to promote a political solution to the "
                "problem in Syria,",
                "Chinese state television",
                cue="reported",
            ),
            quote(
                text,
                "Our approaches are close and harmonious, but the most important thing is that we "
                "have reached a high level of coordination aimed at maximally effective settlement "
                "of international crises,",
                "Vladimir Putin",
            ),
            quote(
                text,
                "Both sides oppose external intervention in Syria and oppose regime change by "
                "force,",
                "Liu Weimin",
                confidence=0.4,
            ),
            quote(
                text,
                "forces loyal to President Bashar Assad",
                None,
                "act",
                cue="blame",
            ),
        ],
        actors=[
            actor(text, "Vladimir Putin", "person", "Putin", quotes=2),
            actor(text, "Hu Jintao", "person", "Hu"),
            actor(text, "Kofi Annan", "person", "Annan"),
            actor(text, "Bashar Assad", "person", "Assad"),
            actor(text, "Liu Weimin", "person", quotes=1),
            actor(text, "United Nations", "organisation", "UN"),
            actor(text, "NATO", "organisation"),
            actor(text, "Chinese Foreign Ministry", "organisation", "China's Foreign Ministry"),
            actor(text, "Russia", "state", "Moscow"),
            actor(text, "Syria", "state"),
            actor(text, "Beijing", "place", "BEIJING"),
        ],
    )
