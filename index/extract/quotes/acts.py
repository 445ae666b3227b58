"""What is attributed and is no speech: urging, hoping, fearing, planning, praising, opposing.

The kind "act". A cue may be a verb ("refused to go"), a noun ("her hope that it rains") or an
adjective ("is confident that it will"); `index.extract.words.actcues` says which complements carry
what is attributed. What stands inside speech is the speaker's to attribute, not the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.extract.parsing.lookup import tokens_with
from index.extract.quotes.borders import extended, is_circumstance, without_aside
from index.extract.quotes.complements import token_span
from index.extract.quotes.drafts import Draft, Paragraph
from index.extract.quotes.mentions import Mention, mention_at, subject_of
from index.extract.words.actcues import ACT_ADJECTIVES, ACT_NOUNS, ACT_VERBS, ACT_WORDS
from index.extract.words.lexicon import DAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTIONS = frozenset("who what when where why how whether if which whom whose".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"WDT", "WP"})

_IS = frozenset("is was are were".split())
_MAKES = frozenset("make makes made making".split())
# A verb with a particle is found by the verb.
_WATCHED = _MAKES.union(word.partition("+")[0] for word in ACT_WORDS)

# First and last token of what is attributed.
Stretch = tuple[int, int]


def draft_acts(paragraph: Paragraph, spoken: Sequence[Draft]) -> list[Draft]:
    """The acts of one paragraph, in order of place; `spoken` is its speech.

    Of acts inside one another only the outermost is told; one that is inside speech is not.
    """
    found: list[Draft] = []
    for draft in _all_acts(paragraph):
        places = [(draft.start, draft.end), draft.cue_span or (draft.start, draft.end)]
        if not any(one.start <= a and b <= one.end for one in spoken for a, b in places):
            found.append(draft)
    found.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in found:
        if not kept or draft.end > max(one.end for one in kept):
            kept.append(draft)
    return kept


def _all_acts(paragraph: Paragraph) -> Iterator[Draft]:
    outer, doc = paragraph.outer, paragraph.doc
    if outer is None or doc is None:
        return
    held = {one.start for one in outer.held.values()}
    kept = [one.outer for one in paragraph.marks if one.start not in held]
    for token in tokens_with(doc, "LOWER", _WATCHED):
        stretches = _stretches(token)
        if not stretches:
            continue
        place = outer.places[token.idx]
        if token.idx in outer.held or any(a <= place < b for a, b in kept):
            continue
        speaker = _who(token, paragraph)
        if speaker is None:
            continue  # "is expected to", "was accused of": it is not told by whom
        cue_span = outer.span(token.idx, token.idx + len(token.text))
        for first, last in stretches:
            last = without_aside(token, first, extended(token, last))
            span = token_span(doc, first, last, outer)
            if span is not None:
                yield Draft(
                    *span, "act", paragraph.number, (), speaker, token.text, cue_span, "clause"
                )


def _stretches(token: Token) -> list[Stretch]:
    """What a word attributes, nothing where it is no cue."""
    if token.tag_.startswith("VB"):
        if token.dep_ in ("aux", "auxpass", "amod", "compound"):
            return []
        particle = "".join("+" + child.lower_ for child in token.rights if child.dep_ == "prt")
        if token.lower_ in _MAKES:
            return list(_made_clear(token))
        frames = ACT_VERBS.get(token.lower_ + particle)
        found = list(_of_verb(token, frames)) if frames and not _is_only_due(token) else []
        felt = ACT_ADJECTIVES.get(token.lower_) if token.tag_ == "VBN" else None
        return found + list(_of_adjective(token, felt)) if felt else found
    if token.tag_ in ("NN", "NNS"):
        frames = ACT_NOUNS.get(token.lower_)
        return list(_of_noun(token, frames)) if frames else []
    if token.tag_ in ("JJ", "JJR"):
        frames = ACT_ADJECTIVES.get(token.lower_)
        return list(_of_adjective(token, frames)) if frames else []
    return []


def _who(token: Token, paragraph: Paragraph) -> Mention | None:
    outer = paragraph.outer
    head: Token | None = None
    if token.tag_.startswith("VB"):
        head = subject_of(token)
        if head is None and token.lower_ in ACT_ADJECTIVES:  # "was convinced that"
            head = next((child for child in token.lefts if child.dep_ == "nsubjpass"), None)
    elif token.tag_.startswith("NN"):
        head = next((child for child in token.children if child.dep_ == "poss"), None)
        if head is None and token.dep_ == "dobj" and token.head.tag_.startswith("VB"):
            head = subject_of(token.head)  # "expressed concern that"
    elif token.head.tag_.startswith("VB"):
        head = subject_of(token.head)
    if head is None or outer is None or head.idx in outer.held:
        return None
    return mention_at(head, outer, token if token.tag_.startswith("VB") else None)


# Verbs.


def _is_only_due(verb: Token) -> bool:
    """Whether somebody should do so, or seems to, and nobody is said to have."""
    if verb.dep_ == "xcomp" and verb.head.lower_.startswith(("seem", "appear")):
        return True
    return any(child.lower_ in ("should", "ought") and child.dep_ == "aux" for child in verb.lefts)


def _of_verb(verb: Token, frames: frozenset[str]) -> Iterator[Stretch]:
    if verb.tag_ == "VBN" and verb.dep_ == "acl":  # "a campaign focused on": nobody does it
        return
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive:
        yield from _of_passive(verb, frames)
        return
    objects = [
        child
        for child in verb.rights
        if child.dep_ in ("dobj", "dative") and child.text not in DAYS
    ]
    for child in verb.rights:
        clause = _clause(verb, child, frames, with_object=bool(objects))
        if clause is not None:
            yield clause
        elif child.dep_ == "prep" and not objects and f"prep:{child.lower_}" in frames:
            yield from _of_preposition(verb, child)
        elif "prep:for" in frames and child.dep_ in ("advcl", "ccomp", "xcomp"):
            yield from _for_somebody_to(child)
    if objects and subject_of(verb) is not None:
        yield from _of_object(verb, objects, frames)


def _clause(
    verb: Token, child: Token, frames: frozenset[str], *, with_object: bool
) -> Stretch | None:
    """A clause that hangs on a verb, where it is of a kind that the verb attributes."""
    if child.dep_ not in ("ccomp", "xcomp"):
        return None
    doc = verb.doc
    first, last = max(child.left_edge.i, verb.i + 1), child.right_edge.i
    if child.dep_ == "xcomp" and with_object:
        return None
    infinitive = _is_infinitive(child)
    if child.dep_ == "ccomp" and _is_that_clause(child):
        frame = "clause"
    elif doc[first].lower_ in _QUESTIONS:
        frame = "question"
    elif infinitive:
        frame = "to" if doc[first].tag_ == "TO" or child.dep_ == "xcomp" else "object-does"
    elif child.dep_ == "ccomp":
        frame = "clause" if _is_finite(child) else "object-does"
    elif child.tag_ == "VBG":
        frame = "gerund"
    else:
        return None
    return (first, last) if frame in frames else None


def _made_clear(verb: Token) -> Iterator[Stretch]:
    """ "Made (it) clear that it will rain"."""
    doc = verb.doc
    for child in verb.rights:
        if child.dep_ not in ("ccomp", "xcomp"):
            continue
        for clear in doc[verb.i + 1 : child.right_edge.i]:
            if clear.lower_ == "clear":
                yield clear.i + 1, child.right_edge.i
                return


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.lefts)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(child.tag_ in _FINITE for child in verb.lefts)


def _is_that_clause(verb: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.lefts)


def _of_preposition(verb: Token, preposition: Token) -> Iterator[Stretch]:
    if preposition.right_edge.i > preposition.i:
        yield preposition.i + 1, preposition.right_edge.i


def _for_somebody_to(clause: Token) -> Iterator[Stretch]:
    """ "Called for the board to resign"."""
    for child in clause.lefts:
        if child.lower_ == "for" and child.dep_ == "mark":
            yield child.i + 1, clause.right_edge.i


def _of_object(verb: Token, objects: Sequence[Token], frames: frozenset[str]) -> Iterator[Stretch]:
    """What a verb's object and the words after it carry."""
    noun = objects[-1]
    first, last = objects[0].left_edge.i, noun.right_edge.i
    if noun.i < verb.i:
        if noun.tag_ in _RELATIVES and "thing" in frames:
            yield noun.i, noun.i
        return
    after = _goes_on(verb, noun)
    if after is None:
        if "thing" in frames:
            yield first, last
        return
    end = max(last, after.right_edge.i)
    if after.dep_ in ("xcomp", "ccomp"):
        if _is_infinitive(after):
            if "asked" in frames:
                yield first, end
        elif "told" in frames or "question" in frames:
            yield after.left_edge.i, after.right_edge.i
    elif after.dep_ == "oprd":
        if "named" in frames:
            yield first, end
    elif after.lower_ == "as":
        if "as" in frames or "thing" in frames:
            yield first, end
    elif "thing" in frames:
        yield first, end


