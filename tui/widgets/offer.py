"""What may complete the line, on one line of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.widgets.cells import crop, drawn, width
from tui.words import one_line

if TYPE_CHECKING:
    from index.archive import Completions

_HINT = "→ takes it"
_GAP = "   "
_LONGEST = 36  # cells of one way to go on


def offer_line(completions: Completions, taken: int | None, cells: int) -> Content:
    """As many ways to go on as there is room for; the one in the line, or to be taken, is bold."""
    chosen = taken or 0
    first = chosen if chosen >= 3 else 0  # what is taken is seen, whatever the room
    line = Content("")
    for at, item in enumerate(completions.items[first:], first):
        note = crop(drawn(one_line(item.note)), _LONGEST, "…")
        room = (
            cells - len(_HINT) - len(_GAP) - width(note) - 2
        )  # the hint is seen, whatever the name
        text = crop(drawn(one_line(item.text)), max(1, min(_LONGEST, room)), "…")
        mark = "✓" if at == taken else "▸" if at == chosen else ""
        told = Content.assemble(
            _GAP if line else "",
            (f"{mark}{text}", "bold" if at == chosen else ""),
            (f" {note}" if note else "", "dim"),
        )
        if line and line.cell_length + told.cell_length > cells - len(_HINT) - len(_GAP):
            break
        line += told
    if taken is None:
        line += Content.styled(f"{_GAP}{_HINT}", "dim")
    return line.truncate(cells, ellipsis=True)
