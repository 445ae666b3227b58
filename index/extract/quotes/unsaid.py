"""What was not said: "did not say when", "declined to comment", "nobody said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.extract.words.cues import CUES, Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

_WITHHOLDS = frozenset(
    """decline declines declined declining refuse refuses refused refusing fail fails failed
    failing neglect neglects neglected neglecting forget forgets forgot forgotten avoid avoids
    avoided avoiding omit omits omitted unable unwilling reluctant unprepared
    forbidden""".split()
)
_DOES_ALL_THE_SAME = frozenset("hesitate shy flinch fail forget tire stop".split())
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_WITHOUT = frozenset({"without", "from", "of", "against"})
_STOPS_SHORT = frozenset(
    """refrain refrains refrained refraining stop stops stopped stopping short abstain abstained
    shy shied""".split()
)


def is_unsaid(verb: Token, cue: Cue, subject: Token | None) -> bool:
    """Whether a cue is told of as not spoken, so that what hangs on it was never said.

    What somebody does not believe or does not want is an act of its own; what somebody said
    "not only" was said.
    """
    if cue.lemma == "think" and _is_asked_about(verb):
        return True
    if cue.kind == "act" or cue.lemma == "think":
        words = [c for c in verb.children if c.dep_ == "xcomp" and c.lower_ in CUES]
        return any(CUES[word.lower_].kind != "act" and _withheld(word) for word in words)
    if _is_asked_about(verb):
        return True
    return is_negated(verb) or _withheld(verb) or (subject is not None and _is_nobody(subject))


def _is_asked_about(verb: Token) -> bool:
    """Whether it is a question if somebody says so: "asked whether he thinks that"."""
    asked = verb.head.lower_.startswith(("ask", "wonder"))
    return asked and any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in verb.lefts)


def is_negated(verb: Token) -> bool:
    """Whether a verb is denied: by "not", "never" or "neither"."""
    for child in verb.lefts:
        only = child.i + 1 < len(verb.doc) and child.nbor().lower_ in ("only", "just", "merely")
        if (child.dep_ == "neg" or child.lower_ in ("never", "neither", "nor")) and not only:
            return True
    if verb.dep_ != "conj" or verb.tag_ != "VB" or any(c.dep_ == "aux" for c in verb.lefts):
        return False
    joined = any(child.lower_ in ("or", "nor") for child in verb.head.children)
    return joined and (is_negated(verb.head) or _withheld(verb.head))


def _withheld(verb: Token) -> bool:
    """Whether a verb hangs on another that says it was not done: "refused to say"."""
    head = verb.head
    if head.i == verb.i:
        return False
    if verb.dep_ in ("xcomp", "advcl", "acl") and any(c.tag_ == "TO" for c in verb.lefts):
        if head.i > verb.i:
            return False
        denied = is_negated(head) and head.lower_ not in _DOES_ALL_THE_SAME
        return (denied and verb.dep_ == "xcomp") or (
            head.lower_ in _WITHHOLDS and not is_negated(head)
        )
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return head.lower_ in _WITHHOLDS and not is_negated(head)
    if verb.dep_ == "pcomp" and head.lower_ in _WITHOUT:
        return head.lower_ == "without" or head.head.lower_ in _STOPS_SHORT
    return False


def _is_nobody(subject: Token) -> bool:
    if subject.lower_ in _NOBODY:
        return True
    return any(
        child.lower_ in ("no", "neither") and child.dep_ in ("det", "preconj", "cc")
        for child in subject.children
    )
