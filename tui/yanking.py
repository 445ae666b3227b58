"""Words with their citation, taken to the clipboard by whatever the system has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from index.article import Cited
from tui.system import copy_with_tool
from tui.words import amount

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.app import DatelineApp


def yank(screen: Screen[Any], archive: Archive, cited: Cited) -> None:
    """Copy a passage with its citation, and tell by what."""
    words = amount(len(cited.passage.exact.split()), "word")
    copy(screen, archive.export.cite(cited), f"{words} with the citation", "e writes a file.")


def copy(screen: Screen[Any], text: str, what: str, otherwise: str) -> None:
    """Copy a text, and tell by what; `otherwise` is what helps where it does not arrive."""
    app = cast("DatelineApp", screen.app)

    def work() -> None:
        # A tool may wait for its display, so the screen does not wait for it.
        screen.call_later(copied, copy_with_tool(text))

    def copied(tool: str | None) -> None:
        if tool is not None:
            app.say(f"Copied {what}, by {tool}.")
            return
        app.copy_to_clipboard(text)
        app.say(
            f"Copied {what}, through the terminal (OSC 52). Where that does not arrive, {otherwise}"
        )

    screen.run_worker(work, thread=True, exit_on_error=False)
