"""Speakers who speak together: "Councilman Al Reyes and engineer Dana Wu said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.extract.words.lexicon import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset("NNP NNPS NN NNS JJ DT POS PRP$ CC HYPH".split())
_AND = frozenset({"and", "&"})
_BEFORE_VERB = frozenset("MD RB VBP VBZ VBD VBN".split())


def widened(verb: Token, first: int, last: int) -> tuple[int, int]:
    """The tokens of a subject with all those joined to it by "and", as far as its verb.

    Parsers often keep only one of two who speak together. Stays as it was where it is not plain
    that the others belong to the subject ("they met Reyes and Wu said").
    """
    if last < verb.i:
        last = _to_the_right(verb, last)
        first = _to_the_left(verb, first)
    else:
        last = _as_far_as_it_goes(verb, last)
    return first, last


def _is_nominal(token: Token) -> bool:
    # "engineer Dana Wu": the noun is taken for a verb now and then.
    return token.tag_ in _NOMINAL or (token.tag_ == "VB" and can_speak(token.lower_))


def _names(tokens: list[Token]) -> bool:
    return any(token.tag_ in ("NNP", "NNPS") for token in tokens)


def _to_the_right(verb: Token, last: int) -> int:
    doc = verb.doc
    end = verb.i - 1
    while end > last and doc[end].tag_ in _BEFORE_VERB:
        end -= 1
    between = [doc[i] for i in range(last + 1, end + 1)]
    if not between or between[0].lower_ not in _AND or not _names(between):
        return last
    return end if all(_is_nominal(token) for token in between) else last


def _as_far_as_it_goes(verb: Token, last: int) -> int:
    """The end of a subject after its verb: "said Reyes and engineer Dana Wu."."""
    doc = verb.doc
    end = last
    while end + 1 < len(doc) and _is_nominal(doc[end + 1]):
        end += 1
    between = [doc[i] for i in range(last + 1, end + 1)]
    if not between or between[0].lower_ not in _AND or not _names(between):
        return last
    bordered = end + 1 == len(doc) or doc[end + 1].text in (".", ",", '"', ";", ":")
    return end if bordered else last


def _to_the_left(verb: Token, first: int) -> int:
    doc = verb.doc
    start = verb.sent.start
    kept = first
    while first - 1 > start and can_speak(doc[first - 1].lower_):
        first -= 1
    if first - 1 <= start or doc[first - 1].lower_ not in _AND:
        return kept
    at = first - 1
    comma: int | None = None
    while at > start and (_is_nominal(doc[at - 1]) or doc[at - 1].text == ","):
        at -= 1
        if doc[at].text == "," and comma is None:
            comma = at
    bordered = at == start or doc[at - 1].text == '"'
    if not bordered:
        if comma is None:
            return kept
        at = comma
    while at < first and doc[at].text == ",":
        at += 1
    joined = [doc[i] for i in range(at, first - 1)]
    return at if joined and _names(joined) else kept
