"""What a cue verb brings: clauses, infinitives, things, as stretches of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.article import Span
from index.extract.quotes.outer import Outer
from index.extract.words.cues import ADDRESSED, LOOSE, SPEECH_NOUNS, Cue
from index.extract.words.lexicon import DAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STRIP = frozenset({"and", "but", "or", "nor", "so"})
_FINITE = frozenset("VBD VBZ VBP MD".split())
_NOMINAL = frozenset("DT PRP PRP$ NN NNS NNP NNPS JJ JJR JJS VBG CD EX".split())
_NO_CLAUSE_ALONE = ADDRESSED | LOOSE | {"add", "write", "protest"}
_ASIDES = frozenset("who though although despite".split())
_MANNER = frozenset("way ways manner extent moment time day fact so".split())
RUNS_ON = frozenset(
    """WP WDT WP$ TO MD VBD VBZ VBP VBN VB PRP because if than of that when as about
    against""".split()
)
"""Tags and words with which a clause goes on that was cut short."""

_DAY_PARTS = frozenset("morning evening afternoon night".split())


def complements(verb: Token, cue: Cue, outer: Outer, edge: Token) -> list[Span]:
    """The stretches that a cue verb attributes, in order of place.

    `edge` is the first token of subject and verb together. A second "that" clause goes on with
    the first; what stands inside another stretch is not told twice.
    """
    found: list[Span | None] = []
    for child in verb.children:
        if _is_clause(child, verb, cue):
            found.append(_clip(child, verb, edge, outer))
        elif child.i < verb.i:
            continue
        elif child.dep_ in ("dobj", "dative") and _takes_things(verb, cue):
            found.append(_thing(child, verb, outer))
        elif child.dep_ in ("prep", "agent") and child.lower_ in cue.prepositions:
            found.append(_clip(child, verb, edge, outer, skip_first=True))
    if not found and cue.clause and cue.kind != "act":
        found.extend(_unparsed_clause(verb, cue, edge, outer))
    if not found and cue.prepositions:
        found.append(_of_addressed(verb, cue, outer))
    return _joined([span for span in found if span is not None])


def _unparsed_clause(verb: Token, cue: Cue, edge: Token, outer: Outer) -> list[Span | None]:
    """The clause after a cue where parsers hang it on something else, or on nothing.

    "Said in a message that …", "say taxing consumption encourages thrift", "said after the
    meeting he would not sign": it runs from its "that", or its subject, to the sentence's end.
    """
    doc, end = verb.doc, verb.sent.end
    if verb.tag_ == "VB" and verb.dep_ == "xcomp":
        return []
    first = _hanging_that(verb, end)
    if first is None and cue.kind != "act" and cue.lemma not in _NO_CLAUSE_ALONE:
        first = _hanging_subject(verb, edge, end)
    if first is None:
        return []
    if doc[first].lower_ == "that" and doc[first].dep_ == "mark" and doc[first].head.i > first:
        end = doc[first].head.right_edge.i + 1
        while end < verb.sent.end and doc[end].text not in (",", ";", "and", "but"):
            end += 1
    return [token_span(doc, first, end - 1, outer)]


def _hanging_that(verb: Token, end: int) -> int | None:
    doc = verb.doc
    for i in range(verb.i + 1, end):
        token = doc[i]
        if token.text in (";", ":") or token.tag_ in _FINITE:
            return None
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ == "mark":
            noun = doc[i - 1].lower_ in SPEECH_NOUNS or doc[i - 1].lower_ in _MANNER
            return None if noun or token.head.i < i else i
    return None


def _hanging_subject(verb: Token, edge: Token, end: int) -> int | None:
    """Where a clause without "that" begins after a cue whose subject stands before it."""
    doc, at = verb.doc, verb.i + 1
    before = doc[verb.sent.start : verb.i]
    if edge.i == verb.i or at >= end or any(token.text == '"' for token in before):
        return None
    if doc[at].tag_ == "IN":
        while at < end and not (doc[at].tag_ == "PRP" and doc[at].dep_ == "nsubj"):
            if doc[at].is_punct or doc[at].tag_ in _FINITE or doc[at].tag_[0] == "W":
                return None
            at += 1
        if at >= end or doc[at - 1].tag_ not in ("NN", "NNS", "NNP", "CD"):
            return None
        return at
    if doc[at].tag_ not in _NOMINAL:
        return None
    for i in range(at, end):
        if doc[i].tag_ in _FINITE:
            return at if i > at else None
        if doc[i].is_punct or doc[i].tag_[0] == "W":
            return None
    return None


def _of_addressed(verb: Token, cue: Cue, outer: Outer) -> Span | None:
    """What hangs on the one spoken to, as parsers see it: "accused the council of neglect"."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            for phrase in child.rights:
                if phrase.dep_ == "prep" and phrase.lower_ in cue.prepositions:
                    return token_span(verb.doc, phrase.i + 1, phrase.right_edge.i, outer)
    return None


def _is_clause(child: Token, verb: Token, cue: Cue) -> bool:
    """Whether a word that hangs on a cue heads a clause that says what was said."""
    if cue.clause and child.dep_ == "ccomp":
        return True
    # "which they say left a gap": the clause lacks the subject that stands before.
    if cue.clause and verb.dep_ == "relcl" and child.dep_ == "xcomp" and child.i > verb.i:
        return child.tag_ in ("VBD", "VBZ", "VBP")
    if cue.clause and child.dep_ == "conj" and child.i > verb.i and _has(child, "that"):
        return True
    if not cue.infinitive or child.i < verb.i:
        return False
    return child.dep_ in ("xcomp", "ccomp") or (child.dep_ == "advcl" and _has(child, "to"))


