"""The rows of a ledger: quotes below the headings of their speakers or days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.style import Style

from index.article import DOUBTFUL, Quote
from tui.latest import Latest
from tui.widgets.cells import crop, drawn
from tui.widgets.marks import CORRECTED, KEPT, QUOTE
from tui.widgets.results import wrapped
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, fact, group_named, one_line, opening, outlet, source, speaker

if TYPE_CHECKING:
    from index.archive import Entry, Group, Listed

_MARGIN = 20  # rows fetched beyond the screen, so that a step never waits
_LOW = 32  # lines of a screen below which rows are drawn close
_WIDE = 130  # cells from which what a quote is from stands beside its words
_WORDS = 78  # cells that words take at most
_GUTTER = 4  # cells before the words: what was kept, and the mark of a quote
_KIND = 12  # cells for the kind at the right
_REMEMBERED = 2000  # rows; a long walk need not be remembered


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a ledger from `start` on, the headings of their groups, and what is kept."""

    listed: Listed
    start: int
    entries: list[Entry | None]
    groups: dict[int, Group]
    kept: frozenset[tuple[str, int, int]]


class LedgerList(VirtualList):
    """`fetch(listed, start, stop)` gives some rows; it is called off the screen's thread."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--row",
        "ledger--heading",
        "ledger--count",
        "ledger--name",
        "ledger--verbatim",
        "ledger--mark",
        "ledger--muted",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "screen.narrow", "narrow"),
        Binding("c", "screen.correct", "correct"),
        Binding("s", "screen.sort", "order"),
        Binding("right_curly_bracket", "group(1)", "next speaker or day", show=False),
        Binding("left_curly_bracket", "group(-1)", "speaker or day before", show=False),
        Binding("d", "screen.kind('direct')", "direct speech, or not", show=False),
        Binding("x", "screen.kind('mixed')", "mixed speech, or not", show=False),
        Binding("i", "screen.kind('indirect')", "indirect speech, or not", show=False),
        Binding("a", "screen.kind('act')", "acts too, or not", show=False),
        Binding("C", "screen.correct_speaker", "correct who says it", show=False),
        Binding("m", "screen.keep", "keep"),
        Binding("y", "screen.yank", "yank"),
        Binding("e", "screen.export", "export"),
    ]

    def __init__(
        self,
        fetch: Callable[[Listed, int, int], Page],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(id="ledger")
        self._listed: Listed | None = None
        self._entries: dict[int, Entry | None] = {}
        self._groups: dict[int, Group] = {}
        self._kept: frozenset[tuple[str, int, int]] = frozenset()
        self._fetching: Latest[tuple[Listed, int, int], Page] = Latest(
            self,
            lambda rows, _: fetch(*rows),
            lambda _, page: self._fetched(page),
            lambda _, error: failed(error),
        )

    @property
    def current(self) -> Entry | None:
        """The quote the cursor is on; None where there is none, or it is not here yet."""
        return self._entries.get(self.cursor)

    @property
    def group(self) -> Group | None:
        """The group the cursor is in."""
        if self._listed is None or not self.count:
            return None
        return self._groups.get(self._listed.group_at(self.cursor))

    def show(self, page: Page, row: int) -> None:
        """Show another ledger, of which this page is here already, with the cursor on a row."""
        self._fetching.forget()
        self._listed = page.listed
        self._entries.clear()
        self._groups.clear()
        self._take(page)
        self.renew()
        self.put_cursor(row)
        self._want()

    def mark_kept(self, kept: frozenset[tuple[str, int, int]]) -> None:
        """Mark these as kept: article, start and end of each."""
        self._kept = kept
        self.forget_drawn()
        self.refresh()

    @property
    def count(self) -> int:
        return len(self._listed) if self._listed is not None else 0

    @property
    def _by_day(self) -> bool:
        return self._listed is not None and self._listed.asked.by == "day"

    @property
    def _wide(self) -> bool:
        return self.size.width >= _WIDE

    @property
    def row_height(self) -> int:
        lines = 2 + (not self._wide) + self._by_day
        return lines + (self.app.size.height >= _LOW)

    # One line above the first row of each group.

    def top_of(self, index: int) -> int:
        if self._listed is None or not self.count:
            return 0
        group = self._listed.group_at(index)
        return index * self.row_height + group + (self._listed.starts[group] < index)

    def at_line(self, line: int) -> tuple[int, int]:
        if self._listed is None or not self.count:
            return divmod(line, self.row_height)
        starts, height = self._listed.starts, self.row_height
        group = bisect_right(
            range(self._listed.count_groups), line, key=lambda at: starts[at] * height + at
        )
        group = max(group - 1, 0)
        within = line - starts[group] * height - group
        if within <= height:
            return starts[group], within
        row, rest = divmod(within - 1, height)
        return starts[group] + row, rest

    def above(self, index: int, width: int) -> list[Content]:
        if self._listed is None:
            return []
        at = self._listed.group_at(index)
        if self._listed.starts[at] != index:
            return []
        group = self._groups.get(at)
        if group is None:
            return [Content("…")]
        count = f" · {amount(group.quotes, 'quote')}"
        name = crop(drawn(group_named(group, by_day=self._by_day)), width - len(count), "…")
        return [Content.assemble((name, self._ink("heading")), (count, self._ink("count")))]

    def row(self, index: int, width: int) -> list[Content]:
        if index not in self._entries:
            return [Content("…")]
        entry = self._entries[index]
        if entry is None:
            return [Content("    This quote is gone: its article was read anew.")]
        quote = entry.quote
        room = min(_WORDS, width - _GUTTER - _KIND)
        kind: str = "" if quote.kind == "direct" else quote.kind
        lines = self._said(quote, room)
        if self._by_day:
            name = crop(drawn(speaker(quote)), room, "…")
            style = self._ink("name" if quote.speaker else "muted")
            lines.insert(0, Content.assemble(" " * _GUTTER, (name, style)))
        elif quote.speaker and quote.confidence < DOUBTFUL:
            kind = f"{kind} ?".strip()
        if quote.corrected:
            kind = f"{CORRECTED} {kind}".strip()
        lines[0] = self._with_kind(lines[0], kind, _GUTTER + room + _KIND)
        printed = outlet(entry.article) if self._by_day else source(entry.article)
        title = one_line(fact(entry.article.form.title) or entry.article.title)
        if not self._wide:
            # As many lines for all, so that there is as much room between any two of them.
            told = [f"{printed} · {title}"] if len(lines) > 1 + self._by_day else [printed, title]
            return [*lines, *(self._told(" " * _GUTTER, each, width) for each in told)]
        beside = _GUTTER + room + _KIND + 2
        lines += [Content("")] * (2 - len(lines))
        return [
            self._told(line.pad_right(max(0, beside - line.cell_length)), told, width)
            for line, told in zip(lines, (printed, title, ""), strict=False)
        ]

    def _said(self, quote: Quote, room: int) -> list[Content]:
        """What was said in at most two lines: direct speech in marks, verbatim words marked."""
        verbatim, mark = self._ink("verbatim"), self._ink("mark")
        skipped = opening(quote)
        text = Content(drawn(quote.text[skipped:]))
        for start, end in quote.verbatim:
            at = quote.start + skipped
            text = text.stylize(verbatim, start - at, end - at)
        if quote.kind == "direct":
            text = Content.assemble(("“", verbatim), text, ("”", verbatim))
        kept = (quote.article, quote.start, quote.end) in self._kept
        gutter = f" {KEPT if kept else ' '}{QUOTE if quote.verbatim else ' '} "
        margins = gutter, gutter.replace(QUOTE, " ")
        return [
            Content.assemble((margin, mark), line)
            for margin, line in zip(margins, wrapped(text, room, 2), strict=False)
        ]

    def _with_kind(self, line: Content, kind: str, cells: int) -> Content:
        free = " " * max(1, cells - line.cell_length - len(kind))
        return Content.assemble(line, free, (kind, self._ink("muted"))) if kind else line

    def _told(self, before: Content | str, text: str, width: int) -> Content:
        line = Content.assemble(before)
        told = crop(drawn(text), max(1, width - line.cell_length), "…")
        return Content.assemble(line, (told, self._ink("muted")))

    def _ink(self, name: str) -> Style:
        return self.get_visual_style(f"ledger--{name}", partial=True)

    # Fetching what is shown

    def on_resize(self) -> None:
        super().on_resize()
        self._want()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def _want(self) -> None:
        """Ask for the rows on the screen that are not here yet."""
        missing = [index for index in self.on_screen if index not in self._entries]
        if self._listed is not None and missing:
            start = max(0, missing[0] - _MARGIN)
            stop = min(self.count, missing[-1] + 1 + _MARGIN)
            self._fetching.ask((self._listed, start, stop))

    def _fetched(self, page: Page) -> None:
        if page.listed is not self._listed:
            return
        if len(self._entries) > _REMEMBERED:
            self._entries.clear()
            self._groups.clear()
        self._take(page)
        self.forget_drawn()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor))
        self._want()

    def _take(self, page: Page) -> None:
        self._entries.update(enumerate(page.entries, page.start))
        self._groups.update(page.groups)
        self._kept = page.kept

    def action_group(self, step: int) -> None:
        """To the first quote of the next group, or of this one and then of the one before."""
        if self._listed is None or not self.count:
            return
        at = self._listed.group_at(self.cursor)
        if step < 0 and self._listed.starts[at] < self.cursor:
            step = 0
        at = max(0, min(at + step, self._listed.count_groups - 1))
        self.cursor = self._listed.starts[at]
