"""Who is meant on the sheets of corrections: whom one chose, and nobody unasked."""

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
    on_quote,
    quotes,
    says,
    told,
    ways,
)
from tests.tui.driving import type_text, until
from tui.app import DatelineApp

Reader = Callable[..., DatelineApp]
WORDS = "Our approaches are close"


async def test_a_name_of_a_state_is_the_person_who_was_chosen(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        before = {each.id for each in archive.people.actors() if each.name == ANNAN}
        await on_actor(pilot, "Cuba")
        await choose(pilot, "e")
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await name(pilot, ANNAN)
        await pilot.press("h")
        await back_on_the_page(pilot)
        await until(pilot, lambda: ANNAN in actors(pilot))
        assert actors(pilot)[ANNAN].kind == "person"
        assert {each.id for each in archive.people.actors() if each.name == ANNAN} == before


async def test_who_is_not_known_is_asked_to_be_a_person_first(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, "Cuba")
        await choose(pilot, "e")
        await until(pilot, lambda: pilot.app.screen.query("#naming-name"))
        await name(pilot, "Ana Cuba")
        await until(pilot, lambda: len(ways(pilot)) == 4)
        assert ways(pilot)[0].startswith("▸ p  a person")
        await pilot.press("enter")
        await until(pilot, lambda: len(ways(pilot)) == 2)
        await pilot.press("h")
        await back_on_the_page(pilot)
        await until(pilot, lambda: "Ana Cuba" in actors(pilot))
        assert actors(pilot)["Ana Cuba"].kind == "person"


async def test_nobody_is_chosen_before_a_name_is_typed_or_stepped_to(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "s")
        await until(pilot, lambda: offered(pilot))
        assert not any("▸" in line for line in offered(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: says(pilot) == "Type a name, or choose one with ↓.")
        assert archive.corrections.listed() == []
        await pilot.press("down")
        assert offered(pilot)[0].startswith("▸")
        await pilot.press("down", "up", "enter")
        await back_on_the_page(pilot)
        await until(pilot, lambda: HU not in actors(pilot))


async def test_a_name_that_another_bears_is_asked_about(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "c")
        await name(pilot, PUTIN)
        await until(pilot, lambda: len(ways(pilot)) == 2)
        title = str(pilot.app.screen.query_one("#sheet-title").render())
        assert f"There is already “{PUTIN}”, a person: are they one?" in title
        await pilot.press("enter")
        await until(pilot, lambda: says(pilot) == "Nothing was changed.")
        assert archive.corrections.listed() == []
        assert pilot.app.screen.query_one("#naming-name", Input).value == PUTIN
        await pilot.press("enter")
        await until(pilot, lambda: len(ways(pilot)) == 2)
        await pilot.press("y")
        await back_on_the_page(pilot)
        await until(pilot, lambda: HU not in actors(pilot))


async def test_another_kind_is_asked_about_before_two_are_one(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_article(pilot)
        await on_actor(pilot, HU)
        await choose(pilot, "s")
        await name(pilot, "cuba")
        await until(pilot, lambda: len(ways(pilot)) == 2)
        title = str(pilot.app.screen.query_one("#sheet-title").render())
        assert f"“{HU}” is a person, “Cuba” a state: are they one?" in title
        await pilot.press("escape")
        await until(pilot, lambda: says(pilot) == "Nothing was changed.")
        assert archive.corrections.listed() == []


async def test_speakers_are_offered_by_how_much_they_say_people_first(reader: Reader) -> None:
    async with reader().run_test(size=(120, 60)) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "s")
        await until(pilot, lambda: offered(pilot))
        known = actors(pilot)
        here = [line for line in offered(pilot) if "in this article" in line]
        shown = [next(each for each in known.values() if each.name in line) for line in here]
        order = [(each.kind != "person", -each.quotes) for each in shown]
        assert order == sorted(order)
        assert shown[0].quotes > 0


async def test_a_speaker_nobody_knows_is_kept_and_told(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_article(pilot)
        await on_quote(pilot, WORDS)
        await choose(pilot, "s")
        await type_text(pilot, "Ruth Okafor")
        await until(pilot, lambda: any("nobody known yet" in each for each in offered(pilot)))
        await pilot.press("end", "down", "enter")
        await back_on_the_page(pilot)
        await until(pilot, lambda: quotes(pilot, WORDS)[0].speaker == "Ruth Okafor")
        assert "Nobody in this archive is called “Ruth Okafor”" in told(pilot)
