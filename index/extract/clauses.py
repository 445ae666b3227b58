"""Cues and what they bring: the clauses of the narrator's text that report speech or acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.article import Span
from index.extract.cues import ADDRESSED, CUES, LOOSE, SPEECH_NOUNS, Cue
from index.extract.lexicon import DAYS
from index.extract.mentions import Mention, mention_at, noun_phrase, subject_of
from index.extract.outer import Outer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE = ("ccomp",)
_INSERTED = ("parataxis", "ccomp", "advcl", "dep", "relcl", "acl", "conj", "appos", "intj")
_STRIP = frozenset({"that", "and", "but", "or", "nor", "so"})
_DAY_PARTS = frozenset("morning evening afternoon night".split())


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
    for token in doc:
        place = outer.places[token.idx]
        if any(a <= place < b for a, b in kept):
            continue
        cue = CUES.get(token.lower_)
        if cue is not None and _is_verb(token, outer):
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


def _is_verb(token: Token, outer: Outer) -> bool:
    if token.tag_.startswith("VB"):
        return token.dep_ not in ("amod", "compound", "aux", "auxpass", "prep")
    # Taggers take the verb after a quotation for a noun now and then.
    return token.dep_ == "ROOT" and token.lower_ in ("says", "said", "notes", "claims", "states")


def _verb_report(verb: Token, cue: Cue, outer: Outer) -> Report | None:
    subject = subject_of(verb)
    speaker = mention_at(subject, outer) if subject is not None else None
    edge = _group_start(verb, subject)
    contents = _joined(_complements(verb, cue, outer, edge))
    inserted = False
    if not contents and cue.clause and cue.kind != "act":
        contents = list(_around(verb, subject, outer, edge))
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


def _group_start(verb: Token, subject: Token | None) -> Token:
    """The first token of subject and verb together."""
    first = verb.i
    for child in verb.lefts:
        if child.dep_ in ("aux", "neg", "advmod", "auxpass") and child.i < first:
            first = min(first, child.left_edge.i)
    if subject is not None and subject.i < verb.i and subject in verb.children:
        first = min(first, noun_phrase(subject)[0])
    if first > verb.sent.start and verb.nbor(first - verb.i - 1).lower_ == "as":
        first -= 1
    return verb.doc[first]


def _complements(verb: Token, cue: Cue, outer: Outer, edge: Token) -> Iterator[Span]:
    addressed = cue.lemma in ADDRESSED
    for child in verb.children:
        dep = child.dep_
        if (cue.clause and dep in _CLAUSE and not _is_modal_shell(child)) or (dep == "conj" and cue.clause and child.i > verb.i and _has_that(child)):
            span = _clip(child, verb, edge, outer)
            if span is not None:
                yield span
        elif dep in ("xcomp", "ccomp", "advcl") and cue.infinitive and child.i > verb.i:
            if dep == "advcl" and not any(c.tag_ == "TO" for c in child.lefts):
                continue
            span = _clip(child, verb, edge, outer)
            if span is not None:
                yield span
        elif dep in ("dobj", "dative") and child.i > verb.i and cue.thing and not addressed:
            if (
                cue.kind == "speech"
                and verb.dep_ in ("acl", "xcomp", "relcl")
                and verb.tag_ == "VB"
            ):
                continue  # "efforts to condemn": nobody has spoken
            span = _thing(child, verb, outer)
            if span is not None:
                yield span
        elif dep in ("prep", "agent") and child.lower_ in cue.prepositions and child.i > verb.i:
            span = _clip(child, verb, edge, outer, skip_first=True)
            if span is not None:
                yield span


def _has_that(clause: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)


def _joined(spans: Iterator[Span]) -> list[Span]:
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


def _is_modal_shell(child: Token) -> bool:
    return child.i < child.head.i and child.tag_ == "VBG" and child.dep_ == "advcl"


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
    return _tokens(noun.doc, noun.left_edge.i, last, outer)


def _clip(
    clause: Token, verb: Token, edge: Token, outer: Outer, *, skip_first: bool = False
) -> Span | None:
    """The stretch of a clause that hangs on a verb, without the verb's own words."""
    first, last = clause.left_edge.i, clause.right_edge.i
    if clause.i < verb.i:
        last = min(last, edge.i - 1)
        if first >= edge.i:
            return None
    else:
        first = _after_day(verb.doc, max(first, verb.i + 1), last)
    if skip_first:
        first = clause.i + 1
        for child in verb.rights:  # "called on both sides to stop"
            if child.i > clause.i and child.dep_ == "xcomp":
                last = max(last, child.right_edge.i)
    return _tokens(verb.doc, first, last, outer)


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


