"""Tokens to a tree. Nearness binds closest, then NOT, AND, OR; words side by side mean AND."""

from __future__ import annotations

from datetime import date
from typing import Final

from index.article import LANGUAGES, QueryComplaint, language_code
from index.query.dates import dated
from index.query.fields import (
    DATE_FIELDS,
    KINDS,
    NAME_FIELDS,
    UNKNOWN_LANGUAGE,
    WORD_FIELDS,
    field_inside,
    value_complaint,
)
from index.query.lexer import tokenize
from index.query.terms import term
from index.query.together import near
from index.query.tokens import Token
from index.query.tree import Everything, Field, Node, Not, Phrase, Query, Word, both, either
from index.query.unfinished import settle

DEEPEST: Final = 32
"""How many parentheses may stand inside one another."""

MOST_NEAR: Final = 8
"""How many operators of nearness may follow each other."""


def parse(query: str, *, today: date, typing: bool = False) -> Query:
    """What a query asks for. `today` is the day that `date:today` means.

    With `typing` the query is understood as far as it goes: an open quotation mark or
    parenthesis, an operator or a field at its end is no mistake yet.

    Raises `QueryComplaint`, whose sentence says what is wrong and whose `at` says where, and
    nothing else, whatever the string.
    """
    tokens = tokenize(query, today, typing=typing)
    if typing:
        tokens = settle(tokens, today)
    if not tokens:
        if query.strip() and not typing:
            raise QueryComplaint("There is no word in this query to search for.", 0)
        return Query(query, Everything())
    return Query(query, _Parser(tokens, today).whole())


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, tokens: list[Token], today: date) -> None:
        self.tokens = tokens
        self.today = today
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        node = self.either(None)
        if (stray := self.peek()) is not None:
            raise QueryComplaint(
                "This closing parenthesis has no opening one before it.", stray.start
            )
        return node

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def either(self, field: str | None) -> Node:
        node = self.both(field)
        while (token := self.peek()) is not None and token.kind == "or":
            self.take()
            self.wants_word_after(token)
            node = either(node, self.both(field))
        return node

    def both(self, field: str | None) -> Node:
        node = self.unary(field)
        while (token := self.peek()) is not None and token.kind not in ("or", ")"):
            if token.kind == "and":
                self.take()
                self.wants_word_after(token)
            node = both(node, self.unary(field))
        return node

    def wants_word_after(self, operator: Token) -> None:
        following = self.peek()
        if following is None or following.kind in ("and", "or", "near", ")"):
            raise _lonely(operator)

    def unary(self, field: str | None) -> Node:
        negated = False
        while (token := self.peek()) is not None and token.kind == "not":
            self.take()
            self.wants_word_after(token)
            negated = not negated
        node = self.together(field)
        return Not(node) if negated else node

    def together(self, field: str | None) -> Node:
        """One condition, or several whose words stand near each other."""
        node = self.primary(field)
        chained = 0
        while (token := self.peek()) is not None and token.near is not None:
            self.take()
            following = self.peek()
            if following is None or following.kind in ("and", "or", "not", "near", ")"):
                raise _lonely(token)
            chained += 1
            if chained > MOST_NEAR:
                raise QueryComplaint(
                    f"At most {MOST_NEAR + 1} words can be asked to stand near each other.",
                    token.start,
                )
            node = near(node, self.primary(field), token.near, token, field)
        return node

    def primary(self, field: str | None) -> Node:
        token = self.take()
        if token.kind in ("and", "or", "near"):
            raise _lonely(token)
        if token.kind == ")":
            raise QueryComplaint(
                "This closing parenthesis has no opening one before it.", token.start
            )
        if token.kind == "(":
            return self.group(token, field)
        if token.kind == "field":
            return self.field(token, field)
        return self.value(token, field)

    def group(self, opening: Token, field: str | None) -> Node:
        following = self.peek()
        if following is not None and following.kind == ")":
            raise QueryComplaint("Nothing stands between these parentheses.", opening.start)
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryComplaint("Too many parentheses stand inside one another.", opening.start)
        if following is None:
            raise QueryComplaint("The parenthesis opened here is not closed.", opening.start)
        node = self.either(field)
        if self.peek() is None:
            raise QueryComplaint("The parenthesis opened here is not closed.", opening.start)
        self.take()
        self.depth -= 1
        return node

    def field(self, token: Token, outer: str | None) -> Node:
        name = token.text
        if outer is not None:
            raise field_inside(name, outer, token.start)
        following = self.peek()
        if following is None or following.kind in ("and", "or", "not", "near", ")"):
            raise QueryComplaint(value_complaint(name), token.start)
        node = self.primary(name)
        return node if name in DATE_FIELDS else Field(name, node)

    def value(self, token: Token, field: str | None) -> Node:
        """A term; inside a field with values of its own, checked."""
        if field in DATE_FIELDS:
            return dated(field or "", token.text, token.start, self.today)
        if field == "kind":
            if token.kind in ("word", "phrase") and token.text.lower() in KINDS:
                return Word(token.text.lower(), token.start, token.end)
            raise QueryComplaint(value_complaint(field), token.start)
        if field == "language":
            return _language(token)
        if field is None or field in WORD_FIELDS:
            return term(token)
        if field in NAME_FIELDS or field == "tag":
            return _name(token, field)
        if token.exact and token.kind in ("word", "phrase") and not token.is_open:
            return Phrase(token.text, token.start, token.end, whole=True)
        return term(token)


def _name(token: Token, field: str) -> Node:
    if token.kind not in ("word", "phrase") or token.number is not None:
        wanted = "a tag" if field == "tag" else "a name"
        example = "tag:syria" if field == "tag" else f"{field}:Lavrov"
        raise QueryComplaint(
            f"`{field}:` takes {wanted} without a star or a tilde, as in {example}.", token.start
        )
    if token.exact:
        return Phrase(token.text, token.start, token.end, whole=True)
    return (Phrase if token.kind == "phrase" else Word)(token.text, token.start, token.end)


def _language(token: Token) -> Node:
    """A language, as its code, by any of its names."""
    told = token.text.strip().lower() if token.kind in ("word", "phrase") else ""
    code = told if told == UNKNOWN_LANGUAGE else language_code(told)
    if code is None or (code not in LANGUAGES and not (len(told) == 2 or told == code)):
        raise QueryComplaint(value_complaint("language"), token.start)
    return Word(code, token.start, token.end)


def _lonely(operator: Token) -> QueryComplaint:
    if operator.kind == "not":
        example = "NOT truce" if operator.text == "NOT" else f"{operator.text}truce"
        return QueryComplaint(
            f"`{operator.text}` wants a word after it, as in ceasefire {example}.", operator.start
        )
    return QueryComplaint(
        f"{operator.text} wants a word on each side, as in ceasefire {operator.text} truce.",
        operator.start,
    )
