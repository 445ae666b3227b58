"""One attribution as the narrator's text makes it: a cue, its speaker, and what it brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.quotes.mentions import Mention
from index.extract.quotes.outer import Outer
from index.extract.words.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its speaker and the stretches of the article that it attributes.

    `inserted` is True for ", X said," and "X said" at a sentence's end: what was said stands
    before. `token` is the cue's place in the parsed paragraph, `sentence` the article's span of
    its sentence. `lead` is the beginning of the sentence before a cue that
    breaks it, where what follows is not told in the narrator's words.
    """

    cue: Cue
    cue_span: Span
    word: str
    block: int
    token: int
    sentence: Span
    speaker: Mention | None
    contents: tuple[Span, ...]
    inserted: bool = False
    left: int = 0
    lead: Span | None = None


def report_of(
    token: Token,
    cue: Cue,
    outer: Outer,
    speaker: Mention | None,
    contents: list[Span],
    inserted: bool,
    edge: Token,
) -> Report:
    """The report of a cue word; `edge` is the first token of speaker and cue together."""
    sent = token.sent
    return Report(
        cue,
        outer.span(token.idx, token.idx + len(token.text)),
        token.text,
        outer.block,
        token.i,
        outer.span(sent.start_char, sent.end_char),
        speaker,
        tuple(contents),
        inserted,
        edge.i,
    )
