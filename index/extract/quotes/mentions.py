"""Who is said to speak: the subject of a cue verb, as the text names it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.article import Span
from index.extract.quotes.joint import widened
from index.extract.quotes.outer import Outer
from index.extract.words.cues import CUES
from index.extract.words.lexicon import can_speak, is_document_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

Form = Literal["pronoun", "name", "noun", "label"]

_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
SPEAKING_PRONOUNS = frozenset(
    "he she they i we you who it one some many others few someone everyone both these those"
    " several most anyone nobody all".split()
)
# Verbs whose object is a document that they bring out: "issued a statement saying".
_BRINGS_OUT = frozenset(
    """issue issued issues issuing release released releases releasing send sent sends sending
    post posted posts write wrote publish published put give gave gives delivered deliver made
    make makes posted sent held hold holds""".split()
)
# Verbs whose object is the one written to: "emailed supporters saying".
_WRITES_TO = frozenset(
    "email emailed emails mail mailed text texted call called phoned wrote write told".split()
)
_READY = frozenset("likely quick careful eager".split())
_NP_BORDERS = frozenset({'"', "\u2014", "\u2013", "--", "---", ":", ";"})
_NP_PREPOSITIONS = frozenset("of for in at from with on to and & against".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """The words by which a text names a speaker. `head` is the head word in lower case.

    The form "label" is that of a transcript ("MR. CARNEY:"). `antecedent` is what a relative
    pronoun ("Cruz, who said") stands for.
    """

    span: Span
    head: str
    form: Form
    speaks: bool
    plural: bool = False
    head_span: Span = (0, 0)
    antecedent: Mention | None = None


_PERCEIVED = frozenset("heard seen shown recorded filmed overheard caught quoted".split())


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The head word of the one who speaks in this verb, None where the sentence has none."""
    if depth > 6:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    # "Asked whether it was so, an official said": the official was asked.
    having = any(child.dep_ == "aux" for child in verb.children)
    asked = verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBN" and not having
    if passive or asked:
        return _agent(verb) or (_of_fragment(verb) if asked else None)
    subjects: list[Token] = []
    for child in verb.children:
        if child.dep_ in _SUBJECTS and not _is_placeholder(child):
            if child.lower_ in ("what", "whatever", "'s", "there"):
                continue
            if child.lower_ in ("which", "that") and verb.dep_ != "relcl":
                continue
            subjects.append(child)
    if subjects:
        # "Voters, Clinton suggested, have …": parsers give the verb both.
        before = [child for child in subjects if child.i < verb.i]
        return before[-1] if before else subjects[0]
    return (
        _shown(verb)
        or _inverted(verb)
        or _inherited(verb, depth)
        or _nearby(verb)
        or _before_comma(verb)
    )


def _is_placeholder(token: Token) -> bool:
    return token.text == "This" and token.i > 0 and token.nbor(-1).text in ('"', "'")


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def _of_fragment(verb: Token) -> Token | None:
    """The subject where a sentence is read as a name with a participle: "Lee, a poet, tweeted"."""
    head = verb.head
    whole = head.dep_ == "ROOT" and head.tag_ in ("NNP", "NNPS")
    return head if whole and verb.i > head.i + 1 and verb.nbor(-1).text == "," else None


def _shown(verb: Token) -> Token | None:
    """Who is shown speaking: "footage of Ann Lee saying", "an aide can be heard saying"."""
    if verb.tag_ != "VBG" or verb.i == verb.sent.start:
        return None
    if verb.head.lower_ in _PERCEIVED and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        subjects = [one for one in verb.head.lefts if one.dep_ == "nsubjpass"]
        return subjects[-1] if subjects and not _is_placeholder(subjects[-1]) else None
    before = verb.nbor(-1)
    return before if before.tag_ in ("NNP", "NNPS") and before.dep_ == "pobj" else None


def _inverted(verb: Token) -> Token | None:
    """The subject after its verb: "…," said Lavrov."""
    before = verb.nbor(-1) if verb.i > 0 else None
    finite = verb.tag_ in ("VBD", "VBZ", "VBP")
    if before is None or before.text not in ('"', "'", ",") or not finite:
        return None
    for child in verb.rights:
        if _is_placeholder(child) or child.i > verb.i + 12:
            return None
        if child.dep_ in ("dobj", "attr", "dep", "npadvmod", "oprd", "appos", "dative") and (
            child.tag_ in ("NNP", "NNPS", "NN", "NNS") or child.lower_ in SPEAKING_PRONOUNS
        ):
            return child
    return _first_after(verb) if before.text == '"' else None


def _first_after(verb: Token) -> Token | None:
    """The head of the name right after a verb that follows a quotation."""
    doc, at = verb.doc, verb.i + 1
    if at >= verb.sent.end or doc[at].tag_ not in ("NNP", "NNPS"):
        return None
    while at + 1 < verb.sent.end and doc[at].dep_ == "compound" and doc[at].head.i > at:
        at = doc[at].head.i
    return doc[at] if doc[at].tag_ in ("NNP", "NNPS", "NN", "NNS") and at < verb.i + 12 else None


