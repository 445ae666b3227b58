"""The keys that more than one pane shares, told once.

Movement is hidden from the footer: readers have these keys in their fingers, and `?` lists
them. They live on panes, never on the app, so that none fires while an input has the focus.
"""

from __future__ import annotations

from textual.binding import Binding


def _hidden(key: str, action: str, description: str) -> Binding:
    return Binding(key, action, description, show=False)


MOVEMENT: list[Binding] = [
    _hidden("j,down", "down", "down"),
    _hidden("k,up", "up", "up"),
    _hidden("g,home", "home", "to the beginning"),
    _hidden("G,end", "end", "to the end"),
    _hidden("space,pagedown", "page_down", "page down"),
    _hidden("b,pageup", "page_up", "page up"),
    _hidden("ctrl+d", "half_down", "half a page down"),
    _hidden("ctrl+u", "half_up", "half a page up"),
]
"""Movement in a pane: `down up home end page_down page_up half_down half_up`."""

_NAMES = {
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "quotation_mark": '"',
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def display(binding: Binding) -> str:
    """A key as a person reads it: "j", "G", "Ctrl+D", "Esc", "?"."""
    if binding.key_display:
        return binding.key_display
    modifiers, key = binding.parse_key()
    name = _NAMES.get(key) or (key if len(key) == 1 else key.capitalize())
    if modifiers and len(name) == 1:
        name = name.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