def _goes_on(verb: Token, noun: Token) -> Token | None:
    """What follows a verb's object and is said of it."""
    for child in verb.rights:
        if child.i < noun.i or child.dep_ not in ("xcomp", "ccomp", "oprd", "prep"):
            continue
        return None if child.dep_ == "prep" and is_circumstance(child) else child
    return None


def _of_passive(verb: Token, frames: frozenset[str]) -> Iterator[Stretch]:
    subjects = [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    agent = any(child.dep_ == "agent" for child in verb.rights)
    expected = False
    for child in verb.rights:
        if child.dep_ == "xcomp" and _is_infinitive(child) and "expected" in frames:
            expected = True
            yield child.left_edge.i, child.right_edge.i
        elif child.dep_ == "ccomp" and _is_that_clause(child) and "clause" in frames:
            yield child.left_edge.i, child.right_edge.i
        elif child.dep_ == "prep" and f"told:{child.lower_}" in frames:
            yield from _of_preposition(verb, child)
        elif child.dep_ == "oprd" and "named" in frames:
            yield child.left_edge.i, child.right_edge.i
    if expected or "told-of" in frames or (agent and ("thing" in frames or "as" in frames)):
        for subject in subjects:
            yield subject.left_edge.i, subject.right_edge.i


# Nouns and adjectives.


def _of_noun(noun: Token, frames: frozenset[str]) -> Iterator[Stretch]:
    if noun.dep_ == "nsubj" and noun.head.lower_ in _IS and "that" in frames:
        for child in noun.head.rights:  # "her hope is that it rains"
            if child.dep_ == "ccomp" and _is_that_clause(child):
                yield child.left_edge.i, child.right_edge.i
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl"):
            if (_is_that_clause(child) and "that" in frames) or (
                _is_infinitive(child) and "to" in frames
            ):
                yield child.left_edge.i, child.right_edge.i
        elif child.dep_ == "prep" and f"prep:{child.lower_}" in frames:
            yield from _of_preposition(noun, child)


def _of_adjective(adjective: Token, frames: frozenset[str]) -> Iterator[Stretch]:
    for child in adjective.rights:
        if child.dep_ in ("ccomp", "xcomp", "advcl"):
            that = _is_that_clause(child) or (child.dep_ == "ccomp" and _is_finite(child))
            if (that and "that" in frames) or (_is_infinitive(child) and "to" in frames):
                yield child.left_edge.i, child.right_edge.i
        elif child.dep_ == "prep" and f"prep:{child.lower_}" in frames:
            yield from _of_preposition(adjective, child)
