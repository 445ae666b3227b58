"""The way through the reader: start, search, read, keep, export, at every layout."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.archive import Archive
from index.config import Config
from tests.tui.driving import page_of, results_of, search, shown, started, text_of, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.panes.query import QueryInput
from tui.panes.sidebar import Sidebar
from tui.widgets.masthead import Masthead
from tui.widgets.results import ResultList
from tui.widgets.status import KeyLine

Reader = Callable[..., DatelineApp]
SIZES = [(80, 24), (120, 40), (200, 60)]
ALL_SIZES = [(60, 20), *SIZES]


@pytest.mark.parametrize("size", SIZES)
async def test_at_the_start_everything_is_filled(reader: Reader, size: tuple[int, int]) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        page = page_of(pilot)
        assert page.reading is not None
        assert results_of(pilot).count == 4
        assert "Reuters" in text_of(results_of(pilot))
        first_words = page.reading.article.title.split()[:2]
        assert " ".join(first_words) in text_of(app.screen.query_one(ArticlePane))
        if size[0] >= 120:
            assert "Actors" in text_of(app.screen.query_one(Sidebar))
        masthead = text_of(app.screen.query_one(Masthead))
        assert "4 articles" in masthead
        assert masthead.endswith("? help")


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_from_the_search_to_a_file_with_the_exact_words(
    reader: Reader, archive: Archive, config: Config, size: tuple[int, int]
) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await search(pilot, "ceasefire")
        assert 0 < results_of(pilot).count <= 4
        await pilot.press("enter")
        assert isinstance(app.focused, ResultList)
        await until(pilot, lambda: "▸" in text_of(results_of(pilot)))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))
        article = app.screen.query_one(ArticlePane)
        await until(pilot, lambda: text_of(app.screen.query_one(KeyLine)).find("hit 1 of") > 0)
        reading = page_of(pilot).reading
        assert reading is not None
        await pilot.press("v", "right_curly_bracket", "right_curly_bracket")
        selection = article.selection
        assert selection is not None
        words = reading.text[slice(*selection)]
        assert "\n" in words.strip()
        await pilot.press("m")
        await until(pilot, lambda: archive.clippings.count() == 1)
        assert archive.clippings.of(reading.article.id)[0].exact == words
        assert "1 kept" in text_of(app.screen.query_one(Masthead)) or size[0] < 80
        app.screen.action_export_clippings()  # type: ignore[attr-defined]
        await until(pilot, lambda: app.screen.query("#export-path"))
        await pilot.press("enter")
        file = config.export_folder / archive.export.default_name("markdown")
        await until(pilot, file.exists)
        written = file.read_text("utf-8")
        assert reading.article.text_sha256 in written
        for line in words.split("\n"):
            assert line.strip() in written


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_moving_in_the_results_shows_each_article(
    reader: Reader, size: tuple[int, int]
) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("j")
        chosen = results_of(pilot).current
        await until(pilot, lambda: shown(pilot) == chosen)
        assert isinstance(app.focused, ResultList)


async def test_a_quote_in_the_sidebar_leads_to_its_place(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("3", "l", "enter")
        article = app.screen.query_one(ArticlePane)
        reading = page_of(pilot).reading
        assert reading is not None
        spoken = [quote for quote in reading.quotes if quote.kind != "act"]
        await until(pilot, lambda: article.place in {quote.start for quote in spoken})


async def test_articles_read_can_be_gone_back_to(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))
        first = shown(pilot)
        await pilot.press("q", "j", "enter")
        await until(pilot, lambda: shown(pilot) != first)
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))
        second = shown(pilot)
        await pilot.press("H")
        await until(pilot, lambda: shown(pilot) == first)
        assert results_of(pilot).current == first
        await pilot.press("L")
        await until(pilot, lambda: shown(pilot) == second)


async def test_what_was_kept_can_be_taken_back_and_brought_again(
    reader: Reader, archive: Archive
) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))
        await pilot.press("m")
        assert archive.clippings.count() == 1
        await pilot.press("u")
        assert archive.clippings.count() == 0
        await pilot.press("ctrl+r")
        assert archive.clippings.count() == 1
        await until(pilot, lambda: "1 kept" in text_of(app.screen.query_one(Masthead)))


async def test_only_the_last_notice_stands_and_ctrl_c_says_how_to_leave(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("2", "m", "u", "ctrl+c")
        await until(pilot, lambda: "Q quits." in [told.message for told in app._notifications])
        assert len(app._notifications) == 1


@pytest.mark.parametrize("size", ALL_SIZES)
async def test_the_pane_in_focus_is_on_the_screen_and_has_a_bar(
    reader: Reader, size: tuple[int, int]
) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        for key, pane in (("2", ArticlePane), ("3", Sidebar), ("1", ResultList)):
            await pilot.press(key)
            assert isinstance(app.focused, pane)
            assert app.focused.region.width > 15
            line = _line_of_screen(app, app.focused.region.y)
            assert line[app.focused.region.x - 1] == "┃"
            assert line.count("┃") == 1


def _line_of_screen(app: DatelineApp, y: int) -> str:
    rows = [
        (widget.region.x, widget.render_lines(widget.size.region)[y - widget.region.y].text)
        for widget in app.screen.query("#panes > Edge, ArticlePane, Sidebar, ResultList")
        if widget.display and widget.region.y <= y < widget.region.bottom
    ]
    line = [" "] * app.size.width
    for x, text in rows:
        line[x : x + len(text)] = text
    return "".join(line)


async def test_a_change_of_width_keeps_the_article_and_the_focus(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(200, 60)) as pilot:
        await started(pilot)
        await pilot.press("3")
        for width, panes in ((119, 2), (79, 1), (120, 3)):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            assert isinstance(app.focused, Sidebar)
            assert sum(edge.display for edge in app.screen.query("Edge")) == panes


async def test_a_terminal_too_small_says_so_and_the_page_comes_back(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(39, 24)) as pilot:
        await until(pilot, lambda: app.screen.query("TooSmall Static, Static"))
        assert "too small" in text_of(app.screen.query("Static").first())
        await pilot.resize_terminal(80, 24)
        await started(pilot)
        assert app.screen.query(ArticlePane)


async def test_tab_goes_through_all_panes_and_back_into_the_search_line(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        for pane in (ArticlePane, Sidebar, QueryInput, ResultList):
            await pilot.press("tab")
            assert isinstance(app.focused, pane)
        for pane in (QueryInput, Sidebar, ArticlePane, ResultList):
            await pilot.press("shift+tab")
            assert isinstance(app.focused, pane)


async def test_a_click_opens_a_result(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        second = results_of(pilot).results.ids[1]  # type: ignore[union-attr]
        await pilot.click(ResultList, offset=(5, results_of(pilot).row_height))
        await until(pilot, lambda: shown(pilot) == second)
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))


async def test_what_is_kept_already_is_not_kept_again(reader: Reader, archive: Archive) -> None:
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("2", "m", "m")
        await until(pilot, lambda: "Already kept." in [t.message for t in app._notifications])
        assert archive.clippings.count() == 1


async def test_selecting_by_paragraphs_takes_the_whole_of_the_first(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("2", "right_curly_bracket", "right_square_bracket", "v", "quotation_mark")
        article = app.screen.query_one(ArticlePane)
        assert article.selection is not None
        assert article.reading is not None
        start, end = article.selection
        block = next(b for b in article.reading.paragraphs if b.start <= start < b.end)
        assert (start, end) != (block.start, block.end)
        await pilot.press("right_curly_bracket")
        assert article.selection == (block.start, block.end)
        await pilot.press("right_curly_bracket")
        assert article.selection[0] == block.start
        assert article.selection[1] > block.end
