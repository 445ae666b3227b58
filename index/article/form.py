"""What the form of a news article gives away: facts with their basis, and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Span = tuple[int, int]
Basis = Literal["stated", "sidecar", "corrected", "inferred", "unknown"]
SetAs = Literal["headline", "subhead", "item", "block quote", "caption", "table", "byline"]
"""How a paragraph is set that is not plain body copy."""

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """One thing known of an article, and how it is known.

    `value` is None (or an empty tuple) exactly when `basis` is "unknown". `reason` says, in a
    clause a person can read ("from the photo caption"), why an inferred value was inferred.
    """

    value: T_co
    basis: Basis = "unknown"
    reason: str | None = None


NOTHING: Fact[None] = Fact(None)
NOBODY: Fact[tuple[str, ...]] = Fact(())


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch printed with an article that is not its body.

    `what` is one of: "caption", "credit", "timestamp", "update-note", "byline", "sign-off",
    "pitch", "gallery", "dateline", "navigation".
    """

    start: int
    end: int
    what: str

    def to_json(self) -> dict[str, object]:
        return {"start": self.start, "end": self.end, "what": self.what}


@dataclass(frozen=True, slots=True)
class Mark:
    """How the paragraph from `start` to `end` is set, as its source itself says."""

    start: int
    end: int
    what: SetAs

    def to_json(self) -> dict[str, object]:
        return {"start": self.start, "end": self.end, "what": self.what}


@dataclass(frozen=True, slots=True)
class NewsForm:
    """What the form of a news article gives away: its metadata, its furniture, its subheads.

    `date` and `updated` are ISO days ("2012-06-05"), as the outlet's own calendar has them;
    `published_at` and `updated_at` the moments, ISO 8601, with the time zone where it was told
    ("2012-06-05T14:05:00+08:00"). `headline` is where the headline stands in
    the text, None when it does not stand there (the title is then inferred from the lede).
    Furniture is sorted and does not overlap. `set_off` are the paragraphs of the body that are
    items of a list, block quotes and tables; `pages` has for each page of a paged source where it
    begins, and what it is called.
    """

    title: Fact[str | None] = NOTHING
    date: Fact[str | None] = NOTHING
    published_at: Fact[str | None] = NOTHING
    updated: Fact[str | None] = NOTHING
    updated_at: Fact[str | None] = NOTHING
    outlet: Fact[str | None] = NOTHING
    section: Fact[str | None] = NOTHING
    agency: Fact[str | None] = NOTHING
    dateline: Fact[str | None] = NOTHING
    byline: Fact[tuple[str, ...]] = NOBODY
    editors: Fact[tuple[str, ...]] = NOBODY
    reporting: Fact[tuple[str, ...]] = NOBODY
    photo_credit: Fact[str | None] = NOTHING
    url: Fact[str | None] = NOTHING
    language: Fact[str | None] = NOTHING
    headline: Span | None = None
    furniture: tuple[Furniture, ...] = ()
    subheads: tuple[Span, ...] = ()
    set_off: tuple[Mark, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()

    def page_of(self, start: int, end: int) -> str | None:
        """The name of the page on which a stretch of the text begins, "4–5" where it also ends on
        another; None where the source has no pages."""
        first = last = None
        for at, page in self.pages:
            if at <= start:
                first = page
            if at < max(end, start + 1):
                last = page
        return last if first in (None, last) else f"{first}–{last}"

    @property
    def not_body(self) -> list[Span]:
        """What stands in the text and is not its body: headline, subheads, furniture; sorted."""
        spans = [(piece.start, piece.end) for piece in self.furniture]
        return sorted([*spans, *self.subheads, *([self.headline] if self.headline else [])])


def page_named(page: str | None) -> str:
    """ "p. 4" of the page 4, "pp. 4–5" of several; empty without one."""
    if not page:
        return ""
    return f"pp. {page}" if "–" in page else f"p. {page}"


FACTS = (
    "title",
    "date",
    "published_at",
    "updated",
    "updated_at",
    "outlet",
    "section",
    "agency",
    "dateline",
    "byline",
    "editors",
    "reporting",
    "photo_credit",
    "url",
    "language",
)
"""The names of the facts of a `NewsForm`, in the order in which they are shown."""
