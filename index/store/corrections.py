"""What a person said of actors and quotes against the machine: entries of the journal, folded.

An actor is named by name and kind, and by "key" where the archive knows it by less than that
name (`index.store.linking`). One that the archive keeps apart in each article (a person
known by a single name) is named with its article too, or with `EVERYWHERE` for all of that name.
A quote is named by the hash of its text, its span and its exact words. Nothing here is named by
rows that an extraction made, so that no reading anew and no rebuilding loses a correction.

Kinds of entries, and their data (`actor` is {"name", "kind"} and, where it is needed,
{"key"}, {"article", "text_sha256"} or {"everywhere": true}; `quote` is {"article", "text_sha256",
"start", "end", "exact", "kind", "verbatim"}):

- "merge" {"actors": [actor, …], "into": actor}
- "split" {"actor", "alias", "as": actor, "article": null or {"article", "text_sha256"}}
- "rename" {"actor", "name"}
- "kind" {"actor", "kind"}
- "reject" {"actor"}
- "speaker" {"quote", "speaker": actor or null}
- "no quote" {"quote"}
- "fact" {"article", "text_sha256", "file_sha256", "field", "value"}: a fact of the article's news
  form; the value is a string, a list of strings for names, or null for one that is not known

To rename an actor is to say that it is the one who goes by the new name: equal full names of one
kind are one actor here as everywhere. Likewise with a kind. What was said last holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from index.article import Span
from index.store.journal import Entry, articles_in, standing, taken_back
from index.store.linking import key_of as linked_by
from index.text import fold_name

OF_ACTORS = ("merge", "rename", "kind", "reject")
OF_ARTICLES = ("split", "speaker", "no quote")
FACT = "fact"
KINDS = (*OF_ACTORS, *OF_ARTICLES, FACT)
"""The kinds of entries that correct what was read."""

STEPS = ("undo", "redo", "take back")
FOLDED = (*KINDS, *STEPS, "purge")
"""The kinds of entries by which is known what stands."""

Value = str | tuple[str, ...] | None
"""What a person says a fact is; None when what the machine says is wrong, and no more is known."""

EVERYWHERE = "*"
"""Stands for the article of an actor that is kept apart in each: in all of them."""


class Key(NamedTuple):
    """Who is meant: kind, what links the name in the archive (`index.store.linking`), and an
    article's id where that alone does not tell."""

    kind: str
    name: str
    article: str = ""


class Said(NamedTuple):
    """A quote as a person corrected it: where it stands, in which text, and its exact words.

    `verbatim` are spans in that text.
    """

    article: str
    text_sha256: str
    start: int
    end: int
    exact: str
    kind: str
    verbatim: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of an article as a person says it is: `name` is one of those of a news form's facts.
    `seq` is the number of the entry that says so."""

    article: str
    text_sha256: str
    file_sha256: str
    name: str
    value: Value
    seq: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Split:
    """Where the text says `alias` of `actor`, another is meant; with an article only there."""

    actor: Key
    alias: str
    other: Key
    article: str = ""
    text_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that stands, as the journal folds to it.

    `same` leads from an actor to the one it is, None for one that is none; `called` has the
    names that a person gave, `written` how the actors that entries name are written, `texts` the
    hashes of the texts of the articles in their keys; `speakers` who speaks, None for nobody
    known; `none` what is no quote; `quoted` both of these by the hashes of texts and by the ids
    of articles. `facts` are those of an article by their names, by its id; `same_text` leads to
    these ids from the hashes of file and text.
    """

    same: Mapping[Key, Key | None] = field(default_factory=dict)
    called: Mapping[Key, str] = field(default_factory=dict)
    written: Mapping[Key, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    splits: tuple[Split, ...] = ()
    speakers: Mapping[Said, Key | None] = field(default_factory=dict)
    none: frozenset[Said] = frozenset()
    quoted: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, Stated]] = field(default_factory=dict)
    same_text: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def root(self, key: Key) -> Key | None:
        """As whom an actor is shown; None for one that is none."""
        return _root(self.same, key)

    def concerned(self) -> frozenset[tuple[str, str]]:
        """Kinds and folded names of the actors that are another, or another is."""
        ends = (key for key in self.same.values() if key is not None)
        return frozenset((key.kind, key.name) for key in (*self.same, *ends, *self.called))


