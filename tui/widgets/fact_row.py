"""One fact of an article: what it is, how that is known, and the line in which it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.facts_told import how, label, shown
from tui.words import one_line

if TYPE_CHECKING:
    from index.archive import KnownFact

_WANTED: Final = {
    "date": "As in 2012-06-05 or 5 June 2012 14:05 +08:00; empty: not known.",
    "byline": "Several names with commas, or semicolons; empty: not known.",
    "url": "As in https://example.com/page; empty: not known.",
    "language": "Its code, as in en; empty: not known.",
}
"""What is told while a fact is edited, of those that can be written in more ways than one."""
_LIKE: Final = {"updated": "date", "editors": "byline", "reporting": "byline"}
_EMPTY: Final = "Empty: not known."


class FactRow(Vertical):
    """A row that shows one fact, and turns into a field when it is edited."""

    class Chosen(Message):
        """A row was clicked on."""

        def __init__(self, row: FactRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, known: KnownFact) -> None:
        super().__init__()
        self.known = known
        self._label = Static(classes="fact--label", markup=False)
        self._value = Static(classes="fact--value", markup=False)
        self._field = Input(compact=True, select_on_focus=False, classes="fact--field")
        self._below = Static(classes="fact--below", markup=False)
        self.show(known)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._label
            yield self._value
            yield self._field
        yield self._below

    def show(self, known: KnownFact) -> None:
        """Show this fact, which is no longer being edited."""
        self.known = known
        self.remove_class("-editing", "-complaint")
        told = shown(known)
        self._value.update(Content(told or "unknown"))
        self.set_class(not told, "-unknown")
        self._tell(how(known))
        self.choose(self.has_class("-chosen"))

    def choose(self, chosen: bool) -> None:
        """Mark the row of the cursor."""
        self.set_class(chosen, "-chosen")
        self._label.update(Content(f"{'▸' if chosen else ' '}{label(self.known.name)}"))

    def edit(self) -> None:
        """Make the value a field to type in, and put the focus there."""
        self.add_class("-editing")
        self._field.value = self.known.typed
        self._field.cursor_position = len(self._field.value)
        self._tell(_WANTED.get(_LIKE.get(self.known.name, self.known.name), _EMPTY))
        self._field.focus()

    def complain(self, sentence: str) -> None:
        """Say below the field what is wrong with what was typed."""
        self.add_class("-complaint")
        self._tell(sentence)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return one_line(self._field.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def on_click(self) -> None:
        self.post_message(self.Chosen(self))

    def _tell(self, sentence: str) -> None:
        self._below.update(Content(one_line(sentence)))
        self._below.display = bool(sentence)
