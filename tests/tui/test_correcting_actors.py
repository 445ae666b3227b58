"""Correcting an actor from the sidebar: merged, called, of another kind, parted, none at all."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Input

from index.archive import Archive
from tests.tui.correcting import (
    ANNAN,
    HU,
    PUTIN,
    actors,
    at_the_article,
    back_on_the_page,
    choose,
    name,
    offered,
    on_actor,
    says,
    side,
    told,
    ways,
)
from tests.tui.driving import page_of, text_of, until
from tui.app import DatelineApp
from tui.screens.reader import ReaderScreen

Reader = Callable[..., DatelineApp]


async def test_the_sheet_names_the_actor_and_its_ways(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, PUTIN)
        await choose(pilot)
        assert f"Correct: {PUTIN}" in str(pilot.app.screen.query_one("#sheet-title").render())
        lines = ways(pilot)
        assert [line.split()[:3] for line in lines] == [
            ["▸", "s", "is"],
            ["c", "is", "called"],
            ["a", "is", "a"],
            ["e", "one", "of"],
            ["x", "is", "no"],
        ]
        assert "now: person" in lines[2]
        await pilot.press("z")
        assert ways(pilot) == lines
        await pilot.press("escape")
        assert pilot.app.focused is side(pilot)


async def test_a_key_struck_twice_opens_one_sheet(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        side(pilot).action_correct()
        side(pilot).action_correct()
        await until(pilot, lambda: ways(pilot))
        await pilot.press("escape")
        await back_on_the_page(pilot)
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_an_actor_is_the_same_as_another(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_article(pilot)
        before = actors(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "s")
        await name(pilot, "vladimir pu")
        await back_on_the_page(pilot)
        await until(pilot, lambda: HU not in actors(pilot))
        putin = actors(pilot)[PUTIN]
        assert putin.corrected
        assert putin.count == before[PUTIN].count + before[HU].count
        assert side(pilot).current.about == putin  # type: ignore[union-attr]
        assert "✓" in text_of(side(pilot))
        assert PUTIN in told(pilot)
        assert told(pilot).endswith(". u undoes.")
        await pilot.press("u")
        await until(pilot, lambda: actors(pilot) == before)
        assert "✓" not in text_of(side(pilot))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: HU not in actors(pilot))


async def test_the_ways_are_chosen_by_cursor_and_enter_too(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, "Cuba")
        await choose(pilot)
        await pilot.press("j", "down", "up", "j", "enter")
        await until(pilot, lambda: any("a state" in line for line in ways(pilot)))
        assert ways(pilot)[2].startswith("▸")
        await pilot.press("end", "enter")
        await back_on_the_page(pilot)
        await until(pilot, lambda: actors(pilot)["Cuba"].kind == "place")


async def test_those_of_the_article_and_the_kind_are_offered_first(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "s")
        await until(pilot, lambda: offered(pilot))
        assert "person · in this article" in offered(pilot)[0]
        assert not any(HU in line for line in offered(pilot))
        await pilot.press(*"gazprom")
        await until(
            pilot, lambda: [line.split()[:2] for line in offered(pilot)] == [["▸", "Gazprom"]]
        )
        assert "organisation · 1 mention" in offered(pilot)[0]
        await pilot.press(*"zz", "enter")
        await until(pilot, lambda: "Nobody in this archive" in says(pilot))
        assert not isinstance(pilot.app.screen, ReaderScreen)


async def test_escape_leads_back_a_sheet_at_a_time_and_nothing_is_corrected(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        for letter in "sca":
            await choose(pilot, letter)
            await pilot.press("escape")
            await until(pilot, lambda: "is no actor" in ways(pilot)[-1])
            await pilot.press("escape")
            await back_on_the_page(pilot)
        assert archive.corrections.listed() == []
        assert side(pilot).current.about.name == HU  # type: ignore[union-attr]


async def test_an_actor_is_called_otherwise_and_stays_under_the_cursor(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "c")
        await name(pilot, "Hu Jin Tao")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Hu Jin Tao" in actors(pilot))
        assert HU not in actors(pilot)
        assert side(pilot).current.about.name == "Hu Jin Tao"  # type: ignore[union-attr]
        await pilot.press("u")
        await until(pilot, lambda: HU in actors(pilot))


async def test_the_name_it_has_is_refused_in_words_until_another_is_typed(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "c")
        await pilot.press("enter")
        await until(pilot, lambda: "already" in says(pilot))
        assert pilot.app.screen.query_one("#naming-name", Input).value == HU
        await pilot.press("a")
        await until(pilot, lambda: not says(pilot))
        assert archive.corrections.listed() == []


async def test_a_name_of_nothing_is_refused_in_words_and_what_was_typed_stays(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "c")
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: says(pilot))
        assert says(pilot).endswith(".")
        assert archive.corrections.listed() == []


async def test_an_actor_is_of_another_kind(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, "NATO")
        await choose(pilot, "a", "p")
        await back_on_the_page(pilot)
        await until(pilot, lambda: actors(pilot)["NATO"].kind == "person")
        assert side(pilot).current.about.name == "NATO"  # type: ignore[union-attr]


async def test_one_of_its_names_is_somebody_else_here(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        before = actors(pilot)[PUTIN]
        text = page_of(pilot).reading.text  # type: ignore[union-attr]
        alone = sum(text[start:end] == "Putin" for start, end in before.mentions)
        await on_actor(pilot, PUTIN)
        await choose(pilot, "e")
        (number,) = [line.split()[-4] for line in ways(pilot) if "“Putin”" in line]
        await pilot.press(number)
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await name(pilot, "Igor Putin")
        await pilot.press("h")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Igor Putin" in actors(pilot))
        assert actors(pilot)["Igor Putin"].count == alone
        assert actors(pilot)[PUTIN].count == before.count - alone
        here = page_of(pilot).reading.article.id  # type: ignore[union-attr]
        for article in archive.search.find("putin").ids:
            known = {actor.name for actor in archive.articles.get(article).actors}
            assert ("Igor Putin" in known) == (article == here)
        await pilot.press("u")
        await until(pilot, lambda: actors(pilot)[PUTIN] == before)


async def test_a_name_is_somebody_else_everywhere(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, "Moammar Gadhafi")
        await choose(pilot, "e")
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await name(pilot, ANNAN)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await pilot.press("enter")
        await until(pilot, lambda: len(ways(pilot)) == 2)
        await pilot.press("e")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Moammar Gadhafi" not in actors(pilot))


async def test_what_is_no_actor_leaves_and_the_cursor_stays_where_it_was(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await pilot.press("j")
        after = side(pilot).current.about.name  # type: ignore[union-attr]
        await pilot.press("k")
        await choose(pilot, "x")
        await back_on_the_page(pilot)
        await until(pilot, lambda: HU not in actors(pilot))
        assert side(pilot).current.about.name == after  # type: ignore[union-attr]
        await pilot.press("u")
        await until(pilot, lambda: HU in actors(pilot))
