"""Settings in any YAML: what `index.plain_settings` leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from index.config import broken, problem
from index.plain_settings import Entry
from index.text import one_line


def entries(file: Path, text: str) -> list[Entry]:
    """The settings in the text of a file, in order. Raises `ConfigProblem`."""
    root = _compose(file, text)
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        sentence = "Here should stand settings, one a line, as in theme: dark."
        raise problem(file, _line(root), sentence)
    return [_entry(file, key, node) for key, node in root.value]


def _entry(file: Path, key: yaml.Node, node: yaml.Node) -> Entry:
    if not isinstance(key, yaml.ScalarNode):
        raise problem(file, _line(key), "Here should stand the name of a setting.")
    return Entry(str(key.value), _meaning(node), _line(key), _line(node), _shown(node))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class _Loader(yaml.SafeLoader):
    """The safe loader without aliases: a few lines of them can stand for gigabytes."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(
                problem="aliases (*name) are not used in settings", problem_mark=event.start_mark
            )
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


def _compose(file: Path, text: str) -> yaml.Node | None:
    """The YAML as nodes, which know their lines; None for an empty text."""
    try:
        loader = _Loader(text)
        try:
            node: yaml.Node | None = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        raise broken(file, text[: error.position], "here is a control character") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = ", ".join(one_line(part) for part in (error.context, error.problem) if part)
        raise broken(file, text[: mark.index] if mark else "", what) from None
    except RecursionError:
        raise broken(file, "", "this is nested too deeply") from None
    return node


def _meaning(node: yaml.Node) -> object:
    """What a value means: a scalar, a list of scalars, or a group of either."""
    if isinstance(node, yaml.MappingNode):
        return tuple((_scalar(key), _listed(value)) for key, value in node.value)
    return _listed(node)


def _listed(node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_scalar(each) for each in node.value]
    return _scalar(node)


def _scalar(node: yaml.Node) -> object:
    """What a value means in YAML; the node itself for what none may be."""
    if not isinstance(node, yaml.ScalarNode):
        return node
    constructor = yaml.constructor.SafeConstructor()
    try:
        value: object = constructor.construct_object(node)
    except Exception:  # a tag that does not fit its value makes the constructor raise anything
        return node
    if isinstance(value, int) and not isinstance(value, bool) and str(value) != node.value:
        return node  # 010 is 8 to YAML and 1:30 is 90: to nobody else
    return value.strip() if isinstance(value, str) else value


def _shown(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if isinstance(node, yaml.MappingNode):
        return "a group of settings"
    text = one_line(str(node.value))
    if not text:
        return "empty"
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'
