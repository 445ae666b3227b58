"""The keys of the article pane: those of reading, and those of selecting.

A key may be bound twice; `ArticlePane.check_action` says which of the two is in force.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys import MOVEMENT


def _shown(key: str, action: str, description: str, brief: str) -> Binding:
    """A key that the footer names, in brief; keys of one brief name stand together there."""
    return Binding(key, action, description, group=Binding.Group(brief))


def _hidden(key: str, action: str, description: str) -> Binding:
    return Binding(key, action, description, show=False)


READING: list[BindingType] = [
    _shown("n", "hit(1)", "next hit", "hit"),
    _shown("N", "hit(-1)", "previous hit", "hit"),
    _shown("right_square_bracket", "quote(1)", "next quote", "quote"),
    _shown("left_square_bracket", "quote(-1)", "previous quote", "quote"),
    _hidden("right_curly_bracket", "paragraph(1)", "next paragraph"),
    _hidden("left_curly_bracket", "paragraph(-1)", "previous paragraph"),
    _shown("v", "select", "select", "select"),
    _hidden("c", "correct", "correct the quote"),
    _hidden("i", "information", "information"),
    _hidden("o", "open_source", "open source"),
    _hidden("H", "back", "back to the article before"),
    _hidden("L", "forward", "forward again"),
]

SELECTING: list[BindingType] = [
    _shown("right_parenthesis", "extend('sentence', 1)", "select: sentence", "sentence"),
    _hidden("left_parenthesis", "extend('sentence', -1)", "select: sentence back"),
    _shown("right_curly_bracket", "extend('paragraph', 1)", "select: paragraph", "paragraph"),
    _hidden("left_curly_bracket", "extend('paragraph', -1)", "select: paragraph back"),
    _shown("quotation_mark", "extend_to_quote", "select: the quote", "quote"),
    _shown("o", "swap", "select: by the other end", "other end"),
    _hidden("w", "extend('word', 1)", "select: word"),
    _hidden("b", "extend('word', -1)", "select: word back"),
    _hidden("l,right", "extend('character', 1)", "select: character"),
    _hidden("h,left", "extend('character', -1)", "select: character back"),
]

# Where there is little room the first keys are named: whoever selects will want to keep.
KEEPING: list[BindingType] = [_shown("m", "keep", "keep the selection or paragraph", "keep")]

PASSAGE: list[BindingType] = [
    _shown("y", "yank", "yank it with its citation", "yank"),
    _shown("e", "export", "export", "export"),
    _hidden("v,escape", "drop", "select: drop"),
]

BINDINGS: list[BindingType] = [*READING, *KEEPING, *SELECTING, *PASSAGE, *MOVEMENT]

ONLY_READING = {"hit", "quote", "paragraph", "select", "information", "open_source", "back"}
ONLY_READING |= {"forward", "correct"}
ONLY_SELECTING = {"extend", "extend_to_quote", "swap", "drop"}
