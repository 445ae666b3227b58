"""The tokens of a query, and a run of characters read as one: a word, a pattern, a misspelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from index.article import QueryComplaint
from index.query.nearness import Nearness

Value = Literal["word", "phrase", "prefix", "wildcard", "fuzzy", "range"]
Kind = Value | Literal["field", "near", "and", "or", "not", "(", ")"]

EDGES: Final = ".,;:!?*%$@^~=|\\/<>[]{}_…–—·•'-+#&"
"""Marks that belong to no word at its beginning or end."""

WEIGHT: Final = re.compile(r"\^\d{1,4}(?:\.\d{1,4})?")
"""What gives a word more weight elsewhere (`truce^2`); it means nothing here."""

_AROUND_STARS = EDGES.replace("*", "")
_BEFORE_STARS = _AROUND_STARS.replace("?", "")
_ONE_LETTER = re.compile(r"\?[\w*]")
_STARS = re.compile(r"\*+")
_FUZZY = re.compile(r"(?P<before>~*)(?P<word>[^~]+)(?:~(?P<edits>\d+(?:\.\d+)?)?[.,;:!?]*)?")
_SHORTEST = {1: 3, 2: 5}


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the word, the words of the phrase, the field's name; offsets into the query.

    `number` is how many letters of a fuzzy word may differ, or how near each other the words of
    a phrase stand (None: next to each other). `is_open` tells a phrase whose end is not typed.
    """

    kind: Kind
    text: str
    start: int
    end: int
    exact: bool = False
    number: int | None = None
    near: Nearness | None = None
    is_open: bool = False


def is_wordy(text: str) -> bool:
    """Whether anything in the text can be searched for: a letter or a digit."""
    return any(char.isalnum() for char in text)


def read_word(piece: str, at: int, *, unfinished: bool = False) -> Token | None:
    """What a run of characters without spaces stands for; None where it has no letter or digit.

    One that is `unfinished` may go on, and is None as long as it could only be complained of.
    Raises `QueryComplaint`.
    """
    # An address is a word, whatever marks it has.
    if "//" in piece:
        return _plain(piece, at)
    bare = piece
    if (weight := piece.rfind("^")) > 0 and WEIGHT.fullmatch(piece, weight):
        bare = piece[:weight]
    if "*" in bare or _ONE_LETTER.search(bare):
        return _pattern(bare, at, unfinished=unfinished)
    if "~" in bare and (found := _FUZZY.fullmatch(bare)):
        return _fuzzy(found, at, unfinished=unfinished)
    return _plain(bare, at)


def _plain(piece: str, at: int) -> Token | None:
    if not is_wordy(piece):
        return None
    core = piece.lstrip(EDGES)
    start = at + len(piece) - len(core)
    bare = core.rstrip(EDGES)
    # The dot of an acronym and the marks of C++ and C# belong to the word.
    tail = core[len(bare) :]
    if tail.startswith("++"):
        bare += "++"
    elif tail[:1] == "#" or (tail[:1] == "." and "." in bare):
        bare += tail[0]
    exact = piece.lstrip("+").startswith("=")
    return Token("word", bare, start, start + len(bare), exact=exact)


def _pattern(piece: str, at: int, *, unfinished: bool) -> Token | None:
    core = piece.lstrip(_BEFORE_STARS).rstrip(_AROUND_STARS)
    start = at + piece.index(core)
    if not is_wordy(core):
        if unfinished or "*" not in core:
            return None
        raise QueryComplaint(
            "A star stands for letters and wants some beside it, as in sanction* or *ment.",
            at + piece.index("*"),
        )
    text = _STARS.sub("*", core)
    if text.endswith("*") and "*" not in text[:-1] and not _ONE_LETTER.search(text):
        return Token("prefix", text.rstrip(EDGES), start, start + len(core))
    return Token("wildcard", text, start, start + len(core))


def _fuzzy(found: re.Match[str], at: int, *, unfinished: bool) -> Token | None:
    word = _plain(found["word"], at + found.start("word"))
    asked = found["before"] or found.string[found.end("word") :].startswith("~")
    if word is None or not asked or not any(char.isalpha() for char in word.text):
        return word
    edits = {None: 1, "1": 1, "2": 2}.get(found["edits"])
    if edits is None:
        raise QueryComplaint(
            "~ behind a word wants 1 or 2, how many letters may differ, as in cesefire~2.",
            at + found.end("word"),
        )
    if len(word.text) < _SHORTEST[edits]:
        if unfinished:
            return None
        fewest = {1: "three", 2: "five"}[edits]
        raise QueryComplaint(
            f"Too many words are like “{word.text}”; ~{edits} wants at least {fewest} letters, "
            f"as in cesefire~{edits}.",
            word.start,
        )
    return Token("fuzzy", word.text, at, at + found.end(), number=edits)
