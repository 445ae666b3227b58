"""Who said what: all quotes under a query, by speaker or by day, each leading to its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from index.article import DatelineError, Quote, QuoteKind
from tui import notices
from tui.latest import Latest, Stop
from tui.screens.ledger_desk import LedgerDesk
from tui.widgets.cells import drawn
from tui.widgets.ledger_list import Page
from tui.widgets.rules import Rule
from tui.widgets.status import KeyLine
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, group_named, one_line, quotes_told

if TYPE_CHECKING:
    from index.archive import Archive, Asked, By, Listed
    from index.config import Config

ORDERS: dict[By, str] = {
    "speaker": "by speaker, most first",
    "name": "by speaker, A to Z",
    "day": "by day, newest first",
}
"""The orders, as `s` goes through them, and what they are called."""

KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect", "act")
_NAMES = {"act": "acts"}

# Apart from the page's, so that they are not read before a ledger is opened.
_STYLES = Path(__file__).parents[1] / "ledger.tcss"
_FIRST = 40  # rows that come with a ledger, so that its first picture is whole
_LOOK = 5.0  # seconds after which it is looked whether there is something new


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A ledger to open, the cursor on the quote `keep` if that is in it, else on `row`."""

    asked: Asked
    keep: Quote | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class _Opened:
    page: Page
    row: int


