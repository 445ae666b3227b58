"""Where what is attributed ends: what parsers cut off put back, what they add left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.extract.words.lexicon import DAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where and when something is done with words.
_OCCASIONS = frozenset(
    """address appearance briefing broadcast call campaign conference debate editorial email event
    facebook floor hall hearing hearings instagram interview interviews letter media meeting
    memo month months morning night op-ed podcast post press print radio rally rallies
    remarks speech speeches statement statements stump summit television tour trail tweet tweets
    twitter video week weekend weeks year years afternoon evening""".split()
)
_AT_OCCASIONS = frozenset({"in", "on", "at", "from", "via"})
_WHILE = frozenset("after before despite during since through throughout until".split())
# "referred to the vote as a sham", "railed against the board for its delay".
_SAID_OF_IT = frozenset({"as", "for", "of", "than"})
_MARKS = frozenset({"that", "if"})


def is_circumstance(preposition: Token) -> bool:
    """Whether a phrase that hangs on a cue tells when or where it was done, not what."""
    if preposition.lower_ in _WHILE:
        return True
    if preposition.lower_ not in _AT_OCCASIONS:
        return False
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if noun is None:
        return False
    year = noun.text.isdigit() and len(noun.text) == 4
    return year or noun.text in DAYS or noun.lower_ in _OCCASIONS


def extended(cue: Token, last: int) -> int:
    """The end of a stretch with what goes on with it: "called for her | to resign"."""
    doc = cue.doc
    while last + 1 < cue.sent.end:
        after = doc[last + 1]
        marked = after.dep_ == "mark" and after.lower_ in _MARKS
        infinitive = after.tag_ == "TO" and after.head.tag_ == "VB"
        if (marked or infinitive) and after.head.i > after.i:
            end = after.head.right_edge.i
        elif after.dep_ == "prep" and after.lower_ in _SAID_OF_IT and after.head.i == cue.i:
            end = after.right_edge.i
        else:
            break
        if end <= last:
            break
        last = end
    return last


def without_aside(cue: Token, first: int, last: int) -> int:
    """The end of a stretch without a relative clause told in passing: ", who has resigned"."""
    doc = cue.doc
    for token in doc[first : last + 1]:
        if token.dep_ != "relcl" or not all(
            doc[i].is_punct for i in range(token.right_edge.i + 1, last + 1)
        ):
            continue
        start = token.left_edge.i
        if start > first + 1 and doc[start - 1].text == ",":
            return start - 2
    return last
