"""Looking the words of a parsed paragraph up all at once.

A paragraph has some fifty words, of which a rule wants three: to make an object for each of the
others takes longer than all the rest of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Attribute = Literal["LOWER", "TAG", "DEP"]


def tokens_with(doc: Doc, attribute: Attribute, values: frozenset[str]) -> Iterator[Token]:
    """The tokens whose lower-case word, tag or relation is one of these, in order."""
    wanted = _numbers(values)
    for place, number in enumerate(doc.to_array(attribute).tolist()):
        if number in wanted:
            yield doc[place]


def beginnings(doc: Doc) -> list[int]:
    """The character at which each token begins."""
    places: list[int] = doc.to_array("IDX").tolist()
    return places


def sentence_numbers(doc: Doc) -> list[int]:
    """Which sentence of the paragraph each token stands in, the first being 1."""
    begins = doc.to_array("SENT_START") == 1
    begins[:1] = True
    numbers: list[int] = begins.cumsum().tolist()
    return numbers


@cache
def _numbers(values: frozenset[str]) -> frozenset[int]:
    from spacy.strings import get_string_id

    return frozenset(map(get_string_id, values))
