"""One token to a term: a word, a phrase, a pattern, a misspelling, words near each other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from index.article import QueryComplaint
from index.query.tokens import Token, read_word
from index.query.tree import Fuzzy, Near, Phrase, Prefix, Term, Wildcard, Word

MOST_IN_PATTERNS: Final = 16
"""More words than this in a phrase with a star or a number are not looked for."""

_PIECE = re.compile(r"\S+")
_PART = re.compile(r"[^\s-]+")
_PATTERN = re.compile(r"\*|\?\w")


def term(token: Token) -> Term:
    """The term that a token stands for. Raises `QueryComplaint`."""
    if token.kind == "prefix":
        return Prefix(token.text, token.start, token.end)
    if token.kind == "wildcard":
        return Wildcard(token.text, token.start, token.end)
    if token.kind == "fuzzy":
        return Fuzzy(token.text, token.number or 1, token.start, token.end)
    if token.kind == "phrase":
        return _phrase(token)
    return Word(token.text, token.start, token.end, exact=token.exact)


def _phrase(token: Token) -> Term:
    opens = token.is_open and not token.text[-1].isspace()
    found: Term | None = None
    if token.number:
        found = _loose(_terms(token, _PIECE), token.number)
    elif opens or _PATTERN.search(token.text):
        found = _with_patterns(_terms(token, _PART), opens=opens)
    if found is not None:
        return found
    return Phrase(token.text.strip(), token.start, token.end, whole=token.exact)


def _loose(parts: list[Term], number: int) -> Term | None:
    """Words in any form and order, with room for as many others as `number` allows two."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return Near(tuple(parts), number + len(parts) - 2)


def _with_patterns(terms: list[Term], *, opens: bool) -> Term | None:
    """A phrase in which a word is a pattern, or the last one may go on."""
    parts = [replace(part, exact=True) if isinstance(part, Word) else part for part in terms]
    last = parts[-1] if parts else None
    if opens and isinstance(last, Word):
        parts[-1] = Prefix(last.text, last.start, last.end)
    if len(parts) < 2:
        return parts[0] if parts else None
    return Near(tuple(parts), len(parts) - 1, ordered=True)


def _terms(token: Token, piece: re.Pattern[str]) -> list[Term]:
    """The words of a phrase, each as a term of its own."""
    at = token.start + (2 if token.exact else 1)
    pieces = (read_word(found.group(), at + found.start()) for found in piece.finditer(token.text))
    terms = [term(found) for found in pieces if found is not None]
    if len(terms) > MOST_IN_PATTERNS:
        raise QueryComplaint(
            f"A phrase with a star or a number may hold {MOST_IN_PATTERNS} words.", token.start
        )
    return terms
