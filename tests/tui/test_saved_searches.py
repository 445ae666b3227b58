"""Saved searches: saved under a name, opened again, told what is new in them, dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, Static

from index.archive import Archive
from tests.tui.driving import results_of, search, started, text_of, until
from tui.app import DatelineApp
from tui.screens.searches import SavedList

Reader = Callable[..., DatelineApp]


def words(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#searches-words", Static).render())


def listed(pilot: Pilot[None]) -> SavedList:
    return pilot.app.screen.query_one(SavedList)


async def test_a_search_is_saved_under_a_name_and_opened_again(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        await pilot.press("enter", "S")
        await until(pilot, lambda: "No search is saved yet" in words(pilot))
        await pilot.press("a", *"Moscow", "enter")
        await until(pilot, lambda: listed(pilot).count == 1)
        assert "Moscow" in text_of(listed(pilot))
        assert "lavrov" in text_of(listed(pilot))
        await pilot.press("escape")
        pilot.app.screen.query_one("#query", Input).value = ""
        await search(pilot, "syria")
        await pilot.press("enter", "S")
        await until(pilot, lambda: listed(pilot).count == 1)
        await pilot.press("enter")
        await until(pilot, lambda: results_of(pilot).results.query == "lavrov")  # type: ignore[union-attr]
        assert pilot.app.focused is results_of(pilot)


async def test_it_tells_what_came_in_since_it_was_opened(
    reader: Reader, archive: Archive, tmp_path: Path
) -> None:
    archive.searches.save("Hama", "hama truce")
    archive.searches.save("Lavrov", "lavrov")
    file = tmp_path / "new.txt"
    file.write_text("Truce holds in Hama\n\nThe truce in Hama held on Sunday.\n", "utf-8")
    archive.ingest.add([file], lambda _: None, read=False)
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("S")
        await until(pilot, lambda: "2 searches, 1 with something new" in words(pilot))
        assert "1 new" in text_of(listed(pilot)).split("\n")[0]
        await pilot.press("enter")
        await until(pilot, lambda: results_of(pilot).count == 1)
        await pilot.press("S")
        await until(pilot, lambda: words(pilot) == "2 searches")


async def test_one_that_is_dropped_can_be_brought_back(reader: Reader, archive: Archive) -> None:
    archive.searches.save("Lavrov", "lavrov")
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("S")
        await until(pilot, lambda: listed(pilot).count == 1)
        await pilot.press("x")
        await until(pilot, lambda: listed(pilot).count == 0)
        assert archive.searches.saved() == []
        await pilot.press("u")
        await until(pilot, lambda: listed(pilot).count == 1)


async def test_escape_declines_a_name_and_then_leaves(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        await pilot.press("enter", "S", "a", *"qx")
        assert pilot.app.screen.query_one("#searches-name", Input).value == "qx"
        await pilot.press("escape")
        assert pilot.app.focused is listed(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.focused is results_of(pilot))
        assert archive.searches.saved() == []


async def test_save_and_a_name_in_the_palette(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        await pilot.press("enter", "colon")
        await until(pilot, lambda: pilot.app.screen.query("CommandList"))
        await pilot.press(*"save", "space", *"Moscow")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: [s.name for s in archive.searches.saved()] == ["Moscow"])


async def test_without_a_search_there_is_nothing_to_save(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("S", "a")
        await until(
            pilot,
            lambda: any("no search to save" in told.message for told in pilot.app._notifications),
        )
        assert pilot.app.focused is listed(pilot)
