"""Completion in the search line: offered on one line, taken by a key, never in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from tests.tui.driving import results_of, started, text_of, type_text, until
from tui.app import DatelineApp
from tui.panes.query import QueryInput
from tui.widgets.rules import Rule

Reader = Callable[..., DatelineApp]


def field(pilot: Pilot[None]) -> QueryInput:
    return pilot.app.screen.query_one(QueryInput)


def above(pilot: Pilot[None]) -> str:
    return text_of(pilot.app.screen.query_one("#rule-above", Rule))


async def typed(pilot: Pilot[None], text: str, offered: str) -> None:
    await started(pilot)
    await pilot.press("slash")
    await type_text(pilot, text)
    await until(pilot, lambda: offered in above(pilot))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@pytest.mark.parametrize("key", ["right", "ctrl+@"])
async def test_a_field_and_then_its_value_are_taken_by_a_key(
    reader: Reader, size: tuple[int, int], key: str
) -> None:
    async with reader().run_test(size=size) as pilot:
        await typed(pilot, "spea", "speaker:")
        await pilot.press(key)
        assert field(pilot).value == "speaker:"
        await type_text(pilot, "lavr")
        await until(pilot, lambda: "Sergei Lavrov" in above(pilot))
        await pilot.press(key)
        assert "Sergei Lavrov" in field(pilot).value
        assert field(pilot).cursor_position == len(field(pilot).value)
        await until(pilot, lambda: results_of(pilot).results.query == field(pilot).value)  # type: ignore[union-attr]
        assert results_of(pilot).count > 0


async def test_taken_again_it_is_exchanged_for_the_next(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await typed(pilot, "actor:r", "Russia")
        await pilot.press("ctrl+@")
        first = field(pilot).value
        await pilot.press("ctrl+@")
        assert field(pilot).value not in (first, "actor:r")
        assert "✓" in above(pilot)


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_enter_and_down_go_to_the_results_whatever_is_offered(
    reader: Reader, key: str
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await typed(pilot, "actor:russ", "Russia")
        await pilot.press(key)
        assert field(pilot).value == "actor:russ"
        assert pilot.app.focused is results_of(pilot)
        assert "→" not in above(pilot)


async def test_escape_declines_first_and_leaves_then(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await typed(pilot, "actor:russ", "Russia")
        await pilot.press("escape")
        assert pilot.app.focused is field(pilot)
        assert "Russia" not in above(pilot)
        await pilot.press("escape")
        assert pilot.app.focused is results_of(pilot)


async def test_within_the_line_the_arrow_only_moves(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await typed(pilot, "actor:russ", "Russia")
        await pilot.press("left", "left", "right")
        assert field(pilot).value == "actor:russ"
        assert field(pilot).cursor_position == len("actor:rus")
