"""Words of a page, on one line and for comparing."""

from __future__ import annotations

import html
import re

from index.readers.html.trees import Element

_SPACES = re.compile(r"\s+")
_LONGEST_LINE = 400
_WORD = re.compile(r"\w+")

Grams = frozenset[tuple[str, ...]]


def plain(words: str) -> str:
    """Words of a property on one line; some sites escape what needs no escaping, even twice."""
    return " ".join(html.unescape(html.unescape(words)).split())


def words_of(element: Element) -> str:
    """The words in an element, on one line."""
    parts = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part.strip())
        if length > _LONGEST_LINE:
            break
    return _SPACES.sub(" ", "".join(parts)).strip()[:_LONGEST_LINE]


def letters(words: str) -> str:
    """Only the letters and figures, for comparing."""
    return "".join(filter(str.isalnum, words.casefold()))


def tokens(words: str) -> list[str]:
    """The words, for counting."""
    return _WORD.findall(words.casefold())


def grams(words: str) -> Grams:
    """The words three by three; fewer together where there are fewer."""
    found = tokens(words)
    return frozenset(tuple(found[at : at + 3]) for at in range(max(1, len(found) - 2))) - {()}
