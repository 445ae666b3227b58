"""A query that is still being typed: what stands so far, without the ends that hang loose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from index.article import LANGUAGES, QueryComplaint, language_begins, language_code
from index.query.dates import HalfRange, dated, may_become
from index.query.fields import DATE_FIELDS, KINDS, NAME_FIELDS, UNKNOWN_LANGUAGE, value_complaint
from index.query.tokens import Token, is_wordy

_WANT_MORE = ("and", "or", "not", "near", "field", "(")
_OPERATORS = ("AND", "OR", "NOT", "NEAR", "AROUND")


def settle(tokens: list[Token], today: date) -> list[Token]:
    """The tokens of a query as far as they can be understood already.

    An operator, a field or a parenthesis at the end that waits for a word is left out, and so is
    the half of an operator, of a date, of a kind, and of a name in quotation marks; what is open
    is closed.
    """
    settled = _without_half_value(list(tokens), today)
    if len(settled) > 1 and _is_half_operator(settled[-1]):
        settled.pop()
    while settled:
        if settled[-1].kind in _WANT_MORE:
            settled.pop()
        elif [token.kind for token in settled[-2:]] == ["(", ")"]:
            del settled[-2:]
        else:
            break
    depth = 0
    for token in settled:
        depth = max(depth + (token.kind == "(") - (token.kind == ")"), 0)
    end = settled[-1].end if settled else 0
    return settled + [Token(")", ")", end, end)] * depth


def _is_half_operator(token: Token) -> bool:
    return token.kind == "word" and any(name.startswith(token.text) for name in _OPERATORS)


def _field_of_last(tokens: list[Token]) -> str | None:
    """The field in which the last token stands, by itself or in parentheses."""
    groups: list[str | None] = []
    field: str | None = None
    for token in tokens[:-1]:
        if token.kind == "(":
            groups.append(field or (groups[-1] if groups else None))
        elif token.kind == ")" and groups:
            groups.pop()
        field = token.text if token.kind == "field" else None
    return field or (groups[-1] if groups else None)


def _without_half_value(tokens: list[Token], today: date) -> list[Token]:
    field = _field_of_last(tokens)
    if field is None or tokens[-1].kind not in ("word", "phrase", "range"):
        return tokens
    value = tokens[-1]
    if field in DATE_FIELDS:
        return tokens[:-1] if _is_half_date(field, value, today) else tokens
    if field == "kind" and value.text.lower() not in KINDS:
        half = any(kind.startswith(value.text.lower()) for kind in KINDS)
        return tokens[:-1] if half else tokens
    if field == "language" and language_code(value.text) not in LANGUAGES:
        half = language_begins(value.text) or UNKNOWN_LANGUAGE.startswith(value.text.lower())
        return tokens[:-1] if half and value.text.lower() != UNKNOWN_LANGUAGE else tokens
    if value.is_open and (field in NAME_FIELDS or field == "tag"):
        whole_words = value.text.rpartition(" ")[0].strip()
        if not is_wordy(whole_words):
            return tokens[:-1]
        return [*tokens[:-1], replace(value, text=whole_words, is_open=False)]
    return tokens


def _is_half_date(field: str, value: Token, today: date) -> bool:
    try:
        dated(field, value.text, value.start, today)
    except HalfRange:
        return True
    except QueryComplaint as complaint:
        if str(complaint) != value_complaint(field):
            return False
        return may_become(value.text, today)
    return False
