"""Facets: what results have in common; narrowing in the open, and taking it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.driving import results_of, search, started, text_of, until
from tui.app import DatelineApp
from tui.panes.facets import FacetList
from tui.panes.query import QueryInput
from tui.panes.sidebar import Sidebar
from tui.widgets.results import ResultList
from tui.widgets.rules import Edge

Reader = Callable[..., DatelineApp]
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]


def facets(pilot: Pilot[None]) -> FacetList:
    return pilot.app.screen.query_one(FacetList)


def field(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(QueryInput).value


async def opened(pilot: Pilot[None], query: str) -> None:
    await started(pilot)
    await search(pilot, query)
    await pilot.press("enter", "f")
    await until(pilot, lambda: facets(pilot).count)


@pytest.mark.parametrize("size", SIZES)
async def test_a_value_narrows_the_query_in_the_open_and_is_taken_back(
    reader: Reader, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await opened(pilot, "syria OR lavrov")
        value = facets(pilot).current
        assert value is not None
        before = results_of(pilot).count
        await pilot.press("enter")
        narrowed = f"(syria OR lavrov) {value.clause}"
        assert field(pilot) == narrowed
        await until(pilot, lambda: results_of(pilot).results.query == narrowed)  # type: ignore[union-attr]
        assert results_of(pilot).count == value.count <= before
        assert pilot.app.focused is facets(pilot)
        await until(pilot, lambda: "✓" in text_of(facets(pilot)))
        assert facets(pilot).current.clause == value.clause  # type: ignore[union-attr]
        await pilot.press("x")
        assert field(pilot) == "syria OR lavrov"
        await until(pilot, lambda: results_of(pilot).count == before)
        await until(pilot, lambda: "✓" not in text_of(facets(pilot)))
        await pilot.press("enter", "enter")
        assert field(pilot) == "syria OR lavrov"


async def test_the_cursor_goes_over_values_only_and_by_groups(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await opened(pilot, "syria")
        listed = facets(pilot)
        seen = []
        for _ in range(listed.count):
            assert listed.current is not None
            seen.append(listed.cursor)
            await pilot.press("j")
        assert len(set(seen)) < listed.count
        await pilot.press("g")
        first = listed.cursor
        await pilot.press("l")
        assert listed.cursor > first
        assert listed.current is not None
        await pilot.press("h")
        assert listed.cursor == first
        assert text_of(listed).split("\n")[0].strip().isupper()


@pytest.mark.parametrize("key", ["q", "escape", "f"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_leaving_brings_back_what_stood_there(
    reader: Reader, size: tuple[int, int], key: str
) -> None:
    async with reader().run_test(size=size) as pilot:
        await opened(pilot, "syria")
        assert pilot.app.screen.query_one(ResultList).display
        assert not pilot.app.screen.query_one(Sidebar).display
        await pilot.press(key)
        assert pilot.app.focused is results_of(pilot)
        assert not pilot.app.screen.query_one("#facets-pane").display
        panes = sum(edge.display for edge in pilot.app.screen.query(Edge))
        assert panes == (3 if size[0] >= 120 else 2)


async def test_nothing_to_take_back_is_said(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot, "syria")
        await pilot.press("x")
        told = [notice.message for notice in pilot.app._notifications]
        assert told == ["There is nothing to take back."]
        assert field(pilot) == "syria"