def _around(verb: Token, subject: Token | None, outer: Outer, edge: Token) -> Iterator[Span]:
    """What was said around an inserted cue: "A, X said, B"."""
    doc = verb.doc
    sent = verb.sent
    if edge.i == sent.start and _is_as(doc, edge.i, verb) and verb.head.i > verb.i:
        end = verb.right_edge.i  # "As X said, A"
        said = _tokens(doc, end + 1, verb.head.right_edge.i, outer)
        if said is not None:
            yield said
        return
    if edge.i == sent.start or doc[edge.i - 1].text not in (",", '"', "'", "-", "\u2013", "\u2014"):
        return
    after = _group_end(verb, subject)
    host = verb.head
    if verb.dep_ == "advcl" and edge.i > sent.start and not _is_as(doc, edge.i, verb):
        return
    if verb.dep_ in _INSERTED and host.i != verb.i and not _within(host, edge.i, after):
        first, last = host.left_edge.i, host.right_edge.i
    elif verb.dep_ == "ROOT":
        first, last = sent.start, edge.i - 1
        if any(c.dep_ in ("advcl", "prep", "npadvmod") and c.i < edge.i for c in verb.children):
            if not any(
                c.dep_ in ("dep", "intj", "dobj", "nsubj", "parataxis") and c.right_edge.i < edge.i
                for c in verb.children
            ):
                return
    else:
        return
    left = _tokens(doc, first, edge.i - 1, outer)
    relative = doc[first].tag_ in ("WP$", "WDT", "WP") and edge.i - first <= 5
    if left is not None and not relative and _says_something(doc, first, edge.i - 1, verb):
        yield left
    # What follows goes on only after a comma of its own.
    if after + 1 < sent.end and last > after and doc[after + 1].text == ",":
        right = _tokens(doc, after + 2, last, outer)
        if right is not None and verb.dep_ != "ROOT":
            yield right


def _is_as(doc: Doc, first: int, verb: Token) -> bool:
    """Whether the clause is of the kind of ", as X said,"."""
    return doc[first].lower_ == "as" or any(
        child.lower_ == "as" and child.dep_ in ("mark", "prep", "advmod") for child in verb.lefts
    )


def _within(token: Token, first: int, last: int) -> bool:
    return first <= token.i <= last


def _says_something(doc: Doc, first: int, last: int, verb: Token) -> bool:
    words = [doc[i] for i in range(first, last + 1) if not doc[i].is_punct]
    if len(words) < 2:
        return False
    if verb.dep_ == "ROOT":
        return any(word.tag_ in ("VBD", "VBP", "VBZ", "MD", "VB") for word in words)
    return any(word.tag_ not in ("CC", "RB", "IN", "WDT", "WP") for word in words)


def _group_end(verb: Token, subject: Token | None) -> int:
    last = verb.i
    for child in verb.rights:
        if child.dep_ == "punct":
            break
        if child.dep_ in ("ccomp", "advcl", "conj", "cc", "parataxis"):
            break
        last = max(last, child.right_edge.i)
    return last


def _tokens(doc: Doc, first: int, last: int, outer: Outer) -> Span | None:
    """The article's span of some tokens, without conjunctions and punctuation at its ends."""
    for i in range(first + 1, last):
        if doc[i].text == ";":  # what follows stands for itself
            last = i - 1
            break
    while first <= last and (
        (doc[first].is_punct and doc[first].text not in ('"', "'", "(", "$"))
        or doc[first].is_space
        or doc[first].lower_ in _STRIP
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
    while host.dep_ in (
        "prep",
        "pobj",
        "pcomp",
        "nummod",
        "compound",
        "dobj",
        "attr",
        "conj",
        "appos",
        "npadvmod",
    ) and (host.head.i != host.i and not host.tag_.startswith("V")):
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
        left = _tokens(doc, start, token.i - 1, outer)
        if left is not None and token.i - start >= 2:
            contents.append(left)
    if not contents or doc[min(phrase_end + 1, len(doc) - 1)].text == ",":
        right = _tokens(doc, phrase_end + 1, max(last, phrase_end), outer)
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
    span = _tokens(noun.doc, clause.left_edge.i, clause.right_edge.i, outer)
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
