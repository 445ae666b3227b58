"""The keys of the article pane: those of reading, and those of selecting.

A key may be bound twice; `ArticlePane.check_action` says which of the two is in force.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.keys import MOVEMENT


def _shown(key: str, action: str, description: str) -> Binding:
    return Binding(key, action, description)


def _hidden(key: str, action: str, description: str) -> Binding:
    return Binding(key, action, description, show=False)


READING: list[BindingType] = [
    _shown("n", "hit(1)", "hit"),
    _shown("N", "hit(-1)", "hit"),
    _shown("right_square_bracket", "quote(1)", "quote"),
    _shown("left_square_bracket", "quote(-1)", "quote"),
    _hidden("right_curly_bracket", "paragraph(1)", "next paragraph"),
    _hidden("left_curly_bracket", "paragraph(-1)", "previous paragraph"),
    _shown("v", "select", "select"),
    _hidden("i", "information", "information"),
    _hidden("o", "open_source", "open source"),
    _hidden("H", "back", "back"),
    _hidden("L", "forward", "forward"),
]

SELECTING: list[BindingType] = [
    _shown("right_parenthesis", "extend('sentence', 1)", "sentence"),
    _hidden("left_parenthesis", "extend('sentence', -1)", "previous sentence"),
    _shown("right_curly_bracket", "extend('paragraph', 1)", "paragraph"),
    _hidden("left_curly_bracket", "extend('paragraph', -1)", "previous paragraph"),
    _shown("quotation_mark", "extend_to_quote", "quote"),
    _shown("o", "swap", "other end"),
    _hidden("w", "extend('word', 1)", "word"),
    _hidden("b", "extend('word', -1)", "previous word"),
    _hidden("l,right", "extend('character', 1)", "character"),
    _hidden("h,left", "extend('character', -1)", "previous character"),
    _hidden("v", "drop", "drop"),
]

PASSAGE: list[BindingType] = [
    _shown("m", "keep", "keep"),
    _shown("y", "yank", "yank"),
    _shown("e", "export", "export"),
    Binding("escape", "drop", "drop", key_display="Esc"),
]

BINDINGS: list[BindingType] = [*READING, *SELECTING, *PASSAGE, *MOVEMENT]

ONLY_READING = {"hit", "quote", "paragraph", "select", "information", "open_source", "back"}
ONLY_READING |= {"forward"}
ONLY_SELECTING = {"extend", "extend_to_quote", "swap", "drop"}
