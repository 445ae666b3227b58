"""The lines of a concordance: a virtual list of hits, each in its context, one under another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.cells import crop, crop_left, drawn, width
from tui.widgets.virtual_list import VirtualList
from tui.words import one_line

if TYPE_CHECKING:
    from index.archive import Line

_NAMED = 100  # cells from which there is room for the name of the article
_WIDEST_NAME = 40
_WIDEST_MATCH = 3  # a long match may take a third of the line


class ConcordanceList(VirtualList):
    """One line a hit, aligned on the match, which begins in the middle of what is not the name."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "kwic--name",
        "kwic--match",
        "kwic--context",
    }
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "screen.sort_lines", "sort")]

    def __init__(self) -> None:
        super().__init__(id="concordance")
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Show these lines from the top, or with `keep` with the cursor on the hit it is on."""
        before = self.current if keep else None
        self._lines = lines
        self.renew()
        places = (
            at
            for at, line in enumerate(lines)
            if before and (line.article.id, line.start) == (before.article.id, before.start)
        )
        self.put_cursor(next(places, 0))

    @property
    def current(self) -> Line | None:
        """The line of the cursor."""
        return self._lines[self.cursor] if self._lines else None

    @property
    def count(self) -> int:
        return len(self._lines)

    @property
    def row_height(self) -> int:
        return 1

    def row(self, index: int, width: int) -> list[Content]:
        line = self._lines[index]
        name_style, match_style, context_style = (
            self.get_visual_style(f"kwic--{part}", partial=True)
            for part in ("name", "match", "context")
        )
        named = min(_WIDEST_NAME, width // 5) if width >= _NAMED else 0
        left, match, right = in_context(line.left, line.match, line.right, width - named)
        name = crop(drawn(one_line(line.article.title)), named - 2, "…") if named else ""
        return [
            Content.assemble(
                (_filled(name, named), name_style),
                (left, context_style),
                (match, match_style),
                (right, context_style),
            )
        ]


def in_context(left: str, match: str, right: str, cells: int) -> tuple[str, str, str]:
    """What stands of a hit on a line of so many cells, the match at the middle of all lines.

    The left context is cut at its left, and what is left of the line goes to the right one.
    """
    middle = cells // 2 - cells // 10  # what follows tells more than what goes before
    match = crop(drawn(match), max(1, cells // _WIDEST_MATCH), "…")
    before = crop_left(drawn(left), middle, "…")
    after = crop(drawn(right), max(0, cells - middle - width(match)), "…")
    return " " * (middle - width(before)) + before, match, after


def _filled(text: str, cells: int) -> str:
    return text + " " * max(0, cells - width(text))
