"""What could not be read, with the reasons: look at it in full, try it again."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.latest import Latest, Stop
from tui.screens.sheet import PageSheet, Sheet, hanging
from tui.system import typed
from tui.widgets.cells import crop, crop_left, drawn
from tui.widgets.unread_list import Grouped, UnreadList, grouped
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, one_line
from tui.yanking import copy

if TYPE_CHECKING:
    from index.archive import Archive, NotRead
    from tui.app import DatelineApp

NOTHING = "Every file could be read."
_LOOK = 0.5  # seconds between looks for news in the archive
_SHARE = 10  # times what a look takes that it is waited for the next one
_LABELS = 8  # cells


@dataclass(frozen=True, slots=True)
class _Tried:
    """What is being tried again, and how much could not be read before that; `item` is the part
    of a file that was meant."""

    paths: frozenset[Path]
    name: str
    before: int
    item: int | None = None


class ReportScreen(Sheet[None]):
    """Goes on as the archive does: what is found unreadable comes, what is mended goes."""

    AUTO_FOCUS = "#unread"
    heading = "What could not be read"
    foot = "Enter in full   r try again   R all   y yank path   } { reason   Esc back"

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive
        self._list = UnreadList()
        self._words = Static("…", id="unread-words", markup=False)
        self._whole = Static("", id="unread-whole", markup=False)
        self._seen: int | None = None
        self._next = 0.0
        self._tried: _Tried | None = None
        self._looking: Latest[int, tuple[Grouped, float]] = Latest(
            self, self._look, self._looked, lambda _, error: self._dateline.trouble(error)
        )
        self._asking: Latest[_Tried, None] = Latest(
            self, self._ask, lambda *_: None, self._not_asked
        )

    def body(self) -> ComposeResult:
        yield self._words
        yield self._list
        yield self._whole

    def on_mount(self) -> None:
        self._glance()
        self.set_interval(_LOOK, self._glance)

    @property
    def _dateline(self) -> DatelineApp:
        return cast("DatelineApp", self.app)

    # What there is

    def _glance(self) -> None:
        """Look anew when the archive has changed, not more often than a look is worth."""
        seen = self._archive.generation()
        done = self._tried is not None and not self._trying
        rested = time.monotonic() >= self._next and not self._looking.busy
        if rested and (seen != self._seen or done):
            self._seen = seen
            self._looking.ask(seen)

    @property
    def _trying(self) -> bool:
        """Whether what was to be tried again has not been."""
        return self._asking.busy or self._archive.ingest.taking

    def _look(self, _: int, stop: Stop) -> tuple[Grouped, float]:
        began = time.monotonic()
        tried = self._trying  # asked first: what is told as done is in what is listed
        found = grouped(self._archive.unread.listed())
        return found, float("-inf") if tried else time.monotonic() - began

    def _looked(self, _: object, found: tuple[Grouped, float]) -> None:
        shown, took = found
        self._next = time.monotonic() + _SHARE * max(took, 0.0)
        self._list.show(shown)
        if self._tried is not None and took >= 0:
            self._tell_tried(self._tried, shown.rows)
        self._say()

    def _say(self) -> None:
        """How much there is, and the whole of what the cursor is on."""
        found = self._list.found
        said = NOTHING
        if found.rows:
            why = amount(len(found.reasons), "reason")
            said = f"{amount(len(found.rows), 'file or part', 'files and parts')}, {why}"
        self._words.update(Content(said))
        lines: list[Content] = []
        if (each := self._list.current) is not None:
            width = max(10, self._whole.size.width or 78)
            place, reason = each.told
            lines = [
                Content(crop_left(drawn(place), width, "…")),
                Content.styled(crop(drawn(one_line(reason)), width, "…"), "$text-muted"),
            ]
        self._whole.update(Content("\n").join(lines))

    @on(VirtualList.Highlighted)
    def _moved(self) -> None:
        self._say()

    @on(VirtualList.Opened)
    def _opened(self) -> None:
        if (each := self._list.current) is not None:
            self.app.push_screen(PageSheet("Could not be read", partial(_in_full, each)))

    def action_yank(self) -> None:
        """Copy the path under the cursor."""
        if (each := self._list.current) is not None:
            copy(self, typed(each.path), "the path", "`dateline add --report` prints it.")

    # Trying again

    def action_again(self) -> None:
        """Try the file under the cursor again."""
        if (each := self._list.current) is not None:
            place, _ = each.told
            name = drawn(one_line(place.removeprefix(f"{each.path.parent}/")))
            before = len(self._list.found.rows)
            self._try(_Tried(frozenset((each.path,)), name, before, each.item))

    def action_all_again(self) -> None:
        """Try everything again."""
        rows = self._list.found.rows
        if rows:
            paths = frozenset(each.path for each in rows)
            self._try(_Tried(paths, amount(len(paths), "file"), len(rows)))

    def _try(self, tried: _Tried) -> None:
        if self._tried is not None:
            self._dateline.say(f"{self._tried.name}: still being tried.")
            return
        self._tried = tried
        self._list.mark(tried.paths)
        self._asking.ask(tried)

    def _ask(self, tried: _Tried, stop: Stop) -> None:
        self._archive.unread.try_again(sorted(tried.paths))

    def _not_asked(self, _: _Tried, error: Exception) -> None:
        self._tried = None
        self._list.mark(())
        self._dateline.trouble(error)

    def _tell_tried(self, tried: _Tried, rows: Sequence[NotRead]) -> None:
        """Say what came of it, once that is known."""
        self._tried = None
        self._list.mark(())
        left = [each for each in rows if each.path in tried.paths]
        if len(tried.paths) == 1:
            self._dateline.say(f"{tried.name}{_came_of_it(tried, left)}.")
        elif not left:
            self._dateline.say("All of it could be read now.")
        else:
            self._dateline.say(
                f"Tried again: {len(left):,} of {tried.before:,} still cannot be read."
            )


def _came_of_it(tried: _Tried, left: Sequence[NotRead]) -> str:
    """What came of one file or part, as the end of a sentence that begins with its name."""
    for each in left:
        if each.item in (None, tried.item):
            return f" still cannot be read: {crop(drawn(one_line(each.told[1])), 60, '…')}"
    (path,) = tried.paths
    return ": taken in" if path.exists() else " is not there any more"


def _in_full(each: NotRead, width: int) -> Content:
    """The whole path and the whole reason, and what can be done."""
    place, reason = each.told
    lines: list[Content] = []
    for label, text in (("File", place), ("Reason", one_line(reason))):
        lines += [*hanging(label, Content(drawn(text)), _LABELS, width), Content("")]
    advice = "Where that can be mended, r in the list tries it again, and so does `dateline add`."
    return Content("\n").join([*lines, Content(advice).stylize("$text-muted")])
