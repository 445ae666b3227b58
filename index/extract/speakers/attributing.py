"""Who is meant: from the words that name a speaker to the actor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Quote, Span
from index.extract.actors.cast import Cast, Role
from index.extract.quotes.drafts import Draft
from index.extract.quotes.marks import Marked
from index.extract.quotes.mentions import Mention
from index.extract.quotes.transcript import labelled
from index.extract.speakers.confidence import confidence
from index.extract.speakers.descriptions import (
    Offices,
    body_described,
    gender_of_noun,
    person_described,
)
from index.extract.speakers.pronouns import Focus, Narration
from index.extract.words.givennames import TITLES
from index.extract.words.lexicon import ROLE_NOUNS, can_speak
from index.extract.words.states import DEMONYMS, STATES

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|his|her|their|its|this|that)\s|'s?\s", re.IGNORECASE)
_INDEFINITE = re.compile(
    r"^(?:a|an|one|another|some|several|two|three|many|other)\s", re.IGNORECASE
)
_OTHER_CLAUSE = frozenset("who which that whose when where while said says told".split())
_TITLE_BEHIND = re.compile(r"(?:'s)?(?:\s+[\w-]+\.?){1,4}?\s+(?=[A-Z])")
_SOME_OF = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) of (?:[\w'-]+ )*([\w-]+)$",
    re.IGNORECASE,
)
_QUOTES = frozenset({"quote", "quotes", "quoted", "quoting"})
_QUOTED = re.compile(r"\s+((?:[\w'-]+\s+){0,6}[A-Z][\w'-]+)(?=[.,:;\"]|\s+as\s+saying)")
_OWNERS = {"his": "he", "her": "she", "their": "they"}
_BETWEEN = re.compile(r"[\s,]+(?:(?:\w+\.|[A-Z]\w+)\s)?")
_FIGURES = frozenset("estimates estimate figures data statistics tally".split())
_LEAVES_OUT = frozenset("the a an his her their its this that former s and new late".split())
# A press secretary is not the secretary, a deputy minister not the minister.
_ANOTHER_OFFICE = frozenset("press vice deputy assistant under private personal".split())

# How titles before a name are written, and the roles they are.
_WRITTEN_SHORT = {
    "sen": "senator", "gov": "governor", "rep": "congressman", "gen": "general",
    "dr": "doctor", "prof": "professor", "amb": "ambassador",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a mention means: the speaker's name, the actor if it is one, and by what it is known."""

    name: str | None
    role: Role | None = None
    by: str = "name"
    plural: bool = False


def attribute(
    text: str,
    view: str,
    drafts: Sequence[Draft],
    cast: Cast,
    marks: Sequence[Marked],
    subjects: Sequence[Span],
    bodies: Sequence[tuple[Span, Span]],
) -> tuple[Quote, ...]:
    """The drafts with their speakers: in order of place, each with its confidence."""
    drafts = [_by_whom_quoted(view, draft, cast) for draft in drafts]
    reported = [(one.start, one.end) for one in drafts if one.kind in ("mixed", "indirect")]
    narration = Narration(view, cast, marks, subjects, bodies, reported)
    offices = _offices(view, cast)
    focus = Focus()
    meant: dict[Span, Meant] = {}
    ordered = sorted(
        (draft.mention for draft in drafts if draft.mention is not None), key=lambda m: m.span
    )
    # Whoever only hopes or fears something has not spoken.
    speak = {draft.mention.span for draft in drafts if draft.mention and draft.kind != "act"}
    said_before = _said_before(drafts)
    for mention in ordered:
        if mention.span not in meant:
            place = said_before.get(mention.span, mention.span[0])
            found = _resolve(view, mention, place, cast, narration, focus, offices)
            meant[mention.span] = found
            if mention.span in speak and mention.speaks:
                focus.spoke(mention.span[0], found.name, found.role, plural=found.plural)
    return tuple(_quote(text, draft, meant) for draft in drafts)


def _by_whom_quoted(view: str, draft: Draft, cast: Cast) -> Draft:
    """A draft whose words are those of the person whom its cue quotes: "the Star quoted Roe"."""
    if draft.mention is None or draft.cue_span is None or draft.cue not in _QUOTES:
        return draft
    at = draft.cue_span[1]
    quoted = _QUOTED.match(view, at, at + 120)
    if quoted is None:
        return draft
    person = next((at for at in cast.within(quoted.span(1)) if at[1].kind == "person"), None)
    if person is None or person[0][1] != quoted.end(1):
        return draft
    span, role = person
    head = role.name.split()[-1].lower()
    return replace(draft, mention=Mention(span, head, "name", True, head_span=span))


def _said_before(drafts: Sequence[Draft]) -> dict[Span, int]:
    """Where words begin that stand before the mention of who said them: "…, he added".

    Whom such words are about does not speak them.
    """
    found: dict[Span, int] = {}
    for draft in drafts:
        if draft.mention is not None and draft.start < draft.mention.span[0]:
            span = draft.mention.span
            found[span] = min(found.get(span, draft.start), draft.start)
    return found


