"""Searching as one types: what is echoed, complained of, suggested, remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from index.archive import Archive
from tests.tui.driving import results_of, search, shown, started, text_of, type_text, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.panes.query import QueryInput
from tui.panes.search import SearchLine
from tui.widgets.results import ResultList
from tui.widgets.rules import Rule
from tui.widgets.status import KeyLine

Reader = Callable[..., DatelineApp]


def echo(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#search-echo", Static).render())


def above(pilot: Pilot[None]) -> str:
    return text_of(pilot.app.screen.query_one("#rule-above", Rule))


def field(pilot: Pilot[None]) -> QueryInput:
    return pilot.app.screen.query_one(QueryInput)


async def test_results_come_as_one_types_with_their_count_and_how_it_was_understood(
    reader: Reader,
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "ceasefi")
        assert results_of(pilot).count == 4
        await type_text(pilot, "re annan")
        await until(pilot, lambda: results_of(pilot).results.query == "ceasefire annan")  # type: ignore[union-attr]
        await until(pilot, lambda: "cease-fire" in echo(pilot))
        assert "by relevance" in echo(pilot)
        count = pilot.app.screen.query_one("#search-count", Static)
        assert str(count.render()) == f"{results_of(pilot).count} articles"


async def test_hits_are_marked_while_the_word_is_still_typed(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "ceasefi")
        status = pilot.app.screen.query_one(KeyLine)
        await until(pilot, lambda: "hit" in status.status)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_query_that_does_not_parse_says_so_and_leaves_the_last_results(
    reader: Reader, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        before = results_of(pilot).results
        field(pilot).value = "lavrov date:soon"
        await until(pilot, lambda: "date: wants a day, month or year" in above(pilot))
        assert results_of(pilot).results is before
        field(pilot).value = "lavrov date:2012"
        await until(pilot, lambda: "date: wants" not in above(pilot))


async def test_a_phrase_is_searched_for_before_its_mark_is_closed(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash")
        await type_text(pilot, '"peace plan')
        line = pilot.app.screen.query_one(SearchLine)
        await until(pilot, lambda: not line.busy and "“peace plan" in echo(pilot))
        assert 0 < results_of(pilot).count <= 4
        await pilot.press("enter")
        await until(pilot, lambda: "mark opened here is not closed" in above(pilot))


async def test_nothing_found_is_said_and_tab_takes_what_was_meant(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "ceasefyre")
        words = pilot.app.screen.query_one("#results-words", Static)
        await until(pilot, lambda: "Did you mean" in str(words.render()))
        assert words.display
        assert "Nothing says ceasefyre" in str(words.render())
        assert "Tab take the suggestion" in text_of(pilot.app.screen.query_one(KeyLine))
        await pilot.press("tab")
        assert field(pilot).value == "ceasefire"
        await until(pilot, lambda: results_of(pilot).count > 0)
        assert not words.display


async def test_tab_moves_on_where_there_is_no_suggestion(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        await pilot.press("tab")
        assert isinstance(pilot.app.focused, ResultList)


async def test_every_printable_key_is_only_text_in_the_search_line(reader: Reader) -> None:
    typed = "q1/23?Qus:jkM"
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash")
        names = {"/": "slash", "?": "question_mark", ":": "colon"}
        await pilot.press(*(names.get(key, key) for key in typed))
        assert field(pilot).value == typed
        assert pilot.app.focused is field(pilot)
        assert len(pilot.app.screen_stack) == 1


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_from_the_search_line_on_to_the_results(reader: Reader, key: str) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "lavrov")
        await pilot.press(key)
        assert isinstance(pilot.app.focused, ResultList)


async def test_escape_leaves_the_search_line_for_where_one_was(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("2", "slash", "escape")
        assert isinstance(pilot.app.focused, ArticlePane)


async def test_an_unfinished_word_keeps_what_it_found_when_one_goes_on(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "ceasefi")
        await pilot.press("enter")
        line = pilot.app.screen.query_one(SearchLine)
        await until(pilot, lambda: not line.busy)
        assert results_of(pilot).count == 4


async def test_s_goes_through_the_orders_and_says_which_is_in_force(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "syria")
        await pilot.press("enter")
        orders = {}
        for said in ("newest first", "oldest first", "by relevance"):
            await pilot.press("s")
            await until(pilot, lambda said=said: said in echo(pilot))  # type: ignore[misc]
            orders[said] = results_of(pilot).results.ids  # type: ignore[union-attr]
        assert orders["newest first"] != orders["oldest first"]
        assert set(orders["newest first"]) == set(orders["by relevance"])


async def test_the_sidebar_searches_for_what_is_under_its_cursor(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("3", "f")
        await until(pilot, lambda: field(pilot).value)
        asked = field(pilot).value
        await until(pilot, lambda: results_of(pilot).results.query == asked)  # type: ignore[union-attr]
        assert results_of(pilot).count > 0


async def test_q_leads_back_from_what_one_searched_for_on_the_way(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "syria")
        await pilot.press("enter", "j", "j")
        before = results_of(pilot).current
        await until(pilot, lambda: shown(pilot) == before)
        await pilot.press("3", "f")
        await until(pilot, lambda: results_of(pilot).results.query != "syria")  # type: ignore[union-attr]
        await pilot.press("q")
        await until(pilot, lambda: results_of(pilot).results.query == "syria")  # type: ignore[union-attr]
        assert field(pilot).value == "syria"
        await until(pilot, lambda: results_of(pilot).current == before)
        await until(pilot, lambda: shown(pilot) == before)


async def test_the_history_is_walked_among_what_holds_the_words_typed(
    reader: Reader, archive: Archive
) -> None:
    for query in ("syria annan", "lavrov", "annan"):
        archive.searches.remember(query)
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "syr")
        await pilot.press("up")
        assert field(pilot).value == "syria annan"
        await pilot.press("up")
        assert field(pilot).value == "syria annan"
        await pilot.press("down")
        assert field(pilot).value == "syr"
        await pilot.press("down")
        assert isinstance(pilot.app.focused, ResultList)


async def test_what_was_searched_for_is_remembered_at_the_next_launch(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "gadhafi")
        await pilot.press("enter")
        await until(pilot, lambda: archive.searches.history() == ["gadhafi"])
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash", "up")
        assert field(pilot).value == "gadhafi"
