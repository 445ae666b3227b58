"""What could not be read, under its reasons: a line each, of which only those in view are made."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.cells import crop, crop_left, drawn
from tui.widgets.cells import width as cells
from tui.widgets.virtual_list import VirtualList
from tui.words import one_line

if TYPE_CHECKING:
    from index.archive import NotRead

_TRYING = "trying again …"
_HEADED = 2  # lines above the first row of a reason: a free one and the reason


@dataclass(frozen=True, slots=True)
class Grouped:
    """What could not be read, together where the reason is one; the rarest reasons come first.

    `starts` are the places at which the reasons begin among the `rows`.
    """

    rows: Sequence[NotRead] = ()
    reasons: Sequence[str] = ()
    starts: Sequence[int] = ()

    def reason_at(self, index: int) -> int:
        """The how manieth reason it is that a row stands under, from 0."""
        return max(bisect_right(self.starts, index) - 1, 0)

    def count(self, reason: int) -> int:
        """How many rows stand under a reason."""
        return [*self.starts, len(self.rows)][reason + 1] - self.starts[reason]


def grouped(found: Sequence[NotRead]) -> Grouped:
    """Off the screen's thread: a hundred thousand take a moment."""
    why = [each.reason for each in found]
    counts = Counter(why)
    reasons = sorted(counts, key=lambda reason: (counts[reason], reason))
    order = {reason: at for at, reason in enumerate(reasons)}
    places = sorted(range(len(found)), key=lambda at: order[why[at]])
    starts = [0, *accumulate(counts[reason] for reason in reasons)][:-1]
    return Grouped([found[at] for at in places], reasons, starts)


class UnreadList(VirtualList):
    """The files, parts and rows that could not be read; those `trying` are being tried again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "unread--reason",
        "unread--count",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "in full"),
        Binding("r", "screen.again", "try it again"),
        Binding("R", "screen.all_again", "try all again"),
        Binding("y", "screen.yank", "yank its path"),
        Binding("right_curly_bracket", "reason(1)", "next reason", show=False),
        Binding("left_curly_bracket", "reason(-1)", "reason before", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="unread")
        self.found = Grouped()
        self._trying: Collection[Path] = frozenset()

    def show(self, found: Grouped) -> None:
        """Show these; the cursor stays on what it stood on, or else where it was."""
        before = self.current
        self.found = found
        self.renew()
        if before is not None and self.current != before and before in found.rows:
            self.put_cursor(found.rows.index(before))

    def mark(self, trying: Collection[Path]) -> None:
        """Mark these files as being tried again."""
        self._trying = trying
        self.forget_drawn()
        self.refresh()

    @property
    def current(self) -> NotRead | None:
        """What the cursor is on."""
        return self.found.rows[self.cursor] if self.found.rows else None

    @property
    def count(self) -> int:
        return len(self.found.rows)

    @property
    def row_height(self) -> int:
        return 1

    def top_of(self, index: int) -> int:
        starts = self.found.starts
        begun = bisect_right(starts, index - 1)  # reasons whose rows began before this one
        return max(index + _HEADED * begun - (1 if begun else 0), 0)

    def at_line(self, line: int) -> tuple[int, int]:
        starts = self.found.starts
        if not starts:
            return 0, line
        reason = bisect_right(range(len(starts)), line, key=lambda at: self.top_of(starts[at])) - 1
        start = starts[max(reason, 0)]
        within = line - self.top_of(start)
        head = _HEADED - (start == 0)
        return (start, within) if within <= head else (start + within - head, 0)

    def above(self, index: int, width: int) -> list[Content]:
        at = self.found.reason_at(index)
        if self.found.starts[at] != index:
            return []
        count = self.found.count(at)
        many = f" · {count:,}" if count > 1 else ""
        reason = crop(drawn(one_line(self.found.reasons[at])), width - cells(many), "…")
        heading = Content.assemble(
            (reason, self.get_visual_style("unread--reason", partial=True)),
            (many, self.get_visual_style("unread--count", partial=True)),
        )
        return [heading] if index == 0 else [Content(""), heading]

    def row(self, index: int, width: int) -> list[Content]:
        each = self.found.rows[index]
        trying = f"  {_TRYING}" if each.path in self._trying else ""
        place = crop_left(drawn(each.told[0]), max(10, width - 2 - cells(trying)), "…")
        return [Content.assemble(" ", place, (trying, "dim"))]

    def action_reason(self, step: int) -> None:
        """To the first under the next reason, or under this one or the one before it."""
        starts = self.found.starts
        beyond = [at for at in starts if (at > self.cursor if step > 0 else at < self.cursor)]
        if beyond:
            self.cursor = beyond[0] if step > 0 else beyond[-1]
