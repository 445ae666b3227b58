"""The keys that more than one pane shares, told once.

Movement is hidden from the footer: readers have these keys in their fingers, and `?` lists
them. They live on panes, never on the app, so that none fires while an input has the focus.
"""

from __future__ import annotations

from textual.binding import Binding


def _hidden(key: str, action: str, description: str) -> Binding:
    return Binding(key, action, description, show=False)


MOVEMENT: list[Binding] = [
    _hidden("j,down", "down", "Down"),
    _hidden("k,up", "up", "Up"),
    _hidden("g,home", "home", "To the beginning"),
    _hidden("G,end", "end", "To the end"),
    _hidden("space,pagedown", "page_down", "Page down"),
    _hidden("b,pageup", "page_up", "Page up"),
    _hidden("ctrl+d", "half_down", "Half a page down"),
    _hidden("ctrl+u", "half_up", "Half a page up"),
]
"""Movement in a pane: `down up home end page_down page_up half_down half_up`."""
