"""What narrows a ledger, as parts of the query under which it is opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.archive.naming import NamesOnce
from index.query import And, Everything, Field, Node, Or, Phrase, Prefix, Query, Word
from index.store import names
from index.text import fold

_WORD: Final = re.compile(r"\w+")
_LEAST: Final = 3
"""Letters from which what is typed may go on in the words of a quote. Fewer begin most words."""

_BEGUN: Final = "\0"
"""Stands before the beginning of a name in the tree. Nobody can type it."""
_ABOUT: Final = "\0\0"


@dataclass(frozen=True, slots=True)
class Wanted(NamesOnce):
    """Names as they are typed into a ledger, too: begun, and those of the actors `about`."""

    about: frozenset[int] = frozenset()

    def actors(self, name: str) -> frozenset[int]:
        if name == _ABOUT:
            return self.about
        if name.startswith(_BEGUN):
            return names.begun(self.database.connection(), name.removeprefix(_BEGUN))
        return NamesOnce.actors(self, name)


def narrow(query: Query | None, narrowed: str, about: frozenset[int] | None) -> Node | None:
    """What is asked for; the root of the query itself where nothing narrows it, None for all."""
    parts: list[Node] = []
    if query is not None and not isinstance(query.root, Everything):
        parts.append(query.root)
    if about is not None:
        parts.append(Field("about", Phrase(_ABOUT)))
    for word in _WORD.findall(fold(narrowed)):
        said = Prefix(word) if len(word) >= _LEAST else Word(word)
        parts.append(Or((Field("speaker", Phrase(_BEGUN + word)), Field("said", said))))
    return And(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
