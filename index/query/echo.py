"""The one-line echo: how a query was understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from index.article import language_name
from index.query.clauses import split_quote_clauses
from index.query.days import UNDATED
from index.query.fields import UNKNOWN_LANGUAGE, WORD_FIELDS
from index.query.tree import (
    And,
    DateRange,
    Everything,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Wildcard,
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
    "tag": "kept with the tag {}",
    "file": "file named {}",
    "language": "in {}",
}
_SMALL = {"and": "joins", "or": "joins", "not": "leaves out", "near": "joins"}
_LETTERS = {1: "a letter", 2: "two letters"}


def describe(query: Query, written: Mapping[str, Sequence[str]] | None = None) -> str:
    """One line that says how the query was understood.

    `written` gives, for a word of the query, other ways in which the archive's articles write
    it ("ceasefire": ["cease-fire"]).
    """
    root = query.root
    if isinstance(root, Everything):
        return "all articles, newest first"
    words = list(_stemmed(root))
    if isinstance(root, Word):
        line = "this word, exactly as typed" if root.exact else "one word, stemmed"
    elif isinstance(root, And) and all(
        isinstance(part, Word) and not part.exact for part in root.parts
    ):
        line = "all words, stemmed"
    elif isinstance(root, Phrase):
        line = f"the phrase, {'exactly as typed' if root.whole else 'word for word'}"
    else:
        line = _clause(root, outer=None) + ("; words stemmed" if words else "")
    notes = [*_marks(root), *_equal_forms(words, written or {}), *_small_operators(words)]
    return "; ".join([line, *notes])


def _small_operators(words: list[Word]) -> Iterator[str]:
    for small in dict.fromkeys(word.text for word in words if word.text in _SMALL):
        yield f"{small} is a word here, {small.upper()} {_SMALL[small]}"


def _marks(root: Node) -> Iterator[str]:
    """What the marks of the patterns in a query stand for."""
    patterns = [term.text for term in _terms(root) if isinstance(term, Wildcard)]
    if any("?" in pattern for pattern in patterns):
        yield "? is any one letter"
    if any("*" in pattern for pattern in patterns):
        yield "* any letters or none"


def _terms(node: Node, field: str | None = None) -> Iterator[Word | Wildcard]:
    """The words that are stemmed, and the patterns, in the order in which they stand."""
    if isinstance(node, Word):
        if not node.exact and (field is None or field in WORD_FIELDS):
            yield node
    elif isinstance(node, Wildcard):
        yield node
    elif isinstance(node, And | Or | Near):
        for part in node.parts:
            yield from _terms(part, field)
    elif isinstance(node, Not):
        yield from _terms(node.part, field)
    elif isinstance(node, Field):
        yield from _terms(node.part, node.name)


def _stemmed(node: Node) -> Iterator[Word]:
    return (term for term in _terms(node) if isinstance(term, Word))


def _equal_forms(words: list[Word], written: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for text in dict.fromkeys(word.text for word in words):
        joined = text.replace("-", "")
        others = [joined] if joined != text and not joined.isdigit() else []
        others += [form for form in written.get(text, ()) if form not in (text, joined)]
        if others:
            yield " = ".join(one_line(form) for form in (text, *others))


def _clause(node: Node, outer: type[And | Or | Near] | None) -> str:
    if isinstance(node, Word):
        return f"exactly {one_line(node.text)}" if node.exact else one_line(node.text)
    if isinstance(node, Phrase):
        return f"{'exactly ' if node.whole else ''}“{one_line(node.text)}”"
    if isinstance(node, Prefix):
        return f"{one_line(node.text)}…"
    if isinstance(node, Wildcard):
        return one_line(node.text)
    if isinstance(node, Fuzzy):
        return f"{one_line(node.text)} give or take {_LETTERS[node.edits]}"
    if isinstance(node, Near):
        if node.is_phrase:
            words = (_clause(part, None).removeprefix("exactly ") for part in node.parts)
            return f"“{' '.join(words)}”"
        return _near(node) if outer is None else f"({_near(node)})"
    if isinstance(node, DateRange):
        return _days(node)
    if isinstance(node, Field):
        part = _by_name(node.part) if node.name == "language" else node.part
        return _SAYS[node.name].format(_clause(part, outer=And))
    if isinstance(node, Not):
        return "without a date" if node.part == UNDATED else f"not {_clause(node.part, outer=And)}"
    if isinstance(node, And):
        return _conjunction(node, outer)
    if isinstance(node, Or):
        line = " or ".join(_clause(part, outer=Or) for part in node.parts)
        return f"({line})" if outer is not None else line
    return "all articles"


def _by_name(node: Node) -> Node:
    """Languages by their names instead of their codes."""
    if isinstance(node, Word):
        known = node.text != UNKNOWN_LANGUAGE
        return Word(language_name(node.text) if known else "an unknown language")
    if isinstance(node, And | Or):
        return type(node)(tuple(map(_by_name, node.parts)))
    return Not(_by_name(node.part)) if isinstance(node, Not) else node


def _near(node: Near) -> str:
    parts = [_clause(part, outer=Near) for part in node.parts]
    line = f", then {parts[-1]}" if node.ordered else f" and {parts[-1]}"
    line = (", then " if node.ordered else ", ").join(parts[:-1]) + line
    if node.distance is None:
        return f"{line} in one {node.within}"
    if node.distance == 1:
        return f"{line} side by side"
    return f"{line} within {node.distance} words"


def _conjunction(node: And, outer: type[And | Or | Near] | None) -> str:
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
