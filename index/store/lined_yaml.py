"""YAML of somebody else's as plain values that know their lines.

No tags, no aliases, no guessing of types, nothing nested deeply: every problem is a sentence with
its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from index.article import DatelineError
from index.text import one_line

_DEEPEST: Final = 6


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


def parsed(text: str) -> Value:
    """The YAML as values with their lines."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = iter(yaml.parse(text, Loader=loader))
        found = _Composer(events).document()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise wrong(line, "Here is a control character") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = one_line(str(error.problem or error.context or "this is no YAML"))
        raise wrong(mark.line + 1 if mark else 1, f"This is no YAML: {what}") from None
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise wrong(line, "Here is half a character") from None
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
                    raise wrong(_line(event), "A second text begins here")
                found = self._value(next(self.events), 0)
        return found

    def _value(self, event: yaml.Event, depth: int) -> Value:
        line = _line(event)
        if depth > _DEEPEST:
            raise wrong(line, "This is nested too deeply")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise wrong(line, "Aliases (*name, &name) are not used in corrections")
        if getattr(event, "tag", None) is not None:
            raise wrong(line, "Tags (!name) are not used in corrections")
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
                raise wrong(name, "Here should stand the name of a field")
            if name.value in fields:
                raise wrong(name, f"{one_line(name.value)[:60]} stands here twice")
            fields[name.value] = self._value(next(self.events), depth + 1)
        return Value(line, fields)


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1


def one_of(value: Value, known: tuple[str, ...], what: str) -> str:
    text = single(value, what)
    if text not in known:
        raise wrong(value, f"{what} is {_either(known)}, and not “{one_line(text)[:60]}”")
    return text


def number(value: Value, what: str) -> int:
    text = single(value, what)
    if not (text.isascii() and text.isdecimal() and len(text) <= 12):
        raise wrong(value, f"{what} is a whole number, and not “{one_line(text)[:60]}”")
    return int(text)


def single(value: Value, what: str) -> str:
    if not isinstance(value.value, str):
        raise wrong(value, f"{what} is a single value")
    return value.value


def listed(value: Value, what: str) -> list[Value]:
    if not isinstance(value.value, list):
        raise wrong(value, f"{what} is a list")
    return value.value


def mapping(
    value: Value, needed: tuple[str, ...], others: tuple[str, ...], what: str
) -> dict[str, Value]:
    if not isinstance(value.value, dict):
        raise wrong(value, f"Here should stand {what}, with {_either(needed, 'and')}")
    for name, each in value.value.items():
        if name not in needed and name not in others:
            raise wrong(each, f"“{one_line(name)[:60]}” is not known in {what}")
    for name in needed:
        if name not in value.value:
            raise wrong(value, f"Here is missing {name} in {what}")
    return value.value


def _either(names: tuple[str, ...], word: str = "or") -> str:
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def wrong(at: Value | int, sentence: str) -> DatelineError:
    line = at if isinstance(at, int) else at.line
    return DatelineError(f"Line {line:,}: {sentence}. Nothing was taken in.")