class LedgerScreen(LedgerDesk):
    """Stays as it is till it is asked for others, so that one comes back to the same row."""

    CSS_PATH = _STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,W", "leave", "back", show=False),
        Binding("u", "step('undo')", "undo", show=False),
        Binding("ctrl+r", "step('redo')", "redo", show=False),
        Binding("Q", "app.quit", "quit", show=False),
        Binding("question_mark,f1", "help", "help"),
    ]
    AUTO_FOCUS = "#ledger"

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__(archive, config)
        self._asked: Asked | None = None
        self._title = ""
        self._anew = False
        self._generation = 0
        self._told = ""
        self._field = Input(id="ledger-narrow", compact=True, select_on_focus=False)
        self._words = Static("", id="ledger-words", markup=False)
        self._figures = Static("", id="ledger-figures", markup=False)
        self._status = KeyLine(id="keys")
        self._opening: Latest[_Wanted, _Opened] = Latest(
            self, self._open, self._opened, lambda _, error: self.fail(error)
        )
        self._counting: Latest[Listed, str] = Latest(
            self,
            lambda listed, _: quotes_told(listed),
            self._counted,
            lambda _, error: self.fail(error),
        )

    def compose(self) -> ComposeResult:
        yield Static("", id="ledger-title", markup=False)
        yield self._figures
        with Horizontal(id="ledger-filter"):
            yield Static("/", id="ledger-prompt", markup=False)
            yield self._field
        yield Rule("─", id="ledger-rule")
        yield self._words
        yield self.list
        yield self._status

    def ask(self, asked: Asked, title: str) -> None:
        """Show the quotes asked for, under a title that says which; the same ones as they were."""
        before, self._title = self._asked, title
        if before is None or _base(before) != _base(asked):
            self._asked = replace(asked, by=before.by if before else asked.by)
            self._field.value = ""
            self._anew = True

    def on_mount(self) -> None:
        self.set_interval(_LOOK, self._look)

    def on_screen_resume(self) -> None:
        """Show what is asked for now. The archive may have changed while an article was read."""
        self._want(keep=not self._anew)
        self._anew = False

    # Opening ledgers

    def list_again(self) -> None:
        self._want(keep=True)

    def _want(self, *, keep: bool = False) -> None:
        """Open what is asked for, the cursor on its quote if that is listed; else with `keep` on
        its row, without on the first."""
        if self._asked is None:
            return
        entry = None if self._anew else self.list.current
        row = self.list.cursor if keep else 0
        self._tell_title()
        self._opening.ask(_Wanted(self._asked, entry.quote if entry else None, row))

    def _open(self, wanted: _Wanted, stop: Stop) -> _Opened:
        """Off the screen's thread: a ledger and its first page."""
        listed = self.archive.ledger.open(wanted.asked, stop=stop)
        try:
            row = listed.row_of(wanted.keep) if wanted.keep is not None else None
            row = max(0, min(wanted.row, len(listed) - 1)) if row is None else row
            page = self.fetch(listed, max(0, row - _FIRST), row + _FIRST)
        except BaseException:
            listed.close()
            raise
        return _Opened(page, row)

    def _opened(self, wanted: _Wanted, opened: _Opened) -> None:
        before, self.listed = self.listed, opened.page.listed
        self.list.show(opened.page, opened.row)
        if before is not None:
            # A page of it may still be read: that is not waited for here.
            self.run_worker(before.close, thread=True, exit_on_error=False)
        self._generation = self.archive.generation()
        self._tell_words()
        self._tell_place()
        self._told = amount(len(self.listed), "quote")
        self._tell_figures()
        self._counting.ask(self.listed)

    def _counted(self, listed: Listed, told: str) -> None:
        if listed is self.listed:
            self._told = told
            self._tell_figures()

    def fail(self, error: Exception) -> None:
        super().fail(error)
        if self.listed is None and isinstance(error, DatelineError):
            self._say(str(error))

    def _look(self) -> None:
        """Show what came in or was corrected meanwhile."""
        if self.is_current and not self._opening.busy:
            changed = self.archive.generation() != self._generation
            if changed or self.listed is None:
                self._want(keep=True)

    def on_unmount(self) -> None:
        if self.listed is not None:
            self.listed.close()

    # What is told of it

    def _tell_title(self) -> None:
        shown = Content.assemble(
            (" Who said what", "$accent bold"), f" · {drawn(one_line(self._title))}"
        )
        self.query_one("#ledger-title", Static).update(shown, layout=False)

    def _tell_figures(self) -> None:
        if self._asked is None or self.listed is None:
            return
        parts = [self._told, ORDERS[self._asked.by]]
        if set(self._asked.kinds) != set(KINDS[:3]):
            parts.append(", ".join(_NAMES.get(kind, kind) for kind in self._asked.kinds) + " only")
        if self.listed.unread:
            parts.append(f"{amount(self.listed.unread, 'article')} still to be read")
        self._figures.update(Content(" · ".join(parts)))

    def _tell_words(self) -> None:
        """Say why there is nothing, where there is nothing."""
        words = "" if self.listed is None or len(self.listed) else self._nothing(self.listed)
        self._say(words)

    def _say(self, words: str) -> None:
        self._words.update(notices.content(words))
        self.set_class(bool(words), "-wordy")

    def _nothing(self, listed: Listed) -> str:
        if not self.archive.articles.count():
            return notices.EMPTY
        if listed.asked.narrowed.strip():
            return "Nobody who is called so, and no words that begin so. `Esc` takes it back."
        if not listed.unread and (listed.asked.speakers or listed.asked.about):
            return f"Nothing is {self._title}."
        if not listed.unread:
            return f"No quotes under {self._title}."
        waiting = amount(listed.unread, "article")
        if self.archive.read_only:
            return f"No quotes: {waiting} were never read, and this archive is read-only."
        if self.archive.ingest.cancelled:
            return f"No quotes yet: {waiting} are still to be read. {notices.CANCELLED}"
        return f"No quotes yet: {waiting} are still being read for them; they appear here."

    def _tell_place(self) -> None:
        group = self.list.group
        told = ""
        if group is not None and self.listed is not None and self._asked is not None:
            named = group_named(group, by_day=self.listed.asked.by == "day")
            told = f"{named} · {self.list.cursor - group.first + 1:,} of {group.quotes:,}"
        self._status.status = told

    @on(VirtualList.Highlighted)
    def _highlighted(self) -> None:
        self._tell_place()

    # Narrowing and ordering

    def action_narrow(self) -> None:
        """Into the line that narrows what is listed as one types."""
        self.add_class("-narrowing")
        self.set_focus(self._field)

    @on(Input.Changed, "#ledger-narrow")
    def _narrowed(self, event: Input.Changed) -> None:
        if self._asked is not None and event.value != self._asked.narrowed:
            self._asked = replace(self._asked, narrowed=event.value)
            self._want()

    @on(Input.Submitted, "#ledger-narrow")
    def _typed(self) -> None:
        self._leave_field()

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self.focused is self._field:
            event.stop()
            self._leave_field()

    def _leave_field(self) -> None:
        self.set_class(bool(self._field.value.strip()), "-narrowing")
        self.set_focus(self.list)

    def action_leave(self) -> None:
        """One step out: from the line that narrows, from what it narrowed to, from the ledger."""
        if self.focused is self._field or self._field.value:
            self._field.value = ""
            self._leave_field()
        else:
            self.dismiss(None)

    def action_sort(self) -> None:
        """The next order; the cursor stays on its quote."""
        if self._asked is not None:
            orders = list(ORDERS)
            by = orders[(orders.index(self._asked.by) + 1) % len(orders)]
            self._asked = replace(self._asked, by=by)
            self._want(keep=True)

    def action_kind(self, kind: QuoteKind) -> None:
        """List the quotes of a kind too, or no longer."""
        if self._asked is None:
            return
        kinds = tuple(each for each in KINDS if (each in self._asked.kinds) != (each == kind))
        if not kinds:
            self.dateline.say("That is the only kind that is listed.")
            return
        self._asked = replace(self._asked, kinds=kinds)
        self._want(keep=True)

    def action_help(self) -> None:
        """Lay the keys and the query language over the page."""
        from tui.screens.help import WIDEST, help_text
        from tui.screens.sheet import PageSheet

        told = partial(help_text, self.focused)
        self.app.push_screen(PageSheet("Help", told, widest=WIDEST))


def _base(asked: Asked) -> tuple[object, ...]:
    """What a ledger was opened for, however it is looked at since."""
    return asked.query, asked.speakers, asked.about
