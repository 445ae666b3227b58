"""The input of the search line: what one types, and the way back to what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tui.recall import Recall


class QueryInput(Input):
    """Where the query is typed. Its bindings are in force only while one types."""

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
        Binding("escape", "screen.back", "leave"),
    ]

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "suggestion":
            return self.suggestion is not None
        return True

    def check_consume_key(self, key: str, character: str | None) -> bool:
        # Textual knows the stroke by another name and would show its key as one in force.
        return key == "slash" or super().check_consume_key(key, character)

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
