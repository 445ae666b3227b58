"""The input of the search line: what one types, what may complete it, what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input

from tui.recall import Recall

if TYPE_CHECKING:
    from index.archive import Completions


@dataclass(frozen=True, slots=True)
class _Taken:
    """A completion that stands in the line, and the line before and with it."""

    completions: Completions
    at: int
    before: str
    line: str


class QueryInput(Input):
    """Where the query is typed. Its bindings are in force only while one types.

    What may complete it never takes Enter, nor the way down to the results.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.leave_search", "results"),
        Binding("down", "later", "results, or forward in the history", show=False),
        Binding(
            "up",
            "earlier",
            "history: queries in which what is typed stands",
            group=Binding.Group("history"),
        ),
        Binding("tab", "suggestion", "take the suggestion"),
        Binding("right", "take_or_right", "take the completion", show=False),
        Binding(
            "ctrl+@",
            "take",
            "take the completion; again: the next one",
            key_display="Ctrl+Space",
            group=Binding.Group("complete"),
        ),
        Binding(
            "escape",
            "leave",
            "decline the completion, or leave",
            group=Binding.Group("leave"),
        ),
    ]

    @dataclass
    class Offered(Message):
        """What may complete the line, if anything; `taken` is the one that stands in it now."""

        completions: Completions | None
        taken: int | None

    suggestion: str | None = None

    def __init__(self, history: Callable[[], list[str]]) -> None:
        super().__init__(
            placeholder='words   "a phrase"   speaker:lavrov   date:2012-06',
            select_on_focus=False,
            compact=True,
            id="query",
        )
        self._history = history
        self._recall: Recall | None = None
        self._offered: Completions | None = None
        self._taken: _Taken | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "suggestion":
            return self.suggestion is not None
        if action == "take":
            return self._offered is not None
        return True

    def check_consume_key(self, key: str, character: str | None) -> bool:
        # Textual knows the stroke by another name and would show its key as one in force.
        return key == "slash" or super().check_consume_key(key, character)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Never lay the page out anew: what is typed changes nothing of the line's size."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def _on_paste(self, event: events.Paste) -> None:
        # Of several lines Textual would take the first.
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(event.text.split()))

    def put(self, text: str) -> None:
        """Have this in the line, and the cursor behind it."""
        self.value = text
        self.cursor_position = len(text)

    # What was asked before

    def action_earlier(self) -> None:
        """To the query before, of those in which what was typed stands."""
        if self._recall is None or not self._recall.stands_at(self.value):
            self._recall = Recall(self.value, self._history())
        self._walk(self._recall.back())

    async def action_later(self) -> None:
        """Forward again in the history; from what was typed, down to the results."""
        walking = self._recall is not None and self._recall.stands_at(self.value)
        if not (walking and self._recall and self._walk(self._recall.forward())):
            await self.run_action("screen.leave_search")

    def _walk(self, query: str | None) -> bool:
        if query is not None:
            self.put(query)
        return query is not None

    def action_suggestion(self) -> None:
        if self.suggestion is not None:
            self.put(self.suggestion)

    # What may complete it

    def offer(self, completions: Completions | None) -> None:
        """Offer these from now on, or nothing. A value just taken can be exchanged until then."""
        taken = self._taken
        if taken is not None and taken.line == self.value and not taken.line.endswith(":"):
            return
        if completions is not None or self._offered is not None:
            self._offered, self._taken = completions, None
            self._tell()

    def _tell(self) -> None:
        taken = self._taken.at if self._taken is not None else None
        # To the screen itself: on its way up it would end at the line, which asked for it.
        self.screen.post_message(self.Offered(self._offered, taken))
        self.refresh_bindings()

    def action_take_or_right(self) -> None:
        """Take the completion where the line ends; elsewhere to the right."""
        at_end = self.cursor_position == len(self.value)
        if self._offered is not None and self._taken is None and at_end:
            self.action_take()
        else:
            self.action_cursor_right()

    def action_take(self) -> None:
        """Put the first completion into the line; right after that the next in its place."""
        taken, completions = self._taken, self._offered
        if completions is None:
            return
        at, before = 0, self.value
        if taken is not None and taken.line == self.value:
            at, before = (taken.at + 1) % len(completions.items), taken.before
        insert = completions.items[at].insert
        line = before[: completions.start] + insert + before[completions.end :]
        self._taken = _Taken(completions, at, before, line)
        self.value = line
        self.cursor_position = completions.start + len(insert)
        self._tell()

    def decline(self) -> None:
        """Have none of what is offered."""
        if self._offered is not None:
            self._offered = self._taken = None
            self._tell()

    async def action_leave(self) -> None:
        """Decline what is offered; else out of the line."""
        if self._offered is not None:
            self.decline()
        else:
            await self.run_action("screen.back")
