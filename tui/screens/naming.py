"""A sheet on which a name is typed, with the actors who may be meant by it below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from index.article import Actor
from tui.latest import Latest
from tui.screens.sheet import Sheet
from tui.widgets.offered_names import Offered, OfferedNames
from tui.words import amount, one_line

if TYPE_CHECKING:
    from tui.app import DatelineApp

MOST = 8
"""The most names that are offered at a time without scrolling."""

_AROUND = 11  # lines of the sheet that are none of the names

Find = Callable[[str], Sequence[Actor]]
"""The actors who may be meant by the beginning of a name, the likeliest first."""


class NamingScreen(Sheet[Actor | str | None]):
    """Is dismissed with the actor who was chosen, with a name as it was typed, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "take"),
        Binding("down,tab", "step(1)", "down", show=False),
        Binding("up,shift+tab", "step(-1)", "up", show=False),
    ]
    AUTO_FOCUS = "#naming-name"

    def __init__(
        self,
        heading: str,
        *,
        value: str = "",
        says: str = "",
        find: Find | None = None,
        here: frozenset[int] = frozenset(),
        new: str = "",
    ) -> None:
        """`value` stands in the field, `says` is told below it.

        `find` offers actors, those whose ids are in `here` as of this article. `new` is what is
        said of a name nobody has yet; where it is empty only an actor can be chosen.
        """
        super().__init__()
        self.heading = one_line(heading)
        self.foot = "Enter takes it   Esc back" if find is None else _FOOT
        self._here = here
        self._new = new or ("as typed" if find is None else "")
        self._field = Input(value, compact=True, select_on_focus=False, id="naming-name")
        self._words = Static(Content(one_line(says)), id="naming-says", markup=False)
        self._names: OfferedNames | None = None
        self._before = value
        self._found_for: str | None = None
        self._taken = False  # Enter was pressed before the names for what is typed were there
        self._finding: Latest[str, Sequence[Actor]] | None = None
        if find is not None:
            self._names = OfferedNames(id="naming-offered")
            self._finding = Latest(
                self,
                lambda typed, _: find(typed),
                self._found,
                self._failed,
            )

    def body(self) -> ComposeResult:
        yield self._field
        yield self._words
        if self._names is not None:
            yield self._names

    def on_mount(self) -> None:
        self._field.cursor_position = len(self._field.value)
        if self._finding is not None:
            self._finding.ask(self._typed)

    def on_resize(self) -> None:
        if self._names is not None:
            self._names.styles.height = max(1, min(MOST, self.app.size.height - _AROUND))

    @property
    def _typed(self) -> str:
        return one_line(self._field.value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        if event.value != self._before:  # what stands there from the first is told of as well
            self._before = event.value
            self._taken = False
            self._words.update("")
            if self._finding is not None:
                self._finding.ask(self._typed)

    def _found(self, typed: str, actors: Sequence[Actor]) -> None:
        if self._names is None:
            return
        offered = [Offered(actor.name, self._note(actor), actor) for actor in actors]
        known = {actor.name.casefold() for actor in actors}
        if typed and self._new and typed.casefold() not in known:
            offered.append(Offered(typed, self._new))
        self._names.show(offered)
        self._found_for = typed
        if typed and not offered:
            self._words.update("Nobody in this archive goes by a name that begins so.")
        if self._taken:
            self.action_take()

    def _failed(self, _: str, error: Exception) -> None:
        self._taken = False
        cast("DatelineApp", self.app).trouble(error)

    def _note(self, actor: Actor) -> str:
        if actor.id in self._here:
            return f"{actor.kind} · in this article"
        return f"{actor.kind} · {amount(actor.count, 'mention')}"

    def action_step(self, step: int) -> None:
        """To the name below or above."""
        if self._names is not None:
            self._names.cursor += step

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Take the name under the cursor, or what was typed where none is offered."""
        if self._names is None:
            self.dismiss(self._typed)
            return
        self._taken = self._found_for != self._typed
        if self._taken:
            return
        if (chosen := self._names.current) is not None:
            self.dismiss(chosen.actor or chosen.name)
        elif not self._typed:
            self._words.update("A name is wanted.")


_FOOT = "Enter takes it   ↓ ↑ choose   Esc back"
