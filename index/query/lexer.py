"""A query cut into tokens: the only place that knows what each mark means."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from index.article import QueryComplaint
from index.query.dates import span
from index.query.fields import ALIASES, DATE_FIELDS, FIELDS, field_inside, unknown_field
from index.query.nearness import (
    AROUND,
    FARTHEST,
    LONGEST,
    lacks_its_number,
    may_become_nearness,
    nearness,
)
from index.query.tokens import WEIGHT, Kind, Token, is_wordy, read_word
from index.text import fold

MOST_WORDS: Final = 256
"""More words than this in one query are a pasted text, not a question."""

_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"-+|!+(?=[\w\"(=~])|=+(?=\")|\+(?=[\"(])")
_RUN = re.compile(r"[^\s\"()]+")
_NAMED = re.compile(r"([A-Za-z]+):")
_PART = re.compile(r"\w+")
_SLOP = re.compile(r"~(\d{0,9})")
_OPERATORS: dict[str, Kind] = {
    "AND": "and",
    "&&": "and",
    "OR": "or",
    "||": "or",
    "|": "or",
    "NOT": "not",
}
_BRACKETS = {"[": "]", "{": "}"}


def tokenize(query: str, today: date, *, typing: bool = False) -> list[Token]:
    """The tokens of a query, in time linear in its length.

    Punctuation that means nothing is left out. Raises `QueryComplaint` for an unclosed
    quotation mark or bracket, a mistyped field, a star or a tilde that cannot be used, and a
    query of more than `MOST_WORDS` words. With `typing` what touches the end of the query may
    go on: it is complained of only where nothing that follows could mend it.
    """
    return _Lexer(fold(query), today, typing=typing).tokens()


class _Lexer:
    """One query on its way to tokens; `at` is where the next one begins."""

    def __init__(self, text: str, today: date, *, typing: bool) -> None:
        self.text = text
        self.today = today
        self.typing = typing
        self.at = 0
        self.found: list[Token] = []
        self.words = 0
        # For each open parenthesis whether dates stand in it.
        self.groups: list[bool] = []

    def tokens(self) -> list[Token]:
        while self.at < len(self.text):
            if space := _SPACE.match(self.text, self.at):
                self.at = space.end()
                continue
            token = self._next()
            if token is not None:
                self.found.append(token)
                self.words += _words_of(token)
            if self.words > MOST_WORDS:
                raise QueryComplaint(
                    f"This query is too long: it may hold {MOST_WORDS} words.", self.at
                )
        return self.found

    def _next(self) -> Token | None:
        """The token at `at`, None for marks without a meaning; `at` goes behind it."""
        char = self.text[self.at]
        if char == '"':
            return self._phrase(exact=False)
        if char in "()":
            return self._parenthesis(char)
        if self._wants_date() and (token := self._date(char)):
            return token
        if marks := _MARKS.match(self.text, self.at):
            return self._marks(marks)
        return self._run()

    def _marks(self, marks: re.Match[str]) -> Token | None:
        start, self.at = marks.span()
        if marks.group().startswith("="):
            return self._phrase(exact=True)
        opens = start == 0 or self.text[start - 1].isspace() or self.text[start - 1] == "("
        goes_on = self.at < len(self.text) and not self.text[self.at].isspace()
        if opens and goes_on and marks.group() in ("-", "!"):
            return Token("not", marks.group(), start, self.at)
        return None

    def _parenthesis(self, char: str) -> Token:
        start = self.at
        self.at += 1
        if char == "(":
            self.groups.append(self._wants_date())
            return Token("(", char, start, self.at)
        if self.groups:
            self.groups.pop()
        return Token(")", char, start, self.at)

    def _phrase(self, *, exact: bool) -> Token | None:
        start = self.at
        close = self.text.find('"', start + 1)
        if close < 0:
            if not self.typing:
                raise QueryComplaint("The quotation mark opened here is not closed.", start)
            self.at = len(self.text)
            text = self.text[start + 1 :]
            if not is_wordy(text):
                return None
            return Token("phrase", text, start, self.at, exact=exact, is_open=True)
        self.at = close + 1
        number = self._slop()
        if weight := WEIGHT.match(self.text, self.at):
            self.at = weight.end()
        text = self.text[start + 1 : close].strip()
        if not is_wordy(text):
            return None
        return Token("phrase", text, start, self.at, exact=exact, number=number)

    def _slop(self) -> int | None:
        """The number of `"plan annan"~5`."""
        found = _SLOP.match(self.text, self.at)
        if found is None:
            return None
        start, self.at = found.span()
        if self.typing and not found.group(1) and self.at == len(self.text):
            return None
        if not found.group(1) or int(found.group(1)) > FARTHEST:
            raise QueryComplaint(
                f"~ behind a phrase wants a number of words up to {FARTHEST}, "
                'as in "plan annan"~5.',
                start,
            )
        return int(found.group(1))

    def _wants_date(self) -> bool:
        if self.found and self.found[-1].kind == "field":
            return self.found[-1].text in DATE_FIELDS
        return bool(self.groups) and self.groups[-1]

    def _date(self, char: str) -> Token | None:
        """A date, marks, spaces and all: `2012-06-05..`, `>2012`, `June 5, 2012`, `[a to b]`."""
        start = self.at
        if char in _BRACKETS:
            close = self.text.find(_BRACKETS[char], start)
            if close < 0 and not self.typing:
                raise QueryComplaint("The bracket of this date range is not closed.", start)
            inside = close if close >= 0 else len(self.text)
            self.at = min(inside + 1, len(self.text))
            return Token("range", self.text[start + 1 : inside], start, self.at)
        run = _RUN.match(self.text, start)
        if run is None or run.group() in _OPERATORS or _negates(run.group(), self.found):
            return None
        self.at = max(span(self.text, start, self.today, typing=self.typing), start + 1)
        return Token("word", self.text[start : self.at], start, self.at)

    def _run(self) -> Token | None:
        """The token at the head of a run of characters without spaces."""
        start = self.at
        if around := AROUND.match(self.text, start):
            self.at = around.end()
            return Token("near", around.group(), start, self.at, near=nearness(around.group()))
        run = _RUN.match(self.text, start)
        if run is None:
            self.at += 1
            return None
        piece, self.at = run.group(), run.end()
        if not self._is_value(start):
            if piece in _OPERATORS:
                return Token(_OPERATORS[piece], piece, start, self.at)
            if near := nearness(piece):
                return Token("near", piece, start, self.at, near=near)
            if self.typing and may_become_nearness(self.text[start : start + LONGEST + 1]):
                self.at = len(self.text)
                return None
            if lacks_its_number(piece):
                raise QueryComplaint(
                    f"{piece} wants a number of words, or s or p for one sentence or paragraph, "
                    f"as in plan {piece}5 annan.",
                    start,
                )
        if named := _NAMED.match(piece):
            name = named.group(1).lower()
            name = ALIASES.get(name, name)
            if name in FIELDS or name in DATE_FIELDS:
                if self._is_value(start):
                    raise field_inside(name, self.found[-1].text, start)
                self.at = start + named.end()
                return Token("field", name, start, self.at)
            rest = piece[named.end() :]
            # An address is a word, and so is a label that ends a word ("Re:", "Note: …").
            if rest and not rest.startswith("//") and len(name) > 2:
                raise QueryComplaint(unknown_field(name), start)
        return read_word(piece, start, unfinished=self._is_unfinished)

    def _is_value(self, start: int) -> bool:
        """Whether what begins here stands right behind a field's colon."""
        return bool(self.found) and (self.found[-1].kind, self.found[-1].end) == ("field", start)

    @property
    def _is_unfinished(self) -> bool:
        return self.typing and self.at == len(self.text)


def _negates(run: str, before: list[Token]) -> bool:
    """Whether a run in a group of dates begins with a sign that denies."""
    return run.startswith("-") and bool(before) and before[-1].kind != "field"


def _words_of(token: Token) -> int:
    """How many words are looked for: each part of a compound is one."""
    if token.kind in ("phrase", "word", "prefix", "wildcard", "fuzzy"):
        return max(1, sum(1 for _ in _PART.finditer(token.text)))
    return token.kind == "range"
