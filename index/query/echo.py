"""The one-line echo: how a query was understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.query.clauses import split_quote_clauses
from index.query.tree import (
    And,
    DateRange,
    Everything,
    Field,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
)
from index.text import one_line

_SAYS = {
    "title": "headline has {}",
    "body": "body has {}",
    "said": "saying {}",
    "speaker": "said by {}",
    "about": "about {}",
    "kind": "{} speech",
    "actor": "with {}",
    "byline": "written by {}",
    "outlet": "published by {}",
    "agency": "copy of {}",
    "place": "datelined {}",
    "file": "file named {}",
}


def describe(query: Query, written: Mapping[str, Sequence[str]] | None = None) -> str:
    """One line that says how the query was understood.

    `written` gives, for a word of the query, other ways in which the archive's articles write
    it ("ceasefire": ["cease-fire"]).
    """
    root = query.root
    if isinstance(root, Everything):
        return "all articles, newest first"
    words = list(_bare_words(root))
    if isinstance(root, Word):
        line = "one word, stemmed"
    elif isinstance(root, And) and all(isinstance(part, Word) for part in root.parts):
        line = "all words, stemmed"
    elif isinstance(root, Phrase):
        line = "the phrase, word for word"
    else:
        line = _clause(root, outer=None) + ("; words stemmed" if words else "")
    return "; ".join([line, *_equal_forms(words, written or {}), *_small_operators(words)])


def _small_operators(words: list[Word]) -> Iterator[str]:
    does = {"and": "joins", "or": "joins", "not": "leaves out"}
    for small in dict.fromkeys(word.text for word in words if word.text in does):
        yield f"{small} is a word here, {small.upper()} {does[small]}"


def _bare_words(node: Node) -> Iterator[Word]:
    """The words that are stemmed, in the order in which they stand."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _bare_words(part)
    elif isinstance(node, Not) or (
        isinstance(node, Field) and node.name in ("title", "body", "said")
    ):
        yield from _bare_words(node.part)


def _equal_forms(words: list[Word], written: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for text in dict.fromkeys(word.text for word in words):
        joined = text.replace("-", "")
        others = [joined] if joined != text and not joined.isdigit() else []
        others += [form for form in written.get(text, ()) if form not in (text, joined)]
        if others:
            yield " = ".join(one_line(form) for form in (text, *others))


def _clause(node: Node, outer: type[And] | type[Or] | None) -> str:
    if isinstance(node, Word):
        return one_line(node.text)
    if isinstance(node, Phrase):
        return f"“{one_line(node.text)}”"
    if isinstance(node, Prefix):
        return f"{one_line(node.text)}…"
    if isinstance(node, DateRange):
        return _days(node)
    if isinstance(node, Field):
        return _SAYS[node.name].format(_clause(node.part, outer=And))
    if isinstance(node, Not):
        return f"not {_clause(node.part, outer=And)}"
    if isinstance(node, And):
        return _conjunction(node, outer)
    if isinstance(node, Or):
        line = " or ".join(_clause(part, outer=Or) for part in node.parts)
        return f"({line})" if outer is not None else line
    return "all articles"


def _conjunction(node: And, outer: type[And] | type[Or] | None) -> str:
    quoted, others = split_quote_clauses(node)
    pieces = [_clause(part, outer=And) for part in others]
    if len(quoted) > 1:
        pieces.append("in one quote: " + ", ".join(_clause(part, outer=And) for part in quoted))
    else:
        pieces += [_clause(part, outer=And) for part in quoted]
    line = " and ".join(pieces)
    return f"({line})" if outer is not None else line


def _days(node: DateRange) -> str:
    if node.first is None:
        return f"until {node.last}"
    if node.last is None:
        return f"since {node.first}"
    return f"on {node.first}" if node.first == node.last else f"{node.first} to {node.last}"