def _quote(text: str, draft: Draft, meant: dict[Span, Meant]) -> Quote:
    mention = draft.mention
    who = meant[mention.span] if mention is not None else Meant(None, by="nobody")
    by = who.by if who.name is not None else "nobody"
    written = mention if draft.how != "inherited" or draft.cue is not None else None
    start, end = _whole_marks(text, draft)
    return Quote(
        start,
        end,
        draft.kind,
        text[start:end],
        draft.verbatim,
        who.name,
        text[slice(*written.span)] if written is not None else None,
        written.span if written is not None else None,
        text[slice(*draft.cue_span)] if draft.cue_span is not None else None,
        draft.cue_span,
        confidence(draft, len(text[start:end].split()), by),
    )


def _whole_marks(text: str, draft: Draft) -> Span:
    """The span of a draft; a mark at its ends that is written as two signs ('') is kept whole."""
    start, end = draft.start, draft.end
    inner = any(end == words_end for _, words_end in draft.verbatim)
    if not inner and text[end - 1 : end + 1] == "''":
        end += 1
    first = any(start == words_start for words_start, _ in draft.verbatim)
    if start and not first and text[start - 1 : start + 1] in ("''", "``"):
        start -= 1
    return start, end


def _resolve(
    view: str,
    mention: Mention,
    place: int,
    cast: Cast,
    narration: Narration,
    focus: Focus,
    offices: Offices,
) -> Meant:
    if mention.antecedent is not None:
        before = mention.antecedent.span[0]
        found = _resolve(view, mention.antecedent, before, cast, narration, focus, offices)
        return replace(found, by="pronoun") if found.name is not None else found
    if mention.form == "pronoun":
        return _pronoun(view, mention, place, narration, focus)
    written = " ".join(view[slice(*mention.span)].split())
    if mention.head in _OWNERS and written.lower() == mention.head:  # "her insistence that"
        own = replace(mention, head=_OWNERS[mention.head], form="pronoun")
        return _pronoun(view, own, place, narration, focus)
    if mention.form == "label":
        return Meant(*labelled(written, cast))
    named = cast.within(mention.span)
    joined = mention.plural and re.search(r"\band\b|,", written) is not None
    if joined and sum(role.kind in ("person", "state", "organisation") for _, role in named) > 1:
        return Meant(_bare(written), by="noun", plural=True)
    head = mention.head_span
    at_head = [role for span, role in named if span[0] < head[1] and span[1] > head[0]]
    if at_head:
        role = _whose_title(view, mention, at_head[-1], cast) or at_head[-1]
        return Meant(role.name, role)
    beside = _in_apposition(view, mention, named)
    if beside is not None:
        return Meant(beside.name, beside)
    if mention.head in _FIGURES:
        owner = [role for span, role in named if mention.head_span[0] - span[1] <= 3]
        if owner:
            return Meant(owner[-1].name, owner[-1])
    office = _holder(view, written, mention, offices)
    if office is None:
        office = person_described(view, written, mention, place, narration, focus, offices)
    if office is None:
        office = body_described(written, mention, place, cast, narration, focus)
    if office is not None:
        return Meant(office.name, office, by="role")
    if _is_nobody(written):
        return Meant(None)
    name = _bare(written)
    called = cast.called(name)
    if called is not None:
        return Meant(called.name, called)
    return Meant(name, by="noun", plural=mention.plural)


def _is_nobody(written: str) -> bool:
    """Whether words name nobody who speaks: no word at all, or some of a number of things."""
    if not any(char.isalnum() for char in written):
        return True
    some = _SOME_OF.match(written)
    return some is not None and not can_speak(some[1].lower()) and not some[1][0].isupper()


def _whose_title(view: str, mention: Mention, role: Role, cast: Cast) -> Role | None:
    """The person before whose title a place or body stands: "Ontario Premier Jane Roe"."""
    if role.kind == "person":
        return None
    end = mention.head_span[1]
    title = _TITLE_BEHIND.match(view, end, end + 50)
    if title is None:
        return None
    last = title[0].split()[-1].rstrip(".")
    if last not in TITLES and last.lower() not in ROLE_NOUNS:
        return None
    for span, person in cast.within((title.end(), title.end() + 1)):
        if person.kind == "person" and span[0] <= title.end():
            return person
    return None


def _bare(written: str) -> str:
    return _ARTICLE.sub("", written).strip(" ,")


def _in_apposition(view: str, mention: Mention, named: Sequence[tuple[Span, Role]]) -> Role | None:
    """The person named beside a role: "the spokesman Dmitry Peskov"."""
    for span, role in named:
        gap = view[mention.head_span[1] : span[0]]
        beside = span[0] >= mention.head_span[1] and _BETWEEN.fullmatch(gap) is not None
        if role.kind == "person" and beside and view[span[1] : span[1] + 2] != "'s":
            return role
    return None


