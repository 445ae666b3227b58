"""Correcting from the sidebar in tests: getting to an actor or a quote, and what stands then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from index.article import Actor, Quote
from tests.tui.driving import page_of, search, started, text_of, type_text, until
from tui.panes.sidebar import Sidebar
from tui.screens.reader import ReaderScreen
from tui.widgets.offered_names import OfferedNames
from tui.widgets.ways import WayList

PUTIN, HU, ANNAN = "Vladimir Putin", "Hu Jintao", "Kofi Annan"
_ARTICLE = "Gadhafi"  # a word of one of the seeds only


def side(pilot: Pilot[Any]) -> Sidebar:
    return page_of(pilot).query_one(Sidebar)


def actors(pilot: Pilot[Any]) -> dict[str, Actor]:
    """The actors on the page by name."""
    reading = page_of(pilot).reading
    return {actor.name: actor for actor in reading.actors} if reading else {}


def quotes(pilot: Pilot[Any], words: str) -> list[Quote]:
    """The quotes on the page in which these words stand."""
    reading = page_of(pilot).reading
    return [quote for quote in reading.quotes if words in quote.text] if reading else []


async def at_the_article(pilot: Pilot[Any]) -> None:
    """Search for the article that the tests correct, and go into its sidebar."""
    await started(pilot)
    await search(pilot, _ARTICLE)
    await pilot.press("enter")
    await until(pilot, lambda: "Moammar Gadhafi" in page_of(pilot).reading.text)  # type: ignore[union-attr]
    await pilot.press("3")


async def on_actor(pilot: Pilot[Any], name: str) -> None:
    """Put the cursor of the sidebar on an actor."""
    await pilot.press("h")
    await _put(pilot, lambda about: isinstance(about, Actor) and about.name == name)


async def on_quote(pilot: Pilot[Any], words: str) -> None:
    """Put the cursor of the sidebar on the first quote in which these words stand."""
    await pilot.press("l")
    await _put(pilot, lambda about: isinstance(about, Quote) and words in about.text)


async def _put(pilot: Pilot[Any], wanted: Callable[[Actor | Quote], bool]) -> None:
    """The cursor on what is wanted, without a key for each step there: all are alike."""
    pane = side(pilot)
    pane._move_to(next(at for at, e in enumerate(pane._listing.entries) if wanted(e.about)))
    await pilot.pause()


async def choose(pilot: Pilot[Any], *letters: str) -> None:
    """Open the sheet and choose line after line by letters."""
    for key in ("c", *letters):
        before = pilot.app.screen
        await pilot.press(key)
        await until(pilot, lambda before=before: pilot.app.screen is not before)  # type: ignore[misc]


async def name(pilot: Pilot[Any], typed: str) -> None:
    """Type a name in place of what stands in the field, and take it."""
    field = pilot.app.screen.query_one("#naming-name", Input)
    field.value = ""
    await type_text(pilot, typed)
    before = pilot.app.screen
    await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not before)


async def back_on_the_page(pilot: Pilot[Any]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))


def offered(pilot: Pilot[Any]) -> list[str]:
    """The lines of names that are offered."""
    lines = text_of(pilot.app.screen.query_one(OfferedNames)).splitlines()
    return [line for line in lines if line.strip()]


def ways(pilot: Pilot[Any]) -> list[str]:
    """The lines to choose from."""
    return text_of(pilot.app.screen.query_one(WayList)).splitlines()


def says(pilot: Pilot[Any]) -> str:
    """What the sheet says under the names."""
    return str(pilot.app.screen.query_one("#naming-says", Static).render())


def told(pilot: Pilot[Any]) -> str:
    """What the notifications have said last."""
    return " ".join(note.message for note in pilot.app._notifications)
