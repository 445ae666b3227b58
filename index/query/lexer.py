"""A query cut into tokens: the only place that knows what each mark means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.article import QueryComplaint
from index.query.fields import ALIASES, FIELDS, unknown_field
from index.text import fold

Kind = Literal["word", "phrase", "prefix", "range", "field", "and", "or", "not", "(", ")"]

MOST_WORDS = 256
"""More words than this in one query are a pasted text, not a question."""

_SPACE = re.compile(r"\s+")
_DASHES = re.compile(r"-+")
_RUN = re.compile(r"[^\s\"()]+")
_NAMED = re.compile(r"([A-Za-z]+):")
_EDGES = ".,;:!?*%$@^~=|\\/<>[]{}_…–—·•'-+#&"
_OPERATORS: dict[str, Kind] = {"AND": "and", "OR": "or", "NOT": "not"}


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the word, the words of the phrase, the field's name; offsets into the query."""

    kind: Kind
    text: str
    start: int
    end: int


def is_wordy(text: str) -> bool:
    """Whether anything in the text can be searched for: a letter or a digit."""
    return any(char.isalnum() for char in text)


def tokenize(query: str) -> list[Token]:
    """The tokens of a query, in time linear in its length.

    Punctuation that means nothing is left out. Raises `QueryComplaint` for an unclosed
    quotation mark or bracket, a mistyped field, a star that does not end a word, and a query
    of more than `MOST_WORDS` words.
    """
    text = fold(query)
    tokens: list[Token] = []
    words = 0
    at = 0
    while at < len(text):
        char = text[at]
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        if char == '"':
            token, at = _phrase(text, at)
            if is_wordy(token.text):
                tokens.append(token)
                words += len(token.text.split())
        elif char in "()":
            tokens.append(Token("(" if char == "(" else ")", char, at, at + 1))
            at += 1
        elif dashes := _DASHES.match(text, at):
            if _negates(text, dashes):
                tokens.append(Token("not", "-", at, at + 1))
            at = dashes.end()
        elif char == "[" and tokens and (tokens[-1].kind, tokens[-1].text) == ("field", "date"):
            close = text.find("]", at)
            if close < 0:
                raise QueryComplaint("The bracket of this date range is not closed.", at)
            tokens.append(Token("range", text[at + 1 : close], at, close + 1))
            at = close + 1
        elif run := _day(text, at, tokens):
            tokens.append(run)
            at = run.end
        else:
            token_or_none, at = _run(text, at)
            if token_or_none is not None:
                tokens.append(token_or_none)
                words += token_or_none.kind in ("word", "prefix")
        if words > MOST_WORDS:
            raise QueryComplaint(f"This query is too long: it may hold {MOST_WORDS} words.", at)
    return tokens


def _day(text: str, at: int, tokens: list[Token]) -> Token | None:
    """What stands right behind `date:`, marks and all: `2012-06-05..`, `>2012`."""
    run = _RUN.match(text, at)
    if run is None or not tokens or tokens[-1].end != at:
        return None
    if (tokens[-1].kind, tokens[-1].text) != ("field", "date") or "*" in run.group():
        return None
    return Token("word", run.group().rstrip(",;:!?"), at, run.end())


def _negates(text: str, dashes: re.Match[str]) -> bool:
    start, end = dashes.span()
    opens = start == 0 or text[start - 1].isspace() or text[start - 1] == "("
    return opens and end - start == 1 and end < len(text) and not text[end].isspace()


def _phrase(text: str, at: int) -> tuple[Token, int]:
    close = text.find('"', at + 1)
    if close < 0:
        raise QueryComplaint("The quotation mark opened here is not closed.", at)
    if text[close + 1 : close + 2] == "~":
        raise QueryComplaint(
            "There is no search for words near each other; leave out what begins with ~.",
            close + 1,
        )
    return Token("phrase", text[at + 1 : close].strip(), at, close + 1), close + 1


def _run(text: str, at: int) -> tuple[Token | None, int]:
    """The token at the head of a run of characters without spaces, and where to go on."""
    run = _RUN.match(text, at)
    if run is None:
        return None, at + 1
    piece, end = run.group(), run.end()
    if piece in _OPERATORS:
        return Token(_OPERATORS[piece], piece, at, end), end
    if named := _NAMED.match(piece):
        name = named.group(1).lower()
        name = ALIASES.get(name, name)
        if name in FIELDS:
            return Token("field", name, at, at + named.end()), at + named.end()
        rest = piece[named.end() :]
        # An address is a word, and so is a label that ends a word ("Re:", "Note: …").
        if rest and not rest.startswith("//") and len(name) > 2:
            raise QueryComplaint(unknown_field(name), at)
    return _word(piece, at), end


def _word(piece: str, at: int) -> Token | None:
    if "*" in piece:
        return _starred(piece, at)
    if not is_wordy(piece):
        return None
    start = at + len(piece) - len(piece.lstrip(_EDGES))
    core = piece.lstrip(_EDGES)
    bare = core.rstrip(_EDGES)
    # The dot of an acronym and the marks of C++ and C# belong to the word.
    tail = core[len(bare) :]
    if tail.startswith("++"):
        bare += "++"
    elif tail[:1] == "#" or (tail[:1] == "." and "." in bare):
        bare += tail[0]
    return Token("word", bare, start, start + len(bare))


def _starred(piece: str, at: int) -> Token:
    core = piece.rstrip(_EDGES).lstrip(_EDGES.replace("*", ""))
    star = at + piece.index("*")
    if core.startswith("*") or not is_wordy(core):
        raise QueryComplaint(
            "A star wants the beginning of a word before it, as in sanction*.", star
        )
    if "*" in core:
        raise QueryComplaint("A star can only end a word, as in sanction*.", star)
    start = at + piece.index(core)
    return Token("prefix", core, start, start + len(core) + 1)