def _nearby(verb: Token) -> Token | None:
    """Where the parse gives no subject: the first noun phrase between quotation and verb."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "conj", "amod"):
        return None
    doc = verb.doc
    start = verb.sent.start
    for i in range(verb.i - 1, start, -1):
        if doc[i - 1].text in ('"', ";") or doc[i].text == '"':
            start = i + 1 if doc[i].text == '"' else i
            break
    if any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(start, verb.i)):
        return None
    for i in range(start, verb.i):
        token = doc[i]
        if token.tag_ in ("IN", "RB", "WRB"):
            return None
        if token.tag_ in ("NNP", "NNPS") or token.lower_ in SPEAKING_PRONOUNS:
            while token.dep_ in ("compound", "poss") and start <= token.head.i < verb.i:
                token = token.head
            return token
        if token.tag_ in ("NN", "NNS") and can_speak(token.lower_) and token.dep_ != "compound":
            return token
        if _is_age(token):
            return token
    return None


def _before_comma(verb: Token) -> Token | None:
    """The end of an apposition right before the verb: "the chief, Ann Lee, bluntly said"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "ccomp"):
        return None
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].tag_ == "RB":
        at -= 1
    if at <= verb.sent.start or doc[at].text != ",":
        return None
    name = doc[at - 1]
    if name.tag_ in ("NNP", "NNPS") and name.dep_ in ("appos", "nsubj"):
        return name
    return _first_name(verb)


def _first_name(verb: Token) -> Token | None:
    """The name a sentence begins with, where all between it and the verb is set off by commas."""
    doc, at = verb.doc, verb.sent.start
    while at + 1 < verb.i and doc[at + 1].tag_ in ("NNP", "NNPS") and doc[at].tag_[:3] == "NNP":
        at += 1
    named = doc[at].tag_ in ("NNP", "NNPS") and at + 1 < verb.i
    return doc[at] if named and doc[at + 1].text == "," else None


def _is_age(token: Token) -> bool:
    """Whether a person is named by age: "the 54-year-old"."""
    return token.lower_ == "old" and token.i > 2 and token.nbor(-2).lower_ == "year"


def _inherited(verb: Token, depth: int) -> Token | None:
    """The subject that the verb shares with the one it hangs on."""
    head = verb.head
    if head.i == verb.i:
        return None
    if verb.dep_ == "conj":
        outer = head.head
        reported = (
            head.dep_ == "ccomp"
            and outer.lower_ in CUES
            and verb.tag_ == outer.tag_
            and (head.lower_ not in CUES or head.tag_ != verb.tag_)
        )
        # "said it was ready and suggested that …": the reporting verbs go together.
        return subject_of(outer if reported else head, depth + 1)
    after_marks = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == '"'
    if after_marks and head.dep_ == "ccomp" and head.head.lower_ in CUES:
        return subject_of(head.head, depth + 1)  # "said that “it was so,” suggesting that"
    above = _reporting_above(verb)
    if above is not None:
        return subject_of(above, depth + 1)
    if verb.dep_ == "xcomp" and head.lower_ in _READY and head.head.tag_.startswith("V"):
        return subject_of(head.head, depth + 1)  # "are more likely to say"
    if verb.dep_ in ("advcl", "xcomp", "ccomp", "dep", "parataxis", "pcomp") and (
        verb.tag_ in ("VBG", "VBN") or verb.dep_ == "xcomp" or _has_to(verb)
    ):
        if head.tag_.startswith("V") or head.dep_ == "ROOT":
            found = subject_of(head, depth + 1)
            if found is None and head.tag_.startswith("N"):
                return head
            return found
        if head.dep_ == "prep" and head.head.i != head.i:
            above = head.head
            return subject_of(above, depth + 1) if above.tag_.startswith("V") else None
        return None
    if verb.dep_ in ("acl", "relcl") and head.tag_.startswith("N"):
        above = head.head
        if head.dep_ == "dobj" and above.lower_ in _BRINGS_OUT:
            return subject_of(above, depth + 1) or head
        if verb.tag_ == "VBG":
            addressed = head.dep_ == "dobj" and above.lower_ in _WRITES_TO
            return subject_of(above, depth + 1) if addressed else head
        # "an effort to say": whoever makes the effort.
        return subject_of(above, depth + 1) if above.tag_.startswith("V") else None
    return None


