"""What a person's corrections say, in sentences."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.store.corrections import EVERYWHERE, FACT, Stated, key_of, stated
from index.store.journal import Entry
from index.text import fold_name, one_line


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction that stands. `seq` is its number in the journal, `at` UTC in ISO 8601,
    `told` a sentence that says what it holds, `kind` one of those of `index.store.corrections`.

    `article` is the one article that it is about, empty for one that holds everywhere;
    `waits` says why it changes nothing now ("" for one that does).
    """

    seq: int
    at: str
    kind: str
    told: str
    article: str = ""
    waits: str = ""

    def to_json(self) -> dict[str, object]:
        return {
            "seq": self.seq,
            "at": self.at,
            "kind": self.kind,
            "told": self.told,
            "article": self.article or None,
            "waits": self.waits or None,
        }


def sentence(entry: Entry) -> str:
    """What a correction holds, as a sentence."""
    data: dict[str, Any] = entry.data
    if entry.kind == "merge":
        return " ".join(_merged(data["actors"], data["into"]))
    if entry.kind == "split":
        where = "" if data["article"] is None else " in one article"
        return (
            f"“{data['alias']}” is not {_called(data['actor'])} but {_called(data['as'])}{where}."
        )
    if entry.kind == "rename":
        if data["name"] == data["actor"]["name"]:
            return f"{_called(data['actor'])} is the name to show."
        return f"{_called(data['actor'])} is called “{data['name']}”."
    if entry.kind == "kind":
        return f"{_called(data['actor'])} is {a_kind(data['kind'])}."
    if entry.kind == "reject":
        return f"{_called(data['actor'])} is no actor."
    if entry.kind == FACT:
        return _stated(stated(data))
    words = _shortened(data["quote"]["exact"])
    if entry.kind == "no quote":
        return f"{words} is no quote."
    if data["speaker"] is None:
        return f"It is not known who says {words}."
    return f"{_called(data['speaker'])} says {words}."


def _stated(fact: Stated) -> str:
    from index.newsform.corrected import MOMENTS, called

    name = called(fact.name)
    is_ = "are" if fact.name == "editors" else "is"
    if fact.value is None:
        return f"The {name} {is_} unknown."
    if isinstance(fact.value, tuple):
        return f"The {name} {is_} {listed([f'“{one_line(each)}”' for each in fact.value])}."
    if fact.name in MOMENTS:
        return f"The {name} is {_moment(fact.value)}."
    return f"The {name} is “{one_line(fact.value)}”."


def _moment(value: str) -> str:
    """A day and its time as a sentence has them: 5 June 2012, 14:05 +08:00."""
    day, month, year = int(value[8:10]), month_name[int(value[5:7])], value[:4]
    time, zone = value[11:16], value[19:]
    return f"{day} {month} {year}" + (f", {time} {zone}".rstrip() if time else "")


def _merged(actors: Sequence[dict[str, Any]], into: dict[str, Any]) -> Iterator[str]:
    """What a merging says: of those of one name what makes them others, kind or article."""
    alike = [each for each in actors if fold_name(each["name"]) == fold_name(into["name"])]
    others = [_called(each) for each in actors if each not in alike]
    if others:
        yield f"{listed(others)} {'is' if len(others) == 1 else 'are'} {_called(into)}."
    for each in alike:
        if each["kind"] != into["kind"]:
            yield f"{_called(each)}, {a_kind(each['kind'])}, is {a_kind(into['kind'])}."
        elif each["name"] != into["name"]:
            yield f"{_called(each)} is {_called(into)}."
        elif each.get("article"):
            where = "that of another" if into.get("article") else "the one known everywhere"
            yield f"{_called(each)} of one article is {where}."
        else:
            whom = "that of one article" if into.get("article") else "one and the same"
            yield f"{_called(each)} is {whom}."


def place_of(entry: Entry) -> str:
    """The one article that a correction is about, if it is about one."""
    data: dict[str, Any] = entry.data
    if "quote" in data:
        return str(data["quote"]["article"])
    if entry.kind == FACT:
        return str(data["article"])
    if entry.kind == "split":
        return str(data["article"]["article"]) if data["article"] else ""
    actors = data.get("actors") or [data["actor"]]
    places = {key.article for key in map(key_of, actors)}
    return "" if len(places) > 1 or places & {EVERYWHERE} else places.pop()


def _called(actor: dict[str, Any]) -> str:
    place = " (known by this name alone)" if actor.get("everywhere") else ""
    return f"“{one_line(actor['name'])}”{place}"


def a_kind(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def listed(items: Sequence[str]) -> str:
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _shortened(text: str) -> str:
    line = one_line(text)
    return f"“{line}”" if len(line) <= 60 else f"“{line[:57].rstrip()}…”"
