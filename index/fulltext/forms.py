"""The node of Whoosh's query tree for a word in all its forms, each in its own language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from index.fulltext.engine import IndexReader, Searcher, matching, query
from index.fulltext.languages import ABROAD
from index.fulltext.patterns import Slot, spelt


class Forms(query.MultiTerm):  # type: ignore[misc]
    """Words of one field: all that one of the slots takes. They count as one word."""

    def __init__(self, fieldname: str, slots: Sequence[Slot]) -> None:
        self.fieldname = fieldname
        self.slots = tuple(slots)
        self.boost = 1.0

    def __repr__(self) -> str:
        return f"Forms({self.fieldname!r}, {self.slots!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Forms) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[type, str, tuple[Slot, ...]]:
        return type(self), self.fieldname, self.slots

    def takes(self, term: str) -> bool:
        return any(slot.accepts(term) for slot in self.slots)

    def takes_abroad(self, term: str) -> bool:
        return any(slot.accepts_abroad(term) for slot in self.slots)

    def matcher(self, searcher: Searcher, context: Any = None) -> Any:
        if (self.fieldname, ABROAD) not in searcher.reader():
            return super().matcher(searcher, context)
        abroad = frozenset(searcher.postings(self.fieldname, ABROAD).all_ids())
        found = _Taken(self, self.takes_abroad).matcher(searcher, context)
        family = _Taken(self, self._takes_at_home).matcher(searcher, context)
        at_home = matching.FilterMatcher(family, abroad, exclude=True)
        return matching.UnionMatcher(found, at_home) if at_home.is_active() else found

    def _takes_at_home(self, term: str) -> bool:
        return self.takes(term) and not self.takes_abroad(term)

    def _btexts(self, ixreader: IndexReader) -> Iterator[bytes]:
        for text in ixreader.lexicon(self.fieldname):
            if self.takes(spelt(text)):
                yield text


class _Taken(query.MultiTerm):  # type: ignore[misc]
    """The terms of a field that a function takes."""

    def __init__(self, forms: Forms, takes: Callable[[str], bool]) -> None:
        self.fieldname = forms.fieldname
        self.boost = forms.boost
        self.takes = takes

    def _btexts(self, ixreader: IndexReader) -> Iterator[bytes]:
        for text in ixreader.lexicon(self.fieldname):
            if self.takes(spelt(text)):
                yield text


class Tails(Forms):
    """Where the compounds go on whose joined forms the slots take."""

    def takes(self, term: str) -> bool:
        return any(slot.accepts_tail(term) for slot in self.slots)

    def takes_abroad(self, term: str) -> bool:
        return any(slot.accepts_tail_abroad(term) for slot in self.slots)
