"""Driving the reader in tests: waiting for what a person would wait for, reading the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widget import Widget

from tui.screens.reader import ReaderScreen
from tui.widgets.results import ResultList

PATIENCE = 30.0
"""Seconds until a wait gives up; it bounds a broken run and measures nothing."""


async def until(pilot: Pilot[Any], holds: Callable[[], object]) -> None:
    """Wait until something holds; what is not on the screen yet does not."""
    end = time.monotonic() + PATIENCE
    while not _holds(holds):
        assert time.monotonic() < end, "waited in vain"
        await pilot.pause(0.02)
    await pilot.pause()


def _holds(condition: Callable[[], object]) -> bool:
    try:
        return bool(condition())
    except (NoMatches, StopIteration):
        return False


def text_of(widget: Widget) -> str:
    """What stands in a widget, line by line, as it is drawn."""
    strips = widget.render_lines(widget.outer_size.region)
    return "\n".join(strip.text.rstrip() for strip in strips)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type text key by key."""
    names = {" ": "space", '"': "quotation_mark", ":": "colon", "?": "question_mark"}
    await pilot.press(*(names.get(character, character) for character in text))


def page_of(pilot: Pilot[Any]) -> ReaderScreen:
    """The reader's page, also while a sheet lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReaderScreen))


def results_of(pilot: Pilot[Any]) -> ResultList:
    """The list of results on the reader's page."""
    return page_of(pilot).query_one(ResultList)


async def started(pilot: Pilot[Any]) -> None:
    """Wait until results and the first article are there."""
    await until(pilot, lambda: results_of(pilot).results is not None)
    await until(pilot, lambda: page_of(pilot).reading is not None)


async def search(pilot: Pilot[Any], query: str) -> None:
    """Search from the keyboard and wait for what it finds."""
    await pilot.press("slash")
    await type_text(pilot, query)

    def found() -> bool:
        results = results_of(pilot).results
        return results is not None and results.query == query

    await until(pilot, found)


def shown(pilot: Pilot[Any]) -> str | None:
    """The id of the article on the page."""
    reading = page_of(pilot).reading
    return reading.article.id if reading is not None else None
