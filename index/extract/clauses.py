"""Cues and what they bring: the clauses of the narrator's text that report speech or acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.complements import complements, token_span
from index.extract.cues import CUES, LOOSE, SPEECH_NOUNS, Cue
from index.extract.inserted import around, group_start
from index.extract.lookup import tokens_with
from index.extract.mentions import Mention, mention_at, subject_of
from index.extract.outer import Outer
from index.extract.unsaid import is_unsaid

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WATCHED = frozenset({*CUES, *SPEECH_NOUNS, "according"})
# What "according to" may hang on, on the way up to the verb of its clause.
_PHRASES = frozenset("prep pobj pcomp nummod compound dobj attr conj appos npadvmod".split())


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its speaker and the stretches of the article that it attributes.

    `inserted` is True for ", X said," and "X said" at a sentence's end: what was said stands
    before. `token` is the cue's place in the parsed paragraph, `sentence` the article's span of
    its sentence.
    """

    cue: Cue
    cue_span: Span
    word: str
    block: int
    token: int
    sentence: Span
    speaker: Mention | None
    contents: tuple[Span, ...]
    inserted: bool = False
    left: int = 0


def reports(doc: Doc, outer: Outer, kept: list[Span]) -> list[Report]:
    """All reports of one parsed paragraph, in order of place.

    `kept` are the article's spans between marks that stand in the narrator's text as they are:
    a verb inside them is no cue.
    """
    found: list[Report] = []
    for token in tokens_with(doc, "LOWER", _WATCHED):
        place = outer.places[token.idx]
        if any(a <= place < b for a, b in kept):
            continue
        cue = CUES.get(token.lower_)
        if cue is not None and _is_verb(token):
            report = _verb_report(token, cue, outer)
        elif token.lower_ == "according":
            report = _according(token, outer)
        elif token.lower_ in SPEECH_NOUNS:
            report = _noun_report(token, outer)
        else:
            continue
        if report is not None:
            found.append(report)
    return _without_tails(found, doc, outer)


def _is_verb(token: Token) -> bool:
    if token.tag_.startswith("VB"):
        return token.dep_ not in ("amod", "compound", "aux", "auxpass", "prep")
    # Taggers take the verb after a quotation for a noun now and then.
    return token.dep_ == "ROOT" and token.lower_ in ("says", "said", "notes", "claims", "states")


def _verb_report(verb: Token, cue: Cue, outer: Outer) -> Report | None:
    subject = subject_of(verb)
    if is_unsaid(verb, cue, subject):
        return None
    speaker = mention_at(subject, outer, verb) if subject is not None else None
    edge = group_start(verb, subject)
    contents = complements(verb, cue, outer, edge)
    inserted = False
    if not contents and cue.clause and cue.kind != "act":
        contents = list(around(verb, outer, edge))
        inserted = bool(contents)
    elif cue.clause:
        inserted = bool(contents) and contents[0][0] < outer.places[edge.idx]
    if speaker is not None and not _may_be(speaker, cue):
        return None
    return _report(verb, cue, outer, speaker, contents, inserted, edge)


def _may_be(speaker: Mention, cue: Cue) -> bool:
    """Whether this can be the subject of this cue: "The show of unity showed how" is no speech."""
    if speaker.speaks or cue.kind == "say":
        return True
    return cue.kind == "speech" and cue.lemma not in LOOSE and speaker.form == "noun"


def _report(
    token: Token,
    cue: Cue,
    outer: Outer,
    speaker: Mention | None,
    contents: list[Span],
    inserted: bool,
    edge: Token,
) -> Report:
    sent = token.sent
    return Report(
        cue,
        outer.span(token.idx, token.idx + len(token.text)),
        token.text,
        outer.block,
        token.i,
        outer.span(sent.start_char, sent.end_char),
        speaker,
        tuple(contents),
        inserted,
        edge.i,
    )


def _according(token: Token, outer: Outer) -> Report | None:
    """ "According to X, A" and "A, according to X": the clause that the phrase hangs on."""
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
    host = token.head
    while host.dep_ in _PHRASES and host.head.i != host.i and not host.tag_.startswith("V"):
        host = host.head
    sent = token.sent
    first, last = (
        (host.left_edge.i, host.right_edge.i)
        if host.dep_ in ("relcl", "ccomp", "conj", "advcl")
        else (sent.start, sent.end - 1)
    )
    phrase_end = max(to.right_edge.i, noun.right_edge.i)
    contents: list[Span] = []
    if token.i > first:
        start = first
        if host.dep_ == "relcl":
            while start < host.i and (
                doc[start].tag_ in ("WDT", "WP", "WP$", "WRB") or doc[start].tag_ == "IN"
            ):
                start += 1
        left = token_span(doc, start, token.i - 1, outer)
        if left is not None and token.i - start >= 2:
            contents.append(left)
    if not contents or doc[min(phrase_end + 1, len(doc) - 1)].text == ",":
        right = token_span(doc, phrase_end + 1, max(last, phrase_end), outer)
        if right is not None and (not contents or last - phrase_end > 3):
            contents.append(right)
    cue = Cue("according to", "say")
    report = _report(token, cue, outer, speaker, contents, bool(contents), token)
    end = to.idx + len(to.text)
    return replace(report, cue_span=outer.span(token.idx, end), word="according to")


def _noun_report(noun: Token, outer: Outer) -> Report | None:
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
    return _report(noun, cue, outer, mention_at(owner, outer), [span], False, noun)


def _without_tails(found: list[Report], doc: Doc, outer: Outer) -> list[Report]:
    """Cut what a report says where the next one begins: "…, adding that", "… and suggested"."""
    trimmed: list[Report] = []
    for report in found:
        contents = list(report.contents)
        for other in found:
            token = doc[other.token]
            tail = token.tag_ == "VBG" and token.i > 0 and doc[token.i - 1].text in (",", '"')
            joined = (
                token.dep_ == "conj"
                and report.speaker is not None
                and other.speaker is not None
                and other.speaker.span == report.speaker.span
            )
            # "…, which it says must not be abandoned" is said anew.
            anew = token.dep_ == "relcl" and bool(other.contents) and token.i > 1
            if other is report or not (tail or joined or anew) or other.token < report.token:
                continue
            left = token.left_edge.i if anew else other.left
            cut = outer.places[doc[left].idx]
            for index, (start, end) in enumerate(contents):
                if start < cut < end:
                    contents[index] = (start, _back(outer, doc, left, start))
        contents = [span for span in contents if span[1] > span[0]]
        trimmed.append(replace(report, contents=tuple(contents)))
    return trimmed


def _back(outer: Outer, doc: Doc, at: int, start: int) -> int:
    """The end of what stands before a token, without conjunction and punctuation."""
    at -= 1
    while at > 0 and (doc[at].text in (",", ";") or doc[at].lower_ in ("and", "but", "also")):
        at -= 1
    _, end = outer.span(doc[at].idx, doc[at].idx + len(doc[at].text))
    return max(start, end)
