"""Cues and what they bring: the clauses of the narrator's text that report speech or acts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.parsing.lookup import tokens_with
from index.extract.quotes.complements import complements
from index.extract.quotes.inserted import around, fragment_before, group_start
from index.extract.quotes.mentions import Mention, mention_at, subject_of
from index.extract.quotes.outer import Outer
from index.extract.quotes.phrases import according, noun_report
from index.extract.quotes.report import Report, report_of
from index.extract.quotes.unsaid import is_unsaid
from index.extract.words.cues import BESIDE_MARKS, CUES, LOOSE, PARTICLES, SPEECH_NOUNS, Cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GOES_ON = frozenset({",", ".", ":", "to", "in"})
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ness|ity|ing|ship|[ae]nce|ism|ory|ics|ure|cy)s?$")
_WATCHED = frozenset({*CUES, *SPEECH_NOUNS, "according"})


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
            report = according(token, outer)
        elif token.lower_ in SPEECH_NOUNS:
            report = noun_report(token, outer)
        else:
            continue
        if report is not None:
            found.append(report)
    return _without_tails(found, doc, outer)


def _is_verb(token: Token) -> bool:
    if token.i == token.sent.start + 1 and token.nbor(-1).lower_ in ("that", "all"):
        return token.i + 1 < len(token.doc) and token.nbor().text != ","  # "That said, …"
    if token.lower_ in PARTICLES:  # "…," she went on, "…"
        after = token.doc[token.i + 1 : token.i + 3]
        particle = PARTICLES[token.lower_]
        return len(after) == 2 and after[0].lower_ == particle and after[1].lower_ in _GOES_ON
    if token.lower_ == "asked" and token.tag_ == "VBN" and _is_asked_at(token):
        return False
    if token.tag_.startswith("VB"):
        return token.dep_ not in ("amod", "compound", "aux", "auxpass", "prep")
    # Taggers take the verb after a quotation for a noun now and then.
    return token.dep_ == "ROOT" and token.lower_ in ("says", "said", "notes", "claims", "states")


def _is_asked_at(token: Token) -> bool:
    """Whether the word begins "(when) asked why, …": nobody is named who asked."""
    before = token.i - token.sent.start
    return before == 0 or (before == 1 and token.nbor(-1).lower_ in ("when", "if", "but"))


def _verb_report(verb: Token, cue: Cue, outer: Outer) -> Report | None:
    subject = subject_of(verb)
    if is_unsaid(verb, cue, subject):
        return None
    speaker = mention_at(subject, outer, verb) if subject is not None else None
    edge = group_start(verb, subject)
    if cue.lemma in BESIDE_MARKS:
        may = speaker is None or _may_be(speaker, cue)
        return report_of(verb, cue, outer, speaker, [], False, edge) if may else None
    contents = _without(complements(verb, cue, outer, edge), subject, outer)
    inserted = False
    if not contents and cue.clause and cue.kind != "act":
        contents = _without(list(around(verb, outer, edge)), subject, outer)
        inserted = bool(contents)
    elif cue.clause:
        inserted = bool(contents) and contents[0][0] < outer.places[edge.idx]
    if speaker is not None and not _may_be(speaker, cue):
        return None
    lead = fragment_before(verb, outer, edge) if cue.clause and cue.kind != "act" else None
    if lead is not None and contents and contents[0][0] > outer.places[verb.idx]:
        contents.insert(0, lead)
        inserted = True
    report = report_of(verb, cue, outer, speaker, contents, inserted, edge)
    return replace(report, lead=lead) if lead is not None and not contents else report


def _without(contents: list[Span], subject: Token | None, outer: Outer) -> list[Span]:
    """Contents without any that holds the speaker, where parsers take speakers for objects."""
    if subject is None:
        return contents
    place = outer.places[subject.idx]
    return [span for span in contents if not span[0] <= place < span[1]]


def _may_be(speaker: Mention, cue: Cue) -> bool:
    """Whether this can be the subject of this cue: "The show of unity showed how" is no speech."""
    if not speaker.head[:1].isalnum():  # "some who *think* so"
        return False
    if speaker.speaks or cue.kind == "say":
        return True
    # The table of nouns for people has an end; what is thought or done tells itself by its ending.
    person = speaker.form == "noun" and not _ABSTRACT.search(speaker.head)
    return person and cue.kind == "speech" and cue.lemma not in LOOSE


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
            # "…, which it says must not be abandoned" is said anew; "those who say so" are told of.
            spoken = other.cue.kind != "act" and (
                other.speaker is None
                or other.speaker.antecedent is None
                or doc[max(0, token.left_edge.i - 1)].text == ","
            )
            anew = token.dep_ == "relcl" and spoken and bool(other.contents) and token.i > 1
            beside = _is_contrast(token) and bool(other.contents)
            if other is report or other.token < report.token:
                continue
            if not (tail or joined or anew or beside):
                continue
            left = token.left_edge.i if anew or beside else other.left
            cut = outer.places[doc[left].idx]
            for index, (start, end) in enumerate(contents):
                if start < cut < end:
                    contents[index] = (start, _back(outer, doc, left, start))
        contents = [span for span in contents if span[1] > span[0]]
        trimmed.append(replace(report, contents=tuple(contents)))
    return trimmed


def _is_contrast(verb: Token) -> bool:
    """Whether somebody else is set beside the one who spoke: ", while others said that"."""
    first = verb.left_edge
    subject = any(child.dep_ == "nsubj" for child in verb.lefts)
    return (
        verb.dep_ == "advcl"
        and subject
        and first.lower_ in ("while", "whereas")
        and first.i > 0
        and first.nbor(-1).text == ","
    )


def _back(outer: Outer, doc: Doc, at: int, start: int) -> int:
    """The end of what stands before a token, without conjunction and punctuation."""
    at -= 1
    while at > 0 and (doc[at].text in (",", ";") or doc[at].lower_ in ("and", "but", "also")):
        at -= 1
    _, end = outer.span(doc[at].idx, doc[at].idx + len(doc[at].text))
    return max(start, end)