def concerned(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """The correction that an entry is, or those that it takes back, the one that was meant first;
    none for an entry of another kind."""
    if entry.kind == "take back":
        by_seq = {each.seq: each for each in entries}
        return [by_seq[seq] for seq in taken_back(entry)]
    return [entry] if entry.kind in KINDS else []


def fold(entries: Sequence[Entry]) -> Corrections:
    """The corrections that stand after these entries of the journal."""
    folding = _Folding()
    for entry in standing(entries):
        if entry.kind in KINDS:
            folding.take(entry)
        for article in articles_in(entry) if entry.kind == "purge" else ():
            folding.facts.pop(article, None)
    return Corrections(
        folding.same,
        folding.called,
        folding.written,
        folding.texts,
        tuple(folding.splits.values()),
        folding.speakers,
        frozenset(folding.none),
        _by_place((*folding.none, *folding.speakers)),
        folding.facts,
        _by_text(folding.facts),
    )


def holds(corrections: Corrections, kind: str, data: Mapping[str, Any]) -> bool:
    """Whether what an entry would say stands already."""
    if kind == "merge":
        into = corrections.root(key_of(data["into"]))
        return all(corrections.root(key_of(actor)) == into for actor in data["actors"])
    if kind == "reject":
        return corrections.root(key_of(data["actor"])) is None
    if kind == "split":
        return split_of(data) in corrections.splits
    if kind == "speaker":
        speaker = None if data["speaker"] is None else key_of(data["speaker"])
        return corrections.speakers.get(said(data["quote"]), _NOTHING) == speaker
    if kind == "no quote":
        return said(data["quote"]) in corrections.none
    if kind == FACT:
        wanted = stated(data)
        return corrections.facts.get(wanted.article, {}).get(wanted.name) == wanted
    actor = key_of(data["actor"])
    if kind == "kind":
        return corrections.root(actor) == of_another_kind(
            actor, data["kind"], data["actor"]["name"]
        )
    new = named_anew(actor, data["name"])
    return corrections.root(actor) == new and corrections.called.get(new) == data["name"]


_NOTHING = Key("", "")


def _by_place(quotes: Iterable[Said]) -> dict[str, tuple[Said, ...]]:
    found: dict[str, dict[Said, None]] = {}
    for quote in quotes:
        for place in (quote.text_sha256, quote.article):
            found.setdefault(place, {})[quote] = None
    return {place: tuple(there) for place, there in found.items()}


def _by_text(
    facts: Mapping[str, Mapping[str, Stated]],
) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for each in (each for said in facts.values() for each in said.values()):
        place = each.file_sha256, each.text_sha256
        found[place] = found.get(place, frozenset()) | {each.article}
    return found


@dataclass(slots=True)
class _Folding:
    same: dict[Key, Key | None] = field(default_factory=dict)
    called: dict[Key, str] = field(default_factory=dict)
    written: dict[Key, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    splits: dict[tuple[Key, str, str], Split] = field(default_factory=dict)
    speakers: dict[Said, Key | None] = field(default_factory=dict)
    none: set[Said] = field(default_factory=set)
    facts: dict[str, dict[str, Stated]] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        data: dict[str, Any] = entry.data
        if entry.kind == "merge":
            into = self._actor(data["into"])
            for actor in data["actors"]:
                self._join(self._actor(actor), into)
        elif entry.kind == "rename":
            actor = self._actor(data["actor"])
            new = named_anew(actor, data["name"])
            self.written[new] = self.called[new] = data["name"]
            self._join(actor, new)
        elif entry.kind == "kind":
            actor = self._actor(data["actor"])
            new = of_another_kind(actor, data["kind"], data["actor"]["name"])
            self.written[new] = data["actor"]["name"]
            self._join(actor, new)
        elif entry.kind == "reject":
            self.same[self._actor(data["actor"])] = None
        elif entry.kind == "split":
            split = split_of(data)
            self._actor(data["actor"])
            self._actor(data["as"])
            self.splits[split.actor, fold_name(split.alias), split.article] = split
        elif entry.kind == "speaker":
            speaker = data["speaker"]
            quote = said(data["quote"])
            self.speakers.pop(quote, None)  # the last is the last in order, too
            self.speakers[quote] = None if speaker is None else self._actor(speaker)
        elif entry.kind == FACT:
            fact = stated(data, entry.seq)
            self.facts.setdefault(fact.article, {})[fact.name] = fact
        else:
            self.none.add(said(data["quote"]))

    def _actor(self, named: Mapping[str, Any]) -> Key:
        key = key_of(named)
        self.written[key] = named["name"]
        if "text_sha256" in named:
            self.texts[key.article] = named["text_sha256"]
        return key

    def _join(self, actor: Key, other: Key) -> None:
        """Let an actor be another from now on, with all who are this actor so far."""
        if actor == other:
            return
        if _root(self.same, other) is None or actor in _way(self.same, other):
            # What was said last holds: the other is nobody else, and no longer none.
            self.same.pop(other, None)
        self.same[actor] = other


def _way(same: Mapping[Key, Key | None], key: Key) -> list[Key]:
    """An actor, the one it is, the one that is, and so on."""
    way = [key]
    while (at := same.get(way[-1])) is not None:
        way.append(at)
    return way


def _root(same: Mapping[Key, Key | None], key: Key) -> Key | None:
    at: Key | None = key
    while at is not None and at in same:
        at = same[at]
    return at


def key_of(named: Mapping[str, Any]) -> Key:
    """Whom an entry names."""
    scope = EVERYWHERE if named.get("everywhere") else named.get("article") or ""
    name = named.get("key") or linked_by(named["kind"], named["name"])
    return Key(named["kind"], name, scope)


def named_anew(actor: Key, name: str) -> Key:
    """The actor of a new name. A single name of one who is known in one article stays there."""
    key = linked_by(actor.kind, name)
    return Key(actor.kind, key, "" if " " in key else _place(actor))


def of_another_kind(actor: Key, kind: str, name: str) -> Key:
    """The actor of this name and another kind. A person may be one in one article only."""
    return Key(kind, linked_by(kind, name), _place(actor) if kind == "person" else "")


def _place(actor: Key) -> str:
    return "" if actor.article == EVERYWHERE else actor.article


def split_of(data: Mapping[str, Any]) -> Split:
    """The split that an entry tells of."""
    scope = data["article"] or {"article": "", "text_sha256": ""}
    ends = key_of(data["actor"]), data["alias"], key_of(data["as"])
    return Split(*ends, scope["article"], scope["text_sha256"])


def said(quote: Mapping[str, Any]) -> Said:
    """The quote that an entry names."""
    return Said(
        quote["article"],
        quote["text_sha256"],
        quote["start"],
        quote["end"],
        quote["exact"],
        quote["kind"],
        tuple((start, end) for start, end in quote["verbatim"]),
    )


def stated(data: Mapping[str, Any], seq: int = 0) -> Stated:
    """The fact that an entry tells."""
    value = data["value"]
    return Stated(
        data["article"],
        data["text_sha256"],
        data["file_sha256"],
        data["field"],
        tuple(value) if isinstance(value, list) else value,
        seq,
    )
