"""The reader as an application: its themes, its commands, and what it says to a person."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import Input

from index.article import DatelineError
from tui import unforeseen
from tui.keys import display
from tui.layout import SMALLEST
from tui.screens.reader import ReaderScreen
from tui.screens.sheet import TooSmall
from tui.terminal import TerminalGuard, terminal_encoding, terminal_is_light, when_hung_up
from tui.words import one_line

if TYPE_CHECKING:
    from types import FrameType

    from textual.command import Provider

    from index.archive import Archive
    from index.config import Config

_IDLE = 5.0
"""Seconds without a key after which there is time for what would be felt under the fingers."""

_GARBAGE = 2000, 20, 1_000_000
"""After how many objects, and lesser searches for garbage, Python looks for more of it: through
everything never of itself."""

_LEAVING = 5.0
"""Seconds that the reader has to end when the system asks it to. Nothing kept is lost by less."""

DARK = Theme(
    name="dateline-dark",
    primary="#d9a441",
    secondary="#9fb8c8",
    accent="#d9a441",
    foreground="#d8d3c8",
    background="#161513",
    surface="#24221e",
    panel="#24221e",
    warning="#d9a441",
    error="#e07a6a",
    success="#9fb8c8",
    dark=True,
    variables={"rule": "#5e594f", "block-cursor-text-style": "bold"},
)
LIGHT = Theme(
    name="dateline-light",
    primary="#9b2d1f",
    secondary="#2f5570",
    accent="#9b2d1f",
    foreground="#22201c",
    background="#fbf8f1",
    surface="#efe9dc",
    panel="#efe9dc",
    warning="#9b2d1f",
    error="#b3261e",
    success="#2f5570",
    dark=False,
    variables={"rule": "#bdb5a4", "block-cursor-text-style": "bold"},
)


def _save_as() -> type[Provider]:
    from tui.screens.commands import SaveAs

    return SaveAs


class DatelineApp(App[None]):
    """Opens the reader on one archive. The archive stays the caller's to close."""

    TITLE = "Dateline"
    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = True
    NOTIFICATION_TIMEOUT = 2.5  # seconds
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {
        _save_as
    }
    # Nothing here is a printable character: such a key must never be taken from an input.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, system=True),
    ]

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__()
        self.archive = archive
        self.config = config
        self.animation_level = "none"
        self.keys_pressed = 0
        self._keys_then = 0
        self._guard = TerminalGuard(terminal_encoding())
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        light = config.theme == "light" or (config.theme == "auto" and terminal_is_light())
        self.theme = (LIGHT if light else DARK).name
        self._first_variables: dict[str, str] | None = self.get_css_variables()
        self.stylesheet.set_variables(self._first_variables)

    def on_mount(self) -> None:
        """Leave the terminal as it was also when the system asks the reader to end.

        Not by the loop's own handlers: where the terminal is gone, the loop may be waiting for
        what was written to be taken, for ever.
        """
        loop = asyncio.get_running_loop()

        def end(number: int, _: FrameType | None) -> None:
            deadline = threading.Timer(_LEAVING, os._exit, [128 + number])
            deadline.daemon = True
            deadline.start()
            with contextlib.suppress(RuntimeError):  # it has ended already
                loop.call_soon_threadsafe(self.exit)

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            # Not the main thread, as in some tests: then nobody sends signals either.
            with contextlib.suppress(ValueError):
                signal.signal(number, end)
        # Nobody says so to a reader that is not the first of its terminal's programs.
        when_hung_up(lambda: end(signal.SIGHUP, None))

    def on_ready(self) -> None:
        """The first picture stands: what it is made of will stay, and need not be looked through
        for garbage, now or later. Only where the collector was put off for it.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(*_GARBAGE)
            gc.enable()
            self.set_interval(_IDLE, self._tidy)

    def _tidy(self) -> None:
        """Look through everything for garbage while nobody presses a key: it takes 30 ms."""
        if self.keys_pressed == self._keys_then and gc.get_count()[2]:
            gc.collect()
        self._keys_then = self.keys_pressed

    def refresh_css(self, animate: bool = True) -> None:
        """Make the styles anew. Textual asks for it at the start too, for the first theme: but
        with its colours they have just been made.
        """
        first, self._first_variables = self._first_variables, None
        if first is None or first != self.get_css_variables():
            super().refresh_css(animate)

    def get_default_screen(self) -> Screen[None]:
        return ReaderScreen(self.archive, self.config)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._guard]

    def get_key_display(self, binding: Binding) -> str:
        return display(binding)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands of the palette: those of the screen it was opened over, and our own."""
        if isinstance(screen, ReaderScreen):
            from tui.screens.commands import commands

            for name, explanation, run in commands(screen):
                yield SystemCommand(name, explanation, run)
        other = DARK if self.theme == LIGHT.name else LIGHT
        yield SystemCommand(
            "Dark page" if other is DARK else "Light page",
            "Change the colours until the reader is left",
            lambda: setattr(self, "theme", other.name),
        )
        yield SystemCommand("Quit", "Leave the reader (Q)", self.exit)

    def say(
        self, sentence: str, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Tell a person something for a few seconds. The sentence is never read as markup."""
        self.clear_notifications()  # the last word counts, and two would hide the page
        self.notify(one_line(sentence), severity=severity, markup=False)

    def trouble(self, error: Exception) -> None:
        """Tell of something that went wrong: a problem in its own words, anything else logged."""
        if isinstance(error, DatelineError):
            self.say(str(error), "warning")
        else:
            self.say(unforeseen.sentence(error), "error")

    def action_help_quit(self) -> None:
        """Ctrl+C, by which people mean to leave."""
        self.say("Q quits.")

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self.keys_pressed += 1
            self.archive.ingest.rest()
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A letter typed so fast behind `/` that it was sent to the pane one has just left."""
        # One that was sent to the input itself is used up there and never comes here.
        typed = event.character if event.is_printable else None
        if typed is not None and isinstance(self.focused, Input):
            self.focused.insert_text_at_cursor(typed)
            event.prevent_default()

    def on_resize(self, event: events.Resize) -> None:
        width, height = SMALLEST
        small = event.size.width < width or event.size.height < height
        shown = isinstance(self.screen, TooSmall)
        if small and not shown:
            self.push_screen(TooSmall())
        elif not small and shown:
            self.pop_screen()


def run(archive: Archive, config: Config) -> None:
    """Open the reader and return when the person leaves it.

    Raises `DatelineError` with a sentence when the reader had to stop; never shows a traceback.
    """
    from io import StringIO

    from rich.console import Console

    # While a thread searches, what is typed is not to wait the usual 5 ms at each step.
    sys.setswitchinterval(0.0005)
    app = DatelineApp(archive, config)
    details = StringIO()
    # What Textual would print of a crash goes to the log and not to the person.
    app.error_console = Console(file=details, markup=False, highlight=False, width=120)
    app.run(mouse=config.mouse)
    if app.return_code:
        kept = unforeseen.keep_details(details.getvalue())
        where = f" Details are in {kept}." if kept else ""
        raise DatelineError(
            f"The reader stopped over something unforeseen; nothing you kept is lost.{where}"
        )
