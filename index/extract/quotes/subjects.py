"""The subjects of the narrator's sentences: whom they are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.parsing.lookup import sentence_numbers, tokens_with
from index.extract.quotes.mentions import noun_phrase
from index.extract.quotes.outer import Outer
from index.extract.words.lexicon import GROUP_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def subjects_of(doc: Doc, outer: Outer) -> Iterator[Span]:
    """The article's spans of named subjects, and of the names joined to them by "and"."""
    for token in tokens_with(doc, "DEP", _SUBJECTS):
        if token.tag_ in ("NNP", "NNPS"):
            yield from _named(token, outer)


def bodies_of(doc: Doc, outer: Outer) -> Iterator[tuple[Span, Span]]:
    """The subjects that are one body ("the council"), each as its head and its whole phrase.

    Only the first subject of a sentence counts: it is what the sentence is about.
    """
    sentences = sentence_numbers(doc)
    seen = 0
    for token in tokens_with(doc, "DEP", _SUBJECTS):
        if sentences[token.i] == seen:
            continue
        seen = sentences[token.i]
        if token.tag_ not in ("NN", "NNP", "NNPS"):
            continue
        joined = any(child.dep_ == "conj" for child in token.children)
        if joined or (token.lower_ not in GROUP_NOUNS and token.tag_ == "NN"):
            continue
        first, last = noun_phrase(token)
        phrase = outer.span(doc[first].idx, doc[last].idx + len(doc[last].text))
        yield outer.span(token.idx, token.idx + len(token.text)), phrase


def _named(token: Token, outer: Outer) -> Iterator[Span]:
    yield outer.span(token.idx, token.idx + len(token.text))
    for child in token.children:
        if child.dep_ == "conj" and child.tag_ in ("NNP", "NNPS"):
            yield from _named(child, outer)
