"""The subjects of the narrator's sentences: whom they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.outer import Outer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def subjects_of(doc: Doc, outer: Outer) -> Iterator[Span]:
    """The article's spans of named subjects, and of the names joined to them by "and"."""
    for token in doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ in ("NNP", "NNPS"):
            yield from _named(token, outer)


def _named(token: Token, outer: Outer) -> Iterator[Span]:
    yield outer.span(token.idx, token.idx + len(token.text))
    for child in token.children:
        if child.dep_ == "conj" and child.tag_ in ("NNP", "NNPS"):
            yield from _named(child, outer)