def _reporting_above(verb: Token) -> Token | None:
    """The cue whose speaker goes on: "said the plan was dead, adding that it …"."""
    own = CUES.get(verb.lower_)
    if own is None or own.kind == "act" or verb.tag_ != "VBG" or verb.dep_ == "ccomp":
        return None
    if verb.i < 2 or verb.nbor(-1).text not in (",", "-", "\u2013", "\u2014", "--"):
        return None
    token = verb.head
    for _ in range(8):
        if token.head.i == token.i:
            return None
        reported, token = token.dep_ == "ccomp", token.head
        cue = CUES.get(token.lower_)
        if reported and cue is not None and cue.kind != "act" and token.tag_ != "VB":
            return token
    return None


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def noun_phrase(head: Token) -> tuple[int, int]:
    """First and last token of the noun phrase of a head: with titles, places and appositions.

    What tells a story about the noun (relative clauses, participles) is left out.
    """
    first = head.left_edge.i
    last = head.i
    doc = head.doc
    for i in range(head.i - 1, first - 1, -1):
        if doc[i].text in _NP_BORDERS:  # a dateline, or the end of a quotation
            first = i + 1
            break
    if proper := head.tag_ in ("NNP", "NNPS"):
        for i in range(head.i - 1, first - 1, -1):
            if doc[i].text == ",":  # "to Rubio to, now, Cruz, Wilkin said"
                first = i + 1
                break
    if _is_age(head) and first and doc[first - 1].lower_ in ("the", "a"):
        first -= 1
    while first < head.i and (doc[first].is_punct or doc[first].tag_ in ("CC", "RB", "IN")):
        first += 1
    for child in head.rights:
        if child.dep_ == "punct" or child.dep_ in ("cc", "case"):
            continue
        if child.dep_ == "prep" and child.lower_ in _NP_PREPOSITIONS:
            if child.i != last + 1 and not _follows(child, last):
                break
            last = max(last, _before_clause(child))
        elif _goes_on(child, proper):
            last = max(last, noun_phrase(child)[1])
        elif child.dep_ == "nmod" and child.i == last + 1:
            last = child.i
        else:
            break
    while last > head.i and (doc[last].is_punct or doc[last].lower_ in ("and", "'s")):
        last -= 1
    return first, last


def _goes_on(child: Token, proper: bool) -> bool:
    """Whether a noun joined to a head belongs to the mention: "and Hu", ", Anna White"."""
    if child.dep_ == "conj":
        return child.tag_[0] in "NP"
    return child.dep_ == "appos" and not proper and child.tag_ in ("NNP", "NNPS")


def _follows(child: Token, last: int) -> bool:
    return all(child.doc[i].text in ("'s", "(", ")") for i in range(last + 1, child.i))


def _before_clause(token: Token) -> int:
    """The last token of a phrase, before any relative or participial clause in it."""
    end = token.right_edge.i
    for child in token.subtree:
        if child.dep_ in ("relcl", "acl", "advcl") and child.i > token.i:
            end = min(end, child.left_edge.i - 1)
    while end > token.i and token.doc[end].is_punct:
        end -= 1
    return end


def _begins(token: Token) -> bool:
    """Whether a capital tells nothing: at a sentence's beginning, but for one after marks."""
    return bool(token.is_sent_start) and (token.i == 0 or token.nbor(-1).text != '"')


def mention_at(head: Token, outer: Outer, verb: Token | None = None) -> Mention:
    """The mention whose head word this is, with all who speak with it in `verb`."""
    pronoun = head.tag_ in ("PRP", "WP", "DT", "WDT") or head.lower_ in SPEAKING_PRONOUNS
    # At the beginning of a sentence taggers take "Trump" for a noun.
    proper = head.tag_ in ("NNP", "NNPS") or (
        head.text[:1].isupper() and (not _begins(head) or head.text in outer.names)
    )
    relative = head.tag_ in ("WP", "WDT") or (
        head.lower_ in _RELATIVES and head.head.dep_ == "relcl"
    )
    alone = pronoun and (head.tag_ == "PRP" or relative)
    first, last = (head.i, head.i) if alone else noun_phrase(head)
    joined = False
    if verb is not None and head.tag_ in ("NNP", "NNPS"):
        wide = widened(verb, first, last)
        joined = wide != (first, last)
        first, last = wide
    doc = head.doc
    end_token = doc[last]
    span = outer.span(doc[first].idx, end_token.idx + len(end_token.text))
    head_span = outer.span(head.idx, head.idx + len(head.text))
    word = head.lower_
    form: Form = "pronoun" if pronoun else "name" if proper else "noun"
    antecedent = None
    if relative and head.head.dep_ == "relcl":
        antecedent = mention_at(head.head.head, outer)
    if antecedent is not None:
        return Mention(span, word, form, antecedent.speaks, antecedent.plural, span, antecedent)
    speaks = (
        (word in SPEAKING_PRONOUNS if pronoun else can_speak(word))
        or (form == "name")
        or _is_age(head)
        or any(child.dep_ == "appos" and child.tag_ == "NNP" for child in head.children)
    )
    if form == "noun" and is_document_noun(word):
        speaks = True
    plural = head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.children)
    return Mention(span, word, form, speaks, plural or joined or word == "they", head_span)
