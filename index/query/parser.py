"""Tokens to a tree. AND binds closer than OR; words side by side mean AND."""

from __future__ import annotations

from datetime import date

from index.article import QueryComplaint
from index.query.dates import date_range, one_date
from index.query.fields import KINDS, NAME_FIELDS, value_complaint
from index.query.lexer import Token, tokenize
from index.query.tree import (
    Everything,
    Field,
    Node,
    Not,
    Phrase,
    Prefix,
    Query,
    Word,
    both,
    either,
)

DEEPEST = 32
"""How many parentheses may stand inside one another."""


def parse(query: str, *, today: date) -> Query:
    """What a query asks for. `today` is the day that `date:today` means.

    Raises `QueryComplaint`, whose sentence says what is wrong and whose `at` says where, and
    nothing else, whatever the string.
    """
    tokens = tokenize(query)
    if not tokens:
        if query.strip():
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
        if following is None or following.kind in ("and", "or", ")"):
            raise _lonely(operator)

    def unary(self, field: str | None) -> Node:
        negated = False
        while (token := self.peek()) is not None and token.kind == "not":
            self.take()
            self.wants_word_after(token)
            negated = not negated
        node = self.primary(field)
        return Not(node) if negated else node

    def primary(self, field: str | None) -> Node:
        token = self.take()
        if token.kind in ("and", "or"):
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
            raise QueryComplaint(
                f"`{name}:` cannot stand inside `{outer}:`; put the two side by side.",
                token.start,
            )
        following = self.peek()
        if following is None or following.kind in ("and", "or", "not", ")"):
            raise QueryComplaint(value_complaint(name), token.start)
        node = self.primary(name)
        return node if name == "date" else Field(name, node)

    def value(self, token: Token, field: str | None) -> Node:
        """A word, phrase or prefix; inside a field with values of its own, checked."""
        if field == "date":
            if token.kind == "range":
                return date_range(token.text, token.start, self.today)
            if token.kind != "prefix":
                return one_date(token.text, token.start, self.today)
            raise QueryComplaint(value_complaint(field), token.start)
        if field == "kind":
            if token.kind != "prefix" and token.text.lower() in KINDS:
                return Word(token.text.lower(), token.start, token.end)
            raise QueryComplaint(value_complaint(field), token.start)
        if token.kind == "prefix":
            if field in NAME_FIELDS:
                raise QueryComplaint(
                    f"`{field}:` takes a name without a star, as in {field}:Lavrov.", token.start
                )
            return Prefix(token.text, token.start, token.end)
        kind = Phrase if token.kind == "phrase" else Word
        return kind(token.text, token.start, token.end)


def _lonely(operator: Token) -> QueryComplaint:
    if operator.kind == "not":
        example = "-truce" if operator.text == "-" else "NOT truce"
        return QueryComplaint(
            f"`{operator.text}` wants a word after it, as in ceasefire {example}.", operator.start
        )
    return QueryComplaint(
        f"{operator.text} wants a word on each side, as in ceasefire {operator.text} truce.",
        operator.start,
    )