def _offices(view: str, cast: Cast) -> Offices:
    """Who carries which role in the text, with the words that narrow it: "Foreign Minister"."""
    found: Offices = defaultdict(list)
    for role in cast.roles:
        if role.kind != "person":
            continue
        for start, end in role.spans:
            left = view[max(0, start - 90) : start]
            noun = re.search(r"[\w-]+(?=\.?$)", left.rstrip()[-30:])
            if noun is not None and _in_full(noun[0]) in ROLE_NOUNS:
                before = re.search(r"((?:[\w.'-]+ ){0,6})([\w-]+\.?)\s$", left)
                if before is not None:
                    _hold(found, before[2], before[1].split(), role)
            after = re.match(r",\s+((?:[\w.'-]+ ?){1,8})", view[end : end + 120])
            if after is not None:
                words = _apposition(after[1].split())
                at = next((i for i, word in enumerate(words) if word in ROLE_NOUNS), None)
                if at is not None:
                    _hold(found, words[at], words[:at], role)
    return found


def _apposition(words: Sequence[str]) -> list[str]:
    """The words of an apposition as far as it goes: not into another clause or sentence."""
    found: list[str] = []
    for word in words:
        if word.lower() in _OTHER_CLAUSE:
            break
        ends = word.endswith(".") and "." not in word[:-1]
        if ends and word.lower()[:-1] not in _WRITTEN_SHORT:
            return [*found, word[:-1]]
        found.append(word)
    return found


def _in_full(title: str) -> str:
    """A title as the role it is: "Sen" is a senator."""
    return _WRITTEN_SHORT.get(title.lower(), title.lower())


def _hold(found: Offices, noun: str, words: Sequence[str], role: Role) -> None:
    noun = _in_full(noun.rstrip("."))
    if noun not in ROLE_NOUNS:
        return
    for index, word in enumerate(words):
        if word.lower().endswith(".") or word.lower() in ("and", "but", "said", "with", "of"):
            words = words[index + 1 :] if index + 1 < len(words) else []
    found[noun].append((_narrowing(words), role))
    if role.gender is None:
        role.gender = gender_of_noun(noun)


def _narrowing(words: Sequence[str]) -> frozenset[str]:
    """The words that narrow a role, states for their demonyms, in lower case."""
    kept = []
    for word in words:
        bare = word.removesuffix("'s").strip(",.'")
        state = DEMONYMS.get(bare) or STATES.get(bare)
        kept.append((state or bare).lower())
    return frozenset(word for word in kept if word and word not in _LEAVES_OUT)


def _used_before(
    view: str,
    written: str,
    mention: Mention,
    offices: Offices,
) -> bool:
    """Whether "the President" stands before anyone is named with that role: it means another."""
    named = [min(role.spans)[0] for _, role in offices.get(mention.head, ())]
    if not named or re.match(r"the\s", written, re.IGNORECASE) is None:
        return False
    return re.compile(re.escape(written), re.IGNORECASE).search(view, 0, min(named)) is not None


def _holder(
    view: str,
    written: str,
    mention: Mention,
    offices: Offices,
) -> Role | None:
    """The one person who carries the role that a description names ("Putin's spokesman")."""
    if mention.plural or mention.head not in ROLE_NOUNS or _INDEFINITE.match(written):
        return None
    if not _DEFINITE.search(written):
        return None
    head = written.lower().find(mention.head)
    words = written[:head].split() if head > 0 else []
    after = re.findall(r"\w+", written[head + len(mention.head) :])
    own = _narrowing(words)
    persons = {word.removesuffix("'s").lower() for word in words if word.endswith("'s")}
    states = {state.lower() for state in STATES.values()}
    own = frozenset(word for word in own if word not in persons or word in states)
    if after or (not own and not persons and _used_before(view, written, mention, offices)):
        return None  # "the minister of one of the states": a description of its own
    holders = {
        role.name: role
        for narrowing, role in offices.get(mention.head, ())
        if own <= narrowing
        and narrowing & _ANOTHER_OFFICE <= own
        and not (persons - states and narrowing and not persons & narrowing)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def _pronoun(view: str, mention: Mention, place: int, narration: Narration, focus: Focus) -> Meant:
    word = mention.head
    if word in ("he", "she"):
        person = narration.person(place, "m" if word == "he" else "f", focus)
        return Meant(person.name, person, by="pronoun") if person is not None else Meant(None)
    if word == "they":
        name = focus.plural(place)
        return Meant(name, by="pronoun", plural=True) if name is not None else Meant(None)
    if word == "it":
        found = narration.body(place, focus)
        return Meant(found[0], found[1], by="pronoun") if found is not None else Meant(None)
    written = " ".join(view[slice(*mention.span)].split())
    if word in ("i", "we", "you", "who", "both", "these", "those", "one", "some", "all", "most"):
        return Meant(None) if written.lower() == word else Meant(_bare(written), by="noun")
    return Meant(_bare(written), by="noun")
