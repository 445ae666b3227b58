"""Corrections as a YAML text that people read, edit and keep in git, and back.

It tells the state, not the history: sorted, one way to write each thing, so that the same
corrections are the same bytes. What is read is taken for what it may be, a file of somebody
else's: no tags, no aliases, no guessing of types, and every problem is told with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

import yaml

from index.article import ActorKind, DatelineError, QuoteKind
from index.store.corrections import EVERYWHERE, Corrections, Key, Said
from index.text import fold_name, one_line

LARGEST: Final = 32 * 1024 * 1024
"""Characters of a text that is read."""

_DEEPEST: Final = 6
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
#
# An actor with an article is the one of that article alone; with "everywhere" all who are known
# by that name alone, each in its article. The kind "collective" is for speakers who are no actors.
# `dateline actors --import FILE` takes this in, `dateline actors --export FILE` writes it.
"""


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
    fields = [("name", _scalar(corrections.written[key])), ("kind", key.kind)]
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


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a YAML text and the line it begins on, from 1.

    `is_bare` tells a scalar without quotation marks, which may be null, true or a number.
    """

    line: int
    value: str | list[Value] | dict[str, Value]
    is_bare: bool = False

    @property
    def is_null(self) -> bool:
        return self.is_bare and self.value in ("", "~", "null")


def read(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The kinds and data of the entries that a YAML text stands for, in order.

    Raises `DatelineError` with the line for what is no such text.
    """
    if len(text) > LARGEST:
        raise DatelineError(
            f"These are {len(text):,} characters, and at most {LARGEST:,} are read. "
            "Nothing was taken in."
        )
    top = _mapping(
        _parsed(text), ("version",), ("actors", "rejected", "split", "quotes"), "the whole"
    )
    if _text(top["version"], "version") != "1":
        raise _wrong(top["version"], "Only version 1 is known here")
    found: list[tuple[str, dict[str, Any]]] = []
    for name, entries in (
        ("actors", _of_group),
        ("rejected", _of_rejected),
        ("split", _of_split),
        ("quotes", _of_quote),
    ):
        if name in top and not top[name].is_null:
            for item in _list(top[name], name):
                found.extend(entries(item))
    return found


_ACTOR = ("article", "text_sha256", "everywhere")


