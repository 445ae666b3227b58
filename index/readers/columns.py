"""A row of a dump to an article: which of its fields is what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from index.readers.composing import composed
from index.readers.html.fragments import fragment, is_marked_up
from index.readers.raw import Given, Names, RawArticle, Unreadable
from index.text import NotText, canonical, decode, one_line

_APART = re.compile(r"[\W_]+")
_LONGEST = 2000
"""Characters of what is said beside a text; more is no title and no name."""


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A field's name for comparing: "pubDate", "pub_date" and "Pub Date" are one."""
    return _APART.sub("", name).casefold()


def known(columns: Iterable[object], names: Names) -> set[str]:
    """The fields for which one of these columns stands."""
    present = {plain_name(column) for column in columns if isinstance(column, str)}
    return {
        field
        for field, accepted in names.items()
        if not present.isdisjoint(map(plain_name, accepted))
    }


def record_of(line: bytes) -> Mapping[str, object]:
    """The object on one line of JSON. Raises `Unreadable`."""
    try:
        try:
            record = json.loads(line)
        except UnicodeDecodeError:
            record = json.loads(decode(line))
    except (NotText, UnicodeError):
        raise Unreadable("not text in any encoding") from None
    except RecursionError:
        raise Unreadable("nested too deeply") from None
    except ValueError:
        raise Unreadable("not JSON") from None
    if not isinstance(record, dict):
        raise Unreadable("not a JSON object")
    return record


def facts_among(values: Mapping[str, object], names: Names) -> Given:
    """What names with values say of an article beside its text, by the names that are known."""
    return _facts({plain_name(key): value for key, value in values.items()}, _places(names))


_Places = Mapping[str, Sequence[tuple[str, int]]]
"""The fields that a name may stand for, each with the place of the name among its like."""


def _places(names: Names) -> _Places:
    found: dict[str, list[tuple[str, int]]] = {}
    for field, accepted in names.items():
        for place, name in enumerate(accepted):
            if field != "text":
                found.setdefault(plain_name(name), []).append((field, place))
    return found


def _facts(values: Mapping[str, object], places: _Places) -> Given:
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for name, value in values.items():
        for field, place in places.get(name, ()):
            if (field not in found or place < found[field][0]) and (told := _told(value)):
                found[field] = (place, told)
    return {field: told for field, (_, told) in found.items()}


class Columns:
    """Takes rows apart by the names that a person's settings accept."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._texts = [plain_name(name) for name in names["text"]]
        self._places = _places(names)

    def article_of(self, record: Mapping[str, object]) -> RawArticle:
        """The text of a row and what it says beside it. Raises `Unreadable`."""
        values = {plain_name(key): value for key, value in record.items() if isinstance(key, str)}
        text = self._text(values)
        facts = _facts(values, self._places)
        if not is_marked_up(text):
            return RawArticle(text, facts)
        text, marks = composed(fragment(text))
        if not text:
            raise Unreadable("its text is empty")
        return RawArticle(text, facts, marks=marks, marked=True)

    def _text(self, values: Mapping[str, object]) -> str:
        seen = False
        for name in self._texts:
            value = values.get(name)
            seen = seen or name in values
            if isinstance(value, list):
                value = "\n\n".join(part for part in value if isinstance(part, str))
            if isinstance(value, str) and (text := canonical(value)).strip():
                return text
        if seen:
            raise Unreadable("its text is empty")
        raise Unreadable(f"no field for the text ({', '.join(self._names['text'])})")


def _told(value: object) -> tuple[str, ...]:
    """What a field says, in one line each; nothing for null, empty or something nested."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return tuple(told for each in value for told in _told(each) if not isinstance(each, list))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ()
    line = one_line(str(value)[:_LONGEST])
    return (line,) if line else ()
