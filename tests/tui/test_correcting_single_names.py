"""Persons known by a single name, who are one in each article: here, or in all of them?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from index.archive import open_archive
from index.config import Config
from tests.archive.correcting import LATER, Desk, later, open_desk
from tests.tui.correcting import (
    actors,
    back_on_the_page,
    choose,
    name,
    offered,
    on_actor,
    on_quote,
    ways,
)
from tests.tui.driving import search, shown, started, until
from tui.app import DatelineApp


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        archive.ingest.cancel()  # what was read by hand is not to be read again
        opened = open_desk(archive, tmp_path / "news")
        opened.add("later", LATER)
        opened.read("later", later(opened.text("later")))
        yield opened


async def at(pilot: Pilot[None], desk: Desk, article: str, word: str) -> None:
    """Into the sidebar beside one of the articles, which has this word."""
    await started(pilot)
    await search(pilot, word)
    await pilot.press("enter")
    await until(pilot, lambda: shown(pilot) == desk.ids[article])
    await pilot.press("3")


@pytest.mark.parametrize(("letter", "elsewhere"), [("h", True), ("e", False)])
async def test_one_is_no_actor_here_or_everywhere(
    desk: Desk, config: Config, letter: str, elsewhere: bool
) -> None:
    async with DatelineApp(desk.archive, config).run_test(size=(120, 40)) as pilot:
        await at(pilot, desk, "later", "brother")
        await on_actor(pilot, "Friday")
        await choose(pilot, "x")
        assert [line.split()[-1] for line in ways(pilot)] == ["only", "too"]
        await pilot.press(letter)
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Friday" not in actors(pilot))
        assert ("Friday" in desk.names("envoy")) == elsewhere


async def test_one_is_the_same_as_another_in_all_articles(desk: Desk, config: Config) -> None:
    async with DatelineApp(desk.archive, config).run_test(size=(120, 40)) as pilot:
        await at(pilot, desk, "envoy", "board")
        await on_actor(pilot, "Smith")
        await choose(pilot, "s")
        await name(pilot, "muammar")
        await pilot.press("escape")  # from where it holds, back to the name
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await pilot.press("enter")
        await until(pilot, lambda: len(ways(pilot)) == 2)
        await pilot.press("e")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Smith" not in actors(pilot))
        assert actors(pilot)["Muammar Hadad"].quotes == 2
        assert "Smith" not in desk.names("harbour")


async def test_whoever_has_a_full_name_is_meant_everywhere_without_a_question(
    desk: Desk, config: Config
) -> None:
    async with DatelineApp(desk.archive, config).run_test(size=(120, 40)) as pilot:
        await at(pilot, desk, "envoy", "board")
        await on_actor(pilot, "Harbour Board")
        await choose(pilot, "x")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Harbour Board" not in actors(pilot))


async def test_one_of_another_article_is_not_offered_as_speaker(desk: Desk, config: Config) -> None:
    async with DatelineApp(desk.archive, config).run_test(size=(120, 40)) as pilot:
        await at(pilot, desk, "later", "brother")
        await on_quote(pilot, "no comment")
        await choose(pilot, "s")
        await pilot.press(*"smith")
        await until(pilot, lambda: offered(pilot))
        assert [line.split() for line in offered(pilot)] == [
            ["▸", "smith", "nobody", "known", "yet"]
        ]
        await pilot.press("ctrl+u", *"muam")
        await until(pilot, lambda: "person · 1 mention" in offered(pilot)[0])
