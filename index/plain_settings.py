"""Settings as nearly everybody writes them, read line by line.

A name, a colon, and a plain value mean the same here as in YAML (the tests compare the two), and
loading YAML takes longer than all else that is done for the settings at a start. Whatever is
written otherwise, or might be meant otherwise, is left to `index.yaml_settings`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Group = tuple[tuple[object, object], ...]
"""What a group of settings says: names and values, a name that is given twice twice."""


class Entry(NamedTuple):
    """One setting of a file. `line` and `value_line` count from 1; `shown` is the value in words.

    `value` is a scalar, a list of them, a `Group`, or something else for what is none of these.
    """

    name: str
    value: object
    line: int
    value_line: int
    shown: str


_LINE = re.compile(r"(  )?([a-z_]+):(?: +(\S.*))?")
# None of the characters by which YAML begins something else stands in it, nor a digit or a dot
# at its beginning, which might make it a number or a date.
_WORDS = re.compile(r"-?[A-Za-z_][A-Za-z0-9_]*(?:[ /.-][A-Za-z0-9_]+)*|/[A-Za-z0-9_/.-]*")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_LIST = re.compile(r"\[([^\[\]]*)\]")
_SPECIAL = frozenset("y n yes no on off true false null".split())
_TRUTH = {"true": True, "false": False}


def entries(text: str) -> list[Entry] | None:
    """The settings in a text, in order; None where there is anything that is not plain."""
    if not text.isascii() or not text.replace("\n", " ").isprintable():
        return None
    found: list[Entry] = []
    group: list[tuple[object, object]] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip(" ")
        if not line or line.lstrip(" ").startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        indent, name, written = match.groups()
        if name in _SPECIAL:
            return None
        try:
            value = _value(written)
        except ValueError:
            return None
        if not indent:
            group = [] if written is None else None
            shown = "a list" if isinstance(value, list) else f'"{written}"' if written else "empty"
            found.append(Entry(name, value, number, number, shown))
        elif group is None or (written is None):
            return None
        else:
            group.append((name, value))
            last = found[-1]
            began = number if len(group) == 1 else last.value_line
            found[-1] = Entry(last.name, tuple(group), last.line, began, "a group of settings")
    return found


def _value(written: str | None) -> object:
    """What is written behind a colon; `ValueError` for what is not plain."""
    if written is None:
        return None
    if written in _TRUTH:
        return _TRUTH[written]
    if _NUMBER.fullmatch(written):
        return int(written)
    if listed := _LIST.fullmatch(written):
        within = listed[1].strip(" ")
        return [_words(item.strip(" ")) for item in within.split(",")] if within else []
    return _words(written)


def _words(written: str) -> str:
    if not _WORDS.fullmatch(written) or written.lower() in _SPECIAL:
        raise ValueError(written)
    return written
