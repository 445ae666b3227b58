"""Cues that stand inside or after what was said: "A, X said, B", "as X said"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.quotes.complements import token_span
from index.extract.quotes.mentions import noun_phrase
from index.extract.quotes.outer import Outer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INSERTED = ("parataxis", "ccomp", "advcl", "dep", "relcl", "acl", "conj", "appos", "intj")
_CONNECTS = frozenset("still yet meanwhile however nevertheless".split())
_QUESTIONED = frozenset("asked pressed questioned reached contacted".split())
_BORDERS = (",", '"', "'", "-", "\u2013", "\u2014")


def group_start(verb: Token, subject: Token | None) -> Token:
    """The first token of subject and verb together."""
    first = verb.i
    own = subject.i if subject is not None and subject.i < verb.i else 0
    for child in verb.lefts:
        # "Even then, others insist, …": what stands before the subject is no part of it.
        if child.dep_ in ("aux", "neg", "advmod", "auxpass") and own <= child.i < first:
            first = min(first, child.left_edge.i)
    if subject is not None and subject.i < verb.i:
        heard = subject.dep_ == "nsubjpass" and subject.head.i == verb.head.i
        if heard or subject in verb.children:  # "Lee can be heard saying"
            first = min(first, noun_phrase(subject)[0])
    if first > verb.sent.start and verb.nbor(first - verb.i - 1).lower_ == "as":
        first -= 1
    return verb.doc[first]


def around(verb: Token, outer: Outer, edge: Token) -> Iterator[Span]:
    """What was said around an inserted cue: "A, X said, B"."""
    doc = verb.doc
    sent = verb.sent
    if edge.i == sent.start and _is_as(doc, edge.i, verb) and verb.head.i > verb.i:
        end = verb.right_edge.i  # "As X said, A"
        said = token_span(doc, end + 1, verb.head.right_edge.i, outer)
        if said is not None:
            yield said
        return
    if edge.i == sent.start or doc[edge.i - 1].text not in _BORDERS:
        return
    after = _group_end(verb)
    host = verb.head
    if host.dep_ in ("aux", "auxpass"):
        host = host.head
    if verb.dep_ == "advcl" and edge.i > sent.start and not _is_as(doc, edge.i, verb):
        return
    if verb.dep_ in _INSERTED and host.i != verb.i and not _within(host, edge.i, after):
        first, last = host.left_edge.i, host.right_edge.i
    elif verb.dep_ == "ROOT" and not _only_circumstance(verb, edge):
        first, last = sent.start, edge.i - 1
    else:
        return
    left = token_span(doc, first, edge.i - 1, outer)
    relative = doc[first].tag_ in ("WP$", "WDT", "WP") and edge.i - first <= 5
    if left is not None and not relative and _says_something(doc, first, edge.i - 1, verb):
        yield left
    # What follows goes on only after a comma of its own.
    if after + 1 < sent.end and last > after and doc[after + 1].text == ",":
        right = token_span(doc, after + 2, last, outer)
        manner = doc[edge.i - 1].text == '"' and _is_manner(doc, after + 2, last)
        if right is not None and verb.dep_ != "ROOT" and not manner:
            yield right


def _is_manner(doc: Doc, first: int, last: int) -> bool:
    """Whether what follows tells how it was said: ", he said, not even needing to look"."""
    while first < last and doc[first].tag_ == "RB":
        first += 1
    return doc[first].tag_ == "VBG"


def fragment_before(verb: Token, outer: Outer, edge: Token) -> Span | None:
    """The beginning of a sentence that a cue set off by commas breaks: "Instead, X said, …"."""
    doc, first = verb.doc, verb.sent.start
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "acl"):
        return None
    if edge.i <= first or doc[edge.i - 1].text != "," or _is_as(doc, edge.i, verb):
        return None
    after = _group_end(verb) + 1
    things = any(child.dep_ == "dobj" and child.i < after for child in verb.rights)
    if after >= verb.sent.end or doc[after].text != "," or after > verb.i + 8:
        return None
    if things and verb.lower_ not in ("told", "tells", "tell"):
        return None
    before = doc[first : edge.i - 1]
    quoted = any(token.text == '"' for token in before)
    if quoted or doc[first].lower_ in _CONNECTS:
        return None
    if any(token.tag_ in ("WDT", "WP", "WP$") for token in before[-3:]):
        return None  # "the rebels, whose forces, X said, …"
    return token_span(doc, first, edge.i - 1, outer)


def _only_circumstance(verb: Token, edge: Token) -> bool:
    """Whether what stands before is no speech: "When asked, Smith said."."""
    before = [child for child in verb.children if child.right_edge.i < edge.i]
    when = any(child.dep_ in ("advcl", "prep", "npadvmod") for child in before)
    said = ("dep", "intj", "dobj", "nsubj", "parataxis")
    return when and not any(child.dep_ in said for child in before)


def _is_as(doc: Doc, first: int, verb: Token) -> bool:
    """Whether the clause is of the kind of ", as X said,"."""
    return doc[first].lower_ == "as" or any(
        child.lower_ == "as" and child.dep_ in ("mark", "prep", "advmod") for child in verb.lefts
    )


def _within(token: Token, first: int, last: int) -> bool:
    return first <= token.i <= last


def _says_something(doc: Doc, first: int, last: int, verb: Token) -> bool:
    words = [doc[i] for i in range(first, last + 1) if not doc[i].is_punct]
    if len(words) < 2 or any(word.lower_ in _QUESTIONED for word in words[:2]):
        return False
    if verb.dep_ == "ROOT":
        return any(word.tag_ in ("VBD", "VBP", "VBZ", "MD", "VB") for word in words)
    return any(word.tag_ not in ("CC", "RB", "IN", "WDT", "WP") for word in words)


def _group_end(verb: Token) -> int:
    last = verb.i
    for child in verb.rights:
        if child.dep_ == "punct":
            break
        if child.dep_ in ("ccomp", "advcl", "conj", "cc", "parataxis"):
            break
        last = max(last, child.right_edge.i)
    return last
