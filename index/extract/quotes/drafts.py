"""Quotes on their way: a paragraph as it was read, a quote before its speaker is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.article import QuoteKind, Span
from index.extract.quotes.marks import Marked
from index.extract.quotes.mentions import Mention
from index.extract.quotes.outer import Outer
from index.extract.quotes.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

How = Literal["clause", "beside", "named", "inherited", "none"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote before its speaker is known. `how` says by what the words were attributed.

    `mention` is the speaker as written, None where the quote must take over the speaker of
    another: then `how` is "inherited".
    """

    start: int
    end: int
    kind: QuoteKind
    block: int
    verbatim: tuple[Span, ...] = ()
    mention: Mention | None = None
    cue: str | None = None
    cue_span: Span | None = None
    how: How = "clause"
    chained: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph as it was read: its marks, its parse and its reports.

    `introduces` is who speaks next where the paragraph ends with a colon ("He said:").
    """

    number: int
    start: int
    end: int
    marks: Sequence[Marked]
    outer: Outer | None = None
    doc: Doc | None = None
    reports: Sequence[Report] = ()
    introduces: Mention | None = None
