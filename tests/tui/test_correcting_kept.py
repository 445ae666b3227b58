"""What was corrected outlives the reader, the index and the archive itself."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

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
    on_actor,
    on_quote,
    quotes,
    side,
    told,
)
from tests.tui.driving import page_of, text_of, until
from tui.app import DatelineApp
from tui.screens.corrections import CorrectionList
from tui.screens.information import information

Reader = Callable[..., DatelineApp]
WORDS = "Our approaches are close"
SIX = 6


async def correct_everything(pilot: Pilot[None]) -> None:
    """One correction of each kind, by hand."""
    await at_the_article(pilot)
    await on_actor(pilot, "NATO")
    await choose(pilot, "s")
    await name(pilot, "arab league")
    await until(pilot, lambda: "NATO" not in actors(pilot))
    await on_actor(pilot, HU)
    await choose(pilot, "c")
    await name(pilot, "Hu Jin Tao")
    await until(pilot, lambda: "Hu Jin Tao" in actors(pilot))
    await on_actor(pilot, "Cuba")
    await choose(pilot, "a", "l")
    await until(pilot, lambda: actors(pilot)["Cuba"].kind == "place")
    await on_actor(pilot, "Korean peninsula")
    await choose(pilot, "x")
    await until(pilot, lambda: "Korean peninsula" not in actors(pilot))
    await on_quote(pilot, WORDS)
    await choose(pilot, "s")
    await name(pilot, "hu")
    await until(pilot, lambda: quotes(pilot, WORDS)[0].speaker == "Hu Jin Tao")
    await on_quote(pilot, "Both sides oppose")
    await choose(pilot, "x")
    await until(pilot, lambda: not quotes(pilot, "Both sides oppose"))
    await back_on_the_page(pilot)


def as_corrected(pilot: Pilot[None]) -> bool:
    return (
        "NATO" not in actors(pilot)
        and "Korean peninsula" not in actors(pilot)
        and actors(pilot)["Cuba"].kind == "place"
        and quotes(pilot, WORDS)[0].speaker == "Hu Jin Tao"
        and not quotes(pilot, "Both sides oppose")
    )


async def test_nothing_is_lost_by_a_restart_a_rebuild_and_a_journey_as_yaml(
    reader: Reader, archive: Archive, config: Config, seeds_read: Path, tmp_path: Path
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await correct_everything(pilot)
        assert as_corrected(pilot)
    written = archive.corrections.write()
    archive.rebuild(lambda _: None)
    archive.close()
    with open_archive(None, config) as again:
        async with DatelineApp(again, config).run_test(size=(120, 40)) as pilot:
            await at_the_article(pilot)
            assert as_corrected(pilot)
        assert len(again.corrections.listed()) == SIX
        assert again.corrections.write() == written
    fresh = replace(config, archive_folder=tmp_path / "fresh")
    shutil.copytree(seeds_read, fresh.archive_folder)
    with open_archive(None, fresh) as other:
        assert other.corrections.listed() == []
        assert other.corrections.read(written)
        async with DatelineApp(other, fresh).run_test(size=(120, 40)) as pilot:
            await at_the_article(pilot)
            assert as_corrected(pilot)
            assert side(pilot).current is not None
        assert other.corrections.write() == written


async def corrections_listed(pilot: Pilot[None]) -> CorrectionList:
    """Open the list of corrections from the palette."""
    await pilot.press("colon")
    await until(pilot, lambda: pilot.app.screen.query("CommandList"))
    await pilot.press(*"corrections")
    await pilot.pause(0.3)
    await pilot.press("enter")
    await until(pilot, lambda: words(pilot) != "…")
    return pilot.app.screen.query_one(CorrectionList)


def words(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#corrections-words", Static).render())


async def test_the_list_tells_of_each_in_a_sentence_with_its_day_and_takes_it_back(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await correct_everything(pilot)
        found = await corrections_listed(pilot)
        assert words(pilot) == "6 corrections, the newest first"
        standing = archive.corrections.listed()[::-1]
        lines = [line.rstrip() for line in text_of(found).splitlines()][:SIX]
        for line, correction in zip(lines, standing, strict=True):
            assert " ".join(correction.told.split())[:30] in line, "one line each"
            assert re.search(r"20\d\d$", line), "the day stands at the right"
        whole = pilot.app.screen.query_one("#corrections-whole", Static)
        shown = " ".join(text_of(whole).split())
        assert "Putin, Hu Urge Support" in shown
        assert " ".join(standing[0].told.split()) in shown
        for _ in range(SIX - 1):
            await pilot.press("j")
        assert standing[-1].told in text_of(whole)
        await pilot.press("enter")
        assert words(pilot) == ("This one holds in all articles, and has none of its own to go to.")
        await pilot.press("x")  # the first of all: NATO and the Arab League
        await until(pilot, lambda: found.count == SIX - 1)
        assert "u undoes" in told(pilot)
        await pilot.press("u")
        await until(pilot, lambda: found.count == SIX)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: found.count == SIX - 1)
        await pilot.press("escape")
        await until(pilot, lambda: "NATO" in actors(pilot))
        assert not as_corrected(pilot)


async def test_enter_leads_to_the_article_of_a_correction(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        here = page_of(pilot).reading.article.id  # type: ignore[union-attr]
        await on_quote(pilot, WORDS)
        await choose(pilot, "n")
        await back_on_the_page(pilot)
        await pilot.press("1", "escape", "escape")
        await corrections_listed(pilot)
        await pilot.press("enter")
        await back_on_the_page(pilot)
        await until(pilot, lambda: page_of(pilot).reading.article.id == here)  # type: ignore[union-attr]


async def test_without_corrections_the_list_says_how_one_is_made(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await corrections_listed(pilot)
        assert words(pilot).startswith("Nothing is corrected yet.")
        await pilot.press("x", "enter")
        assert pilot.app.screen.query(CorrectionList)


async def test_information_counts_what_was_corrected(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "n")
        await until(pilot, lambda: quotes(pilot, WORDS)[0].speaker is None)
        reading = page_of(pilot).reading
        assert reading is not None
        assert "1 quote corrected" in information(reading, None, 80).plain
        assert PUTIN in actors(pilot)
