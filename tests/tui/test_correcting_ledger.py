"""Correcting from the ledger: its quotes, and those who say them."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from index.archive import Archive
from tests.tui.correcting import told
from tests.tui.driving import started, text_of, until
from tui.app import DatelineApp
from tui.screens.ledger import LedgerScreen
from tui.widgets.ledger_list import LedgerList
from tui.widgets.status import KeyLine

Reader = Callable[..., DatelineApp]


async def ledger(pilot: Pilot[None]) -> LedgerList:
    await started(pilot)
    await pilot.press("W")
    await until(pilot, lambda: isinstance(pilot.app.screen, LedgerScreen))
    found = pilot.app.screen.query_one(LedgerList)
    await until(pilot, lambda: found.current is not None)
    return found


async def test_the_keys_tell_that_a_quote_can_be_corrected(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await ledger(pilot)
        assert "c correct" in text_of(pilot.app.screen.query_one(KeyLine))


async def test_who_says_a_quote_is_corrected_where_it_is_listed(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        found = await ledger(pilot)
        name = found.current.quote.speaker  # type: ignore[union-attr]
        assert name
        await pilot.press("C")
        await until(pilot, lambda: pilot.app.screen.query("#sheet-title"))
        title = str(pilot.app.screen.query_one("#sheet-title").render())
        assert title == f"Correct: {name}"
        await pilot.press("x")
        await until(pilot, lambda: isinstance(pilot.app.screen, LedgerScreen))
        await until(pilot, lambda: "is no actor" in told(pilot))
        [correction] = archive.corrections.listed()
        assert correction.told == f"“{name}” is no actor."
        await pilot.press("G")
        await until(pilot, lambda: found.current is not None and not found.current.quote.speaker)
        await pilot.press("C")
        await until(pilot, lambda: "No actor is known to say this" in told(pilot))
