"""That the page says truly which article stands before a person, and that nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import events

from index.archive import open_archive
from index.config import Config
from tests.tui.driving import page_of, results_of, search, shown, started, text_of, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.panes.query import QueryInput
from tui.widgets.results import ResultList

Reader = Callable[..., DatelineApp]
OLD = "Truce holds in Hama\n\nThe truce held on Monday, a monitor said.\n"


async def test_an_earlier_version_says_that_it_is_one(tmp_path: Path, config: Config) -> None:
    file = tmp_path / "truce.txt"
    config = replace(config, archive_folder=tmp_path / "archive")
    with open_archive(None, config, start=True) as archive:
        file.write_text(OLD, "utf-8")
        archive.ingest.add([file], lambda _: None)
        earlier = archive.search.find("truce").ids[0]
        archive.clippings.keep(earlier, 21, 40)
        file.write_text(OLD.replace("Monday", "Tuesday"), "utf-8")
        archive.ingest.add([file], lambda _: None)
        app = DatelineApp(archive, config)
        async with app.run_test(size=(120, 40)) as pilot:
            await started(pilot)
            article = app.screen.query_one(ArticlePane)
            assert "earlier version" not in text_of(article)
            await pilot.press("M", "enter")
            await until(pilot, lambda: shown(pilot) == earlier)
            assert "An earlier version; the file has changed since." in text_of(article)
            assert "▸" not in text_of(results_of(pilot))
            await pilot.press("i")
            told = str(app.screen.query_one("#sheet-text").render())
            assert "An earlier version" in told


async def test_a_search_that_finds_nothing_leaves_no_article_on_the_page(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "zebra")
        await until(pilot, lambda: page_of(pilot).reading is None)
        assert "No article is open." in text_of(app.screen.query_one(ArticlePane))


async def test_enter_on_a_query_that_does_not_parse_stays_in_the_line(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash", *"annan", "space", *"OR", "enter")
        await until(pilot, lambda: "last results" in text_of(app.screen.query_one("#rule-above")))
        assert isinstance(app.focused, QueryInput)
        assert app.focused.value == "annan OR"
        await pilot.press("space", *"un", "enter")
        await until(pilot, lambda: isinstance(app.focused, ResultList))


async def test_pasted_lines_become_one(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("slash")
        app.post_message(events.Paste("annan\r\nceasefire\n"))
        await until(pilot, lambda: page_of(pilot).query_one(QueryInput).value)
        assert page_of(pilot).query_one(QueryInput).value == "annan ceasefire"


async def test_an_inferred_headline_is_marked_and_its_words_are_said_once(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        listed = results_of(pilot)
        await until(pilot, lambda: "▸~Russian" in text_of(listed))
        told = " ".join(text_of(listed).split())
        assert told.count("Sergei Lavrov said") <= 1
