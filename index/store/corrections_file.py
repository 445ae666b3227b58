"""Corrections as a YAML text that people read, edit and keep in git, and back.

It tells the state, not the history: sorted, one way to write each thing, so that the same
corrections are the same bytes. What is read is taken for what it may be, a file of somebody
else's: no tags, no aliases, no guessing of types, and every problem is told with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from index.article import ActorKind, DatelineError, QuoteKind
from index.newsform.corrected import PEOPLE, STATED, names, understood
from index.store.corrections import EVERYWHERE, FACT, Corrections, Key, Said, Stated, key_of
from index.store.lined_yaml import (
    Value,
    listed,
    mapping,
    number,
    one_of,
    parsed,
    single,
    wrong,
)
from index.store.linking import key_of as linked_by
from index.text import fold_name, one_line

LARGEST: Final = 32 * 1024 * 1024
"""Characters of a text that is read."""

_LONGEST_NAME: Final = 200
_KINDS: Final = (*get_args(ActorKind), "collective")
_QUOTE_KINDS: Final = get_args(QuoteKind)
_HEAD: Final = """\
# Corrections of who is who and who said what, as a person made them in Dateline.
#
# actors     who is one actor: the name and kind to be shown, and who else it is ("also");
#            "called" is a name that a person gave it
# rejected   what is no actor
# split      where the text says "alias" of one actor, another one is meant
# quotes     who says a quote, null where it cannot be known; "quote: false": it is none
# facts      of an article: its headline (title), date, byline …, null where one is not known
#
# An actor with an article is the one of that article alone; with "everywhere" all who are known
# by that name alone, each in its article; "key" stands where the archive links the actor by less
# than its name. The kind "collective" is for speakers who are no actors.
# `dateline actors --import FILE` takes this in, `dateline actors --export FILE` writes it.
"""


def is_ours(path: Path) -> bool:
    """Whether there is a file that an export of corrections may have written."""
    try:
        with path.expanduser().open("rb") as file:
            return file.read(64).startswith(_HEAD[:50].encode())
    except OSError:
        return False


def write(corrections: Corrections) -> str:
    """The corrections as YAML; the same for the same corrections."""
    lines = [_HEAD + "version: 1"]
    groups: dict[Key, list[Key]] = {key: [] for key in corrections.called}
    rejected: list[Key] = []
    for key in corrections.same:
        root = corrections.root(key)
        if root is None:
            rejected.append(key)
        else:
            groups.setdefault(root, []).append(key)
    shown = sorted(root for root in groups if root not in corrections.same)
    lines += _section("actors", shown, lambda root: _group(corrections, root, groups[root]))
    lines += _section("rejected", sorted(rejected), lambda key: [_actor(corrections, key)])
    lines += _section(
        "split",
        sorted(corrections.splits, key=lambda split: (split.actor, split.alias, split.article)),
        lambda split: [
            f"alias: {_scalar(split.alias)}",
            f"of: {_actor(corrections, split.actor)}",
            f"is: {_actor(corrections, split.other)}",
            *([f"article: {_scalar(split.article)}"] if split.article else []),
            *([f"text_sha256: {_scalar(split.text_sha256)}"] if split.article else []),
        ],
    )
    quotes = sorted({*corrections.speakers, *corrections.none})
    lines += _section("quotes", quotes, lambda said: _quote(corrections, said))
    places = sorted({_place(each) for said in corrections.facts.values() for each in said.values()})
    lines += _section("facts", places, lambda place: _facts(corrections, place))
    return "\n".join(lines) + "\n"


def _section(name: str, items: Any, told: Callable[[Any], list[str]]) -> Iterator[str]:
    if items:
        yield f"{name}:"
    for item in items:
        first, *others = told(item)
        yield f"- {first}"
        yield from (f"  {line}" for line in others)


def _group(corrections: Corrections, root: Key, members: list[Key]) -> list[str]:
    lines = [f"{name}: {value}" for name, value in _fields(corrections, root)]
    if root in corrections.called:
        lines.append(f"called: {_scalar(corrections.called[root])}")
    if members:
        lines.append("also:")
        lines += [f"- {_actor(corrections, key)}" for key in sorted(members)]
    return lines


def _actor(corrections: Corrections, key: Key) -> str:
    fields = _fields(corrections, key)
    return f"{{{', '.join(f'{name}: {value}' for name, value in fields)}}}"


def _fields(corrections: Corrections, key: Key) -> list[tuple[str, str]]:
    name = corrections.called.get(key, corrections.written[key])
    fields = [("name", _scalar(name)), ("kind", key.kind)]
    if key.name != linked_by(key.kind, name):
        fields.append(("key", _scalar(key.name)))
    if key.article == EVERYWHERE:
        fields.append(("everywhere", "true"))
    elif key.article:
        fields.append(("article", _scalar(key.article)))
        if key.article in corrections.texts:
            fields.append(("text_sha256", _scalar(corrections.texts[key.article])))
    return fields


def _quote(corrections: Corrections, said: Said) -> list[str]:
    lines = [
        f"article: {_scalar(said.article)}",
        f"text_sha256: {_scalar(said.text_sha256)}",
        f"start: {said.start}",
        f"end: {said.end}",
        f"exact: {_scalar(said.exact)}",
        f"kind: {said.kind}",
        f"verbatim: {[list(span) for span in said.verbatim]}",
    ]
    if said in corrections.speakers:
        speaker = corrections.speakers[said]
        lines.append(f"speaker: {'null' if speaker is None else _actor(corrections, speaker)}")
    if said in corrections.none:
        lines.append("quote: false")
    return lines


_Place = tuple[str, str, str]
"""An article, the hash of its text and that of its file."""


def _place(fact: Stated) -> _Place:
    return fact.article, fact.text_sha256, fact.file_sha256


def _facts(corrections: Corrections, place: _Place) -> list[str]:
    said = corrections.facts[place[0]]
    values = {name: said[name].value for name in STATED if name in said}
    names = ("article", "text_sha256", "file_sha256")
    lines = [f"{name}: {_scalar(value)}" for name, value in zip(names, place, strict=True)]
    for name, value in values.items():
        if _place(said[name]) != place:
            continue
        if isinstance(value, tuple):
            lines.append(f"{name}: [{', '.join(map(_scalar, value))}]")
        else:
            lines.append(f"{name}: {'null' if value is None else _scalar(value)}")
    return lines


_RESERVED: Final = frozenset("null true false yes no on off y n".split())


def _scalar(text: str) -> str:
    """A string in YAML: bare where nothing in it can be taken for anything else."""
    bare = all(c.isalpha() or c in " .'’-" for c in text) and text[:1].isalpha()
    if bare and text == text.strip() and text.casefold() not in _RESERVED:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(c: str) -> str:
    if c in '"\\':
        return f"\\{c}"
    if c.isprintable():
        return c
    return "\\n" if c == "\n" else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"


def read(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The kinds and data of the entries that a YAML text stands for, in order.

    Raises `DatelineError` with the line for what is no such text.
    """
    if len(text) > LARGEST:
        raise DatelineError(
            f"These are {len(text):,} characters, and at most {LARGEST:,} are read. "
            "Nothing was taken in."
        )
    top = mapping(
        parsed(text), ("version",), ("actors", "rejected", "split", "quotes", "facts"), "the whole"
    )
    if single(top["version"], "version") != "1":
        raise wrong(top["version"], "Only version 1 is known here")
    found: list[tuple[str, dict[str, Any]]] = []
    for name, entries in (
        ("actors", _of_group),
        ("rejected", _of_rejected),
        ("split", _of_split),
        ("quotes", _of_quote),
        ("facts", _of_facts),
    ):
        if name in top and not top[name].is_null:
            for item in listed(top[name], name):
                found.extend(entries(item))
    return found


