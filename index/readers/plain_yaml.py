"""YAML that says facts: names with values, each a word or a list of words. Nothing else of YAML.

All values are taken as they are written ("2012-06-05", "no"), and none can stand for another:
a few lines of aliases stand for gigabytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from index.readers.raw import Unreadable

_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}
_DEEPEST = 50


def mapping(text: str) -> Mapping[str, object]:
    """The names and values of a text in YAML. Raises `Unreadable`."""
    import yaml

    # Each bracket that is open is looked at for each character.
    if max(accumulate(_STEP.get(ch, 0) for ch in text), default=0) > _DEEPEST:
        raise Unreadable("nested too deeply")
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.BaseLoader)):
            raise Unreadable("YAML with aliases (*name), which are not read")
        found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise Unreadable(f"not YAML{where}") from None
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    if not isinstance(found, Mapping):
        raise Unreadable("no facts in YAML, as in date: 2012-06-05")
    return found