def _takes_things(verb: Token, cue: Cue) -> bool:
    if not cue.thing or cue.lemma in ADDRESSED:
        return False
    # "efforts to condemn the plan": nobody has spoken.
    only_meant = verb.tag_ == "VB" and verb.dep_ in ("acl", "xcomp", "relcl")
    return not (cue.kind == "speech" and only_meant)


def _has(clause: Token, word: str) -> bool:
    return any(child.lower_ == word and child.dep_ in ("mark", "aux") for child in clause.lefts)


def _joined(spans: list[Span]) -> list[Span]:
    """Spans without those inside others; a second "that" clause goes on with the first."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if kept and end <= kept[-1][1]:
            continue
        if kept and start - kept[-1][1] <= 12:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _thing(noun: Token, verb: Token, outer: Outer) -> Span | None:
    """A noun phrase as what was said, with what is said of it ("described him as a liar")."""
    if noun.text in DAYS:
        return None
    if noun.tag_ in ("PRP", "WP", "WDT") and not any(
        c.dep_ in ("prep", "oprd", "xcomp") and c.i > noun.i for c in verb.children
    ):
        return None
    last = noun.right_edge.i
    for child in verb.rights:
        if child.i <= noun.i:
            continue
        if (
            child.dep_ == "prep"
            and child.lower_ in ("as", "for", "of", "to", "with", "against", "on")
        ) or child.dep_ in ("oprd", "xcomp", "ccomp"):
            last = max(last, child.right_edge.i)
        elif child.dep_ not in ("npadvmod", "advmod"):
            break
    return token_span(noun.doc, noun.left_edge.i, last, outer)


def _clip(
    clause: Token, verb: Token, edge: Token, outer: Outer, *, skip_first: bool = False
) -> Span | None:
    """The stretch of a clause that hangs on a verb, without the verb's own words."""
    first, last = clause.left_edge.i, clause.right_edge.i
    if clause.i < verb.i:
        # "A; she added that B": A is a sentence of its own.
        if any(verb.doc[i].text in (";", ":") for i in range(clause.i, edge.i)):
            return None
        last = min(last, edge.i - 1)
        if first >= edge.i:
            return None
    else:
        first = _after_day(verb.doc, max(first, verb.i + 1), last)
        last = _before_aside(verb.doc, first, _as_far_as_it_runs(verb, last))
    if skip_first:
        first = clause.i + 1
        for child in verb.rights:  # "called on both sides to stop"
            if child.i > clause.i and child.dep_ == "xcomp":
                last = max(last, child.right_edge.i)
    return token_span(verb.doc, first, last, outer)


def _as_far_as_it_runs(verb: Token, last: int) -> int:
    """The end of a clause that parsers cut short: "the only choice for those | who work".

    What follows without a comma goes on with it, but for circumstances, which may be the cue's.
    """
    doc, end = verb.doc, verb.sent.end
    at = last + 1
    if at < end and doc[at].text == '"':
        at += 1
    if at >= end or (doc[at].tag_ not in RUNS_ON and doc[at].lower_ not in RUNS_ON):
        return last
    # "Voters who say it is dear were divided": the verb is that of the voters.
    if doc[at].tag_ in ("VBD", "VBZ", "VBP", "MD") and verb.dep_ != "ROOT":
        return last
    while at < end and not doc[at].is_punct and doc[at].tag_ != "CC":
        at += 1
    return at - 1


def _before_aside(doc: Doc, first: int, last: int) -> int:
    """The end of a clause before what the narrator adds: "…, who lives in Ohio", "…, though …"."""
    for i in range(first + 2, last - 2):
        if doc[i].text != "," or doc[i + 1].lower_ not in _ASIDES:
            continue
        if doc[i + 3].text == ",":  # "a dear, although brief, visit"
            continue
        begins = doc[i + 1]
        aside = begins if begins.dep_ == "prep" else begins.head
        if begins.dep_ in ("prep", "mark", "nsubj") and aside.right_edge.i >= last:
            return i - 1
    return last


def _after_day(doc: Doc, first: int, last: int) -> int:
    """The token after "on Monday", "in April": the day is the cue's, not the clause's."""
    at = first
    while at <= last and doc[at].lower_ in ("on", "in", "late", "early", "last", "earlier"):
        at += 1
    if at <= last and doc[at].text in DAYS:
        while at < last and (doc[at + 1].like_num or doc[at + 1].lower_ in _DAY_PARTS):
            at += 1
        if at < last and doc[at + 1].text not in (",", "'s"):
            return at + 1
    return first


def _is_relative(token: Token) -> bool:
    """Whether "that" is a pronoun; taggers take the one before a clause for it too."""
    return token.lower_ == "that" and token.tag_ in ("WDT", "WP") and token.dep_ != "mark"


def token_span(
    doc: Doc, first: int, last: int, outer: Outer, *, whole: bool = False
) -> Span | None:
    """The article's span of some tokens, without conjunctions and punctuation at its ends.

    The "that" of a clause belongs to it, as it does in the annotated news that the rules are
    measured on; a relative pronoun does not. A semicolon ends it but for the `whole` of it.
    """
    for i in range(first + 1, last):
        if doc[i].text == ";" and not whole:  # what follows stands for itself
            last = i - 1
            break
    while first <= last and (
        (doc[first].is_punct and doc[first].text not in ('"', "'", "(", "$"))
        or doc[first].is_space
        or doc[first].lower_ in _STRIP
        or _is_relative(doc[first])
    ):
        first += 1
    while last >= first and (
        (doc[last].is_punct and doc[last].text not in ('"', "'", ")", "%", "?", "!"))
        or doc[last].is_space
    ):
        last -= 1
    if last < first or (last == first and doc[first].is_punct):
        return None
    return outer.span(doc[first].idx, doc[last].idx + len(doc[last].text))
