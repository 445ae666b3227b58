"""A sheet on which a name is typed, with the actors who may be meant by it below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, one_line

if TYPE_CHECKING:
    from tui.app import DatelineApp

MOST = 8
"""The most names that are offered at a time without scrolling."""

_AROUND = 9  # lines of the sheet that are none of the names

Find = Callable[[str], Sequence[Actor]]
"""The actors who may be meant by the beginning of a name, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who may be meant: those of the article, told at once, and then those of the `archive`,
    who are looked for off the screen's thread.
    """

    here: Find
    archive: Find


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
        meant: Meant | None = None,
        new: str = "",
    ) -> None:
        """`value` stands in the field, `says` is told below it.

        `meant` offers actors. `new` is what is said of a name that none of them has; where it is
        empty only an actor can be chosen.
        """
        super().__init__()
        self.heading = one_line(heading)
        self.foot = "Enter takes it   Esc back" if meant is None else _FOOT
        self._meant = meant
        self._new = new
        self._field = Input(value, compact=True, select_on_focus=False, id="naming-name")
        self._words = Static(Content(one_line(says)), id="naming-says", markup=False)
        self._before = value
        self._names = OfferedNames(id="naming-offered")
        self._found: tuple[str, Sequence[Actor]] | None = None  # in the archive, and for what
        self._taken = False  # Enter was pressed before there was a name to take
        self._finding: Latest[str, Sequence[Actor]] = Latest(
            self,
            lambda typed, _: meant.archive(typed) if meant is not None else (),
            self._found_in_archive,
            self._failed,
        )

    def body(self) -> ComposeResult:
        yield self._field
        yield self._words
        if self._meant is not None:
            yield self._names

    def on_mount(self) -> None:
        self._field.cursor_position = len(self._field.value)
        self._offer()

    def on_resize(self) -> None:
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
            self._offer()

    def _offer(self) -> None:
        """Offer those of the article at once, and have the archive asked for others."""
        if self._meant is not None:
            self._show()
            self._finding.ask(self._typed)

    def _found_in_archive(self, typed: str, actors: Sequence[Actor]) -> None:
        self._found = typed, actors
        self._show()
        if typed and not self._names.count:
            self._words.update("Nobody in this archive goes by a name that begins so.")
        if self._taken:
            self.action_take()

    def _show(self) -> None:
        if self._meant is None:
            return
        typed = self._typed
        here = self._meant.here(typed)
        offered = [Offered(one.name, f"{one.kind} · in this article", one) for one in here]
        if self._asked:
            there = self._found[1] if self._found is not None else ()
            offered += [
                Offered(one.name, f"{one.kind} · {amount(one.count, 'mention')}", one)
                for one in there
            ]
            known = {each.name.casefold() for each in offered}
            if typed and self._new and typed.casefold() not in known:
                offered.append(Offered(typed, self._new))
        self._names.show(offered, unasked=not typed)

    @property
    def _asked(self) -> bool:
        """Whether the archive has answered for what is typed now."""
        return self._found is not None and self._found[0] == self._typed

    def _failed(self, _: str, error: Exception) -> None:
        self._taken = False
        cast("DatelineApp", self.app).trouble(error)

    def action_step(self, step: int) -> None:
        """To the name below or above."""
        self._names.step(step)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_take()

    @on(VirtualList.Opened)
    def _clicked(self) -> None:
        self._names.step(0)
        self.action_take()

    def action_take(self) -> None:
        """Take the name under the cursor, or what was typed where none is offered."""
        if self._meant is None:
            self.dismiss(self._typed)
        elif (chosen := self._names.current) is not None:
            self.dismiss(chosen.actor or chosen.name)
        elif not self._asked:
            self._taken = True
        elif not self._typed:
            self._words.update(
                "Type a name, or choose one with ↓." if self._names.count else _WANTED
            )


_WANTED = "A name is wanted."
_FOOT = "Enter takes it   ↓ ↑ choose   Esc back"
