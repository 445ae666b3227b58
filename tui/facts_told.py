"""How the facts of an article are said: what each is called, its value, and how it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from index.article import Fact
from tui.words import day, one_line

if TYPE_CHECKING:
    from index.archive import KnownFact

_LABELS: Final = {
    "title": "Headline",
    "editors": "Editing",
    "photo_credit": "Photo",
    "url": "Address",
}


def label(name: str) -> str:
    """What a fact is called at the edge of its row."""
    return _LABELS.get(name, name.capitalize())


def value(fact: Fact[Any], moment: str | None = None) -> str:
    """A fact's value on one line, with its hour; empty where it is unknown."""
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    told = ", ".join(one_line(str(each)) for each in values if each)
    if moment is not None and told == moment[:10]:
        return " ".join([f"{day(told)}, {moment[11:16]}", *filter(None, [moment[19:]])])
    return told


def shown(known: KnownFact) -> str:
    """The value as it is shown, with ~ before a guess; empty where it is unknown."""
    told = value(known.fact, known.moment)
    if known.name in ("date", "updated") and known.moment is None:
        told = day(told) if told else ""
    return f"~{told}" if told and known.fact.basis == "inferred" else told


def how(known: KnownFact) -> str:
    """How a fact is known; empty for one that the file states."""
    if known.read is not None:
        return f"corrected; {_read(known, known.read)}"
    if known.fact.basis == "unknown" or (known.fact.basis == "stated" and not known.fact.reason):
        return ""
    reason = f": {one_line(known.fact.reason)}" if known.fact.reason else ""
    return known.fact.basis + reason


def _read(known: KnownFact, read: Fact[Any]) -> str:
    told = value(read, known.read_moment)
    if not told:
        return "the file does not say"
    if known.name in ("date", "updated") and known.read_moment is None:
        told = day(told)
    if read.basis == "inferred":
        reason = f": {one_line(read.reason)}" if read.reason else ""
        return f"otherwise ~{told} (inferred{reason})"
    return f"the {'sidecar' if read.basis == 'sidecar' else 'file'} says {told}"