_ACTOR = ("key", "article", "text_sha256", "everywhere")


def _of_group(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    group = mapping(value, ("name", "kind"), (*_ACTOR, "called", "also"), "an actor")
    into = _named(group)
    others = [_actor_of(each) for each in listed(group["also"], "also")] if "also" in group else []
    if into in others:
        raise wrong(value, "Nobody is also the same actor")
    if "called" in group:
        yield "rename", {"actor": into, "name": _name(group["called"], "called")}
    elif not others:
        raise wrong(value, "Here is missing who else this is (also), or what it is called")
    if others:
        yield "merge", {"actors": others, "into": into}


def _of_rejected(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "reject", {"actor": _actor_of(value)}


def _of_split(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    split = mapping(value, ("alias", "of", "is"), ("article", "text_sha256"), "a split")
    scope = None
    if "article" in split or "text_sha256" in split:
        scope = {
            "article": _hex(split, "article", 12, value),
            "text_sha256": _hex(split, "text_sha256", 64, value),
        }
    actor, other = _actor_of(split["of"]), _actor_of(split["is"])
    if key_of(actor) == key_of(other):
        raise wrong(split["is"], "This is the same actor")
    alias = _name(split["alias"], "alias")
    yield "split", {"actor": actor, "alias": alias, "as": other, "article": scope}


def _of_quote(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    needed = ("article", "text_sha256", "start", "end", "exact", "kind", "verbatim")
    quote = mapping(value, needed, ("speaker", "quote"), "a quote")
    start, end = number(quote["start"], "start"), number(quote["end"], "end")
    exact = single(quote["exact"], "exact")
    if not exact or end - start != len(exact):
        lengths = f"{end - start} characters, and exact has {len(exact)}"
        raise wrong(value, f"From start to end are {lengths}")
    verbatim = []
    for each in listed(quote["verbatim"], "verbatim"):
        span = [number(each_end, "verbatim") for each_end in listed(each, "verbatim")]
        if len(span) != 2 or not start <= span[0] < span[1] <= end:
            raise wrong(each, "A span of verbatim is [start, end], within the quote")
        verbatim.append(span)
    kind = one_of(quote["kind"], _QUOTE_KINDS, "kind")
    said = {
        "article": _hex(quote, "article", 12, value),
        "text_sha256": _hex(quote, "text_sha256", 64, value),
        "start": start,
        "end": end,
        "exact": exact,
        "kind": kind,
        "verbatim": verbatim,
    }
    if "speaker" not in quote and "quote" not in quote:
        raise wrong(value, "Here is missing who says it (speaker), or quote: false")
    if "speaker" in quote:
        speaker = quote["speaker"]
        named = None if speaker.is_null else _actor_of(speaker)
        yield "speaker", {"quote": said, "speaker": named}
    if "quote" in quote:
        one_of(quote["quote"], ("false",), "quote")
        yield "no quote", {"quote": said}


def _of_facts(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    said = mapping(value, ("article", "text_sha256", "file_sha256"), STATED, "the facts")
    place = {
        "article": _hex(said, "article", 12, value),
        "text_sha256": _hex(said, "text_sha256", 64, value),
        "file_sha256": _hex(said, "file_sha256", 64, value),
    }
    if len(said) == len(place):
        raise wrong(value, "Here is missing a fact, as in date: 2012-06-05")
    for name in STATED:
        if name in said:
            yield FACT, {**place, "field": name, "value": _fact(said[name], name)}


def _fact(value: Value, name: str) -> str | list[str] | None:
    if value.is_null:
        return None
    try:
        if name in PEOPLE and isinstance(value.value, list):
            return list(names(name, [single(each, name) for each in value.value]))
        found = understood(name, single(value, name))
    except DatelineError as error:
        told = str(error)
        raise error if told.startswith("Line ") else wrong(value, told.removesuffix(".")) from None
    return list(found) if isinstance(found, tuple) else found


def _actor_of(value: Value) -> dict[str, Any]:
    return _named(mapping(value, ("name", "kind"), _ACTOR, "an actor"))


def _named(fields: Mapping[str, Value]) -> dict[str, Any]:
    named: dict[str, Any] = {
        "name": _name(fields["name"], "name"),
        "kind": one_of(fields["kind"], _KINDS, "kind"),
    }
    if "key" in fields:
        named["key"] = _name(fields["key"], "key")
    if "everywhere" in fields:
        one_of(fields["everywhere"], ("true",), "everywhere")
        named["everywhere"] = True
    elif "article" in fields:
        named["article"] = _hex(fields, "article", 12, fields["article"])
        if "text_sha256" in fields:
            named["text_sha256"] = _hex(fields, "text_sha256", 64, fields["text_sha256"])
    return named


def _name(value: Value, what: str) -> str:
    name = one_line(single(value, what))
    if not fold_name(name).strip() or len(name) > _LONGEST_NAME:
        raise wrong(value, f"{what} is a name with a letter in it, of at most {_LONGEST_NAME}")
    return name


def _hex(fields: Mapping[str, Value], name: str, digits: int, at: Value) -> str:
    if name not in fields:
        raise wrong(at, f"Here is missing {name}")
    text = single(fields[name], name)
    if len(text) != digits or set(text) - set("0123456789abcdef"):
        raise wrong(fields[name], f"{name} has {digits} digits from 0 to f")
    return text
