"""Attributions without a verb of speech: "according to", "Clinton's claim that"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.quotes.complements import token_span
from index.extract.quotes.mentions import mention_at
from index.extract.quotes.outer import Outer
from index.extract.quotes.report import Report, report_of
from index.extract.words.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What "according to" may hang on, on the way up to the verb of its clause.
_PHRASES = frozenset("prep pobj pcomp nummod compound dobj attr conj appos npadvmod".split())
_JOINS = frozenset("and but although though while".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
# "Prices vary according to the season", "each according to his needs": nobody says so.
_MEASURED = frozenset(
    """vary varies varied varying differ differs differed differing sort sorted arrange arranged
    rank ranked group grouped divide divided classify classified adjust adjusted pay paid pays
    treat treated judge judged act acts acted live lives lived each proceed proceeded
    proceeding go goes going went""".split()
)


def according(token: Token, outer: Outer) -> Report | None:
    """ "According to X, A" and "A, according to X": the sentence, or the relative clause.

    The phrase stands for all that its sentence says before it ("A, but B, according to X"),
    within brackets for what they hold. Without a verb before it, what follows goes on.
    """
    doc = token.doc
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    if to is None:
        return None
    noun = next((child for child in to.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    speaker = mention_at(noun, outer)
    before = doc[max(token.i - 1, 0)].lower_
    if not speaker.speaks and not _MEASURED.isdisjoint((token.head.lower_, before)):
        return None
    first, last = _reach(token)
    end = _phrase_end(doc, token, noun, max(to.right_edge.i, noun.right_edge.i))
    contents: list[Span] = []
    told = any(doc[i].tag_ in _FINITE for i in range(first, token.i))
    if told or (token.i - first >= 2 and doc[first].tag_ not in ("IN", "RB")):
        left = token_span(doc, first, token.i - 1, outer, whole=True)
        if left is not None:
            contents.append(left)
    joined = end + 2 <= last and doc[end + 1].text == "," and doc[end + 2].lower_ in _JOINS
    if (joined or not told) and last > end:
        right = token_span(doc, end + 1, last, outer, whole=True)
        if right is not None:
            contents.append(right)
    cue = Cue("according to", "say")
    report = report_of(token, cue, outer, speaker, contents, bool(contents), token)
    place = outer.span(token.idx, to.idx + len(to.text))
    return replace(report, cue_span=place, word="according to")


def _phrase_end(doc: Doc, token: Token, noun: Token, end: int) -> int:
    """The last token of the phrase. Before a clause parsers take that for an apposition to it."""
    if token.i > token.sent.start or (end + 1 < len(doc) and doc[end + 1].text == ","):
        return end
    commas = [i for i in range(noun.i + 1, end + 1) if doc[i].text == ","]
    return commas[0] - 1 if len(commas) == 1 else end


def _reach(token: Token) -> tuple[int, int]:
    """First and last token of that for which "according to" stands."""
    doc, sent = token.doc, token.sent
    host = token.head
    while host.dep_ in _PHRASES and host.head.i != host.i and not host.tag_.startswith("V"):
        host = host.head
    first, last = sent.start, sent.end - 1
    if host.dep_ == "relcl" and host.left_edge.i < token.i:
        first, last = host.left_edge.i, host.right_edge.i
        while first < host.i and doc[first].tag_ in ("WDT", "WP", "WP$", "WRB", "IN"):
            first += 1
    return _in_brackets(doc, token.i, first, last)


def _in_brackets(doc: Doc, at: int, first: int, last: int) -> tuple[int, int]:
    for i in range(at - 1, first - 1, -1):
        if doc[i].text == ")":
            break
        if doc[i].text == "(":
            closing = (j for j in range(at, last + 1) if doc[j].text == ")")
            return i + 1, next(closing, last + 1) - 1
    return first, last


def noun_report(noun: Token, outer: Outer) -> Report | None:
    """ "Clinton's claim that …": the possessor said it."""
    if not noun.tag_.startswith("NN"):
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    clause = next((child for child in noun.children if child.dep_ in ("acl", "ccomp")), None)
    if owner is None or clause is None or owner.lower_ in ("its", "my", "your", "our"):
        return None
    if not any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.children):
        return None
    span = token_span(noun.doc, clause.left_edge.i, clause.right_edge.i, outer)
    if span is None:
        return None
    cue = Cue(noun.lower_, "speech")
    return report_of(noun, cue, outer, mention_at(owner, outer), [span], False, noun)