def _of_group(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    group = _mapping(value, ("name", "kind"), (*_ACTOR, "called", "also"), "an actor")
    into = _named(group)
    others = [_actor_of(each) for each in _list(group["also"], "also")] if "also" in group else []
    if into in others:
        raise _wrong(value, "Nobody is also the same actor")
    if "called" in group:
        yield "rename", {"actor": into, "name": _name(group["called"], "called")}
    elif not others:
        raise _wrong(value, "Here is missing who else this is (also), or what it is called")
    if others:
        yield "merge", {"actors": others, "into": into}


def _of_rejected(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "reject", {"actor": _actor_of(value)}


def _of_split(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    split = _mapping(value, ("alias", "of", "is"), ("article", "text_sha256"), "a split")
    scope = None
    if "article" in split or "text_sha256" in split:
        scope = {
            "article": _hex(split, "article", 12, value),
            "text_sha256": _hex(split, "text_sha256", 64, value),
        }
    actor, other = _actor_of(split["of"]), _actor_of(split["is"])
    if fold_name(actor["name"]) == fold_name(other["name"]) and actor["kind"] == other["kind"]:
        raise _wrong(split["is"], "This is the same actor")
    alias = _name(split["alias"], "alias")
    yield "split", {"actor": actor, "alias": alias, "as": other, "article": scope}


def _of_quote(value: Value) -> Iterator[tuple[str, dict[str, Any]]]:
    needed = ("article", "text_sha256", "start", "end", "exact", "kind", "verbatim")
    quote = _mapping(value, needed, ("speaker", "quote"), "a quote")
    start, end = _number(quote["start"], "start"), _number(quote["end"], "end")
    exact = _text(quote["exact"], "exact")
    if not exact or end - start != len(exact):
        lengths = f"{end - start} characters, and exact has {len(exact)}"
        raise _wrong(value, f"From start to end are {lengths}")
    verbatim = []
    for each in _list(quote["verbatim"], "verbatim"):
        span = [_number(number, "verbatim") for number in _list(each, "verbatim")]
        if len(span) != 2 or not start <= span[0] < span[1] <= end:
            raise _wrong(each, "A span of verbatim is [start, end], within the quote")
        verbatim.append(span)
    kind = _one_of(quote["kind"], _QUOTE_KINDS, "kind")
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
        raise _wrong(value, "Here is missing who says it (speaker), or quote: false")
    if "speaker" in quote:
        speaker = quote["speaker"]
        named = None if speaker.is_null else _actor_of(speaker)
        yield "speaker", {"quote": said, "speaker": named}
    if "quote" in quote:
        _one_of(quote["quote"], ("false",), "quote")
        yield "no quote", {"quote": said}


def _actor_of(value: Value) -> dict[str, Any]:
    return _named(_mapping(value, ("name", "kind"), _ACTOR, "an actor"))


def _named(fields: Mapping[str, Value]) -> dict[str, Any]:
    named: dict[str, Any] = {
        "name": _name(fields["name"], "name"),
        "kind": _one_of(fields["kind"], _KINDS, "kind"),
    }
    if "everywhere" in fields:
        _one_of(fields["everywhere"], ("true",), "everywhere")
        named["everywhere"] = True
    elif "article" in fields:
        named["article"] = _hex(fields, "article", 12, fields["article"])
        if "text_sha256" in fields:
            named["text_sha256"] = _hex(fields, "text_sha256", 64, fields["text_sha256"])
    return named


def _name(value: Value, what: str) -> str:
    name = one_line(_text(value, what))
    if not fold_name(name).strip() or len(name) > _LONGEST_NAME:
        raise _wrong(value, f"{what} is a name with a letter in it, of at most {_LONGEST_NAME}")
    return name


def _one_of(value: Value, known: tuple[str, ...], what: str) -> str:
    text = _text(value, what)
    if text not in known:
        raise _wrong(value, f"{what} is {_either(known)}, and not “{one_line(text)[:60]}”")
    return text


def _number(value: Value, what: str) -> int:
    text = _text(value, what)
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise _wrong(value, f"{what} is a whole number, and not “{one_line(text)[:60]}”")
    return int(text)


def _hex(fields: Mapping[str, Value], name: str, digits: int, at: Value) -> str:
    if name not in fields:
        raise _wrong(at, f"Here is missing {name}")
    text = _text(fields[name], name)
    if len(text) != digits or set(text) - set("0123456789abcdef"):
        raise _wrong(fields[name], f"{name} has {digits} digits from 0 to f")
    return text


def _text(value: Value, what: str) -> str:
    if not isinstance(value.value, str):
        raise _wrong(value, f"{what} is a single value")
    return value.value


def _list(value: Value, what: str) -> list[Value]:
    if not isinstance(value.value, list):
        raise _wrong(value, f"{what} is a list")
    return value.value


def _mapping(
    value: Value, needed: tuple[str, ...], others: tuple[str, ...], what: str
) -> dict[str, Value]:
    if not isinstance(value.value, dict):
        raise _wrong(value, f"Here should stand {what}, with {_either(needed, 'and')}")
    for name, each in value.value.items():
        if name not in needed and name not in others:
            raise _wrong(each, f"“{one_line(name)[:60]}” is not known in {what}")
    for name in needed:
        if name not in value.value:
            raise _wrong(value, f"Here is missing {name} in {what}")
    return value.value


def _either(names: tuple[str, ...], word: str = "or") -> str:
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _wrong(at: Value | int, sentence: str) -> DatelineError:
    line = at if isinstance(at, int) else at.line
    return DatelineError(f"Line {line:,}: {sentence}. Nothing was taken in.")


def _parsed(text: str) -> Value:
    """The YAML as values with their lines."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = iter(yaml.parse(text, Loader=loader))
        found = _Composer(events).document()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _wrong(line, "Here is a control character") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = one_line(str(error.problem or error.context or "this is no YAML"))
        raise _wrong(mark.line + 1 if mark else 1, f"This is no YAML: {what}") from None
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise _wrong(line, "Here is half a character") from None
    return found


@dataclass(frozen=True, slots=True)
class _Composer:
    """Makes values of the events of a parser. Aliases and tags are refused as they come."""

    events: Iterator[yaml.Event]

    def document(self) -> Value:
        found = Value(1, {})
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _wrong(_line(event), "A second text begins here")
                found = self._value(next(self.events), 0)
        return found

    def _value(self, event: yaml.Event, depth: int) -> Value:
        line = _line(event)
        if depth > _DEEPEST:
            raise _wrong(line, "This is nested too deeply")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise _wrong(line, "Aliases (*name, &name) are not used in corrections")
        if getattr(event, "tag", None) is not None:
            raise _wrong(line, "Tags (!name) are not used in corrections")
        if isinstance(event, yaml.ScalarEvent):
            return Value(line, event.value, event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._value(event, depth + 1))
            return Value(line, items)
        fields: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            name = self._value(event, depth + 1)
            if not isinstance(name.value, str):
                raise _wrong(name, "Here should stand the name of a field")
            if name.value in fields:
                raise _wrong(name, f"{one_line(name.value)[:60]} stands here twice")
            fields[name.value] = self._value(next(self.events), depth + 1)
        return Value(line, fields)


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1
