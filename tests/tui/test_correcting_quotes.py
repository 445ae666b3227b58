"""Correcting a quote: who says it, that nobody knows, that it is none; from both panes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.archive import Archive, open_archive
from index.config import Config
from tests.tui.correcting import (
    HU,
    PUTIN,
    actors,
    at_the_article,
    back_on_the_page,
    choose,
    name,
    offered,
    on_actor,
    on_quote,
    quotes,
    side,
    told,
    ways,
)
from tests.tui.driving import page_of, results_of, search, text_of, type_text, until
from tui.app import DatelineApp
from tui.screens.help import help_text
from tui.screens.reader import ReaderScreen
from tui.widgets.status import KeyLine

Reader = Callable[..., DatelineApp]
WORDS = "Our approaches are close"


def speaker(pilot: Pilot[None]) -> str | None:
    return quotes(pilot, WORDS)[0].speaker


async def test_a_quote_is_given_to_another_speaker_of_the_article(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_article(pilot)
        before = actors(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot)
        assert f"now: {PUTIN}" in ways(pilot)[0]
        await pilot.press("s")
        await until(pilot, lambda: offered(pilot))
        await name(pilot, "hu")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) == HU)
        assert quotes(pilot, WORDS)[0].corrected
        assert actors(pilot)[HU].quotes == before[HU].quotes + 1
        assert actors(pilot)[PUTIN].quotes == before[PUTIN].quotes - 1
        current = side(pilot).current
        assert current is not None
        assert current.about == quotes(pilot, WORDS)[0]
        assert any(line.startswith("▸ Hu Jintao") and "✓" in line for line in lines(pilot))
        assert told(pilot).endswith(". u undoes.")
        await pilot.press("u")
        await until(pilot, lambda: speaker(pilot) == PUTIN)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: speaker(pilot) == HU)


def lines(pilot: Pilot[None]) -> list[str]:
    return text_of(side(pilot)).splitlines()


async def test_a_speaker_may_be_somebody_nobody_named_before(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "s")
        await type_text(pilot, "Anna Petrova")
        await until(pilot, lambda: "nobody known yet" in offered(pilot)[-1])
        await pilot.press("down", "down", "enter")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) == "Anna Petrova")


async def test_the_speaker_of_a_quote_is_unknown(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "n")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) is None)
        assert any("speaker unknown" in line and "✓" in line for line in lines(pilot))


async def test_what_is_no_quote_leaves_sidebar_and_article(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "x")
        await back_on_the_page(pilot)
        await until(pilot, lambda: not quotes(pilot, WORDS))
        assert side(pilot).current is not None
        assert not any(WORDS in line for line in lines(pilot))
        await pilot.press("u")
        await until(pilot, lambda: quotes(pilot, WORDS))


@pytest.mark.parametrize("sheet", ["M", "S"])
async def test_what_is_undone_on_another_sheet_is_seen_when_that_is_left(
    reader: Reader, sheet: str
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "n")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) is None)
        await pilot.press(sheet, "u", "escape")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) == PUTIN)


async def test_a_quote_is_corrected_from_the_article_too(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await pilot.press("2", "g", "c")
        await until(
            pilot, lambda: "no quote on this line" in text_of(page_of(pilot).query_one(KeyLine))
        )
        for _ in range(30):
            await pilot.press("right_square_bracket")
            if page_of(pilot).article.place == quotes(pilot, WORDS)[0].start:
                break
        await choose(pilot, "n")
        await back_on_the_page(pilot)
        await until(pilot, lambda: speaker(pilot) is None)


async def test_what_is_found_follows(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        here = page_of(pilot).reading.article.id  # type: ignore[union-attr]
        await on_actor(pilot, "NATO")
        await choose(pilot, "c")
        await name(pilot, "Atlantic Alliance")
        await back_on_the_page(pilot)
        pilot.app.screen.query_one("#query", Input).value = ""
        await search(pilot, 'actor:"Atlantic Alliance"')
        assert here in results_of(pilot).results.ids  # type: ignore[union-attr]
        await pilot.press("enter", "u")
        await until(pilot, lambda: here not in results_of(pilot).results.ids)  # type: ignore[union-attr]


async def test_an_archive_that_cannot_be_written_to_says_so_and_opens_no_sheet(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)  # as for one who may not write
    with open_archive(config.archive_folder, config) as locked:
        app = DatelineApp(locked, config)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await at_the_article(pilot)
            await pilot.press("c")
            await until(pilot, lambda: "nothing can be corrected" in told(pilot))
            assert isinstance(pilot.app.screen, ReaderScreen)


def test_help_tells_of_the_mark_and_the_key() -> None:
    told_of = help_text(None, 80).plain
    assert "✓" in told_of
    assert "correct this" in told_of
